// The one catalogue of codes: diagnostics, refusals on the wire, failures of points. A test keeps it, its page in
// docs/codes.md and "each is provoked somewhere" in step.

interface CodeEntry {
  /** `document`: a diagnostic of a file. `wire`: an error of the link. `point`: a failure of a point. `command`: an error of a command line. */
  readonly kind: 'document' | 'wire' | 'point' | 'command';
  /** What it means, one sentence. */
  readonly meaning: string;
}

export const codes = {
  // Documents
  'yaml-syntax': { kind: 'document', meaning: 'The text is not YAML.' },
  'yaml-tab': { kind: 'document', meaning: 'A tab stands where YAML takes spaces alone.' },
  'yaml-duplicate-key': { kind: 'document', meaning: 'A key stands twice in one map.' },
  'yaml-documents': { kind: 'document', meaning: 'The text holds more than one YAML document.' },
  'yaml-alias': { kind: 'document', meaning: 'An alias has no anchor, or aliases repeat too much.' },
  'yaml-tag': { kind: 'document', meaning: 'A YAML tag is not known.' },
  'document-empty': { kind: 'document', meaning: 'The document holds nothing.' },
  'document-too-large': { kind: 'document', meaning: 'The document is larger than the limit.' },
  'document-too-deep': { kind: 'document', meaning: 'The document nests deeper than the limit.' },
  'document-kind': { kind: 'document', meaning: '`edgewright` names another kind or version of document.' },
  'forbidden-key': {
    kind: 'document',
    meaning: 'A key is named `__proto__`, `constructor` or `prototype`, or is no string.',
  },
  'more-errors': { kind: 'document', meaning: 'There are more errors than are listed.' },
  'unknown-key': { kind: 'document', meaning: 'A key does not exist here.' },
  'missing-key': { kind: 'document', meaning: 'A key that must be here is not.' },
  'wrong-type': { kind: 'document', meaning: 'A value has another type than its key takes.' },
  'not-one-of': { kind: 'document', meaning: 'A value is none of those that its key takes.' },
  'out-of-range': { kind: 'document', meaning: 'A number is too small or too large.' },
  'bad-format': { kind: 'document', meaning: 'A string is not written in the form that its key takes.' },
  'wrong-length': { kind: 'document', meaning: 'A list, a map or a string is too short or too long.' },
  'duplicate-value': { kind: 'document', meaning: 'A list of values holds the same value twice.' },
  'duplicate-name': { kind: 'document', meaning: 'Two models or two devices have the same name.' },
  'axis-range-end': { kind: 'document', meaning: 'A range needs exactly one of `to` and `below`.' },
  'axis-range-step': { kind: 'document', meaning: 'A range needs exactly one of `step` and `times`.' },
  'axis-range-start': { kind: 'document', meaning: 'A range with `times` must start above 0.' },
  'axis-range-empty': { kind: 'document', meaning: 'A range ends before it starts.' },
  'axis-range-misses-end': { kind: 'document', meaning: 'A range steps over its `to`.' },
  'axis-too-long': { kind: 'document', meaning: 'An axis has more values than the limit.' },
  'unknown-axis': { kind: 'document', meaning: 'A name is none of the axes that can stand here.' },
  'unknown-model': { kind: 'document', meaning: 'A name is none of the models of the sweep.' },
  'zip-overlap': { kind: 'document', meaning: 'An axis stands more than once in `zip`.' },
  'zip-unequal': { kind: 'document', meaning: 'The axes of a `zip` group have different numbers of values.' },
  'derived-axis': { kind: 'document', meaning: 'A parameter is both an axis and derived.' },
  'dependency-cycle': {
    kind: 'document',
    meaning: '`when` and `derive` expressions depend on each other in a circle.',
  },
  'when-without-effect': {
    kind: 'document',
    meaning: '`when` stands for an axis that has one value, so it changes nothing.',
  },
  'expression-syntax': { kind: 'document', meaning: 'An expression cannot be read.' },
  'expression-name': { kind: 'document', meaning: 'An expression uses a name that does not exist here.' },
  'expression-type': { kind: 'document', meaning: 'An operator of an expression has operands of the wrong type.' },
  'expression-value': { kind: 'document', meaning: 'An expression has no finite value for a point.' },
  'expression-constant': {
    kind: 'document',
    meaning: 'A comparison in an expression has the same outcome at every point.',
  },
  'scenario-key': { kind: 'document', meaning: 'A key stands in a scenario of a kind that does not use it.' },
  'reversed-limits': { kind: 'document', meaning: 'A least value is greater than its greatest.' },
  'timeout-too-short': { kind: 'document', meaning: '`measure.timeout` may end a point before it is measured.' },
  'sampling-points': { kind: 'document', meaning: 'A sampling method needs `points` and has none.' },
  'over-budget': { kind: 'document', meaning: 'A sweep asks for more points than its budget.' },
  'percentile-unreachable': {
    kind: 'document',
    meaning: '`maxIterations` is below the least number of inferences that carries a percentile.',
  },
  'analysis-axes': { kind: 'document', meaning: 'A heat map needs two different axes, or none named.' },
  'ablation-base': {
    kind: 'document',
    meaning: 'A level of `ablation` has no other level to be set against.',
  },
  'unused-key': { kind: 'document', meaning: 'A key has no effect beside the others.' },
  // Tasks
  'unknown-event': { kind: 'document', meaning: 'A name is none of the events that the task declares.' },
  'unknown-field': { kind: 'document', meaning: 'A name is none of the fields or features that can stand here.' },
  'trigger-kind': {
    kind: 'document',
    meaning: 'A trigger needs exactly one of `event`, `sequence`, `threshold`, `every` and `cron`.',
  },
  'trigger-step': { kind: 'document', meaning: 'A step of a sequence cannot stand as it does.' },
  'trigger-never': { kind: 'document', meaning: 'The trigger can never fire.' },
  'trigger-unbounded': { kind: 'document', meaning: 'The state of the trigger has no bound in time.' },
  'privacy-field': { kind: 'document', meaning: 'A field would leave the device without permission.' },
  'model-inputs': { kind: 'document', meaning: 'Nothing of the task makes the inputs of its model.' },
  'recording-line': { kind: 'document', meaning: 'A line of a recording is no event with a time.' },
  'recording-field': {
    kind: 'document',
    meaning: 'A field of a recorded event has another type than the tasks declare.',
  },
  'task-test': { kind: 'document', meaning: 'A test of a task gives other firings than it expects.' },

  // Expansion
  'sweep-too-large': { kind: 'document', meaning: 'The grid has more combinations than are expanded.' },
  'sweep-empty': { kind: 'document', meaning: 'The constraints leave no point of the sweep.' },
  'model-empty': { kind: 'document', meaning: 'The constraints leave no point of one model.' },
  'axis-unused': { kind: 'document', meaning: 'The constraints leave one value of an axis that has several.' },
  'points-shared': { kind: 'document', meaning: 'Two models of a sweep have points that are the same.' },
  'sampling-share': { kind: 'document', meaning: '`sampling.points` does not allow one point for every model.' },
  'sampling-all': { kind: 'document', meaning: 'A sampling method is asked for as many points as there are.' },
  'parameters-refused': { kind: 'document', meaning: 'Parameters do not make a model.' },
  'derived-value': { kind: 'document', meaning: 'A derived parameter has a value that it cannot have.' },
  'model-file': { kind: 'document', meaning: 'The file of a model is missing or cannot be used.' },
  'cost-partial': {
    kind: 'document',
    meaning: 'The costs of a file are lower bounds, as some of its ops could not be counted.',
  },
  'dimension-unbound': { kind: 'document', meaning: 'A symbolic dimension of a file has no value.' },
  'dimension-unknown': { kind: 'document', meaning: 'An axis names no symbolic dimension of the file.' },
  // Devices and the editor
  'runtime-missing': { kind: 'document', meaning: 'A device that was chosen does not have a runtime of the sweep.' },
  'memory-exceeded': {
    kind: 'document',
    meaning: 'Points of a sweep need more memory than a device that was chosen may use.',
  },
  'budget-exceeded': {
    kind: 'document',
    meaning: 'Measuring takes longer than `budget.time`, as far as is estimated.',
  },
  'check-unfinished': {
    kind: 'document',
    meaning: 'The editor gave up expanding a sweep, so not everything about it was checked.',
  },
  'point-unknown': { kind: 'document', meaning: 'A point that was asked for is none of the sweep.' },
  'record-not-json': {
    kind: 'document',
    meaning: 'A line of a run file is not JSON, for example cut by a loss of power.',
  },
  'record-shape': { kind: 'document', meaning: 'A line of a run file is JSON but not a record.' },
  'onnx-malformed': { kind: 'document', meaning: 'The file is not an ONNX model, or is cut short.' },
  'onnx-input': { kind: 'document', meaning: 'An input of the ONNX model is no tensor of numbers.' },

  // The wire
  unauthorized: { kind: 'wire', meaning: 'The peer did not prove that it knows the pairing token.' },
  'protocol-version': { kind: 'wire', meaning: 'The two ends have no protocol version in common.' },
  'frame-too-large': { kind: 'wire', meaning: 'A frame is larger than the receiver takes at this stage of the link.' },
  'frame-too-deep': { kind: 'wire', meaning: 'A frame nests deeper than the receiver takes.' },
  'frame-not-json': { kind: 'wire', meaning: 'A frame is not JSON.' },
  'frame-forbidden-key': {
    kind: 'wire',
    meaning: 'A frame has a key named `__proto__`, `constructor` or `prototype`.',
  },
  'frame-not-rpc': { kind: 'wire', meaning: 'A frame is JSON but not a message of JSON-RPC 2.0.' },
  'unknown-method': {
    kind: 'wire',
    meaning: 'A request or a notification names a method that the receiver does not have.',
  },
  'bad-result': { kind: 'wire', meaning: 'The answer to a request does not fit its method.' },
  'bad-params': { kind: 'wire', meaning: 'The params of a message do not fit its method.' },
  'handshake-order': {
    kind: 'wire',
    meaning: 'A peer sent something else than `hello` and then `proof` before it was authenticated.',
  },
  'handshake-timeout': { kind: 'wire', meaning: 'The peer did not say hello and prove itself in time.' },
  'request-timeout': { kind: 'wire', meaning: 'The peer did not answer a request in time.' },
  'link-closed': { kind: 'wire', meaning: 'The link ended, or never came to be.' },
  'peer-refused': { kind: 'wire', meaning: 'The peer refused with a code that this end does not know.' },
  'link-lost': { kind: 'wire', meaning: 'Nothing was heard from the peer for two heartbeats.' },
  'link-stuck': { kind: 'wire', meaning: 'The peer takes messages far slower than they are made.' },
  'rate-exceeded': { kind: 'wire', meaning: 'The peer sent more messages a second than this end takes.' },
  'too-many-peers': { kind: 'wire', meaning: 'The agent serves as many controllers as it may.' },
  'internal-error': { kind: 'wire', meaning: 'The receiver failed by a bug of its own; its log has the cause.' },
  'unknown-run': { kind: 'wire', meaning: 'The device has no run of that id.' },
  'run-conflict': {
    kind: 'wire',
    meaning: 'The run is in a state, or has a content, that does not allow the request.',
  },
  'artifact-ticket': { kind: 'wire', meaning: 'The transfer of an artifact lacks a valid ticket.' },
  'artifact-name': {
    kind: 'wire',
    meaning: 'An artifact is not named by its SHA-256, or its transfer is no transfer of an artifact.',
  },
  'artifact-busy': { kind: 'wire', meaning: 'Another transfer of the artifact is under way.' },
  'artifact-range': {
    kind: 'wire',
    meaning: 'A part of an artifact does not begin where the part on the device ends.',
  },
  'artifact-too-large': { kind: 'wire', meaning: 'An artifact is larger than the device takes.' },
  'artifact-mismatch': { kind: 'wire', meaning: 'The bytes of an artifact do not have the SHA-256 that names them.' },
  'artifact-source': {
    kind: 'wire',
    meaning: 'A device is asked to fetch an artifact, but it listens and has dialled nobody to fetch it from.',
  },
  'artifacts-full': { kind: 'wire', meaning: 'The limit of all artifacts on the device leaves no room for another.' },
  'artifact-missing': { kind: 'wire', meaning: 'A run names an artifact that the device does not have.' },

  'inspection-busy': {
    kind: 'wire',
    meaning: 'The device measures a run or inspects another model, so it does not inspect this one.',
  },
  'inspection-ended': {
    kind: 'wire',
    meaning: 'An inspection was ended by who asked for it, or by the end of its link.',
  },
  'inspection-timeout': { kind: 'wire', meaning: 'Inspecting a model took longer than its time limit.' },
  'inspection-memory': { kind: 'wire', meaning: 'Inspecting a model took more memory than it may.' },
  'inspection-died': { kind: 'wire', meaning: 'The process that inspected a model ended before it had a result.' },

  // Tasks on a device
  'task-unknown': { kind: 'wire', meaning: 'The device has no task of that name.' },
  'tasks-full': { kind: 'wire', meaning: 'The store of the tasks on the device takes no more for now.' },
  'task-timeout': { kind: 'wire', meaning: 'An execution of a task took longer than `policy.time`.' },
  'task-memory': { kind: 'wire', meaning: 'An execution of a task took more memory than `policy.memory`.' },
  'task-script': { kind: 'wire', meaning: 'The script of a task cannot be loaded, or failed.' },
  'task-model': { kind: 'wire', meaning: 'The model of a task cannot be loaded, or failed.' },
  'task-crashed': { kind: 'wire', meaning: 'What executes a task ended by itself.' },
  'task-flood': { kind: 'wire', meaning: 'A task made more logs, results or events than it may.' },
  'task-held': {
    kind: 'wire',
    meaning: 'The policy of a task does not let it run under the conditions of the device.',
  },
  'record-forbidden': { kind: 'wire', meaning: 'A task lets no field of its events be recorded.' },
  'task-isolation': { kind: 'wire', meaning: 'The device cannot keep a script apart as `policy.isolation` wants it.' },
  'task-signature': {
    kind: 'wire',
    meaning: 'The signature of a task does not verify: it was changed, or signed for another device or link.',
  },
  'task-unsigned': { kind: 'wire', meaning: 'A script would have the rights of the agent, and nobody has signed it.' },
  'task-untrusted': {
    kind: 'wire',
    meaning: 'A script would have the rights of the agent, and the device does not trust the key that signed it.',
  },
  'source-failed': { kind: 'wire', meaning: 'A source of a task does not give events.' },
  'secret-unusable': {
    kind: 'wire',
    meaning: 'A secret that a source of a task names is not on the device, or is none.',
  },
  'event-refused': { kind: 'wire', meaning: 'An event is not taken from its source.' },

  // The agent
  'store-full': { kind: 'wire', meaning: 'The disk of the device or the limit of its store is full.' },
  'store-failed': { kind: 'wire', meaning: 'The journal of the agent cannot be read or written.' },
  'store-corrupt': { kind: 'command', meaning: 'The journal of the agent is damaged.' },
  'store-newer': { kind: 'command', meaning: 'The journal of the agent was written by a newer agent.' },
  'store-locked': { kind: 'command', meaning: 'Another agent uses the data folder.' },
  'listen-failed': { kind: 'command', meaning: 'The agent, or a workbench that waits for agents, cannot listen.' },
  'token-unusable': {
    kind: 'command',
    meaning: 'The pairing token is too short or has characters that it may not have.',
  },
  'key-unusable': {
    kind: 'command',
    meaning: 'A signing key, a public key or the list of trusted keys cannot be used.',
  },
  'agent-option': { kind: 'command', meaning: 'An option of the agent has a value that it cannot have.' },

  // The workbench
  usage: { kind: 'command', meaning: 'The command line cannot be understood.' },
  'code-unknown': { kind: 'command', meaning: 'A code is not in the catalogue.' },
  'file-unreadable': { kind: 'command', meaning: 'A file that was named cannot be read.' },
  'run-not-found': { kind: 'command', meaning: 'A run that was named does not exist, or several match.' },
  'run-broken': { kind: 'command', meaning: 'The head of a run folder cannot be used.' },
  'run-empty': { kind: 'command', meaning: 'A run has no measured point.' },
  'run-busy': { kind: 'command', meaning: 'Another workbench collects the records of the run.' },
  'rerun-empty': { kind: 'command', meaning: 'A run has no failed point to measure again.' },
  'run-refused': { kind: 'command', meaning: 'A device refused the sweep.' },
  'disk-full': { kind: 'command', meaning: 'The disk, the quota or the file-size limit of the workbench is used up.' },
  'storage-refused': { kind: 'command', meaning: 'The workbench may not write a file, or the disk failed.' },
  'no-device': { kind: 'command', meaning: 'No device was named, or none matches the selection.' },
  'bad-address': { kind: 'command', meaning: 'The address of a device cannot be understood.' },
  'token-missing': { kind: 'command', meaning: 'There is no pairing token for a device.' },
  unreachable: { kind: 'command', meaning: 'Nothing answers at the address of a device.' },
  'not-an-agent': { kind: 'command', meaning: 'What answers at the address of a device is not an Edgewright agent.' },
  'certificate-mismatch': {
    kind: 'command',
    meaning: 'The TLS certificate of a device is not trusted, or not the one that is pinned.',
  },
  'agent-not-installed': {
    kind: 'command',
    meaning: 'A command that runs a model on this machine does not find the agent.',
  },
  'agent-not-started': {
    kind: 'command',
    meaning: 'The agent that a command started on this machine did not come up.',
  },
  'inspection-broken': { kind: 'command', meaning: 'A device told an inspection with parts missing.' },
  'capability-missing': { kind: 'command', meaning: 'The agent of a device is too old for what is asked of it.' },
  'artifact-changed': { kind: 'command', meaning: 'The file of a model changed since the run began.' },
  'artifact-transfer': { kind: 'command', meaning: 'The file of a model could not be sent to a device.' },
  'case-unusable': {
    kind: 'command',
    meaning: 'A folder holds no test case of a model, or one whose files are missing or do not fit the model.',
  },
  'case-timeout': { kind: 'command', meaning: 'Verifying a test case took longer than its time limit.' },
  'case-died': { kind: 'command', meaning: 'The process that verified a test case ended before it had a result.' },
  'study-timeout': { kind: 'command', meaning: 'Taking a model apart for its graph view took longer than its limit.' },
  'study-died': { kind: 'command', meaning: 'The process that takes a model apart for its graph view ended early.' },

  // Points
  'out-of-memory': {
    kind: 'point',
    meaning: 'The measuring process grew past its memory limit or was ended by the system for lack of memory.',
  },
  'native-crash': {
    kind: 'point',
    meaning: 'The measuring process died by a signal or an abort of the native runtime.',
  },
  'agent-died': { kind: 'point', meaning: 'The agent itself ended in this point more often than it may be tried.' },
  timeout: { kind: 'point', meaning: 'The point took longer than `measure.timeout`.' },
  'runtime-unavailable': { kind: 'point', meaning: 'The device does not have the runtime.' },
  'runtime-refused': { kind: 'point', meaning: 'The runtime refused the model or failed in an inference.' },
  'scratch-unusable': {
    kind: 'point',
    meaning: 'The folder for models that are too large for memory is full or cannot be written.',
  },
  'budget-spent': { kind: 'point', meaning: 'The time budget of the run was spent before this point.' },

  // The compiler
  'graph-invalid': {
    kind: 'point',
    meaning: 'The graph of a model makes no sense: values in a circle, made twice or never made.',
  },
  'graph-type': { kind: 'point', meaning: 'An op of a model has inputs or attributes that it cannot take.' },
  'graph-too-large': { kind: 'point', meaning: 'A model makes tensors or kernels beyond the limits of the compiler.' },
  'graph-endless': { kind: 'point', meaning: 'A loop of a model does not end.' },
  'graph-text': { kind: 'point', meaning: 'A text is not a graph as the compiler prints it.' },
} as const satisfies Record<string, CodeEntry>;

export type Code = keyof typeof codes;

/** An expected failure: it has a code of the catalogue, says what is wrong and what to do. Anything else thrown is a bug. */
export class CodedError extends Error {
  readonly code: Code;
  readonly fix: string;

  constructor(code: Code, message: string, fix: string) {
    super(message);
    this.name = 'CodedError';
    this.code = code;
    this.fix = fix;
  }
}
