import type { Clicked, Page } from './parts.ts';

/** Replaces each still picture by its live chart when it comes into view. */
export function showCharts(page: Page): void {
  interface Item {
    readonly tip?: string;
    readonly select?: { readonly model?: string; readonly axes: Readonly<Record<string, string>> };
  }
  interface Series {
    readonly row?: number;
    readonly data: readonly unknown[];
  }
  interface Option {
    readonly series: readonly Series[];
    readonly tooltip: Readonly<Record<string, unknown>>;
  }

  const rowOf = (option: Option, event: Clicked): number => {
    const place = option.series[event.seriesIndex]?.row;
    return place === undefined || !Array.isArray(event.data) ? -1 : Number(event.data[place]);
  };

  const describeRow = (row: number): string => {
    const rows = page.evidence;
    const numbers = rows?.numbers[row];
    if (rows === undefined || row < 0) return '';
    const model = rows.models[rows.model[row]];
    const axes = model.axes
      .map((axis, i) => ({ axis, level: axis.levels[rows.levels[row][i]] }))
      .filter(({ axis }) => axis.levels.length > 1)
      .map(({ axis, level }) => `${axis.name} ${level}`);
    const head = [rows.devices[rows.device[row]], model.name, ...axes].join(', ');
    if (numbers === null || numbers === undefined) return head;
    const [median, low, high] = numbers.map(page.formatSi);
    return `${head}\nmedian ${median} ms [${low}, ${high}]\n${rows.statuses[rows.status[row]]}`;
  };

  const tipElement = (text: string): HTMLElement | string => {
    if (text === '') return '';
    const box = document.createElement('div');
    box.className = 'tip';
    for (const line of text.split('\n')) {
      const part = document.createElement('div');
      part.textContent = line;
      box.append(part);
    }
    return box;
  };

  const matching = (select: NonNullable<Item['select']>): number[] => {
    const rows = page.evidence;
    if (rows === undefined) return [];
    const wanted = Object.entries(select.axes);
    const places = rows.models.map((model) =>
      wanted.map(([name, level]) => {
        const axis = model.axes.findIndex((one) => one.name === name);
        return { axis, level: axis < 0 ? -1 : model.axes[axis].levels.indexOf(level), name, text: level };
      }),
    );
    const found: number[] = [];
    for (let row = 0; row < rows.model.length; row += 1) {
      if (select.model !== undefined && rows.models[rows.model[row]].name !== select.model) continue;
      if (rows.reference[row] === 1) continue;
      const fits = places[rows.model[row]].every(({ axis, level, name, text }) =>
        name === 'device'
          ? rows.devices[rows.device[row]] === text
          : name === 'model' && axis < 0
            ? rows.models[rows.model[row]].name === text
            : axis >= 0 && rows.levels[row][axis] === level,
      );
      if (fits) found.push(row);
    }
    return found;
  };

  const draw = (place: HTMLElement): void => {
    const source = document.getElementById(`${place.dataset.chart}-option`)?.textContent;
    if (source === undefined || source === null) return;
    const option = JSON.parse(source) as Option;
    const canvas = document.createElement('div');
    canvas.className = 'live';
    canvas.style.height = `${place.dataset.height}px`;
    place.append(canvas);
    const view = page.echarts.init(canvas, null, { renderer: 'canvas' });
    const redraw = (): void => {
      const bound = page.bindOption(option as unknown as Record<string, unknown>, page.colour, page.formatSi);
      bound.tooltip = {
        ...(bound.tooltip as object),
        formatter: (event: Clicked) => tipElement((event.data as Item).tip ?? describeRow(rowOf(option, event))),
      };
      view.setOption(bound, true);
    };
    redraw();
    page.onTheme(redraw);
    view.on('click', (event) => {
      const row = rowOf(option, event);
      const select = (event.data as Item).select;
      if (row >= 0) page.openDetails(page, [row]);
      else if (select !== undefined) page.openDetails(page, matching(select));
    });
    new ResizeObserver(() => view.resize()).observe(canvas);
    place.classList.add('is-live');
  };

  const watcher = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        watcher.unobserve(entry.target);
        draw(entry.target as HTMLElement);
      }
    },
    { rootMargin: '300px' },
  );
  for (const place of document.querySelectorAll<HTMLElement>('[data-chart]')) watcher.observe(place);
}
