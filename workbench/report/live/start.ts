import type { Evidence } from './evidence.ts';
import type { Echarts, Page, Parts } from './parts.ts';

/** Makes the page live: theme, charts, table. */
export async function startReport(parts: Parts): Promise<void> {
  const read = <T>(id: string): T | undefined => {
    const text = document.getElementById(id)?.textContent;
    return text === undefined || text === null || text === '' ? undefined : (JSON.parse(text) as T);
  };
  /** Undefined in a browser that cannot decompress: charts and the first rows of the table are there without it. */
  const unpack = async <T>(id: string): Promise<T | undefined> => {
    const text = document.getElementById(id)?.textContent;
    if (text === undefined || text === null || typeof DecompressionStream === 'undefined') return undefined;
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return (await new Response(stream).json()) as T;
  };
  const redraws: (() => void)[] = [];
  const page: Page = {
    ...parts,
    evidence: await unpack<Evidence>('evidence'),
    environments: read<Page['environments']>('environments') ?? {},
    echarts: (globalThis as unknown as { echarts: Echarts }).echarts,
    colour: (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim() || '#808080',
    onTheme: (redraw) => redraws.push(redraw),
  };
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const toggle = document.getElementById('theme');
  const isDark = (): boolean => {
    const chosen = document.documentElement.dataset.theme;
    return chosen === undefined ? dark.matches : chosen === 'dark';
  };
  const changed = (): void => {
    if (toggle !== null) toggle.textContent = isDark() ? 'Light' : 'Dark';
    toggle?.setAttribute('aria-label', `Switch to ${isDark() ? 'light' : 'dark'} colours`);
    for (const redraw of redraws) redraw();
  };
  toggle?.addEventListener('click', () => {
    document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
    changed();
  });
  dark.addEventListener('change', changed);
  toggle?.removeAttribute('hidden');
  document.documentElement.classList.add('scripted');
  parts.showCharts(page);
  parts.showTable(page);
  changed();
}
