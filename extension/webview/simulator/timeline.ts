// The recording on a time axis: a lane for each name of an event, one for firings, and where one stands. A slider to the
// keyboard and to screen readers.
import type { SimulationFace } from '../../protocol.ts';
import { element } from '../shared/elements.ts';
import { colour, fontFamily, onTheme } from '../shared/theme.ts';
import { clockOf } from './words.ts';

export interface Timeline {
  readonly element: HTMLElement;
  show(face: SimulationFace): void;
  /** Marks the step, and moves the section of time that is shown to where it is. */
  move(step: number): void;
  /** 2: half as much time, around the step. */
  zoom(factor: number): void;
}

const laneHeight = 18;
const axisHeight = 18;
const gap = 8;
const seriesCount = 8;

export function newTimeline(onChoose: (step: number) => void): Timeline {
  const canvas = element('canvas', {
    class: 'timeline-canvas',
    role: 'slider',
    tabindex: 0,
    'aria-label': 'Step of the recording',
    'aria-valuemin': 0,
  });
  const legend = element('div', { class: 'timeline-names', 'aria-hidden': 'true' });
  const box = element('div', { class: 'timeline' }, legend, canvas);
  let face: SimulationFace | undefined;
  let step = 0;
  let from = 0;
  let to = 1;
  let isWaiting = false;

  const begin = (): number => face?.times[0] ?? 0;
  const end = (): number => Math.max(face?.times.at(-1) ?? 1, face?.firings.at(-1)?.time ?? 1, begin() + 1);
  const timeAt = (at: number): number => {
    const { times } = face!;
    return at === 0 ? begin() : at > times.length ? end() : times[at - 1]!;
  };
  const width = (): number => Math.max(1, canvas.clientWidth - 2 * gap);
  const x = (time: number): number => gap + ((time - from) / (to - from)) * width();

  const draw = (): void => {
    isWaiting = false;
    const brush = canvas.getContext('2d');
    if (face === undefined || brush === null || canvas.clientWidth === 0) return;
    const height = (face.names.length + 1) * laneHeight + axisHeight;
    const scale = devicePixelRatio;
    canvas.width = Math.round(canvas.clientWidth * scale);
    canvas.height = Math.round(height * scale);
    canvas.style.height = `${height}px`;
    brush.scale(scale, scale);
    brush.font = `11px ${fontFamily()}`;
    brush.fillStyle = colour('--line');
    for (let lane = 0; lane <= face.names.length; lane++)
      brush.fillRect(gap, lane * laneHeight + laneHeight / 2, width(), 1);
    drawEvents(brush);
    drawFirings(brush);
    drawAxis(brush, height);
    const at = Math.round(x(timeAt(step)));
    brush.fillStyle = colour('--focus');
    brush.fillRect(at - 1, 0, 2, height - axisHeight);
  };

  /** One mark for all events of a lane at a pixel. */
  const drawEvents = (brush: CanvasRenderingContext2D): void => {
    const { times, lanes, names } = face!;
    const last = names.map(() => -10);
    for (const [at, time] of times.entries()) {
      if (time < from || time > to) continue;
      const lane = lanes[at]!;
      const left = Math.round(x(time));
      if (left - last[lane]! < 1) continue;
      last[lane] = left;
      brush.fillStyle = colour(`--series-${(lane % seriesCount) + 1}`);
      brush.fillRect(left - 1, lane * laneHeight + 4, 2, laneHeight - 8);
    }
  };

  const drawFirings = (brush: CanvasRenderingContext2D): void => {
    const middle = face!.names.length * laneHeight + laneHeight / 2;
    for (const { time, kind, outcome } of face!.firings) {
      if (time < from || time > to) continue;
      const at = Math.round(x(time));
      brush.beginPath();
      brush.moveTo(at, middle - 6);
      brush.lineTo(at + 5, middle);
      brush.lineTo(at, middle + 6);
      brush.lineTo(at - 5, middle);
      brush.closePath();
      // A timeout is hollow, so that it is told apart without colour.
      if (kind === 'match') {
        brush.fillStyle = colour(outcome === 'failed' ? '--bad' : '--accent');
        brush.fill();
      } else {
        brush.strokeStyle = colour(outcome === 'failed' ? '--bad' : '--warn');
        brush.stroke();
      }
    }
  };

  const drawAxis = (brush: CanvasRenderingContext2D, height: number): void => {
    brush.fillStyle = colour('--muted');
    const ticks = Math.max(2, Math.min(6, Math.floor(width() / 130)));
    for (let tick = 0; tick < ticks; tick++) {
      const time = from + ((to - from) * tick) / (ticks - 1);
      brush.textAlign = tick === 0 ? 'left' : tick === ticks - 1 ? 'right' : 'center';
      brush.fillText(clockOf(time, end() - begin() > 86_400_000), x(time), height - 5);
    }
  };

  const redraw = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(draw);
  };

  const follow = (): void => {
    const time = timeAt(step);
    if (time >= from && time <= to) return;
    const half = (to - from) / 2;
    from = Math.max(begin(), Math.min(time - half, end() - 2 * half));
    to = from + 2 * half;
  };

  const tell = (): void => {
    const last = face === undefined ? 0 : face.times.length + 1;
    canvas.setAttribute('aria-valuemax', String(last));
    canvas.setAttribute('aria-valuenow', String(step));
    const where = step === 0 ? 'before the first event' : step === last ? 'end of the recording' : `event ${step}`;
    canvas.setAttribute('aria-valuetext', where);
  };

  canvas.addEventListener('pointerdown', (event) => {
    if (face === undefined) return;
    const lane = Math.floor(event.offsetY / laneHeight);
    const time = from + ((event.offsetX - gap) / width()) * (to - from);
    onChoose(nearest(face, lane, time));
  });
  new ResizeObserver(redraw).observe(canvas);
  onTheme(redraw);

  return {
    element: box,
    show(shown) {
      face = shown;
      step = Math.min(step, shown.times.length + 1);
      from = begin();
      to = end();
      const names = [...shown.names, 'fires'];
      legend.replaceChildren(...names.map((name) => element('div', { class: 'ellipsis', title: name }, name)));
      tell();
      redraw();
    },
    move(to) {
      step = to;
      if (face !== undefined) follow();
      tell();
      redraw();
    },
    zoom(factor) {
      if (face === undefined) return;
      const whole = end() - begin();
      const span = Math.min(whole, Math.max((to - from) / factor, whole / 10_000, 1));
      const middle = timeAt(step);
      from = Math.max(begin(), Math.min(middle - span / 2, end() - span));
      to = from + span;
      redraw();
    },
  };
}

/** The step of the event nearest to a time: of the lane that was pressed where it has one, a firing's own in its lane. */
function nearest({ times, lanes, names, firings }: SimulationFace, lane: number, time: number): number {
  if (lane === names.length && firings.length > 0) {
    return firings.reduce((a, b) => (Math.abs(b.time - time) < Math.abs(a.time - time) ? b : a)).step;
  }
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  const own = lane < names.length && lanes.includes(lane);
  for (const [at, each] of times.entries()) {
    const off = Math.abs(each - time);
    if ((own && lanes[at] !== lane) || off >= least) continue;
    least = off;
    best = at + 1;
  }
  return best;
}
