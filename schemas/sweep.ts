// The text of a sweep document to a resolved sweep, or to what is wrong with it.
import { checkAnalyses } from './analyses.ts';
import { parseExpressions } from './conditions.ts';
import type { Diagnostic, Remedy } from './diagnostic.ts';
import { parseExecution, withScenarioWords } from './execution.ts';
import { familyNames } from './family.ts';
import { listOr, removal, replaceBy } from './finding.ts';
import { cnn, fc, mobile, onnx, rnn, sweep as sweepShape, transformer } from './generated/document-shapes.ts';
import type { FamilyName } from './generated/record.ts';
import type { Analysis, Budget, Order, Sampling } from './generated/sweep.ts';
import { checkKind } from './kind.ts';
import { measureRule } from './measure.ts';
import { asMap, parseModel } from './model.ts';
import { executionNames, sweepConstraintNames } from './names.ts';
import { nearest } from './nearest.ts';
import { Report } from './report.ts';
import type { ResolvedModel, ResolvedOrder, ResolvedSweep } from './resolved.ts';
import { checkShape, type Validator } from './shape.ts';
import sweepSchema from './sweep.schema.json' with { type: 'json' };
import { readDuration } from './units.ts';
import { type DocumentLimits, defaultDocumentLimits, type ParsedYaml, type Path, parseYaml } from './yaml.ts';
import { withFlatZip } from './zip.ts';

export interface ParsedSweep {
  /** Errors and warnings in the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined if and only if there is an error. */
  readonly sweep: ResolvedSweep | undefined;
}

/** Never throws, whatever the text. */
export function parseSweep(text: string, limits: DocumentLimits = defaultDocumentLimits): ParsedSweep {
  return readSweepFrom(parseYaml(text, limits));
}

/** As parseSweep, for who has parsed the text as YAML. */
export function readSweepFrom(yaml: ParsedYaml): ParsedSweep {
  if (yaml.kind === 'error') return { diagnostics: yaml.diagnostics, sweep: undefined };
  const report = new Report(yaml.source);
  const sweep = readSweep(yaml.source.value, report);
  return { diagnostics: report.diagnostics(), sweep: report.hasErrors ? undefined : sweep };
}

/** A sweep as far as its shape is known to be good; every part is looked at only where its shape is. */
interface Document {
  readonly name?: string;
  readonly description?: string;
  readonly seed?: number;
  readonly models?: readonly unknown[];
  readonly execution?: Readonly<Record<string, unknown>>;
  readonly constraint?: readonly string[];
  readonly measure?: Readonly<Record<string, unknown>>;
  readonly sampling?: Sampling;
  readonly order?: Order;
  readonly budget?: Budget;
  readonly analyses?: readonly Analysis[];
}

function readSweep(value: unknown, report: Report): ResolvedSweep | undefined {
  const kind = checkKind(checkShape(sweepShape as Validator, value, []), value, 'sweep/v1');
  const { execution: executionSpec } = asMap(value);
  const zipped = withFlatZip(kind.findings, asMap(executionSpec).zip, ['execution', 'zip']);
  const findings = kind.isForeign ? kind.findings : withScenarioWords(zipped, executionSpec);
  for (const finding of findings) report.add(finding);
  if (kind.isForeign) return undefined;
  const document = value as Document;
  const isGood = (...path: Path) => !findings.some((finding) => startsWith(finding.path, path));
  /** The keys of a section whose own shape is good. */
  const goodPart = (section: 'execution' | 'measure') =>
    Object.fromEntries(Object.entries(asMap(document[section])).filter(([key]) => isGood(section, key)));

  const specs = Array.isArray(document.models) ? (document.models as readonly unknown[]) : [];
  const parsed = specs.map((model, index) => readModel(model, ['models', index], report));
  const models = parsed.filter((model) => model !== undefined);
  const areModelsKnown = isGood('models') && models.length === specs.length;
  checkModelNames(models, report);
  const modelNames = models.map((model) => model.name);

  const execution = parseExecution(goodPart('execution'), modelNames, report);
  const names = areModelsKnown
    ? sweepConstraintNames(
        modelNames,
        models.map((model) => model.parameters),
      )
    : undefined;
  const constraint = isGood('constraint')
    ? parseExpressions(document.constraint ?? [], ['constraint'], names, report)
    : [];
  const measure = measureRule(goodPart('measure'), report);
  const { sampling, order, budget, analyses } = document;
  if (isGood('sampling') && isGood('budget')) checkSampling(sampling, budget, report);
  const axes = new Set<string>([...executionNames, ...models.flatMap((model) => [...model.parameters.keys()])]);
  if (isGood('order')) checkOrder(order, areModelsKnown ? axes : undefined, report);
  if (isGood('analyses') && areModelsKnown) checkAnalyses(analyses ?? [], models, report);
  const time =
    isGood('budget') && budget?.time !== undefined ? readDuration(budget.time, ['budget', 'time'], report) : undefined;
  if (report.hasErrors || document.name === undefined) return undefined;

  return {
    name: document.name,
    description: document.description ?? '',
    seed: document.seed ?? sweepSchema.properties.seed.default,
    models: models.map(({ parameters: _, path: __, ...model }) => model),
    execution,
    constraint,
    measure,
    sampling: {
      method: sampling?.method ?? 'grid',
      points: sampling?.method === 'grid' ? undefined : sampling?.points,
    },
    order: resolveOrder(order),
    budget: { time, points: budget?.points },
    analyses: analyses?.map((analysis) => ({ metric: 'latency', ...analysis })),
  };
}

const familyShapes = { fc, cnn, rnn, transformer, mobile, onnx } as Readonly<Record<FamilyName, Validator>>;

function readModel(value: unknown, path: Path, report: Report): ReturnType<typeof parseModel> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { family } = value as { family?: unknown };
  const known = familyNames.find((name) => name === family);
  if (known === undefined) return undefined;
  const { zip } = value as { zip?: unknown };
  const findings = withFlatZip(checkShape(familyShapes[known], value, path), zip, [...path, 'zip']);
  for (const finding of findings) report.add(finding);
  const isGood = (key: string) => !findings.some((finding) => startsWith(finding.path, [...path, key]));
  return parseModel(value as Readonly<Record<string, unknown>>, known, path, isGood, report);
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((step, index) => path[index] === step);
}

function checkModelNames(models: readonly (ResolvedModel & { readonly path: Path })[], report: Report): void {
  const seen = new Map<string, Path>();
  for (const { name, path } of models) {
    const earlier = seen.get(name);
    if (earlier !== undefined) {
      const first = { path: [...earlier, 'name'], at: 'value', message: 'The other is here.' } as const;
      const message = `Two models are named "${name}", and tables could not tell them apart.`;
      report.error(
        'duplicate-name',
        [...path, 'name'],
        message,
        "Give each model a `name` of its own; without one it has its family's.",
        { related: [first] },
      );
    }
    seen.set(name, earlier ?? path);
  }
}

function checkSampling(sampling: Sampling | undefined, budget: Budget | undefined, report: Report): void {
  if (sampling === undefined) return;
  const { method, points } = sampling;
  if (method === 'grid') {
    if (points !== undefined) {
      const message = '`sampling.points` has no effect: the method grid takes every point.';
      report.keyWarning(
        'unused-key',
        ['sampling', 'points'],
        message,
        'Remove it, or choose random, sobol or latin-hypercube.',
        removal,
      );
    }
    return;
  }
  if (points === undefined) {
    const message = `The method ${method} chooses points, and \`sampling\` does not say how many.`;
    const remedies = [{ kind: 'set', path: ['sampling'], key: 'points', text: '100' }] as const;
    report.keyError('sampling-points', ['sampling', 'method'], message, 'Add `points:` with their number.', {
      remedies,
    });
  } else if (budget?.points !== undefined && points > budget.points) {
    const message = `\`sampling.points\` asks for ${points} points, and \`budget.points\` allows ${budget.points}.`;
    const remedies: readonly Remedy[] = [
      { kind: 'replace', text: String(budget.points) },
      { kind: 'set', path: ['budget'], key: 'points', text: String(points) },
    ];
    const related = [{ path: ['budget', 'points'], at: 'value', message: `The budget is ${budget.points}.` }] as const;
    const fix = 'Lower the one or raise the other.';
    report.error('over-budget', ['sampling', 'points'], message, fix, { remedies, related });
  }
}

/** `axes`: undefined where a model could not be read, so that its axes are not known. */
function checkOrder(order: Order | undefined, axes: ReadonlySet<string> | undefined, report: Report): void {
  if (order?.by === undefined) return;
  if (resolveOrder(order).method !== 'blocked') {
    const message = '`order.by` has no effect: only blocked order compares levels side by side.';
    const remedies = [{ kind: 'set', path: ['order'], key: 'method', text: 'blocked' }, { kind: 'remove' }] as const;
    report.keyWarning('unused-key', ['order', 'by'], message, 'Add `method: blocked`, or remove it.', { remedies });
  }
  order.by.forEach((name, index) => {
    if (axes === undefined || axes.has(name)) return;
    const close = nearest(name, axes);
    const fix = close === undefined ? `Use one of: ${listOr([...axes])}.` : `Did you mean "${close}"?`;
    const message = `There is no axis "${name}" in this sweep.`;
    report.error('unknown-axis', ['order', 'by', index], message, fix, replaceBy(close));
  });
}

function resolveOrder(order: Order | undefined): ResolvedOrder {
  return {
    method: order?.method ?? (sweepSchema.definitions.order.properties.method.default as ResolvedOrder['method']),
    by: order?.by ?? ['runtime'],
    referenceEvery: order?.reference?.every,
  };
}
