import assert from 'node:assert/strict';
import { overviewOf } from 'edgewright/analyst/overview.js';
import { studyBuilder } from 'edgewright/analyst/study.js';
import { makeRecords } from '../../fixtures/records.ts';
import { studyOf } from './made.ts';

const noFindings = { list: [], omitted: 0 };

describe('a study', () => {
  it('has a row a slot, in columns and as an object, in the same order', () => {
    const records = makeRecords({ count: 120 });
    const { rows, table, levels } = studyOf(records);
    const slots = records.filter(({ kind }) => kind === 'point' || kind === 'failure');
    assert.equal(rows.count, slots.length);
    for (const [place, row] of table.rows.entries()) {
      assert.equal(rows.devices[rows.device[place] as number], row.device);
      assert.equal(rows.reference[place], row.role === 'reference' ? 1 : 0);
      assert.equal(rows.median[place], row.measured?.latency.median ?? Number.NaN);
      for (const { name, levels: texts, at } of levels.slice(5)) {
        assert.equal(texts[at(place)], String(name === 'device' ? row.device : row.axes[name]));
      }
    }
  });

  it('knows the place of a row by its record, and none of a record that makes no row', () => {
    const { table, placeOf } = studyOf(makeRecords({ count: 50 }));
    for (const [place, { source }] of table.rows.entries()) assert.equal(placeOf(source), place);
    assert.equal(placeOf(0), -1);
    assert.equal(placeOf(1e9), -1);
  });

  it('counts a record that was delivered twice once', () => {
    const records = makeRecords({ count: 30 });
    assert.equal(studyOf([...records, ...records]).rows.count, studyOf(records).rows.count);
  });

  it('grows: a later study holds the rows of an earlier one in the same places', () => {
    const records = makeRecords({ count: 60 });
    const builder = studyBuilder([{ id: 'made-up-1', name: 'made-up', sweep: '' }]);
    for (const record of records.slice(0, 40)) builder.add(record);
    const before = builder.study();
    for (const record of records.slice(40)) builder.add(record);
    const after = builder.study();
    assert.ok(after.rows.count > before.rows.count);
    assert.deepEqual(after.rows.median.slice(0, before.rows.count), before.rows.median);
  });

  it('names runs by sweep and the end of their ids, and knows no plan of several sweeps', () => {
    const study = studyBuilder([
      { id: 'abcdefgh', name: 'one', sweep: 'a' },
      { id: 'ijklmnop', name: 'two', sweep: 'b' },
    ]).study();
    assert.equal(study.title, 'one-cdefgh and two-klmnop');
    assert.equal(study.plan(), undefined);
  });
});

describe('an overview', () => {
  it('says what varies, what failed and how much there is', () => {
    const overview = overviewOf(studyOf(makeRecords({ count: 400 })), noFindings);
    const names = overview.axes.map(({ name }) => name);
    assert.deepEqual(names, ['layers', 'nodes', 'batch', 'runtime', 'device']);
    assert.equal(overview.counts.measurements + overview.counts.failures, 400);
    assert.deepEqual(
      overview.failures.map(({ code }) => code),
      ['out-of-memory'],
    );
    assert.equal(overview.models[0]?.family, 'fc');
  });

  it('says which models have an axis, where not all have it', () => {
    const other = makeRecords({ count: 20, seed: 2, model: 'wide' }).map((record) => {
      if (record.kind !== 'point' && record.kind !== 'failure') return record;
      const { layers: _, ...parameters } = record.point.model.parameters;
      const point = { ...record.point, id: `w${record.point.id}`, model: { ...record.point.model, parameters } };
      return { ...record, point };
    });
    const { axes } = overviewOf(studyOf([...makeRecords({ count: 20 }), ...other]), noFindings);
    assert.deepEqual(axes.find(({ name }) => name === 'layers')?.models, ['fc']);
    assert.deepEqual(axes.find(({ name }) => name === 'nodes')?.models, []);
  });

  it('of nothing is empty', () => {
    const overview = overviewOf(studyOf([]), noFindings);
    assert.equal(overview.rows.count, 0);
    assert.deepEqual(overview.axes, []);
  });
});
