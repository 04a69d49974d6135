// The graph as boxes and lines. Only what is in sight is in the document, whatever the size of the graph.
import { boxHeight, boxWidth, type Drawing, type Stage, type StageNode } from '../../protocol.ts';
import { element, iconButton, write } from '../shared/elements.ts';
import type { Figure } from './figures.ts';
import { boxesIn, type Look, linesIn, neighbour, type Scene, sceneOf, svgElement } from './scene.ts';

export interface GraphDrawing {
  readonly element: HTMLElement;
  show(stage: Stage, figure: Figure, found: ReadonlySet<number> | undefined): void;
  /** Brings the box into sight. */
  pick(place: number | undefined): void;
}

const zooms = [0.2, 0.35, 0.5, 0.7, 0.85, 1, 1.25, 1.6, 2];
const tooMany = 'The graph has too many nodes to be drawn; the list has all.';
/** Below it, text cannot be read. */
const leastText = 0.45;

export function newDrawing(onPick: (place: number) => void): GraphDrawing {
  let shown: Scene | undefined;
  let figure: Figure | undefined;
  let found: ReadonlySet<number> | undefined;
  let picked: number | undefined;
  let zoom = 1;

  const svg = svgElement('svg', { class: 'drawing-view', 'aria-hidden': 'true' });
  const extent = element('div', { class: 'drawing-extent' });
  extent.append(svg);
  const scroll = element(
    'div',
    {
      class: 'drawing-scroll',
      role: 'application',
      tabindex: 0,
      'aria-label': 'Drawing of the graph: arrow keys follow its lines, plus and minus zoom',
      onscroll: () => requestAnimationFrame(paint),
      onclick: (event) => press(event),
      onkeydown: (event) => walk(event as KeyboardEvent),
      onwheel: (event) => wheel(event as WheelEvent),
    },
    extent,
  );
  const none = element('p', { class: 'muted drawing-none' });
  const said = element('span', { class: 'visually-hidden', role: 'status' });
  new ResizeObserver(() => paint()).observe(scroll);

  /** A graph that is narrower than the pane stands in its middle. */
  const inset = (): number => Math.max(0, (scroll.clientWidth - (shown?.drawing.width ?? 0) * zoom) / 2);
  const reveal = (place: number): void => {
    if (shown !== undefined) scrollTo(scroll, boxOf(shown.drawing, { place, zoom, inset: inset() }));
  };
  const paint = (): void => {
    if (shown === undefined || figure === undefined) return;
    const [width, height] = [scroll.clientWidth, scroll.clientHeight];
    const [left, top] = [scroll.scrollLeft - inset(), scroll.scrollTop];
    svg.setAttribute('style', `left: ${scroll.scrollLeft}px; top: ${top}px`);
    svg.setAttribute('width', String(width));
    svg.setAttribute('height', String(height));
    const sight = { left: left / zoom, top: top / zoom, right: (left + width) / zoom, bottom: (top + height) / zoom };
    svg.setAttribute('viewBox', `${sight.left} ${sight.top} ${width / zoom} ${height / zoom}`);
    const look: Look = { figure, picked, isText: zoom >= leastText, isSought: (place) => found?.has(place) ?? true };
    svg.replaceChildren(...linesIn(shown, sight, picked), ...boxesIn(shown, sight, look));
  };
  const zoomTo = (wanted: number): void => {
    if (shown === undefined) return;
    const middle = [scroll.scrollLeft + scroll.clientWidth / 2, scroll.scrollTop + scroll.clientHeight / 2];
    const [x, y] = middle.map((at) => (at / zoom) * wanted) as [number, number];
    zoom = wanted;
    size();
    scroll.scrollTo(x - scroll.clientWidth / 2, y - scroll.clientHeight / 2);
    paint();
  };
  const zoomBy = (step: 1 | -1): void => {
    const next = step > 0 ? zooms.find((each) => each > zoom + 0.01) : zooms.findLast((each) => each < zoom - 0.01);
    if (next !== undefined) zoomTo(next);
  };
  const size = (): void => {
    const { width = 0, height = 0 } = shown?.drawing ?? {};
    extent.style.width = `${width * zoom}px`;
    extent.style.height = `${height * zoom}px`;
  };
  /** As wide as the pane, as long as it can be read. */
  const fit = (): void => {
    if (shown === undefined) return;
    zoomTo(Math.max(0.5, Math.min(1, scroll.clientWidth / shown.drawing.width)));
  };
  const press = (event: Event): void => {
    const place = (event.target as Element).closest('[data-place]')?.getAttribute('data-place');
    if (place !== null && place !== undefined) onPick(Number(place));
  };
  const wheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoomBy(event.deltaY < 0 ? 1 : -1);
  };
  const walk = (event: KeyboardEvent): void => {
    if (shown === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') zoomBy(1);
    else if (event.key === '-') zoomBy(-1);
    else if (event.key === '0') fit();
    else {
      const next = neighbour(shown, picked, event.key);
      if (next === undefined) return;
      onPick(next);
    }
    event.preventDefault();
  };

  return {
    element: element(
      'section',
      { class: 'drawing', 'aria-label': 'Drawing' },
      element(
        'div',
        { class: 'drawing-tools' },
        iconButton('zoom-in', 'Zoom in', () => zoomBy(1)),
        iconButton('zoom-out', 'Zoom out', () => zoomBy(-1)),
        iconButton('screen-normal', 'Fit the width', fit),
      ),
      scroll,
      none,
      said,
    ),
    show(stage, newFigure, newFound) {
      const isNew = stage !== shown?.stage;
      [figure, found] = [newFigure, newFound];
      scroll.hidden = stage.drawing === undefined;
      write(none, stage.nodes.length === 0 ? 'The graph has no nodes.' : tooMany);
      none.hidden = stage.drawing !== undefined;
      if (stage.drawing === undefined) {
        shown = undefined;
        return;
      }
      if (isNew) {
        shown = sceneOf(stage, stage.drawing);
        svg.replaceChildren();
        size();
        fit();
        const first = stage.drawing.x.findIndex((x) => !Number.isNaN(x));
        reveal(first);
      }
      paint();
    },
    pick(place) {
      picked = place;
      if (shown !== undefined && place !== undefined) {
        write(said, saidOf(shown.stage.nodes[place]!));
        reveal(place);
      }
      paint();
    },
  };
}

function saidOf({ op, name, output, sources }: StageNode): string {
  return `${op} ${name}, ${output}, ${sources.length} inputs`;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** In pixels of the pane. */
function boxOf(
  { x, y }: Drawing,
  { place, zoom, inset }: { readonly place: number; readonly zoom: number; readonly inset: number },
): Box {
  const [left, top] = [x[place] ?? Number.NaN, y[place] ?? 0];
  return { left: left * zoom + inset, top: top * zoom, width: boxWidth * zoom, height: boxHeight * zoom };
}

/** Only where it is out of sight. */
function scrollTo(scroll: HTMLElement, { left, top, width, height }: Box): void {
  const isInside =
    left >= scroll.scrollLeft &&
    left + width <= scroll.scrollLeft + scroll.clientWidth &&
    top >= scroll.scrollTop &&
    top + height <= scroll.scrollTop + scroll.clientHeight;
  if (Number.isNaN(left) || isInside) return;
  scroll.scrollTo(left + width / 2 - scroll.clientWidth / 2, top + height / 2 - scroll.clientHeight / 3);
}
