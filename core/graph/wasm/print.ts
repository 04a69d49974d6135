// A function as text, in the folded form of the WebAssembly text format: to read a kernel, and for snapshots.
import type { Code } from './code.ts';
import type { FunctionBuilder } from './function.ts';

const width = 100;

export function printFunction(code: FunctionBuilder): string {
  const { name, params, results, locals } = code;
  const head = [`(func $${name}`];
  if (params.length > 0) head.push(`(param ${params.join(' ')})`);
  if (results.length > 0) head.push(`(result ${results.join(' ')})`);
  const variables = locals.length > 0 ? [`  (local ${locals.join(' ')})`] : [];
  return [head.join(' '), ...variables, ...code.statements().flatMap((each) => lines(each, '  '))].join('\n') + ')\n';
}

function lines(code: Code, indent: string): string[] {
  switch (code.kind) {
    case 'loop':
    case 'block':
      return [`${indent}(${code.kind}`, ...nested(code.body, indent), `${indent})`];
    case 'if': {
      const no = code.no.length === 0 ? [] : [`${indent} (else`, ...nested(code.no, `${indent} `), `${indent} )`];
      const yes = [`${indent} (then`, ...nested(code.yes, `${indent} `), `${indent} )`];
      return [`${indent}(if`, ...nested(code.operands, indent), ...yes, ...no, `${indent})`];
    }
  }
  const inner = 'operands' in code ? code.operands : [];
  const flat = `${indent}${folded(code)}`;
  if (flat.length <= width || inner.length === 0) return [flat];
  return [`${indent}(${head(code)}`, ...nested(inner, indent), `${indent})`];
}

function nested(list: readonly Code[], indent: string): string[] {
  return list.flatMap((each) => lines(each, `${indent}  `));
}

function folded(code: Code): string {
  const inner = 'operands' in code ? code.operands : [];
  return `(${[head(code), ...inner.map(folded)].join(' ')})`;
}

function head(code: Code): string {
  switch (code.kind) {
    case 'plain':
      return code.name;
    case 'lane':
      return `${code.name} ${code.lane}`;
    case 'access':
      return [
        code.name,
        ...(code.offset > 0 ? [`offset=${code.offset}`] : []),
        ...(code.lane === undefined ? [] : [code.lane]),
      ].join(' ');
    case 'shuffle':
      return `i8x16.shuffle ${code.lanes.join(' ')}`;
    case 'constant':
      return typeof code.value === 'object'
        ? `v128.const i8x16 ${code.value.join(' ')}`
        : `${code.type}.const ${code.value}`;
    case 'get':
    case 'set':
      return `local.${code.kind} ${code.local}`;
    case 'global':
      return `global.get ${code.global}`;
    case 'call':
      return `call ${code.callee}`;
    case 'receive':
      return `local.set ${code.locals.join(' ')}`;
    case 'branch':
      return `${code.operands.length > 0 ? 'br_if' : 'br'} ${code.depth}`;
    default:
      return code.kind;
  }
}
