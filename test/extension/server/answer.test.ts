import assert from 'node:assert/strict';
import { answering, refusal } from 'edgewright/server/answer.js';
import { mergeCompletion, withoutSnippets } from 'edgewright/server/merge.js';
import { InsertTextFormat } from 'vscode-languageserver/node';

describe('a request', () => {
  it('is answered, and a bug is in the log', async () => {
    const log: string[] = [];
    const broken = answering(
      'hover',
      (message) => void log.push(message),
      null,
      () => {
        throw new Error('a bug');
      },
    );
    assert.equal(await broken({}), null);
    assert.match(log.join(), /^hover: Error: a bug/);
  });

  it('that is refused on purpose says why', async () => {
    const refused = answering('rename', assert.fail, null, () => Promise.reject(refusal('It is taken.')));
    await assert.rejects(refused({}), { message: 'It is taken.' });
  });

  it('has its answer as it is', async () => {
    assert.equal(await answering('hover', assert.fail, 0, async (value: number) => value + 1)(2), 3);
  });
});

describe('completions', () => {
  it('stand once, ours first', () => {
    const merged = mergeCompletion([{ label: 'a' }], [{ label: 'a', detail: 'schema' }, { label: 'b' }]);
    assert.deepEqual(merged, [{ label: 'a' }, { label: 'b' }]);
  });

  it('are plain text for clients without snippets', () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the notation of snippets.
    const newText = 'a: ${1:3}\nb: ${2|x,y|}$0';
    const [item] = withoutSnippets([
      { label: 'a', insertTextFormat: InsertTextFormat.Snippet, textEdit: { range, newText } },
    ]);
    assert.deepEqual(item?.textEdit, { range, newText: 'a: 3\nb: x' });
    assert.equal(item?.insertTextFormat, InsertTextFormat.PlainText);
  });
});
