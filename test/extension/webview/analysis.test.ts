// What the analysis page computes itself, in typed columns: filters, order, search, selection, clouds.
import assert from 'node:assert/strict';
import { rowsKept } from '@edgewright/core/analysis/columns.js';
import { overviewOf } from 'edgewright/analyst/overview.js';
import { argsort } from 'edgewright/webview/analysis/argsort.js';
import { boundsOf, levelColours } from 'edgewright/webview/analysis/plotted.js';
import { type RunRows, runRows } from 'edgewright/webview/analysis/rows.js';
import { rowsAsCsv, rowsAsText } from 'edgewright/webview/analysis/rowtext.js';
import { look, moved, nearest, sightLimit, within, zoomed } from 'edgewright/webview/analysis/scene.js';
import { matchingWords } from 'edgewright/webview/analysis/search.js';
import {
  levelsAmong,
  levelsOfMark,
  marksHolding,
  rowsOfMark,
  selectionOf,
} from 'edgewright/webview/analysis/selection.js';
import { defaultSettings, queryOf, settingsFrom } from 'edgewright/webview/analysis/settings.js';
import { replaced, tally, toggled } from 'edgewright/webview/analysis/tally.js';
import fc from 'fast-check';
import { makeRecords } from '../../fixtures/records.ts';
import { studyOf } from '../analyst/made.ts';

const study = studyOf(makeRecords({ count: 300 }));
const rows = runRows(overviewOf(study, { list: [], omitted: 0 }));
const all = new Uint8Array(rows.count).fill(1);
const levels = (name: string): readonly string[] => rows.facet(name)?.levels ?? [];

describe('filters', () => {
  it('keep what the analyst keeps', () => {
    const facets = ['device', 'nodes', 'runtime', 'status', 'layers'] as const;
    const part = fc.record(Object.fromEntries(facets.map((name) => [name, fc.subarray([...levels(name)])])), {
      requiredKeys: [],
    });
    fc.assert(
      fc.property(part, (filter) => {
        const kept = rowsKept(rows.count, study.levels, filter as Record<string, string[]>);
        assert.deepEqual(tally(rows, filter as Record<string, string[]>).kept, kept);
      }),
    );
  });

  it('count for each level what it would keep beside the other filters', () => {
    const filter = { device: ['pi-5'], nodes: ['64', '128'] };
    const { counts, count, kept } = tally(rows, filter);
    for (const [at, { name, levels: texts }] of rows.facets.entries()) {
      for (const [place, level] of texts.entries()) {
        const only = tally(rows, { ...filter, [name]: [level] });
        const expected = rows.facets[at]?.places.reduce(
          (sum, own, row) => sum + (only.kept[row] === 1 && own === place && !rows.isReference(row) ? 1 : 0),
          0,
        );
        assert.equal(counts[at]?.[place], expected, `${name} ${level}`);
      }
    }
    assert.equal(
      count,
      kept.reduce((sum, one, row) => sum + (rows.isReference(row) ? 0 : one), 0),
    );
  });

  it('have an entry only while they leave something out', () => {
    const facet = rows.facet('runtime');
    assert.ok(facet);
    const one = toggled({}, facet, 'ort');
    assert.deepEqual(one, { runtime: ['ort-web'] });
    assert.deepEqual(toggled(one, facet, 'ort-web'), { runtime: [] });
    assert.deepEqual(toggled(one, facet, 'ort'), {});
    assert.deepEqual(replaced({ a: ['1'], b: ['2'] }, 'a', undefined), { b: ['2'] });
  });
});

describe('argsort', () => {
  it('orders as a comparing sort does, NaN last and equals in their order', () => {
    const number = fc.oneof(fc.double(), fc.constantFrom(0, -0, 1, 1, -1, Number.POSITIVE_INFINITY));
    fc.assert(
      fc.property(fc.array(number, { maxLength: 200 }), (values) => {
        const key = (at: number) => values[at] as number;
        const expected = values.map((_, at) => at);
        expected.sort((a, b) => {
          if (Number.isNaN(key(a)) || Number.isNaN(key(b))) {
            return Number(Number.isNaN(key(a))) - Number(Number.isNaN(key(b)));
          }
          if (Object.is(key(a), -0) !== Object.is(key(b), -0) && key(a) === 0 && key(b) === 0) {
            return Object.is(key(a), -0) ? -1 : 1;
          }
          return key(a) - key(b);
        });
        assert.deepEqual([...argsort(Float64Array.from(values))], expected);
      }),
    );
  });

  it('orders 100,000 numbers within a frame', () => {
    const values = Float64Array.from({ length: 100_000 }, (_, at) => Math.sin(at) * 1e6);
    argsort(values);
    const begin = performance.now();
    argsort(values);
    assert.ok(performance.now() - begin < 100);
  });
});

describe('search', () => {
  const found = (text: string, of: RunRows = rows): number =>
    matchingWords(of, text)?.reduce((sum, one) => sum + one, 0) ?? of.count;

  it('finds rows by parts of names, and by an axis with its level', () => {
    assert.equal(found(''), rows.count);
    assert.equal(found('jets') + found('pi-5'), rows.count);
    assert.equal(found('nodes 256'), rows.facet('nodes')?.places.filter((place) => place === 3).length);
    assert.equal(found('out-of-mem'), tally(rows, { status: ['out-of-memory'] }).count);
    assert.equal(found('nonsense'), 0);
    assert.ok(found('pi-5 256 ort-web') > 0);
    assert.ok(found('reference') > 0 && found('reference') < 20);
  });

  it('takes a number for a whole level', () => {
    const four = matchingWords(rows, '4');
    const places = ['layers', 'nodes', 'batch'].map((name) => rows.facet(name));
    for (let row = 0; row < rows.count; row++) {
      const isFour = places.some((facet) => facet?.levels[facet.places[row] as number] === '4');
      assert.equal(four?.[row], isFour ? 1 : 0);
    }
  });
});

describe('a selection', () => {
  const mark = { kind: 'levels', model: 'fc', axes: { nodes: '256', device: 'pi-5' } } as const;

  it('is the rows of a mark among those kept', () => {
    const chosen = rowsOfMark(mark, rows, all);
    assert.ok(chosen.length > 3);
    for (const row of chosen) assert.match(rows.name(row), /^pi-5, fc, .*nodes 256,/);
    assert.deepEqual(rowsOfMark(mark, rows, new Uint8Array(rows.count)), []);
    assert.deepEqual(rowsOfMark({ kind: 'row', row: 7 }, rows, all), [7]);
  });

  it('tells fates apart, and passes over axes that do not vary', () => {
    const failed = rowsOfMark({ kind: 'levels', model: undefined, axes: { fate: 'failed', threads: '2' } }, rows, all);
    assert.equal(failed.length, tally(rows, { status: ['out-of-memory'] }).count);
  });

  it('names columns of its own chart', () => {
    const at = new Int32Array(rows.count).fill(-1);
    at[5] = at[9] = 1;
    const extra = [{ name: 'pair', levels: ['0', '1'], at }];
    const own = { kind: 'levels', model: undefined, axes: { pair: '1' } } as const;
    assert.deepEqual(rowsOfMark(own, rows, all, extra), [5, 9]);
    const selection = selectionOf([9], rows.count);
    assert.ok(selection && marksHolding(selection, rows, extra)(own));
  });

  it('holds up every mark with one of its rows, and no other', () => {
    const selection = selectionOf(rowsOfMark(mark, rows, all), rows.count);
    assert.ok(selection);
    const holds = marksHolding(selection, rows);
    for (const nodes of levels('nodes')) {
      for (const device of levels('device')) {
        const other = { kind: 'levels', model: 'fc', axes: { nodes, device } } as const;
        assert.equal(holds(other), nodes === '256' && device === 'pi-5');
      }
    }
    assert.equal(holds({ kind: 'row', row: selection.rows[0] as number }), true);
  });

  it('becomes filters: by the levels of its mark, or by those among its rows', () => {
    assert.deepEqual(levelsOfMark(mark, rows), { model: 'fc', nodes: '256', device: 'pi-5' });
    assert.equal(levelsOfMark({ kind: 'levels', model: undefined, axes: { pair: '3' } }, rows), undefined);
    const selection = selectionOf(rowsOfMark(mark, rows, all), rows.count);
    assert.ok(selection);
    const among = levelsAmong(selection, rows);
    assert.deepEqual(among.nodes, ['256']);
    assert.deepEqual(among.device, ['pi-5']);
    assert.equal(among.runtime, undefined);
  });

  it('of nothing is none', () => {
    assert.equal(selectionOf([], rows.count), undefined);
  });
});

describe('a cloud', () => {
  const count = 50_000;
  const points = {
    members: Int32Array.from({ length: count }, (_, at) => at),
    x: Float64Array.from({ length: count }, (_, at) => (at * 0.618) % 4),
    y: Float64Array.from({ length: count }, (_, at) => (at * 0.414) % 3),
  };
  const most = { left: 0, right: 4, bottom: 0, top: 3 };
  const plot = { left: 50, top: 10, width: 800, height: 400 };

  it('draws few of many, each where it is, and says of how many', () => {
    const { drawn, inside, rows: shown, px, py } = look(points, most, plot);
    assert.ok(drawn > 2000 && drawn <= sightLimit);
    assert.equal(inside, count);
    for (let at = 0; at < drawn; at += 97) {
      const row = shown[at] as number;
      assert.ok(Math.abs((px[at] as number) - (50 + ((points.x[row] as number) / 4) * 800)) < 0.01);
      assert.ok(Math.abs((py[at] as number) - (10 + (1 - (points.y[row] as number) / 3) * 400)) < 0.01);
    }
  });

  it('draws all where they are few, as in a window', () => {
    const window = zoomed(most, most, 0.2);
    const { drawn, inside } = look(points, window, plot);
    assert.equal(drawn, inside);
    assert.ok(inside > 1000 && inside < sightLimit);
  });

  it('leaves out what has no place', () => {
    const odd = {
      members: Int32Array.of(0, 1, 2),
      x: Float64Array.of(1, Number.NaN, Number.NEGATIVE_INFINITY),
      y: Float64Array.of(1, 1, 1),
    };
    assert.equal(look(odd, most, plot).inside, 1);
    assert.equal(nearest(odd, most, plot, { x: 0, y: 0 }, 1e6), 0);
  });

  it('finds the nearest point and those in a box', () => {
    const sight = look(points, most, plot);
    const at = { x: sight.px[10] as number, y: sight.py[10] as number };
    const found = nearest(points, most, plot, at) as number;
    assert.ok(Math.abs((points.x[found] as number) - (points.x[sight.rows[10] as number] as number)) < 0.01);
    assert.equal(nearest(points, most, plot, { x: -500, y: -500 }), undefined);
    const corners = [
      { x: 450, y: 210 },
      { x: 250, y: 110 },
    ] as const;
    for (const row of within(points, most, plot, ...corners)) {
      assert.ok((points.x[row] as number) >= 1 && (points.x[row] as number) <= 2);
    }
    assert.equal(within(points, most, plot, { x: 50, y: 10 }, { x: 850, y: 410 }).length, count);
  });

  it('moves and zooms within its bounds', () => {
    const share = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(share, share, fc.double({ min: 0.2, max: 3, noNaN: true })), { maxLength: 8 }),
        (steps) => {
          let bounds = most;
          for (const [x, y, factor] of steps) bounds = zoomed(moved(bounds, most, { x, y }), most, factor);
          assert.ok(
            bounds.left >= -1e-9 && bounds.right <= 4 + 1e-9 && bounds.bottom >= -1e-9 && bounds.top <= 3 + 1e-9,
          );
          assert.ok(bounds.right - bounds.left > 0.009 && bounds.top - bounds.bottom > 0.009);
        },
      ),
    );
  });

  it('has the bounds of its axes, and a colour for each level', () => {
    assert.deepEqual(boundsOf({ xAxis: { min: 0.1, max: 100 }, yAxis: { min: 1e6, max: 1e9 } }), {
      left: -1,
      right: 2,
      bottom: 6,
      top: 9,
    });
    const many = Array.from({ length: 30 }, (_, at) => String(at));
    assert.equal(new Set(levelColours({ levels: many, isNumeric: true })).size, 12);
    assert.equal(levelColours({ levels: ['a', 'b'], isNumeric: false })[1], 'var(--series-2)');
  });
});

describe('settings', () => {
  it('of another time are taken as far as the run has what they name', () => {
    const kept = {
      model: 'fc',
      metric: 'flops',
      filter: { nodes: ['64', '7'], gone: ['1'], device: ['pi-5', 'jetson'], batch: 'all' },
      x: 'nodes',
      y: 'gone',
      by: { boxplot: 'batch', comparison: 'gone' },
      levels: ['64', '128'],
      folded: ['nodes', 3],
    };
    assert.deepEqual(settingsFrom(kept, rows), {
      model: 'fc',
      metric: 'flops',
      filter: { nodes: ['64'] },
      x: 'nodes',
      y: undefined,
      by: { boxplot: 'batch' },
      levels: ['64', '128'],
      isFiltering: true,
      folded: ['nodes'],
    });
    for (const odd of [undefined, null, 3, 'x', []]) assert.deepEqual(settingsFrom(odd, rows).filter, {});
  });

  it('make a question of what it is about, and of nothing else', () => {
    const settings = {
      ...defaultSettings,
      x: 'nodes',
      y: 'batch',
      by: { comparison: 'nodes' },
      levels: ['32', '64'] as const,
    };
    assert.equal(queryOf('heatmap', settings).x, 'nodes');
    assert.equal(queryOf('boxplot', settings).x, undefined);
    assert.deepEqual(queryOf('comparison', settings).levels, ['32', '64']);
    assert.equal(queryOf('boxplot', settings).levels, undefined);
  });
});

describe('rows as text', () => {
  it('have a head and a line each', async () => {
    const text = rowsAsText(rows, [3, 4]);
    assert.equal(text.split('\n').length, 3);
    const csv = await new Promise<string>((resolve) => rowsAsCsv(rows, all, resolve));
    const lines = csv.trimEnd().split('\r\n');
    assert.equal(lines.length, rows.count + 1);
    assert.match(lines[0] ?? '', /^model,device,run,status,layers,nodes,batch,runtime,reference,median_ms/);
    assert.match(rows.describe(0), /\nmedian .* \[/);
  });
});
