// Params and results of the wire's messages against their schema.
import * as shapes from './generated/wire-shapes.ts';
import { nearest } from './nearest.ts';
import type { SchemaError, Validator } from './shape.ts';
import type { Method, Notification } from './wire.ts';

export type ParamsFinding =
  | { readonly kind: 'unknown-method'; readonly nearest: string | undefined }
  /** `message` starts with the path of the part that does not fit, below `params` or `result`. */
  | { readonly kind: 'bad-shape'; readonly message: string };

export function checkWireParams(method: string, params: unknown): ParamsFinding | undefined {
  if (!Object.hasOwn(paramsShapes, method))
    return { kind: 'unknown-method', nearest: nearest(method, Object.keys(paramsShapes)) };
  return findingOf(paramsShapes[method as keyof typeof paramsShapes], params, 'params');
}

export function checkWireResult(method: Method, result: unknown): ParamsFinding | undefined {
  return findingOf(resultShapes[method], result, 'result');
}

const paramsShapes = {
  hello: shapes.hello,
  proof: shapes.proof,
  'device.describe': shapes.deviceDescribe,
  'device.watch': shapes.deviceWatch,
  'device.unwatch': shapes.deviceUnwatch,
  'run.start': shapes.runStart,
  'run.list': shapes.runList,
  'run.pause': shapes.runPause,
  'run.resume': shapes.runResume,
  'run.cancel': shapes.runCancel,
  'run.watch': shapes.runWatch,
  'run.unwatch': shapes.runUnwatch,
  'run.acknowledge': shapes.runAcknowledge,
  'run.forget': shapes.runForget,
  'artifact.missing': shapes.artifactMissing,
  'artifact.fetch': shapes.artifactFetch,
  'model.inspect': shapes.modelInspect,
  'model.leave': shapes.modelLeave,
  'model.progress': shapes.modelProgress,
  'model.part': shapes.modelPart,
  'key.offer': shapes.keyOffer,
  'task.deploy': shapes.taskDeploy,
  'task.remove': shapes.taskRemove,
  'task.list': shapes.taskList,
  'task.watch': shapes.taskWatch,
  'task.unwatch': shapes.taskUnwatch,
  'task.acknowledge': shapes.taskAcknowledge,
  'task.try': shapes.taskTry,
  'task.record': shapes.taskRecord,
  'run.records': shapes.runRecords,
  'run.status': shapes.runStatus,
  'device.sample': shapes.deviceSample,
  'device.status': shapes.deviceStatus,
  'task.results': shapes.taskResults,
  'task.status': shapes.taskStatus,
  'task.removed': shapes.taskRemoved,
  'task.activity': shapes.taskActivity,
  'task.recorded': shapes.taskRecorded,
} as Readonly<Record<'hello' | 'proof' | Method | Notification, Validator>>;

const resultShapes = {
  'device.describe': shapes.deviceDescribeResult,
  'device.watch': shapes.deviceWatchResult,
  'device.unwatch': shapes.deviceUnwatchResult,
  'run.start': shapes.runStartResult,
  'run.list': shapes.runListResult,
  'run.pause': shapes.runPauseResult,
  'run.resume': shapes.runResumeResult,
  'run.cancel': shapes.runCancelResult,
  'run.watch': shapes.runWatchResult,
  'run.unwatch': shapes.runUnwatchResult,
  'run.acknowledge': shapes.runAcknowledgeResult,
  'run.forget': shapes.runForgetResult,
  'artifact.missing': shapes.artifactMissingResult,
  'artifact.fetch': shapes.artifactFetchResult,
  'model.inspect': shapes.modelInspectResult,
  'model.leave': shapes.modelLeaveResult,
  'key.offer': shapes.keyOfferResult,
  'task.deploy': shapes.taskDeployResult,
  'task.remove': shapes.taskRemoveResult,
  'task.list': shapes.taskListResult,
  'task.watch': shapes.taskWatchResult,
  'task.unwatch': shapes.taskUnwatchResult,
  'task.acknowledge': shapes.taskAcknowledgeResult,
  'task.try': shapes.taskTryResult,
  'task.record': shapes.taskRecordResult,
} as Readonly<Record<Method, Validator>>;

function findingOf(validate: Validator, value: unknown, root: string): ParamsFinding | undefined {
  if (validate(value)) return undefined;
  return { kind: 'bad-shape', message: messageOf(validate.errors?.[0], root) };
}

/** One error of ajv as words: "params.run must match pattern ...". */
export function messageOf(error: SchemaError | undefined, root: string): string {
  if (error === undefined) return `${root} does not fit`;
  const path = error.instancePath.split('/').slice(1).join('.').slice(0, 100);
  const { additionalProperty, allowedValues, allowedValue } = error.params;
  let more = '';
  if (additionalProperty !== undefined) more = `, here "${String(additionalProperty).slice(0, 60)}"`;
  else if (Array.isArray(allowedValues)) more = `: ${allowedValues.join(', ')}`;
  else if (allowedValue !== undefined) more = `: ${String(allowedValue)}`;
  return `${root}${path === '' ? '' : `.${path}`} ${error.message ?? 'does not fit'}${more}`;
}
