import type { Page } from './parts.ts';

/** The raw table: sorted and filtered over all rows, of which only those in sight are in the document. */
export function showTable(page: Page): void {
  const rows = page.evidence;
  const place = document.getElementById('points');
  const table = place?.querySelector('table') ?? null;
  const body = table?.tBodies[0] ?? null;
  const filter = document.getElementById('filter') as HTMLInputElement | null;
  const status = document.getElementById('filter-status');
  if (rows === undefined || place === null || table === null || body === null || filter === null) return;

  const rowHeight = 30;
  const count = rows.model.length;
  const described = new Array<string | undefined>(count);
  const describe = (row: number): string => {
    const known = described[row];
    if (known !== undefined) return known;
    const model = rows.models[rows.model[row]];
    const text = model.axes
      .map((axis, i) => ({ axis, level: axis.levels[rows.levels[row][i]] }))
      .filter(({ axis, level }) => axis.levels.length > 1 && level !== '')
      .map(({ axis, level }) => `${axis.name} ${level}`)
      .join(', ');
    described[row] = text;
    return text;
  };
  const halfWidth = (row: number): number => {
    const numbers = rows.numbers[row];
    return numbers === null || numbers[0] === 0 ? Number.NaN : (50 * (numbers[2] - numbers[1])) / numbers[0];
  };
  const columns: readonly { readonly text: (row: number) => string; readonly number?: (row: number) => number }[] = [
    { text: (row) => String(row + 1), number: (row) => row },
    { text: (row) => rows.devices[rows.device[row]] },
    { text: (row) => rows.models[rows.model[row]].name },
    { text: describe },
    {
      text: (row) => (rows.numbers[row] === null ? '' : page.formatSi(rows.numbers[row][0])),
      number: (row) => rows.numbers[row]?.[0] ?? Number.NaN,
    },
    { text: (row) => (Number.isNaN(halfWidth(row)) ? '' : halfWidth(row).toFixed(1)), number: halfWidth },
    {
      text: (row) => (rows.numbers[row] === null ? '' : page.formatSi(rows.numbers[row][3])),
      number: (row) => rows.numbers[row]?.[3] ?? Number.NaN,
    },
    { text: (row) => rows.statuses[rows.status[row]] + (rows.reference[row] === 1 ? ', reference' : '') },
  ];
  let order = Array.from({ length: count }, (_, row) => row);
  let shown = order;

  const paint = (): void => {
    const first = Math.max(0, Math.floor(place.scrollTop / rowHeight) - 10);
    const last = Math.min(shown.length, first + Math.ceil(place.clientHeight / rowHeight) + 20);
    const spacer = (rowsHidden: number): HTMLTableRowElement => {
      const row = document.createElement('tr');
      row.setAttribute('aria-hidden', 'true');
      const cell = row.insertCell();
      cell.colSpan = columns.length;
      cell.style.cssText = `height:${rowsHidden * rowHeight}px;padding:0;border:0`;
      return row;
    };
    const painted: HTMLTableRowElement[] = first > 0 ? [spacer(first)] : [];
    for (const row of shown.slice(first, last)) {
      const line = document.createElement('tr');
      columns.forEach((column, i) => {
        const cell = line.insertCell();
        if (i === 0) {
          const button = document.createElement('button');
          button.textContent = column.text(row);
          button.setAttribute('aria-label', `Details of measurement ${row + 1}`);
          cell.append(button);
        } else cell.textContent = column.text(row);
        if (column.number !== undefined) cell.className = 'number';
        if (i === 3) cell.title = column.text(row);
      });
      line.addEventListener('click', () => page.openDetails(page, [row]));
      painted.push(line);
    }
    if (last < shown.length) painted.push(spacer(shown.length - last));
    body.replaceChildren(...painted);
    table.setAttribute('aria-rowcount', String(shown.length + 1));
  };

  const choose = (): void => {
    const words = filter.value
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    shown =
      words.length === 0
        ? order
        : order.filter((row) => {
            const text = [1, 2, 3, 7]
              .map((i) => columns[i].text(row))
              .join(' ')
              .toLowerCase();
            return words.every((word) => text.includes(word));
          });
    if (status !== null)
      status.textContent = `${shown.length.toLocaleString('en')} of ${count.toLocaleString('en')} measurements`;
    place.scrollTop = 0;
    paint();
  };

  const headers = [...(table.tHead?.rows[0].cells ?? [])];
  headers.forEach((header, i) => {
    const button = document.createElement('button');
    button.textContent = header.textContent;
    header.replaceChildren(button);
    button.addEventListener('click', () => {
      const down = header.getAttribute('aria-sort') === 'ascending';
      for (const other of headers) other.removeAttribute('aria-sort');
      header.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const sign = down ? -1 : 1;
      const { number, text } = columns[i];
      const compare = new Intl.Collator('en', { numeric: true }).compare;
      order = [...order].sort((a, b) => {
        if (number === undefined) return sign * compare(text(a), text(b));
        const [p, q] = [number(a), number(b)];
        // What has no number comes last either way.
        return Number.isNaN(p) || Number.isNaN(q) ? Number(Number.isNaN(p)) - Number(Number.isNaN(q)) : sign * (p - q);
      });
      choose();
    });
  });
  let waiting = false;
  place.addEventListener('scroll', () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      paint();
    });
  });
  filter.addEventListener('input', choose);
  new ResizeObserver(paint).observe(place);
  choose();
}
