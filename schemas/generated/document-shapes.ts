// @ts-nocheck
// Generated from the schemas by `npm run generate`. Do not edit.
"use strict";
export const sweep = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"sweep.schema.json","title":"Sweep","description":"What to measure on a device: model families with axes, how to execute and measure them, and the analyses wanted.","type":"object","additionalProperties":false,"required":["edgewright","name","models"],"properties":{"$schema":{"type":"string","description":"Path or address of this schema, for editors."},"edgewright":{"const":"sweep/v1","description":"Kind and version of this document."},"name":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,62}$","description":"A short name of lower-case letters, digits and hyphens. Run folders carry it."},"description":{"type":"string","description":"The question this sweep answers, for the report."},"seed":{"type":"integer","minimum":0,"maximum":4294967295,"default":1,"description":"Seed of sampling, order, weights and inputs."},"models":{"type":"array","minItems":1,"maxItems":64,"description":"The model families to generate, each with its own axes.","items":{"$ref":"#/definitions/model"}},"execution":{"$ref":"#/definitions/execution"},"constraint":{"$ref":"#/definitions/constraint"},"measure":{"$ref":"#/definitions/measure"},"sampling":{"$ref":"#/definitions/sampling"},"order":{"$ref":"#/definitions/order"},"budget":{"$ref":"#/definitions/budget"},"analyses":{"type":"array","description":"Analyses of the report. Without this key the report holds all that the data carry.","items":{"$ref":"#/definitions/analysis"}}},"definitions":{"duration":{"type":"string","pattern":"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$","description":"A duration with its unit: us, ms, s, min or h, for example 500ms."},"bytes":{"type":"string","pattern":"^[0-9]+(\\.[0-9]+)?(B|kB|MB|GB|KiB|MiB|GiB)$","description":"A size with its unit: B, kB, MB, GB, KiB, MiB or GiB, for example 256MiB."},"expression":{"type":"string","minLength":1,"maxLength":1000,"description":"An expression over axis names, with + - * / % **, comparisons, && || !, ?: and min max abs floor ceil round sqrt log2."},"constraint":{"type":"array","items":{"$ref":"#/definitions/expression"},"description":"Points for which any of these is false are left out. May use axes, parameters, macs, flops, weightBytes, activationBytes, KiB, MiB, GiB."},"scalar":{"type":["number","string","boolean"]},"range":{"type":"object","additionalProperties":false,"required":["from"],"description":"A range. `step` makes it arithmetic, `times` geometric. `to` is part of the range and must be met exactly; `below` is not part of it.","properties":{"from":{"type":"number","description":"First value."},"to":{"type":"number","description":"Last value, included; the range must meet it exactly."},"below":{"type":"number","description":"Upper end, excluded."},"step":{"type":"number","exclusiveMinimum":0,"description":"Add this each time."},"times":{"type":"number","exclusiveMinimum":1,"description":"Multiply by this each time."}}},"axis":{},"zip":{"type":"array","description":"Groups of axes that advance together instead of forming a product. Their lists must be equally long.","items":{"type":"array","minItems":2,"items":{"type":"string"}}},"when":{"type":"object","description":"An axis varies only where its expression is true; elsewhere it keeps its first value.","additionalProperties":{"$ref":"#/definitions/expression"}},"derive":{"type":"object","description":"Parameters computed from axes by an expression, for example {output: \"nodes / 4\"}.","additionalProperties":{"$ref":"#/definitions/expression"}},"model":{"type":"object","required":["family"],"properties":{"family":{"enum":["fc","cnn","rnn","transformer","mobile","onnx"],"description":"The model family."}},"title":"ModelSpec"},"modelName":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,62}$","description":"A name for tables and charts, of lower-case letters, digits and hyphens. Without it the family's."},"fc":{"type":"object","description":"Fully connected: `layers` dense layers of `nodes` with ReLU, then a linear output layer.","additionalProperties":false,"required":["family"],"properties":{"family":{"const":"fc"},"name":{"$ref":"#/definitions/modelName"},"axes":{"type":"object","additionalProperties":false,"properties":{"layers":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Hidden dense layers.","default":4,"parameter":{"type":"integer","minimum":1,"maximum":4096}},"nodes":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Units in each hidden layer.","default":128,"parameter":{"type":"integer","minimum":1,"maximum":65536}},"input":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Input features.","default":256,"parameter":{"type":"integer","minimum":1,"maximum":1048576}},"output":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Output units.","default":10,"parameter":{"type":"integer","minimum":1,"maximum":1048576}},"batch":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Examples in one inference.","default":1,"parameter":{"type":"integer","minimum":1,"maximum":65536}}}},"zip":{"$ref":"#/definitions/zip"},"when":{"$ref":"#/definitions/when"},"derive":{"$ref":"#/definitions/derive"},"constraint":{"$ref":"#/definitions/constraint"}}},"cnn":{"type":"object","description":"Convolutional, after ResNet: 7x7/2 convolution, 3x3/2 max pooling, groups of residual or bottleneck blocks with filters doubled and the image halved at each further group, global average pooling, dense.","additionalProperties":false,"required":["family"],"properties":{"family":{"const":"cnn"},"name":{"$ref":"#/definitions/modelName"},"axes":{"type":"object","additionalProperties":false,"properties":{"block":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Block type.","default":"residual","parameter":{"type":"string","enum":["residual","bottleneck"]}},"blocks":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Blocks per group: one number for all four groups, or a list with one number a group, such as [3, 4, 6, 3].","default":1,"parameter":{"type":"integer-or-list","minimum":1,"maximum":128,"maxItems":8}},"filters":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Filters of the first group.","default":16,"parameter":{"type":"integer","minimum":1,"maximum":4096}},"image":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Image height and width in pixels.","default":64,"parameter":{"type":"integer","minimum":8,"maximum":4096}},"channels":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Image channels.","default":3,"parameter":{"type":"integer","minimum":1,"maximum":64}},"output":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Classes.","default":10,"parameter":{"type":"integer","minimum":1,"maximum":1048576}},"batch":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Images in one inference.","default":1,"parameter":{"type":"integer","minimum":1,"maximum":65536}}}},"zip":{"$ref":"#/definitions/zip"},"when":{"$ref":"#/definitions/when"},"derive":{"$ref":"#/definitions/derive"},"constraint":{"$ref":"#/definitions/constraint"}}},"rnn":{"type":"object","description":"Recurrent language model: embedding, `layers` cells with hidden size equal to the embedding's, a dense head over the vocabulary at every step.","additionalProperties":false,"required":["family"],"properties":{"family":{"const":"rnn"},"name":{"$ref":"#/definitions/modelName"},"axes":{"type":"object","additionalProperties":false,"properties":{"cell":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Cell type.","default":"rnn","parameter":{"type":"string","enum":["rnn","lstm","gru"]}},"layers":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Recurrent layers.","default":1,"parameter":{"type":"integer","minimum":1,"maximum":256}},"embed":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Embedding and hidden size.","default":100,"parameter":{"type":"integer","minimum":1,"maximum":16384}},"length":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Steps in a sequence.","default":10,"parameter":{"type":"integer","minimum":1,"maximum":65536}},"vocab":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Vocabulary size.","default":256,"parameter":{"type":"integer","minimum":1,"maximum":1048576}},"batch":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Sequences in one inference.","default":1,"parameter":{"type":"integer","minimum":1,"maximum":65536}}}},"zip":{"$ref":"#/definitions/zip"},"when":{"$ref":"#/definitions/when"},"derive":{"$ref":"#/definitions/derive"},"constraint":{"$ref":"#/definitions/constraint"}}},"transformer":{"type":"object","description":"Transformer: token and position embeddings, `layers` blocks of multi-head attention and feed-forward with layer normalisation; an encoder with a pooler, or a causal decoder with a language-model head that shares the token embedding.","additionalProperties":false,"required":["family"],"properties":{"family":{"const":"transformer"},"name":{"$ref":"#/definitions/modelName"},"axes":{"type":"object","additionalProperties":false,"properties":{"kind":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Encoder (BERT-like, post-normalisation) or causal decoder (GPT-like, pre-normalisation).","default":"encoder","parameter":{"type":"string","enum":["encoder","decoder"]}},"layers":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Blocks.","default":2,"parameter":{"type":"integer","minimum":1,"maximum":512}},"hidden":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Hidden size; divisible by heads.","default":128,"parameter":{"type":"integer","minimum":1,"maximum":32768}},"heads":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Attention heads.","default":2,"parameter":{"type":"integer","minimum":1,"maximum":512}},"feedforward":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Inner size of the feed-forward part; 0 means four times hidden.","default":0,"parameter":{"type":"integer","minimum":0,"maximum":131072}},"length":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Tokens in a sequence.","default":64,"parameter":{"type":"integer","minimum":1,"maximum":65536}},"positions":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Rows of the position embedding; 0 means as many as length.","default":0,"parameter":{"type":"integer","minimum":0,"maximum":65536}},"vocab":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Vocabulary size.","default":1024,"parameter":{"type":"integer","minimum":1,"maximum":1048576}},"batch":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Sequences in one inference.","default":1,"parameter":{"type":"integer","minimum":1,"maximum":65536}}}},"zip":{"$ref":"#/definitions/zip"},"when":{"$ref":"#/definitions/when"},"derive":{"$ref":"#/definitions/derive"},"constraint":{"$ref":"#/definitions/constraint"}}},"mobile":{"type":"object","description":"Inverted residuals with depthwise convolutions, after MobileNetV2, scaled by a width multiplier.","additionalProperties":false,"required":["family"],"properties":{"family":{"const":"mobile"},"name":{"$ref":"#/definitions/modelName"},"axes":{"type":"object","additionalProperties":false,"properties":{"width":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Width multiplier of all channel counts.","default":1,"parameter":{"type":"number","minimum":0.05,"maximum":8}},"depth":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Multiplier of the repeats of each stage, rounded up.","default":1,"parameter":{"type":"number","minimum":0.1,"maximum":8}},"expansion":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Expansion factor of the inverted residuals after the first.","default":6,"parameter":{"type":"integer","minimum":1,"maximum":16}},"image":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Image height and width in pixels.","default":96,"parameter":{"type":"integer","minimum":8,"maximum":4096}},"channels":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Image channels.","default":3,"parameter":{"type":"integer","minimum":1,"maximum":64}},"output":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Classes.","default":10,"parameter":{"type":"integer","minimum":1,"maximum":1048576}},"batch":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Images in one inference.","default":1,"parameter":{"type":"integer","minimum":1,"maximum":65536}}}},"zip":{"$ref":"#/definitions/zip"},"when":{"$ref":"#/definitions/when"},"derive":{"$ref":"#/definitions/derive"},"constraint":{"$ref":"#/definitions/constraint"}}},"onnx":{"type":"object","description":"The user's own ONNX file. Axes bind its symbolic dimensions by name.","additionalProperties":false,"required":["family","file"],"properties":{"family":{"const":"onnx"},"name":{"$ref":"#/definitions/modelName"},"file":{"type":"string","minLength":1,"description":"Path of the file, relative to the sweep."},"axes":{"type":"object","description":"Values of the symbolic dimensions, by their names in the file.","additionalProperties":{"$ref":"#/definitions/axis"}},"batch":{"type":"string","description":"The symbolic dimension that counts examples in one inference. Without it an inference counts as one item."},"zip":{"$ref":"#/definitions/zip"},"when":{"$ref":"#/definitions/when"},"derive":{"$ref":"#/definitions/derive"},"constraint":{"$ref":"#/definitions/constraint"}}},"scenario":{"description":"How inferences follow one another.","title":"ScenarioSpec","if":{"type":"object"},"then":{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"enum":["single-stream","offline","fixed-rate","idle-gap"],"description":"single-stream: the next inference starts when the last ends. offline: as many as `concurrency` allows, for throughput. fixed-rate: one every 1/rate seconds, latency counted from the scheduled time. idle-gap: wait `gap` between inferences."},"rate":{"type":"number","exclusiveMinimum":0,"maximum":100000,"description":"Inferences a second, for fixed-rate."},"gap":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"Idle time before each inference, for idle-gap."},"concurrency":{"type":"integer","minimum":1,"maximum":256,"default":2,"description":"Inferences in flight, for offline."}}},"else":{"enum":["single-stream","offline"]}},"execution":{"type":"object","additionalProperties":false,"description":"How models are executed. Every key is an axis: a value or a list of values.","properties":{"runtime":{"description":"ort: onnxruntime's native build. ort-web: onnxruntime's WebAssembly build. jit: Edgewright's own compiler, to WebAssembly, on one thread.","default":"ort","if":{"type":"array"},"then":{"type":"array","minItems":1,"items":{"enum":["ort","ort-web","jit"]}},"else":{"enum":["ort","ort-web","jit"]}},"threads":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Threads inside one operator.","default":1,"parameter":{"type":"integer","minimum":1,"maximum":256}},"precision":{"description":"Type of weights and activations. float16 is generated with float16 tensors; a CPU may compute it by conversion.","default":"float32","if":{"type":"array"},"then":{"type":"array","minItems":1,"items":{"enum":["float32","float16"]}},"else":{"enum":["float32","float16"]}},"optimization":{"description":"Graph optimisation level. Of jit the passes of its compiler: none; folding and removal of what is dead or equal; also merging of data movement; also fusion.","default":"all","if":{"type":"array"},"then":{"type":"array","minItems":1,"items":{"enum":["disabled","basic","extended","all"]}},"else":{"enum":["disabled","basic","extended","all"]}},"scenario":{"default":"single-stream","if":{"type":"array"},"then":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/scenario"}},"else":{"$ref":"#/definitions/scenario"}},"zip":{"$ref":"#/definitions/zip"},"when":{"$ref":"#/definitions/when"}},"title":"ExecutionAxes"},"measure":{"type":"object","additionalProperties":false,"description":"When a point counts as measured. Measuring stops when the confidence interval of the median is narrow, nothing changed in the last third and the minimum time has passed; or at the maximum.","properties":{"halfWidth":{"type":"number","exclusiveMinimum":0,"maximum":1,"default":0.02,"description":"Target half-width of the interval of the median, as a fraction of the median."},"confidence":{"type":"number","exclusiveMinimum":0.5,"exclusiveMaximum":1,"default":0.95,"description":"Confidence of the interval."},"minTime":{"allOf":[{"$ref":"#/definitions/duration"}],"default":"1s","description":"Measure at least this long."},"maxTime":{"allOf":[{"$ref":"#/definitions/duration"}],"default":"10s","description":"Measure at most this long."},"minIterations":{"type":"integer","minimum":1,"maximum":1000000,"default":10,"description":"Measure at least so many inferences."},"maxIterations":{"type":"integer","minimum":1,"maximum":1000000,"default":20000,"description":"Measure at most so many inferences. Every latency is kept."},"warmupTime":{"allOf":[{"$ref":"#/definitions/duration"}],"default":"200ms","description":"Warm up at least this long."},"warmupIterations":{"type":"integer","minimum":0,"maximum":100000,"default":3,"description":"Warm up with at least so many inferences."},"percentiles":{"type":"array","items":{"type":"number","exclusiveMinimum":0,"exclusiveMaximum":100},"default":[50,90,99],"description":"Percentiles wanted. One that the sample cannot carry is reported as such."},"repeats":{"type":"integer","minimum":1,"maximum":1000,"default":1,"description":"Independent repetitions of every point, each with its own session."},"timeout":{"allOf":[{"$ref":"#/definitions/duration"}],"default":"5min","description":"A point that takes longer in all is a failure."},"memoryLimit":{"allOf":[{"$ref":"#/definitions/bytes"}],"description":"A point whose process grows past this is a failure. Without it 80 % of the memory available at its start."},"cooldown":{"allOf":[{"$ref":"#/definitions/duration"}],"default":"0s","description":"Idle time before every point."}}},"sampling":{"type":"object","additionalProperties":false,"required":["method"],"description":"Which of the grid's points to measure.","properties":{"method":{"enum":["grid","random","sobol","latin-hypercube"],"default":"grid","description":"grid: all. The others choose `points` of them."},"points":{"type":"integer","minimum":1,"maximum":1000000,"description":"How many points to choose in all."}}},"order":{"type":"object","additionalProperties":false,"description":"In which order the points are measured, so that heating is not confounded with an axis.","properties":{"method":{"enum":["random","blocked","listed"],"default":"random","description":"random: shuffled. blocked: rounds over the levels of `by`, alternate rounds reversed. listed: as expanded."},"by":{"type":"array","minItems":1,"items":{"type":"string"},"description":"Axes whose levels are compared side by side in blocked order; without it runtime."},"reference":{"type":"object","additionalProperties":false,"required":["every"],"description":"Measure one point again and again to fit the drift of the device.","properties":{"every":{"type":"integer","minimum":2,"maximum":100000,"description":"Measure the reference point before every so many points and at the end."}}}}},"budget":{"type":"object","additionalProperties":false,"description":"What the sweep may cost at most. The rest is recorded as not measured.","properties":{"time":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"Wall time of the run on a device."},"points":{"type":"integer","minimum":1,"description":"An expansion to more points than this is an error."}}},"analysis":{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"enum":["heatmap","regression","roofline","boxplot","coverage"],"description":"Which analysis."},"model":{"type":"string","description":"The model's name. Without it one analysis for each."},"metric":{"enum":["latency","throughput","flops","utilisation"],"default":"latency","description":"What to explain: median latency in ms, items a second, FLOP/s, or FLOP/s as a fraction of the device's peak."},"x":{"type":"string","description":"Axis across, for heatmap."},"y":{"type":"string","description":"Axis up, for heatmap."},"by":{"type":"string","description":"Axis that makes groups, for boxplot."}}}}};
const schema12 = {"type":"object","required":["family"],"properties":{"family":{"enum":["fc","cnn","rnn","transformer","mobile","onnx"],"description":"The model family."}},"title":"ModelSpec"};
const schema29 = {"type":"object","additionalProperties":false,"required":["method"],"description":"Which of the grid's points to measure.","properties":{"method":{"enum":["grid","random","sobol","latin-hypercube"],"default":"grid","description":"grid: all. The others choose `points` of them."},"points":{"type":"integer","minimum":1,"maximum":1000000,"description":"How many points to choose in all."}}};
const schema30 = {"type":"object","additionalProperties":false,"description":"In which order the points are measured, so that heating is not confounded with an axis.","properties":{"method":{"enum":["random","blocked","listed"],"default":"random","description":"random: shuffled. blocked: rounds over the levels of `by`, alternate rounds reversed. listed: as expanded."},"by":{"type":"array","minItems":1,"items":{"type":"string"},"description":"Axes whose levels are compared side by side in blocked order; without it runtime."},"reference":{"type":"object","additionalProperties":false,"required":["every"],"description":"Measure one point again and again to fit the drift of the device.","properties":{"every":{"type":"integer","minimum":2,"maximum":100000,"description":"Measure the reference point before every so many points and at the end."}}}}};
const schema33 = {"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"enum":["heatmap","regression","roofline","boxplot","coverage"],"description":"Which analysis."},"model":{"type":"string","description":"The model's name. Without it one analysis for each."},"metric":{"enum":["latency","throughput","flops","utilisation"],"default":"latency","description":"What to explain: median latency in ms, items a second, FLOP/s, or FLOP/s as a fraction of the device's peak."},"x":{"type":"string","description":"Axis across, for heatmap."},"y":{"type":"string","description":"Axis up, for heatmap."},"by":{"type":"string","description":"Axis that makes groups, for boxplot."}}};
const func2 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("^[a-z0-9][a-z0-9-]{0,62}$", "u");
const schema13 = {"type":"object","additionalProperties":false,"description":"How models are executed. Every key is an axis: a value or a list of values.","properties":{"runtime":{"description":"ort: onnxruntime's native build. ort-web: onnxruntime's WebAssembly build. jit: Edgewright's own compiler, to WebAssembly, on one thread.","default":"ort","if":{"type":"array"},"then":{"type":"array","minItems":1,"items":{"enum":["ort","ort-web","jit"]}},"else":{"enum":["ort","ort-web","jit"]}},"threads":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Threads inside one operator.","default":1,"parameter":{"type":"integer","minimum":1,"maximum":256}},"precision":{"description":"Type of weights and activations. float16 is generated with float16 tensors; a CPU may compute it by conversion.","default":"float32","if":{"type":"array"},"then":{"type":"array","minItems":1,"items":{"enum":["float32","float16"]}},"else":{"enum":["float32","float16"]}},"optimization":{"description":"Graph optimisation level. Of jit the passes of its compiler: none; folding and removal of what is dead or equal; also merging of data movement; also fusion.","default":"all","if":{"type":"array"},"then":{"type":"array","minItems":1,"items":{"enum":["disabled","basic","extended","all"]}},"else":{"enum":["disabled","basic","extended","all"]}},"scenario":{"default":"single-stream","if":{"type":"array"},"then":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/scenario"}},"else":{"$ref":"#/definitions/scenario"}},"zip":{"$ref":"#/definitions/zip"},"when":{"$ref":"#/definitions/when"}},"title":"ExecutionAxes"};
const schema14 = {};
const schema17 = {"type":"array","description":"Groups of axes that advance together instead of forming a product. Their lists must be equally long.","items":{"type":"array","minItems":2,"items":{"type":"string"}}};
const schema15 = {"description":"How inferences follow one another.","title":"ScenarioSpec","if":{"type":"object"},"then":{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"enum":["single-stream","offline","fixed-rate","idle-gap"],"description":"single-stream: the next inference starts when the last ends. offline: as many as `concurrency` allows, for throughput. fixed-rate: one every 1/rate seconds, latency counted from the scheduled time. idle-gap: wait `gap` between inferences."},"rate":{"type":"number","exclusiveMinimum":0,"maximum":100000,"description":"Inferences a second, for fixed-rate."},"gap":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"Idle time before each inference, for idle-gap."},"concurrency":{"type":"integer","minimum":1,"maximum":256,"default":2,"description":"Inferences in flight, for offline."}}},"else":{"enum":["single-stream","offline"]}};
const schema16 = {"type":"string","pattern":"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$","description":"A duration with its unit: us, ms, s, min or h, for example 500ms."};
const pattern1 = new RegExp("^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$", "u");

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs0 = errors;
let valid0 = true;
const _errs1 = errors;
if(!(data && typeof data == "object" && !Array.isArray(data))){
const err0 = {};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs1 === errors;
errors = _errs0;
if(vErrors !== null){
if(_errs0){
vErrors.length = _errs0;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err1 = {instancePath,schemaPath:"#/then/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema15.then.required,parentSchema:schema15.then,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "kind") || (key0 === "rate")) || (key0 === "gap")) || (key0 === "concurrency"))){
const err2 = {instancePath,schemaPath:"#/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema15.then,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.kind !== undefined){
let data0 = data.kind;
if(!((((data0 === "single-stream") || (data0 === "offline")) || (data0 === "fixed-rate")) || (data0 === "idle-gap"))){
const err3 = {instancePath:instancePath+"/kind",schemaPath:"#/then/properties/kind/enum",keyword:"enum",params:{allowedValues: schema15.then.properties.kind.enum},message:"must be equal to one of the allowed values",schema:schema15.then.properties.kind.enum,parentSchema:schema15.then.properties.kind,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.rate !== undefined){
let data1 = data.rate;
if(typeof data1 == "number"){
if(data1 > 100000 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/rate",schemaPath:"#/then/properties/rate/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000",schema:100000,parentSchema:schema15.then.properties.rate,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1 <= 0 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/rate",schemaPath:"#/then/properties/rate/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema15.then.properties.rate,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/rate",schemaPath:"#/then/properties/rate/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema15.then.properties.rate.type,parentSchema:schema15.then.properties.rate,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.gap !== undefined){
let data2 = data.gap;
if(typeof data2 === "string"){
if(!pattern1.test(data2)){
const err7 = {instancePath:instancePath+"/gap",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"},message:"must match pattern \""+"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"+"\"",schema:"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$",parentSchema:schema16,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/gap",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.concurrency !== undefined){
let data3 = data.concurrency;
if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
const err9 = {instancePath:instancePath+"/concurrency",schemaPath:"#/then/properties/concurrency/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema15.then.properties.concurrency.type,parentSchema:schema15.then.properties.concurrency,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(typeof data3 == "number"){
if(data3 > 256 || isNaN(data3)){
const err10 = {instancePath:instancePath+"/concurrency",schemaPath:"#/then/properties/concurrency/maximum",keyword:"maximum",params:{comparison: "<=", limit: 256},message:"must be <= 256",schema:256,parentSchema:schema15.then.properties.concurrency,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data3 < 1 || isNaN(data3)){
const err11 = {instancePath:instancePath+"/concurrency",schemaPath:"#/then/properties/concurrency/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema15.then.properties.concurrency,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/then/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema15.then.type,parentSchema:schema15.then,data};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = _valid0;
ifClause0 = "then";
}
else {
const _errs15 = errors;
if(!((data === "single-stream") || (data === "offline"))){
const err13 = {instancePath,schemaPath:"#/else/enum",keyword:"enum",params:{allowedValues: schema15.else.enum},message:"must be equal to one of the allowed values",schema:schema15.else.enum,parentSchema:schema15.else,data};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var _valid0 = _errs15 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
const err14 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema",schema:schema15.if,parentSchema:schema15,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate12.errors = vErrors;
return errors === 0;
}

const schema18 = {"type":"object","description":"An axis varies only where its expression is true; elsewhere it keeps its first value.","additionalProperties":{"$ref":"#/definitions/expression"}};
const schema19 = {"type":"string","minLength":1,"maxLength":1000,"description":"An expression over axis names, with + - * / % **, comparisons, && || !, ?: and min max abs floor ceil round sqrt log2."};

function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
let data0 = data[key0];
if(typeof data0 === "string"){
if(data0.length > 1000){
const err0 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/expression/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema19,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data0.length < 1){
const err1 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/expression/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema19,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/expression/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema19.type,parentSchema:schema19,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema18.type,parentSchema:schema18,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate15.errors = vErrors;
return errors === 0;
}


function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((key0 === "runtime") || (key0 === "threads")) || (key0 === "precision")) || (key0 === "optimization")) || (key0 === "scenario")) || (key0 === "zip")) || (key0 === "when"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.runtime !== undefined){
let data0 = data.runtime;
const _errs3 = errors;
let valid1 = true;
const _errs4 = errors;
if(!(Array.isArray(data0))){
const err1 = {};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs4 === errors;
errors = _errs3;
if(vErrors !== null){
if(_errs3){
vErrors.length = _errs3;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs6 = errors;
if(Array.isArray(data0)){
if(data0.length < 1){
const err2 = {instancePath:instancePath+"/runtime",schemaPath:"#/properties/runtime/then/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema13.properties.runtime.then,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(!(((data1 === "ort") || (data1 === "ort-web")) || (data1 === "jit"))){
const err3 = {instancePath:instancePath+"/runtime/" + i0,schemaPath:"#/properties/runtime/then/items/enum",keyword:"enum",params:{allowedValues: schema13.properties.runtime.then.items.enum},message:"must be equal to one of the allowed values",schema:schema13.properties.runtime.then.items.enum,parentSchema:schema13.properties.runtime.then.items,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath:instancePath+"/runtime",schemaPath:"#/properties/runtime/then/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema13.properties.runtime.then.type,parentSchema:schema13.properties.runtime.then,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid1 = _valid0;
ifClause0 = "then";
}
else {
const _errs9 = errors;
if(!(((data0 === "ort") || (data0 === "ort-web")) || (data0 === "jit"))){
const err5 = {instancePath:instancePath+"/runtime",schemaPath:"#/properties/runtime/else/enum",keyword:"enum",params:{allowedValues: schema13.properties.runtime.else.enum},message:"must be equal to one of the allowed values",schema:schema13.properties.runtime.else.enum,parentSchema:schema13.properties.runtime.else,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var _valid0 = _errs9 === errors;
valid1 = _valid0;
ifClause0 = "else";
}
if(!valid1){
const err6 = {instancePath:instancePath+"/runtime",schemaPath:"#/properties/runtime/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema",schema:schema13.properties.runtime.if,parentSchema:schema13.properties.runtime,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.precision !== undefined){
let data3 = data.precision;
const _errs13 = errors;
let valid6 = true;
const _errs14 = errors;
if(!(Array.isArray(data3))){
const err7 = {};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var _valid1 = _errs14 === errors;
errors = _errs13;
if(vErrors !== null){
if(_errs13){
vErrors.length = _errs13;
}
else {
vErrors = null;
}
}
let ifClause1;
if(_valid1){
const _errs16 = errors;
if(Array.isArray(data3)){
if(data3.length < 1){
const err8 = {instancePath:instancePath+"/precision",schemaPath:"#/properties/precision/then/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema13.properties.precision.then,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(!((data4 === "float32") || (data4 === "float16"))){
const err9 = {instancePath:instancePath+"/precision/" + i1,schemaPath:"#/properties/precision/then/items/enum",keyword:"enum",params:{allowedValues: schema13.properties.precision.then.items.enum},message:"must be equal to one of the allowed values",schema:schema13.properties.precision.then.items.enum,parentSchema:schema13.properties.precision.then.items,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/precision",schemaPath:"#/properties/precision/then/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema13.properties.precision.then.type,parentSchema:schema13.properties.precision.then,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var _valid1 = _errs16 === errors;
valid6 = _valid1;
ifClause1 = "then";
}
else {
const _errs19 = errors;
if(!((data3 === "float32") || (data3 === "float16"))){
const err11 = {instancePath:instancePath+"/precision",schemaPath:"#/properties/precision/else/enum",keyword:"enum",params:{allowedValues: schema13.properties.precision.else.enum},message:"must be equal to one of the allowed values",schema:schema13.properties.precision.else.enum,parentSchema:schema13.properties.precision.else,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var _valid1 = _errs19 === errors;
valid6 = _valid1;
ifClause1 = "else";
}
if(!valid6){
const err12 = {instancePath:instancePath+"/precision",schemaPath:"#/properties/precision/if",keyword:"if",params:{failingKeyword: ifClause1},message:"must match \""+ifClause1+"\" schema",schema:schema13.properties.precision.if,parentSchema:schema13.properties.precision,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.optimization !== undefined){
let data5 = data.optimization;
const _errs21 = errors;
let valid9 = true;
const _errs22 = errors;
if(!(Array.isArray(data5))){
const err13 = {};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var _valid2 = _errs22 === errors;
errors = _errs21;
if(vErrors !== null){
if(_errs21){
vErrors.length = _errs21;
}
else {
vErrors = null;
}
}
let ifClause2;
if(_valid2){
const _errs24 = errors;
if(Array.isArray(data5)){
if(data5.length < 1){
const err14 = {instancePath:instancePath+"/optimization",schemaPath:"#/properties/optimization/then/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema13.properties.optimization.then,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
const len2 = data5.length;
for(let i2=0; i2<len2; i2++){
let data6 = data5[i2];
if(!((((data6 === "disabled") || (data6 === "basic")) || (data6 === "extended")) || (data6 === "all"))){
const err15 = {instancePath:instancePath+"/optimization/" + i2,schemaPath:"#/properties/optimization/then/items/enum",keyword:"enum",params:{allowedValues: schema13.properties.optimization.then.items.enum},message:"must be equal to one of the allowed values",schema:schema13.properties.optimization.then.items.enum,parentSchema:schema13.properties.optimization.then.items,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/optimization",schemaPath:"#/properties/optimization/then/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema13.properties.optimization.then.type,parentSchema:schema13.properties.optimization.then,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
var _valid2 = _errs24 === errors;
valid9 = _valid2;
ifClause2 = "then";
}
else {
const _errs27 = errors;
if(!((((data5 === "disabled") || (data5 === "basic")) || (data5 === "extended")) || (data5 === "all"))){
const err17 = {instancePath:instancePath+"/optimization",schemaPath:"#/properties/optimization/else/enum",keyword:"enum",params:{allowedValues: schema13.properties.optimization.else.enum},message:"must be equal to one of the allowed values",schema:schema13.properties.optimization.else.enum,parentSchema:schema13.properties.optimization.else,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var _valid2 = _errs27 === errors;
valid9 = _valid2;
ifClause2 = "else";
}
if(!valid9){
const err18 = {instancePath:instancePath+"/optimization",schemaPath:"#/properties/optimization/if",keyword:"if",params:{failingKeyword: ifClause2},message:"must match \""+ifClause2+"\" schema",schema:schema13.properties.optimization.if,parentSchema:schema13.properties.optimization,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.scenario !== undefined){
let data7 = data.scenario;
const _errs29 = errors;
let valid12 = true;
const _errs30 = errors;
if(!(Array.isArray(data7))){
const err19 = {};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
var _valid3 = _errs30 === errors;
errors = _errs29;
if(vErrors !== null){
if(_errs29){
vErrors.length = _errs29;
}
else {
vErrors = null;
}
}
let ifClause3;
if(_valid3){
const _errs32 = errors;
if(Array.isArray(data7)){
if(data7.length < 1){
const err20 = {instancePath:instancePath+"/scenario",schemaPath:"#/properties/scenario/then/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema13.properties.scenario.then,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
const len3 = data7.length;
for(let i3=0; i3<len3; i3++){
if(!(validate12(data7[i3], {instancePath:instancePath+"/scenario/" + i3,parentData:data7,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
}
else {
const err21 = {instancePath:instancePath+"/scenario",schemaPath:"#/properties/scenario/then/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema13.properties.scenario.then.type,parentSchema:schema13.properties.scenario.then,data:data7};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
var _valid3 = _errs32 === errors;
valid12 = _valid3;
ifClause3 = "then";
}
else {
const _errs35 = errors;
if(!(validate12(data7, {instancePath:instancePath+"/scenario",parentData:data,parentDataProperty:"scenario",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
var _valid3 = _errs35 === errors;
valid12 = _valid3;
ifClause3 = "else";
}
if(!valid12){
const err22 = {instancePath:instancePath+"/scenario",schemaPath:"#/properties/scenario/if",keyword:"if",params:{failingKeyword: ifClause3},message:"must match \""+ifClause3+"\" schema",schema:schema13.properties.scenario.if,parentSchema:schema13.properties.scenario,data:data7};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.zip !== undefined){
let data9 = data.zip;
if(Array.isArray(data9)){
const len4 = data9.length;
for(let i4=0; i4<len4; i4++){
let data10 = data9[i4];
if(Array.isArray(data10)){
if(data10.length < 2){
const err23 = {instancePath:instancePath+"/zip/" + i4,schemaPath:"#/definitions/zip/items/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items",schema:2,parentSchema:schema17.items,data:data10};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
const len5 = data10.length;
for(let i5=0; i5<len5; i5++){
let data11 = data10[i5];
if(typeof data11 !== "string"){
const err24 = {instancePath:instancePath+"/zip/" + i4+"/" + i5,schemaPath:"#/definitions/zip/items/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema17.items.items.type,parentSchema:schema17.items.items,data:data11};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/zip/" + i4,schemaPath:"#/definitions/zip/items/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema17.items.type,parentSchema:schema17.items,data:data10};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath:instancePath+"/zip",schemaPath:"#/definitions/zip/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema17.type,parentSchema:schema17,data:data9};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.when !== undefined){
if(!(validate15(data.when, {instancePath:instancePath+"/when",parentData:data,parentDataProperty:"when",rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
}
else {
const err27 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.type,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}

const schema20 = {"type":"array","items":{"$ref":"#/definitions/expression"},"description":"Points for which any of these is false are left out. May use axes, parameters, macs, flops, weightBytes, activationBytes, KiB, MiB, GiB."};

function validate18(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(data0.length > 1000){
const err0 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/expression/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema19,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data0.length < 1){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/expression/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema19,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/definitions/expression/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema19.type,parentSchema:schema19,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema20.type,parentSchema:schema20,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate18.errors = vErrors;
return errors === 0;
}

const schema22 = {"type":"object","additionalProperties":false,"description":"When a point counts as measured. Measuring stops when the confidence interval of the median is narrow, nothing changed in the last third and the minimum time has passed; or at the maximum.","properties":{"halfWidth":{"type":"number","exclusiveMinimum":0,"maximum":1,"default":0.02,"description":"Target half-width of the interval of the median, as a fraction of the median."},"confidence":{"type":"number","exclusiveMinimum":0.5,"exclusiveMaximum":1,"default":0.95,"description":"Confidence of the interval."},"minTime":{"allOf":[{"$ref":"#/definitions/duration"}],"default":"1s","description":"Measure at least this long."},"maxTime":{"allOf":[{"$ref":"#/definitions/duration"}],"default":"10s","description":"Measure at most this long."},"minIterations":{"type":"integer","minimum":1,"maximum":1000000,"default":10,"description":"Measure at least so many inferences."},"maxIterations":{"type":"integer","minimum":1,"maximum":1000000,"default":20000,"description":"Measure at most so many inferences. Every latency is kept."},"warmupTime":{"allOf":[{"$ref":"#/definitions/duration"}],"default":"200ms","description":"Warm up at least this long."},"warmupIterations":{"type":"integer","minimum":0,"maximum":100000,"default":3,"description":"Warm up with at least so many inferences."},"percentiles":{"type":"array","items":{"type":"number","exclusiveMinimum":0,"exclusiveMaximum":100},"default":[50,90,99],"description":"Percentiles wanted. One that the sample cannot carry is reported as such."},"repeats":{"type":"integer","minimum":1,"maximum":1000,"default":1,"description":"Independent repetitions of every point, each with its own session."},"timeout":{"allOf":[{"$ref":"#/definitions/duration"}],"default":"5min","description":"A point that takes longer in all is a failure."},"memoryLimit":{"allOf":[{"$ref":"#/definitions/bytes"}],"description":"A point whose process grows past this is a failure. Without it 80 % of the memory available at its start."},"cooldown":{"allOf":[{"$ref":"#/definitions/duration"}],"default":"0s","description":"Idle time before every point."}}};
const schema27 = {"type":"string","pattern":"^[0-9]+(\\.[0-9]+)?(B|kB|MB|GB|KiB|MiB|GiB)$","description":"A size with its unit: B, kB, MB, GB, KiB, MiB or GiB, for example 256MiB."};
const pattern6 = new RegExp("^[0-9]+(\\.[0-9]+)?(B|kB|MB|GB|KiB|MiB|GiB)$", "u");

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema22.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.halfWidth !== undefined){
let data0 = data.halfWidth;
if(typeof data0 == "number"){
if(data0 > 1 || isNaN(data0)){
const err1 = {instancePath:instancePath+"/halfWidth",schemaPath:"#/properties/halfWidth/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema22.properties.halfWidth,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0 <= 0 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/halfWidth",schemaPath:"#/properties/halfWidth/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema22.properties.halfWidth,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/halfWidth",schemaPath:"#/properties/halfWidth/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema22.properties.halfWidth.type,parentSchema:schema22.properties.halfWidth,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.confidence !== undefined){
let data1 = data.confidence;
if(typeof data1 == "number"){
if(data1 >= 1 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/confidence",schemaPath:"#/properties/confidence/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 1},message:"must be < 1",schema:1,parentSchema:schema22.properties.confidence,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1 <= 0.5 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/confidence",schemaPath:"#/properties/confidence/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0.5},message:"must be > 0.5",schema:0.5,parentSchema:schema22.properties.confidence,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/confidence",schemaPath:"#/properties/confidence/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema22.properties.confidence.type,parentSchema:schema22.properties.confidence,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.minTime !== undefined){
let data2 = data.minTime;
if(typeof data2 === "string"){
if(!pattern1.test(data2)){
const err7 = {instancePath:instancePath+"/minTime",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"},message:"must match pattern \""+"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"+"\"",schema:"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$",parentSchema:schema16,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/minTime",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.maxTime !== undefined){
let data3 = data.maxTime;
if(typeof data3 === "string"){
if(!pattern1.test(data3)){
const err9 = {instancePath:instancePath+"/maxTime",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"},message:"must match pattern \""+"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"+"\"",schema:"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$",parentSchema:schema16,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/maxTime",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.minIterations !== undefined){
let data4 = data.minIterations;
if(!((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4)))){
const err11 = {instancePath:instancePath+"/minIterations",schemaPath:"#/properties/minIterations/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema22.properties.minIterations.type,parentSchema:schema22.properties.minIterations,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(typeof data4 == "number"){
if(data4 > 1000000 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/minIterations",schemaPath:"#/properties/minIterations/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema22.properties.minIterations,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data4 < 1 || isNaN(data4)){
const err13 = {instancePath:instancePath+"/minIterations",schemaPath:"#/properties/minIterations/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema22.properties.minIterations,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data.maxIterations !== undefined){
let data5 = data.maxIterations;
if(!((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5)))){
const err14 = {instancePath:instancePath+"/maxIterations",schemaPath:"#/properties/maxIterations/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema22.properties.maxIterations.type,parentSchema:schema22.properties.maxIterations,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(typeof data5 == "number"){
if(data5 > 1000000 || isNaN(data5)){
const err15 = {instancePath:instancePath+"/maxIterations",schemaPath:"#/properties/maxIterations/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema22.properties.maxIterations,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(data5 < 1 || isNaN(data5)){
const err16 = {instancePath:instancePath+"/maxIterations",schemaPath:"#/properties/maxIterations/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema22.properties.maxIterations,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
if(data.warmupTime !== undefined){
let data6 = data.warmupTime;
if(typeof data6 === "string"){
if(!pattern1.test(data6)){
const err17 = {instancePath:instancePath+"/warmupTime",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"},message:"must match pattern \""+"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"+"\"",schema:"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$",parentSchema:schema16,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/warmupTime",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.warmupIterations !== undefined){
let data7 = data.warmupIterations;
if(!((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7)))){
const err19 = {instancePath:instancePath+"/warmupIterations",schemaPath:"#/properties/warmupIterations/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema22.properties.warmupIterations.type,parentSchema:schema22.properties.warmupIterations,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(typeof data7 == "number"){
if(data7 > 100000 || isNaN(data7)){
const err20 = {instancePath:instancePath+"/warmupIterations",schemaPath:"#/properties/warmupIterations/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000",schema:100000,parentSchema:schema22.properties.warmupIterations,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data7 < 0 || isNaN(data7)){
const err21 = {instancePath:instancePath+"/warmupIterations",schemaPath:"#/properties/warmupIterations/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema22.properties.warmupIterations,data:data7};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
if(data.percentiles !== undefined){
let data8 = data.percentiles;
if(Array.isArray(data8)){
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
let data9 = data8[i0];
if(typeof data9 == "number"){
if(data9 >= 100 || isNaN(data9)){
const err22 = {instancePath:instancePath+"/percentiles/" + i0,schemaPath:"#/properties/percentiles/items/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 100},message:"must be < 100",schema:100,parentSchema:schema22.properties.percentiles.items,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data9 <= 0 || isNaN(data9)){
const err23 = {instancePath:instancePath+"/percentiles/" + i0,schemaPath:"#/properties/percentiles/items/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema22.properties.percentiles.items,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/percentiles/" + i0,schemaPath:"#/properties/percentiles/items/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema22.properties.percentiles.items.type,parentSchema:schema22.properties.percentiles.items,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/percentiles",schemaPath:"#/properties/percentiles/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema22.properties.percentiles.type,parentSchema:schema22.properties.percentiles,data:data8};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.repeats !== undefined){
let data10 = data.repeats;
if(!((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10)))){
const err26 = {instancePath:instancePath+"/repeats",schemaPath:"#/properties/repeats/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema22.properties.repeats.type,parentSchema:schema22.properties.repeats,data:data10};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(typeof data10 == "number"){
if(data10 > 1000 || isNaN(data10)){
const err27 = {instancePath:instancePath+"/repeats",schemaPath:"#/properties/repeats/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000",schema:1000,parentSchema:schema22.properties.repeats,data:data10};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data10 < 1 || isNaN(data10)){
const err28 = {instancePath:instancePath+"/repeats",schemaPath:"#/properties/repeats/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema22.properties.repeats,data:data10};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
if(data.timeout !== undefined){
let data11 = data.timeout;
if(typeof data11 === "string"){
if(!pattern1.test(data11)){
const err29 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"},message:"must match pattern \""+"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"+"\"",schema:"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$",parentSchema:schema16,data:data11};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/timeout",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data11};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.memoryLimit !== undefined){
let data12 = data.memoryLimit;
if(typeof data12 === "string"){
if(!pattern6.test(data12)){
const err31 = {instancePath:instancePath+"/memoryLimit",schemaPath:"#/definitions/bytes/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(\\.[0-9]+)?(B|kB|MB|GB|KiB|MiB|GiB)$"},message:"must match pattern \""+"^[0-9]+(\\.[0-9]+)?(B|kB|MB|GB|KiB|MiB|GiB)$"+"\"",schema:"^[0-9]+(\\.[0-9]+)?(B|kB|MB|GB|KiB|MiB|GiB)$",parentSchema:schema27,data:data12};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
else {
const err32 = {instancePath:instancePath+"/memoryLimit",schemaPath:"#/definitions/bytes/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema27.type,parentSchema:schema27,data:data12};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.cooldown !== undefined){
let data13 = data.cooldown;
if(typeof data13 === "string"){
if(!pattern1.test(data13)){
const err33 = {instancePath:instancePath+"/cooldown",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"},message:"must match pattern \""+"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"+"\"",schema:"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$",parentSchema:schema16,data:data13};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
else {
const err34 = {instancePath:instancePath+"/cooldown",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data13};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema22.type,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}

const schema31 = {"type":"object","additionalProperties":false,"description":"What the sweep may cost at most. The rest is recorded as not measured.","properties":{"time":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"Wall time of the run on a device."},"points":{"type":"integer","minimum":1,"description":"An expansion to more points than this is an error."}}};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "time") || (key0 === "points"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.time !== undefined){
let data0 = data.time;
if(typeof data0 === "string"){
if(!pattern1.test(data0)){
const err1 = {instancePath:instancePath+"/time",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"},message:"must match pattern \""+"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"+"\"",schema:"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$",parentSchema:schema16,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/time",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema16.type,parentSchema:schema16,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.points !== undefined){
let data1 = data.points;
if(!((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1)))){
const err3 = {instancePath:instancePath+"/points",schemaPath:"#/properties/points/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema31.properties.points.type,parentSchema:schema31.properties.points,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(typeof data1 == "number"){
if(data1 < 1 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/points",schemaPath:"#/properties/points/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema31.properties.points,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema31.type,parentSchema:schema31,data};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}


function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="sweep.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.edgewright === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "edgewright"},message:"must have required property '"+"edgewright"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.models === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "models"},message:"must have required property '"+"models"+"'",schema:schema11.required,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.$schema !== undefined){
let data0 = data.$schema;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.$schema.type,parentSchema:schema11.properties.$schema,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.edgewright !== undefined){
let data1 = data.edgewright;
if("sweep/v1" !== data1){
const err5 = {instancePath:instancePath+"/edgewright",schemaPath:"#/properties/edgewright/const",keyword:"const",params:{allowedValue: "sweep/v1"},message:"must be equal to constant",schema:"sweep/v1",parentSchema:schema11.properties.edgewright,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.name !== undefined){
let data2 = data.name;
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,62}$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9-]{0,62}$"+"\"",schema:"^[a-z0-9][a-z0-9-]{0,62}$",parentSchema:schema11.properties.name,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.name.type,parentSchema:schema11.properties.name,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.description !== undefined){
let data3 = data.description;
if(typeof data3 !== "string"){
const err8 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema11.properties.description.type,parentSchema:schema11.properties.description,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.seed !== undefined){
let data4 = data.seed;
if(!((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4)))){
const err9 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema11.properties.seed.type,parentSchema:schema11.properties.seed,data:data4};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(typeof data4 == "number"){
if(data4 > 4294967295 || isNaN(data4)){
const err10 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295",schema:4294967295,parentSchema:schema11.properties.seed,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data4 < 0 || isNaN(data4)){
const err11 = {instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema11.properties.seed,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
if(data.models !== undefined){
let data5 = data.models;
if(Array.isArray(data5)){
if(data5.length > 64){
const err12 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/maxItems",keyword:"maxItems",params:{limit: 64},message:"must NOT have more than 64 items",schema:64,parentSchema:schema11.properties.models,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data5.length < 1){
const err13 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema11.properties.models,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
const len0 = data5.length;
for(let i0=0; i0<len0; i0++){
let data6 = data5[i0];
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.family === undefined){
const err14 = {instancePath:instancePath+"/models/" + i0,schemaPath:"#/definitions/model/required",keyword:"required",params:{missingProperty: "family"},message:"must have required property '"+"family"+"'",schema:schema12.required,parentSchema:schema12,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data6.family !== undefined){
let data7 = data6.family;
if(!((((((data7 === "fc") || (data7 === "cnn")) || (data7 === "rnn")) || (data7 === "transformer")) || (data7 === "mobile")) || (data7 === "onnx"))){
const err15 = {instancePath:instancePath+"/models/" + i0+"/family",schemaPath:"#/definitions/model/properties/family/enum",keyword:"enum",params:{allowedValues: schema12.properties.family.enum},message:"must be equal to one of the allowed values",schema:schema12.properties.family.enum,parentSchema:schema12.properties.family,data:data7};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/models/" + i0,schemaPath:"#/definitions/model/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema12.type,parentSchema:schema12,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/models",schemaPath:"#/properties/models/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.models.type,parentSchema:schema11.properties.models,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.execution !== undefined){
if(!(validate11(data.execution, {instancePath:instancePath+"/execution",parentData:data,parentDataProperty:"execution",rootData}))){
vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
errors = vErrors.length;
}
}
if(data.constraint !== undefined){
if(!(validate18(data.constraint, {instancePath:instancePath+"/constraint",parentData:data,parentDataProperty:"constraint",rootData}))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
errors = vErrors.length;
}
}
if(data.measure !== undefined){
if(!(validate20(data.measure, {instancePath:instancePath+"/measure",parentData:data,parentDataProperty:"measure",rootData}))){
vErrors = vErrors === null ? validate20.errors : vErrors.concat(validate20.errors);
errors = vErrors.length;
}
}
if(data.sampling !== undefined){
let data11 = data.sampling;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.method === undefined){
const err18 = {instancePath:instancePath+"/sampling",schemaPath:"#/definitions/sampling/required",keyword:"required",params:{missingProperty: "method"},message:"must have required property '"+"method"+"'",schema:schema29.required,parentSchema:schema29,data:data11};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
for(const key1 in data11){
if(!((key1 === "method") || (key1 === "points"))){
const err19 = {instancePath:instancePath+"/sampling",schemaPath:"#/definitions/sampling/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema29,data:data11};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data11.method !== undefined){
let data12 = data11.method;
if(!((((data12 === "grid") || (data12 === "random")) || (data12 === "sobol")) || (data12 === "latin-hypercube"))){
const err20 = {instancePath:instancePath+"/sampling/method",schemaPath:"#/definitions/sampling/properties/method/enum",keyword:"enum",params:{allowedValues: schema29.properties.method.enum},message:"must be equal to one of the allowed values",schema:schema29.properties.method.enum,parentSchema:schema29.properties.method,data:data12};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data11.points !== undefined){
let data13 = data11.points;
if(!((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13)))){
const err21 = {instancePath:instancePath+"/sampling/points",schemaPath:"#/definitions/sampling/properties/points/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema29.properties.points.type,parentSchema:schema29.properties.points,data:data13};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(typeof data13 == "number"){
if(data13 > 1000000 || isNaN(data13)){
const err22 = {instancePath:instancePath+"/sampling/points",schemaPath:"#/definitions/sampling/properties/points/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema29.properties.points,data:data13};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(data13 < 1 || isNaN(data13)){
const err23 = {instancePath:instancePath+"/sampling/points",schemaPath:"#/definitions/sampling/properties/points/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema29.properties.points,data:data13};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
}
else {
const err24 = {instancePath:instancePath+"/sampling",schemaPath:"#/definitions/sampling/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema29.type,parentSchema:schema29,data:data11};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.order !== undefined){
let data14 = data.order;
if(data14 && typeof data14 == "object" && !Array.isArray(data14)){
for(const key2 in data14){
if(!(((key2 === "method") || (key2 === "by")) || (key2 === "reference"))){
const err25 = {instancePath:instancePath+"/order",schemaPath:"#/definitions/order/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema30,data:data14};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data14.method !== undefined){
let data15 = data14.method;
if(!(((data15 === "random") || (data15 === "blocked")) || (data15 === "listed"))){
const err26 = {instancePath:instancePath+"/order/method",schemaPath:"#/definitions/order/properties/method/enum",keyword:"enum",params:{allowedValues: schema30.properties.method.enum},message:"must be equal to one of the allowed values",schema:schema30.properties.method.enum,parentSchema:schema30.properties.method,data:data15};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data14.by !== undefined){
let data16 = data14.by;
if(Array.isArray(data16)){
if(data16.length < 1){
const err27 = {instancePath:instancePath+"/order/by",schemaPath:"#/definitions/order/properties/by/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema30.properties.by,data:data16};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
const len1 = data16.length;
for(let i1=0; i1<len1; i1++){
let data17 = data16[i1];
if(typeof data17 !== "string"){
const err28 = {instancePath:instancePath+"/order/by/" + i1,schemaPath:"#/definitions/order/properties/by/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema30.properties.by.items.type,parentSchema:schema30.properties.by.items,data:data17};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/order/by",schemaPath:"#/definitions/order/properties/by/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema30.properties.by.type,parentSchema:schema30.properties.by,data:data16};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data14.reference !== undefined){
let data18 = data14.reference;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(data18.every === undefined){
const err30 = {instancePath:instancePath+"/order/reference",schemaPath:"#/definitions/order/properties/reference/required",keyword:"required",params:{missingProperty: "every"},message:"must have required property '"+"every"+"'",schema:schema30.properties.reference.required,parentSchema:schema30.properties.reference,data:data18};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
for(const key3 in data18){
if(!(key3 === "every")){
const err31 = {instancePath:instancePath+"/order/reference",schemaPath:"#/definitions/order/properties/reference/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema30.properties.reference,data:data18};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data18.every !== undefined){
let data19 = data18.every;
if(!((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19)))){
const err32 = {instancePath:instancePath+"/order/reference/every",schemaPath:"#/definitions/order/properties/reference/properties/every/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema30.properties.reference.properties.every.type,parentSchema:schema30.properties.reference.properties.every,data:data19};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(typeof data19 == "number"){
if(data19 > 100000 || isNaN(data19)){
const err33 = {instancePath:instancePath+"/order/reference/every",schemaPath:"#/definitions/order/properties/reference/properties/every/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000",schema:100000,parentSchema:schema30.properties.reference.properties.every,data:data19};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(data19 < 2 || isNaN(data19)){
const err34 = {instancePath:instancePath+"/order/reference/every",schemaPath:"#/definitions/order/properties/reference/properties/every/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},message:"must be >= 2",schema:2,parentSchema:schema30.properties.reference.properties.every,data:data19};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
}
else {
const err35 = {instancePath:instancePath+"/order/reference",schemaPath:"#/definitions/order/properties/reference/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema30.properties.reference.type,parentSchema:schema30.properties.reference,data:data18};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath:instancePath+"/order",schemaPath:"#/definitions/order/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema30.type,parentSchema:schema30,data:data14};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.budget !== undefined){
if(!(validate22(data.budget, {instancePath:instancePath+"/budget",parentData:data,parentDataProperty:"budget",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
if(data.analyses !== undefined){
let data21 = data.analyses;
if(Array.isArray(data21)){
const len2 = data21.length;
for(let i2=0; i2<len2; i2++){
let data22 = data21[i2];
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
if(data22.kind === undefined){
const err37 = {instancePath:instancePath+"/analyses/" + i2,schemaPath:"#/definitions/analysis/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema33.required,parentSchema:schema33,data:data22};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
for(const key4 in data22){
if(!((((((key4 === "kind") || (key4 === "model")) || (key4 === "metric")) || (key4 === "x")) || (key4 === "y")) || (key4 === "by"))){
const err38 = {instancePath:instancePath+"/analyses/" + i2,schemaPath:"#/definitions/analysis/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties",schema:false,parentSchema:schema33,data:data22};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data22.kind !== undefined){
let data23 = data22.kind;
if(!(((((data23 === "heatmap") || (data23 === "regression")) || (data23 === "roofline")) || (data23 === "boxplot")) || (data23 === "coverage"))){
const err39 = {instancePath:instancePath+"/analyses/" + i2+"/kind",schemaPath:"#/definitions/analysis/properties/kind/enum",keyword:"enum",params:{allowedValues: schema33.properties.kind.enum},message:"must be equal to one of the allowed values",schema:schema33.properties.kind.enum,parentSchema:schema33.properties.kind,data:data23};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data22.model !== undefined){
let data24 = data22.model;
if(typeof data24 !== "string"){
const err40 = {instancePath:instancePath+"/analyses/" + i2+"/model",schemaPath:"#/definitions/analysis/properties/model/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.properties.model.type,parentSchema:schema33.properties.model,data:data24};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data22.metric !== undefined){
let data25 = data22.metric;
if(!((((data25 === "latency") || (data25 === "throughput")) || (data25 === "flops")) || (data25 === "utilisation"))){
const err41 = {instancePath:instancePath+"/analyses/" + i2+"/metric",schemaPath:"#/definitions/analysis/properties/metric/enum",keyword:"enum",params:{allowedValues: schema33.properties.metric.enum},message:"must be equal to one of the allowed values",schema:schema33.properties.metric.enum,parentSchema:schema33.properties.metric,data:data25};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data22.x !== undefined){
let data26 = data22.x;
if(typeof data26 !== "string"){
const err42 = {instancePath:instancePath+"/analyses/" + i2+"/x",schemaPath:"#/definitions/analysis/properties/x/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.properties.x.type,parentSchema:schema33.properties.x,data:data26};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data22.y !== undefined){
let data27 = data22.y;
if(typeof data27 !== "string"){
const err43 = {instancePath:instancePath+"/analyses/" + i2+"/y",schemaPath:"#/definitions/analysis/properties/y/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.properties.y.type,parentSchema:schema33.properties.y,data:data27};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data22.by !== undefined){
let data28 = data22.by;
if(typeof data28 !== "string"){
const err44 = {instancePath:instancePath+"/analyses/" + i2+"/by",schemaPath:"#/definitions/analysis/properties/by/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema33.properties.by.type,parentSchema:schema33.properties.by,data:data28};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/analyses/" + i2,schemaPath:"#/definitions/analysis/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema33.type,parentSchema:schema33,data:data22};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
else {
const err46 = {instancePath:instancePath+"/analyses",schemaPath:"#/properties/analyses/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema11.properties.analyses.type,parentSchema:schema11.properties.analyses,data:data21};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
}
else {
const err47 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema11.type,parentSchema:schema11,data};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

export const fc = validate24;
const schema34 = {"type":"object","description":"Fully connected: `layers` dense layers of `nodes` with ReLU, then a linear output layer.","additionalProperties":false,"required":["family"],"properties":{"family":{"const":"fc"},"name":{"$ref":"#/definitions/modelName"},"axes":{"type":"object","additionalProperties":false,"properties":{"layers":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Hidden dense layers.","default":4,"parameter":{"type":"integer","minimum":1,"maximum":4096}},"nodes":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Units in each hidden layer.","default":128,"parameter":{"type":"integer","minimum":1,"maximum":65536}},"input":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Input features.","default":256,"parameter":{"type":"integer","minimum":1,"maximum":1048576}},"output":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Output units.","default":10,"parameter":{"type":"integer","minimum":1,"maximum":1048576}},"batch":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Examples in one inference.","default":1,"parameter":{"type":"integer","minimum":1,"maximum":65536}}}},"zip":{"$ref":"#/definitions/zip"},"when":{"$ref":"#/definitions/when"},"derive":{"$ref":"#/definitions/derive"},"constraint":{"$ref":"#/definitions/constraint"}}};
const schema35 = {"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,62}$","description":"A name for tables and charts, of lower-case letters, digits and hyphens. Without it the family's."};
const schema42 = {"type":"object","description":"Parameters computed from axes by an expression, for example {output: \"nodes / 4\"}.","additionalProperties":{"$ref":"#/definitions/expression"}};

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
let data0 = data[key0];
if(typeof data0 === "string"){
if(data0.length > 1000){
const err0 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/expression/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema19,data:data0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data0.length < 1){
const err1 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/expression/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema19,data:data0};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
else {
const err2 = {instancePath:instancePath+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/expression/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema19.type,parentSchema:schema19,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema42.type,parentSchema:schema42,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}


function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.family === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "family"},message:"must have required property '"+"family"+"'",schema:schema34.required,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "family") || (key0 === "name")) || (key0 === "axes")) || (key0 === "zip")) || (key0 === "when")) || (key0 === "derive")) || (key0 === "constraint"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.family !== undefined){
let data0 = data.family;
if("fc" !== data0){
const err2 = {instancePath:instancePath+"/family",schemaPath:"#/properties/family/const",keyword:"const",params:{allowedValue: "fc"},message:"must be equal to constant",schema:"fc",parentSchema:schema34.properties.family,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/modelName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,62}$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9-]{0,62}$"+"\"",schema:"^[a-z0-9][a-z0-9-]{0,62}$",parentSchema:schema35,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/modelName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.type,parentSchema:schema35,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.axes !== undefined){
let data2 = data.axes;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!(((((key1 === "layers") || (key1 === "nodes")) || (key1 === "input")) || (key1 === "output")) || (key1 === "batch"))){
const err5 = {instancePath:instancePath+"/axes",schemaPath:"#/properties/axes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema34.properties.axes,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/axes",schemaPath:"#/properties/axes/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.properties.axes.type,parentSchema:schema34.properties.axes,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.zip !== undefined){
let data8 = data.zip;
if(Array.isArray(data8)){
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
let data9 = data8[i0];
if(Array.isArray(data9)){
if(data9.length < 2){
const err7 = {instancePath:instancePath+"/zip/" + i0,schemaPath:"#/definitions/zip/items/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items",schema:2,parentSchema:schema17.items,data:data9};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
if(typeof data10 !== "string"){
const err8 = {instancePath:instancePath+"/zip/" + i0+"/" + i1,schemaPath:"#/definitions/zip/items/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema17.items.items.type,parentSchema:schema17.items.items,data:data10};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/zip/" + i0,schemaPath:"#/definitions/zip/items/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema17.items.type,parentSchema:schema17.items,data:data9};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/zip",schemaPath:"#/definitions/zip/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema17.type,parentSchema:schema17,data:data8};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.when !== undefined){
if(!(validate15(data.when, {instancePath:instancePath+"/when",parentData:data,parentDataProperty:"when",rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
if(data.derive !== undefined){
if(!(validate26(data.derive, {instancePath:instancePath+"/derive",parentData:data,parentDataProperty:"derive",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
if(data.constraint !== undefined){
if(!(validate18(data.constraint, {instancePath:instancePath+"/constraint",parentData:data,parentDataProperty:"constraint",rootData}))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
errors = vErrors.length;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema34.type,parentSchema:schema34,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}

export const cnn = validate29;
const schema44 = {"type":"object","description":"Convolutional, after ResNet: 7x7/2 convolution, 3x3/2 max pooling, groups of residual or bottleneck blocks with filters doubled and the image halved at each further group, global average pooling, dense.","additionalProperties":false,"required":["family"],"properties":{"family":{"const":"cnn"},"name":{"$ref":"#/definitions/modelName"},"axes":{"type":"object","additionalProperties":false,"properties":{"block":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Block type.","default":"residual","parameter":{"type":"string","enum":["residual","bottleneck"]}},"blocks":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Blocks per group: one number for all four groups, or a list with one number a group, such as [3, 4, 6, 3].","default":1,"parameter":{"type":"integer-or-list","minimum":1,"maximum":128,"maxItems":8}},"filters":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Filters of the first group.","default":16,"parameter":{"type":"integer","minimum":1,"maximum":4096}},"image":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Image height and width in pixels.","default":64,"parameter":{"type":"integer","minimum":8,"maximum":4096}},"channels":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Image channels.","default":3,"parameter":{"type":"integer","minimum":1,"maximum":64}},"output":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Classes.","default":10,"parameter":{"type":"integer","minimum":1,"maximum":1048576}},"batch":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Images in one inference.","default":1,"parameter":{"type":"integer","minimum":1,"maximum":65536}}}},"zip":{"$ref":"#/definitions/zip"},"when":{"$ref":"#/definitions/when"},"derive":{"$ref":"#/definitions/derive"},"constraint":{"$ref":"#/definitions/constraint"}}};

function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.family === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "family"},message:"must have required property '"+"family"+"'",schema:schema44.required,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "family") || (key0 === "name")) || (key0 === "axes")) || (key0 === "zip")) || (key0 === "when")) || (key0 === "derive")) || (key0 === "constraint"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.family !== undefined){
let data0 = data.family;
if("cnn" !== data0){
const err2 = {instancePath:instancePath+"/family",schemaPath:"#/properties/family/const",keyword:"const",params:{allowedValue: "cnn"},message:"must be equal to constant",schema:"cnn",parentSchema:schema44.properties.family,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/modelName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,62}$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9-]{0,62}$"+"\"",schema:"^[a-z0-9][a-z0-9-]{0,62}$",parentSchema:schema35,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/modelName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.type,parentSchema:schema35,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.axes !== undefined){
let data2 = data.axes;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!(((((((key1 === "block") || (key1 === "blocks")) || (key1 === "filters")) || (key1 === "image")) || (key1 === "channels")) || (key1 === "output")) || (key1 === "batch"))){
const err5 = {instancePath:instancePath+"/axes",schemaPath:"#/properties/axes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema44.properties.axes,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/axes",schemaPath:"#/properties/axes/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema44.properties.axes.type,parentSchema:schema44.properties.axes,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.zip !== undefined){
let data10 = data.zip;
if(Array.isArray(data10)){
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
let data11 = data10[i0];
if(Array.isArray(data11)){
if(data11.length < 2){
const err7 = {instancePath:instancePath+"/zip/" + i0,schemaPath:"#/definitions/zip/items/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items",schema:2,parentSchema:schema17.items,data:data11};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
let data12 = data11[i1];
if(typeof data12 !== "string"){
const err8 = {instancePath:instancePath+"/zip/" + i0+"/" + i1,schemaPath:"#/definitions/zip/items/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema17.items.items.type,parentSchema:schema17.items.items,data:data12};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/zip/" + i0,schemaPath:"#/definitions/zip/items/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema17.items.type,parentSchema:schema17.items,data:data11};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/zip",schemaPath:"#/definitions/zip/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema17.type,parentSchema:schema17,data:data10};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.when !== undefined){
if(!(validate15(data.when, {instancePath:instancePath+"/when",parentData:data,parentDataProperty:"when",rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
if(data.derive !== undefined){
if(!(validate26(data.derive, {instancePath:instancePath+"/derive",parentData:data,parentDataProperty:"derive",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
if(data.constraint !== undefined){
if(!(validate18(data.constraint, {instancePath:instancePath+"/constraint",parentData:data,parentDataProperty:"constraint",rootData}))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
errors = vErrors.length;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema44.type,parentSchema:schema44,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}

export const rnn = validate33;
const schema54 = {"type":"object","description":"Recurrent language model: embedding, `layers` cells with hidden size equal to the embedding's, a dense head over the vocabulary at every step.","additionalProperties":false,"required":["family"],"properties":{"family":{"const":"rnn"},"name":{"$ref":"#/definitions/modelName"},"axes":{"type":"object","additionalProperties":false,"properties":{"cell":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Cell type.","default":"rnn","parameter":{"type":"string","enum":["rnn","lstm","gru"]}},"layers":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Recurrent layers.","default":1,"parameter":{"type":"integer","minimum":1,"maximum":256}},"embed":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Embedding and hidden size.","default":100,"parameter":{"type":"integer","minimum":1,"maximum":16384}},"length":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Steps in a sequence.","default":10,"parameter":{"type":"integer","minimum":1,"maximum":65536}},"vocab":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Vocabulary size.","default":256,"parameter":{"type":"integer","minimum":1,"maximum":1048576}},"batch":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Sequences in one inference.","default":1,"parameter":{"type":"integer","minimum":1,"maximum":65536}}}},"zip":{"$ref":"#/definitions/zip"},"when":{"$ref":"#/definitions/when"},"derive":{"$ref":"#/definitions/derive"},"constraint":{"$ref":"#/definitions/constraint"}}};

function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.family === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "family"},message:"must have required property '"+"family"+"'",schema:schema54.required,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "family") || (key0 === "name")) || (key0 === "axes")) || (key0 === "zip")) || (key0 === "when")) || (key0 === "derive")) || (key0 === "constraint"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.family !== undefined){
let data0 = data.family;
if("rnn" !== data0){
const err2 = {instancePath:instancePath+"/family",schemaPath:"#/properties/family/const",keyword:"const",params:{allowedValue: "rnn"},message:"must be equal to constant",schema:"rnn",parentSchema:schema54.properties.family,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/modelName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,62}$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9-]{0,62}$"+"\"",schema:"^[a-z0-9][a-z0-9-]{0,62}$",parentSchema:schema35,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/modelName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.type,parentSchema:schema35,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.axes !== undefined){
let data2 = data.axes;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!((((((key1 === "cell") || (key1 === "layers")) || (key1 === "embed")) || (key1 === "length")) || (key1 === "vocab")) || (key1 === "batch"))){
const err5 = {instancePath:instancePath+"/axes",schemaPath:"#/properties/axes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema54.properties.axes,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/axes",schemaPath:"#/properties/axes/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema54.properties.axes.type,parentSchema:schema54.properties.axes,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.zip !== undefined){
let data9 = data.zip;
if(Array.isArray(data9)){
const len0 = data9.length;
for(let i0=0; i0<len0; i0++){
let data10 = data9[i0];
if(Array.isArray(data10)){
if(data10.length < 2){
const err7 = {instancePath:instancePath+"/zip/" + i0,schemaPath:"#/definitions/zip/items/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items",schema:2,parentSchema:schema17.items,data:data10};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
let data11 = data10[i1];
if(typeof data11 !== "string"){
const err8 = {instancePath:instancePath+"/zip/" + i0+"/" + i1,schemaPath:"#/definitions/zip/items/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema17.items.items.type,parentSchema:schema17.items.items,data:data11};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/zip/" + i0,schemaPath:"#/definitions/zip/items/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema17.items.type,parentSchema:schema17.items,data:data10};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/zip",schemaPath:"#/definitions/zip/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema17.type,parentSchema:schema17,data:data9};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.when !== undefined){
if(!(validate15(data.when, {instancePath:instancePath+"/when",parentData:data,parentDataProperty:"when",rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
if(data.derive !== undefined){
if(!(validate26(data.derive, {instancePath:instancePath+"/derive",parentData:data,parentDataProperty:"derive",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
if(data.constraint !== undefined){
if(!(validate18(data.constraint, {instancePath:instancePath+"/constraint",parentData:data,parentDataProperty:"constraint",rootData}))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
errors = vErrors.length;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema54.type,parentSchema:schema54,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate33.errors = vErrors;
return errors === 0;
}

export const transformer = validate37;
const schema63 = {"type":"object","description":"Transformer: token and position embeddings, `layers` blocks of multi-head attention and feed-forward with layer normalisation; an encoder with a pooler, or a causal decoder with a language-model head that shares the token embedding.","additionalProperties":false,"required":["family"],"properties":{"family":{"const":"transformer"},"name":{"$ref":"#/definitions/modelName"},"axes":{"type":"object","additionalProperties":false,"properties":{"kind":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Encoder (BERT-like, post-normalisation) or causal decoder (GPT-like, pre-normalisation).","default":"encoder","parameter":{"type":"string","enum":["encoder","decoder"]}},"layers":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Blocks.","default":2,"parameter":{"type":"integer","minimum":1,"maximum":512}},"hidden":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Hidden size; divisible by heads.","default":128,"parameter":{"type":"integer","minimum":1,"maximum":32768}},"heads":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Attention heads.","default":2,"parameter":{"type":"integer","minimum":1,"maximum":512}},"feedforward":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Inner size of the feed-forward part; 0 means four times hidden.","default":0,"parameter":{"type":"integer","minimum":0,"maximum":131072}},"length":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Tokens in a sequence.","default":64,"parameter":{"type":"integer","minimum":1,"maximum":65536}},"positions":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Rows of the position embedding; 0 means as many as length.","default":0,"parameter":{"type":"integer","minimum":0,"maximum":65536}},"vocab":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Vocabulary size.","default":1024,"parameter":{"type":"integer","minimum":1,"maximum":1048576}},"batch":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Sequences in one inference.","default":1,"parameter":{"type":"integer","minimum":1,"maximum":65536}}}},"zip":{"$ref":"#/definitions/zip"},"when":{"$ref":"#/definitions/when"},"derive":{"$ref":"#/definitions/derive"},"constraint":{"$ref":"#/definitions/constraint"}}};

function validate37(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.family === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "family"},message:"must have required property '"+"family"+"'",schema:schema63.required,parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "family") || (key0 === "name")) || (key0 === "axes")) || (key0 === "zip")) || (key0 === "when")) || (key0 === "derive")) || (key0 === "constraint"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.family !== undefined){
let data0 = data.family;
if("transformer" !== data0){
const err2 = {instancePath:instancePath+"/family",schemaPath:"#/properties/family/const",keyword:"const",params:{allowedValue: "transformer"},message:"must be equal to constant",schema:"transformer",parentSchema:schema63.properties.family,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/modelName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,62}$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9-]{0,62}$"+"\"",schema:"^[a-z0-9][a-z0-9-]{0,62}$",parentSchema:schema35,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/modelName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.type,parentSchema:schema35,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.axes !== undefined){
let data2 = data.axes;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!(func2.call(schema63.properties.axes.properties, key1))){
const err5 = {instancePath:instancePath+"/axes",schemaPath:"#/properties/axes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema63.properties.axes,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/axes",schemaPath:"#/properties/axes/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema63.properties.axes.type,parentSchema:schema63.properties.axes,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.zip !== undefined){
let data12 = data.zip;
if(Array.isArray(data12)){
const len0 = data12.length;
for(let i0=0; i0<len0; i0++){
let data13 = data12[i0];
if(Array.isArray(data13)){
if(data13.length < 2){
const err7 = {instancePath:instancePath+"/zip/" + i0,schemaPath:"#/definitions/zip/items/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items",schema:2,parentSchema:schema17.items,data:data13};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
let data14 = data13[i1];
if(typeof data14 !== "string"){
const err8 = {instancePath:instancePath+"/zip/" + i0+"/" + i1,schemaPath:"#/definitions/zip/items/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema17.items.items.type,parentSchema:schema17.items.items,data:data14};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/zip/" + i0,schemaPath:"#/definitions/zip/items/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema17.items.type,parentSchema:schema17.items,data:data13};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/zip",schemaPath:"#/definitions/zip/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema17.type,parentSchema:schema17,data:data12};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.when !== undefined){
if(!(validate15(data.when, {instancePath:instancePath+"/when",parentData:data,parentDataProperty:"when",rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
if(data.derive !== undefined){
if(!(validate26(data.derive, {instancePath:instancePath+"/derive",parentData:data,parentDataProperty:"derive",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
if(data.constraint !== undefined){
if(!(validate18(data.constraint, {instancePath:instancePath+"/constraint",parentData:data,parentDataProperty:"constraint",rootData}))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
errors = vErrors.length;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema63.type,parentSchema:schema63,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate37.errors = vErrors;
return errors === 0;
}

export const mobile = validate41;
const schema75 = {"type":"object","description":"Inverted residuals with depthwise convolutions, after MobileNetV2, scaled by a width multiplier.","additionalProperties":false,"required":["family"],"properties":{"family":{"const":"mobile"},"name":{"$ref":"#/definitions/modelName"},"axes":{"type":"object","additionalProperties":false,"properties":{"width":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Width multiplier of all channel counts.","default":1,"parameter":{"type":"number","minimum":0.05,"maximum":8}},"depth":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Multiplier of the repeats of each stage, rounded up.","default":1,"parameter":{"type":"number","minimum":0.1,"maximum":8}},"expansion":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Expansion factor of the inverted residuals after the first.","default":6,"parameter":{"type":"integer","minimum":1,"maximum":16}},"image":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Image height and width in pixels.","default":96,"parameter":{"type":"integer","minimum":8,"maximum":4096}},"channels":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Image channels.","default":3,"parameter":{"type":"integer","minimum":1,"maximum":64}},"output":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Classes.","default":10,"parameter":{"type":"integer","minimum":1,"maximum":1048576}},"batch":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Images in one inference.","default":1,"parameter":{"type":"integer","minimum":1,"maximum":65536}}}},"zip":{"$ref":"#/definitions/zip"},"when":{"$ref":"#/definitions/when"},"derive":{"$ref":"#/definitions/derive"},"constraint":{"$ref":"#/definitions/constraint"}}};

function validate41(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.family === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "family"},message:"must have required property '"+"family"+"'",schema:schema75.required,parentSchema:schema75,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "family") || (key0 === "name")) || (key0 === "axes")) || (key0 === "zip")) || (key0 === "when")) || (key0 === "derive")) || (key0 === "constraint"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema75,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.family !== undefined){
let data0 = data.family;
if("mobile" !== data0){
const err2 = {instancePath:instancePath+"/family",schemaPath:"#/properties/family/const",keyword:"const",params:{allowedValue: "mobile"},message:"must be equal to constant",schema:"mobile",parentSchema:schema75.properties.family,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/modelName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,62}$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9-]{0,62}$"+"\"",schema:"^[a-z0-9][a-z0-9-]{0,62}$",parentSchema:schema35,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/modelName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.type,parentSchema:schema35,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.axes !== undefined){
let data2 = data.axes;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key1 in data2){
if(!(((((((key1 === "width") || (key1 === "depth")) || (key1 === "expansion")) || (key1 === "image")) || (key1 === "channels")) || (key1 === "output")) || (key1 === "batch"))){
const err5 = {instancePath:instancePath+"/axes",schemaPath:"#/properties/axes/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema75.properties.axes,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/axes",schemaPath:"#/properties/axes/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema75.properties.axes.type,parentSchema:schema75.properties.axes,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.zip !== undefined){
let data10 = data.zip;
if(Array.isArray(data10)){
const len0 = data10.length;
for(let i0=0; i0<len0; i0++){
let data11 = data10[i0];
if(Array.isArray(data11)){
if(data11.length < 2){
const err7 = {instancePath:instancePath+"/zip/" + i0,schemaPath:"#/definitions/zip/items/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items",schema:2,parentSchema:schema17.items,data:data11};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
const len1 = data11.length;
for(let i1=0; i1<len1; i1++){
let data12 = data11[i1];
if(typeof data12 !== "string"){
const err8 = {instancePath:instancePath+"/zip/" + i0+"/" + i1,schemaPath:"#/definitions/zip/items/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema17.items.items.type,parentSchema:schema17.items.items,data:data12};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/zip/" + i0,schemaPath:"#/definitions/zip/items/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema17.items.type,parentSchema:schema17.items,data:data11};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/zip",schemaPath:"#/definitions/zip/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema17.type,parentSchema:schema17,data:data10};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.when !== undefined){
if(!(validate15(data.when, {instancePath:instancePath+"/when",parentData:data,parentDataProperty:"when",rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
if(data.derive !== undefined){
if(!(validate26(data.derive, {instancePath:instancePath+"/derive",parentData:data,parentDataProperty:"derive",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
if(data.constraint !== undefined){
if(!(validate18(data.constraint, {instancePath:instancePath+"/constraint",parentData:data,parentDataProperty:"constraint",rootData}))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
errors = vErrors.length;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema75.type,parentSchema:schema75,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate41.errors = vErrors;
return errors === 0;
}

export const onnx = validate45;
const schema85 = {"type":"object","description":"The user's own ONNX file. Axes bind its symbolic dimensions by name.","additionalProperties":false,"required":["family","file"],"properties":{"family":{"const":"onnx"},"name":{"$ref":"#/definitions/modelName"},"file":{"type":"string","minLength":1,"description":"Path of the file, relative to the sweep."},"axes":{"type":"object","description":"Values of the symbolic dimensions, by their names in the file.","additionalProperties":{"$ref":"#/definitions/axis"}},"batch":{"type":"string","description":"The symbolic dimension that counts examples in one inference. Without it an inference counts as one item."},"zip":{"$ref":"#/definitions/zip"},"when":{"$ref":"#/definitions/when"},"derive":{"$ref":"#/definitions/derive"},"constraint":{"$ref":"#/definitions/constraint"}}};

function validate45(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.family === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "family"},message:"must have required property '"+"family"+"'",schema:schema85.required,parentSchema:schema85,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.file === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "file"},message:"must have required property '"+"file"+"'",schema:schema85.required,parentSchema:schema85,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema85.properties, key0))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema85,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.family !== undefined){
let data0 = data.family;
if("onnx" !== data0){
const err3 = {instancePath:instancePath+"/family",schemaPath:"#/properties/family/const",keyword:"const",params:{allowedValue: "onnx"},message:"must be equal to constant",schema:"onnx",parentSchema:schema85.properties.family,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.name !== undefined){
let data1 = data.name;
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/modelName/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,62}$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9-]{0,62}$"+"\"",schema:"^[a-z0-9][a-z0-9-]{0,62}$",parentSchema:schema35,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/name",schemaPath:"#/definitions/modelName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema35.type,parentSchema:schema35,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.file !== undefined){
let data2 = data.file;
if(typeof data2 === "string"){
if(data2.length < 1){
const err6 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema85.properties.file,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/file",schemaPath:"#/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema85.properties.file.type,parentSchema:schema85.properties.file,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.axes !== undefined){
let data3 = data.axes;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
}
else {
const err8 = {instancePath:instancePath+"/axes",schemaPath:"#/properties/axes/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema85.properties.axes.type,parentSchema:schema85.properties.axes,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.batch !== undefined){
let data5 = data.batch;
if(typeof data5 !== "string"){
const err9 = {instancePath:instancePath+"/batch",schemaPath:"#/properties/batch/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema85.properties.batch.type,parentSchema:schema85.properties.batch,data:data5};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.zip !== undefined){
let data6 = data.zip;
if(Array.isArray(data6)){
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
let data7 = data6[i0];
if(Array.isArray(data7)){
if(data7.length < 2){
const err10 = {instancePath:instancePath+"/zip/" + i0,schemaPath:"#/definitions/zip/items/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items",schema:2,parentSchema:schema17.items,data:data7};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
let data8 = data7[i1];
if(typeof data8 !== "string"){
const err11 = {instancePath:instancePath+"/zip/" + i0+"/" + i1,schemaPath:"#/definitions/zip/items/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema17.items.items.type,parentSchema:schema17.items.items,data:data8};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/zip/" + i0,schemaPath:"#/definitions/zip/items/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema17.items.type,parentSchema:schema17.items,data:data7};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/zip",schemaPath:"#/definitions/zip/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema17.type,parentSchema:schema17,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.when !== undefined){
if(!(validate15(data.when, {instancePath:instancePath+"/when",parentData:data,parentDataProperty:"when",rootData}))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
if(data.derive !== undefined){
if(!(validate26(data.derive, {instancePath:instancePath+"/derive",parentData:data,parentDataProperty:"derive",rootData}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
if(data.constraint !== undefined){
if(!(validate18(data.constraint, {instancePath:instancePath+"/constraint",parentData:data,parentDataProperty:"constraint",rootData}))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
errors = vErrors.length;
}
}
}
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema85.type,parentSchema:schema85,data};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate45.errors = vErrors;
return errors === 0;
}

export const fleet = validate49;
const schema89 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"fleet.schema.json","title":"Fleet","description":"The devices that a workbench knows, by name.","type":"object","additionalProperties":false,"required":["edgewright","devices"],"properties":{"$schema":{"type":"string","description":"Path or address of this schema, for editors."},"edgewright":{"const":"fleet/v1","description":"Kind and version of this document."},"devices":{"type":"array","minItems":1,"maxItems":10000,"description":"The devices, each with a name of its own.","items":{"$ref":"#/definitions/device"}}},"definitions":{"device":{"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,62}$","description":"A name of lower-case letters, digits and hyphens."},"address":{"type":"string","pattern":"^wss?://","description":"An address where its agent listens, as ws://host:port or wss://host:port. Without it the agent dials in."},"token":{"$ref":"#/definitions/token"},"certificate":{"type":"string","pattern":"^[0-9a-f]{64}$","description":"The SHA-256 of the agent's TLS certificate, in hexadecimal; needed for wss with a certificate of one's own."},"labels":{"type":"object","additionalProperties":{"type":"string"},"description":"Labels to choose devices by."}}},"token":{"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"description":"Where the pairing token is kept, as {env: NAME} or {file: PATH}. Tokens themselves do not stand in this file.","properties":{"env":{"type":"string","minLength":1,"description":"Name of an environment variable."},"file":{"type":"string","minLength":1,"description":"Path of a file, relative to this one."}}}}};
const schema90 = {"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,62}$","description":"A name of lower-case letters, digits and hyphens."},"address":{"type":"string","pattern":"^wss?://","description":"An address where its agent listens, as ws://host:port or wss://host:port. Without it the agent dials in."},"token":{"$ref":"#/definitions/token"},"certificate":{"type":"string","pattern":"^[0-9a-f]{64}$","description":"The SHA-256 of the agent's TLS certificate, in hexadecimal; needed for wss with a certificate of one's own."},"labels":{"type":"object","additionalProperties":{"type":"string"},"description":"Labels to choose devices by."}}};
const schema91 = {"type":"object","additionalProperties":false,"minProperties":1,"maxProperties":1,"description":"Where the pairing token is kept, as {env: NAME} or {file: PATH}. Tokens themselves do not stand in this file.","properties":{"env":{"type":"string","minLength":1,"description":"Name of an environment variable."},"file":{"type":"string","minLength":1,"description":"Path of a file, relative to this one."}}};
const pattern16 = new RegExp("^wss?://", "u");
const pattern17 = new RegExp("^[0-9a-f]{64}$", "u");

function validate50(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema90.required,parentSchema:schema90,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "name") || (key0 === "address")) || (key0 === "token")) || (key0 === "certificate")) || (key0 === "labels"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema90,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,62}$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9-]{0,62}$"+"\"",schema:"^[a-z0-9][a-z0-9-]{0,62}$",parentSchema:schema90.properties.name,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema90.properties.name.type,parentSchema:schema90.properties.name,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.address !== undefined){
let data1 = data.address;
if(typeof data1 === "string"){
if(!pattern16.test(data1)){
const err4 = {instancePath:instancePath+"/address",schemaPath:"#/properties/address/pattern",keyword:"pattern",params:{pattern: "^wss?://"},message:"must match pattern \""+"^wss?://"+"\"",schema:"^wss?://",parentSchema:schema90.properties.address,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/address",schemaPath:"#/properties/address/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema90.properties.address.type,parentSchema:schema90.properties.address,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.token !== undefined){
let data2 = data.token;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length > 1){
const err6 = {instancePath:instancePath+"/token",schemaPath:"#/definitions/token/maxProperties",keyword:"maxProperties",params:{limit: 1},message:"must NOT have more than 1 properties",schema:1,parentSchema:schema91,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(Object.keys(data2).length < 1){
const err7 = {instancePath:instancePath+"/token",schemaPath:"#/definitions/token/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema91,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key1 in data2){
if(!((key1 === "env") || (key1 === "file"))){
const err8 = {instancePath:instancePath+"/token",schemaPath:"#/definitions/token/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema91,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data2.env !== undefined){
let data3 = data2.env;
if(typeof data3 === "string"){
if(data3.length < 1){
const err9 = {instancePath:instancePath+"/token/env",schemaPath:"#/definitions/token/properties/env/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema91.properties.env,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/token/env",schemaPath:"#/definitions/token/properties/env/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema91.properties.env.type,parentSchema:schema91.properties.env,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data2.file !== undefined){
let data4 = data2.file;
if(typeof data4 === "string"){
if(data4.length < 1){
const err11 = {instancePath:instancePath+"/token/file",schemaPath:"#/definitions/token/properties/file/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema91.properties.file,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/token/file",schemaPath:"#/definitions/token/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema91.properties.file.type,parentSchema:schema91.properties.file,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/token",schemaPath:"#/definitions/token/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema91.type,parentSchema:schema91,data:data2};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.certificate !== undefined){
let data5 = data.certificate;
if(typeof data5 === "string"){
if(!pattern17.test(data5)){
const err14 = {instancePath:instancePath+"/certificate",schemaPath:"#/properties/certificate/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\"",schema:"^[0-9a-f]{64}$",parentSchema:schema90.properties.certificate,data:data5};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/certificate",schemaPath:"#/properties/certificate/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema90.properties.certificate.type,parentSchema:schema90.properties.certificate,data:data5};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.labels !== undefined){
let data6 = data.labels;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key2 in data6){
let data7 = data6[key2];
if(typeof data7 !== "string"){
const err16 = {instancePath:instancePath+"/labels/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/labels/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema90.properties.labels.additionalProperties.type,parentSchema:schema90.properties.labels.additionalProperties,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/labels",schemaPath:"#/properties/labels/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema90.properties.labels.type,parentSchema:schema90.properties.labels,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema90.type,parentSchema:schema90,data};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate50.errors = vErrors;
return errors === 0;
}


function validate49(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="fleet.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.edgewright === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "edgewright"},message:"must have required property '"+"edgewright"+"'",schema:schema89.required,parentSchema:schema89,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.devices === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "devices"},message:"must have required property '"+"devices"+"'",schema:schema89.required,parentSchema:schema89,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "$schema") || (key0 === "edgewright")) || (key0 === "devices"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema89,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.$schema !== undefined){
let data0 = data.$schema;
if(typeof data0 !== "string"){
const err3 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema89.properties.$schema.type,parentSchema:schema89.properties.$schema,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.edgewright !== undefined){
let data1 = data.edgewright;
if("fleet/v1" !== data1){
const err4 = {instancePath:instancePath+"/edgewright",schemaPath:"#/properties/edgewright/const",keyword:"const",params:{allowedValue: "fleet/v1"},message:"must be equal to constant",schema:"fleet/v1",parentSchema:schema89.properties.edgewright,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.devices !== undefined){
let data2 = data.devices;
if(Array.isArray(data2)){
if(data2.length > 10000){
const err5 = {instancePath:instancePath+"/devices",schemaPath:"#/properties/devices/maxItems",keyword:"maxItems",params:{limit: 10000},message:"must NOT have more than 10000 items",schema:10000,parentSchema:schema89.properties.devices,data:data2};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data2.length < 1){
const err6 = {instancePath:instancePath+"/devices",schemaPath:"#/properties/devices/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema89.properties.devices,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate50(data2[i0], {instancePath:instancePath+"/devices/" + i0,parentData:data2,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate50.errors : vErrors.concat(validate50.errors);
errors = vErrors.length;
}
}
}
else {
const err7 = {instancePath:instancePath+"/devices",schemaPath:"#/properties/devices/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema89.properties.devices.type,parentSchema:schema89.properties.devices,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema89.type,parentSchema:schema89,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate49.errors = vErrors;
return errors === 0;
}

