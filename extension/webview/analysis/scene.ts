// Many points in a window of two logarithmic axes: which are drawn where, which is under the pointer. No document: loops
// over typed columns, a few milliseconds for 100,000 points.

/** Common logarithms of the values at the edges. */
export interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** The plot on the canvas, in CSS pixels. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Points {
  /** Rows of the cloud. */
  readonly members: Int32Array;
  /** By row: common logarithms. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** All points in the window, or where they are too many of each cell of a grid of pixels the first. */
export interface Sight {
  /** Rows drawn. */
  readonly rows: Int32Array;
  readonly px: Float32Array;
  readonly py: Float32Array;
  readonly drawn: number;
  /** Points in the window. */
  readonly inside: number;
}

/** More marks than this cost a frame and show no more. */
export const sightLimit = 6000;

/** Room that is used again for every frame. */
export interface SightRoom {
  stamps: Uint32Array;
  stamp: number;
  readonly rows: Int32Array;
  readonly px: Float32Array;
  readonly py: Float32Array;
}

export function sightRoom(): SightRoom {
  return {
    stamps: new Uint32Array(0),
    stamp: 0,
    rows: new Int32Array(sightLimit),
    px: new Float32Array(sightLimit),
    py: new Float32Array(sightLimit),
  };
}

/** At most `sightLimit` points: all of them, else those of cells of 2 pixels, and of larger ones where that leaves too many. */
export function look(points: Points, bounds: Bounds, plot: Plot, room: SightRoom = sightRoom()): Sight {
  for (let cell = 0; ; cell = cell === 0 ? 2 : cell * 1.5) {
    const sight = lookWith(points, bounds, plot, room, cell);
    if (sight !== undefined) return sight;
  }
}

/** Undefined where the room does not hold them. A cell of 0: all. */
function lookWith(points: Points, bounds: Bounds, plot: Plot, room: SightRoom, cell: number): Sight | undefined {
  const { members, x, y } = points;
  const isAll = cell === 0;
  const scaleX = plot.width / (bounds.right - bounds.left);
  const scaleY = plot.height / (bounds.top - bounds.bottom);
  const columns = isAll ? 0 : Math.ceil(plot.width / cell) + 1;
  const cells = isAll ? 0 : columns * (Math.ceil(plot.height / cell) + 1);
  if (room.stamps.length < cells) room.stamps = new Uint32Array(cells);
  const stamp = ++room.stamp;
  const { stamps, rows, px, py } = room;
  let drawn = 0;
  let inside = 0;
  for (let at = 0; at < members.length; at++) {
    const row = members[at] as number;
    const across = ((x[row] as number) - bounds.left) * scaleX;
    const down = (bounds.top - (y[row] as number)) * scaleY;
    if (!(across >= 0 && across <= plot.width && down >= 0 && down <= plot.height)) continue;
    inside++;
    if (!isAll) {
      const place = Math.floor(down / cell) * columns + Math.floor(across / cell);
      if (stamps[place] === stamp) continue;
      stamps[place] = stamp;
    }
    if (drawn === sightLimit) return undefined;
    rows[drawn] = row;
    px[drawn] = plot.left + across;
    py[drawn] = plot.top + down;
    drawn++;
  }
  return { rows, px, py, drawn, inside };
}

/** The row nearest to a place on the canvas, within `reach` pixels; undefined where none is. */
export function nearest(
  points: Points,
  bounds: Bounds,
  plot: Plot,
  at: { readonly x: number; readonly y: number },
  reach = 10,
): number | undefined {
  const scaleX = plot.width / (bounds.right - bounds.left);
  const scaleY = plot.height / (bounds.top - bounds.bottom);
  let best: number | undefined;
  let least = reach * reach;
  for (const row of points.members) {
    const dx = plot.left + ((points.x[row] as number) - bounds.left) * scaleX - at.x;
    const dy = plot.top + (bounds.top - (points.y[row] as number)) * scaleY - at.y;
    const distance = dx * dx + dy * dy;
    if (distance < least) [best, least] = [row, distance];
  }
  return best;
}

/** Rows between two corners on the canvas. */
export function within(
  points: Points,
  bounds: Bounds,
  plot: Plot,
  a: { readonly x: number; readonly y: number },
  b: { readonly x: number; readonly y: number },
): readonly number[] {
  const perX = (bounds.right - bounds.left) / plot.width;
  const perY = (bounds.top - bounds.bottom) / plot.height;
  const left = bounds.left + (Math.min(a.x, b.x) - plot.left) * perX;
  const right = bounds.left + (Math.max(a.x, b.x) - plot.left) * perX;
  const top = bounds.top - (Math.min(a.y, b.y) - plot.top) * perY;
  const bottom = bounds.top - (Math.max(a.y, b.y) - plot.top) * perY;
  const found: number[] = [];
  for (const row of points.members) {
    const [x, y] = [points.x[row] as number, points.y[row] as number];
    if (x >= left && x <= right && y >= bottom && y <= top) found.push(row);
  }
  return found;
}

/** The window after a zoom by `factor` (below 1: nearer) around a share of it, within `most`. */
export function zoomed(bounds: Bounds, most: Bounds, factor: number, at = { x: 0.5, y: 0.5 }): Bounds {
  const [x, y] = [bounds.left + at.x * (bounds.right - bounds.left), bounds.top - at.y * (bounds.top - bounds.bottom)];
  const grown = {
    left: x - (x - bounds.left) * factor,
    right: x + (bounds.right - x) * factor,
    bottom: y - (y - bounds.bottom) * factor,
    top: y + (bounds.top - y) * factor,
  };
  // A hundredth of a decade is narrower than any two measurements lie apart.
  if (grown.right - grown.left < 0.01 || grown.top - grown.bottom < 0.01) return bounds;
  return held(grown, most);
}

/** The window moved by a share of itself, within `most`. */
export function moved(bounds: Bounds, most: Bounds, by: { readonly x: number; readonly y: number }): Bounds {
  const [dx, dy] = [by.x * (bounds.right - bounds.left), by.y * (bounds.top - bounds.bottom)];
  return held(
    { left: bounds.left + dx, right: bounds.right + dx, bottom: bounds.bottom + dy, top: bounds.top + dy },
    most,
  );
}

/** Pushed back inside; as wide as `most` at most. */
function held(bounds: Bounds, most: Bounds): Bounds {
  const [left, right] = heldSpan(bounds.left, bounds.right, most.left, most.right);
  const [bottom, top] = heldSpan(bounds.bottom, bounds.top, most.bottom, most.top);
  return { left, right, bottom, top };
}

function heldSpan(low: number, high: number, least: number, greatest: number): readonly [number, number] {
  const width = Math.min(high - low, greatest - least);
  const start = Math.min(Math.max(low, least), greatest - width);
  return [start, start + width];
}
