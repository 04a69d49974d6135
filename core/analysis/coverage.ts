// What was measured of what was meant to be, by the levels of each axis.
import { type AxisInfo, axesOf, formatLevel, levelIn, type Region, regionOf } from './axes.ts';
import { type Estimate, wilson } from './interval.ts';
import { formatShare } from './number.ts';
import type { Plan } from './plan.ts';
import type { AxisValue, Row } from './table.ts';

export interface Coverage {
  readonly kind: 'coverage';
  readonly model: string;
  /** `records`: no plan was at hand, so that points never tried cannot be seen. */
  readonly source: 'plan' | 'records';
  readonly counts: CoverageCounts;
  readonly axes: readonly CoverageAxis[];
  readonly failures: readonly { readonly code: string; readonly points: number }[];
  /** Axes along which failures are not random. */
  readonly uneven: readonly Unevenness[];
  readonly region: Region;
}

/** Points times devices. */
export interface CoverageCounts {
  readonly measured: number;
  readonly failed: number;
  readonly pending: number;
  readonly excluded: number;
  readonly notSampled: number;
}

export interface CoverageAxis {
  readonly axis: AxisInfo;
  readonly levels: readonly {
    readonly level: AxisValue;
    readonly counts: CoverageCounts;
    /** failed / (measured + failed), with Wilson's interval; undefined where nothing was tried. */
    readonly failedShare: Estimate | undefined;
  }[];
}

export interface Unevenness {
  readonly axis: string;
  readonly most: { readonly level: AxisValue; readonly share: number };
  readonly least: { readonly level: AxisValue; readonly share: number };
  readonly text: string;
}

type Fate = keyof CoverageCounts;

interface Subject extends Pick<Row, 'axes' | 'device'> {
  readonly fate: Fate;
  readonly code: string | undefined;
}

/** `rows` of one model, reference measurements left out. Undefined where there is neither a row nor a planned point. */
export function coverage(rows: readonly Row[], plan: Plan | undefined, confidence = 0.95): Coverage | undefined {
  const model = rows[0]?.model;
  if (model === undefined) return undefined;
  const subjects = [...triedSubjects(rows), ...plannedSubjects(rows, plan, model)];
  const axes = axesOf(subjects);
  const counted = axes.map((axis) => countAxis(subjects, axis, confidence));
  const codes = new Map<string, number>();
  for (const { code } of subjects) if (code !== undefined) codes.set(code, (codes.get(code) ?? 0) + 1);
  const failures = [...codes]
    .map(([code, points]) => ({ code, points }))
    .sort((left, right) => right.points - left.points);
  return {
    kind: 'coverage',
    model,
    source: plan?.points.some((point) => point.model === model) ? 'plan' : 'records',
    counts: countFates(subjects),
    axes: counted,
    failures,
    uneven: counted.flatMap(unevenness),
    region: regionOf(axes),
  };
}

function triedSubjects(rows: readonly Row[]): Subject[] {
  const found = new Map<number, Subject>();
  for (const row of rows) {
    const key = row.configuration;
    if (row.status.kind === 'measured')
      found.set(key, { axes: row.axes, device: row.device, fate: 'measured', code: undefined });
    else if (found.get(key)?.fate !== 'measured') {
      found.set(key, { axes: row.axes, device: row.device, fate: 'failed', code: row.status.code });
    }
  }
  return [...found.values()];
}

function plannedSubjects(rows: readonly Row[], plan: Plan | undefined, model: string): Subject[] {
  if (!plan) return [];
  const tried = new Set(rows.map((row) => `${row.device}\n${row.point}`));
  const devices = [...new Set(rows.map((row) => row.device))];
  const fates = { planned: 'pending', excluded: 'excluded', 'not-sampled': 'notSampled' } as const;
  return plan.points.flatMap((planned) => {
    if (planned.model !== model) return [];
    return devices
      .filter((device) => !tried.has(`${device}\n${planned.point}`))
      .map((device) => ({ axes: planned.axes, device, fate: fates[planned.fate], code: undefined }));
  });
}

function countFates(subjects: readonly Subject[]): CoverageCounts {
  const counts: Record<Fate, number> = { measured: 0, failed: 0, pending: 0, excluded: 0, notSampled: 0 };
  for (const { fate } of subjects) counts[fate]++;
  return counts;
}

function countAxis(subjects: readonly Subject[], axis: AxisInfo, confidence: number): CoverageAxis {
  const byLevel = new Map<AxisValue | undefined, Subject[]>();
  for (const subject of subjects) {
    const level = levelIn(subject, axis.name);
    const known = byLevel.get(level);
    if (known) known.push(subject);
    else byLevel.set(level, [subject]);
  }
  const levels = axis.levels.map((level) => {
    const counts = countFates(byLevel.get(level) ?? []);
    const tried = counts.measured + counts.failed;
    return { level, counts, failedShare: tried === 0 ? undefined : wilson(counts.failed, tried, confidence) };
  });
  return { axis, levels };
}

/** Failures count as uneven along an axis where the intervals of its worst and its best level do not meet. */
function unevenness({ axis, levels }: CoverageAxis): Unevenness[] {
  const known = levels.flatMap(({ level, failedShare }) => (failedShare ? [{ level, share: failedShare }] : []));
  const sorted = known.sort((left, right) => right.share.value - left.share.value);
  const [most, least] = [sorted[0], sorted.at(-1)];
  if (!most || !least || most.share.low <= least.share.high) return [];
  const shares = known
    .toSorted((left, right) => axis.levels.indexOf(left.level) - axis.levels.indexOf(right.level))
    .map(({ level, share }) => `${formatShare(share.value)} at ${formatLevel(level)}`);
  const shown = shares.length > 8 ? [...shares.slice(0, 4), '...', ...shares.slice(-3)] : shares;
  const text = `Failures are not random along ${axis.name}: ${shown.join(', ')} failed.`;
  const pick = ({ level, share }: { level: AxisValue; share: Estimate }) => ({ level, share: share.value });
  return [{ axis: axis.name, most: pick(most), least: pick(least), text }];
}
