import assert from 'node:assert/strict';
import type { JsonObject } from '@edgewright/core/analysis/charts/chart.js';
import { countMarks, holdUp, marksOf, meaningOf, nextPlace, tipOf } from 'edgewright/webview/shared/marks.js';

const bars: JsonObject = {
  xAxis: { type: 'value' },
  yAxis: { type: 'category', data: ['a', 'b'] },
  series: [
    { type: 'bar', stack: 'all', data: [{ value: 4, tip: 'four', select: { axes: { nodes: '1' } } }, { value: 2 }] },
    { type: 'bar', stack: 'all', data: [{ value: 6 }, { value: 8 }] },
    { type: 'line', silent: true, data: [[0, 0]] },
  ],
};
const cloud: JsonObject = {
  xAxis: { type: 'log' },
  yAxis: { type: 'log' },
  series: [
    {
      name: 'pi',
      type: 'scatter',
      row: 2,
      large: true,
      itemStyle: { color: 'red' },
      data: [
        [1, 2, 7],
        [3, 4, 9],
        [5, 6, -1],
      ],
    },
  ],
};

describe('marks of a chart', () => {
  it('lie in the middle of stacked bars, and silent ones are none', () => {
    assert.deepEqual(
      marksOf(bars).map(({ at }) => at),
      [
        [2, 0],
        [1, 1],
        [7, 0],
        [6, 1],
      ],
    );
    assert.equal(countMarks(bars), 5);
  });

  it('lie in boxes at the median, and not where there is no box', () => {
    const boxes: JsonObject = {
      xAxis: { type: 'category' },
      series: [{ type: 'boxplot', data: [{ value: [1, 2, 3, 4, 5] }, { value: ['-', '-', '-', '-', '-'] }] }],
    };
    assert.deepEqual(
      marksOf(boxes).map(({ at }) => at),
      [[0, 3]],
    );
  });

  it('mean levels or a row', () => {
    assert.deepEqual(meaningOf(bars, 0, 0), { kind: 'levels', model: undefined, axes: { nodes: '1' } });
    assert.deepEqual(meaningOf(cloud, 0, 1), { kind: 'row', row: 9 });
    assert.deepEqual(
      [meaningOf(cloud, 0, 2), meaningOf(bars, 0, 1), meaningOf(bars, 9, 9)],
      [undefined, undefined, undefined],
    );
    assert.deepEqual([tipOf(bars, 0, 0), tipOf(cloud, 0, 0)], ['four', undefined]);
  });

  it('are faded where they do not match, and drawn again on top of a cloud where they do', () => {
    const [first, second] = holdUp(bars, () => false).series as readonly JsonObject[];
    assert.deepEqual(
      (first!.data as readonly JsonObject[]).map(({ itemStyle }) => itemStyle),
      [{ opacity: 0.2 }, undefined],
    );
    assert.deepEqual(second, (bars.series as readonly JsonObject[])[1]);
    const [ground, overlay] = holdUp(cloud, (mark) => mark.kind === 'row' && mark.row === 9)
      .series as readonly JsonObject[];
    assert.deepEqual(ground?.itemStyle, { color: 'red', opacity: 0.12 });
    assert.deepEqual([overlay?.data, overlay?.large, overlay?.name], [[[3, 4, 9]], false, 'pi, selected']);
  });

  it('are walked to by direction: ahead before aside', () => {
    const places = [
      [0, 0],
      [10, 0],
      [11, 30],
      [0, 20],
      [-5, 1],
    ] as const;
    const from = (direction: 'left' | 'right' | 'up' | 'down') => nextPlace(places, 0, direction);
    assert.deepEqual([from('right'), from('down'), from('left'), from('up')], [1, 3, 4, undefined]);
  });
});
