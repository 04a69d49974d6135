import type { Page } from './parts.ts';

/** Opens the panel on the first of the rows; the others are one press away. */
export function openDetails(page: Page, chosen: readonly number[]): void {
  const rows = page.evidence;
  const panel = document.getElementById('details') as HTMLDialogElement | null;
  const body = document.getElementById('details-body');
  if (rows === undefined || panel === null || body === null) return;
  const opener = document.activeElement as HTMLElement | null;
  const most = 60;

  const element = (tag: string, text = '', className = ''): HTMLElement => {
    const made = document.createElement(tag);
    made.textContent = text;
    if (className !== '') made.className = className;
    return made;
  };

  const facts = (pairs: readonly (readonly [string, string])[]): HTMLElement => {
    const list = element('dl', '', 'facts');
    for (const [name, value] of pairs) list.append(element('dt', name), element('dd', value));
    return list;
  };

  const ms = (value: number): string => {
    if (value < 1) return `${page.formatSi(1000 * value)} µs`;
    return value < 1000 ? `${page.formatSi(value)} ms` : `${page.formatSi(value / 1000)} s`;
  };

  const histogram = (row: number): HTMLElement => {
    const isRaw = row < rows.raw;
    const [unit, perMs] = (rows.numbers[row]?.[0] ?? 1) < 1 ? ['µs', 1000] : ['ms', 1];
    const values = rows.latencies[row].map((value) => value * perMs);
    const place = element('div', '', 'histogram');
    const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    const greatest = values.reduce((a, b) => Math.max(a, b), 0);
    // A few stragglers would press all others into one bar.
    const sorted = Float64Array.from(values).sort();
    const common = sorted[Math.floor(0.95 * (sorted.length - 1))];
    const high = isRaw && greatest - low > 3 * (common - low) && common > low ? common : greatest;
    const beyond = values.filter((value) => value > high).length;
    const bins = 30;
    const counts = new Array<number>(bins).fill(0);
    const width = (high - low) / bins || 1;
    if (isRaw) {
      for (const value of values) if (value <= high) counts[Math.min(bins - 1, Math.floor((value - low) / width))] += 1;
    } else {
      for (let bin = 0; bin < bins; bin += 1) {
        const from = low + bin * width;
        for (let i = 0; i + 1 < values.length; i += 1) {
          const shared = Math.min(from + width, values[i + 1]) - Math.max(from, values[i]);
          const whole = values[i + 1] - values[i];
          if (whole > 0 && shared > 0) counts[bin] += shared / whole / 8;
        }
      }
    }
    const draw = (heading: string, series: object, x: object, y: object, height: number): void => {
      place.append(element('h3', heading));
      const canvas = element('div');
      canvas.style.height = `${height}px`;
      place.append(canvas);
      const view = page.echarts.init(canvas, null, { renderer: 'canvas' });
      const text = { color: page.colour('--muted'), fontSize: 11 };
      const line = { lineStyle: { color: page.colour('--line') } };
      view.setOption(
        {
          animation: false,
          grid: { left: 46, right: 12, top: 8, bottom: 40 },
          tooltip: { trigger: 'axis', confine: true },
          xAxis: {
            ...x,
            axisLabel: { ...text, hideOverlap: true },
            nameTextStyle: text,
            nameLocation: 'middle',
            nameGap: 24,
            axisLine: line,
          },
          yAxis: { ...y, axisLabel: { ...text, formatter: page.formatSi }, splitLine: line },
          series: [series],
        },
        true,
      );
    };
    const blue = page.colour('--series-1');
    // The panel is laid out only after it is shown; a chart needs its width.
    requestAnimationFrame(() => {
      draw(
        isRaw
          ? `Histogram of ${values.length.toLocaleString('en')} latencies${beyond === 0 ? '' : `, without the ${beyond.toLocaleString('en')} above ${page.formatSi(high)} ${unit}`}`
          : 'Distribution of the latencies, from nine quantiles (raw values are in the run folder)',
        { type: 'bar', data: counts, barCategoryGap: '8%', itemStyle: { color: blue } },
        { type: 'category', name: unit, data: counts.map((_, i) => page.formatSi(low + (i + 0.5) * width)) },
        { type: 'value', name: '' },
        150,
      );
      if (!isRaw) return;
      draw(
        `Latencies in order, ${unit}`,
        { type: 'line', data: values, symbol: 'none', sampling: 'minmax', lineStyle: { width: 1, color: blue } },
        { type: 'category', name: 'inference', data: values.map((_, i) => i + 1) },
        greatest > 10 * low && low > 0 ? { type: 'log' } : { type: 'value', scale: true },
        150,
      );
    });
    return place;
  };

  const show = (row: number): void => {
    const model = rows.models[rows.model[row]];
    const device = rows.devices[rows.device[row]];
    const numbers = rows.numbers[row];
    const status = rows.statuses[rows.status[row]];
    body.replaceChildren();
    if (chosen.length > 1) {
      const label = element('label', `One of ${chosen.length.toLocaleString('en')} measurements `);
      const choice = document.createElement('select');
      for (const other of chosen.slice(0, most)) {
        const axes = rows.models[rows.model[other]].axes
          .map((axis, i) => ({ axis, level: axis.levels[rows.levels[other][i]] }))
          .filter(({ axis }) => axis.levels.length > 1)
          .map(({ axis, level }) => `${axis.name} ${level}`);
        const option = document.createElement('option');
        option.value = String(other);
        option.textContent = [rows.devices[rows.device[other]], ...axes].join(', ');
        option.selected = other === row;
        choice.append(option);
      }
      choice.addEventListener('change', () => show(Number(choice.value)));
      label.append(choice);
      if (chosen.length > most) label.append(element('small', ` (the first ${most}; filter the table for the rest)`));
      body.append(label);
    }
    const badge = element('span', status, `badge ${numbers === null ? 'failed' : status}`);
    const head = element('p', `${model.name} on ${device} `, 'details-head');
    head.append(badge);
    body.append(head);
    for (const note of rows.notes[row]) body.append(element('p', rows.texts[note], 'note'));
    if (numbers !== null) {
      const [median, low, high, throughput, n, generate, load, first, warmup, steady] = numbers;
      const spread = median > 0 ? ` (±${((50 * (high - low)) / median).toFixed(1)} %)` : '';
      body.append(
        element('p', ms(median), 'figure'),
        element('p', `median latency, interval ${ms(low)} to ${ms(high)}${spread}`, 'under'),
        facts([
          ['throughput', `${page.formatSi(throughput)} items/s`],
          ['inferences', n.toLocaleString('en')],
        ]),
        histogram(row),
        element('h3', 'Phases'),
        facts([
          ['generate', ms(generate)],
          ['load', ms(load)],
          ['first inference', ms(first)],
          ['warm-up', ms(warmup)],
          ['steady', ms(steady)],
        ]),
      );
      const health = rows.health[row] ?? [];
      const reading = (from: number, unit: string): string =>
        health[from] === null || health[from] === undefined
          ? 'unavailable'
          : `${page.formatSi(health[from])} → ${health[from + 1] === null ? '?' : page.formatSi(Number(health[from + 1]))} ${unit}`;
      body.append(
        element('h3', 'Device while measuring'),
        facts([
          ['frequency', reading(0, 'MHz')],
          ['temperature', reading(2, '°C')],
          [
            'others’ share of the processor',
            health[4] === null || health[4] === undefined ? 'unavailable' : `${(100 * health[4]).toFixed(1)} %`,
          ],
        ]),
      );
    }
    body.append(
      element('h3', 'Point'),
      facts([
        ...model.axes
          .map((axis, i) => [axis.name, axis.levels[rows.levels[row][i]]] as const)
          .filter(([, level]) => level !== ''),
        ['point', rows.point[row]],
      ]),
      element('h3', 'Environment'),
      facts(page.environments[`${rows.runs[rows.run[row]]} ${device}`] ?? [['device', device]]),
    );
  };

  if (chosen.length === 0) body.replaceChildren(element('p', 'No measurement of the run belongs here.'));
  else show(chosen[0]);
  if (!panel.open) panel.show();
  panel.querySelector('button')?.focus();
  panel.scrollTop = 0;
  panel.onkeydown = (event) => {
    if (event.key === 'Escape') panel.close();
  };
  panel.onclose = () => opener?.focus();
}
