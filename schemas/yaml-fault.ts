// What the YAML library finds wrong with a text, in words for people who write sweeps and not parsers.
import type { Code } from './codes.ts';
import type { Diagnostic, Place } from './diagnostic.ts';
import type { Path } from './yaml.ts';

/** `fault` is an error or a warning of the library. */
export function faultOf(
  fault: { code: string; message: string; name: string },
  text: string,
  place: Place,
): Diagnostic {
  const reason = fault.message.replace(/\.?$/, '.');
  switch (fault.code) {
    case 'TAB_AS_INDENT':
      return error(
        'yaml-tab',
        place,
        'A tab stands in the indentation, where YAML takes spaces alone.',
        'Replace the tab by spaces.',
      );
    case 'MULTIPLE_DOCS':
      return error(
        'yaml-documents',
        place,
        'A second document starts here; a file holds one.',
        'Move it to a file of its own, or remove the line `---`.',
      );
    case 'BAD_ALIAS':
      return error('yaml-alias', place, reason, 'Quote the value if it is a plain string.');
    case 'TAG_RESOLVE_FAILED':
      return error('yaml-tag', place, reason, 'Remove the tag: the types of values follow from how they are written.');
    default: {
      // The library names a tab only in its own wording for some positions.
      if (text[place.offset] === '\t') return faultOf({ ...fault, code: 'TAB_AS_INDENT' }, text, place);
      return error('yaml-syntax', place, ...syntaxOf(fault.code, reason));
    }
  }
}

/** Message and fix. The library's own words are those of YAML's grammar; the commonest mistakes are told in a user's. */
function syntaxOf(code: string, reason: string): [string, string] {
  const [, bracket] = /end with a ([\]}])/.exec(reason) ?? [];
  if (bracket !== undefined) {
    const open = bracket === ']' ? '[' : '{';
    return [
      `The ${open} that was opened before is not closed here.`,
      `Add ${bracket}, and indent every line inside the brackets.`,
    ];
  }
  if (/closing .quote/.test(reason)) return ['A quote that was opened before is not closed.', 'Close the quote.'];
  if (reason.includes('- indicator'))
    return [
      'This line is indented as an item of a list, and has no "-".',
      'Indent it as the lines of the item before, or start it with "- ".',
    ];
  return [
    `This is not YAML: ${reason}`,
    fixes[code] ?? 'Check quotes, brackets, colons and indentation here and on the line before.',
  ];
}

const fixes: Readonly<Record<string, string>> = {
  BAD_INDENT: 'Align this line with its neighbours of the same level, with spaces.',
  MISSING_CHAR: 'Close the quote or the bracket that was opened before, or add the missing separator.',
  BLOCK_IN_FLOW: 'Write the value inside the brackets on one level, or use indentation instead of brackets.',
  BLOCK_AS_IMPLICIT_KEY: 'Start the nested map on its own line, indented.',
  MULTILINE_IMPLICIT_KEY: 'Write the key on one line, with a colon after it.',
  UNEXPECTED_TOKEN: 'Remove it, or quote the text it belongs to.',
  BAD_SCALAR_START: 'Quote the text: it starts with a character that YAML keeps for itself.',
  BAD_DIRECTIVE: 'Remove the line that starts with %.',
};

export function error(code: Code, place: Place, message: string, fix: string, path: Path = []): Diagnostic {
  return { code, severity: 'error', path, place, message, fix };
}
