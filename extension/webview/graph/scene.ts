// What of a drawing is in sight, as elements of a picture; and the way from one box to the next.
import { boxHeight, boxWidth, type Drawing, type Stage, type StageNode } from '../../protocol.ts';
import type { Figure } from './figures.ts';
import { readersOf } from './rows.ts';

/** Pixels of the bands by which lines are found. */
const band = 400;
const svgNames = 'http://www.w3.org/2000/svg';

export interface Scene {
  readonly stage: Stage;
  readonly drawing: Drawing;
  /** Places of boxes by their top, ascending, and in each row from left to right. */
  readonly rows: readonly { readonly y: number; readonly places: readonly number[] }[];
  /** Indices of lines by band. */
  readonly bands: ReadonlyMap<number, readonly number[]>;
  readonly readers: readonly (readonly number[])[];
}

export function sceneOf(stage: Stage, drawing: Drawing): Scene {
  const { x, y, lines } = drawing;
  const boxes = stage.nodes.flatMap((_, place) => (Number.isNaN(x[place]!) ? [] : [place]));
  const rows = [...Map.groupBy(boxes, (place) => y[place]!)]
    .map(([top, places]) => ({ y: top, places: places.toSorted((a, b) => x[a]! - x[b]!) }))
    .sort((a, b) => a.y - b.y);
  const bands = new Map<number, number[]>();
  for (const [at, { points }] of lines.entries()) {
    if (points.length === 0) continue;
    for (let each = Math.floor(points[1]! / band); each <= Math.floor(points.at(-1)! / band); each++) {
      const list = bands.get(each) ?? [];
      bands.set(each, list);
      list.push(at);
    }
  }
  return { stage, drawing, rows, bands, readers: readersOf(stage) };
}

export interface Sight {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Look {
  readonly figure: Figure;
  readonly picked: number | undefined;
  readonly isText: boolean;
  readonly isSought: (place: number) => boolean;
}

export function linesIn({ drawing, bands }: Scene, sight: Sight, picked: number | undefined): readonly Element[] {
  const near = new Set<number>();
  for (let each = Math.floor(sight.top / band); each <= Math.floor(sight.bottom / band); each++)
    for (const line of bands.get(each) ?? []) near.add(line);
  const paths = [...near].map((at) => {
    const { from, to, points } = drawing.lines[at]!;
    const isPicked = from === picked || to === picked;
    return svgElement('path', { d: pathOf(points), class: isPicked ? 'line is-picked' : 'line' });
  });
  // On top of the others.
  return paths.sort((a, b) => a.classList.length - b.classList.length);
}

/** Down at both ends of every piece. */
function pathOf(points: readonly number[]): string {
  let path = `M${points[0]} ${points[1]}`;
  for (let at = 2; at < points.length; at += 2) {
    const [x0, y0, x, y] = [points[at - 2]!, points[at - 1]!, points[at]!, points[at + 1]!];
    const middle = (y0 + y) / 2;
    path += x0 === x ? `L${x} ${y}` : `C${x0} ${middle} ${x} ${middle} ${x} ${y}`;
  }
  return path;
}

export function boxesIn({ stage, drawing, rows }: Scene, sight: Sight, look: Look): readonly Element[] {
  const first = rows.findIndex(({ y }) => y + boxHeight >= sight.top);
  const boxes: Element[] = [];
  for (let at = Math.max(0, first); at < rows.length && rows[at]!.y <= sight.bottom; at++) {
    for (const place of rows[at]!.places) {
      const left = drawing.x[place]!;
      if (left + boxWidth < sight.left || left > sight.right) continue;
      boxes.push(boxElement(stage.nodes[place]!, place, { ...look, left, top: rows[at]!.y }));
    }
  }
  return boxes;
}

function boxElement(
  node: StageNode,
  place: number,
  { left, top, figure, picked, isText, isSought }: Look & { readonly left: number; readonly top: number },
): Element {
  const value = figure.of(place);
  const share = value === undefined || figure.most === 0 ? 0 : Math.min(1, value / figure.most);
  const run = node.run === undefined || node.run.by === 'wasm' ? '' : ' is-left';
  const box = svgElement('g', {
    'data-place': String(place),
    transform: `translate(${left} ${top})`,
    class: `box kind-of-${node.kind}${place === picked ? ' is-picked' : ''}${run}${isSought(place) ? '' : ' is-dim'}`,
  });
  box.append(svgElement('rect', { class: 'box-ground', width: String(boxWidth), height: String(boxHeight), rx: '4' }));
  if (share > 0)
    box.append(
      svgElement('rect', {
        class: 'box-bar',
        y: String(boxHeight - 4),
        x: '1',
        height: '3',
        width: String(Math.max(2, share * (boxWidth - 2))),
      }),
    );
  if (isText) {
    box.append(textElement('box-op', 18, node.op, 20), textElement('box-name', 33, node.name, 25));
    const title = svgElement('title', {});
    title.textContent = [`${node.op} ${node.name}`, node.output].join('\n');
    box.append(title);
  }
  return box;
}

function textElement(name: string, y: number, text: string, most: number): Element {
  const made = svgElement('text', { class: name, x: '10', y: String(y) });
  // The end of a name says more than its middle.
  made.textContent =
    text.length <= most ? text : `${text.slice(0, Math.floor(most / 2) - 1)}…${text.slice(-Math.ceil(most / 2))}`;
  return made;
}

export function svgElement(tag: string, attributes: Readonly<Record<string, string>>): Element {
  const made = document.createElementNS(svgNames, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/** Up to what it reads, down to what reads it, to the boxes beside it. */
export function neighbour(
  { stage, rows, readers }: Scene,
  picked: number | undefined,
  key: string,
): number | undefined {
  if (!key.startsWith('Arrow')) return undefined;
  const row = rows.find(({ places }) => picked !== undefined && places.includes(picked));
  if (picked === undefined || row === undefined) return rows[0]?.places[0];
  const at = row.places.indexOf(picked);
  const drawn = (place: number): boolean => stage.nodes[place]!.depth === 0;
  if (key === 'ArrowLeft') return row.places[at - 1];
  if (key === 'ArrowRight') return row.places[at + 1];
  return (key === 'ArrowUp' ? stage.nodes[picked]!.sources : readers[picked])?.find(drawn);
}
