import assert from 'node:assert/strict';
import { parseTask } from '@edgewright/schemas/task.js';
import { complete } from 'edgewright/server/completion.js';
import { mergeCompletion } from 'edgewright/server/merge.js';
import { createSchemaHelp } from 'edgewright/server/schema.js';
import { plainText } from 'edgewright/server/snippets.js';
import type { CompletionItem } from 'vscode-languageserver/node';
import { atCursor, edited } from '../fixture.ts';
import { name, sampleNames, sampleText, withParts } from './fixture.ts';

const help = createSchemaHelp();

async function itemsAt(marked: string): Promise<readonly CompletionItem[]> {
  const { source, offset } = atCursor(marked, name);
  const ours = complete(source, offset, () => []);
  return mergeCompletion(ours.items, ours.isWhole ? [] : await help.complete(source, offset));
}

describe('completion in a task', () => {
  describe('offers', () => {
    offers('keys at the root', 'edgewright: task/v1\n$0\n', ['trigger', 'events', 'pipeline'], ['models']);
    offers(
      'keys of a step',
      withParts('trigger:\n  sequence:\n    - event: frame\n      $0\n'),
      ['where', 'as'],
      ['event'],
    );
    offers('types of fields', 'edgewright: task/v1\nevents:\n  door: { open: $0 }\n', ['boolean', 'number'], ['door']);
    offers('events of a trigger', withParts('trigger:\n  event: $0\n'), ['frame', 'door', 'any'], ['motion']);
    offers('events of a list', withParts('trigger:\n  event: [frame, $0]\n'), ['door'], ['any', 'motion']);
    offers(
      'events of a step',
      withParts('trigger:\n  sequence:\n    - { event: $0 }\n'),
      ['frame', 'door'],
      ['motion'],
    );
    offers('events of a session', withParts('trigger:\n  session: { start: $0 }\n'), ['door'], ['motion']);
    offers(
      'the event of a join, never any',
      withParts('pipeline:\n  join:\n    open: { event: $0 }\n'),
      ['door'],
      ['any'],
    );
    offers(
      'fields of the event of a join',
      withParts('pipeline:\n  join:\n    was: { event: door, field: $0 }\n'),
      ['open'],
      ['motion'],
    );
    offers(
      'fields of the events of the trigger as its key',
      withParts('trigger:\n  key: $0\n  event: frame\n'),
      ['motion', 'camera'],
      ['open'],
    );
    offers(
      'fields in a condition',
      withParts('trigger:\n  event: frame\n  where: $0\n'),
      ['motion', 'time', 'abs'],
      ['open', 'batch'],
    );
    offers(
      'fields of the own step and of earlier ones',
      withParts('trigger:\n  sequence:\n    - { event: frame, as: first }\n    - { event: door, where: $0 }\n'),
      ['open', 'first.motion', 'camera'],
      ['motion'],
    );
    offers(
      'fields of a step behind its point',
      withParts(
        'trigger:\n  sequence:\n    - { event: frame, as: first }\n    - { event: door, where: open && first.$0 }\n',
      ),
      ['first.motion'],
      ['motion'],
    );
    offers('events beside a comparison', withParts('pipeline:\n  filter: event == $0\n'), ['"door"', '"frame"'], []);
    offers(
      'joined and mapped fields, maps that stand before',
      withParts(
        'pipeline:\n  join:\n    was: { event: door, on: camera, field: open }\n  map:\n    first: motion * 2\n    second: $0\n    third: 3\n',
      ),
      ['was', 'first', 'motion'],
      ['second', 'third'],
    );
    offers(
      'features of a tensor',
      withParts(
        'pipeline:\n  features: { level: { by: mean, of: motion } }\n  tensors: { input: { features: [$0] } }\n',
      ),
      ['level'],
      ['motion'],
    );
    offers(
      'what may leave',
      withParts('pipeline:\n  features: { level: { by: count } }\nprivacy:\n  leave: [$0]\n'),
      ['level', 'frame.motion', 'door.open'],
      ['motion'],
    );
    offers(
      'what model and script give, where it may leave',
      withParts(
        'model: { file: a.onnx, outputs: [scores] }\nscript: { file: a.js, language: javascript, results: { label: string } }\noutputs:\n  - { to: log, fields: [$0] }\n',
      ),
      ['model.scores', 'script.label', 'frame.motion'],
      ['motion'],
    );
    offers(
      'fields that a recording may have',
      withParts('privacy:\n  record: [$0]\npipeline:\n  features: { level: { by: count } }\n'),
      ['frame.motion', 'door.open'],
      ['level', 'motion'],
    );
    offers(
      'features that a test expects',
      withParts(
        'pipeline:\n  features: { level: { by: count } }\ntests:\n  - events: a.jsonl\n    firings:\n      - features: { $0 }\n',
      ),
      ['level'],
      ['motion'],
    );
    offers('kinds of a trigger while there is none', withParts('trigger:\n  $0\n'), ['threshold of a value'], []);
    offers('no second kind', withParts('trigger:\n  every: 1s\n  $0\n'), ['cooldown'], ['threshold of a value']);
    offers('events in spite of a fault', withParts('name: "open\ntrigger:\n  event: $0\n'), [], ['motion']);
    offers('nothing in a comment', withParts('# $0\n'), [], ['frame', 'motion']);
  });

  it('writes a name in place of what is typed of it', async () => {
    const at = atCursor(withParts('trigger:\n  event: fr$0\n'), name);
    const item = complete(at.source, at.offset, () => []).items.find(({ label }) => label === 'frame');
    assert.ok(item?.textEdit && 'range' in item.textEdit);
    assert.equal(
      edited(at, [{ range: item.textEdit.range, newText: item.textEdit.newText }]),
      withParts('trigger:\n  event: frame\n'),
    );
    assert.equal(item.detail, 'camera: string, motion: number');
  });

  it('writes a whole task that is sound', async () => {
    const item = (await itemsAt('$0')).find(({ label }) => label === 'A task');
    assert.ok(item?.textEdit);
    assert.deepEqual(parseTask(plainText(item.textEdit.newText)).diagnostics, []);
  });

  for (const sample of sampleNames) {
    it(`offers every event of ${sample} where it is used`, () => {
      const text = sampleText(sample);
      const offset = /event: /.exec(text)?.index ?? 0;
      const { source } = atCursor(`${text}$0`, name);
      const labels = complete(source, offset + 'event: '.length, () => []).items.map(({ label }) => label);
      for (const event of source.task().events) assert.ok(labels.includes(event.name), labels.join(', '));
    });
  }

  function offers(title: string, marked: string, wanted: readonly string[], unwanted: readonly string[]): void {
    it(title, async () => {
      const labels = (await itemsAt(marked)).map(({ label }) => label);
      for (const label of wanted) assert.ok(labels.includes(label), `no ${label} in ${labels.join(', ')}`);
      for (const label of unwanted) assert.ok(!labels.includes(label), `${label} in ${labels.join(', ')}`);
      assert.equal(new Set(labels).size, labels.length, `something twice: ${labels.join(', ')}`);
    });
  }
});
