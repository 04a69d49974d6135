// What a pointer does to a cloud: a drag moves it, with Shift it takes a box, with Ctrl the wheel zooms, a press chooses.
import type { Bounds } from './scene.ts';

/** Pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Gestures {
  readonly point: (at: Place) => void;
  readonly leave: () => void;
  readonly bounds: () => Bounds;
  /** By so many pixels since the drag began at the window `from`. */
  readonly move: (by: Place, from: Bounds) => void;
  /** While the box is drawn, and when it is taken. */
  readonly box: (from: Place, to: Place) => void;
  readonly take: (from: Place, to: Place) => void;
  readonly endBox: () => void;
  readonly press: (at: Place) => void;
  readonly reset: () => void;
  readonly zoom: (factor: number, at: Place) => void;
}

/** Pixels that a hand moves without meaning to. */
const tremor = 4;

export function listenToPointer(stage: HTMLElement, gestures: Gestures): void {
  let from: (Place & { readonly bounds: Bounds; readonly isBox: boolean }) | undefined;
  let isMoved = false;
  const placeOf = (event: MouseEvent): Place => {
    const edge = stage.getBoundingClientRect();
    return { x: event.clientX - edge.left, y: event.clientY - edge.top };
  };
  stage.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    from = { ...placeOf(event), bounds: gestures.bounds(), isBox: event.shiftKey };
    isMoved = false;
  });
  stage.addEventListener('pointermove', (event) => {
    const at = placeOf(event);
    if (from === undefined) {
      gestures.point(at);
      return;
    }
    if (!isMoved && Math.hypot(at.x - from.x, at.y - from.y) < tremor) return;
    if (!isMoved) stage.setPointerCapture(event.pointerId);
    isMoved = true;
    if (from.isBox) gestures.box(from, at);
    else {
      stage.classList.add('is-moving');
      gestures.move({ x: at.x - from.x, y: at.y - from.y }, from.bounds);
    }
  });
  const end = (event: PointerEvent): void => {
    const start = from;
    from = undefined;
    stage.classList.remove('is-moving');
    gestures.endBox();
    if (start === undefined || event.type === 'pointercancel') return;
    const at = placeOf(event);
    if (!isMoved) gestures.press(at);
    else if (start.isBox) gestures.take(start, at);
  };
  stage.addEventListener('pointerup', end);
  stage.addEventListener('pointercancel', end);
  stage.addEventListener('pointerleave', gestures.leave);
  stage.addEventListener('dblclick', gestures.reset);
  stage.addEventListener(
    'wheel',
    (event) => {
      // The bare wheel scrolls the page.
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      gestures.zoom(2 ** (event.deltaY / 400), placeOf(event));
    },
    { passive: false },
  );
}
