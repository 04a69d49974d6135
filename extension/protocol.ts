// What passes between the extension host and its webviews, in one file: tagged unions that the compiler holds both ends
// to. Columns travel as typed arrays, which VS Code copies without JSON.
import type { ReportCounts } from '@edgewright/core/analysis/analyse.js';
import type { Chart } from '@edgewright/core/analysis/charts/chart.js';
import type { LevelFilter, RowColumns } from '@edgewright/core/analysis/columns.js';
import type { SlotPlan, SlotResults } from '@edgewright/core/analysis/live.js';
import type { Metric } from '@edgewright/core/analysis/metric.js';
import type { Sentence } from '@edgewright/core/analysis/sentences.js';
import type { KernelRun } from '@edgewright/core/graph/wasm/backend/runs.js';
import type { ModelPreview } from '@edgewright/core/sweep/preview.js';
import type { Executed } from '@edgewright/core/task/executed.js';
import type { Moment } from '@edgewright/core/task/stepper.js';
import type { ActiveFiring, TaskLogLine, TaskResult, TaskStatus } from '@edgewright/schemas/deployment.js';
import type { Diagnostic } from '@edgewright/schemas/diagnostic.js';
import type { ParameterValue, RunState } from '@edgewright/schemas/generated/record.js';
import type { Inspection, InspectionWant } from '@edgewright/schemas/inspection.js';

/** An expected failure as a view shows it. */
export interface Fault {
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

// --- The run view: the page of a run folder, live and analysed. ---

export type RunPage = 'live' | 'analysis';

export type ToRunView =
  /** The answer to `ready`, and again whenever the run is opened anew. */
  | { readonly kind: 'opened'; readonly run: RunFace; readonly page: RunPage }
  /** The run cannot be shown at all. */
  | { readonly kind: 'broken'; readonly fault: Fault }
  /** Before the first results: those that come without a plan are not drawn. */
  | { readonly kind: 'plan'; readonly plan: SlotPlan }
  | { readonly kind: 'results'; readonly results: LiveResults }
  | { readonly kind: 'device'; readonly device: LiveDevice }
  | { readonly kind: 'sample'; readonly sample: LiveSample }
  | { readonly kind: 'log'; readonly lines: readonly LogLine[] }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly id: number; readonly fault: Fault };

export type FromRunView =
  | { readonly kind: 'ready' }
  /** Of the run on all its devices. */
  | { readonly kind: 'control'; readonly verb: ControlVerb }
  | { readonly kind: 'ask'; readonly id: number; readonly ask: Ask }
  | { readonly kind: 'save'; readonly name: string; readonly format: SaveFormat; readonly content: string | Uint8Array }
  | { readonly kind: 'copy'; readonly text: string }
  /** Writes the report of the run as one HTML file and opens it. */
  | { readonly kind: 'report' }
  /** Opens the sweep document as it was when the run began. */
  | { readonly kind: 'sweep' }
  | { readonly kind: 'failed'; readonly fault: Fault };

export type ControlVerb = 'pause' | 'continue' | 'cancel' | 'rerun' | 'reconnect';
export type SaveFormat = 'png' | 'svg' | 'csv';

/** What is known of a run from its head. */
export interface RunFace {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** ISO 8601. */
  readonly started: string;
  readonly folder: string;
  readonly devices: readonly string[];
  /** Another window or command line collects it: this one follows the files and cannot control it. */
  readonly isFollowed: boolean;
  /** False while a device may still add to it. */
  readonly isOver: boolean;
  /** Of a comparison of several runs: their folders, which the view keeps as part of its state. It has no live page. */
  readonly folders?: readonly string[];
}

// Live.

/** `verdictOrder[verdict]`; `failedVerdict` for a failure. */
export const verdictOrder = ['ok', 'wide', 'drifting', 'throttled', 'bimodal'] as const;
export const failedVerdict = 255;

/** Measured slots of one device since the last message; `device` is its place in `RunFace.devices`. */
export interface LiveResults extends SlotResults {
  /** The newest of them, oldest first, at most 20: what the list shows. */
  readonly latest: readonly LatestPoint[];
}

export interface LatestPoint {
  readonly slot: number;
  readonly time: string;
  /** As the command line names it: "fc layers 4, nodes 256 on ort". */
  readonly name: string;
  readonly result:
    | {
        readonly kind: 'measured';
        readonly median: number;
        /** Half of the interval, as a fraction of the median. */
        readonly halfWidth: number;
        readonly verdict: (typeof verdictOrder)[number];
        readonly reasons: readonly string[];
      }
    | ({ readonly kind: 'failed' } & Fault);
}

export interface LiveDevice {
  /** Place in `RunFace.devices`. */
  readonly device: number;
  readonly link:
    | { readonly kind: 'linking' }
    | { readonly kind: 'linked'; readonly address: string }
    | { readonly kind: 'lost'; readonly message: string; readonly retryAt: number }
    /** Nobody is linked and nobody tries: over, followed, or refused. */
    | { readonly kind: 'none'; readonly fault?: Fault };
  readonly state: RunState | undefined;
  readonly reason: string;
  readonly slots: number;
  readonly done: number;
  readonly failed: number;
  /** Milliseconds; null before the device has an estimate. */
  readonly timeLeft: number | null;
  /** "fc layers 4, nodes 256 on ort, steady, 230 iterations"; empty between points. */
  readonly current: string;
}

/** The device's sensors. Null: the device cannot read it; `missing` says why. */
export interface LiveSample {
  readonly device: number;
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** Share of all processor time, 0 to 1. */
  readonly busy: number | null;
  /** Bytes. */
  readonly available: number | null;
  /** MHz. */
  readonly frequency: number | null;
  /** Degrees Celsius. */
  readonly temperature: number | null;
  /** Watts. */
  readonly power: number | null;
  readonly isThrottled: boolean | null;
  readonly missing: Readonly<
    Partial<Record<'busy' | 'available' | 'frequency' | 'temperature' | 'power' | 'throttle', string>>
  >;
}

export interface LogLine {
  readonly time: string;
  readonly level: 'info' | 'warning' | 'error';
  readonly device: string;
  readonly text: string;
}

// Analysis: requests of the view, answered by a worker that holds the run's table.

export type Ask =
  | { readonly kind: 'overview' }
  /** What to read if one reads nothing else, for the rows kept. */
  | { readonly kind: 'headline'; readonly filter: LevelFilter }
  | { readonly kind: 'charts'; readonly query: AnalysisQuery }
  /** Raw latencies and environment of one measurement. */
  | { readonly kind: 'measurement'; readonly row: number };

export type Answer =
  | { readonly kind: 'overview'; readonly overview: Overview }
  | { readonly kind: 'headline'; readonly sentences: readonly Sentence[] }
  | { readonly kind: 'charts'; readonly blocks: readonly AnalysisBlock[] }
  | { readonly kind: 'measurement'; readonly measurement: Measurement }
  /** A newer question of the same kind came before this one was answered. */
  | { readonly kind: 'obsolete' };

export type AnalysisKind = 'heatmap' | 'regression' | 'roofline' | 'boxplot' | 'coverage' | 'comparison' | 'ablation';

export interface AnalysisQuery {
  readonly kind: AnalysisKind;
  /** A model's name; undefined: all models, where the analysis can. */
  readonly model: string | undefined;
  readonly metric: Metric;
  /** Axes of a heat map; undefined: those that move the metric most. */
  readonly x: string | undefined;
  readonly y: string | undefined;
  /** Axis of box plots and comparisons (`run` too), and what colours a roofline; undefined: chosen by the analysis. */
  readonly by: string | undefined;
  /** The two levels of `by` that a comparison sets against each other; undefined: the first pairs. */
  readonly levels: readonly [string, string] | undefined;
  /** `device`, `run`, `model` and `status` too. */
  readonly filter: LevelFilter;
}

/** Charts with what is said of them, or why there are none. */
export interface AnalysisBlock {
  /** Such as the name of a model, or "pi-5 and jetson"; empty where the section says it. */
  readonly title: string;
  readonly charts: readonly AnalysisChart[];
  readonly sentences: readonly Sentence[];
  readonly refusals: readonly { readonly reason: string; readonly fix: string }[];
  /** Further columns that `select` of the charts' items names beside axes and facets, such as the outcome of a pair. */
  readonly columns: readonly MarkColumn[];
}

export type AnalysisChart =
  | { readonly kind: 'chart'; readonly chart: Chart }
  /** A roofline without its points, which the page draws from its rows. */
  | { readonly kind: 'cloud'; readonly chart: Chart; readonly cloud: Cloud };

/** Which rows a cloud holds: those at these levels, `device` included, of what varies at all. */
export interface Cloud {
  readonly model: string | undefined;
  readonly axes: Readonly<Record<string, string>>;
  /** The axis, or `model`, by which points are coloured. */
  readonly by: string;
}

export interface MarkColumn {
  readonly name: string;
  readonly levels: readonly string[];
  /** By row: place of the level, -1 for none. */
  readonly at: Int32Array;
}

export interface Overview {
  readonly title: string;
  readonly description: string;
  readonly counts: ReportCounts;
  readonly models: readonly { readonly name: string; readonly family: string; readonly counts: ReportCounts }[];
  /** Of all rows: the axes that vary, device included. */
  readonly axes: readonly AnalysisAxis[];
  readonly rows: RowColumns;
  readonly failures: readonly {
    readonly code: string;
    readonly points: number;
    readonly example: string;
    readonly message: string;
    readonly fix: string;
  }[];
  /** Lines of the run folder that could not be read. */
  readonly findings: readonly AnalysisFinding[];
  /** Findings that are not listed, as there are too many. */
  readonly findingsOmitted: number;
}

export interface AnalysisFinding {
  readonly file: string;
  /** From 1; 0 for the file as a whole. */
  readonly line: number;
  readonly message: string;
  readonly fix: string;
}

export interface AnalysisAxis {
  readonly name: string;
  readonly levels: readonly string[];
  readonly isNumeric: boolean;
  readonly origin: 'model' | 'execution' | 'device';
  /** Models that have it; all where it is empty. */
  readonly models: readonly string[];
}

export interface Measurement {
  readonly row: number;
  readonly name: string;
  readonly status: string;
  /** Reasons of the verdict, or what failed. */
  readonly notes: readonly string[];
  readonly fix: string | undefined;
  /** Milliseconds; undefined for a failure. */
  readonly median: { readonly median: number; readonly low: number; readonly high: number } | undefined;
  /** Those that the sample carries: `p` in percent, `value` in milliseconds. */
  readonly percentiles: readonly { readonly p: number; readonly value: number }[];
  /** Milliseconds, in order; empty for a failure. */
  readonly latencies: Float64Array;
  /** Name and value, grouped: the point's parameters, result, phases, memory, the device while measuring, its environment. */
  readonly facts: readonly { readonly title: string; readonly entries: readonly (readonly [string, string])[] }[];
}

// --- The model preview. ---

export type ToPreviewView =
  /** The view keeps `uri` as part of its state, so that a reload of the window finds the document again. */
  | { readonly kind: 'preview'; readonly uri: string; readonly preview: ModelPreview }
  /** The document has errors that keep the model from being known; the last preview stays. */
  | { readonly kind: 'invalid'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'broken'; readonly fault: Fault };

export type FromPreviewView =
  | { readonly kind: 'ready' }
  /** Another model of the document, or other parameters; the one changed last stands first. None: the first values. */
  | { readonly kind: 'choose'; readonly model: number; readonly parameters: Readonly<Record<string, ParameterValue>> }
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'save'; readonly name: string; readonly format: SaveFormat; readonly content: string | Uint8Array }
  /** Shows the model in the document. */
  | { readonly kind: 'reveal'; readonly model: number }
  | { readonly kind: 'failed'; readonly fault: Fault };

// --- The simulator: a task over a recording, step by step. ---

export type ToSimulatorView =
  /** The view keeps both addresses as part of its state. What was shown before is old. */
  | { readonly kind: 'opened'; readonly uri: string; readonly recording: string; readonly face: SimulationFace }
  | { readonly kind: 'moment'; readonly moment: Moment }
  /** The document has errors; the last simulation stays. */
  | { readonly kind: 'invalid'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'execution'; readonly execution: SimulatorExecution }
  | { readonly kind: 'broken'; readonly fault: Fault };

/** How it goes with executing what fires. `device`: by name; where it is undefined none was chosen yet. */
export type SimulatorExecution =
  /** The simulation shows no results: none were asked for, or the document was changed since. */
  | { readonly kind: 'none'; readonly device: string | undefined }
  | { readonly kind: 'running'; readonly device: string; readonly phase: string }
  | { readonly kind: 'done'; readonly device: string }
  /** This file was saved since. */
  | { readonly kind: 'old'; readonly device: string; readonly file: string }
  | { readonly kind: 'failed'; readonly device: string; readonly fault: Fault }
  | { readonly kind: 'cancelled'; readonly device: string };

export type FromSimulatorView =
  | { readonly kind: 'ready' }
  /** 0 is before the first event, and one past the last event the end of the recording. */
  | { readonly kind: 'at'; readonly step: number }
  /** Asks for another recording. */
  | { readonly kind: 'recording' }
  /** Lets a device execute what fires: that of the last time, or one that is asked for. */
  | { readonly kind: 'execute'; readonly on: 'last' | 'another' }
  /** Ends what a device executes. */
  | { readonly kind: 'leave' }
  /** Shows the event in the recording; lines from 1. */
  | { readonly kind: 'reveal'; readonly line: number }
  /** Shows the script of the task at a line from 1. */
  | { readonly kind: 'script'; readonly line: number }
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'failed'; readonly fault: Fault };

/** What is known of a simulation as a whole. */
export interface SimulationFace {
  readonly task: string;
  /** The recording's file name. */
  readonly recording: string;
  /** Milliseconds since 1970, of each event; step 1 is the first. */
  readonly times: Float64Array;
  /** Of each event: its name's place in `names`. */
  readonly lanes: Uint16Array;
  readonly names: readonly string[];
  readonly firings: readonly SimulatedStep[];
  /** Steps of a sequence in words, by their place; empty for other triggers. */
  readonly steps: readonly string[];
  /** Whether a model or a script would run on what fires: the simulator leaves that to devices. */
  readonly executes: readonly ('model' | 'script')[];
  /** Undefined where no device executed what fires. */
  readonly executed: ExecutedFace | undefined;
  readonly foreign: readonly (readonly [name: string, count: number])[];
  readonly faults: readonly { readonly line: number; readonly message: string; readonly fix: string }[];
  readonly faultCount: number;
  /** Whether the recording goes on past the events that can be stepped through. */
  readonly isCut: boolean;
}

export interface SimulatedStep {
  readonly step: number;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly kind: 'match' | 'timeout';
  readonly key: string;
  /** Of its execution; undefined without one. */
  readonly outcome: 'done' | 'failed' | undefined;
}

export interface ExecutedFace extends Executed {
  /** What scripts said and what failed, in the order of the firings; the first of `lines`. */
  readonly log: readonly ExecutedLine[];
  readonly lines: number;
}

export interface ExecutedLine {
  /** Of its firing. */
  readonly step: number;
  /** Of its firing, milliseconds since 1970. */
  readonly time: number;
  readonly level: TaskLogLine['level'];
  readonly text: string;
}

// --- The page of a deployed task: how it goes, while it goes. ---

export type ToTaskView =
  /** All that is known; the view keeps `device` and `task` as part of its state. */
  | { readonly kind: 'face'; readonly device: string; readonly task: string; readonly face: TaskFace }
  /** It is not followed any more, for this reason. */
  | { readonly kind: 'broken'; readonly fault: Fault };

export type FromTaskView =
  | { readonly kind: 'ready' }
  /** Asks for the command of the same name on this task. */
  | { readonly kind: 'record' | 'redeploy' | 'remove' }
  /** Opens the file of the results that are kept here. */
  | { readonly kind: 'results' }
  /** Links again now. */
  | { readonly kind: 'again' }
  | { readonly kind: 'failed'; readonly fault: Fault };

/** Lists are bounded and oldest first. */
export interface TaskFace {
  /** The device's name. */
  readonly device: string;
  readonly task: string;
  readonly link: TaskLink;
  /** Undefined until the device told it. */
  readonly status: TaskStatus | undefined;
  readonly events: readonly EventRate[];
  readonly firings: readonly ActiveFiring[];
  readonly results: readonly TaskResult[];
  readonly log: readonly TaskLogLine[];
  /** Times in which nothing was heard of the device, milliseconds since 1970; events and firings of them are not shown. */
  readonly gaps: readonly { readonly from: number; readonly to: number }[];
}

export type TaskLink =
  | { readonly kind: 'linking' }
  | { readonly kind: 'linked' }
  /** `wait`: milliseconds until the next try, as it was told. */
  | { readonly kind: 'dropped'; readonly message: string; readonly wait: number }
  /** The device has the task no more. */
  | { readonly kind: 'removed' };

export interface EventRate {
  readonly event: string;
  /** Events a second, over the last ten seconds. */
  readonly rate: number;
  /** Since the page was opened. */
  readonly count: number;
}

// --- The graph view: an ONNX model as the compiler takes it apart and puts it together, stage by stage. ---

/**
 * `original`: the nodes of the file. `decomposed`: the kernels that they become. `merged`: what the passes leave of them.
 * `planned`: the same with how each runs.
 */
export const stageNames = ['original', 'decomposed', 'merged', 'planned'] as const;
export type StageName = (typeof stageNames)[number];

export type ToGraphView =
  /** The answer to `ready`, and whenever the file or a size changes: what was shown of it before is old. */
  | { readonly kind: 'opened'; readonly model: ModelFace }
  | { readonly kind: 'stage'; readonly stage: Stage }
  /** This stage and those after it cannot be made; what came before stays. */
  | { readonly kind: 'stopped'; readonly stage: StageName; readonly fault: Fault }
  /** Nothing of the file can be shown. */
  | { readonly kind: 'broken'; readonly fault: Fault }
  /** A device looks inside the model; undefined: it does no more. */
  | { readonly kind: 'inspecting'; readonly progress: InspectionProgress | undefined }
  /** What a device measured of the model, or how far it was from onnxruntime: the newest of each counts. */
  | { readonly kind: 'inspected'; readonly want: GraphWant; readonly inspection: Inspection }
  /** The device could not; what was measured before stays. */
  | { readonly kind: 'refused'; readonly fault: Fault };

/** Times come with the plan that has them. */
export type GraphWant = Exclude<InspectionWant, 'plan'>;

export interface InspectionProgress {
  readonly device: string;
  /** In words, such as "comparing values". */
  readonly phase: string;
  readonly done: number;
  /** 0 where it is not known. */
  readonly of: number;
}

export type FromGraphView =
  | { readonly kind: 'ready' }
  /** Asks for a device, then for this of it. */
  | { readonly kind: 'inspect'; readonly want: GraphWant }
  /** Ends what a device is asked for. */
  | { readonly kind: 'leave' }
  /** Sizes of open dimensions, by name: those left out are 1. */
  | { readonly kind: 'sizes'; readonly sizes: Readonly<Record<string, number>> }
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'save'; readonly name: string; readonly format: SaveFormat; readonly content: string | Uint8Array }
  | { readonly kind: 'failed'; readonly fault: Fault };

/** What is known of a model file before its graph is. */
export interface ModelFace {
  /** As the editor keeps it. */
  readonly uri: string;
  readonly name: string;
  /** Empty where it is the workspace's own. */
  readonly folder: string;
  readonly bytes: number;
  readonly opset: number;
  readonly producer: string;
  /** Where it says that its weights lie, beside it. */
  readonly locations: readonly string[];
  /** Dimensions of inputs that the file leaves open, with the sizes in force. */
  readonly dimensions: readonly OpenSize[];
}

export interface OpenSize {
  readonly name: string;
  readonly size: number;
  /** Inputs that have it. */
  readonly inputs: readonly string[];
}

export interface Stage {
  readonly name: StageName;
  /** Inputs, then nodes in the order in which they run, each before what is inside it, then outputs. */
  readonly nodes: readonly StageNode[];
  /** Where the boxes and lines lie; undefined where there are too many to be drawn. */
  readonly drawing: Drawing | undefined;
  readonly totals: StageTotals;
}

export interface StageTotals {
  /** Nodes of the graph, or kernels of the program, with all that is inside others. */
  readonly nodes: number;
  readonly macs: number;
  /** Read and written by kernels; of `original` bytes that nodes write. */
  readonly bytes: number;
  /** Regions of rasters; undefined of `original`. */
  readonly regions: number | undefined;
  /** Nodes that another runtime has to execute, with reasons. */
  readonly left: number;
}

export interface StageNode {
  readonly kind: 'input' | 'node' | 'output';
  /** Place among the nodes of the graph, or kernels of the program, that it is or is inside; -1 of inputs and outputs. */
  readonly index: number;
  /** How many nodes it is inside of: bodies of branches and loops. */
  readonly depth: number;
  /** The node's own name, else that of what it makes. */
  readonly name: string;
  /** The op of the model, or the kind of the kernel. */
  readonly op: string;
  /** Of what it makes first: "float32[1,8]"; empty where it is not known. */
  readonly output: string;
  /** Names of the values that it reads and makes, for the search and the difference. */
  readonly reads: readonly string[];
  readonly makes: readonly string[];
  /** Places in `nodes` of what makes its inputs. */
  readonly sources: readonly number[];
  readonly macs: number;
  readonly bytes: number;
  /** How it runs, of `planned`; of `original` only where it is left to another runtime. */
  readonly run: KernelRun | undefined;
  /** Indices of the nodes of the file that it comes from; of one of these itself alone. */
  readonly from: readonly number[];
  readonly facts: readonly FactGroup[];
}

export interface FactGroup {
  readonly title: string;
  readonly entries: readonly (readonly [name: string, value: string])[];
}

/** In pixels at full size. Boxes are `boxWidth` by `boxHeight`. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** By place in `nodes`: left and top; NaN of nodes inside others. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly lines: readonly DrawnLine[];
}

export interface DrawnLine {
  /** Places in `nodes`. */
  readonly from: number;
  readonly to: number;
  /** x and y of each point, from the lower edge of `from` to the upper edge of `to`; empty of lines too long to be drawn. */
  readonly points: readonly number[];
}

export const boxWidth = 168;
export const boxHeight = 44;
