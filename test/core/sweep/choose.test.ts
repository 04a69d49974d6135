import assert from 'node:assert/strict';
import { checkSweep } from '@edgewright/core/sweep/check.js';
import { chooseSlots } from '@edgewright/core/sweep/choose.js';

const { sweep, slots = [] } = checkSweep(
  `edgewright: sweep/v1
name: chosen
models:
  - family: fc
    axes: { layers: [1, 2, 3, 4, 5, 6] }
measure: { repeats: 2 }
order: { method: random, reference: { every: 2 } }
`,
  new Map(),
);
assert.ok(sweep !== undefined);
const ids = [...new Set(slots.map(({ planned }) => planned.point.id))];

describe('a chosen part of a sweep', () => {
  it('has every repeat of the points in their order, the same reference between them, and slots numbered anew', () => {
    const wanted = [ids[4], ids[1]] as string[];
    const choice = chooseSlots(sweep, slots, wanted);
    assert.ok(choice.kind === 'planned');
    const shown = choice.slots.map(({ role }) => role).join(' ');
    assert.equal(shown, 'reference point point reference point point reference');
    assert.deepEqual(
      choice.slots.map(({ index }) => index),
      [...choice.slots.keys()],
    );
    const pointsOf = (of: typeof slots) =>
      of
        .filter(({ role, planned }) => role === 'point' && wanted.includes(planned.point.id))
        .map(({ repeat, planned }) => `${planned.point.id} ${repeat}`);
    assert.deepEqual(pointsOf(choice.slots), pointsOf(slots));
    const reference = slots.find(({ role }) => role === 'reference')?.planned.point.id;
    for (const { role, planned } of choice.slots) if (role === 'reference') assert.equal(planned.point.id, reference);
    assert.deepEqual(
      choice.slots.filter(({ role }) => role === 'reference').map(({ repeat }) => repeat),
      [0, 1, 2],
    );
  });

  it('is the whole where nothing is chosen', () => {
    const choice = chooseSlots(sweep, slots, undefined);
    assert.ok(choice.kind === 'planned');
    assert.equal(choice.slots, slots);
  });

  it('is refused where a point is none of the sweep', () => {
    const choice = chooseSlots(sweep, slots, [ids[0] as string, 'none', 'other']);
    assert.ok(choice.kind === 'refused');
    assert.deepEqual(
      choice.diagnostics.map(({ code }) => code),
      ['point-unknown'],
    );
    assert.match(choice.diagnostics[0]?.message ?? '', /no point none and 1 more/);
  });
});
