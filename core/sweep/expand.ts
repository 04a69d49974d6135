// From a sweep to its points: product, zip, when, derive, constraints, sampling. Costs are known before anything is
// built, and computed only where they are asked for.
import type { Diagnostic, Related } from '@edgewright/schemas/diagnostic.js';
import type { ResolvedModel, ResolvedSweep } from '@edgewright/schemas/resolved.js';
import type { OnnxSource } from '../models/onnx.ts';
import { seededRandom } from '../random.ts';
import { type Candidates, candidatesOf } from './candidates.ts';
import { compileCondition } from './condition.ts';
import { executionGrid } from './execution.ts';
import { type Findings, newFindings } from './findings.ts';
import type { PlannedPoint } from './point.ts';
import { samplePoints, shareOut } from './sample.ts';
import { dimensionsOf, gridSize } from './space.ts';
import { subjectOf } from './subject.ts';

export interface Expansion {
  /** In the order of the document: models, then their axes, then execution, the last axis fastest. */
  readonly points: readonly PlannedPoint[];
  /** Distinct points that constraints left out. */
  readonly excluded: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Combinations of all axes past which a sweep is refused before it is expanded: a person waits for no more. */
export const combinationLimit = 1_000_000;

/** Streams of the sweep's seed that samples draw from start here, one a model. */
const sampleStream = 16;

/** `files` holds the models of family `onnx` by their path in the document. */
export function expandSweep(sweep: ResolvedSweep, files: ReadonlyMap<string, OnnxSource>): Expansion {
  const findings = newFindings();
  const subjects = sweep.models.map((model, index) => subjectOf(model, index, files, findings));
  const done = (points: readonly PlannedPoint[], excluded: number) => {
    return { points, excluded, diagnostics: findings.diagnostics() };
  };
  if (isTooLarge(sweep, findings)) return done([], 0);
  const execution = executionGrid(sweep.execution, findings);
  const constraints = sweep.constraint.map((constraint) => compileCondition(constraint, findings));
  const spaces: Candidates[] = [];
  for (const [index, subject] of subjects.entries()) {
    const model = sweep.models[index] as ResolvedModel;
    if (!subject) continue;
    const taken = takenBy(spaces.filter((space) => space.model.family === model.family));
    spaces.push(candidatesOf({ model, index, subject, execution, findings }, constraints, sweep.seed, taken?.isTaken));
    taken?.report(model, index, findings);
  }
  const excluded = spaces.flatMap((space) => [...space.exclusions.values()]).reduce((sum, count) => sum + count, 0);
  reportEmpty(sweep, spaces, findings);
  const points = chosenPoints(sweep, spaces, findings);
  const limit = sweep.budget.points;
  if (limit !== undefined && points.length > limit) {
    findings.add(
      'over-budget',
      'error',
      { path: ['budget', 'points'], place: undefined },
      `The sweep has ${points.length} points, its budget is ${limit}.`,
      'Raise budget.points, use fewer values, add a constraint, or choose points by `sampling`.',
      { remedies: [{ kind: 'replace', text: String(points.length) }] },
    );
  }
  return done(points, excluded);
}

function isTooLarge(sweep: ResolvedSweep, findings: Findings): boolean {
  const { zip, when: _, ...axes } = sweep.execution;
  const executions = gridSize(dimensionsOf(namedAxes(axes), zip));
  const models = sweep.models.map((model) => gridSize(dimensionsOf(model.axes, model.zip)));
  const combinations = executions * models.reduce((sum, size) => sum + size, 0);
  if (combinations <= combinationLimit) return false;
  findings.add(
    'sweep-too-large',
    'error',
    { path: ['models'], place: sweep.models[0]?.place },
    `The axes have ${combinations} combinations before constraints; at most ${combinationLimit} are expanded.`,
    'Use fewer values or coarser ranges, or zip axes that need not form a product.',
  );
  return true;
}

function namedAxes(axes: Omit<ResolvedSweep['execution'], 'zip' | 'when'>) {
  return Object.entries(axes).map(([name, values]) => ({ name, values }));
}

/** Says which constraints left nothing: of the sweep, or of one model beside others that have points. */
function reportEmpty(sweep: ResolvedSweep, spaces: readonly Candidates[], findings: Findings): void {
  const isAllEmpty = spaces.every((space) => space.size === 0);
  for (const { model, index, size, exclusions } of spaces) {
    if (size > 0 || exclusions.size === 0) continue;
    const sorted = [...exclusions].sort(([, left], [, right]) => right - left);
    const causes = sorted.map(([source, count]) => `\`${source}\` excludes ${count}`);
    const total = sorted.reduce((sum, [, count]) => sum + count, 0);
    findings.add(
      isAllEmpty ? 'sweep-empty' : 'model-empty',
      isAllEmpty ? 'error' : 'warning',
      { path: ['models', index], place: model.place },
      `No point of ${model.name} is left of ${total}: ${causes.join(', ')}.`,
      'Loosen the constraint or change the axes.',
      { related: causesOf(model, sweep, exclusions) },
    );
  }
}

/** Where the constraints stand that excluded points, and the axes that they exclude. */
function causesOf(model: ResolvedModel, sweep: ResolvedSweep, exclusions: ReadonlyMap<string, number>): Related[] {
  const constraints = [...model.constraint, ...sweep.constraint].flatMap(({ source, place }) => {
    const count = exclusions.get(source);
    return count === undefined || !place ? [] : [{ place, message: `This constraint excludes ${count}.` }];
  });
  const axes = model.axes.flatMap(({ name, values, place }) =>
    place ? [{ place, message: `${name} has ${values.length === 1 ? '1 value' : `${values.length} values`}.` }] : [],
  );
  return [...constraints, ...axes];
}

/** Points of two models that measure the same have the same id: the first model's stays. */
function takenBy(earlier: readonly Candidates[]) {
  if (earlier.length === 0) return undefined;
  const owners = new Map(
    earlier.flatMap((space) =>
      Array.from({ length: space.size }, (_, place) => [space.idAt(place), space.model.name] as const),
    ),
  );
  const names = new Set<string>();
  let count = 0;
  return {
    isTaken(id: string) {
      const owner = owners.get(id);
      if (owner === undefined) return false;
      names.add(owner);
      count++;
      return true;
    },
    report(model: ResolvedModel, index: number, findings: Findings) {
      if (count === 0) return;
      const owner = [...names].join(' and ');
      findings.add(
        'points-shared',
        'warning',
        { path: ['models', index], place: model.place },
        `${count} points of ${model.name} are the same as points of ${owner} and are measured once, as ${owner}.`,
        'Remove the values that both models have, or make them one model.',
      );
    },
  };
}

function chosenPoints(sweep: ResolvedSweep, spaces: readonly Candidates[], findings: Findings): PlannedPoint[] {
  const { method, points } = sweep.sampling;
  if (method === 'grid' || points === undefined)
    return spaces.flatMap((space) => Array.from({ length: space.size }, (_, place) => space.planAt(place)));
  const filled = spaces.filter((space) => space.size > 0);
  const sizes = filled.map((space) => space.size);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const where = { path: ['sampling', 'points'], place: undefined };
  if (points < filled.length) {
    findings.add(
      'sampling-share',
      'error',
      where,
      `${points} points cannot cover ${filled.length} models, each of which gets at least one.`,
      `Ask for ${filled.length} points or more.`,
    );
    return [];
  }
  if (points > total) {
    findings.add(
      'sampling-all',
      'warning',
      where,
      `${points} points are wanted, but the sweep has ${total}: all are measured.`,
      'Use the method grid, or ask for fewer points.',
    );
  }
  const shares = shareOut(points, sizes);
  return filled.flatMap((space, position) => {
    const random = seededRandom(sweep.seed, sampleStream + space.index);
    const chosen = samplePoints(space.space, method, shares[position] as number, random);
    return chosen.map((place) => space.planAt(place));
  });
}
