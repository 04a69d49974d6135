// The theme in force: colours as a chart can use them, and when they change.

const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;
let known = new Map<string, string>();

/** Calls `redraw` after every change of VS Code's theme, until the function returned is called. */
export function onTheme(redraw: () => void): () => void {
  if (observer === undefined) {
    observer = new MutationObserver(changed);
    observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-kind'] });
    // Colours of a theme may change without its kind: VS Code then rewrites the variables on the root.
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
    matchMedia('(forced-colors: active)').addEventListener('change', changed);
  }
  listeners.add(redraw);
  return () => listeners.delete(redraw);
}

/** The colour of a name such as `--accent` as `#rrggbb` or `rgba(…)`, whatever CSS computes it from. */
export function colour(name: string): string {
  let found = known.get(name);
  if (found === undefined) {
    found = computed(`var(${name})`);
    known.set(name, found);
  }
  return found;
}

/** The family of fonts that the page is set in. */
export function fontFamily(): string {
  return getComputedStyle(document.body).fontFamily;
}

export function isHighContrast(): boolean {
  return document.body.classList.contains('vscode-high-contrast') || matchMedia('(forced-colors: active)').matches;
}

function changed(): void {
  known = new Map();
  for (const redraw of listeners) redraw();
}

/** A pixel painted in the colour: the one way that also knows mixtures and colour spaces. */
function computed(colour: string): string {
  const probe = document.createElement('span');
  probe.style.color = colour;
  document.body.append(probe);
  const text = getComputedStyle(probe).color;
  probe.remove();
  const brush = new OffscreenCanvas(1, 1).getContext('2d');
  if (brush === null) return text;
  brush.fillStyle = text;
  brush.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
  if (a < 255) return `rgba(${r},${g},${b},${(a / 255).toFixed(3)})`;
  return `#${[r, g, b].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
