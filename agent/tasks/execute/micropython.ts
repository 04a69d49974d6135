// A script in Python: MicroPython as WebAssembly in a realm of its own. The realm keeps faults apart, not attackers; what does,
// in the boundary tier, is the process around it.
import { CodedError } from '@edgewright/schemas/codes.js';
import { jsonOf, listed } from './numbers.ts';
import { type PythonFiles, readPython } from './package.ts';
import { openPython } from './realm.ts';
import { memoryFault, noFunction, scriptFault } from './refused.ts';
import type { FlatTensor, OpenScript, Script, Tensors } from './script.ts';

/** Python's own part of the interface: strings alone cross. */
const prelude = `
import json, sys
import __edgewright_host as __host

class __Module: pass

def __text(value):
    return value if isinstance(value, str) else repr(value)

def __taken(refusal):
    if isinstance(refusal, str): raise ValueError(refusal)

__events = __Module()
__events.emit = lambda event, fields={}: __taken(__host.emit(json.dumps({'event': event, 'fields': __plain(fields)})))
__own = __Module()
__own.events = __events
__own.output = lambda results: __taken(__host.output(json.dumps(__plain(results))))
__own.log = lambda *values: __host.log(' '.join([__text(value) for value in values]))
sys.modules['edgewright'] = __own
del sys.modules['__edgewright_host']

def __plain(value):
    if hasattr(value, 'tolist'): return value.tolist()
    if isinstance(value, dict): return {key: __plain(one) for key, one in value.items()}
    return [__plain(one) for one in value] if isinstance(value, (list, tuple)) else value

def __tensor(value):
    return {'shape': value.shape, 'data': value.ravel().tolist()} if hasattr(value, 'tolist') else __plain(value)

def __read(tensors):
    for one in tensors.values(): one['data'] = [float(value) if isinstance(value, str) else value for value in one['data']]

def __call(name, text, odd):
    given = json.loads(text)
    if odd:
        for tensors in [given[0].get('tensors', {})] + given[1:]: __read(tensors)
    if name == 'prepare':
        made = prepare(given[0])
        return json.dumps({key: __tensor(made[key]) for key in made} if isinstance(made, dict) else made)
    return json.dumps(__plain(run(given[0], given[1])))
`;

/** Rejects with `task-script` and `task-memory`. */
export const openMicroPython: OpenScript = async (text, file, host, memory) =>
  openMicroPythonOf(await readPython(), text, file, host, memory);

/** As `openMicroPython`, of a process that reads no files of packages. */
export async function openMicroPythonOf(
  files: PythonFiles,
  ...[text, file, host, memory]: Parameters<OpenScript>
): Promise<Script> {
  const python = await openPython(files, memory, host.log);
  const { log } = host;
  python.registerJsModule('__edgewright_host', {
    emit: (text: string) => host.emit(jsonOf(text)),
    output: (text: string) => host.output(jsonOf(text)),
    log,
  });
  python.runPython(prelude);
  // The compiler is loaded where a script uses it.
  if (/\bnumpy\b/.test(text))
    (await import('../python/register.ts')).registerNumpy(python, { memory, references: () => python.references() });
  const own = <T>(run: () => T): T => {
    try {
      return run();
    } catch (error) {
      if (error instanceof CodedError) throw error;
      // Of the realm, so an instance of no class here.
      const { type, message } = Object(error) as { type?: unknown; message?: unknown };
      if (type === 'MemoryError') throw memoryFault(file, memory);
      throw scriptFault(file, lastLine(String(message ?? error)));
    }
  };
  own(() => python.runPython(text));
  const has = (name: string): boolean => typeof python.globals.get(name) === 'function';
  if (!has('run')) throw noFunction(file, 'def run(firing, outputs):');
  const call = python.globals.get('__call') as (name: string, json: string, odd: boolean) => string;
  const invoke = (name: string, values: readonly unknown[]): unknown => {
    const json = JSON.stringify(values, listed);
    const made = own(() => call(name, json, /"(?:NaN|-?Infinity)"/.test(json)));
    return JSON.parse(jsonOf(made, name === 'prepare')) as unknown;
  };
  return {
    prepare: has('prepare')
      ? (firing, tensors) => tensorsOf(file, invoke('prepare', [{ ...firing, tensors }]))
      : undefined,
    run: (firing, tensors, outputs) => invoke('run', [{ ...firing, tensors }, outputs]),
  };
}

function tensorsOf(file: string, value: unknown): Tensors {
  const named = Object.entries((value ?? {}) as Record<string, Partial<FlatTensor> | null>);
  return Object.fromEntries(
    named.map(([name, tensor]) => {
      const { shape, data } = tensor ?? {};
      if (!Array.isArray(shape) || !Array.isArray(data))
        throw scriptFault(file, `prepare gives "${name}" without shape and data`);
      return [name, { shape: shape as number[], data: Float32Array.from(data as number[]) }];
    }),
  );
}

/** `TypeError: ... (line 3)` of a traceback, whose last line is the error and whose one before says where. */
function lastLine(traceback: string): string {
  const lines = traceback.trim().split('\n');
  const at = lines.findLast((line) => line.includes('File "<stdin>"') && !line.includes('in __call'));
  const [, line] = (at ?? '').match(/line (\d+)/) ?? [];
  return `${lines.at(-1) ?? ''}${line === undefined ? '' : ` (line ${line})`}`;
}
