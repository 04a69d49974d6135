// Files beside a model that hold weights of it: which ones it names, and which names may be followed.
import { dataLocations, type OnnxGraph, type OnnxModel, type OnnxNode, type OnnxTensor } from './messages.ts';

/** Locations of all weights beside the model, each once, as the model has them: they may be anything. */
export function externalLocations({ graph, functions = [] }: OnnxModel): readonly string[] {
  const found = new Set<string>();
  const look = ({ dataLocation, externalData = [] }: OnnxTensor): void => {
    if (dataLocation !== dataLocations.external) return;
    found.add(externalData.find(({ key }) => key === 'location')?.value ?? '');
  };
  const lookInNodes = (nodes: readonly OnnxNode[]): void => {
    for (const { attribute = [] } of nodes)
      for (const { t, tensors = [], g, graphs = [] } of attribute) {
        for (const tensor of t === undefined ? tensors : [t, ...tensors]) look(tensor);
        for (const inner of g === undefined ? graphs : [g, ...graphs]) lookInGraph(inner);
      }
  };
  const lookInGraph = ({ initializer = [], node = [] }: OnnxGraph): void => {
    for (const tensor of initializer) look(tensor);
    lookInNodes(node);
  };
  lookInGraph(graph ?? {});
  for (const { node = [] } of functions) lookInNodes(node);
  return [...found];
}

/**
 * The model with its locations as `pathBeside` has them, those that may be followed: of files that are handed over by name
 * onnxruntime finds no other. The model itself where all are so.
 */
export function withPlainLocations(model: OnnxModel): OnnxModel {
  const plain = (location: string): string => pathBeside(location) ?? location;
  if (externalLocations(model).every((location) => plain(location) === location)) return model;
  const ofTensor = (tensor: OnnxTensor): OnnxTensor => ({
    ...tensor,
    externalData: (tensor.externalData ?? []).map(({ key, value = '' }) => ({
      key,
      value: key === 'location' ? plain(value) : value,
    })),
  });
  const ofNode = ({ attribute = [], ...node }: OnnxNode): OnnxNode => ({
    ...node,
    attribute: attribute.map(({ t, tensors = [], g, graphs = [], ...rest }) => ({
      ...rest,
      ...(t && { t: ofTensor(t) }),
      ...(g && { g: ofGraph(g) }),
      tensors: tensors.map(ofTensor),
      graphs: graphs.map(ofGraph),
    })),
  });
  const ofGraph = ({ initializer = [], node = [], ...graph }: OnnxGraph): OnnxGraph => ({
    ...graph,
    initializer: initializer.map(ofTensor),
    node: node.map(ofNode),
  });
  const { graph = {}, functions = [] } = model;
  return {
    ...model,
    graph: ofGraph(graph),
    functions: functions.map(({ node = [], ...rest }) => ({ ...rest, node: node.map(ofNode) })),
  };
}

/**
 * Where a location leads from the folder of its model, in the form `a/b`; undefined where it leads out of that folder, to no
 * file, or where systems differ in what it means. [ONNX, External Data: "Up-directory path components such as .. are
 * disallowed"]
 */
export function pathBeside(location: string): string | undefined {
  // A colon is a drive or a stream of Windows, a control character nothing that a file is called.
  if (/^\/|[\\:\p{Cc}]/u.test(location) || location.length > longest) return undefined;
  const steps = location.split('/').filter((step) => step !== '.' && step !== '');
  return steps.length === 0 || steps.includes('..') || location.endsWith('/') ? undefined : steps.join('/');
}

const longest = 1000;

/** What is told of the file at a location, by paths as relative as that of the model; nothing where it may not be followed. */
export function besideModel<T>(model: string, location: string, files: Readonly<Record<string, T>>): T | undefined {
  const beside = pathBeside(location);
  const path = beside === undefined ? undefined : siblingOf(model, beside);
  return path !== undefined && Object.hasOwn(files, path) ? files[path] : undefined;
}

/**
 * As `besideModel` for every location, by its name.
 * @param onMissing Hears of each of which nothing is told.
 */
export function allBeside<T>(
  model: string,
  locations: readonly string[],
  files: Readonly<Record<string, T>>,
  onMissing: (location: string) => void,
): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const location of locations) {
    const file = besideModel(model, location, files);
    if (file === undefined) onMissing(location);
    else found.set(location, file);
  }
  return found;
}

/** The path of a file beside a model, as relative as that of the model. @param beside As `pathBeside` gives it. */
export function siblingOf(model: string, beside: string): string {
  return model.slice(0, Math.max(model.lastIndexOf('/'), model.lastIndexOf('\\')) + 1) + beside;
}
