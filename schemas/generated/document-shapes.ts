// @ts-nocheck
// Generated from the schemas by `npm run generate`. Do not edit.
"use strict";
export const sweep = validate10;
const schema11 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"sweep.schema.json","title":"Sweep","description":"What to measure on a device: model families with axes, how to execute and measure them, and the analyses wanted.","type":"object","additionalProperties":false,"required":["edgewright","name","models"],"properties":{"$schema":{"type":"string","description":"Path or address of this schema, for editors."},"edgewright":{"const":"sweep/v1","description":"Kind and version of this document."},"name":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,62}$","description":"A short name of lower-case letters, digits and hyphens. Run folders carry it."},"description":{"type":"string","description":"The question this sweep answers, for the report."},"seed":{"type":"integer","minimum":0,"maximum":4294967295,"default":1,"description":"Seed of sampling, order, weights and inputs."},"models":{"type":"array","minItems":1,"maxItems":64,"description":"The model families to generate, each with its own axes.","items":{"$ref":"#/definitions/model"}},"execution":{"$ref":"#/definitions/execution"},"constraint":{"$ref":"#/definitions/constraint"},"measure":{"$ref":"#/definitions/measure"},"sampling":{"$ref":"#/definitions/sampling"},"order":{"$ref":"#/definitions/order"},"budget":{"$ref":"#/definitions/budget"},"analyses":{"type":"array","description":"Analyses of the report. Without this key the report holds all that the data carry.","items":{"$ref":"#/definitions/analysis"}}},"definitions":{"duration":{"type":"string","pattern":"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$","description":"A duration with its unit: us, ms, s, min or h, for example 500ms."},"bytes":{"type":"string","pattern":"^[0-9]+(\\.[0-9]+)?(B|kB|MB|GB|KiB|MiB|GiB)$","description":"A size with its unit: B, kB, MB, GB, KiB, MiB or GiB, for example 256MiB."},"expression":{"type":"string","minLength":1,"maxLength":1000,"description":"An expression over axis names, with + - * / % **, comparisons, && || !, ?: and min max abs floor ceil round sqrt log2."},"constraint":{"type":"array","items":{"$ref":"#/definitions/expression"},"description":"Points for which any of these is false are left out. May use axes, parameters, macs, flops, weightBytes, activationBytes, KiB, MiB, GiB."},"scalar":{"type":["number","string","boolean"]},"range":{"type":"object","additionalProperties":false,"required":["from"],"description":"A range. `step` makes it arithmetic, `times` geometric. `to` is part of the range and must be met exactly; `below` is not part of it.","properties":{"from":{"type":"number","description":"First value."},"to":{"type":"number","description":"Last value, included; the range must meet it exactly."},"below":{"type":"number","description":"Upper end, excluded."},"step":{"type":"number","exclusiveMinimum":0,"description":"Add this each time."},"times":{"type":"number","exclusiveMinimum":1,"description":"Multiply by this each time."}}},"axis":{},"zip":{"type":"array","description":"Groups of axes that advance together instead of forming a product. Their lists must be equally long.","items":{"type":"array","minItems":2,"items":{"type":"string"}}},"when":{"type":"object","description":"An axis varies only where its expression is true; elsewhere it keeps its first value.","additionalProperties":{"$ref":"#/definitions/expression"}},"derive":{"type":"object","description":"Parameters computed from axes by an expression, for example {output: \"nodes / 4\"}.","additionalProperties":{"$ref":"#/definitions/expression"}},"model":{"type":"object","required":["family"],"properties":{"family":{"enum":["fc","cnn","rnn","transformer","mobile","onnx"],"description":"The model family."}},"title":"ModelSpec"},"modelName":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,62}$","description":"A name for tables and charts, of lower-case letters, digits and hyphens. Without it the family's."},"fc":{"type":"object","description":"Fully connected: `layers` dense layers of `nodes` with ReLU, then a linear output layer.","additionalProperties":false,"required":["family"],"properties":{"family":{"const":"fc"},"name":{"$ref":"#/definitions/modelName"},"axes":{"type":"object","additionalProperties":false,"properties":{"layers":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Hidden dense layers.","default":4,"parameter":{"type":"integer","minimum":1,"maximum":4096}},"nodes":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Units in each hidden layer.","default":128,"parameter":{"type":"integer","minimum":1,"maximum":65536}},"input":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Input features.","default":256,"parameter":{"type":"integer","minimum":1,"maximum":1048576}},"output":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Output units.","default":10,"parameter":{"type":"integer","minimum":1,"maximum":1048576}},"batch":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Examples in one inference.","default":1,"parameter":{"type":"integer","minimum":1,"maximum":65536}}}},"zip":{"$ref":"#/definitions/zip"},"when":{"$ref":"#/definitions/when"},"derive":{"$ref":"#/definitions/derive"},"constraint":{"$ref":"#/definitions/constraint"}}},"cnn":{"type":"object","description":"Convolutional, after ResNet: 7x7/2 convolution, 3x3/2 max pooling, groups of residual or bottleneck blocks with filters doubled and the image halved at each further group, global average pooling, dense.","additionalProperties":false,"required":["family"],"properties":{"family":{"const":"cnn"},"name":{"$ref":"#/definitions/modelName"},"axes":{"type":"object","additionalProperties":false,"properties":{"block":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Block type.","default":"residual","parameter":{"type":"string","enum":["residual","bottleneck"]}},"blocks":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Blocks per group: one number for all four groups, or a list with one number a group, such as [3, 4, 6, 3].","default":1,"parameter":{"type":"integer-or-list","minimum":1,"maximum":128,"maxItems":8}},"filters":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Filters of the first group.","default":16,"parameter":{"type":"integer","minimum":1,"maximum":4096}},"image":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Image height and width in pixels.","default":64,"parameter":{"type":"integer","minimum":8,"maximum":4096}},"channels":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Image channels.","default":3,"parameter":{"type":"integer","minimum":1,"maximum":64}},"output":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Classes.","default":10,"parameter":{"type":"integer","minimum":1,"maximum":1048576}},"batch":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Images in one inference.","default":1,"parameter":{"type":"integer","minimum":1,"maximum":65536}}}},"zip":{"$ref":"#/definitions/zip"},"when":{"$ref":"#/definitions/when"},"derive":{"$ref":"#/definitions/derive"},"constraint":{"$ref":"#/definitions/constraint"}}},"rnn":{"type":"object","description":"Recurrent language model: embedding, `layers` cells with hidden size equal to the embedding's, a dense head over the vocabulary at every step.","additionalProperties":false,"required":["family"],"properties":{"family":{"const":"rnn"},"name":{"$ref":"#/definitions/modelName"},"axes":{"type":"object","additionalProperties":false,"properties":{"cell":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Cell type.","default":"rnn","parameter":{"type":"string","enum":["rnn","lstm","gru"]}},"layers":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Recurrent layers.","default":1,"parameter":{"type":"integer","minimum":1,"maximum":256}},"embed":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Embedding and hidden size.","default":100,"parameter":{"type":"integer","minimum":1,"maximum":16384}},"length":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Steps in a sequence.","default":10,"parameter":{"type":"integer","minimum":1,"maximum":65536}},"vocab":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Vocabulary size.","default":256,"parameter":{"type":"integer","minimum":1,"maximum":1048576}},"batch":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Sequences in one inference.","default":1,"parameter":{"type":"integer","minimum":1,"maximum":65536}}}},"zip":{"$ref":"#/definitions/zip"},"when":{"$ref":"#/definitions/when"},"derive":{"$ref":"#/definitions/derive"},"constraint":{"$ref":"#/definitions/constraint"}}},"transformer":{"type":"object","description":"Transformer: token and position embeddings, `layers` blocks of multi-head attention and feed-forward with layer normalisation; an encoder with a pooler, or a causal decoder with a language-model head that shares the token embedding.","additionalProperties":false,"required":["family"],"properties":{"family":{"const":"transformer"},"name":{"$ref":"#/definitions/modelName"},"axes":{"type":"object","additionalProperties":false,"properties":{"kind":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Encoder (BERT-like, post-normalisation) or causal decoder (GPT-like, pre-normalisation).","default":"encoder","parameter":{"type":"string","enum":["encoder","decoder"]}},"layers":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Blocks.","default":2,"parameter":{"type":"integer","minimum":1,"maximum":512}},"hidden":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Hidden size; divisible by heads.","default":128,"parameter":{"type":"integer","minimum":1,"maximum":32768}},"heads":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Attention heads.","default":2,"parameter":{"type":"integer","minimum":1,"maximum":512}},"feedforward":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Inner size of the feed-forward part; 0 means four times hidden.","default":0,"parameter":{"type":"integer","minimum":0,"maximum":131072}},"length":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Tokens in a sequence.","default":64,"parameter":{"type":"integer","minimum":1,"maximum":65536}},"positions":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Rows of the position embedding; 0 means as many as length.","default":0,"parameter":{"type":"integer","minimum":0,"maximum":65536}},"vocab":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Vocabulary size.","default":1024,"parameter":{"type":"integer","minimum":1,"maximum":1048576}},"batch":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Sequences in one inference.","default":1,"parameter":{"type":"integer","minimum":1,"maximum":65536}}}},"zip":{"$ref":"#/definitions/zip"},"when":{"$ref":"#/definitions/when"},"derive":{"$ref":"#/definitions/derive"},"constraint":{"$ref":"#/definitions/constraint"}}},"mobile":{"type":"object","description":"Inverted residuals with depthwise convolutions, after MobileNetV2, scaled by a width multiplier.","additionalProperties":false,"required":["family"],"properties":{"family":{"const":"mobile"},"name":{"$ref":"#/definitions/modelName"},"axes":{"type":"object","additionalProperties":false,"properties":{"width":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Width multiplier of all channel counts.","default":1,"parameter":{"type":"number","minimum":0.05,"maximum":8}},"depth":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Multiplier of the repeats of each stage, rounded up.","default":1,"parameter":{"type":"number","minimum":0.1,"maximum":8}},"expansion":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Expansion factor of the inverted residuals after the first.","default":6,"parameter":{"type":"integer","minimum":1,"maximum":16}},"image":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Image height and width in pixels.","default":96,"parameter":{"type":"integer","minimum":8,"maximum":4096}},"channels":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Image channels.","default":3,"parameter":{"type":"integer","minimum":1,"maximum":64}},"output":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Classes.","default":10,"parameter":{"type":"integer","minimum":1,"maximum":1048576}},"batch":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Images in one inference.","default":1,"parameter":{"type":"integer","minimum":1,"maximum":65536}}}},"zip":{"$ref":"#/definitions/zip"},"when":{"$ref":"#/definitions/when"},"derive":{"$ref":"#/definitions/derive"},"constraint":{"$ref":"#/definitions/constraint"}}},"onnx":{"type":"object","description":"The user's own ONNX file. Axes bind its symbolic dimensions by name.","additionalProperties":false,"required":["family","file"],"properties":{"family":{"const":"onnx"},"name":{"$ref":"#/definitions/modelName"},"file":{"type":"string","minLength":1,"description":"Path of the file, relative to the sweep."},"axes":{"type":"object","description":"Values of the symbolic dimensions, by their names in the file.","additionalProperties":{"$ref":"#/definitions/axis"}},"batch":{"type":"string","description":"The symbolic dimension that counts examples in one inference. Without it an inference counts as one item."},"zip":{"$ref":"#/definitions/zip"},"when":{"$ref":"#/definitions/when"},"derive":{"$ref":"#/definitions/derive"},"constraint":{"$ref":"#/definitions/constraint"}}},"scenario":{"description":"How inferences follow one another.","title":"ScenarioSpec","if":{"type":"object"},"then":{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"enum":["single-stream","offline","fixed-rate","idle-gap"],"description":"single-stream: the next inference starts when the last ends. offline: as many as `concurrency` allows, for throughput. fixed-rate: one every 1/rate seconds, latency counted from the scheduled time. idle-gap: wait `gap` between inferences."},"rate":{"type":"number","exclusiveMinimum":0,"maximum":100000,"description":"Inferences a second, for fixed-rate."},"gap":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"Idle time before each inference, for idle-gap."},"concurrency":{"type":"integer","minimum":1,"maximum":256,"default":2,"description":"Inferences in flight, for offline."}}},"else":{"enum":["single-stream","offline"]}},"execution":{"type":"object","additionalProperties":false,"description":"How models are executed. Every key is an axis: a value or a list of values.","properties":{"runtime":{"description":"ort: onnxruntime's native build. ort-web: onnxruntime's WebAssembly build. jit: Edgewright's own compiler, to WebAssembly.","default":"ort","if":{"type":"array"},"then":{"type":"array","minItems":1,"items":{"enum":["ort","ort-web","jit"]}},"else":{"enum":["ort","ort-web","jit"]}},"threads":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Threads inside one operator.","default":1,"parameter":{"type":"integer","minimum":1,"maximum":256}},"precision":{"description":"Type of weights and activations. float16 is generated with float16 tensors; a CPU may compute it by conversion.","default":"float32","if":{"type":"array"},"then":{"type":"array","minItems":1,"items":{"enum":["float32","float16"]}},"else":{"enum":["float32","float16"]}},"optimization":{"description":"Graph optimisation level. Of jit the passes of its compiler: none; folding and removal of what is dead or equal; also merging of data movement; also fusion and the choice of algorithms.","default":"all","if":{"type":"array"},"then":{"type":"array","minItems":1,"items":{"enum":["disabled","basic","extended","all"]}},"else":{"enum":["disabled","basic","extended","all"]}},"ablation":{"description":"Which optimisations of jit are taken away, to tell what each brings: none; one of them (without-vertical); all but one (only-vertical); or all. What nobody reads is removed all the same, but for without-dead. Other runtimes have no such axis.","default":"none","if":{"type":"array"},"then":{"type":"array","minItems":1,"items":{"enum":["none","without-fold","without-dead","without-common","without-vertical","without-horizontal","without-fuse","without-search","only-fold","only-common","only-vertical","only-horizontal","only-fuse","only-search","all"]}},"else":{"enum":["none","without-fold","without-dead","without-common","without-vertical","without-horizontal","without-fuse","without-search","only-fold","only-common","only-vertical","only-horizontal","only-fuse","only-search","all"]}},"scenario":{"default":"single-stream","if":{"type":"array"},"then":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/scenario"}},"else":{"$ref":"#/definitions/scenario"}},"zip":{"$ref":"#/definitions/zip"},"when":{"$ref":"#/definitions/when"}},"title":"ExecutionAxes"},"measure":{"type":"object","additionalProperties":false,"description":"When a point counts as measured. Measuring stops when the confidence interval of the median is narrow, nothing changed in the last third and the minimum time has passed; or at the maximum.","properties":{"halfWidth":{"type":"number","exclusiveMinimum":0,"maximum":1,"default":0.02,"description":"Target half-width of the interval of the median, as a fraction of the median."},"confidence":{"type":"number","exclusiveMinimum":0.5,"exclusiveMaximum":1,"default":0.95,"description":"Confidence of the interval."},"minTime":{"allOf":[{"$ref":"#/definitions/duration"}],"default":"1s","description":"Measure at least this long."},"maxTime":{"allOf":[{"$ref":"#/definitions/duration"}],"default":"10s","description":"Measure at most this long."},"minIterations":{"type":"integer","minimum":1,"maximum":1000000,"default":10,"description":"Measure at least so many inferences."},"maxIterations":{"type":"integer","minimum":1,"maximum":1000000,"default":20000,"description":"Measure at most so many inferences. Every latency is kept."},"warmupTime":{"allOf":[{"$ref":"#/definitions/duration"}],"default":"200ms","description":"Warm up at least this long."},"warmupIterations":{"type":"integer","minimum":0,"maximum":100000,"default":3,"description":"Warm up with at least so many inferences."},"percentiles":{"type":"array","items":{"type":"number","exclusiveMinimum":0,"exclusiveMaximum":100},"default":[50,90,99],"description":"Percentiles wanted. One that the sample cannot carry is reported as such."},"repeats":{"type":"integer","minimum":1,"maximum":1000,"default":1,"description":"Independent repetitions of every point, each with its own session."},"timeout":{"allOf":[{"$ref":"#/definitions/duration"}],"default":"5min","description":"A point that takes longer in all is a failure."},"memoryLimit":{"allOf":[{"$ref":"#/definitions/bytes"}],"description":"A point whose process grows past this is a failure. Without it 80 % of the memory available at its start."},"cooldown":{"allOf":[{"$ref":"#/definitions/duration"}],"default":"0s","description":"Idle time before every point."},"profile":{"type":"boolean","default":false,"description":"Whether the kernels of jit are timed one by one after a point is measured; its record has the longest. Other runtimes have none."}}},"sampling":{"type":"object","additionalProperties":false,"required":["method"],"description":"Which of the grid's points to measure.","properties":{"method":{"enum":["grid","random","sobol","latin-hypercube"],"default":"grid","description":"grid: all. The others choose `points` of them."},"points":{"type":"integer","minimum":1,"maximum":1000000,"description":"How many points to choose in all."}}},"order":{"type":"object","additionalProperties":false,"description":"In which order the points are measured, so that heating is not confounded with an axis.","properties":{"method":{"enum":["random","blocked","listed"],"default":"random","description":"random: shuffled. blocked: rounds over the levels of `by`, alternate rounds reversed. listed: as expanded."},"by":{"type":"array","minItems":1,"items":{"type":"string"},"description":"Axes whose levels are compared side by side in blocked order; without it runtime."},"reference":{"type":"object","additionalProperties":false,"required":["every"],"description":"Measure one point again and again to fit the drift of the device.","properties":{"every":{"type":"integer","minimum":2,"maximum":100000,"description":"Measure the reference point before every so many points and at the end."}}}}},"budget":{"type":"object","additionalProperties":false,"description":"What the sweep may cost at most. The rest is recorded as not measured.","properties":{"time":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"Wall time of the run on a device."},"points":{"type":"integer","minimum":1,"description":"An expansion to more points than this is an error."}}},"analysis":{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"enum":["heatmap","regression","roofline","boxplot","coverage","ablation"],"description":"Which analysis."},"model":{"type":"string","description":"The model's name. Without it one analysis for each; of ablation one for all together."},"metric":{"enum":["latency","throughput","flops","utilisation","kernels","movedBytes","arenaBytes"],"default":"latency","description":"What to explain: median latency in ms, items a second, FLOP/s, or FLOP/s as a fraction of the device's peak; of jit also the kernels of its program, the bytes that they read and write in an inference, or the bytes of its arena."},"x":{"type":"string","description":"Axis across, for heatmap."},"y":{"type":"string","description":"Axis up, for heatmap."},"by":{"type":"string","description":"Axis that makes groups, for boxplot."}}}}};
const schema12 = {"type":"object","required":["family"],"properties":{"family":{"enum":["fc","cnn","rnn","transformer","mobile","onnx"],"description":"The model family."}},"title":"ModelSpec"};
const schema29 = {"type":"object","additionalProperties":false,"required":["method"],"description":"Which of the grid's points to measure.","properties":{"method":{"enum":["grid","random","sobol","latin-hypercube"],"default":"grid","description":"grid: all. The others choose `points` of them."},"points":{"type":"integer","minimum":1,"maximum":1000000,"description":"How many points to choose in all."}}};
const schema30 = {"type":"object","additionalProperties":false,"description":"In which order the points are measured, so that heating is not confounded with an axis.","properties":{"method":{"enum":["random","blocked","listed"],"default":"random","description":"random: shuffled. blocked: rounds over the levels of `by`, alternate rounds reversed. listed: as expanded."},"by":{"type":"array","minItems":1,"items":{"type":"string"},"description":"Axes whose levels are compared side by side in blocked order; without it runtime."},"reference":{"type":"object","additionalProperties":false,"required":["every"],"description":"Measure one point again and again to fit the drift of the device.","properties":{"every":{"type":"integer","minimum":2,"maximum":100000,"description":"Measure the reference point before every so many points and at the end."}}}}};
const schema33 = {"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"enum":["heatmap","regression","roofline","boxplot","coverage","ablation"],"description":"Which analysis."},"model":{"type":"string","description":"The model's name. Without it one analysis for each; of ablation one for all together."},"metric":{"enum":["latency","throughput","flops","utilisation","kernels","movedBytes","arenaBytes"],"default":"latency","description":"What to explain: median latency in ms, items a second, FLOP/s, or FLOP/s as a fraction of the device's peak; of jit also the kernels of its program, the bytes that they read and write in an inference, or the bytes of its arena."},"x":{"type":"string","description":"Axis across, for heatmap."},"y":{"type":"string","description":"Axis up, for heatmap."},"by":{"type":"string","description":"Axis that makes groups, for boxplot."}}};
const func2 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("^[a-z0-9][a-z0-9-]{0,62}$", "u");
const schema13 = {"type":"object","additionalProperties":false,"description":"How models are executed. Every key is an axis: a value or a list of values.","properties":{"runtime":{"description":"ort: onnxruntime's native build. ort-web: onnxruntime's WebAssembly build. jit: Edgewright's own compiler, to WebAssembly.","default":"ort","if":{"type":"array"},"then":{"type":"array","minItems":1,"items":{"enum":["ort","ort-web","jit"]}},"else":{"enum":["ort","ort-web","jit"]}},"threads":{"allOf":[{"$ref":"#/definitions/axis"}],"description":"Threads inside one operator.","default":1,"parameter":{"type":"integer","minimum":1,"maximum":256}},"precision":{"description":"Type of weights and activations. float16 is generated with float16 tensors; a CPU may compute it by conversion.","default":"float32","if":{"type":"array"},"then":{"type":"array","minItems":1,"items":{"enum":["float32","float16"]}},"else":{"enum":["float32","float16"]}},"optimization":{"description":"Graph optimisation level. Of jit the passes of its compiler: none; folding and removal of what is dead or equal; also merging of data movement; also fusion and the choice of algorithms.","default":"all","if":{"type":"array"},"then":{"type":"array","minItems":1,"items":{"enum":["disabled","basic","extended","all"]}},"else":{"enum":["disabled","basic","extended","all"]}},"ablation":{"description":"Which optimisations of jit are taken away, to tell what each brings: none; one of them (without-vertical); all but one (only-vertical); or all. What nobody reads is removed all the same, but for without-dead. Other runtimes have no such axis.","default":"none","if":{"type":"array"},"then":{"type":"array","minItems":1,"items":{"enum":["none","without-fold","without-dead","without-common","without-vertical","without-horizontal","without-fuse","without-search","only-fold","only-common","only-vertical","only-horizontal","only-fuse","only-search","all"]}},"else":{"enum":["none","without-fold","without-dead","without-common","without-vertical","without-horizontal","without-fuse","without-search","only-fold","only-common","only-vertical","only-horizontal","only-fuse","only-search","all"]}},"scenario":{"default":"single-stream","if":{"type":"array"},"then":{"type":"array","minItems":1,"items":{"$ref":"#/definitions/scenario"}},"else":{"$ref":"#/definitions/scenario"}},"zip":{"$ref":"#/definitions/zip"},"when":{"$ref":"#/definitions/when"}},"title":"ExecutionAxes"};
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
if(!((((((((key0 === "runtime") || (key0 === "threads")) || (key0 === "precision")) || (key0 === "optimization")) || (key0 === "ablation")) || (key0 === "scenario")) || (key0 === "zip")) || (key0 === "when"))){
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
if(data.ablation !== undefined){
let data7 = data.ablation;
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
const err20 = {instancePath:instancePath+"/ablation",schemaPath:"#/properties/ablation/then/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema13.properties.ablation.then,data:data7};
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
let data8 = data7[i3];
if(!(((((((((((((((data8 === "none") || (data8 === "without-fold")) || (data8 === "without-dead")) || (data8 === "without-common")) || (data8 === "without-vertical")) || (data8 === "without-horizontal")) || (data8 === "without-fuse")) || (data8 === "without-search")) || (data8 === "only-fold")) || (data8 === "only-common")) || (data8 === "only-vertical")) || (data8 === "only-horizontal")) || (data8 === "only-fuse")) || (data8 === "only-search")) || (data8 === "all"))){
const err21 = {instancePath:instancePath+"/ablation/" + i3,schemaPath:"#/properties/ablation/then/items/enum",keyword:"enum",params:{allowedValues: schema13.properties.ablation.then.items.enum},message:"must be equal to one of the allowed values",schema:schema13.properties.ablation.then.items.enum,parentSchema:schema13.properties.ablation.then.items,data:data8};
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
else {
const err22 = {instancePath:instancePath+"/ablation",schemaPath:"#/properties/ablation/then/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema13.properties.ablation.then.type,parentSchema:schema13.properties.ablation.then,data:data7};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
var _valid3 = _errs32 === errors;
valid12 = _valid3;
ifClause3 = "then";
}
else {
const _errs35 = errors;
if(!(((((((((((((((data7 === "none") || (data7 === "without-fold")) || (data7 === "without-dead")) || (data7 === "without-common")) || (data7 === "without-vertical")) || (data7 === "without-horizontal")) || (data7 === "without-fuse")) || (data7 === "without-search")) || (data7 === "only-fold")) || (data7 === "only-common")) || (data7 === "only-vertical")) || (data7 === "only-horizontal")) || (data7 === "only-fuse")) || (data7 === "only-search")) || (data7 === "all"))){
const err23 = {instancePath:instancePath+"/ablation",schemaPath:"#/properties/ablation/else/enum",keyword:"enum",params:{allowedValues: schema13.properties.ablation.else.enum},message:"must be equal to one of the allowed values",schema:schema13.properties.ablation.else.enum,parentSchema:schema13.properties.ablation.else,data:data7};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
var _valid3 = _errs35 === errors;
valid12 = _valid3;
ifClause3 = "else";
}
if(!valid12){
const err24 = {instancePath:instancePath+"/ablation",schemaPath:"#/properties/ablation/if",keyword:"if",params:{failingKeyword: ifClause3},message:"must match \""+ifClause3+"\" schema",schema:schema13.properties.ablation.if,parentSchema:schema13.properties.ablation,data:data7};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.scenario !== undefined){
let data9 = data.scenario;
const _errs37 = errors;
let valid15 = true;
const _errs38 = errors;
if(!(Array.isArray(data9))){
const err25 = {};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
var _valid4 = _errs38 === errors;
errors = _errs37;
if(vErrors !== null){
if(_errs37){
vErrors.length = _errs37;
}
else {
vErrors = null;
}
}
let ifClause4;
if(_valid4){
const _errs40 = errors;
if(Array.isArray(data9)){
if(data9.length < 1){
const err26 = {instancePath:instancePath+"/scenario",schemaPath:"#/properties/scenario/then/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema13.properties.scenario.then,data:data9};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
const len4 = data9.length;
for(let i4=0; i4<len4; i4++){
if(!(validate12(data9[i4], {instancePath:instancePath+"/scenario/" + i4,parentData:data9,parentDataProperty:i4,rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
}
else {
const err27 = {instancePath:instancePath+"/scenario",schemaPath:"#/properties/scenario/then/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema13.properties.scenario.then.type,parentSchema:schema13.properties.scenario.then,data:data9};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
var _valid4 = _errs40 === errors;
valid15 = _valid4;
ifClause4 = "then";
}
else {
const _errs43 = errors;
if(!(validate12(data9, {instancePath:instancePath+"/scenario",parentData:data,parentDataProperty:"scenario",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
var _valid4 = _errs43 === errors;
valid15 = _valid4;
ifClause4 = "else";
}
if(!valid15){
const err28 = {instancePath:instancePath+"/scenario",schemaPath:"#/properties/scenario/if",keyword:"if",params:{failingKeyword: ifClause4},message:"must match \""+ifClause4+"\" schema",schema:schema13.properties.scenario.if,parentSchema:schema13.properties.scenario,data:data9};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.zip !== undefined){
let data11 = data.zip;
if(Array.isArray(data11)){
const len5 = data11.length;
for(let i5=0; i5<len5; i5++){
let data12 = data11[i5];
if(Array.isArray(data12)){
if(data12.length < 2){
const err29 = {instancePath:instancePath+"/zip/" + i5,schemaPath:"#/definitions/zip/items/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items",schema:2,parentSchema:schema17.items,data:data12};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
const len6 = data12.length;
for(let i6=0; i6<len6; i6++){
let data13 = data12[i6];
if(typeof data13 !== "string"){
const err30 = {instancePath:instancePath+"/zip/" + i5+"/" + i6,schemaPath:"#/definitions/zip/items/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema17.items.items.type,parentSchema:schema17.items.items,data:data13};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/zip/" + i5,schemaPath:"#/definitions/zip/items/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema17.items.type,parentSchema:schema17.items,data:data12};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
else {
const err32 = {instancePath:instancePath+"/zip",schemaPath:"#/definitions/zip/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema17.type,parentSchema:schema17,data:data11};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
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
const err33 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema13.type,parentSchema:schema13,data};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
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

const schema22 = {"type":"object","additionalProperties":false,"description":"When a point counts as measured. Measuring stops when the confidence interval of the median is narrow, nothing changed in the last third and the minimum time has passed; or at the maximum.","properties":{"halfWidth":{"type":"number","exclusiveMinimum":0,"maximum":1,"default":0.02,"description":"Target half-width of the interval of the median, as a fraction of the median."},"confidence":{"type":"number","exclusiveMinimum":0.5,"exclusiveMaximum":1,"default":0.95,"description":"Confidence of the interval."},"minTime":{"allOf":[{"$ref":"#/definitions/duration"}],"default":"1s","description":"Measure at least this long."},"maxTime":{"allOf":[{"$ref":"#/definitions/duration"}],"default":"10s","description":"Measure at most this long."},"minIterations":{"type":"integer","minimum":1,"maximum":1000000,"default":10,"description":"Measure at least so many inferences."},"maxIterations":{"type":"integer","minimum":1,"maximum":1000000,"default":20000,"description":"Measure at most so many inferences. Every latency is kept."},"warmupTime":{"allOf":[{"$ref":"#/definitions/duration"}],"default":"200ms","description":"Warm up at least this long."},"warmupIterations":{"type":"integer","minimum":0,"maximum":100000,"default":3,"description":"Warm up with at least so many inferences."},"percentiles":{"type":"array","items":{"type":"number","exclusiveMinimum":0,"exclusiveMaximum":100},"default":[50,90,99],"description":"Percentiles wanted. One that the sample cannot carry is reported as such."},"repeats":{"type":"integer","minimum":1,"maximum":1000,"default":1,"description":"Independent repetitions of every point, each with its own session."},"timeout":{"allOf":[{"$ref":"#/definitions/duration"}],"default":"5min","description":"A point that takes longer in all is a failure."},"memoryLimit":{"allOf":[{"$ref":"#/definitions/bytes"}],"description":"A point whose process grows past this is a failure. Without it 80 % of the memory available at its start."},"cooldown":{"allOf":[{"$ref":"#/definitions/duration"}],"default":"0s","description":"Idle time before every point."},"profile":{"type":"boolean","default":false,"description":"Whether the kernels of jit are timed one by one after a point is measured; its record has the longest. Other runtimes have none."}}};
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
if(data.profile !== undefined){
let data14 = data.profile;
if(typeof data14 !== "boolean"){
const err35 = {instancePath:instancePath+"/profile",schemaPath:"#/properties/profile/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema22.properties.profile.type,parentSchema:schema22.properties.profile,data:data14};
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
const err36 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema22.type,parentSchema:schema22,data};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
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
if(!((((((data23 === "heatmap") || (data23 === "regression")) || (data23 === "roofline")) || (data23 === "boxplot")) || (data23 === "coverage")) || (data23 === "ablation"))){
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
if(!(((((((data25 === "latency") || (data25 === "throughput")) || (data25 === "flops")) || (data25 === "utilisation")) || (data25 === "kernels")) || (data25 === "movedBytes")) || (data25 === "arenaBytes"))){
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

export const task = validate52;
const schema92 = {"$schema":"http://json-schema.org/draft-07/schema#","$id":"task.schema.json","title":"Task","description":"A task that waits for events on a device, computes features from them and acts.","type":"object","additionalProperties":false,"required":["edgewright","name","trigger"],"properties":{"$schema":{"type":"string","description":"Path or address of this schema, for editors."},"edgewright":{"const":"task/v1","description":"Kind and version of this document."},"name":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,62}$","description":"A short name of lower-case letters, digits and hyphens."},"description":{"type":"string","description":"What the task is for."},"events":{"type":"object","additionalProperties":{"$ref":"#/definitions/fields"},"description":"The events that the task sees, by name, each with its fields."},"lateness":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"How late events may come, to be put in order by their own time. Without it they count as they arrive."},"sources":{"type":"array","maxItems":32,"items":{"$ref":"#/definitions/source"},"description":"Where the events come from."},"trigger":{"$ref":"#/definitions/trigger"},"pipeline":{"$ref":"#/definitions/pipeline"},"model":{"$ref":"#/definitions/model"},"script":{"$ref":"#/definitions/script"},"outputs":{"type":"array","maxItems":32,"items":{"$ref":"#/definitions/output"},"description":"What becomes of the results."},"policy":{"$ref":"#/definitions/policy"},"privacy":{"$ref":"#/definitions/privacy"},"tests":{"type":"array","maxItems":100,"items":{"$ref":"#/definitions/test"},"description":"Recordings with what must come of them; `edgewright simulate` runs them."}},"definitions":{"duration":{"type":"string","pattern":"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$","description":"A duration with its unit: us, ms, s, min or h, for example 500ms."},"bytes":{"type":"string","pattern":"^[0-9]+(\\.[0-9]+)?(B|kB|MB|GB|KiB|MiB|GiB)$","description":"A size with its unit: B, kB, MB, GB, KiB, MiB or GiB, for example 256MiB."},"expression":{"type":"string","minLength":1,"maxLength":1000,"description":"An expression over the fields of the event, `time`, `event` and `STEP.FIELD` of earlier steps, with + - * / % **, comparisons, && || !, ?: and min max abs floor ceil round sqrt log2."},"eventNames":{"if":{"type":"array"},"then":{"type":"array","minItems":1,"maxItems":100,"items":{"type":"string","minLength":1,"description":"A name of a declared event."},"description":"Any of these."},"else":{"type":"string","minLength":1,"description":"Name of a declared event, or `any` for every one."}},"fieldName":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","description":"A name of letters, digits and underscores."},"fields":{"type":"object","additionalProperties":{"enum":["number","string","boolean"],"description":"Type of the field."},"description":"Fields of the event, each with its type."},"step":{"type":"object","additionalProperties":false,"description":"One step of a sequence: an event to come, or one that must not.","properties":{"event":{"allOf":[{"$ref":"#/definitions/eventNames"}],"description":"Events that the step takes, or `any` for every declared one."},"not":{"allOf":[{"$ref":"#/definitions/eventNames"}],"description":"Events that must not come between the step before and the step after; last in the sequence: that must not follow."},"as":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","description":"A name of letters, digits and underscores, by which later conditions use the fields of the event that the step took last."},"where":{"allOf":[{"$ref":"#/definitions/expression"}],"description":"A condition that the event must meet."},"times":{"$ref":"#/definitions/times"},"optional":{"type":"boolean","default":false,"description":"Whether the step may be left out."},"for":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"Of a last `not`: how long it must not follow, from the last event. Without it until the window closes."}}},"times":{"description":"Number of events that the step takes: one number, or {from, to}. Without it one.","if":{"type":"object"},"then":{"type":"object","additionalProperties":false,"description":"Number of events that the step takes.","properties":{"from":{"type":"integer","minimum":1,"maximum":10000,"default":1,"description":"At least so many."},"to":{"type":"integer","minimum":1,"maximum":10000,"description":"At most so many; without it as many as come."}}},"else":{"type":"integer","minimum":1,"maximum":10000,"description":"Number of events that the step takes."}},"within":{"description":"The window of a match: a time from its first event, or {time, events}.","if":{"type":"object"},"then":{"type":"object","additionalProperties":false,"description":"The window of a match.","minProperties":1,"properties":{"time":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"Time from the first event, exclusive."},"events":{"type":"integer","minimum":1,"maximum":1000000,"description":"Events of the stream from the first to the last of the match, both included."}}},"else":{"type":"string","pattern":"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$","description":"A duration with its unit: us, ms, s, min or h, for example 500ms."}},"session":{"type":"object","additionalProperties":false,"description":"Boundaries that no match crosses.","minProperties":1,"properties":{"gap":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"A session ends when no event of its stream has come for so long."},"start":{"allOf":[{"$ref":"#/definitions/eventNames"}],"description":"Events that begin a session."},"end":{"allOf":[{"$ref":"#/definitions/eventNames"}],"description":"Events that end a session; they are its last."}}},"threshold":{"type":"object","additionalProperties":false,"required":["event","value"],"description":"Fires when a value crosses a level, and not again before it has come back.","properties":{"event":{"allOf":[{"$ref":"#/definitions/eventNames"}],"description":"Events that carry the value."},"value":{"allOf":[{"$ref":"#/definitions/expression"}],"description":"The value: a field, or an expression that gives a number."},"above":{"type":"number","description":"Fires when the value rises above this."},"below":{"type":"number","description":"Fires when the value falls below this."},"rearm":{"type":"number","description":"The trigger is armed again when the value is back at or past this. Without it the level itself."},"for":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"How long the value must stay past the level."}}},"cron":{"type":"object","additionalProperties":false,"required":["at"],"description":"Fires by the time of day.","properties":{"at":{"type":"string","minLength":1,"description":"Five fields of cron: minute, hour, day of month, month, day of week."},"timezone":{"type":"string","minLength":1,"default":"UTC","description":"IANA name of a time zone, for example Europe/Berlin."},"missed":{"enum":["skip","run-once"],"default":"skip","description":"What becomes of times at which nothing ran: left out, or told once, late."}}},"limits":{"type":"object","additionalProperties":false,"description":"Bounds of the trigger's state. What is past them goes, and is counted.","properties":{"partials":{"type":"integer","minimum":1,"maximum":100000,"default":64,"description":"Matches in progress at one step of one key; the oldest goes."},"keys":{"type":"integer","minimum":1,"maximum":1000000,"default":10000,"description":"Keys; the least recently used goes."}}},"trigger":{"type":"object","additionalProperties":false,"description":"When the task runs: exactly one of `event`, `sequence`, `threshold`, `every` and `cron`, and how.","properties":{"event":{"allOf":[{"$ref":"#/definitions/eventNames"}],"description":"Fires at every such event."},"where":{"allOf":[{"$ref":"#/definitions/expression"}],"description":"With `event`: a condition that it must meet."},"sequence":{"type":"array","minItems":1,"maxItems":32,"items":{"$ref":"#/definitions/step"},"description":"Fires when these come one after another."},"threshold":{"$ref":"#/definitions/threshold"},"every":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"Fires every so often, at whole multiples since 1970."},"cron":{"$ref":"#/definitions/cron"},"key":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","description":"A name of letters, digits and underscores: the field by whose values streams are told apart. Events without it are not seen."},"within":{"$ref":"#/definitions/within"},"contiguity":{"enum":["strict","skip-till-next","skip-till-any"],"default":"skip-till-next","description":"strict: directly one after another. skip-till-next: what does not fit is passed by. skip-till-any: any event may be passed by, so that every combination matches."},"skip":{"enum":["past-last","none"],"default":"past-last","description":"After a match: past-last drops the matches in progress that began before its last event; none keeps all."},"eager":{"type":"boolean","default":false,"description":"Whether a match that can still grow fires at once, and again when it has grown. Without it, it fires when it can grow no more."},"timeouts":{"type":"boolean","default":false,"description":"Whether a match that was begun and not finished in its window fires as a timeout."},"session":{"$ref":"#/definitions/session"},"debounce":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"A firing waits until no other of its key has come for so long; the last one counts."},"cooldown":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"After a firing others of its key are left out for so long."},"limits":{"$ref":"#/definitions/limits"}}},"source":{"type":"object","additionalProperties":false,"required":["kind"],"description":"Where events come from.","properties":{"kind":{"enum":["http","websocket","socket","timer","file","folder","process","mqtt","nats","sensor","termux","replay"],"description":"What gives the events."},"events":{"allOf":[{"$ref":"#/definitions/eventNames"}],"description":"Events that it gives. Without it all that are declared."},"address":{"type":"string","minLength":1,"description":"Of http and websocket: HOST:PORT to listen on, by default 127.0.0.1:7318. Of mqtt and nats: URL of the server."},"topic":{"type":"string","minLength":1,"description":"Topic or subject to subscribe to."},"path":{"type":"string","minLength":1,"description":"Of file and replay: a file of JSON Lines on the device. Of folder: a folder on the device. Of socket: where the agent makes the socket."},"command":{"type":"array","minItems":1,"items":{"type":"string","minLength":1,"description":"A word of the command."},"description":"Program and arguments whose output lines are events."},"sensor":{"enum":["temperature","load","battery"],"description":"Sensor of the system."},"name":{"type":"string","pattern":"^[^,\\s-][^,]{0,99}$","description":"Of termux: a sensor of the phone by its name or a part of it, as accelerometer, or battery or location."},"secret":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,62}$","description":"Of http, websocket, mqtt and nats: name of the agent's secret that senders must show, or that the server wants."},"from":{"enum":["start","continue"],"default":"start","description":"Of replay: where the recording goes on after the agent was restarted."},"read":{"enum":["text","events"],"description":"Of folder: what is read of a file that comes or changes. text: its text, as the field `text`. events: the events that are in it, in place of one of the file. Without it nothing."},"every":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"How often it is read, or looked at."},"rate":{"type":"number","exclusiveMinimum":0,"description":"Events a second that are let in at most."}}},"window":{"type":"object","additionalProperties":false,"description":"Which events of the stream the features are computed from. Without it those of the firing.","minProperties":1,"properties":{"time":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"The last so long before the firing."},"events":{"type":"integer","minimum":1,"maximum":100000,"description":"The last so many events."},"session":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"Those since the last pause of so long."},"since":{"allOf":[{"$ref":"#/definitions/eventNames"}],"description":"Those since the last such event, that event included."},"tumbling":{"type":"boolean","default":false,"description":"With `time`: since the last whole multiple of it, instead of the last so long."}}},"aggregate":{"type":"object","additionalProperties":false,"required":["by"],"description":"A feature from the events of the window.","properties":{"by":{"enum":["count","sum","mean","min","max","first","last","deviation"],"description":"How the values become one. deviation: the standard deviation of the population."},"of":{"allOf":[{"$ref":"#/definitions/expression"}],"description":"The value of an event; not needed for count."},"where":{"allOf":[{"$ref":"#/definitions/expression"}],"description":"Only events that meet this."},"without":{"type":"number","default":0,"description":"The feature where there is no event."}}},"join":{"type":"object","additionalProperties":false,"required":["event","on","field"],"description":"The last value of another event, by a field that both have.","properties":{"event":{"type":"string","minLength":1,"description":"Event that is joined."},"on":{"allOf":[{"$ref":"#/definitions/fieldName"}],"description":"Field that must be equal in both."},"field":{"allOf":[{"$ref":"#/definitions/fieldName"}],"description":"Field whose last value is taken."}}},"tensor":{"type":"object","additionalProperties":false,"description":"A tensor for the model.","minProperties":1,"properties":{"features":{"type":"array","minItems":1,"maxItems":10000,"items":{"$ref":"#/definitions/fieldName"},"description":"Features in order: a tensor of shape [1, number of features]."},"sequence":{"type":"array","minItems":1,"maxItems":1000,"items":{"$ref":"#/definitions/expression"},"description":"Values of every event of the window: a tensor of shape [1, length, number of values], the last events last, zeros before them."},"length":{"type":"integer","minimum":1,"maximum":100000,"description":"Of a sequence: events of the tensor."}}},"pipeline":{"type":"object","additionalProperties":false,"description":"What is computed from the events when the task fires.","properties":{"events":{"allOf":[{"$ref":"#/definitions/eventNames"}],"description":"Events that it looks at. Without it all that are declared."},"key":{"allOf":[{"$ref":"#/definitions/fieldName"}],"description":"Field by whose values streams are told apart; a firing has the value of its last event that has one. Without it the key of the trigger."},"filter":{"allOf":[{"$ref":"#/definitions/expression"}],"description":"Only events that meet this."},"join":{"type":"object","additionalProperties":{"$ref":"#/definitions/join"},"description":"New fields of an event from the last event of another kind."},"map":{"type":"object","additionalProperties":{"$ref":"#/definitions/expression"},"description":"New fields of an event, each by an expression."},"window":{"$ref":"#/definitions/window"},"features":{"type":"object","additionalProperties":{"$ref":"#/definitions/aggregate"},"description":"Features by name."},"tensors":{"type":"object","additionalProperties":{"$ref":"#/definitions/tensor"},"description":"Tensors by the name of the model's input."},"limit":{"type":"integer","minimum":1,"maximum":1000000,"default":10000,"description":"Events kept of a key; the oldest go."}}},"model":{"type":"object","additionalProperties":false,"required":["file"],"description":"The model that the task runs.","properties":{"file":{"type":"string","minLength":1,"description":"Path of an ONNX file, relative to this document."},"runtime":{"enum":["auto","ort","ort-web","jit"],"default":"auto","description":"What executes it; auto: what is the fastest when the device tries."},"outputs":{"type":"array","items":{"type":"string","minLength":1,"description":"Name of an output."},"description":"Outputs of the model that are results, each as model.NAME. Without it none; a script sees all."},"sizes":{"type":"object","maxProperties":100,"additionalProperties":{"type":"integer","minimum":1,"description":"Size of the dimension."},"description":"Sizes of its symbolic dimensions by name, so that it is compiled before the first firing waits for it."}}},"script":{"type":"object","additionalProperties":false,"required":["file","language"],"description":"The script that the task runs.","properties":{"file":{"type":"string","minLength":1,"description":"Path of the script, relative to this document."},"language":{"enum":["javascript","python"],"description":"Its language."},"results":{"type":"object","maxProperties":100,"propertyNames":{"pattern":"^[A-Za-z_][A-Za-z0-9_]{0,62}$"},"additionalProperties":{"enum":["number","string","boolean","number[]","string[]"],"description":"Type of the result."},"description":"What the script returns, by name, each as script.NAME. What it returns beside it is left out."}}},"output":{"type":"object","additionalProperties":false,"required":["to","fields"],"description":"What leaves the task.","properties":{"to":{"enum":["outbox","log"],"description":"outbox: kept durably and sent. log: stays on the device."},"fields":{"type":"array","minItems":1,"items":{"type":"string","minLength":1,"description":"A feature, EVENT.FIELD, model.NAME or script.NAME."},"description":"What is sent: features by name, fields of the firing's events as EVENT.FIELD, outputs of the model as model.NAME, results of the script as script.NAME."},"urgent":{"type":"boolean","default":false,"description":"Whether it is sent at once, and not with what is sent anyway."}}},"policy":{"type":"object","additionalProperties":false,"description":"What the task may cost, and when it may run.","properties":{"deadline":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"Time from the firing to the result."},"priority":{"type":"integer","minimum":0,"maximum":9,"default":5,"description":"Which task goes first; 9 before 0."},"concurrency":{"enum":["single","restart","queued","parallel"],"default":"queued","description":"What a firing does while the task runs."},"memory":{"allOf":[{"$ref":"#/definitions/bytes"}],"description":"Memory that a run may take beside its model, 256MiB by default."},"time":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"Time that a run may take."},"battery":{"type":"number","minimum":0,"maximum":1,"description":"Least charge of the battery, from 0 to 1."},"temperature":{"type":"number","minimum":-40,"maximum":150,"description":"Highest temperature of the device in degrees Celsius."},"power":{"enum":["any","external"],"default":"any","description":"Whether it needs external power."},"network":{"enum":["none","any","unmetered"],"default":"none","description":"Network that it may use."},"isolation":{"enum":["fault","boundary"],"default":"boundary","description":"fault: a process of its own, for tasks signed by a key that the device trusts. boundary: any task, also hostile code."}}},"privacy":{"type":"object","additionalProperties":false,"description":"What may leave the device. Everything else stays.","properties":{"leave":{"type":"array","items":{"type":"string","minLength":1,"description":"A feature, EVENT.FIELD, model.NAME or script.NAME."},"description":"What may leave with results."},"record":{"type":"array","items":{"type":"string","minLength":1,"description":"EVENT.FIELD."},"description":"Fields that may leave in a recording that is asked for from a device. Without it no recording can be made there."}}},"test":{"type":"object","additionalProperties":false,"required":["events","firings"],"description":"A recording with what must come of it.","properties":{"name":{"type":"string","minLength":1,"description":"What the test shows."},"events":{"type":"string","minLength":1,"description":"Path of a recording, relative to this document."},"until":{"type":"string","minLength":1,"description":"Time to which the clock goes on after the last event: ISO 8601 or a duration after it."},"firings":{"type":"array","maxItems":10000,"items":{"$ref":"#/definitions/expected"},"description":"Every firing, in order."}}},"expected":{"type":"object","additionalProperties":false,"description":"A firing that must come.","properties":{"time":{"description":"Its time: ISO 8601 or milliseconds since 1970."},"kind":{"enum":["match","timeout"],"default":"match","description":"What it is."},"key":{"description":"Its key."},"events":{"type":"integer","minimum":0,"maximum":1000000,"description":"Number of its events."},"features":{"type":"object","additionalProperties":{"type":"number"},"description":"Features that the pipeline gives, within 1e-6 of these."},"results":{"type":"array","maxItems":1000,"items":{"type":"object"},"description":"What model and script give, as script.NAME and model.NAME, with --execute; numbers within 1e-6."}}}}};
const schema93 = {"type":"object","additionalProperties":{"enum":["number","string","boolean"],"description":"Type of the field."},"description":"Fields of the event, each with its type."};
const schema94 = {"type":"string","pattern":"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$","description":"A duration with its unit: us, ms, s, min or h, for example 500ms."};
const schema140 = {"type":"object","additionalProperties":false,"required":["file"],"description":"The model that the task runs.","properties":{"file":{"type":"string","minLength":1,"description":"Path of an ONNX file, relative to this document."},"runtime":{"enum":["auto","ort","ort-web","jit"],"default":"auto","description":"What executes it; auto: what is the fastest when the device tries."},"outputs":{"type":"array","items":{"type":"string","minLength":1,"description":"Name of an output."},"description":"Outputs of the model that are results, each as model.NAME. Without it none; a script sees all."},"sizes":{"type":"object","maxProperties":100,"additionalProperties":{"type":"integer","minimum":1,"description":"Size of the dimension."},"description":"Sizes of its symbolic dimensions by name, so that it is compiled before the first firing waits for it."}}};
const schema141 = {"type":"object","additionalProperties":false,"required":["file","language"],"description":"The script that the task runs.","properties":{"file":{"type":"string","minLength":1,"description":"Path of the script, relative to this document."},"language":{"enum":["javascript","python"],"description":"Its language."},"results":{"type":"object","maxProperties":100,"propertyNames":{"pattern":"^[A-Za-z_][A-Za-z0-9_]{0,62}$"},"additionalProperties":{"enum":["number","string","boolean","number[]","string[]"],"description":"Type of the result."},"description":"What the script returns, by name, each as script.NAME. What it returns beside it is left out."}}};
const schema142 = {"type":"object","additionalProperties":false,"required":["to","fields"],"description":"What leaves the task.","properties":{"to":{"enum":["outbox","log"],"description":"outbox: kept durably and sent. log: stays on the device."},"fields":{"type":"array","minItems":1,"items":{"type":"string","minLength":1,"description":"A feature, EVENT.FIELD, model.NAME or script.NAME."},"description":"What is sent: features by name, fields of the firing's events as EVENT.FIELD, outputs of the model as model.NAME, results of the script as script.NAME."},"urgent":{"type":"boolean","default":false,"description":"Whether it is sent at once, and not with what is sent anyway."}}};
const schema147 = {"type":"object","additionalProperties":false,"description":"What may leave the device. Everything else stays.","properties":{"leave":{"type":"array","items":{"type":"string","minLength":1,"description":"A feature, EVENT.FIELD, model.NAME or script.NAME."},"description":"What may leave with results."},"record":{"type":"array","items":{"type":"string","minLength":1,"description":"EVENT.FIELD."},"description":"Fields that may leave in a recording that is asked for from a device. Without it no recording can be made there."}}};
const pattern39 = new RegExp("^[A-Za-z_][A-Za-z0-9_]{0,62}$", "u");
const schema95 = {"type":"object","additionalProperties":false,"required":["kind"],"description":"Where events come from.","properties":{"kind":{"enum":["http","websocket","socket","timer","file","folder","process","mqtt","nats","sensor","termux","replay"],"description":"What gives the events."},"events":{"allOf":[{"$ref":"#/definitions/eventNames"}],"description":"Events that it gives. Without it all that are declared."},"address":{"type":"string","minLength":1,"description":"Of http and websocket: HOST:PORT to listen on, by default 127.0.0.1:7318. Of mqtt and nats: URL of the server."},"topic":{"type":"string","minLength":1,"description":"Topic or subject to subscribe to."},"path":{"type":"string","minLength":1,"description":"Of file and replay: a file of JSON Lines on the device. Of folder: a folder on the device. Of socket: where the agent makes the socket."},"command":{"type":"array","minItems":1,"items":{"type":"string","minLength":1,"description":"A word of the command."},"description":"Program and arguments whose output lines are events."},"sensor":{"enum":["temperature","load","battery"],"description":"Sensor of the system."},"name":{"type":"string","pattern":"^[^,\\s-][^,]{0,99}$","description":"Of termux: a sensor of the phone by its name or a part of it, as accelerometer, or battery or location."},"secret":{"type":"string","pattern":"^[a-z0-9][a-z0-9-]{0,62}$","description":"Of http, websocket, mqtt and nats: name of the agent's secret that senders must show, or that the server wants."},"from":{"enum":["start","continue"],"default":"start","description":"Of replay: where the recording goes on after the agent was restarted."},"read":{"enum":["text","events"],"description":"Of folder: what is read of a file that comes or changes. text: its text, as the field `text`. events: the events that are in it, in place of one of the file. Without it nothing."},"every":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"How often it is read, or looked at."},"rate":{"type":"number","exclusiveMinimum":0,"description":"Events a second that are let in at most."}}};
const schema96 = {"if":{"type":"array"},"then":{"type":"array","minItems":1,"maxItems":100,"items":{"type":"string","minLength":1,"description":"A name of a declared event."},"description":"Any of these."},"else":{"type":"string","minLength":1,"description":"Name of a declared event, or `any` for every one."}};
const pattern20 = new RegExp("^[^,\\s-][^,]{0,99}$", "u");

function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.kind === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "kind"},message:"must have required property '"+"kind"+"'",schema:schema95.required,parentSchema:schema95,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema95.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema95,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.kind !== undefined){
let data0 = data.kind;
if(!((((((((((((data0 === "http") || (data0 === "websocket")) || (data0 === "socket")) || (data0 === "timer")) || (data0 === "file")) || (data0 === "folder")) || (data0 === "process")) || (data0 === "mqtt")) || (data0 === "nats")) || (data0 === "sensor")) || (data0 === "termux")) || (data0 === "replay"))){
const err2 = {instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema95.properties.kind.enum},message:"must be equal to one of the allowed values",schema:schema95.properties.kind.enum,parentSchema:schema95.properties.kind,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.events !== undefined){
let data1 = data.events;
const _errs6 = errors;
let valid3 = true;
const _errs7 = errors;
if(!(Array.isArray(data1))){
const err3 = {};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs7 === errors;
errors = _errs6;
if(vErrors !== null){
if(_errs6){
vErrors.length = _errs6;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs9 = errors;
if(Array.isArray(data1)){
if(data1.length > 100){
const err4 = {instancePath:instancePath+"/events",schemaPath:"#/definitions/eventNames/then/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items",schema:100,parentSchema:schema96.then,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1.length < 1){
const err5 = {instancePath:instancePath+"/events",schemaPath:"#/definitions/eventNames/then/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema96.then,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 === "string"){
if(data2.length < 1){
const err6 = {instancePath:instancePath+"/events/" + i0,schemaPath:"#/definitions/eventNames/then/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema96.then.items,data:data2};
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
const err7 = {instancePath:instancePath+"/events/" + i0,schemaPath:"#/definitions/eventNames/then/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema96.then.items.type,parentSchema:schema96.then.items,data:data2};
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
const err8 = {instancePath:instancePath+"/events",schemaPath:"#/definitions/eventNames/then/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema96.then.type,parentSchema:schema96.then,data:data1};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid0 = _errs9 === errors;
valid3 = _valid0;
ifClause0 = "then";
}
else {
const _errs13 = errors;
if(typeof data1 === "string"){
if(data1.length < 1){
const err9 = {instancePath:instancePath+"/events",schemaPath:"#/definitions/eventNames/else/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema96.else,data:data1};
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
const err10 = {instancePath:instancePath+"/events",schemaPath:"#/definitions/eventNames/else/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema96.else.type,parentSchema:schema96.else,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var _valid0 = _errs13 === errors;
valid3 = _valid0;
ifClause0 = "else";
}
if(!valid3){
const err11 = {instancePath:instancePath+"/events",schemaPath:"#/definitions/eventNames/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema",schema:schema96.if,parentSchema:schema96,data:data1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.address !== undefined){
let data3 = data.address;
if(typeof data3 === "string"){
if(data3.length < 1){
const err12 = {instancePath:instancePath+"/address",schemaPath:"#/properties/address/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema95.properties.address,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/address",schemaPath:"#/properties/address/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema95.properties.address.type,parentSchema:schema95.properties.address,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.topic !== undefined){
let data4 = data.topic;
if(typeof data4 === "string"){
if(data4.length < 1){
const err14 = {instancePath:instancePath+"/topic",schemaPath:"#/properties/topic/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema95.properties.topic,data:data4};
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
const err15 = {instancePath:instancePath+"/topic",schemaPath:"#/properties/topic/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema95.properties.topic.type,parentSchema:schema95.properties.topic,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.path !== undefined){
let data5 = data.path;
if(typeof data5 === "string"){
if(data5.length < 1){
const err16 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema95.properties.path,data:data5};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema95.properties.path.type,parentSchema:schema95.properties.path,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.command !== undefined){
let data6 = data.command;
if(Array.isArray(data6)){
if(data6.length < 1){
const err18 = {instancePath:instancePath+"/command",schemaPath:"#/properties/command/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema95.properties.command,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
if(typeof data7 === "string"){
if(data7.length < 1){
const err19 = {instancePath:instancePath+"/command/" + i1,schemaPath:"#/properties/command/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema95.properties.command.items,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/command/" + i1,schemaPath:"#/properties/command/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema95.properties.command.items.type,parentSchema:schema95.properties.command.items,data:data7};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/command",schemaPath:"#/properties/command/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema95.properties.command.type,parentSchema:schema95.properties.command,data:data6};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.sensor !== undefined){
let data8 = data.sensor;
if(!(((data8 === "temperature") || (data8 === "load")) || (data8 === "battery"))){
const err22 = {instancePath:instancePath+"/sensor",schemaPath:"#/properties/sensor/enum",keyword:"enum",params:{allowedValues: schema95.properties.sensor.enum},message:"must be equal to one of the allowed values",schema:schema95.properties.sensor.enum,parentSchema:schema95.properties.sensor,data:data8};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.name !== undefined){
let data9 = data.name;
if(typeof data9 === "string"){
if(!pattern20.test(data9)){
const err23 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[^,\\s-][^,]{0,99}$"},message:"must match pattern \""+"^[^,\\s-][^,]{0,99}$"+"\"",schema:"^[^,\\s-][^,]{0,99}$",parentSchema:schema95.properties.name,data:data9};
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
const err24 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema95.properties.name.type,parentSchema:schema95.properties.name,data:data9};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data.secret !== undefined){
let data10 = data.secret;
if(typeof data10 === "string"){
if(!pattern0.test(data10)){
const err25 = {instancePath:instancePath+"/secret",schemaPath:"#/properties/secret/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,62}$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9-]{0,62}$"+"\"",schema:"^[a-z0-9][a-z0-9-]{0,62}$",parentSchema:schema95.properties.secret,data:data10};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
else {
const err26 = {instancePath:instancePath+"/secret",schemaPath:"#/properties/secret/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema95.properties.secret.type,parentSchema:schema95.properties.secret,data:data10};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.from !== undefined){
let data11 = data.from;
if(!((data11 === "start") || (data11 === "continue"))){
const err27 = {instancePath:instancePath+"/from",schemaPath:"#/properties/from/enum",keyword:"enum",params:{allowedValues: schema95.properties.from.enum},message:"must be equal to one of the allowed values",schema:schema95.properties.from.enum,parentSchema:schema95.properties.from,data:data11};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.read !== undefined){
let data12 = data.read;
if(!((data12 === "text") || (data12 === "events"))){
const err28 = {instancePath:instancePath+"/read",schemaPath:"#/properties/read/enum",keyword:"enum",params:{allowedValues: schema95.properties.read.enum},message:"must be equal to one of the allowed values",schema:schema95.properties.read.enum,parentSchema:schema95.properties.read,data:data12};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.every !== undefined){
let data13 = data.every;
if(typeof data13 === "string"){
if(!pattern1.test(data13)){
const err29 = {instancePath:instancePath+"/every",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"},message:"must match pattern \""+"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"+"\"",schema:"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$",parentSchema:schema94,data:data13};
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
const err30 = {instancePath:instancePath+"/every",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema94.type,parentSchema:schema94,data:data13};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.rate !== undefined){
let data14 = data.rate;
if(typeof data14 == "number"){
if(data14 <= 0 || isNaN(data14)){
const err31 = {instancePath:instancePath+"/rate",schemaPath:"#/properties/rate/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0",schema:0,parentSchema:schema95.properties.rate,data:data14};
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
const err32 = {instancePath:instancePath+"/rate",schemaPath:"#/properties/rate/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema95.properties.rate.type,parentSchema:schema95.properties.rate,data:data14};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema95.type,parentSchema:schema95,data};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
validate53.errors = vErrors;
return errors === 0;
}

const schema98 = {"type":"object","additionalProperties":false,"description":"When the task runs: exactly one of `event`, `sequence`, `threshold`, `every` and `cron`, and how.","properties":{"event":{"allOf":[{"$ref":"#/definitions/eventNames"}],"description":"Fires at every such event."},"where":{"allOf":[{"$ref":"#/definitions/expression"}],"description":"With `event`: a condition that it must meet."},"sequence":{"type":"array","minItems":1,"maxItems":32,"items":{"$ref":"#/definitions/step"},"description":"Fires when these come one after another."},"threshold":{"$ref":"#/definitions/threshold"},"every":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"Fires every so often, at whole multiples since 1970."},"cron":{"$ref":"#/definitions/cron"},"key":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","description":"A name of letters, digits and underscores: the field by whose values streams are told apart. Events without it are not seen."},"within":{"$ref":"#/definitions/within"},"contiguity":{"enum":["strict","skip-till-next","skip-till-any"],"default":"skip-till-next","description":"strict: directly one after another. skip-till-next: what does not fit is passed by. skip-till-any: any event may be passed by, so that every combination matches."},"skip":{"enum":["past-last","none"],"default":"past-last","description":"After a match: past-last drops the matches in progress that began before its last event; none keeps all."},"eager":{"type":"boolean","default":false,"description":"Whether a match that can still grow fires at once, and again when it has grown. Without it, it fires when it can grow no more."},"timeouts":{"type":"boolean","default":false,"description":"Whether a match that was begun and not finished in its window fires as a timeout."},"session":{"$ref":"#/definitions/session"},"debounce":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"A firing waits until no other of its key has come for so long; the last one counts."},"cooldown":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"After a firing others of its key are left out for so long."},"limits":{"$ref":"#/definitions/limits"}}};
const schema100 = {"type":"string","minLength":1,"maxLength":1000,"description":"An expression over the fields of the event, `time`, `event` and `STEP.FIELD` of earlier steps, with + - * / % **, comparisons, && || !, ?: and min max abs floor ceil round sqrt log2."};
const schema112 = {"type":"object","additionalProperties":false,"required":["at"],"description":"Fires by the time of day.","properties":{"at":{"type":"string","minLength":1,"description":"Five fields of cron: minute, hour, day of month, month, day of week."},"timezone":{"type":"string","minLength":1,"default":"UTC","description":"IANA name of a time zone, for example Europe/Berlin."},"missed":{"enum":["skip","run-once"],"default":"skip","description":"What becomes of times at which nothing ran: left out, or told once, late."}}};
const schema121 = {"type":"object","additionalProperties":false,"description":"Bounds of the trigger's state. What is past them goes, and is counted.","properties":{"partials":{"type":"integer","minimum":1,"maximum":100000,"default":64,"description":"Matches in progress at one step of one key; the oldest goes."},"keys":{"type":"integer","minimum":1,"maximum":1000000,"default":10000,"description":"Keys; the least recently used goes."}}};
const schema101 = {"type":"object","additionalProperties":false,"description":"One step of a sequence: an event to come, or one that must not.","properties":{"event":{"allOf":[{"$ref":"#/definitions/eventNames"}],"description":"Events that the step takes, or `any` for every declared one."},"not":{"allOf":[{"$ref":"#/definitions/eventNames"}],"description":"Events that must not come between the step before and the step after; last in the sequence: that must not follow."},"as":{"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","description":"A name of letters, digits and underscores, by which later conditions use the fields of the event that the step took last."},"where":{"allOf":[{"$ref":"#/definitions/expression"}],"description":"A condition that the event must meet."},"times":{"$ref":"#/definitions/times"},"optional":{"type":"boolean","default":false,"description":"Whether the step may be left out."},"for":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"Of a last `not`: how long it must not follow, from the last event. Without it until the window closes."}}};
const schema105 = {"description":"Number of events that the step takes: one number, or {from, to}. Without it one.","if":{"type":"object"},"then":{"type":"object","additionalProperties":false,"description":"Number of events that the step takes.","properties":{"from":{"type":"integer","minimum":1,"maximum":10000,"default":1,"description":"At least so many."},"to":{"type":"integer","minimum":1,"maximum":10000,"description":"At most so many; without it as many as come."}}},"else":{"type":"integer","minimum":1,"maximum":10000,"description":"Number of events that the step takes."}};
const pattern23 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");

function validate56(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((key0 === "event") || (key0 === "not")) || (key0 === "as")) || (key0 === "where")) || (key0 === "times")) || (key0 === "optional")) || (key0 === "for"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema101,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.event !== undefined){
let data0 = data.event;
const _errs5 = errors;
let valid3 = true;
const _errs6 = errors;
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
var _valid0 = _errs6 === errors;
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs8 = errors;
if(Array.isArray(data0)){
if(data0.length > 100){
const err2 = {instancePath:instancePath+"/event",schemaPath:"#/definitions/eventNames/then/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items",schema:100,parentSchema:schema96.then,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.length < 1){
const err3 = {instancePath:instancePath+"/event",schemaPath:"#/definitions/eventNames/then/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema96.then,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(data1.length < 1){
const err4 = {instancePath:instancePath+"/event/" + i0,schemaPath:"#/definitions/eventNames/then/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema96.then.items,data:data1};
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
const err5 = {instancePath:instancePath+"/event/" + i0,schemaPath:"#/definitions/eventNames/then/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema96.then.items.type,parentSchema:schema96.then.items,data:data1};
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
const err6 = {instancePath:instancePath+"/event",schemaPath:"#/definitions/eventNames/then/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema96.then.type,parentSchema:schema96.then,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid0 = _errs8 === errors;
valid3 = _valid0;
ifClause0 = "then";
}
else {
const _errs12 = errors;
if(typeof data0 === "string"){
if(data0.length < 1){
const err7 = {instancePath:instancePath+"/event",schemaPath:"#/definitions/eventNames/else/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema96.else,data:data0};
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
const err8 = {instancePath:instancePath+"/event",schemaPath:"#/definitions/eventNames/else/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema96.else.type,parentSchema:schema96.else,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid0 = _errs12 === errors;
valid3 = _valid0;
ifClause0 = "else";
}
if(!valid3){
const err9 = {instancePath:instancePath+"/event",schemaPath:"#/definitions/eventNames/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema",schema:schema96.if,parentSchema:schema96,data:data0};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.not !== undefined){
let data2 = data.not;
const _errs17 = errors;
let valid8 = true;
const _errs18 = errors;
if(!(Array.isArray(data2))){
const err10 = {};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var _valid1 = _errs18 === errors;
errors = _errs17;
if(vErrors !== null){
if(_errs17){
vErrors.length = _errs17;
}
else {
vErrors = null;
}
}
let ifClause1;
if(_valid1){
const _errs20 = errors;
if(Array.isArray(data2)){
if(data2.length > 100){
const err11 = {instancePath:instancePath+"/not",schemaPath:"#/definitions/eventNames/then/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items",schema:100,parentSchema:schema96.then,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data2.length < 1){
const err12 = {instancePath:instancePath+"/not",schemaPath:"#/definitions/eventNames/then/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema96.then,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(typeof data3 === "string"){
if(data3.length < 1){
const err13 = {instancePath:instancePath+"/not/" + i1,schemaPath:"#/definitions/eventNames/then/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema96.then.items,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/not/" + i1,schemaPath:"#/definitions/eventNames/then/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema96.then.items.type,parentSchema:schema96.then.items,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
else {
const err15 = {instancePath:instancePath+"/not",schemaPath:"#/definitions/eventNames/then/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema96.then.type,parentSchema:schema96.then,data:data2};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
var _valid1 = _errs20 === errors;
valid8 = _valid1;
ifClause1 = "then";
}
else {
const _errs24 = errors;
if(typeof data2 === "string"){
if(data2.length < 1){
const err16 = {instancePath:instancePath+"/not",schemaPath:"#/definitions/eventNames/else/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema96.else,data:data2};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/not",schemaPath:"#/definitions/eventNames/else/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema96.else.type,parentSchema:schema96.else,data:data2};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var _valid1 = _errs24 === errors;
valid8 = _valid1;
ifClause1 = "else";
}
if(!valid8){
const err18 = {instancePath:instancePath+"/not",schemaPath:"#/definitions/eventNames/if",keyword:"if",params:{failingKeyword: ifClause1},message:"must match \""+ifClause1+"\" schema",schema:schema96.if,parentSchema:schema96,data:data2};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.as !== undefined){
let data4 = data.as;
if(typeof data4 === "string"){
if(!pattern23.test(data4)){
const err19 = {instancePath:instancePath+"/as",schemaPath:"#/properties/as/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z_][A-Za-z0-9_]*$",parentSchema:schema101.properties.as,data:data4};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/as",schemaPath:"#/properties/as/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema101.properties.as.type,parentSchema:schema101.properties.as,data:data4};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.where !== undefined){
let data5 = data.where;
if(typeof data5 === "string"){
if(data5.length > 1000){
const err21 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/expression/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema100,data:data5};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data5.length < 1){
const err22 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/expression/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema100,data:data5};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/expression/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema100.type,parentSchema:schema100,data:data5};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.times !== undefined){
let data6 = data.times;
const _errs34 = errors;
let valid14 = true;
const _errs35 = errors;
if(!(data6 && typeof data6 == "object" && !Array.isArray(data6))){
const err24 = {};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
var _valid2 = _errs35 === errors;
errors = _errs34;
if(vErrors !== null){
if(_errs34){
vErrors.length = _errs34;
}
else {
vErrors = null;
}
}
let ifClause2;
if(_valid2){
const _errs37 = errors;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key1 in data6){
if(!((key1 === "from") || (key1 === "to"))){
const err25 = {instancePath:instancePath+"/times",schemaPath:"#/definitions/times/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema105.then,data:data6};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data6.from !== undefined){
let data7 = data6.from;
if(!((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7)))){
const err26 = {instancePath:instancePath+"/times/from",schemaPath:"#/definitions/times/then/properties/from/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema105.then.properties.from.type,parentSchema:schema105.then.properties.from,data:data7};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(typeof data7 == "number"){
if(data7 > 10000 || isNaN(data7)){
const err27 = {instancePath:instancePath+"/times/from",schemaPath:"#/definitions/times/then/properties/from/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000",schema:10000,parentSchema:schema105.then.properties.from,data:data7};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data7 < 1 || isNaN(data7)){
const err28 = {instancePath:instancePath+"/times/from",schemaPath:"#/definitions/times/then/properties/from/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema105.then.properties.from,data:data7};
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
if(data6.to !== undefined){
let data8 = data6.to;
if(!((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8)))){
const err29 = {instancePath:instancePath+"/times/to",schemaPath:"#/definitions/times/then/properties/to/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema105.then.properties.to.type,parentSchema:schema105.then.properties.to,data:data8};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(typeof data8 == "number"){
if(data8 > 10000 || isNaN(data8)){
const err30 = {instancePath:instancePath+"/times/to",schemaPath:"#/definitions/times/then/properties/to/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000",schema:10000,parentSchema:schema105.then.properties.to,data:data8};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(data8 < 1 || isNaN(data8)){
const err31 = {instancePath:instancePath+"/times/to",schemaPath:"#/definitions/times/then/properties/to/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema105.then.properties.to,data:data8};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
}
else {
const err32 = {instancePath:instancePath+"/times",schemaPath:"#/definitions/times/then/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema105.then.type,parentSchema:schema105.then,data:data6};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
var _valid2 = _errs37 === errors;
valid14 = _valid2;
ifClause2 = "then";
}
else {
const _errs44 = errors;
if(!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))){
const err33 = {instancePath:instancePath+"/times",schemaPath:"#/definitions/times/else/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema105.else.type,parentSchema:schema105.else,data:data6};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(typeof data6 == "number"){
if(data6 > 10000 || isNaN(data6)){
const err34 = {instancePath:instancePath+"/times",schemaPath:"#/definitions/times/else/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000",schema:10000,parentSchema:schema105.else,data:data6};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data6 < 1 || isNaN(data6)){
const err35 = {instancePath:instancePath+"/times",schemaPath:"#/definitions/times/else/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema105.else,data:data6};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
var _valid2 = _errs44 === errors;
valid14 = _valid2;
ifClause2 = "else";
}
if(!valid14){
const err36 = {instancePath:instancePath+"/times",schemaPath:"#/definitions/times/if",keyword:"if",params:{failingKeyword: ifClause2},message:"must match \""+ifClause2+"\" schema",schema:schema105.if,parentSchema:schema105,data:data6};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.optional !== undefined){
let data9 = data.optional;
if(typeof data9 !== "boolean"){
const err37 = {instancePath:instancePath+"/optional",schemaPath:"#/properties/optional/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema101.properties.optional.type,parentSchema:schema101.properties.optional,data:data9};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data.for !== undefined){
let data10 = data.for;
if(typeof data10 === "string"){
if(!pattern1.test(data10)){
const err38 = {instancePath:instancePath+"/for",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"},message:"must match pattern \""+"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"+"\"",schema:"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$",parentSchema:schema94,data:data10};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/for",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema94.type,parentSchema:schema94,data:data10};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema101.type,parentSchema:schema101,data};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
validate56.errors = vErrors;
return errors === 0;
}

const schema107 = {"type":"object","additionalProperties":false,"required":["event","value"],"description":"Fires when a value crosses a level, and not again before it has come back.","properties":{"event":{"allOf":[{"$ref":"#/definitions/eventNames"}],"description":"Events that carry the value."},"value":{"allOf":[{"$ref":"#/definitions/expression"}],"description":"The value: a field, or an expression that gives a number."},"above":{"type":"number","description":"Fires when the value rises above this."},"below":{"type":"number","description":"Fires when the value falls below this."},"rearm":{"type":"number","description":"The trigger is armed again when the value is back at or past this. Without it the level itself."},"for":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"How long the value must stay past the level."}}};

function validate58(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.event === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "event"},message:"must have required property '"+"event"+"'",schema:schema107.required,parentSchema:schema107,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.value === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "value"},message:"must have required property '"+"value"+"'",schema:schema107.required,parentSchema:schema107,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "event") || (key0 === "value")) || (key0 === "above")) || (key0 === "below")) || (key0 === "rearm")) || (key0 === "for"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema107,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.event !== undefined){
let data0 = data.event;
const _errs5 = errors;
let valid3 = true;
const _errs6 = errors;
if(!(Array.isArray(data0))){
const err3 = {};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs6 === errors;
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs8 = errors;
if(Array.isArray(data0)){
if(data0.length > 100){
const err4 = {instancePath:instancePath+"/event",schemaPath:"#/definitions/eventNames/then/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items",schema:100,parentSchema:schema96.then,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data0.length < 1){
const err5 = {instancePath:instancePath+"/event",schemaPath:"#/definitions/eventNames/then/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema96.then,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(data1.length < 1){
const err6 = {instancePath:instancePath+"/event/" + i0,schemaPath:"#/definitions/eventNames/then/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema96.then.items,data:data1};
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
const err7 = {instancePath:instancePath+"/event/" + i0,schemaPath:"#/definitions/eventNames/then/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema96.then.items.type,parentSchema:schema96.then.items,data:data1};
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
const err8 = {instancePath:instancePath+"/event",schemaPath:"#/definitions/eventNames/then/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema96.then.type,parentSchema:schema96.then,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid0 = _errs8 === errors;
valid3 = _valid0;
ifClause0 = "then";
}
else {
const _errs12 = errors;
if(typeof data0 === "string"){
if(data0.length < 1){
const err9 = {instancePath:instancePath+"/event",schemaPath:"#/definitions/eventNames/else/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema96.else,data:data0};
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
const err10 = {instancePath:instancePath+"/event",schemaPath:"#/definitions/eventNames/else/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema96.else.type,parentSchema:schema96.else,data:data0};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var _valid0 = _errs12 === errors;
valid3 = _valid0;
ifClause0 = "else";
}
if(!valid3){
const err11 = {instancePath:instancePath+"/event",schemaPath:"#/definitions/eventNames/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema",schema:schema96.if,parentSchema:schema96,data:data0};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.value !== undefined){
let data2 = data.value;
if(typeof data2 === "string"){
if(data2.length > 1000){
const err12 = {instancePath:instancePath+"/value",schemaPath:"#/definitions/expression/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema100,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data2.length < 1){
const err13 = {instancePath:instancePath+"/value",schemaPath:"#/definitions/expression/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema100,data:data2};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/value",schemaPath:"#/definitions/expression/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema100.type,parentSchema:schema100,data:data2};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.above !== undefined){
let data3 = data.above;
if(!(typeof data3 == "number")){
const err15 = {instancePath:instancePath+"/above",schemaPath:"#/properties/above/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema107.properties.above.type,parentSchema:schema107.properties.above,data:data3};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.below !== undefined){
let data4 = data.below;
if(!(typeof data4 == "number")){
const err16 = {instancePath:instancePath+"/below",schemaPath:"#/properties/below/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema107.properties.below.type,parentSchema:schema107.properties.below,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.rearm !== undefined){
let data5 = data.rearm;
if(!(typeof data5 == "number")){
const err17 = {instancePath:instancePath+"/rearm",schemaPath:"#/properties/rearm/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema107.properties.rearm.type,parentSchema:schema107.properties.rearm,data:data5};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.for !== undefined){
let data6 = data.for;
if(typeof data6 === "string"){
if(!pattern1.test(data6)){
const err18 = {instancePath:instancePath+"/for",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"},message:"must match pattern \""+"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"+"\"",schema:"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$",parentSchema:schema94,data:data6};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/for",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema94.type,parentSchema:schema94,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema107.type,parentSchema:schema107,data};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
validate58.errors = vErrors;
return errors === 0;
}

const schema113 = {"description":"The window of a match: a time from its first event, or {time, events}.","if":{"type":"object"},"then":{"type":"object","additionalProperties":false,"description":"The window of a match.","minProperties":1,"properties":{"time":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"Time from the first event, exclusive."},"events":{"type":"integer","minimum":1,"maximum":1000000,"description":"Events of the stream from the first to the last of the match, both included."}}},"else":{"type":"string","pattern":"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$","description":"A duration with its unit: us, ms, s, min or h, for example 500ms."}};

function validate60(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
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
if(Object.keys(data).length < 1){
const err1 = {instancePath,schemaPath:"#/then/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema113.then,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "time") || (key0 === "events"))){
const err2 = {instancePath,schemaPath:"#/then/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema113.then,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.time !== undefined){
let data0 = data.time;
if(typeof data0 === "string"){
if(!pattern1.test(data0)){
const err3 = {instancePath:instancePath+"/time",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"},message:"must match pattern \""+"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"+"\"",schema:"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$",parentSchema:schema94,data:data0};
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
const err4 = {instancePath:instancePath+"/time",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema94.type,parentSchema:schema94,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.events !== undefined){
let data1 = data.events;
if(!((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1)))){
const err5 = {instancePath:instancePath+"/events",schemaPath:"#/then/properties/events/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema113.then.properties.events.type,parentSchema:schema113.then.properties.events,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(typeof data1 == "number"){
if(data1 > 1000000 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/events",schemaPath:"#/then/properties/events/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema113.then.properties.events,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err7 = {instancePath:instancePath+"/events",schemaPath:"#/then/properties/events/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema113.then.properties.events,data:data1};
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
}
else {
const err8 = {instancePath,schemaPath:"#/then/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema113.then.type,parentSchema:schema113.then,data};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid0 = _errs3 === errors;
valid0 = _valid0;
ifClause0 = "then";
}
else {
const _errs12 = errors;
if(typeof data === "string"){
if(!pattern1.test(data)){
const err9 = {instancePath,schemaPath:"#/else/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"},message:"must match pattern \""+"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"+"\"",schema:"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$",parentSchema:schema113.else,data};
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
const err10 = {instancePath,schemaPath:"#/else/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema113.else.type,parentSchema:schema113.else,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var _valid0 = _errs12 === errors;
valid0 = _valid0;
ifClause0 = "else";
}
if(!valid0){
const err11 = {instancePath,schemaPath:"#/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema",schema:schema113.if,parentSchema:schema113,data};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate60.errors = vErrors;
return errors === 0;
}

const schema115 = {"type":"object","additionalProperties":false,"description":"Boundaries that no match crosses.","minProperties":1,"properties":{"gap":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"A session ends when no event of its stream has come for so long."},"start":{"allOf":[{"$ref":"#/definitions/eventNames"}],"description":"Events that begin a session."},"end":{"allOf":[{"$ref":"#/definitions/eventNames"}],"description":"Events that end a session; they are its last."}}};

function validate62(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
const err0 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema115,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "gap") || (key0 === "start")) || (key0 === "end"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema115,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.gap !== undefined){
let data0 = data.gap;
if(typeof data0 === "string"){
if(!pattern1.test(data0)){
const err2 = {instancePath:instancePath+"/gap",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"},message:"must match pattern \""+"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"+"\"",schema:"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$",parentSchema:schema94,data:data0};
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
const err3 = {instancePath:instancePath+"/gap",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema94.type,parentSchema:schema94,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.start !== undefined){
let data1 = data.start;
const _errs9 = errors;
let valid5 = true;
const _errs10 = errors;
if(!(Array.isArray(data1))){
const err4 = {};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var _valid0 = _errs10 === errors;
errors = _errs9;
if(vErrors !== null){
if(_errs9){
vErrors.length = _errs9;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs12 = errors;
if(Array.isArray(data1)){
if(data1.length > 100){
const err5 = {instancePath:instancePath+"/start",schemaPath:"#/definitions/eventNames/then/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items",schema:100,parentSchema:schema96.then,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1.length < 1){
const err6 = {instancePath:instancePath+"/start",schemaPath:"#/definitions/eventNames/then/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema96.then,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 === "string"){
if(data2.length < 1){
const err7 = {instancePath:instancePath+"/start/" + i0,schemaPath:"#/definitions/eventNames/then/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema96.then.items,data:data2};
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
const err8 = {instancePath:instancePath+"/start/" + i0,schemaPath:"#/definitions/eventNames/then/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema96.then.items.type,parentSchema:schema96.then.items,data:data2};
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
const err9 = {instancePath:instancePath+"/start",schemaPath:"#/definitions/eventNames/then/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema96.then.type,parentSchema:schema96.then,data:data1};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var _valid0 = _errs12 === errors;
valid5 = _valid0;
ifClause0 = "then";
}
else {
const _errs16 = errors;
if(typeof data1 === "string"){
if(data1.length < 1){
const err10 = {instancePath:instancePath+"/start",schemaPath:"#/definitions/eventNames/else/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema96.else,data:data1};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/start",schemaPath:"#/definitions/eventNames/else/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema96.else.type,parentSchema:schema96.else,data:data1};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var _valid0 = _errs16 === errors;
valid5 = _valid0;
ifClause0 = "else";
}
if(!valid5){
const err12 = {instancePath:instancePath+"/start",schemaPath:"#/definitions/eventNames/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema",schema:schema96.if,parentSchema:schema96,data:data1};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.end !== undefined){
let data3 = data.end;
const _errs21 = errors;
let valid10 = true;
const _errs22 = errors;
if(!(Array.isArray(data3))){
const err13 = {};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var _valid1 = _errs22 === errors;
errors = _errs21;
if(vErrors !== null){
if(_errs21){
vErrors.length = _errs21;
}
else {
vErrors = null;
}
}
let ifClause1;
if(_valid1){
const _errs24 = errors;
if(Array.isArray(data3)){
if(data3.length > 100){
const err14 = {instancePath:instancePath+"/end",schemaPath:"#/definitions/eventNames/then/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items",schema:100,parentSchema:schema96.then,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data3.length < 1){
const err15 = {instancePath:instancePath+"/end",schemaPath:"#/definitions/eventNames/then/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema96.then,data:data3};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
if(typeof data4 === "string"){
if(data4.length < 1){
const err16 = {instancePath:instancePath+"/end/" + i1,schemaPath:"#/definitions/eventNames/then/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema96.then.items,data:data4};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/end/" + i1,schemaPath:"#/definitions/eventNames/then/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema96.then.items.type,parentSchema:schema96.then.items,data:data4};
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
const err18 = {instancePath:instancePath+"/end",schemaPath:"#/definitions/eventNames/then/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema96.then.type,parentSchema:schema96.then,data:data3};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var _valid1 = _errs24 === errors;
valid10 = _valid1;
ifClause1 = "then";
}
else {
const _errs28 = errors;
if(typeof data3 === "string"){
if(data3.length < 1){
const err19 = {instancePath:instancePath+"/end",schemaPath:"#/definitions/eventNames/else/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema96.else,data:data3};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/end",schemaPath:"#/definitions/eventNames/else/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema96.else.type,parentSchema:schema96.else,data:data3};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
var _valid1 = _errs28 === errors;
valid10 = _valid1;
ifClause1 = "else";
}
if(!valid10){
const err21 = {instancePath:instancePath+"/end",schemaPath:"#/definitions/eventNames/if",keyword:"if",params:{failingKeyword: ifClause1},message:"must match \""+ifClause1+"\" schema",schema:schema96.if,parentSchema:schema96,data:data3};
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
else {
const err22 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema115.type,parentSchema:schema115,data};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
validate62.errors = vErrors;
return errors === 0;
}


function validate55(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema98.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema98,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.event !== undefined){
let data0 = data.event;
const _errs5 = errors;
let valid3 = true;
const _errs6 = errors;
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
var _valid0 = _errs6 === errors;
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs8 = errors;
if(Array.isArray(data0)){
if(data0.length > 100){
const err2 = {instancePath:instancePath+"/event",schemaPath:"#/definitions/eventNames/then/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items",schema:100,parentSchema:schema96.then,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.length < 1){
const err3 = {instancePath:instancePath+"/event",schemaPath:"#/definitions/eventNames/then/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema96.then,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(data1.length < 1){
const err4 = {instancePath:instancePath+"/event/" + i0,schemaPath:"#/definitions/eventNames/then/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema96.then.items,data:data1};
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
const err5 = {instancePath:instancePath+"/event/" + i0,schemaPath:"#/definitions/eventNames/then/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema96.then.items.type,parentSchema:schema96.then.items,data:data1};
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
const err6 = {instancePath:instancePath+"/event",schemaPath:"#/definitions/eventNames/then/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema96.then.type,parentSchema:schema96.then,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid0 = _errs8 === errors;
valid3 = _valid0;
ifClause0 = "then";
}
else {
const _errs12 = errors;
if(typeof data0 === "string"){
if(data0.length < 1){
const err7 = {instancePath:instancePath+"/event",schemaPath:"#/definitions/eventNames/else/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema96.else,data:data0};
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
const err8 = {instancePath:instancePath+"/event",schemaPath:"#/definitions/eventNames/else/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema96.else.type,parentSchema:schema96.else,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid0 = _errs12 === errors;
valid3 = _valid0;
ifClause0 = "else";
}
if(!valid3){
const err9 = {instancePath:instancePath+"/event",schemaPath:"#/definitions/eventNames/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema",schema:schema96.if,parentSchema:schema96,data:data0};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.where !== undefined){
let data2 = data.where;
if(typeof data2 === "string"){
if(data2.length > 1000){
const err10 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/expression/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema100,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data2.length < 1){
const err11 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/expression/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema100,data:data2};
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
const err12 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/expression/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema100.type,parentSchema:schema100,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.sequence !== undefined){
let data3 = data.sequence;
if(Array.isArray(data3)){
if(data3.length > 32){
const err13 = {instancePath:instancePath+"/sequence",schemaPath:"#/properties/sequence/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items",schema:32,parentSchema:schema98.properties.sequence,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data3.length < 1){
const err14 = {instancePath:instancePath+"/sequence",schemaPath:"#/properties/sequence/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema98.properties.sequence,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(!(validate56(data3[i1], {instancePath:instancePath+"/sequence/" + i1,parentData:data3,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
}
else {
const err15 = {instancePath:instancePath+"/sequence",schemaPath:"#/properties/sequence/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema98.properties.sequence.type,parentSchema:schema98.properties.sequence,data:data3};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.threshold !== undefined){
if(!(validate58(data.threshold, {instancePath:instancePath+"/threshold",parentData:data,parentDataProperty:"threshold",rootData}))){
vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
errors = vErrors.length;
}
}
if(data.every !== undefined){
let data6 = data.every;
if(typeof data6 === "string"){
if(!pattern1.test(data6)){
const err16 = {instancePath:instancePath+"/every",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"},message:"must match pattern \""+"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"+"\"",schema:"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$",parentSchema:schema94,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/every",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema94.type,parentSchema:schema94,data:data6};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.cron !== undefined){
let data7 = data.cron;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.at === undefined){
const err18 = {instancePath:instancePath+"/cron",schemaPath:"#/definitions/cron/required",keyword:"required",params:{missingProperty: "at"},message:"must have required property '"+"at"+"'",schema:schema112.required,parentSchema:schema112,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
for(const key1 in data7){
if(!(((key1 === "at") || (key1 === "timezone")) || (key1 === "missed"))){
const err19 = {instancePath:instancePath+"/cron",schemaPath:"#/definitions/cron/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema112,data:data7};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data7.at !== undefined){
let data8 = data7.at;
if(typeof data8 === "string"){
if(data8.length < 1){
const err20 = {instancePath:instancePath+"/cron/at",schemaPath:"#/definitions/cron/properties/at/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema112.properties.at,data:data8};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/cron/at",schemaPath:"#/definitions/cron/properties/at/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema112.properties.at.type,parentSchema:schema112.properties.at,data:data8};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data7.timezone !== undefined){
let data9 = data7.timezone;
if(typeof data9 === "string"){
if(data9.length < 1){
const err22 = {instancePath:instancePath+"/cron/timezone",schemaPath:"#/definitions/cron/properties/timezone/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema112.properties.timezone,data:data9};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/cron/timezone",schemaPath:"#/definitions/cron/properties/timezone/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema112.properties.timezone.type,parentSchema:schema112.properties.timezone,data:data9};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data7.missed !== undefined){
let data10 = data7.missed;
if(!((data10 === "skip") || (data10 === "run-once"))){
const err24 = {instancePath:instancePath+"/cron/missed",schemaPath:"#/definitions/cron/properties/missed/enum",keyword:"enum",params:{allowedValues: schema112.properties.missed.enum},message:"must be equal to one of the allowed values",schema:schema112.properties.missed.enum,parentSchema:schema112.properties.missed,data:data10};
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
const err25 = {instancePath:instancePath+"/cron",schemaPath:"#/definitions/cron/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema112.type,parentSchema:schema112,data:data7};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data.key !== undefined){
let data11 = data.key;
if(typeof data11 === "string"){
if(!pattern23.test(data11)){
const err26 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z_][A-Za-z0-9_]*$",parentSchema:schema98.properties.key,data:data11};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
else {
const err27 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema98.properties.key.type,parentSchema:schema98.properties.key,data:data11};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.within !== undefined){
if(!(validate60(data.within, {instancePath:instancePath+"/within",parentData:data,parentDataProperty:"within",rootData}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
}
if(data.contiguity !== undefined){
let data13 = data.contiguity;
if(!(((data13 === "strict") || (data13 === "skip-till-next")) || (data13 === "skip-till-any"))){
const err28 = {instancePath:instancePath+"/contiguity",schemaPath:"#/properties/contiguity/enum",keyword:"enum",params:{allowedValues: schema98.properties.contiguity.enum},message:"must be equal to one of the allowed values",schema:schema98.properties.contiguity.enum,parentSchema:schema98.properties.contiguity,data:data13};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.skip !== undefined){
let data14 = data.skip;
if(!((data14 === "past-last") || (data14 === "none"))){
const err29 = {instancePath:instancePath+"/skip",schemaPath:"#/properties/skip/enum",keyword:"enum",params:{allowedValues: schema98.properties.skip.enum},message:"must be equal to one of the allowed values",schema:schema98.properties.skip.enum,parentSchema:schema98.properties.skip,data:data14};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.eager !== undefined){
let data15 = data.eager;
if(typeof data15 !== "boolean"){
const err30 = {instancePath:instancePath+"/eager",schemaPath:"#/properties/eager/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema98.properties.eager.type,parentSchema:schema98.properties.eager,data:data15};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.timeouts !== undefined){
let data16 = data.timeouts;
if(typeof data16 !== "boolean"){
const err31 = {instancePath:instancePath+"/timeouts",schemaPath:"#/properties/timeouts/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema98.properties.timeouts.type,parentSchema:schema98.properties.timeouts,data:data16};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data.session !== undefined){
if(!(validate62(data.session, {instancePath:instancePath+"/session",parentData:data,parentDataProperty:"session",rootData}))){
vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
errors = vErrors.length;
}
}
if(data.debounce !== undefined){
let data18 = data.debounce;
if(typeof data18 === "string"){
if(!pattern1.test(data18)){
const err32 = {instancePath:instancePath+"/debounce",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"},message:"must match pattern \""+"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"+"\"",schema:"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$",parentSchema:schema94,data:data18};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/debounce",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema94.type,parentSchema:schema94,data:data18};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.cooldown !== undefined){
let data19 = data.cooldown;
if(typeof data19 === "string"){
if(!pattern1.test(data19)){
const err34 = {instancePath:instancePath+"/cooldown",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"},message:"must match pattern \""+"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"+"\"",schema:"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$",parentSchema:schema94,data:data19};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
else {
const err35 = {instancePath:instancePath+"/cooldown",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema94.type,parentSchema:schema94,data:data19};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data.limits !== undefined){
let data20 = data.limits;
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
for(const key2 in data20){
if(!((key2 === "partials") || (key2 === "keys"))){
const err36 = {instancePath:instancePath+"/limits",schemaPath:"#/definitions/limits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties",schema:false,parentSchema:schema121,data:data20};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data20.partials !== undefined){
let data21 = data20.partials;
if(!((typeof data21 == "number") && (!(data21 % 1) && !isNaN(data21)))){
const err37 = {instancePath:instancePath+"/limits/partials",schemaPath:"#/definitions/limits/properties/partials/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema121.properties.partials.type,parentSchema:schema121.properties.partials,data:data21};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(typeof data21 == "number"){
if(data21 > 100000 || isNaN(data21)){
const err38 = {instancePath:instancePath+"/limits/partials",schemaPath:"#/definitions/limits/properties/partials/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000",schema:100000,parentSchema:schema121.properties.partials,data:data21};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(data21 < 1 || isNaN(data21)){
const err39 = {instancePath:instancePath+"/limits/partials",schemaPath:"#/definitions/limits/properties/partials/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema121.properties.partials,data:data21};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
if(data20.keys !== undefined){
let data22 = data20.keys;
if(!((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22)))){
const err40 = {instancePath:instancePath+"/limits/keys",schemaPath:"#/definitions/limits/properties/keys/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema121.properties.keys.type,parentSchema:schema121.properties.keys,data:data22};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if(typeof data22 == "number"){
if(data22 > 1000000 || isNaN(data22)){
const err41 = {instancePath:instancePath+"/limits/keys",schemaPath:"#/definitions/limits/properties/keys/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema121.properties.keys,data:data22};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data22 < 1 || isNaN(data22)){
const err42 = {instancePath:instancePath+"/limits/keys",schemaPath:"#/definitions/limits/properties/keys/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema121.properties.keys,data:data22};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
}
else {
const err43 = {instancePath:instancePath+"/limits",schemaPath:"#/definitions/limits/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema121.type,parentSchema:schema121,data:data20};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema98.type,parentSchema:schema98,data};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
validate55.errors = vErrors;
return errors === 0;
}

const schema122 = {"type":"object","additionalProperties":false,"description":"What is computed from the events when the task fires.","properties":{"events":{"allOf":[{"$ref":"#/definitions/eventNames"}],"description":"Events that it looks at. Without it all that are declared."},"key":{"allOf":[{"$ref":"#/definitions/fieldName"}],"description":"Field by whose values streams are told apart; a firing has the value of its last event that has one. Without it the key of the trigger."},"filter":{"allOf":[{"$ref":"#/definitions/expression"}],"description":"Only events that meet this."},"join":{"type":"object","additionalProperties":{"$ref":"#/definitions/join"},"description":"New fields of an event from the last event of another kind."},"map":{"type":"object","additionalProperties":{"$ref":"#/definitions/expression"},"description":"New fields of an event, each by an expression."},"window":{"$ref":"#/definitions/window"},"features":{"type":"object","additionalProperties":{"$ref":"#/definitions/aggregate"},"description":"Features by name."},"tensors":{"type":"object","additionalProperties":{"$ref":"#/definitions/tensor"},"description":"Tensors by the name of the model's input."},"limit":{"type":"integer","minimum":1,"maximum":1000000,"default":10000,"description":"Events kept of a key; the oldest go."}}};
const schema124 = {"type":"string","pattern":"^[A-Za-z_][A-Za-z0-9_]*$","description":"A name of letters, digits and underscores."};
const schema126 = {"type":"object","additionalProperties":false,"required":["event","on","field"],"description":"The last value of another event, by a field that both have.","properties":{"event":{"type":"string","minLength":1,"description":"Event that is joined."},"on":{"allOf":[{"$ref":"#/definitions/fieldName"}],"description":"Field that must be equal in both."},"field":{"allOf":[{"$ref":"#/definitions/fieldName"}],"description":"Field whose last value is taken."}}};

function validate66(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.event === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "event"},message:"must have required property '"+"event"+"'",schema:schema126.required,parentSchema:schema126,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.on === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "on"},message:"must have required property '"+"on"+"'",schema:schema126.required,parentSchema:schema126,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.field === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "field"},message:"must have required property '"+"field"+"'",schema:schema126.required,parentSchema:schema126,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "event") || (key0 === "on")) || (key0 === "field"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema126,data};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.event !== undefined){
let data0 = data.event;
if(typeof data0 === "string"){
if(data0.length < 1){
const err4 = {instancePath:instancePath+"/event",schemaPath:"#/properties/event/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema126.properties.event,data:data0};
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
const err5 = {instancePath:instancePath+"/event",schemaPath:"#/properties/event/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema126.properties.event.type,parentSchema:schema126.properties.event,data:data0};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.on !== undefined){
let data1 = data.on;
if(typeof data1 === "string"){
if(!pattern23.test(data1)){
const err6 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/fieldName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z_][A-Za-z0-9_]*$",parentSchema:schema124,data:data1};
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
const err7 = {instancePath:instancePath+"/on",schemaPath:"#/definitions/fieldName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema124.type,parentSchema:schema124,data:data1};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.field !== undefined){
let data2 = data.field;
if(typeof data2 === "string"){
if(!pattern23.test(data2)){
const err8 = {instancePath:instancePath+"/field",schemaPath:"#/definitions/fieldName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z_][A-Za-z0-9_]*$",parentSchema:schema124,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/field",schemaPath:"#/definitions/fieldName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema124.type,parentSchema:schema124,data:data2};
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
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema126.type,parentSchema:schema126,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate66.errors = vErrors;
return errors === 0;
}

const schema130 = {"type":"object","additionalProperties":false,"description":"Which events of the stream the features are computed from. Without it those of the firing.","minProperties":1,"properties":{"time":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"The last so long before the firing."},"events":{"type":"integer","minimum":1,"maximum":100000,"description":"The last so many events."},"session":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"Those since the last pause of so long."},"since":{"allOf":[{"$ref":"#/definitions/eventNames"}],"description":"Those since the last such event, that event included."},"tumbling":{"type":"boolean","default":false,"description":"With `time`: since the last whole multiple of it, instead of the last so long."}}};

function validate68(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
const err0 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema130,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((((key0 === "time") || (key0 === "events")) || (key0 === "session")) || (key0 === "since")) || (key0 === "tumbling"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema130,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.time !== undefined){
let data0 = data.time;
if(typeof data0 === "string"){
if(!pattern1.test(data0)){
const err2 = {instancePath:instancePath+"/time",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"},message:"must match pattern \""+"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"+"\"",schema:"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$",parentSchema:schema94,data:data0};
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
const err3 = {instancePath:instancePath+"/time",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema94.type,parentSchema:schema94,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.events !== undefined){
let data1 = data.events;
if(!((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1)))){
const err4 = {instancePath:instancePath+"/events",schemaPath:"#/properties/events/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema130.properties.events.type,parentSchema:schema130.properties.events,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(typeof data1 == "number"){
if(data1 > 100000 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/events",schemaPath:"#/properties/events/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000",schema:100000,parentSchema:schema130.properties.events,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/events",schemaPath:"#/properties/events/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema130.properties.events,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data.session !== undefined){
let data2 = data.session;
if(typeof data2 === "string"){
if(!pattern1.test(data2)){
const err7 = {instancePath:instancePath+"/session",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"},message:"must match pattern \""+"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"+"\"",schema:"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$",parentSchema:schema94,data:data2};
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
const err8 = {instancePath:instancePath+"/session",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema94.type,parentSchema:schema94,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.since !== undefined){
let data3 = data.since;
const _errs15 = errors;
let valid7 = true;
const _errs16 = errors;
if(!(Array.isArray(data3))){
const err9 = {};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var _valid0 = _errs16 === errors;
errors = _errs15;
if(vErrors !== null){
if(_errs15){
vErrors.length = _errs15;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs18 = errors;
if(Array.isArray(data3)){
if(data3.length > 100){
const err10 = {instancePath:instancePath+"/since",schemaPath:"#/definitions/eventNames/then/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items",schema:100,parentSchema:schema96.then,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data3.length < 1){
const err11 = {instancePath:instancePath+"/since",schemaPath:"#/definitions/eventNames/then/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema96.then,data:data3};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 === "string"){
if(data4.length < 1){
const err12 = {instancePath:instancePath+"/since/" + i0,schemaPath:"#/definitions/eventNames/then/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema96.then.items,data:data4};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/since/" + i0,schemaPath:"#/definitions/eventNames/then/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema96.then.items.type,parentSchema:schema96.then.items,data:data4};
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
else {
const err14 = {instancePath:instancePath+"/since",schemaPath:"#/definitions/eventNames/then/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema96.then.type,parentSchema:schema96.then,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
var _valid0 = _errs18 === errors;
valid7 = _valid0;
ifClause0 = "then";
}
else {
const _errs22 = errors;
if(typeof data3 === "string"){
if(data3.length < 1){
const err15 = {instancePath:instancePath+"/since",schemaPath:"#/definitions/eventNames/else/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema96.else,data:data3};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/since",schemaPath:"#/definitions/eventNames/else/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema96.else.type,parentSchema:schema96.else,data:data3};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
var _valid0 = _errs22 === errors;
valid7 = _valid0;
ifClause0 = "else";
}
if(!valid7){
const err17 = {instancePath:instancePath+"/since",schemaPath:"#/definitions/eventNames/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema",schema:schema96.if,parentSchema:schema96,data:data3};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.tumbling !== undefined){
let data5 = data.tumbling;
if(typeof data5 !== "boolean"){
const err18 = {instancePath:instancePath+"/tumbling",schemaPath:"#/properties/tumbling/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema130.properties.tumbling.type,parentSchema:schema130.properties.tumbling,data:data5};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema130.type,parentSchema:schema130,data};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
validate68.errors = vErrors;
return errors === 0;
}

const schema134 = {"type":"object","additionalProperties":false,"required":["by"],"description":"A feature from the events of the window.","properties":{"by":{"enum":["count","sum","mean","min","max","first","last","deviation"],"description":"How the values become one. deviation: the standard deviation of the population."},"of":{"allOf":[{"$ref":"#/definitions/expression"}],"description":"The value of an event; not needed for count."},"where":{"allOf":[{"$ref":"#/definitions/expression"}],"description":"Only events that meet this."},"without":{"type":"number","default":0,"description":"The feature where there is no event."}}};

function validate70(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.by === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "by"},message:"must have required property '"+"by"+"'",schema:schema134.required,parentSchema:schema134,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "by") || (key0 === "of")) || (key0 === "where")) || (key0 === "without"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema134,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.by !== undefined){
let data0 = data.by;
if(!((((((((data0 === "count") || (data0 === "sum")) || (data0 === "mean")) || (data0 === "min")) || (data0 === "max")) || (data0 === "first")) || (data0 === "last")) || (data0 === "deviation"))){
const err2 = {instancePath:instancePath+"/by",schemaPath:"#/properties/by/enum",keyword:"enum",params:{allowedValues: schema134.properties.by.enum},message:"must be equal to one of the allowed values",schema:schema134.properties.by.enum,parentSchema:schema134.properties.by,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.of !== undefined){
let data1 = data.of;
if(typeof data1 === "string"){
if(data1.length > 1000){
const err3 = {instancePath:instancePath+"/of",schemaPath:"#/definitions/expression/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema100,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data1.length < 1){
const err4 = {instancePath:instancePath+"/of",schemaPath:"#/definitions/expression/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema100,data:data1};
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
const err5 = {instancePath:instancePath+"/of",schemaPath:"#/definitions/expression/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema100.type,parentSchema:schema100,data:data1};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.where !== undefined){
let data2 = data.where;
if(typeof data2 === "string"){
if(data2.length > 1000){
const err6 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/expression/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema100,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2.length < 1){
const err7 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/expression/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema100,data:data2};
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
const err8 = {instancePath:instancePath+"/where",schemaPath:"#/definitions/expression/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema100.type,parentSchema:schema100,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.without !== undefined){
let data3 = data.without;
if(!(typeof data3 == "number")){
const err9 = {instancePath:instancePath+"/without",schemaPath:"#/properties/without/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema134.properties.without.type,parentSchema:schema134.properties.without,data:data3};
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
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema134.type,parentSchema:schema134,data};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate70.errors = vErrors;
return errors === 0;
}

const schema137 = {"type":"object","additionalProperties":false,"description":"A tensor for the model.","minProperties":1,"properties":{"features":{"type":"array","minItems":1,"maxItems":10000,"items":{"$ref":"#/definitions/fieldName"},"description":"Features in order: a tensor of shape [1, number of features]."},"sequence":{"type":"array","minItems":1,"maxItems":1000,"items":{"$ref":"#/definitions/expression"},"description":"Values of every event of the window: a tensor of shape [1, length, number of values], the last events last, zeros before them."},"length":{"type":"integer","minimum":1,"maximum":100000,"description":"Of a sequence: events of the tensor."}}};

function validate72(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
const err0 = {instancePath,schemaPath:"#/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties",schema:1,parentSchema:schema137,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(((key0 === "features") || (key0 === "sequence")) || (key0 === "length"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema137,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.features !== undefined){
let data0 = data.features;
if(Array.isArray(data0)){
if(data0.length > 10000){
const err2 = {instancePath:instancePath+"/features",schemaPath:"#/properties/features/maxItems",keyword:"maxItems",params:{limit: 10000},message:"must NOT have more than 10000 items",schema:10000,parentSchema:schema137.properties.features,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.length < 1){
const err3 = {instancePath:instancePath+"/features",schemaPath:"#/properties/features/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema137.properties.features,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(!pattern23.test(data1)){
const err4 = {instancePath:instancePath+"/features/" + i0,schemaPath:"#/definitions/fieldName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z_][A-Za-z0-9_]*$",parentSchema:schema124,data:data1};
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
const err5 = {instancePath:instancePath+"/features/" + i0,schemaPath:"#/definitions/fieldName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema124.type,parentSchema:schema124,data:data1};
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
const err6 = {instancePath:instancePath+"/features",schemaPath:"#/properties/features/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema137.properties.features.type,parentSchema:schema137.properties.features,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.sequence !== undefined){
let data2 = data.sequence;
if(Array.isArray(data2)){
if(data2.length > 1000){
const err7 = {instancePath:instancePath+"/sequence",schemaPath:"#/properties/sequence/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items",schema:1000,parentSchema:schema137.properties.sequence,data:data2};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data2.length < 1){
const err8 = {instancePath:instancePath+"/sequence",schemaPath:"#/properties/sequence/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema137.properties.sequence,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
const len1 = data2.length;
for(let i1=0; i1<len1; i1++){
let data3 = data2[i1];
if(typeof data3 === "string"){
if(data3.length > 1000){
const err9 = {instancePath:instancePath+"/sequence/" + i1,schemaPath:"#/definitions/expression/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema100,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data3.length < 1){
const err10 = {instancePath:instancePath+"/sequence/" + i1,schemaPath:"#/definitions/expression/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema100,data:data3};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/sequence/" + i1,schemaPath:"#/definitions/expression/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema100.type,parentSchema:schema100,data:data3};
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
const err12 = {instancePath:instancePath+"/sequence",schemaPath:"#/properties/sequence/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema137.properties.sequence.type,parentSchema:schema137.properties.sequence,data:data2};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.length !== undefined){
let data4 = data.length;
if(!((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4)))){
const err13 = {instancePath:instancePath+"/length",schemaPath:"#/properties/length/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema137.properties.length.type,parentSchema:schema137.properties.length,data:data4};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(typeof data4 == "number"){
if(data4 > 100000 || isNaN(data4)){
const err14 = {instancePath:instancePath+"/length",schemaPath:"#/properties/length/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100000},message:"must be <= 100000",schema:100000,parentSchema:schema137.properties.length,data:data4};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data4 < 1 || isNaN(data4)){
const err15 = {instancePath:instancePath+"/length",schemaPath:"#/properties/length/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema137.properties.length,data:data4};
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
}
else {
const err16 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema137.type,parentSchema:schema137,data};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate72.errors = vErrors;
return errors === 0;
}


function validate65(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema122.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema122,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.events !== undefined){
let data0 = data.events;
const _errs5 = errors;
let valid3 = true;
const _errs6 = errors;
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
var _valid0 = _errs6 === errors;
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
let ifClause0;
if(_valid0){
const _errs8 = errors;
if(Array.isArray(data0)){
if(data0.length > 100){
const err2 = {instancePath:instancePath+"/events",schemaPath:"#/definitions/eventNames/then/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items",schema:100,parentSchema:schema96.then,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.length < 1){
const err3 = {instancePath:instancePath+"/events",schemaPath:"#/definitions/eventNames/then/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema96.then,data:data0};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
if(typeof data1 === "string"){
if(data1.length < 1){
const err4 = {instancePath:instancePath+"/events/" + i0,schemaPath:"#/definitions/eventNames/then/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema96.then.items,data:data1};
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
const err5 = {instancePath:instancePath+"/events/" + i0,schemaPath:"#/definitions/eventNames/then/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema96.then.items.type,parentSchema:schema96.then.items,data:data1};
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
const err6 = {instancePath:instancePath+"/events",schemaPath:"#/definitions/eventNames/then/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema96.then.type,parentSchema:schema96.then,data:data0};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid0 = _errs8 === errors;
valid3 = _valid0;
ifClause0 = "then";
}
else {
const _errs12 = errors;
if(typeof data0 === "string"){
if(data0.length < 1){
const err7 = {instancePath:instancePath+"/events",schemaPath:"#/definitions/eventNames/else/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema96.else,data:data0};
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
const err8 = {instancePath:instancePath+"/events",schemaPath:"#/definitions/eventNames/else/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema96.else.type,parentSchema:schema96.else,data:data0};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var _valid0 = _errs12 === errors;
valid3 = _valid0;
ifClause0 = "else";
}
if(!valid3){
const err9 = {instancePath:instancePath+"/events",schemaPath:"#/definitions/eventNames/if",keyword:"if",params:{failingKeyword: ifClause0},message:"must match \""+ifClause0+"\" schema",schema:schema96.if,parentSchema:schema96,data:data0};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.key !== undefined){
let data2 = data.key;
if(typeof data2 === "string"){
if(!pattern23.test(data2)){
const err10 = {instancePath:instancePath+"/key",schemaPath:"#/definitions/fieldName/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\"",schema:"^[A-Za-z_][A-Za-z0-9_]*$",parentSchema:schema124,data:data2};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/key",schemaPath:"#/definitions/fieldName/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema124.type,parentSchema:schema124,data:data2};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.filter !== undefined){
let data3 = data.filter;
if(typeof data3 === "string"){
if(data3.length > 1000){
const err12 = {instancePath:instancePath+"/filter",schemaPath:"#/definitions/expression/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema100,data:data3};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data3.length < 1){
const err13 = {instancePath:instancePath+"/filter",schemaPath:"#/definitions/expression/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema100,data:data3};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/filter",schemaPath:"#/definitions/expression/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema100.type,parentSchema:schema100,data:data3};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.join !== undefined){
let data4 = data.join;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key1 in data4){
if(!(validate66(data4[key1], {instancePath:instancePath+"/join/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data4,parentDataProperty:key1,rootData}))){
vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
errors = vErrors.length;
}
}
}
else {
const err15 = {instancePath:instancePath+"/join",schemaPath:"#/properties/join/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema122.properties.join.type,parentSchema:schema122.properties.join,data:data4};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.map !== undefined){
let data6 = data.map;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key2 in data6){
let data7 = data6[key2];
if(typeof data7 === "string"){
if(data7.length > 1000){
const err16 = {instancePath:instancePath+"/map/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/expression/maxLength",keyword:"maxLength",params:{limit: 1000},message:"must NOT have more than 1000 characters",schema:1000,parentSchema:schema100,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data7.length < 1){
const err17 = {instancePath:instancePath+"/map/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/expression/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema100,data:data7};
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
const err18 = {instancePath:instancePath+"/map/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/expression/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema100.type,parentSchema:schema100,data:data7};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/map",schemaPath:"#/properties/map/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema122.properties.map.type,parentSchema:schema122.properties.map,data:data6};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.window !== undefined){
if(!(validate68(data.window, {instancePath:instancePath+"/window",parentData:data,parentDataProperty:"window",rootData}))){
vErrors = vErrors === null ? validate68.errors : vErrors.concat(validate68.errors);
errors = vErrors.length;
}
}
if(data.features !== undefined){
let data9 = data.features;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key3 in data9){
if(!(validate70(data9[key3], {instancePath:instancePath+"/features/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data9,parentDataProperty:key3,rootData}))){
vErrors = vErrors === null ? validate70.errors : vErrors.concat(validate70.errors);
errors = vErrors.length;
}
}
}
else {
const err20 = {instancePath:instancePath+"/features",schemaPath:"#/properties/features/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema122.properties.features.type,parentSchema:schema122.properties.features,data:data9};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.tensors !== undefined){
let data11 = data.tensors;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key4 in data11){
if(!(validate72(data11[key4], {instancePath:instancePath+"/tensors/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data11,parentDataProperty:key4,rootData}))){
vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
errors = vErrors.length;
}
}
}
else {
const err21 = {instancePath:instancePath+"/tensors",schemaPath:"#/properties/tensors/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema122.properties.tensors.type,parentSchema:schema122.properties.tensors,data:data11};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.limit !== undefined){
let data13 = data.limit;
if(!((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13)))){
const err22 = {instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema122.properties.limit.type,parentSchema:schema122.properties.limit,data:data13};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(typeof data13 == "number"){
if(data13 > 1000000 || isNaN(data13)){
const err23 = {instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema122.properties.limit,data:data13};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data13 < 1 || isNaN(data13)){
const err24 = {instancePath:instancePath+"/limit",schemaPath:"#/properties/limit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema122.properties.limit,data:data13};
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
}
else {
const err25 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema122.type,parentSchema:schema122,data};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
validate65.errors = vErrors;
return errors === 0;
}

const schema143 = {"type":"object","additionalProperties":false,"description":"What the task may cost, and when it may run.","properties":{"deadline":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"Time from the firing to the result."},"priority":{"type":"integer","minimum":0,"maximum":9,"default":5,"description":"Which task goes first; 9 before 0."},"concurrency":{"enum":["single","restart","queued","parallel"],"default":"queued","description":"What a firing does while the task runs."},"memory":{"allOf":[{"$ref":"#/definitions/bytes"}],"description":"Memory that a run may take beside its model, 256MiB by default."},"time":{"allOf":[{"$ref":"#/definitions/duration"}],"description":"Time that a run may take."},"battery":{"type":"number","minimum":0,"maximum":1,"description":"Least charge of the battery, from 0 to 1."},"temperature":{"type":"number","minimum":-40,"maximum":150,"description":"Highest temperature of the device in degrees Celsius."},"power":{"enum":["any","external"],"default":"any","description":"Whether it needs external power."},"network":{"enum":["none","any","unmetered"],"default":"none","description":"Network that it may use."},"isolation":{"enum":["fault","boundary"],"default":"boundary","description":"fault: a process of its own, for tasks signed by a key that the device trusts. boundary: any task, also hostile code."}}};
const schema145 = {"type":"string","pattern":"^[0-9]+(\\.[0-9]+)?(B|kB|MB|GB|KiB|MiB|GiB)$","description":"A size with its unit: B, kB, MB, GB, KiB, MiB or GiB, for example 256MiB."};

function validate75(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema143.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema143,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.deadline !== undefined){
let data0 = data.deadline;
if(typeof data0 === "string"){
if(!pattern1.test(data0)){
const err1 = {instancePath:instancePath+"/deadline",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"},message:"must match pattern \""+"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"+"\"",schema:"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$",parentSchema:schema94,data:data0};
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
const err2 = {instancePath:instancePath+"/deadline",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema94.type,parentSchema:schema94,data:data0};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.priority !== undefined){
let data1 = data.priority;
if(!((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1)))){
const err3 = {instancePath:instancePath+"/priority",schemaPath:"#/properties/priority/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema143.properties.priority.type,parentSchema:schema143.properties.priority,data:data1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(typeof data1 == "number"){
if(data1 > 9 || isNaN(data1)){
const err4 = {instancePath:instancePath+"/priority",schemaPath:"#/properties/priority/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9},message:"must be <= 9",schema:9,parentSchema:schema143.properties.priority,data:data1};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1 < 0 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/priority",schemaPath:"#/properties/priority/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema143.properties.priority,data:data1};
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
if(data.concurrency !== undefined){
let data2 = data.concurrency;
if(!((((data2 === "single") || (data2 === "restart")) || (data2 === "queued")) || (data2 === "parallel"))){
const err6 = {instancePath:instancePath+"/concurrency",schemaPath:"#/properties/concurrency/enum",keyword:"enum",params:{allowedValues: schema143.properties.concurrency.enum},message:"must be equal to one of the allowed values",schema:schema143.properties.concurrency.enum,parentSchema:schema143.properties.concurrency,data:data2};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.memory !== undefined){
let data3 = data.memory;
if(typeof data3 === "string"){
if(!pattern6.test(data3)){
const err7 = {instancePath:instancePath+"/memory",schemaPath:"#/definitions/bytes/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(\\.[0-9]+)?(B|kB|MB|GB|KiB|MiB|GiB)$"},message:"must match pattern \""+"^[0-9]+(\\.[0-9]+)?(B|kB|MB|GB|KiB|MiB|GiB)$"+"\"",schema:"^[0-9]+(\\.[0-9]+)?(B|kB|MB|GB|KiB|MiB|GiB)$",parentSchema:schema145,data:data3};
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
const err8 = {instancePath:instancePath+"/memory",schemaPath:"#/definitions/bytes/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema145.type,parentSchema:schema145,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.time !== undefined){
let data4 = data.time;
if(typeof data4 === "string"){
if(!pattern1.test(data4)){
const err9 = {instancePath:instancePath+"/time",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"},message:"must match pattern \""+"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"+"\"",schema:"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$",parentSchema:schema94,data:data4};
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
const err10 = {instancePath:instancePath+"/time",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema94.type,parentSchema:schema94,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.battery !== undefined){
let data5 = data.battery;
if(typeof data5 == "number"){
if(data5 > 1 || isNaN(data5)){
const err11 = {instancePath:instancePath+"/battery",schemaPath:"#/properties/battery/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1",schema:1,parentSchema:schema143.properties.battery,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data5 < 0 || isNaN(data5)){
const err12 = {instancePath:instancePath+"/battery",schemaPath:"#/properties/battery/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema143.properties.battery,data:data5};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/battery",schemaPath:"#/properties/battery/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema143.properties.battery.type,parentSchema:schema143.properties.battery,data:data5};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.temperature !== undefined){
let data6 = data.temperature;
if(typeof data6 == "number"){
if(data6 > 150 || isNaN(data6)){
const err14 = {instancePath:instancePath+"/temperature",schemaPath:"#/properties/temperature/maximum",keyword:"maximum",params:{comparison: "<=", limit: 150},message:"must be <= 150",schema:150,parentSchema:schema143.properties.temperature,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data6 < -40 || isNaN(data6)){
const err15 = {instancePath:instancePath+"/temperature",schemaPath:"#/properties/temperature/minimum",keyword:"minimum",params:{comparison: ">=", limit: -40},message:"must be >= -40",schema:-40,parentSchema:schema143.properties.temperature,data:data6};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
else {
const err16 = {instancePath:instancePath+"/temperature",schemaPath:"#/properties/temperature/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema143.properties.temperature.type,parentSchema:schema143.properties.temperature,data:data6};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.power !== undefined){
let data7 = data.power;
if(!((data7 === "any") || (data7 === "external"))){
const err17 = {instancePath:instancePath+"/power",schemaPath:"#/properties/power/enum",keyword:"enum",params:{allowedValues: schema143.properties.power.enum},message:"must be equal to one of the allowed values",schema:schema143.properties.power.enum,parentSchema:schema143.properties.power,data:data7};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.network !== undefined){
let data8 = data.network;
if(!(((data8 === "none") || (data8 === "any")) || (data8 === "unmetered"))){
const err18 = {instancePath:instancePath+"/network",schemaPath:"#/properties/network/enum",keyword:"enum",params:{allowedValues: schema143.properties.network.enum},message:"must be equal to one of the allowed values",schema:schema143.properties.network.enum,parentSchema:schema143.properties.network,data:data8};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data.isolation !== undefined){
let data9 = data.isolation;
if(!((data9 === "fault") || (data9 === "boundary"))){
const err19 = {instancePath:instancePath+"/isolation",schemaPath:"#/properties/isolation/enum",keyword:"enum",params:{allowedValues: schema143.properties.isolation.enum},message:"must be equal to one of the allowed values",schema:schema143.properties.isolation.enum,parentSchema:schema143.properties.isolation,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema143.type,parentSchema:schema143,data};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
validate75.errors = vErrors;
return errors === 0;
}

const schema148 = {"type":"object","additionalProperties":false,"required":["events","firings"],"description":"A recording with what must come of it.","properties":{"name":{"type":"string","minLength":1,"description":"What the test shows."},"events":{"type":"string","minLength":1,"description":"Path of a recording, relative to this document."},"until":{"type":"string","minLength":1,"description":"Time to which the clock goes on after the last event: ISO 8601 or a duration after it."},"firings":{"type":"array","maxItems":10000,"items":{"$ref":"#/definitions/expected"},"description":"Every firing, in order."}}};
const schema149 = {"type":"object","additionalProperties":false,"description":"A firing that must come.","properties":{"time":{"description":"Its time: ISO 8601 or milliseconds since 1970."},"kind":{"enum":["match","timeout"],"default":"match","description":"What it is."},"key":{"description":"Its key."},"events":{"type":"integer","minimum":0,"maximum":1000000,"description":"Number of its events."},"features":{"type":"object","additionalProperties":{"type":"number"},"description":"Features that the pipeline gives, within 1e-6 of these."},"results":{"type":"array","maxItems":1000,"items":{"type":"object"},"description":"What model and script give, as script.NAME and model.NAME, with --execute; numbers within 1e-6."}}};

function validate77(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.events === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "events"},message:"must have required property '"+"events"+"'",schema:schema148.required,parentSchema:schema148,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.firings === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "firings"},message:"must have required property '"+"firings"+"'",schema:schema148.required,parentSchema:schema148,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((((key0 === "name") || (key0 === "events")) || (key0 === "until")) || (key0 === "firings"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema148,data};
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
let data0 = data.name;
if(typeof data0 === "string"){
if(data0.length < 1){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema148.properties.name,data:data0};
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
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema148.properties.name.type,parentSchema:schema148.properties.name,data:data0};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.events !== undefined){
let data1 = data.events;
if(typeof data1 === "string"){
if(data1.length < 1){
const err5 = {instancePath:instancePath+"/events",schemaPath:"#/properties/events/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema148.properties.events,data:data1};
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
const err6 = {instancePath:instancePath+"/events",schemaPath:"#/properties/events/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema148.properties.events.type,parentSchema:schema148.properties.events,data:data1};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.until !== undefined){
let data2 = data.until;
if(typeof data2 === "string"){
if(data2.length < 1){
const err7 = {instancePath:instancePath+"/until",schemaPath:"#/properties/until/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema148.properties.until,data:data2};
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
const err8 = {instancePath:instancePath+"/until",schemaPath:"#/properties/until/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema148.properties.until.type,parentSchema:schema148.properties.until,data:data2};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.firings !== undefined){
let data3 = data.firings;
if(Array.isArray(data3)){
if(data3.length > 10000){
const err9 = {instancePath:instancePath+"/firings",schemaPath:"#/properties/firings/maxItems",keyword:"maxItems",params:{limit: 10000},message:"must NOT have more than 10000 items",schema:10000,parentSchema:schema148.properties.firings,data:data3};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key1 in data4){
if(!((((((key1 === "time") || (key1 === "kind")) || (key1 === "key")) || (key1 === "events")) || (key1 === "features")) || (key1 === "results"))){
const err10 = {instancePath:instancePath+"/firings/" + i0,schemaPath:"#/definitions/expected/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties",schema:false,parentSchema:schema149,data:data4};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data4.kind !== undefined){
let data5 = data4.kind;
if(!((data5 === "match") || (data5 === "timeout"))){
const err11 = {instancePath:instancePath+"/firings/" + i0+"/kind",schemaPath:"#/definitions/expected/properties/kind/enum",keyword:"enum",params:{allowedValues: schema149.properties.kind.enum},message:"must be equal to one of the allowed values",schema:schema149.properties.kind.enum,parentSchema:schema149.properties.kind,data:data5};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data4.events !== undefined){
let data6 = data4.events;
if(!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))){
const err12 = {instancePath:instancePath+"/firings/" + i0+"/events",schemaPath:"#/definitions/expected/properties/events/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema149.properties.events.type,parentSchema:schema149.properties.events,data:data6};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(typeof data6 == "number"){
if(data6 > 1000000 || isNaN(data6)){
const err13 = {instancePath:instancePath+"/firings/" + i0+"/events",schemaPath:"#/definitions/expected/properties/events/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000",schema:1000000,parentSchema:schema149.properties.events,data:data6};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data6 < 0 || isNaN(data6)){
const err14 = {instancePath:instancePath+"/firings/" + i0+"/events",schemaPath:"#/definitions/expected/properties/events/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0",schema:0,parentSchema:schema149.properties.events,data:data6};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
if(data4.features !== undefined){
let data7 = data4.features;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
for(const key2 in data7){
let data8 = data7[key2];
if(!(typeof data8 == "number")){
const err15 = {instancePath:instancePath+"/firings/" + i0+"/features/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/expected/properties/features/additionalProperties/type",keyword:"type",params:{type: "number"},message:"must be number",schema:schema149.properties.features.additionalProperties.type,parentSchema:schema149.properties.features.additionalProperties,data:data8};
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
const err16 = {instancePath:instancePath+"/firings/" + i0+"/features",schemaPath:"#/definitions/expected/properties/features/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema149.properties.features.type,parentSchema:schema149.properties.features,data:data7};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data4.results !== undefined){
let data9 = data4.results;
if(Array.isArray(data9)){
if(data9.length > 1000){
const err17 = {instancePath:instancePath+"/firings/" + i0+"/results",schemaPath:"#/definitions/expected/properties/results/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items",schema:1000,parentSchema:schema149.properties.results,data:data9};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
const len1 = data9.length;
for(let i1=0; i1<len1; i1++){
let data10 = data9[i1];
if(!(data10 && typeof data10 == "object" && !Array.isArray(data10))){
const err18 = {instancePath:instancePath+"/firings/" + i0+"/results/" + i1,schemaPath:"#/definitions/expected/properties/results/items/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema149.properties.results.items.type,parentSchema:schema149.properties.results.items,data:data10};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/firings/" + i0+"/results",schemaPath:"#/definitions/expected/properties/results/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema149.properties.results.type,parentSchema:schema149.properties.results,data:data9};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
else {
const err20 = {instancePath:instancePath+"/firings/" + i0,schemaPath:"#/definitions/expected/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema149.type,parentSchema:schema149,data:data4};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
else {
const err21 = {instancePath:instancePath+"/firings",schemaPath:"#/properties/firings/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema148.properties.firings.type,parentSchema:schema148.properties.firings,data:data3};
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
else {
const err22 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema148.type,parentSchema:schema148,data};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
validate77.errors = vErrors;
return errors === 0;
}


function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="task.schema.json" */;
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.edgewright === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "edgewright"},message:"must have required property '"+"edgewright"+"'",schema:schema92.required,parentSchema:schema92,data};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.name === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'",schema:schema92.required,parentSchema:schema92,data};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.trigger === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "trigger"},message:"must have required property '"+"trigger"+"'",schema:schema92.required,parentSchema:schema92,data};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func2.call(schema92.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties",schema:false,parentSchema:schema92,data};
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
const err4 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema92.properties.$schema.type,parentSchema:schema92.properties.$schema,data:data0};
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
if("task/v1" !== data1){
const err5 = {instancePath:instancePath+"/edgewright",schemaPath:"#/properties/edgewright/const",keyword:"const",params:{allowedValue: "task/v1"},message:"must be equal to constant",schema:"task/v1",parentSchema:schema92.properties.edgewright,data:data1};
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
const err6 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/pattern",keyword:"pattern",params:{pattern: "^[a-z0-9][a-z0-9-]{0,62}$"},message:"must match pattern \""+"^[a-z0-9][a-z0-9-]{0,62}$"+"\"",schema:"^[a-z0-9][a-z0-9-]{0,62}$",parentSchema:schema92.properties.name,data:data2};
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
const err7 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema92.properties.name.type,parentSchema:schema92.properties.name,data:data2};
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
const err8 = {instancePath:instancePath+"/description",schemaPath:"#/properties/description/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema92.properties.description.type,parentSchema:schema92.properties.description,data:data3};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.events !== undefined){
let data4 = data.events;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key1 in data4){
let data5 = data4[key1];
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key2 in data5){
let data6 = data5[key2];
if(!(((data6 === "number") || (data6 === "string")) || (data6 === "boolean"))){
const err9 = {instancePath:instancePath+"/events/" + key1.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/fields/additionalProperties/enum",keyword:"enum",params:{allowedValues: schema93.additionalProperties.enum},message:"must be equal to one of the allowed values",schema:schema93.additionalProperties.enum,parentSchema:schema93.additionalProperties,data:data6};
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
const err10 = {instancePath:instancePath+"/events/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/fields/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema93.type,parentSchema:schema93,data:data5};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/events",schemaPath:"#/properties/events/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema92.properties.events.type,parentSchema:schema92.properties.events,data:data4};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.lateness !== undefined){
let data7 = data.lateness;
if(typeof data7 === "string"){
if(!pattern1.test(data7)){
const err12 = {instancePath:instancePath+"/lateness",schemaPath:"#/definitions/duration/pattern",keyword:"pattern",params:{pattern: "^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"},message:"must match pattern \""+"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$"+"\"",schema:"^[0-9]+(\\.[0-9]+)?(us|ms|s|min|h)$",parentSchema:schema94,data:data7};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/lateness",schemaPath:"#/definitions/duration/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema94.type,parentSchema:schema94,data:data7};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.sources !== undefined){
let data8 = data.sources;
if(Array.isArray(data8)){
if(data8.length > 32){
const err14 = {instancePath:instancePath+"/sources",schemaPath:"#/properties/sources/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items",schema:32,parentSchema:schema92.properties.sources,data:data8};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
if(!(validate53(data8[i0], {instancePath:instancePath+"/sources/" + i0,parentData:data8,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
else {
const err15 = {instancePath:instancePath+"/sources",schemaPath:"#/properties/sources/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema92.properties.sources.type,parentSchema:schema92.properties.sources,data:data8};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.trigger !== undefined){
if(!(validate55(data.trigger, {instancePath:instancePath+"/trigger",parentData:data,parentDataProperty:"trigger",rootData}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
}
if(data.pipeline !== undefined){
if(!(validate65(data.pipeline, {instancePath:instancePath+"/pipeline",parentData:data,parentDataProperty:"pipeline",rootData}))){
vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
errors = vErrors.length;
}
}
if(data.model !== undefined){
let data12 = data.model;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.file === undefined){
const err16 = {instancePath:instancePath+"/model",schemaPath:"#/definitions/model/required",keyword:"required",params:{missingProperty: "file"},message:"must have required property '"+"file"+"'",schema:schema140.required,parentSchema:schema140,data:data12};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
for(const key3 in data12){
if(!((((key3 === "file") || (key3 === "runtime")) || (key3 === "outputs")) || (key3 === "sizes"))){
const err17 = {instancePath:instancePath+"/model",schemaPath:"#/definitions/model/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties",schema:false,parentSchema:schema140,data:data12};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data12.file !== undefined){
let data13 = data12.file;
if(typeof data13 === "string"){
if(data13.length < 1){
const err18 = {instancePath:instancePath+"/model/file",schemaPath:"#/definitions/model/properties/file/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema140.properties.file,data:data13};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
else {
const err19 = {instancePath:instancePath+"/model/file",schemaPath:"#/definitions/model/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema140.properties.file.type,parentSchema:schema140.properties.file,data:data13};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data12.runtime !== undefined){
let data14 = data12.runtime;
if(!((((data14 === "auto") || (data14 === "ort")) || (data14 === "ort-web")) || (data14 === "jit"))){
const err20 = {instancePath:instancePath+"/model/runtime",schemaPath:"#/definitions/model/properties/runtime/enum",keyword:"enum",params:{allowedValues: schema140.properties.runtime.enum},message:"must be equal to one of the allowed values",schema:schema140.properties.runtime.enum,parentSchema:schema140.properties.runtime,data:data14};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data12.outputs !== undefined){
let data15 = data12.outputs;
if(Array.isArray(data15)){
const len1 = data15.length;
for(let i1=0; i1<len1; i1++){
let data16 = data15[i1];
if(typeof data16 === "string"){
if(data16.length < 1){
const err21 = {instancePath:instancePath+"/model/outputs/" + i1,schemaPath:"#/definitions/model/properties/outputs/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema140.properties.outputs.items,data:data16};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/model/outputs/" + i1,schemaPath:"#/definitions/model/properties/outputs/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema140.properties.outputs.items.type,parentSchema:schema140.properties.outputs.items,data:data16};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/model/outputs",schemaPath:"#/definitions/model/properties/outputs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema140.properties.outputs.type,parentSchema:schema140.properties.outputs,data:data15};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data12.sizes !== undefined){
let data17 = data12.sizes;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
if(Object.keys(data17).length > 100){
const err24 = {instancePath:instancePath+"/model/sizes",schemaPath:"#/definitions/model/properties/sizes/maxProperties",keyword:"maxProperties",params:{limit: 100},message:"must NOT have more than 100 properties",schema:100,parentSchema:schema140.properties.sizes,data:data17};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
for(const key4 in data17){
let data18 = data17[key4];
if(!((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18)))){
const err25 = {instancePath:instancePath+"/model/sizes/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/model/properties/sizes/additionalProperties/type",keyword:"type",params:{type: "integer"},message:"must be integer",schema:schema140.properties.sizes.additionalProperties.type,parentSchema:schema140.properties.sizes.additionalProperties,data:data18};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if(typeof data18 == "number"){
if(data18 < 1 || isNaN(data18)){
const err26 = {instancePath:instancePath+"/model/sizes/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/model/properties/sizes/additionalProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1",schema:1,parentSchema:schema140.properties.sizes.additionalProperties,data:data18};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
}
else {
const err27 = {instancePath:instancePath+"/model/sizes",schemaPath:"#/definitions/model/properties/sizes/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema140.properties.sizes.type,parentSchema:schema140.properties.sizes,data:data17};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/model",schemaPath:"#/definitions/model/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema140.type,parentSchema:schema140,data:data12};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.script !== undefined){
let data19 = data.script;
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
if(data19.file === undefined){
const err29 = {instancePath:instancePath+"/script",schemaPath:"#/definitions/script/required",keyword:"required",params:{missingProperty: "file"},message:"must have required property '"+"file"+"'",schema:schema141.required,parentSchema:schema141,data:data19};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
if(data19.language === undefined){
const err30 = {instancePath:instancePath+"/script",schemaPath:"#/definitions/script/required",keyword:"required",params:{missingProperty: "language"},message:"must have required property '"+"language"+"'",schema:schema141.required,parentSchema:schema141,data:data19};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
for(const key5 in data19){
if(!(((key5 === "file") || (key5 === "language")) || (key5 === "results"))){
const err31 = {instancePath:instancePath+"/script",schemaPath:"#/definitions/script/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties",schema:false,parentSchema:schema141,data:data19};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data19.file !== undefined){
let data20 = data19.file;
if(typeof data20 === "string"){
if(data20.length < 1){
const err32 = {instancePath:instancePath+"/script/file",schemaPath:"#/definitions/script/properties/file/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema141.properties.file,data:data20};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/script/file",schemaPath:"#/definitions/script/properties/file/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema141.properties.file.type,parentSchema:schema141.properties.file,data:data20};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data19.language !== undefined){
let data21 = data19.language;
if(!((data21 === "javascript") || (data21 === "python"))){
const err34 = {instancePath:instancePath+"/script/language",schemaPath:"#/definitions/script/properties/language/enum",keyword:"enum",params:{allowedValues: schema141.properties.language.enum},message:"must be equal to one of the allowed values",schema:schema141.properties.language.enum,parentSchema:schema141.properties.language,data:data21};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data19.results !== undefined){
let data22 = data19.results;
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
if(Object.keys(data22).length > 100){
const err35 = {instancePath:instancePath+"/script/results",schemaPath:"#/definitions/script/properties/results/maxProperties",keyword:"maxProperties",params:{limit: 100},message:"must NOT have more than 100 properties",schema:100,parentSchema:schema141.properties.results,data:data22};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
for(const key6 in data22){
const _errs51 = errors;
if(typeof key6 === "string"){
if(!pattern39.test(key6)){
const err36 = {instancePath:instancePath+"/script/results",schemaPath:"#/definitions/script/properties/results/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]{0,62}$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]{0,62}$"+"\"",schema:"^[A-Za-z_][A-Za-z0-9_]{0,62}$",parentSchema:schema141.properties.results.propertyNames,data:key6,propertyName:key6};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
var valid15 = _errs51 === errors;
if(!valid15){
const err37 = {instancePath:instancePath+"/script/results",schemaPath:"#/definitions/script/properties/results/propertyNames",keyword:"propertyNames",params:{propertyName: key6},message:"property name must be valid",schema:schema141.properties.results.propertyNames,parentSchema:schema141.properties.results,data:data22};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
for(const key7 in data22){
let data23 = data22[key7];
if(!(((((data23 === "number") || (data23 === "string")) || (data23 === "boolean")) || (data23 === "number[]")) || (data23 === "string[]"))){
const err38 = {instancePath:instancePath+"/script/results/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/script/properties/results/additionalProperties/enum",keyword:"enum",params:{allowedValues: schema141.properties.results.additionalProperties.enum},message:"must be equal to one of the allowed values",schema:schema141.properties.results.additionalProperties.enum,parentSchema:schema141.properties.results.additionalProperties,data:data23};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
}
else {
const err39 = {instancePath:instancePath+"/script/results",schemaPath:"#/definitions/script/properties/results/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema141.properties.results.type,parentSchema:schema141.properties.results,data:data22};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
else {
const err40 = {instancePath:instancePath+"/script",schemaPath:"#/definitions/script/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema141.type,parentSchema:schema141,data:data19};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
if(data.outputs !== undefined){
let data24 = data.outputs;
if(Array.isArray(data24)){
if(data24.length > 32){
const err41 = {instancePath:instancePath+"/outputs",schemaPath:"#/properties/outputs/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items",schema:32,parentSchema:schema92.properties.outputs,data:data24};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
const len2 = data24.length;
for(let i2=0; i2<len2; i2++){
let data25 = data24[i2];
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
if(data25.to === undefined){
const err42 = {instancePath:instancePath+"/outputs/" + i2,schemaPath:"#/definitions/output/required",keyword:"required",params:{missingProperty: "to"},message:"must have required property '"+"to"+"'",schema:schema142.required,parentSchema:schema142,data:data25};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if(data25.fields === undefined){
const err43 = {instancePath:instancePath+"/outputs/" + i2,schemaPath:"#/definitions/output/required",keyword:"required",params:{missingProperty: "fields"},message:"must have required property '"+"fields"+"'",schema:schema142.required,parentSchema:schema142,data:data25};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
for(const key8 in data25){
if(!(((key8 === "to") || (key8 === "fields")) || (key8 === "urgent"))){
const err44 = {instancePath:instancePath+"/outputs/" + i2,schemaPath:"#/definitions/output/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties",schema:false,parentSchema:schema142,data:data25};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data25.to !== undefined){
let data26 = data25.to;
if(!((data26 === "outbox") || (data26 === "log"))){
const err45 = {instancePath:instancePath+"/outputs/" + i2+"/to",schemaPath:"#/definitions/output/properties/to/enum",keyword:"enum",params:{allowedValues: schema142.properties.to.enum},message:"must be equal to one of the allowed values",schema:schema142.properties.to.enum,parentSchema:schema142.properties.to,data:data26};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
if(data25.fields !== undefined){
let data27 = data25.fields;
if(Array.isArray(data27)){
if(data27.length < 1){
const err46 = {instancePath:instancePath+"/outputs/" + i2+"/fields",schemaPath:"#/definitions/output/properties/fields/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items",schema:1,parentSchema:schema142.properties.fields,data:data27};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
const len3 = data27.length;
for(let i3=0; i3<len3; i3++){
let data28 = data27[i3];
if(typeof data28 === "string"){
if(data28.length < 1){
const err47 = {instancePath:instancePath+"/outputs/" + i2+"/fields/" + i3,schemaPath:"#/definitions/output/properties/fields/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema142.properties.fields.items,data:data28};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/outputs/" + i2+"/fields/" + i3,schemaPath:"#/definitions/output/properties/fields/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema142.properties.fields.items.type,parentSchema:schema142.properties.fields.items,data:data28};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath:instancePath+"/outputs/" + i2+"/fields",schemaPath:"#/definitions/output/properties/fields/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema142.properties.fields.type,parentSchema:schema142.properties.fields,data:data27};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
if(data25.urgent !== undefined){
let data29 = data25.urgent;
if(typeof data29 !== "boolean"){
const err50 = {instancePath:instancePath+"/outputs/" + i2+"/urgent",schemaPath:"#/definitions/output/properties/urgent/type",keyword:"type",params:{type: "boolean"},message:"must be boolean",schema:schema142.properties.urgent.type,parentSchema:schema142.properties.urgent,data:data29};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
else {
const err51 = {instancePath:instancePath+"/outputs/" + i2,schemaPath:"#/definitions/output/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema142.type,parentSchema:schema142,data:data25};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
else {
const err52 = {instancePath:instancePath+"/outputs",schemaPath:"#/properties/outputs/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema92.properties.outputs.type,parentSchema:schema92.properties.outputs,data:data24};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data.policy !== undefined){
if(!(validate75(data.policy, {instancePath:instancePath+"/policy",parentData:data,parentDataProperty:"policy",rootData}))){
vErrors = vErrors === null ? validate75.errors : vErrors.concat(validate75.errors);
errors = vErrors.length;
}
}
if(data.privacy !== undefined){
let data31 = data.privacy;
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
for(const key9 in data31){
if(!((key9 === "leave") || (key9 === "record"))){
const err53 = {instancePath:instancePath+"/privacy",schemaPath:"#/definitions/privacy/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties",schema:false,parentSchema:schema147,data:data31};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data31.leave !== undefined){
let data32 = data31.leave;
if(Array.isArray(data32)){
const len4 = data32.length;
for(let i4=0; i4<len4; i4++){
let data33 = data32[i4];
if(typeof data33 === "string"){
if(data33.length < 1){
const err54 = {instancePath:instancePath+"/privacy/leave/" + i4,schemaPath:"#/definitions/privacy/properties/leave/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema147.properties.leave.items,data:data33};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
else {
const err55 = {instancePath:instancePath+"/privacy/leave/" + i4,schemaPath:"#/definitions/privacy/properties/leave/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema147.properties.leave.items.type,parentSchema:schema147.properties.leave.items,data:data33};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
}
else {
const err56 = {instancePath:instancePath+"/privacy/leave",schemaPath:"#/definitions/privacy/properties/leave/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema147.properties.leave.type,parentSchema:schema147.properties.leave,data:data32};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
if(data31.record !== undefined){
let data34 = data31.record;
if(Array.isArray(data34)){
const len5 = data34.length;
for(let i5=0; i5<len5; i5++){
let data35 = data34[i5];
if(typeof data35 === "string"){
if(data35.length < 1){
const err57 = {instancePath:instancePath+"/privacy/record/" + i5,schemaPath:"#/definitions/privacy/properties/record/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters",schema:1,parentSchema:schema147.properties.record.items,data:data35};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
else {
const err58 = {instancePath:instancePath+"/privacy/record/" + i5,schemaPath:"#/definitions/privacy/properties/record/items/type",keyword:"type",params:{type: "string"},message:"must be string",schema:schema147.properties.record.items.type,parentSchema:schema147.properties.record.items,data:data35};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
else {
const err59 = {instancePath:instancePath+"/privacy/record",schemaPath:"#/definitions/privacy/properties/record/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema147.properties.record.type,parentSchema:schema147.properties.record,data:data34};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
else {
const err60 = {instancePath:instancePath+"/privacy",schemaPath:"#/definitions/privacy/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema147.type,parentSchema:schema147,data:data31};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data.tests !== undefined){
let data36 = data.tests;
if(Array.isArray(data36)){
if(data36.length > 100){
const err61 = {instancePath:instancePath+"/tests",schemaPath:"#/properties/tests/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items",schema:100,parentSchema:schema92.properties.tests,data:data36};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
const len6 = data36.length;
for(let i6=0; i6<len6; i6++){
if(!(validate77(data36[i6], {instancePath:instancePath+"/tests/" + i6,parentData:data36,parentDataProperty:i6,rootData}))){
vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);
errors = vErrors.length;
}
}
}
else {
const err62 = {instancePath:instancePath+"/tests",schemaPath:"#/properties/tests/type",keyword:"type",params:{type: "array"},message:"must be array",schema:schema92.properties.tests.type,parentSchema:schema92.properties.tests,data:data36};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
}
else {
const err63 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object",schema:schema92.type,parentSchema:schema92,data};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
validate52.errors = vErrors;
return errors === 0;
}

