// What a point is called where people read it: by what varies in its sweep, without what is the same for all.
import type { Execution, ParameterValue, Point } from '@edgewright/schemas/generated/record.js';
import { parseSweep } from '@edgewright/schemas/sweep.js';
import type { CurrentSlot } from '@edgewright/schemas/wire.js';

export interface Naming {
  /** "fc layers 4, nodes 256 on ort" */
  readonly point: (point: Pick<Point, 'model' | 'execution'>) => string;
  /** "fc layers 4, nodes 256 on ort, steady, 230 iterations" */
  readonly current: (slot: CurrentSlot) => string;
}

/** For the points of a sweep document. One that cannot be read leaves every parameter in the names. */
export function namingOf(text: string): Naming {
  const { sweep } = parseSweep(text);
  const axes = new Map(
    sweep?.models.map(({ name, axes }) => [name, axes.filter(isVaried).map((axis) => axis.name)] as const),
  );
  const varies = (key: ExecutionKey) => sweep === undefined || sweep.execution[key].length > 1;

  const modelText = ({ name, parameters }: Point['model']) => {
    const keys = axes.get(name) ?? Object.keys(parameters);
    // An axis that its `when` switched off has no value in this point.
    const values = keys.flatMap((key) => (key in parameters ? [`${key} ${formatValue(parameters[key])}`] : []));
    return values.length === 0 ? name : `${name} ${values.join(', ')}`;
  };
  const place = (runtime: string) => (varies('runtime') ? ` on ${runtime}` : '');
  return {
    point({ model, execution }) {
      const isTold = (key: ExecutionKey) => sweep !== undefined || execution[key] !== undefined;
      const rest = executionKeys.filter((key) => key !== 'runtime' && varies(key) && isTold(key));
      const texts = rest.map((key) => executionText[key](execution));
      return [`${modelText(model)}${place(execution.runtime)}`, ...texts].join(', ');
    },
    current({ model, runtime, phase, iterations }) {
      const count = iterations > 0 ? `, ${iterations} iteration${iterations === 1 ? '' : 's'}` : '';
      return `${modelText(model)}${place(runtime)}, ${phase}${count}`;
    },
  };
}

function isVaried({ values }: { readonly values: readonly ParameterValue[] }): boolean {
  return values.length > 1;
}

const executionKeys = ['runtime', 'threads', 'precision', 'optimization', 'ablation', 'scenario'] as const;
type ExecutionKey = (typeof executionKeys)[number];

const executionText: Readonly<Record<ExecutionKey, (execution: Execution) => string>> = {
  runtime: ({ runtime }) => runtime,
  threads: ({ threads }) => `${threads} thread${threads === 1 ? '' : 's'}`,
  precision: ({ precision }) => precision,
  optimization: ({ optimization }) => `optimization ${optimization}`,
  ablation: ({ ablation = 'none' }) => `ablation ${ablation}`,
  scenario: ({ scenario: { kind, ...values } }) =>
    [kind, ...Object.entries(values).map(([key, value]) => `${key} ${value}`)].join(' '),
};

function formatValue(value: ParameterValue): string {
  return Array.isArray(value) ? `[${value.join(',')}]` : String(value);
}
