// @ts-nocheck
// Generated from the schemas by `npm run generate`. Do not edit.
"use strict";
export const hello = validate11;
const schema12 = {"type":"object","required":["role","protocol","program","id","name","capabilities","nonce"],"properties":{"role":{"enum":["device","workbench"]},"protocol":{"type":"array","minItems":2,"maxItems":2,"items":{"type":"integer","minimum":0,"maximum":65535}},"program":{"type":"string","maxLength":200},"id":{"type":"string","minLength":1,"maxLength":200},"name":{"type":"string","maxLength":200},"capabilities":{"type":"array","maxItems":100,"items":{"type":"string","maxLength":100}},"nonce":{"$ref":"#/definitions/digest"}}};
const schema13 = {"type":"string","pattern":"^[0-9a-f]{64}$"};
const pattern0 = new RegExp("^[0-9a-f]{64}$", "u");

function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.role === undefined) && (missing0 = "role")) || ((data.protocol === undefined) && (missing0 = "protocol"))) || ((data.program === undefined) && (missing0 = "program"))) || ((data.id === undefined) && (missing0 = "id"))) || ((data.name === undefined) && (missing0 = "name"))) || ((data.capabilities === undefined) && (missing0 = "capabilities"))) || ((data.nonce === undefined) && (missing0 = "nonce"))){
validate11.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.role !== undefined){
let data0 = data.role;
const _errs1 = errors;
if(!((data0 === "device") || (data0 === "workbench"))){
validate11.errors = [{instancePath:instancePath+"/role",schemaPath:"#/properties/role/enum",keyword:"enum",params:{allowedValues: schema12.properties.role.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.protocol !== undefined){
let data1 = data.protocol;
const _errs2 = errors;
if(errors === _errs2){
if(Array.isArray(data1)){
if(data1.length > 2){
validate11.errors = [{instancePath:instancePath+"/protocol",schemaPath:"#/properties/protocol/maxItems",keyword:"maxItems",params:{limit: 2},message:"must NOT have more than 2 items"}];
return false;
}
else {
if(data1.length < 2){
validate11.errors = [{instancePath:instancePath+"/protocol",schemaPath:"#/properties/protocol/minItems",keyword:"minItems",params:{limit: 2},message:"must NOT have fewer than 2 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs4 = errors;
if(!((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2)))){
validate11.errors = [{instancePath:instancePath+"/protocol/" + i0,schemaPath:"#/properties/protocol/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs4){
if(typeof data2 == "number"){
if(data2 > 65535 || isNaN(data2)){
validate11.errors = [{instancePath:instancePath+"/protocol/" + i0,schemaPath:"#/properties/protocol/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 65535},message:"must be <= 65535"}];
return false;
}
else {
if(data2 < 0 || isNaN(data2)){
validate11.errors = [{instancePath:instancePath+"/protocol/" + i0,schemaPath:"#/properties/protocol/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/protocol",schemaPath:"#/properties/protocol/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.program !== undefined){
let data3 = data.program;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data3 === "string"){
if(data3.length > 200){
validate11.errors = [{instancePath:instancePath+"/program",schemaPath:"#/properties/program/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/program",schemaPath:"#/properties/program/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.id !== undefined){
let data4 = data.id;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data4 === "string"){
if(data4.length > 200){
validate11.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"}];
return false;
}
else {
if(data4.length < 1){
validate11.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
let data5 = data.name;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data5 === "string"){
if(data5.length > 200){
validate11.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.capabilities !== undefined){
let data6 = data.capabilities;
const _errs12 = errors;
if(errors === _errs12){
if(Array.isArray(data6)){
if(data6.length > 100){
validate11.errors = [{instancePath:instancePath+"/capabilities",schemaPath:"#/properties/capabilities/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"}];
return false;
}
else {
var valid2 = true;
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
const _errs14 = errors;
if(errors === _errs14){
if(typeof data7 === "string"){
if(data7.length > 100){
validate11.errors = [{instancePath:instancePath+"/capabilities/" + i1,schemaPath:"#/properties/capabilities/items/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters"}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/capabilities/" + i1,schemaPath:"#/properties/capabilities/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs14 === errors;
if(!valid2){
break;
}
}
}
}
else {
validate11.errors = [{instancePath:instancePath+"/capabilities",schemaPath:"#/properties/capabilities/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.nonce !== undefined){
let data8 = data.nonce;
const _errs16 = errors;
const _errs17 = errors;
if(errors === _errs17){
if(typeof data8 === "string"){
if(!pattern0.test(data8)){
validate11.errors = [{instancePath:instancePath+"/nonce",schemaPath:"#/definitions/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""}];
return false;
}
}
else {
validate11.errors = [{instancePath:instancePath+"/nonce",schemaPath:"#/definitions/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate11.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate11.errors = vErrors;
return errors === 0;
}

export const proof = validate12;
const schema14 = {"type":"object","required":["proof"],"properties":{"proof":{"$ref":"#/definitions/digest"}}};

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.proof === undefined) && (missing0 = "proof")){
validate12.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.proof !== undefined){
let data0 = data.proof;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
validate12.errors = [{instancePath:instancePath+"/proof",schemaPath:"#/definitions/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""}];
return false;
}
}
else {
validate12.errors = [{instancePath:instancePath+"/proof",schemaPath:"#/definitions/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
}
else {
validate12.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate12.errors = vErrors;
return errors === 0;
}

export const deviceDescribe = validate13;
const schema16 = {"type":"object"};

function validate13(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(data && typeof data == "object" && !Array.isArray(data))){
validate13.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
validate13.errors = vErrors;
return errors === 0;
}

export const deviceDescribeResult = validate14;
const schema17 = {"type":"object","required":["id","name","agent","profile","fingerprint","busy"],"properties":{"id":{"type":"string"},"name":{"type":"string"},"agent":{"type":"string"},"profile":{"$ref":"record.schema.json#/definitions/deviceProfile"},"fingerprint":{"type":"string"},"busy":{"type":"boolean"}}};
const schema20 = {"type":"object","required":["hostname","board","soc","arch","platform","os","kernel","cpu","cores","maxFrequency","governor","memory","node","runtimes","clockResolution","powerMode","sensors"],"properties":{"hostname":{"type":"string"},"board":{"type":"string"},"soc":{"type":"string"},"arch":{"type":"string"},"platform":{"type":"string"},"os":{"type":"string"},"kernel":{"type":"string"},"cpu":{"type":"string"},"cores":{"type":"integer"},"maxFrequency":{"$ref":"#/definitions/reading"},"governor":{"type":"string"},"memory":{"type":"number"},"node":{"type":"string"},"runtimes":{"type":"array","items":{"type":"object","required":["name","version"],"properties":{"name":{"$ref":"#/definitions/runtimeName"},"version":{"type":"string"},"providers":{"type":"array","items":{"type":"string"}},"unavailable":{"type":"string"},"fix":{"type":"string"}}}},"clockResolution":{"type":"number"},"powerMode":{"type":"string"},"sensors":{"type":"array","items":{"type":"string"}}}};
const schema21 = {"oneOf":[{"type":"object","required":["value"],"properties":{"value":{"type":"number"}}},{"type":"object","required":["unavailable","fix"],"properties":{"unavailable":{"type":"string"},"fix":{"type":"string"}}}]};
const schema22 = {"enum":["ort","ort-web","jit"]};

function validate36(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((((((((((data.hostname === undefined) && (missing0 = "hostname")) || ((data.board === undefined) && (missing0 = "board"))) || ((data.soc === undefined) && (missing0 = "soc"))) || ((data.arch === undefined) && (missing0 = "arch"))) || ((data.platform === undefined) && (missing0 = "platform"))) || ((data.os === undefined) && (missing0 = "os"))) || ((data.kernel === undefined) && (missing0 = "kernel"))) || ((data.cpu === undefined) && (missing0 = "cpu"))) || ((data.cores === undefined) && (missing0 = "cores"))) || ((data.maxFrequency === undefined) && (missing0 = "maxFrequency"))) || ((data.governor === undefined) && (missing0 = "governor"))) || ((data.memory === undefined) && (missing0 = "memory"))) || ((data.node === undefined) && (missing0 = "node"))) || ((data.runtimes === undefined) && (missing0 = "runtimes"))) || ((data.clockResolution === undefined) && (missing0 = "clockResolution"))) || ((data.powerMode === undefined) && (missing0 = "powerMode"))) || ((data.sensors === undefined) && (missing0 = "sensors"))){
validate36.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.hostname !== undefined){
const _errs1 = errors;
if(typeof data.hostname !== "string"){
validate36.errors = [{instancePath:instancePath+"/hostname",schemaPath:"#/properties/hostname/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.board !== undefined){
const _errs3 = errors;
if(typeof data.board !== "string"){
validate36.errors = [{instancePath:instancePath+"/board",schemaPath:"#/properties/board/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.soc !== undefined){
const _errs5 = errors;
if(typeof data.soc !== "string"){
validate36.errors = [{instancePath:instancePath+"/soc",schemaPath:"#/properties/soc/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.arch !== undefined){
const _errs7 = errors;
if(typeof data.arch !== "string"){
validate36.errors = [{instancePath:instancePath+"/arch",schemaPath:"#/properties/arch/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.platform !== undefined){
const _errs9 = errors;
if(typeof data.platform !== "string"){
validate36.errors = [{instancePath:instancePath+"/platform",schemaPath:"#/properties/platform/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.os !== undefined){
const _errs11 = errors;
if(typeof data.os !== "string"){
validate36.errors = [{instancePath:instancePath+"/os",schemaPath:"#/properties/os/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kernel !== undefined){
const _errs13 = errors;
if(typeof data.kernel !== "string"){
validate36.errors = [{instancePath:instancePath+"/kernel",schemaPath:"#/properties/kernel/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cpu !== undefined){
const _errs15 = errors;
if(typeof data.cpu !== "string"){
validate36.errors = [{instancePath:instancePath+"/cpu",schemaPath:"#/properties/cpu/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cores !== undefined){
let data8 = data.cores;
const _errs17 = errors;
if(!((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8)))){
validate36.errors = [{instancePath:instancePath+"/cores",schemaPath:"#/properties/cores/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.maxFrequency !== undefined){
let data9 = data.maxFrequency;
const _errs19 = errors;
const _errs21 = errors;
let valid2 = false;
let passing0 = null;
const _errs22 = errors;
if(errors === _errs22){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing1;
if((data9.value === undefined) && (missing1 = "value")){
const err0 = {instancePath:instancePath+"/maxFrequency",schemaPath:"#/definitions/reading/oneOf/0/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(data9.value !== undefined){
if(!(typeof data9.value == "number")){
const err1 = {instancePath:instancePath+"/maxFrequency/value",schemaPath:"#/definitions/reading/oneOf/0/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
}
else {
const err2 = {instancePath:instancePath+"/maxFrequency",schemaPath:"#/definitions/reading/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs22 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs26 = errors;
if(errors === _errs26){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing2;
if(((data9.unavailable === undefined) && (missing2 = "unavailable")) || ((data9.fix === undefined) && (missing2 = "fix"))){
const err3 = {instancePath:instancePath+"/maxFrequency",schemaPath:"#/definitions/reading/oneOf/1/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
if(data9.unavailable !== undefined){
const _errs28 = errors;
if(typeof data9.unavailable !== "string"){
const err4 = {instancePath:instancePath+"/maxFrequency/unavailable",schemaPath:"#/definitions/reading/oneOf/1/properties/unavailable/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var valid4 = _errs28 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data9.fix !== undefined){
const _errs30 = errors;
if(typeof data9.fix !== "string"){
const err5 = {instancePath:instancePath+"/maxFrequency/fix",schemaPath:"#/definitions/reading/oneOf/1/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var valid4 = _errs30 === errors;
}
else {
var valid4 = true;
}
}
}
}
else {
const err6 = {instancePath:instancePath+"/maxFrequency",schemaPath:"#/definitions/reading/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
var _valid0 = _errs26 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err7 = {instancePath:instancePath+"/maxFrequency",schemaPath:"#/definitions/reading/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
validate36.errors = vErrors;
return false;
}
else {
errors = _errs21;
if(vErrors !== null){
if(_errs21){
vErrors.length = _errs21;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.governor !== undefined){
const _errs32 = errors;
if(typeof data.governor !== "string"){
validate36.errors = [{instancePath:instancePath+"/governor",schemaPath:"#/properties/governor/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs32 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.memory !== undefined){
const _errs34 = errors;
if(!(typeof data.memory == "number")){
validate36.errors = [{instancePath:instancePath+"/memory",schemaPath:"#/properties/memory/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid0 = _errs34 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.node !== undefined){
const _errs36 = errors;
if(typeof data.node !== "string"){
validate36.errors = [{instancePath:instancePath+"/node",schemaPath:"#/properties/node/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs36 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.runtimes !== undefined){
let data16 = data.runtimes;
const _errs38 = errors;
if(errors === _errs38){
if(Array.isArray(data16)){
var valid5 = true;
const len0 = data16.length;
for(let i0=0; i0<len0; i0++){
let data17 = data16[i0];
const _errs40 = errors;
if(errors === _errs40){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
let missing3;
if(((data17.name === undefined) && (missing3 = "name")) || ((data17.version === undefined) && (missing3 = "version"))){
validate36.errors = [{instancePath:instancePath+"/runtimes/" + i0,schemaPath:"#/properties/runtimes/items/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
if(data17.name !== undefined){
let data18 = data17.name;
const _errs42 = errors;
if(!(((data18 === "ort") || (data18 === "ort-web")) || (data18 === "jit"))){
validate36.errors = [{instancePath:instancePath+"/runtimes/" + i0+"/name",schemaPath:"#/definitions/runtimeName/enum",keyword:"enum",params:{allowedValues: schema22.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid6 = _errs42 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data17.version !== undefined){
const _errs44 = errors;
if(typeof data17.version !== "string"){
validate36.errors = [{instancePath:instancePath+"/runtimes/" + i0+"/version",schemaPath:"#/properties/runtimes/items/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid6 = _errs44 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data17.providers !== undefined){
let data20 = data17.providers;
const _errs46 = errors;
if(errors === _errs46){
if(Array.isArray(data20)){
var valid8 = true;
const len1 = data20.length;
for(let i1=0; i1<len1; i1++){
const _errs48 = errors;
if(typeof data20[i1] !== "string"){
validate36.errors = [{instancePath:instancePath+"/runtimes/" + i0+"/providers/" + i1,schemaPath:"#/properties/runtimes/items/properties/providers/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid8 = _errs48 === errors;
if(!valid8){
break;
}
}
}
else {
validate36.errors = [{instancePath:instancePath+"/runtimes/" + i0+"/providers",schemaPath:"#/properties/runtimes/items/properties/providers/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid6 = _errs46 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data17.unavailable !== undefined){
const _errs50 = errors;
if(typeof data17.unavailable !== "string"){
validate36.errors = [{instancePath:instancePath+"/runtimes/" + i0+"/unavailable",schemaPath:"#/properties/runtimes/items/properties/unavailable/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid6 = _errs50 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data17.fix !== undefined){
const _errs52 = errors;
if(typeof data17.fix !== "string"){
validate36.errors = [{instancePath:instancePath+"/runtimes/" + i0+"/fix",schemaPath:"#/properties/runtimes/items/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid6 = _errs52 === errors;
}
else {
var valid6 = true;
}
}
}
}
}
}
}
else {
validate36.errors = [{instancePath:instancePath+"/runtimes/" + i0,schemaPath:"#/properties/runtimes/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid5 = _errs40 === errors;
if(!valid5){
break;
}
}
}
else {
validate36.errors = [{instancePath:instancePath+"/runtimes",schemaPath:"#/properties/runtimes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs38 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clockResolution !== undefined){
const _errs54 = errors;
if(!(typeof data.clockResolution == "number")){
validate36.errors = [{instancePath:instancePath+"/clockResolution",schemaPath:"#/properties/clockResolution/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid0 = _errs54 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.powerMode !== undefined){
const _errs56 = errors;
if(typeof data.powerMode !== "string"){
validate36.errors = [{instancePath:instancePath+"/powerMode",schemaPath:"#/properties/powerMode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs56 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sensors !== undefined){
let data26 = data.sensors;
const _errs58 = errors;
if(errors === _errs58){
if(Array.isArray(data26)){
var valid9 = true;
const len2 = data26.length;
for(let i2=0; i2<len2; i2++){
const _errs60 = errors;
if(typeof data26[i2] !== "string"){
validate36.errors = [{instancePath:instancePath+"/sensors/" + i2,schemaPath:"#/properties/sensors/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid9 = _errs60 === errors;
if(!valid9){
break;
}
}
}
else {
validate36.errors = [{instancePath:instancePath+"/sensors",schemaPath:"#/properties/sensors/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs58 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate36.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate36.errors = vErrors;
return errors === 0;
}


function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.id === undefined) && (missing0 = "id")) || ((data.name === undefined) && (missing0 = "name"))) || ((data.agent === undefined) && (missing0 = "agent"))) || ((data.profile === undefined) && (missing0 = "profile"))) || ((data.fingerprint === undefined) && (missing0 = "fingerprint"))) || ((data.busy === undefined) && (missing0 = "busy"))){
validate14.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.id !== undefined){
const _errs1 = errors;
if(typeof data.id !== "string"){
validate14.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs3 = errors;
if(typeof data.name !== "string"){
validate14.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent !== undefined){
const _errs5 = errors;
if(typeof data.agent !== "string"){
validate14.errors = [{instancePath:instancePath+"/agent",schemaPath:"#/properties/agent/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.profile !== undefined){
const _errs7 = errors;
if(!(validate36(data.profile, {instancePath:instancePath+"/profile",parentData:data,parentDataProperty:"profile",rootData}))){
vErrors = vErrors === null ? validate36.errors : vErrors.concat(validate36.errors);
errors = vErrors.length;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fingerprint !== undefined){
const _errs8 = errors;
if(typeof data.fingerprint !== "string"){
validate14.errors = [{instancePath:instancePath+"/fingerprint",schemaPath:"#/properties/fingerprint/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.busy !== undefined){
const _errs10 = errors;
if(typeof data.busy !== "boolean"){
validate14.errors = [{instancePath:instancePath+"/busy",schemaPath:"#/properties/busy/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
validate14.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate14.errors = vErrors;
return errors === 0;
}

export const deviceWatch = validate38;

function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(data && typeof data == "object" && !Array.isArray(data))){
validate38.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
validate38.errors = vErrors;
return errors === 0;
}

export const deviceWatchResult = validate39;

function validate39(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(data && typeof data == "object" && !Array.isArray(data))){
validate39.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
validate39.errors = vErrors;
return errors === 0;
}

export const deviceUnwatch = validate40;

function validate40(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(data && typeof data == "object" && !Array.isArray(data))){
validate40.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
validate40.errors = vErrors;
return errors === 0;
}

export const deviceUnwatchResult = validate41;

function validate41(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(data && typeof data == "object" && !Array.isArray(data))){
validate41.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
validate41.errors = vErrors;
return errors === 0;
}

export const runStart = validate42;
const schema65 = {"type":"object","required":["run","sweep","artifacts"],"properties":{"run":{"$ref":"#/definitions/runId"},"sweep":{"type":"string"},"artifacts":{"type":"object","additionalProperties":{"$ref":"#/definitions/digest"}},"points":{"type":"array","minItems":1,"maxItems":100000,"items":{"type":"string","minLength":1,"maxLength":100}}}};
const schema66 = {"type":"string","pattern":"^[0-9a-z-]{1,64}$"};
const pattern2 = new RegExp("^[0-9a-z-]{1,64}$", "u");

function validate42(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.run === undefined) && (missing0 = "run")) || ((data.sweep === undefined) && (missing0 = "sweep"))) || ((data.artifacts === undefined) && (missing0 = "artifacts"))){
validate42.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.run !== undefined){
let data0 = data.run;
const _errs1 = errors;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern2.test(data0)){
validate42.errors = [{instancePath:instancePath+"/run",schemaPath:"#/definitions/runId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-z-]{1,64}$"},message:"must match pattern \""+"^[0-9a-z-]{1,64}$"+"\""}];
return false;
}
}
else {
validate42.errors = [{instancePath:instancePath+"/run",schemaPath:"#/definitions/runId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sweep !== undefined){
const _errs4 = errors;
if(typeof data.sweep !== "string"){
validate42.errors = [{instancePath:instancePath+"/sweep",schemaPath:"#/properties/sweep/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.artifacts !== undefined){
let data2 = data.artifacts;
const _errs6 = errors;
if(errors === _errs6){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key0 in data2){
let data3 = data2[key0];
const _errs9 = errors;
const _errs10 = errors;
if(errors === _errs10){
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
validate42.errors = [{instancePath:instancePath+"/artifacts/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""}];
return false;
}
}
else {
validate42.errors = [{instancePath:instancePath+"/artifacts/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs9 === errors;
if(!valid2){
break;
}
}
}
else {
validate42.errors = [{instancePath:instancePath+"/artifacts",schemaPath:"#/properties/artifacts/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.points !== undefined){
let data4 = data.points;
const _errs12 = errors;
if(errors === _errs12){
if(Array.isArray(data4)){
if(data4.length > 100000){
validate42.errors = [{instancePath:instancePath+"/points",schemaPath:"#/properties/points/maxItems",keyword:"maxItems",params:{limit: 100000},message:"must NOT have more than 100000 items"}];
return false;
}
else {
if(data4.length < 1){
validate42.errors = [{instancePath:instancePath+"/points",schemaPath:"#/properties/points/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"}];
return false;
}
else {
var valid4 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
const _errs14 = errors;
if(errors === _errs14){
if(typeof data5 === "string"){
if(data5.length > 100){
validate42.errors = [{instancePath:instancePath+"/points/" + i0,schemaPath:"#/properties/points/items/maxLength",keyword:"maxLength",params:{limit: 100},message:"must NOT have more than 100 characters"}];
return false;
}
else {
if(data5.length < 1){
validate42.errors = [{instancePath:instancePath+"/points/" + i0,schemaPath:"#/properties/points/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate42.errors = [{instancePath:instancePath+"/points/" + i0,schemaPath:"#/properties/points/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid4 = _errs14 === errors;
if(!valid4){
break;
}
}
}
}
}
else {
validate42.errors = [{instancePath:instancePath+"/points",schemaPath:"#/properties/points/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate42.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate42.errors = vErrors;
return errors === 0;
}

export const runStartResult = validate43;
const schema68 = {"type":"object","required":["kind"],"oneOf":[{"required":["status"],"properties":{"kind":{"const":"accepted"},"status":{"$ref":"#/definitions/runStatus"}}},{"required":["diagnostics"],"properties":{"kind":{"const":"refused"},"diagnostics":{"type":"array","items":{"$ref":"#/definitions/diagnostic"}}}}]};
const schema73 = {"type":"object","required":["code","severity","path","message","fix"],"properties":{"code":{"type":"string"},"severity":{"enum":["error","warning"]},"path":{"type":"array","items":{"type":["string","integer"]}},"place":{"type":"object","required":["line","column","offset","length"],"properties":{"line":{"type":"integer"},"column":{"type":"integer"},"offset":{"type":"integer"},"length":{"type":"integer"}}},"message":{"type":"string"},"fix":{"type":"string"}}};
const schema69 = {"type":"object","required":["run","name","state","slots","done","failed","cursor","timeLeft","current"],"properties":{"run":{"$ref":"#/definitions/runId"},"name":{"type":"string"},"state":{"$ref":"record.schema.json#/definitions/runState"},"slots":{"type":"integer","minimum":0},"done":{"type":"integer","minimum":0},"failed":{"type":"integer","minimum":0},"cursor":{"$ref":"#/definitions/cursor"},"timeLeft":{"type":["number","null"]},"current":{"type":["object","null"],"required":["slot","model","runtime","phase","iterations"],"properties":{"slot":{"type":"integer","minimum":0},"model":{"type":"object","required":["name","family","parameters"],"properties":{"name":{"type":"string"},"family":{"type":"string"},"parameters":{"type":"object"}}},"runtime":{"type":"string"},"phase":{"type":"string"},"iterations":{"type":"integer","minimum":0}}}}};
const schema57 = {"enum":["queued","running","paused","cancelled","finished"]};
const schema72 = {"type":"integer","minimum":0,"maximum":9007199254740991};

function validate44(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((data.run === undefined) && (missing0 = "run")) || ((data.name === undefined) && (missing0 = "name"))) || ((data.state === undefined) && (missing0 = "state"))) || ((data.slots === undefined) && (missing0 = "slots"))) || ((data.done === undefined) && (missing0 = "done"))) || ((data.failed === undefined) && (missing0 = "failed"))) || ((data.cursor === undefined) && (missing0 = "cursor"))) || ((data.timeLeft === undefined) && (missing0 = "timeLeft"))) || ((data.current === undefined) && (missing0 = "current"))){
validate44.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.run !== undefined){
let data0 = data.run;
const _errs1 = errors;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern2.test(data0)){
validate44.errors = [{instancePath:instancePath+"/run",schemaPath:"#/definitions/runId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-z-]{1,64}$"},message:"must match pattern \""+"^[0-9a-z-]{1,64}$"+"\""}];
return false;
}
}
else {
validate44.errors = [{instancePath:instancePath+"/run",schemaPath:"#/definitions/runId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs4 = errors;
if(typeof data.name !== "string"){
validate44.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.state !== undefined){
let data2 = data.state;
const _errs6 = errors;
if(!(((((data2 === "queued") || (data2 === "running")) || (data2 === "paused")) || (data2 === "cancelled")) || (data2 === "finished"))){
validate44.errors = [{instancePath:instancePath+"/state",schemaPath:"record.schema.json#/definitions/runState/enum",keyword:"enum",params:{allowedValues: schema57.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.slots !== undefined){
let data3 = data.slots;
const _errs8 = errors;
if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
validate44.errors = [{instancePath:instancePath+"/slots",schemaPath:"#/properties/slots/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs8){
if(typeof data3 == "number"){
if(data3 < 0 || isNaN(data3)){
validate44.errors = [{instancePath:instancePath+"/slots",schemaPath:"#/properties/slots/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.done !== undefined){
let data4 = data.done;
const _errs10 = errors;
if(!((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4)))){
validate44.errors = [{instancePath:instancePath+"/done",schemaPath:"#/properties/done/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs10){
if(typeof data4 == "number"){
if(data4 < 0 || isNaN(data4)){
validate44.errors = [{instancePath:instancePath+"/done",schemaPath:"#/properties/done/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.failed !== undefined){
let data5 = data.failed;
const _errs12 = errors;
if(!((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5)))){
validate44.errors = [{instancePath:instancePath+"/failed",schemaPath:"#/properties/failed/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs12){
if(typeof data5 == "number"){
if(data5 < 0 || isNaN(data5)){
validate44.errors = [{instancePath:instancePath+"/failed",schemaPath:"#/properties/failed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cursor !== undefined){
let data6 = data.cursor;
const _errs14 = errors;
const _errs15 = errors;
if(!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))){
validate44.errors = [{instancePath:instancePath+"/cursor",schemaPath:"#/definitions/cursor/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs15){
if(typeof data6 == "number"){
if(data6 > 9007199254740991 || isNaN(data6)){
validate44.errors = [{instancePath:instancePath+"/cursor",schemaPath:"#/definitions/cursor/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"}];
return false;
}
else {
if(data6 < 0 || isNaN(data6)){
validate44.errors = [{instancePath:instancePath+"/cursor",schemaPath:"#/definitions/cursor/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.timeLeft !== undefined){
let data7 = data.timeLeft;
const _errs17 = errors;
if((!(typeof data7 == "number")) && (data7 !== null)){
validate44.errors = [{instancePath:instancePath+"/timeLeft",schemaPath:"#/properties/timeLeft/type",keyword:"type",params:{type: schema69.properties.timeLeft.type},message:"must be number,null"}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.current !== undefined){
let data8 = data.current;
const _errs19 = errors;
if((!(data8 && typeof data8 == "object" && !Array.isArray(data8))) && (data8 !== null)){
validate44.errors = [{instancePath:instancePath+"/current",schemaPath:"#/properties/current/type",keyword:"type",params:{type: schema69.properties.current.type},message:"must be object,null"}];
return false;
}
if(errors === _errs19){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
let missing1;
if((((((data8.slot === undefined) && (missing1 = "slot")) || ((data8.model === undefined) && (missing1 = "model"))) || ((data8.runtime === undefined) && (missing1 = "runtime"))) || ((data8.phase === undefined) && (missing1 = "phase"))) || ((data8.iterations === undefined) && (missing1 = "iterations"))){
validate44.errors = [{instancePath:instancePath+"/current",schemaPath:"#/properties/current/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data8.slot !== undefined){
let data9 = data8.slot;
const _errs21 = errors;
if(!((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9)))){
validate44.errors = [{instancePath:instancePath+"/current/slot",schemaPath:"#/properties/current/properties/slot/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs21){
if(typeof data9 == "number"){
if(data9 < 0 || isNaN(data9)){
validate44.errors = [{instancePath:instancePath+"/current/slot",schemaPath:"#/properties/current/properties/slot/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid4 = _errs21 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data8.model !== undefined){
let data10 = data8.model;
const _errs23 = errors;
if(errors === _errs23){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing2;
if((((data10.name === undefined) && (missing2 = "name")) || ((data10.family === undefined) && (missing2 = "family"))) || ((data10.parameters === undefined) && (missing2 = "parameters"))){
validate44.errors = [{instancePath:instancePath+"/current/model",schemaPath:"#/properties/current/properties/model/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data10.name !== undefined){
const _errs25 = errors;
if(typeof data10.name !== "string"){
validate44.errors = [{instancePath:instancePath+"/current/model/name",schemaPath:"#/properties/current/properties/model/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid5 = _errs25 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data10.family !== undefined){
const _errs27 = errors;
if(typeof data10.family !== "string"){
validate44.errors = [{instancePath:instancePath+"/current/model/family",schemaPath:"#/properties/current/properties/model/properties/family/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid5 = _errs27 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data10.parameters !== undefined){
let data13 = data10.parameters;
const _errs29 = errors;
if(!(data13 && typeof data13 == "object" && !Array.isArray(data13))){
validate44.errors = [{instancePath:instancePath+"/current/model/parameters",schemaPath:"#/properties/current/properties/model/properties/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
var valid5 = _errs29 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
else {
validate44.errors = [{instancePath:instancePath+"/current/model",schemaPath:"#/properties/current/properties/model/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid4 = _errs23 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data8.runtime !== undefined){
const _errs31 = errors;
if(typeof data8.runtime !== "string"){
validate44.errors = [{instancePath:instancePath+"/current/runtime",schemaPath:"#/properties/current/properties/runtime/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs31 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data8.phase !== undefined){
const _errs33 = errors;
if(typeof data8.phase !== "string"){
validate44.errors = [{instancePath:instancePath+"/current/phase",schemaPath:"#/properties/current/properties/phase/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs33 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data8.iterations !== undefined){
let data16 = data8.iterations;
const _errs35 = errors;
if(!((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16)))){
validate44.errors = [{instancePath:instancePath+"/current/iterations",schemaPath:"#/properties/current/properties/iterations/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs35){
if(typeof data16 == "number"){
if(data16 < 0 || isNaN(data16)){
validate44.errors = [{instancePath:instancePath+"/current/iterations",schemaPath:"#/properties/current/properties/iterations/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid4 = _errs35 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate44.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate44.errors = vErrors;
return errors === 0;
}


function validate43(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.status === undefined) && (missing0 = "status")){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(data.kind !== undefined){
const _errs3 = errors;
if("accepted" !== data.kind){
const err1 = {instancePath:instancePath+"/kind",schemaPath:"#/oneOf/0/properties/kind/const",keyword:"const",params:{allowedValue: "accepted"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var valid1 = _errs3 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.status !== undefined){
const _errs4 = errors;
if(!(validate44(data.status, {instancePath:instancePath+"/status",parentData:data,parentDataProperty:"status",rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
}
}
}
var _valid0 = _errs2 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.diagnostics === undefined) && (missing1 = "diagnostics")){
const err2 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
if(data.kind !== undefined){
const _errs6 = errors;
if("refused" !== data.kind){
const err3 = {instancePath:instancePath+"/kind",schemaPath:"#/oneOf/1/properties/kind/const",keyword:"const",params:{allowedValue: "refused"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid2 = _errs6 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.diagnostics !== undefined){
let data3 = data.diagnostics;
const _errs7 = errors;
if(errors === _errs7){
if(Array.isArray(data3)){
var valid3 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
const _errs9 = errors;
const _errs10 = errors;
if(errors === _errs10){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing2;
if((((((data4.code === undefined) && (missing2 = "code")) || ((data4.severity === undefined) && (missing2 = "severity"))) || ((data4.path === undefined) && (missing2 = "path"))) || ((data4.message === undefined) && (missing2 = "message"))) || ((data4.fix === undefined) && (missing2 = "fix"))){
const err4 = {instancePath:instancePath+"/diagnostics/" + i0,schemaPath:"#/definitions/diagnostic/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
if(data4.code !== undefined){
const _errs12 = errors;
if(typeof data4.code !== "string"){
const err5 = {instancePath:instancePath+"/diagnostics/" + i0+"/code",schemaPath:"#/definitions/diagnostic/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var valid5 = _errs12 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data4.severity !== undefined){
let data6 = data4.severity;
const _errs14 = errors;
if(!((data6 === "error") || (data6 === "warning"))){
const err6 = {instancePath:instancePath+"/diagnostics/" + i0+"/severity",schemaPath:"#/definitions/diagnostic/properties/severity/enum",keyword:"enum",params:{allowedValues: schema73.properties.severity.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var valid5 = _errs14 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data4.path !== undefined){
let data7 = data4.path;
const _errs15 = errors;
if(errors === _errs15){
if(Array.isArray(data7)){
var valid6 = true;
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
let data8 = data7[i1];
const _errs17 = errors;
if((typeof data8 !== "string") && (!((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))))){
const err7 = {instancePath:instancePath+"/diagnostics/" + i0+"/path/" + i1,schemaPath:"#/definitions/diagnostic/properties/path/items/type",keyword:"type",params:{type: schema73.properties.path.items.type},message:"must be string,integer"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var valid6 = _errs17 === errors;
if(!valid6){
break;
}
}
}
else {
const err8 = {instancePath:instancePath+"/diagnostics/" + i0+"/path",schemaPath:"#/definitions/diagnostic/properties/path/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var valid5 = _errs15 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data4.place !== undefined){
let data9 = data4.place;
const _errs19 = errors;
if(errors === _errs19){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing3;
if(((((data9.line === undefined) && (missing3 = "line")) || ((data9.column === undefined) && (missing3 = "column"))) || ((data9.offset === undefined) && (missing3 = "offset"))) || ((data9.length === undefined) && (missing3 = "length"))){
const err9 = {instancePath:instancePath+"/diagnostics/" + i0+"/place",schemaPath:"#/definitions/diagnostic/properties/place/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
if(data9.line !== undefined){
let data10 = data9.line;
const _errs21 = errors;
if(!((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10)))){
const err10 = {instancePath:instancePath+"/diagnostics/" + i0+"/place/line",schemaPath:"#/definitions/diagnostic/properties/place/properties/line/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var valid7 = _errs21 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data9.column !== undefined){
let data11 = data9.column;
const _errs23 = errors;
if(!((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11)))){
const err11 = {instancePath:instancePath+"/diagnostics/" + i0+"/place/column",schemaPath:"#/definitions/diagnostic/properties/place/properties/column/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var valid7 = _errs23 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data9.offset !== undefined){
let data12 = data9.offset;
const _errs25 = errors;
if(!((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12)))){
const err12 = {instancePath:instancePath+"/diagnostics/" + i0+"/place/offset",schemaPath:"#/definitions/diagnostic/properties/place/properties/offset/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var valid7 = _errs25 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data9.length !== undefined){
let data13 = data9.length;
const _errs27 = errors;
if(!((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13)))){
const err13 = {instancePath:instancePath+"/diagnostics/" + i0+"/place/length",schemaPath:"#/definitions/diagnostic/properties/place/properties/length/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var valid7 = _errs27 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
}
else {
const err14 = {instancePath:instancePath+"/diagnostics/" + i0+"/place",schemaPath:"#/definitions/diagnostic/properties/place/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
var valid5 = _errs19 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data4.message !== undefined){
const _errs29 = errors;
if(typeof data4.message !== "string"){
const err15 = {instancePath:instancePath+"/diagnostics/" + i0+"/message",schemaPath:"#/definitions/diagnostic/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
var valid5 = _errs29 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data4.fix !== undefined){
const _errs31 = errors;
if(typeof data4.fix !== "string"){
const err16 = {instancePath:instancePath+"/diagnostics/" + i0+"/fix",schemaPath:"#/definitions/diagnostic/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
var valid5 = _errs31 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
}
}
}
else {
const err17 = {instancePath:instancePath+"/diagnostics/" + i0,schemaPath:"#/definitions/diagnostic/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
var valid3 = _errs9 === errors;
if(!valid3){
break;
}
}
}
else {
const err18 = {instancePath:instancePath+"/diagnostics",schemaPath:"#/oneOf/1/properties/diagnostics/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
}
}
}
var _valid0 = _errs5 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
const err19 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
validate43.errors = vErrors;
return false;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing4;
if((data.kind === undefined) && (missing4 = "kind")){
validate43.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"}];
return false;
}
}
else {
validate43.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate43.errors = vErrors;
return errors === 0;
}

export const runList = validate46;

function validate46(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(data && typeof data == "object" && !Array.isArray(data))){
validate46.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
validate46.errors = vErrors;
return errors === 0;
}

export const runListResult = validate47;
const schema75 = {"type":"object","required":["runs"],"properties":{"runs":{"type":"array","items":{"$ref":"#/definitions/runStatus"}}}};

function validate47(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.runs === undefined) && (missing0 = "runs")){
validate47.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.runs !== undefined){
let data0 = data.runs;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
const _errs3 = errors;
if(!(validate44(data0[i0], {instancePath:instancePath+"/runs/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
else {
validate47.errors = [{instancePath:instancePath+"/runs",schemaPath:"#/properties/runs/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
}
}
}
else {
validate47.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate47.errors = vErrors;
return errors === 0;
}

export const runPause = validate49;
const schema76 = {"type":"object","required":["run"],"properties":{"run":{"$ref":"#/definitions/runId"}}};

function validate49(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.run === undefined) && (missing0 = "run")){
validate49.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.run !== undefined){
let data0 = data.run;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern2.test(data0)){
validate49.errors = [{instancePath:instancePath+"/run",schemaPath:"#/definitions/runId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-z-]{1,64}$"},message:"must match pattern \""+"^[0-9a-z-]{1,64}$"+"\""}];
return false;
}
}
else {
validate49.errors = [{instancePath:instancePath+"/run",schemaPath:"#/definitions/runId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
}
else {
validate49.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate49.errors = vErrors;
return errors === 0;
}

export const runPauseResult = validate50;

function validate50(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((data.run === undefined) && (missing0 = "run")) || ((data.name === undefined) && (missing0 = "name"))) || ((data.state === undefined) && (missing0 = "state"))) || ((data.slots === undefined) && (missing0 = "slots"))) || ((data.done === undefined) && (missing0 = "done"))) || ((data.failed === undefined) && (missing0 = "failed"))) || ((data.cursor === undefined) && (missing0 = "cursor"))) || ((data.timeLeft === undefined) && (missing0 = "timeLeft"))) || ((data.current === undefined) && (missing0 = "current"))){
validate50.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.run !== undefined){
let data0 = data.run;
const _errs1 = errors;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern2.test(data0)){
validate50.errors = [{instancePath:instancePath+"/run",schemaPath:"#/definitions/runId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-z-]{1,64}$"},message:"must match pattern \""+"^[0-9a-z-]{1,64}$"+"\""}];
return false;
}
}
else {
validate50.errors = [{instancePath:instancePath+"/run",schemaPath:"#/definitions/runId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs4 = errors;
if(typeof data.name !== "string"){
validate50.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.state !== undefined){
let data2 = data.state;
const _errs6 = errors;
if(!(((((data2 === "queued") || (data2 === "running")) || (data2 === "paused")) || (data2 === "cancelled")) || (data2 === "finished"))){
validate50.errors = [{instancePath:instancePath+"/state",schemaPath:"record.schema.json#/definitions/runState/enum",keyword:"enum",params:{allowedValues: schema57.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.slots !== undefined){
let data3 = data.slots;
const _errs8 = errors;
if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
validate50.errors = [{instancePath:instancePath+"/slots",schemaPath:"#/properties/slots/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs8){
if(typeof data3 == "number"){
if(data3 < 0 || isNaN(data3)){
validate50.errors = [{instancePath:instancePath+"/slots",schemaPath:"#/properties/slots/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.done !== undefined){
let data4 = data.done;
const _errs10 = errors;
if(!((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4)))){
validate50.errors = [{instancePath:instancePath+"/done",schemaPath:"#/properties/done/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs10){
if(typeof data4 == "number"){
if(data4 < 0 || isNaN(data4)){
validate50.errors = [{instancePath:instancePath+"/done",schemaPath:"#/properties/done/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.failed !== undefined){
let data5 = data.failed;
const _errs12 = errors;
if(!((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5)))){
validate50.errors = [{instancePath:instancePath+"/failed",schemaPath:"#/properties/failed/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs12){
if(typeof data5 == "number"){
if(data5 < 0 || isNaN(data5)){
validate50.errors = [{instancePath:instancePath+"/failed",schemaPath:"#/properties/failed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cursor !== undefined){
let data6 = data.cursor;
const _errs14 = errors;
const _errs15 = errors;
if(!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))){
validate50.errors = [{instancePath:instancePath+"/cursor",schemaPath:"#/definitions/cursor/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs15){
if(typeof data6 == "number"){
if(data6 > 9007199254740991 || isNaN(data6)){
validate50.errors = [{instancePath:instancePath+"/cursor",schemaPath:"#/definitions/cursor/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"}];
return false;
}
else {
if(data6 < 0 || isNaN(data6)){
validate50.errors = [{instancePath:instancePath+"/cursor",schemaPath:"#/definitions/cursor/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.timeLeft !== undefined){
let data7 = data.timeLeft;
const _errs17 = errors;
if((!(typeof data7 == "number")) && (data7 !== null)){
validate50.errors = [{instancePath:instancePath+"/timeLeft",schemaPath:"#/properties/timeLeft/type",keyword:"type",params:{type: schema69.properties.timeLeft.type},message:"must be number,null"}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.current !== undefined){
let data8 = data.current;
const _errs19 = errors;
if((!(data8 && typeof data8 == "object" && !Array.isArray(data8))) && (data8 !== null)){
validate50.errors = [{instancePath:instancePath+"/current",schemaPath:"#/properties/current/type",keyword:"type",params:{type: schema69.properties.current.type},message:"must be object,null"}];
return false;
}
if(errors === _errs19){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
let missing1;
if((((((data8.slot === undefined) && (missing1 = "slot")) || ((data8.model === undefined) && (missing1 = "model"))) || ((data8.runtime === undefined) && (missing1 = "runtime"))) || ((data8.phase === undefined) && (missing1 = "phase"))) || ((data8.iterations === undefined) && (missing1 = "iterations"))){
validate50.errors = [{instancePath:instancePath+"/current",schemaPath:"#/properties/current/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data8.slot !== undefined){
let data9 = data8.slot;
const _errs21 = errors;
if(!((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9)))){
validate50.errors = [{instancePath:instancePath+"/current/slot",schemaPath:"#/properties/current/properties/slot/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs21){
if(typeof data9 == "number"){
if(data9 < 0 || isNaN(data9)){
validate50.errors = [{instancePath:instancePath+"/current/slot",schemaPath:"#/properties/current/properties/slot/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid4 = _errs21 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data8.model !== undefined){
let data10 = data8.model;
const _errs23 = errors;
if(errors === _errs23){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing2;
if((((data10.name === undefined) && (missing2 = "name")) || ((data10.family === undefined) && (missing2 = "family"))) || ((data10.parameters === undefined) && (missing2 = "parameters"))){
validate50.errors = [{instancePath:instancePath+"/current/model",schemaPath:"#/properties/current/properties/model/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data10.name !== undefined){
const _errs25 = errors;
if(typeof data10.name !== "string"){
validate50.errors = [{instancePath:instancePath+"/current/model/name",schemaPath:"#/properties/current/properties/model/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid5 = _errs25 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data10.family !== undefined){
const _errs27 = errors;
if(typeof data10.family !== "string"){
validate50.errors = [{instancePath:instancePath+"/current/model/family",schemaPath:"#/properties/current/properties/model/properties/family/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid5 = _errs27 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data10.parameters !== undefined){
let data13 = data10.parameters;
const _errs29 = errors;
if(!(data13 && typeof data13 == "object" && !Array.isArray(data13))){
validate50.errors = [{instancePath:instancePath+"/current/model/parameters",schemaPath:"#/properties/current/properties/model/properties/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
var valid5 = _errs29 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
else {
validate50.errors = [{instancePath:instancePath+"/current/model",schemaPath:"#/properties/current/properties/model/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid4 = _errs23 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data8.runtime !== undefined){
const _errs31 = errors;
if(typeof data8.runtime !== "string"){
validate50.errors = [{instancePath:instancePath+"/current/runtime",schemaPath:"#/properties/current/properties/runtime/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs31 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data8.phase !== undefined){
const _errs33 = errors;
if(typeof data8.phase !== "string"){
validate50.errors = [{instancePath:instancePath+"/current/phase",schemaPath:"#/properties/current/properties/phase/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs33 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data8.iterations !== undefined){
let data16 = data8.iterations;
const _errs35 = errors;
if(!((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16)))){
validate50.errors = [{instancePath:instancePath+"/current/iterations",schemaPath:"#/properties/current/properties/iterations/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs35){
if(typeof data16 == "number"){
if(data16 < 0 || isNaN(data16)){
validate50.errors = [{instancePath:instancePath+"/current/iterations",schemaPath:"#/properties/current/properties/iterations/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid4 = _errs35 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate50.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate50.errors = vErrors;
return errors === 0;
}

export const runResume = validate51;

function validate51(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.run === undefined) && (missing0 = "run")){
validate51.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.run !== undefined){
let data0 = data.run;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern2.test(data0)){
validate51.errors = [{instancePath:instancePath+"/run",schemaPath:"#/definitions/runId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-z-]{1,64}$"},message:"must match pattern \""+"^[0-9a-z-]{1,64}$"+"\""}];
return false;
}
}
else {
validate51.errors = [{instancePath:instancePath+"/run",schemaPath:"#/definitions/runId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
}
else {
validate51.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate51.errors = vErrors;
return errors === 0;
}

export const runResumeResult = validate52;

function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((data.run === undefined) && (missing0 = "run")) || ((data.name === undefined) && (missing0 = "name"))) || ((data.state === undefined) && (missing0 = "state"))) || ((data.slots === undefined) && (missing0 = "slots"))) || ((data.done === undefined) && (missing0 = "done"))) || ((data.failed === undefined) && (missing0 = "failed"))) || ((data.cursor === undefined) && (missing0 = "cursor"))) || ((data.timeLeft === undefined) && (missing0 = "timeLeft"))) || ((data.current === undefined) && (missing0 = "current"))){
validate52.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.run !== undefined){
let data0 = data.run;
const _errs1 = errors;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern2.test(data0)){
validate52.errors = [{instancePath:instancePath+"/run",schemaPath:"#/definitions/runId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-z-]{1,64}$"},message:"must match pattern \""+"^[0-9a-z-]{1,64}$"+"\""}];
return false;
}
}
else {
validate52.errors = [{instancePath:instancePath+"/run",schemaPath:"#/definitions/runId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs4 = errors;
if(typeof data.name !== "string"){
validate52.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.state !== undefined){
let data2 = data.state;
const _errs6 = errors;
if(!(((((data2 === "queued") || (data2 === "running")) || (data2 === "paused")) || (data2 === "cancelled")) || (data2 === "finished"))){
validate52.errors = [{instancePath:instancePath+"/state",schemaPath:"record.schema.json#/definitions/runState/enum",keyword:"enum",params:{allowedValues: schema57.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.slots !== undefined){
let data3 = data.slots;
const _errs8 = errors;
if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
validate52.errors = [{instancePath:instancePath+"/slots",schemaPath:"#/properties/slots/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs8){
if(typeof data3 == "number"){
if(data3 < 0 || isNaN(data3)){
validate52.errors = [{instancePath:instancePath+"/slots",schemaPath:"#/properties/slots/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.done !== undefined){
let data4 = data.done;
const _errs10 = errors;
if(!((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4)))){
validate52.errors = [{instancePath:instancePath+"/done",schemaPath:"#/properties/done/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs10){
if(typeof data4 == "number"){
if(data4 < 0 || isNaN(data4)){
validate52.errors = [{instancePath:instancePath+"/done",schemaPath:"#/properties/done/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.failed !== undefined){
let data5 = data.failed;
const _errs12 = errors;
if(!((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5)))){
validate52.errors = [{instancePath:instancePath+"/failed",schemaPath:"#/properties/failed/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs12){
if(typeof data5 == "number"){
if(data5 < 0 || isNaN(data5)){
validate52.errors = [{instancePath:instancePath+"/failed",schemaPath:"#/properties/failed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cursor !== undefined){
let data6 = data.cursor;
const _errs14 = errors;
const _errs15 = errors;
if(!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))){
validate52.errors = [{instancePath:instancePath+"/cursor",schemaPath:"#/definitions/cursor/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs15){
if(typeof data6 == "number"){
if(data6 > 9007199254740991 || isNaN(data6)){
validate52.errors = [{instancePath:instancePath+"/cursor",schemaPath:"#/definitions/cursor/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"}];
return false;
}
else {
if(data6 < 0 || isNaN(data6)){
validate52.errors = [{instancePath:instancePath+"/cursor",schemaPath:"#/definitions/cursor/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.timeLeft !== undefined){
let data7 = data.timeLeft;
const _errs17 = errors;
if((!(typeof data7 == "number")) && (data7 !== null)){
validate52.errors = [{instancePath:instancePath+"/timeLeft",schemaPath:"#/properties/timeLeft/type",keyword:"type",params:{type: schema69.properties.timeLeft.type},message:"must be number,null"}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.current !== undefined){
let data8 = data.current;
const _errs19 = errors;
if((!(data8 && typeof data8 == "object" && !Array.isArray(data8))) && (data8 !== null)){
validate52.errors = [{instancePath:instancePath+"/current",schemaPath:"#/properties/current/type",keyword:"type",params:{type: schema69.properties.current.type},message:"must be object,null"}];
return false;
}
if(errors === _errs19){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
let missing1;
if((((((data8.slot === undefined) && (missing1 = "slot")) || ((data8.model === undefined) && (missing1 = "model"))) || ((data8.runtime === undefined) && (missing1 = "runtime"))) || ((data8.phase === undefined) && (missing1 = "phase"))) || ((data8.iterations === undefined) && (missing1 = "iterations"))){
validate52.errors = [{instancePath:instancePath+"/current",schemaPath:"#/properties/current/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data8.slot !== undefined){
let data9 = data8.slot;
const _errs21 = errors;
if(!((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9)))){
validate52.errors = [{instancePath:instancePath+"/current/slot",schemaPath:"#/properties/current/properties/slot/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs21){
if(typeof data9 == "number"){
if(data9 < 0 || isNaN(data9)){
validate52.errors = [{instancePath:instancePath+"/current/slot",schemaPath:"#/properties/current/properties/slot/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid4 = _errs21 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data8.model !== undefined){
let data10 = data8.model;
const _errs23 = errors;
if(errors === _errs23){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing2;
if((((data10.name === undefined) && (missing2 = "name")) || ((data10.family === undefined) && (missing2 = "family"))) || ((data10.parameters === undefined) && (missing2 = "parameters"))){
validate52.errors = [{instancePath:instancePath+"/current/model",schemaPath:"#/properties/current/properties/model/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data10.name !== undefined){
const _errs25 = errors;
if(typeof data10.name !== "string"){
validate52.errors = [{instancePath:instancePath+"/current/model/name",schemaPath:"#/properties/current/properties/model/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid5 = _errs25 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data10.family !== undefined){
const _errs27 = errors;
if(typeof data10.family !== "string"){
validate52.errors = [{instancePath:instancePath+"/current/model/family",schemaPath:"#/properties/current/properties/model/properties/family/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid5 = _errs27 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data10.parameters !== undefined){
let data13 = data10.parameters;
const _errs29 = errors;
if(!(data13 && typeof data13 == "object" && !Array.isArray(data13))){
validate52.errors = [{instancePath:instancePath+"/current/model/parameters",schemaPath:"#/properties/current/properties/model/properties/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
var valid5 = _errs29 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
else {
validate52.errors = [{instancePath:instancePath+"/current/model",schemaPath:"#/properties/current/properties/model/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid4 = _errs23 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data8.runtime !== undefined){
const _errs31 = errors;
if(typeof data8.runtime !== "string"){
validate52.errors = [{instancePath:instancePath+"/current/runtime",schemaPath:"#/properties/current/properties/runtime/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs31 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data8.phase !== undefined){
const _errs33 = errors;
if(typeof data8.phase !== "string"){
validate52.errors = [{instancePath:instancePath+"/current/phase",schemaPath:"#/properties/current/properties/phase/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs33 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data8.iterations !== undefined){
let data16 = data8.iterations;
const _errs35 = errors;
if(!((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16)))){
validate52.errors = [{instancePath:instancePath+"/current/iterations",schemaPath:"#/properties/current/properties/iterations/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs35){
if(typeof data16 == "number"){
if(data16 < 0 || isNaN(data16)){
validate52.errors = [{instancePath:instancePath+"/current/iterations",schemaPath:"#/properties/current/properties/iterations/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid4 = _errs35 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate52.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate52.errors = vErrors;
return errors === 0;
}

export const runCancel = validate53;

function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.run === undefined) && (missing0 = "run")){
validate53.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.run !== undefined){
let data0 = data.run;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern2.test(data0)){
validate53.errors = [{instancePath:instancePath+"/run",schemaPath:"#/definitions/runId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-z-]{1,64}$"},message:"must match pattern \""+"^[0-9a-z-]{1,64}$"+"\""}];
return false;
}
}
else {
validate53.errors = [{instancePath:instancePath+"/run",schemaPath:"#/definitions/runId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
}
else {
validate53.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate53.errors = vErrors;
return errors === 0;
}

export const runCancelResult = validate54;

function validate54(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((data.run === undefined) && (missing0 = "run")) || ((data.name === undefined) && (missing0 = "name"))) || ((data.state === undefined) && (missing0 = "state"))) || ((data.slots === undefined) && (missing0 = "slots"))) || ((data.done === undefined) && (missing0 = "done"))) || ((data.failed === undefined) && (missing0 = "failed"))) || ((data.cursor === undefined) && (missing0 = "cursor"))) || ((data.timeLeft === undefined) && (missing0 = "timeLeft"))) || ((data.current === undefined) && (missing0 = "current"))){
validate54.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.run !== undefined){
let data0 = data.run;
const _errs1 = errors;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern2.test(data0)){
validate54.errors = [{instancePath:instancePath+"/run",schemaPath:"#/definitions/runId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-z-]{1,64}$"},message:"must match pattern \""+"^[0-9a-z-]{1,64}$"+"\""}];
return false;
}
}
else {
validate54.errors = [{instancePath:instancePath+"/run",schemaPath:"#/definitions/runId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs4 = errors;
if(typeof data.name !== "string"){
validate54.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.state !== undefined){
let data2 = data.state;
const _errs6 = errors;
if(!(((((data2 === "queued") || (data2 === "running")) || (data2 === "paused")) || (data2 === "cancelled")) || (data2 === "finished"))){
validate54.errors = [{instancePath:instancePath+"/state",schemaPath:"record.schema.json#/definitions/runState/enum",keyword:"enum",params:{allowedValues: schema57.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.slots !== undefined){
let data3 = data.slots;
const _errs8 = errors;
if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
validate54.errors = [{instancePath:instancePath+"/slots",schemaPath:"#/properties/slots/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs8){
if(typeof data3 == "number"){
if(data3 < 0 || isNaN(data3)){
validate54.errors = [{instancePath:instancePath+"/slots",schemaPath:"#/properties/slots/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.done !== undefined){
let data4 = data.done;
const _errs10 = errors;
if(!((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4)))){
validate54.errors = [{instancePath:instancePath+"/done",schemaPath:"#/properties/done/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs10){
if(typeof data4 == "number"){
if(data4 < 0 || isNaN(data4)){
validate54.errors = [{instancePath:instancePath+"/done",schemaPath:"#/properties/done/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.failed !== undefined){
let data5 = data.failed;
const _errs12 = errors;
if(!((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5)))){
validate54.errors = [{instancePath:instancePath+"/failed",schemaPath:"#/properties/failed/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs12){
if(typeof data5 == "number"){
if(data5 < 0 || isNaN(data5)){
validate54.errors = [{instancePath:instancePath+"/failed",schemaPath:"#/properties/failed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cursor !== undefined){
let data6 = data.cursor;
const _errs14 = errors;
const _errs15 = errors;
if(!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))){
validate54.errors = [{instancePath:instancePath+"/cursor",schemaPath:"#/definitions/cursor/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs15){
if(typeof data6 == "number"){
if(data6 > 9007199254740991 || isNaN(data6)){
validate54.errors = [{instancePath:instancePath+"/cursor",schemaPath:"#/definitions/cursor/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"}];
return false;
}
else {
if(data6 < 0 || isNaN(data6)){
validate54.errors = [{instancePath:instancePath+"/cursor",schemaPath:"#/definitions/cursor/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.timeLeft !== undefined){
let data7 = data.timeLeft;
const _errs17 = errors;
if((!(typeof data7 == "number")) && (data7 !== null)){
validate54.errors = [{instancePath:instancePath+"/timeLeft",schemaPath:"#/properties/timeLeft/type",keyword:"type",params:{type: schema69.properties.timeLeft.type},message:"must be number,null"}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.current !== undefined){
let data8 = data.current;
const _errs19 = errors;
if((!(data8 && typeof data8 == "object" && !Array.isArray(data8))) && (data8 !== null)){
validate54.errors = [{instancePath:instancePath+"/current",schemaPath:"#/properties/current/type",keyword:"type",params:{type: schema69.properties.current.type},message:"must be object,null"}];
return false;
}
if(errors === _errs19){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
let missing1;
if((((((data8.slot === undefined) && (missing1 = "slot")) || ((data8.model === undefined) && (missing1 = "model"))) || ((data8.runtime === undefined) && (missing1 = "runtime"))) || ((data8.phase === undefined) && (missing1 = "phase"))) || ((data8.iterations === undefined) && (missing1 = "iterations"))){
validate54.errors = [{instancePath:instancePath+"/current",schemaPath:"#/properties/current/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data8.slot !== undefined){
let data9 = data8.slot;
const _errs21 = errors;
if(!((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9)))){
validate54.errors = [{instancePath:instancePath+"/current/slot",schemaPath:"#/properties/current/properties/slot/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs21){
if(typeof data9 == "number"){
if(data9 < 0 || isNaN(data9)){
validate54.errors = [{instancePath:instancePath+"/current/slot",schemaPath:"#/properties/current/properties/slot/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid4 = _errs21 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data8.model !== undefined){
let data10 = data8.model;
const _errs23 = errors;
if(errors === _errs23){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing2;
if((((data10.name === undefined) && (missing2 = "name")) || ((data10.family === undefined) && (missing2 = "family"))) || ((data10.parameters === undefined) && (missing2 = "parameters"))){
validate54.errors = [{instancePath:instancePath+"/current/model",schemaPath:"#/properties/current/properties/model/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data10.name !== undefined){
const _errs25 = errors;
if(typeof data10.name !== "string"){
validate54.errors = [{instancePath:instancePath+"/current/model/name",schemaPath:"#/properties/current/properties/model/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid5 = _errs25 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data10.family !== undefined){
const _errs27 = errors;
if(typeof data10.family !== "string"){
validate54.errors = [{instancePath:instancePath+"/current/model/family",schemaPath:"#/properties/current/properties/model/properties/family/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid5 = _errs27 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data10.parameters !== undefined){
let data13 = data10.parameters;
const _errs29 = errors;
if(!(data13 && typeof data13 == "object" && !Array.isArray(data13))){
validate54.errors = [{instancePath:instancePath+"/current/model/parameters",schemaPath:"#/properties/current/properties/model/properties/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
var valid5 = _errs29 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
else {
validate54.errors = [{instancePath:instancePath+"/current/model",schemaPath:"#/properties/current/properties/model/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid4 = _errs23 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data8.runtime !== undefined){
const _errs31 = errors;
if(typeof data8.runtime !== "string"){
validate54.errors = [{instancePath:instancePath+"/current/runtime",schemaPath:"#/properties/current/properties/runtime/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs31 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data8.phase !== undefined){
const _errs33 = errors;
if(typeof data8.phase !== "string"){
validate54.errors = [{instancePath:instancePath+"/current/phase",schemaPath:"#/properties/current/properties/phase/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs33 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data8.iterations !== undefined){
let data16 = data8.iterations;
const _errs35 = errors;
if(!((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16)))){
validate54.errors = [{instancePath:instancePath+"/current/iterations",schemaPath:"#/properties/current/properties/iterations/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs35){
if(typeof data16 == "number"){
if(data16 < 0 || isNaN(data16)){
validate54.errors = [{instancePath:instancePath+"/current/iterations",schemaPath:"#/properties/current/properties/iterations/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid4 = _errs35 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate54.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate54.errors = vErrors;
return errors === 0;
}

export const runWatch = validate55;
const schema94 = {"type":"object","required":["run","after"],"properties":{"run":{"$ref":"#/definitions/runId"},"after":{"$ref":"#/definitions/cursor"}}};

function validate55(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.run === undefined) && (missing0 = "run")) || ((data.after === undefined) && (missing0 = "after"))){
validate55.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.run !== undefined){
let data0 = data.run;
const _errs1 = errors;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern2.test(data0)){
validate55.errors = [{instancePath:instancePath+"/run",schemaPath:"#/definitions/runId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-z-]{1,64}$"},message:"must match pattern \""+"^[0-9a-z-]{1,64}$"+"\""}];
return false;
}
}
else {
validate55.errors = [{instancePath:instancePath+"/run",schemaPath:"#/definitions/runId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.after !== undefined){
let data1 = data.after;
const _errs4 = errors;
const _errs5 = errors;
if(!((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1)))){
validate55.errors = [{instancePath:instancePath+"/after",schemaPath:"#/definitions/cursor/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs5){
if(typeof data1 == "number"){
if(data1 > 9007199254740991 || isNaN(data1)){
validate55.errors = [{instancePath:instancePath+"/after",schemaPath:"#/definitions/cursor/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"}];
return false;
}
else {
if(data1 < 0 || isNaN(data1)){
validate55.errors = [{instancePath:instancePath+"/after",schemaPath:"#/definitions/cursor/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate55.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate55.errors = vErrors;
return errors === 0;
}

export const runWatchResult = validate56;

function validate56(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((data.run === undefined) && (missing0 = "run")) || ((data.name === undefined) && (missing0 = "name"))) || ((data.state === undefined) && (missing0 = "state"))) || ((data.slots === undefined) && (missing0 = "slots"))) || ((data.done === undefined) && (missing0 = "done"))) || ((data.failed === undefined) && (missing0 = "failed"))) || ((data.cursor === undefined) && (missing0 = "cursor"))) || ((data.timeLeft === undefined) && (missing0 = "timeLeft"))) || ((data.current === undefined) && (missing0 = "current"))){
validate56.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.run !== undefined){
let data0 = data.run;
const _errs1 = errors;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern2.test(data0)){
validate56.errors = [{instancePath:instancePath+"/run",schemaPath:"#/definitions/runId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-z-]{1,64}$"},message:"must match pattern \""+"^[0-9a-z-]{1,64}$"+"\""}];
return false;
}
}
else {
validate56.errors = [{instancePath:instancePath+"/run",schemaPath:"#/definitions/runId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs4 = errors;
if(typeof data.name !== "string"){
validate56.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.state !== undefined){
let data2 = data.state;
const _errs6 = errors;
if(!(((((data2 === "queued") || (data2 === "running")) || (data2 === "paused")) || (data2 === "cancelled")) || (data2 === "finished"))){
validate56.errors = [{instancePath:instancePath+"/state",schemaPath:"record.schema.json#/definitions/runState/enum",keyword:"enum",params:{allowedValues: schema57.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.slots !== undefined){
let data3 = data.slots;
const _errs8 = errors;
if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
validate56.errors = [{instancePath:instancePath+"/slots",schemaPath:"#/properties/slots/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs8){
if(typeof data3 == "number"){
if(data3 < 0 || isNaN(data3)){
validate56.errors = [{instancePath:instancePath+"/slots",schemaPath:"#/properties/slots/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.done !== undefined){
let data4 = data.done;
const _errs10 = errors;
if(!((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4)))){
validate56.errors = [{instancePath:instancePath+"/done",schemaPath:"#/properties/done/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs10){
if(typeof data4 == "number"){
if(data4 < 0 || isNaN(data4)){
validate56.errors = [{instancePath:instancePath+"/done",schemaPath:"#/properties/done/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.failed !== undefined){
let data5 = data.failed;
const _errs12 = errors;
if(!((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5)))){
validate56.errors = [{instancePath:instancePath+"/failed",schemaPath:"#/properties/failed/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs12){
if(typeof data5 == "number"){
if(data5 < 0 || isNaN(data5)){
validate56.errors = [{instancePath:instancePath+"/failed",schemaPath:"#/properties/failed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cursor !== undefined){
let data6 = data.cursor;
const _errs14 = errors;
const _errs15 = errors;
if(!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))){
validate56.errors = [{instancePath:instancePath+"/cursor",schemaPath:"#/definitions/cursor/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs15){
if(typeof data6 == "number"){
if(data6 > 9007199254740991 || isNaN(data6)){
validate56.errors = [{instancePath:instancePath+"/cursor",schemaPath:"#/definitions/cursor/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"}];
return false;
}
else {
if(data6 < 0 || isNaN(data6)){
validate56.errors = [{instancePath:instancePath+"/cursor",schemaPath:"#/definitions/cursor/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.timeLeft !== undefined){
let data7 = data.timeLeft;
const _errs17 = errors;
if((!(typeof data7 == "number")) && (data7 !== null)){
validate56.errors = [{instancePath:instancePath+"/timeLeft",schemaPath:"#/properties/timeLeft/type",keyword:"type",params:{type: schema69.properties.timeLeft.type},message:"must be number,null"}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.current !== undefined){
let data8 = data.current;
const _errs19 = errors;
if((!(data8 && typeof data8 == "object" && !Array.isArray(data8))) && (data8 !== null)){
validate56.errors = [{instancePath:instancePath+"/current",schemaPath:"#/properties/current/type",keyword:"type",params:{type: schema69.properties.current.type},message:"must be object,null"}];
return false;
}
if(errors === _errs19){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
let missing1;
if((((((data8.slot === undefined) && (missing1 = "slot")) || ((data8.model === undefined) && (missing1 = "model"))) || ((data8.runtime === undefined) && (missing1 = "runtime"))) || ((data8.phase === undefined) && (missing1 = "phase"))) || ((data8.iterations === undefined) && (missing1 = "iterations"))){
validate56.errors = [{instancePath:instancePath+"/current",schemaPath:"#/properties/current/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data8.slot !== undefined){
let data9 = data8.slot;
const _errs21 = errors;
if(!((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9)))){
validate56.errors = [{instancePath:instancePath+"/current/slot",schemaPath:"#/properties/current/properties/slot/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs21){
if(typeof data9 == "number"){
if(data9 < 0 || isNaN(data9)){
validate56.errors = [{instancePath:instancePath+"/current/slot",schemaPath:"#/properties/current/properties/slot/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid4 = _errs21 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data8.model !== undefined){
let data10 = data8.model;
const _errs23 = errors;
if(errors === _errs23){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing2;
if((((data10.name === undefined) && (missing2 = "name")) || ((data10.family === undefined) && (missing2 = "family"))) || ((data10.parameters === undefined) && (missing2 = "parameters"))){
validate56.errors = [{instancePath:instancePath+"/current/model",schemaPath:"#/properties/current/properties/model/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data10.name !== undefined){
const _errs25 = errors;
if(typeof data10.name !== "string"){
validate56.errors = [{instancePath:instancePath+"/current/model/name",schemaPath:"#/properties/current/properties/model/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid5 = _errs25 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data10.family !== undefined){
const _errs27 = errors;
if(typeof data10.family !== "string"){
validate56.errors = [{instancePath:instancePath+"/current/model/family",schemaPath:"#/properties/current/properties/model/properties/family/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid5 = _errs27 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data10.parameters !== undefined){
let data13 = data10.parameters;
const _errs29 = errors;
if(!(data13 && typeof data13 == "object" && !Array.isArray(data13))){
validate56.errors = [{instancePath:instancePath+"/current/model/parameters",schemaPath:"#/properties/current/properties/model/properties/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
var valid5 = _errs29 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
else {
validate56.errors = [{instancePath:instancePath+"/current/model",schemaPath:"#/properties/current/properties/model/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid4 = _errs23 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data8.runtime !== undefined){
const _errs31 = errors;
if(typeof data8.runtime !== "string"){
validate56.errors = [{instancePath:instancePath+"/current/runtime",schemaPath:"#/properties/current/properties/runtime/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs31 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data8.phase !== undefined){
const _errs33 = errors;
if(typeof data8.phase !== "string"){
validate56.errors = [{instancePath:instancePath+"/current/phase",schemaPath:"#/properties/current/properties/phase/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs33 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data8.iterations !== undefined){
let data16 = data8.iterations;
const _errs35 = errors;
if(!((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16)))){
validate56.errors = [{instancePath:instancePath+"/current/iterations",schemaPath:"#/properties/current/properties/iterations/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs35){
if(typeof data16 == "number"){
if(data16 < 0 || isNaN(data16)){
validate56.errors = [{instancePath:instancePath+"/current/iterations",schemaPath:"#/properties/current/properties/iterations/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid4 = _errs35 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate56.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate56.errors = vErrors;
return errors === 0;
}

export const runUnwatch = validate57;

function validate57(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.run === undefined) && (missing0 = "run")){
validate57.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.run !== undefined){
let data0 = data.run;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern2.test(data0)){
validate57.errors = [{instancePath:instancePath+"/run",schemaPath:"#/definitions/runId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-z-]{1,64}$"},message:"must match pattern \""+"^[0-9a-z-]{1,64}$"+"\""}];
return false;
}
}
else {
validate57.errors = [{instancePath:instancePath+"/run",schemaPath:"#/definitions/runId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
}
else {
validate57.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate57.errors = vErrors;
return errors === 0;
}

export const runUnwatchResult = validate58;

function validate58(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(data && typeof data == "object" && !Array.isArray(data))){
validate58.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
validate58.errors = vErrors;
return errors === 0;
}

export const runAcknowledge = validate59;
const schema104 = {"type":"object","required":["run","cursor"],"properties":{"run":{"$ref":"#/definitions/runId"},"cursor":{"$ref":"#/definitions/cursor"}}};

function validate59(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.run === undefined) && (missing0 = "run")) || ((data.cursor === undefined) && (missing0 = "cursor"))){
validate59.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.run !== undefined){
let data0 = data.run;
const _errs1 = errors;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern2.test(data0)){
validate59.errors = [{instancePath:instancePath+"/run",schemaPath:"#/definitions/runId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-z-]{1,64}$"},message:"must match pattern \""+"^[0-9a-z-]{1,64}$"+"\""}];
return false;
}
}
else {
validate59.errors = [{instancePath:instancePath+"/run",schemaPath:"#/definitions/runId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cursor !== undefined){
let data1 = data.cursor;
const _errs4 = errors;
const _errs5 = errors;
if(!((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1)))){
validate59.errors = [{instancePath:instancePath+"/cursor",schemaPath:"#/definitions/cursor/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs5){
if(typeof data1 == "number"){
if(data1 > 9007199254740991 || isNaN(data1)){
validate59.errors = [{instancePath:instancePath+"/cursor",schemaPath:"#/definitions/cursor/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"}];
return false;
}
else {
if(data1 < 0 || isNaN(data1)){
validate59.errors = [{instancePath:instancePath+"/cursor",schemaPath:"#/definitions/cursor/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate59.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate59.errors = vErrors;
return errors === 0;
}

export const runAcknowledgeResult = validate60;

function validate60(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(data && typeof data == "object" && !Array.isArray(data))){
validate60.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
validate60.errors = vErrors;
return errors === 0;
}

export const runForget = validate61;

function validate61(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.run === undefined) && (missing0 = "run")){
validate61.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.run !== undefined){
let data0 = data.run;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern2.test(data0)){
validate61.errors = [{instancePath:instancePath+"/run",schemaPath:"#/definitions/runId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-z-]{1,64}$"},message:"must match pattern \""+"^[0-9a-z-]{1,64}$"+"\""}];
return false;
}
}
else {
validate61.errors = [{instancePath:instancePath+"/run",schemaPath:"#/definitions/runId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
}
else {
validate61.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate61.errors = vErrors;
return errors === 0;
}

export const runForgetResult = validate62;

function validate62(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(data && typeof data == "object" && !Array.isArray(data))){
validate62.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
validate62.errors = vErrors;
return errors === 0;
}

export const artifactMissing = validate63;
const schema111 = {"type":"object","required":["artifacts"],"properties":{"artifacts":{"type":"array","maxItems":10000,"items":{"$ref":"#/definitions/digest"}}}};

function validate63(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.artifacts === undefined) && (missing0 = "artifacts")){
validate63.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.artifacts !== undefined){
let data0 = data.artifacts;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
if(data0.length > 10000){
validate63.errors = [{instancePath:instancePath+"/artifacts",schemaPath:"#/properties/artifacts/maxItems",keyword:"maxItems",params:{limit: 10000},message:"must NOT have more than 10000 items"}];
return false;
}
else {
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs3 = errors;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
validate63.errors = [{instancePath:instancePath+"/artifacts/" + i0,schemaPath:"#/definitions/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""}];
return false;
}
}
else {
validate63.errors = [{instancePath:instancePath+"/artifacts/" + i0,schemaPath:"#/definitions/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
}
else {
validate63.errors = [{instancePath:instancePath+"/artifacts",schemaPath:"#/properties/artifacts/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
}
}
}
else {
validate63.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate63.errors = vErrors;
return errors === 0;
}

export const artifactMissingResult = validate64;
const schema113 = {"type":"object","required":["missing","ticket"],"properties":{"missing":{"type":"array","items":{"$ref":"#/definitions/digest"}},"ticket":{"type":"string"}}};

function validate64(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.missing === undefined) && (missing0 = "missing")) || ((data.ticket === undefined) && (missing0 = "ticket"))){
validate64.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.missing !== undefined){
let data0 = data.missing;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs3 = errors;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
validate64.errors = [{instancePath:instancePath+"/missing/" + i0,schemaPath:"#/definitions/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""}];
return false;
}
}
else {
validate64.errors = [{instancePath:instancePath+"/missing/" + i0,schemaPath:"#/definitions/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
else {
validate64.errors = [{instancePath:instancePath+"/missing",schemaPath:"#/properties/missing/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.ticket !== undefined){
const _errs6 = errors;
if(typeof data.ticket !== "string"){
validate64.errors = [{instancePath:instancePath+"/ticket",schemaPath:"#/properties/ticket/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate64.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate64.errors = vErrors;
return errors === 0;
}

export const artifactFetch = validate65;
const schema115 = {"type":"object","required":["artifact","ticket"],"properties":{"artifact":{"$ref":"#/definitions/digest"},"ticket":{"$ref":"#/definitions/digest"}}};

function validate65(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.artifact === undefined) && (missing0 = "artifact")) || ((data.ticket === undefined) && (missing0 = "ticket"))){
validate65.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.artifact !== undefined){
let data0 = data.artifact;
const _errs1 = errors;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
validate65.errors = [{instancePath:instancePath+"/artifact",schemaPath:"#/definitions/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""}];
return false;
}
}
else {
validate65.errors = [{instancePath:instancePath+"/artifact",schemaPath:"#/definitions/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.ticket !== undefined){
let data1 = data.ticket;
const _errs4 = errors;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
validate65.errors = [{instancePath:instancePath+"/ticket",schemaPath:"#/definitions/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""}];
return false;
}
}
else {
validate65.errors = [{instancePath:instancePath+"/ticket",schemaPath:"#/definitions/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate65.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate65.errors = vErrors;
return errors === 0;
}

export const artifactFetchResult = validate66;

function validate66(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(data && typeof data == "object" && !Array.isArray(data))){
validate66.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
validate66.errors = vErrors;
return errors === 0;
}

export const modelInspect = validate67;
const schema119 = {"type":"object","required":["inspection","model","sizes","want"],"properties":{"inspection":{"$ref":"#/definitions/runId"},"model":{"$ref":"#/definitions/digest"},"weights":{"type":"object","additionalProperties":{"$ref":"#/definitions/digest"}},"sizes":{"type":"object","additionalProperties":{"type":"integer","minimum":0,"maximum":9007199254740991}},"inputs":{"$ref":"#/definitions/digest"},"want":{"type":"array","maxItems":10,"items":{"enum":["profile","plan","diff"]}},"options":{"type":"object","properties":{"repeats":{"type":"integer","minimum":1,"maximum":10000},"seed":{"type":"integer","minimum":0,"maximum":4294967295},"relative":{"type":"number","minimum":0},"absolute":{"type":"number","minimum":0},"timeout":{"type":"integer","minimum":1,"maximum":86400000},"memoryLimit":{"type":"integer","minimum":1,"maximum":9007199254740991}}}}};

function validate67(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.inspection === undefined) && (missing0 = "inspection")) || ((data.model === undefined) && (missing0 = "model"))) || ((data.sizes === undefined) && (missing0 = "sizes"))) || ((data.want === undefined) && (missing0 = "want"))){
validate67.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.inspection !== undefined){
let data0 = data.inspection;
const _errs1 = errors;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern2.test(data0)){
validate67.errors = [{instancePath:instancePath+"/inspection",schemaPath:"#/definitions/runId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-z-]{1,64}$"},message:"must match pattern \""+"^[0-9a-z-]{1,64}$"+"\""}];
return false;
}
}
else {
validate67.errors = [{instancePath:instancePath+"/inspection",schemaPath:"#/definitions/runId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.model !== undefined){
let data1 = data.model;
const _errs4 = errors;
const _errs5 = errors;
if(errors === _errs5){
if(typeof data1 === "string"){
if(!pattern0.test(data1)){
validate67.errors = [{instancePath:instancePath+"/model",schemaPath:"#/definitions/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""}];
return false;
}
}
else {
validate67.errors = [{instancePath:instancePath+"/model",schemaPath:"#/definitions/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.weights !== undefined){
let data2 = data.weights;
const _errs7 = errors;
if(errors === _errs7){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key0 in data2){
let data3 = data2[key0];
const _errs10 = errors;
const _errs11 = errors;
if(errors === _errs11){
if(typeof data3 === "string"){
if(!pattern0.test(data3)){
validate67.errors = [{instancePath:instancePath+"/weights/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""}];
return false;
}
}
else {
validate67.errors = [{instancePath:instancePath+"/weights/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid3 = _errs10 === errors;
if(!valid3){
break;
}
}
}
else {
validate67.errors = [{instancePath:instancePath+"/weights",schemaPath:"#/properties/weights/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sizes !== undefined){
let data4 = data.sizes;
const _errs13 = errors;
if(errors === _errs13){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
for(const key1 in data4){
let data5 = data4[key1];
const _errs16 = errors;
if(!((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5)))){
validate67.errors = [{instancePath:instancePath+"/sizes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/sizes/additionalProperties/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs16){
if(typeof data5 == "number"){
if(data5 > 9007199254740991 || isNaN(data5)){
validate67.errors = [{instancePath:instancePath+"/sizes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/sizes/additionalProperties/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"}];
return false;
}
else {
if(data5 < 0 || isNaN(data5)){
validate67.errors = [{instancePath:instancePath+"/sizes/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/sizes/additionalProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid5 = _errs16 === errors;
if(!valid5){
break;
}
}
}
else {
validate67.errors = [{instancePath:instancePath+"/sizes",schemaPath:"#/properties/sizes/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.inputs !== undefined){
let data6 = data.inputs;
const _errs18 = errors;
const _errs19 = errors;
if(errors === _errs19){
if(typeof data6 === "string"){
if(!pattern0.test(data6)){
validate67.errors = [{instancePath:instancePath+"/inputs",schemaPath:"#/definitions/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""}];
return false;
}
}
else {
validate67.errors = [{instancePath:instancePath+"/inputs",schemaPath:"#/definitions/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.want !== undefined){
let data7 = data.want;
const _errs21 = errors;
if(errors === _errs21){
if(Array.isArray(data7)){
if(data7.length > 10){
validate67.errors = [{instancePath:instancePath+"/want",schemaPath:"#/properties/want/maxItems",keyword:"maxItems",params:{limit: 10},message:"must NOT have more than 10 items"}];
return false;
}
else {
var valid7 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
const _errs23 = errors;
if(!(((data8 === "profile") || (data8 === "plan")) || (data8 === "diff"))){
validate67.errors = [{instancePath:instancePath+"/want/" + i0,schemaPath:"#/properties/want/items/enum",keyword:"enum",params:{allowedValues: schema119.properties.want.items.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid7 = _errs23 === errors;
if(!valid7){
break;
}
}
}
}
else {
validate67.errors = [{instancePath:instancePath+"/want",schemaPath:"#/properties/want/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.options !== undefined){
let data9 = data.options;
const _errs24 = errors;
if(errors === _errs24){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
if(data9.repeats !== undefined){
let data10 = data9.repeats;
const _errs26 = errors;
if(!((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10)))){
validate67.errors = [{instancePath:instancePath+"/options/repeats",schemaPath:"#/properties/options/properties/repeats/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs26){
if(typeof data10 == "number"){
if(data10 > 10000 || isNaN(data10)){
validate67.errors = [{instancePath:instancePath+"/options/repeats",schemaPath:"#/properties/options/properties/repeats/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000"}];
return false;
}
else {
if(data10 < 1 || isNaN(data10)){
validate67.errors = [{instancePath:instancePath+"/options/repeats",schemaPath:"#/properties/options/properties/repeats/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
}
var valid8 = _errs26 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data9.seed !== undefined){
let data11 = data9.seed;
const _errs28 = errors;
if(!((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11)))){
validate67.errors = [{instancePath:instancePath+"/options/seed",schemaPath:"#/properties/options/properties/seed/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs28){
if(typeof data11 == "number"){
if(data11 > 4294967295 || isNaN(data11)){
validate67.errors = [{instancePath:instancePath+"/options/seed",schemaPath:"#/properties/options/properties/seed/maximum",keyword:"maximum",params:{comparison: "<=", limit: 4294967295},message:"must be <= 4294967295"}];
return false;
}
else {
if(data11 < 0 || isNaN(data11)){
validate67.errors = [{instancePath:instancePath+"/options/seed",schemaPath:"#/properties/options/properties/seed/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid8 = _errs28 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data9.relative !== undefined){
let data12 = data9.relative;
const _errs30 = errors;
if(errors === _errs30){
if(typeof data12 == "number"){
if(data12 < 0 || isNaN(data12)){
validate67.errors = [{instancePath:instancePath+"/options/relative",schemaPath:"#/properties/options/properties/relative/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
else {
validate67.errors = [{instancePath:instancePath+"/options/relative",schemaPath:"#/properties/options/properties/relative/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
}
var valid8 = _errs30 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data9.absolute !== undefined){
let data13 = data9.absolute;
const _errs32 = errors;
if(errors === _errs32){
if(typeof data13 == "number"){
if(data13 < 0 || isNaN(data13)){
validate67.errors = [{instancePath:instancePath+"/options/absolute",schemaPath:"#/properties/options/properties/absolute/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
else {
validate67.errors = [{instancePath:instancePath+"/options/absolute",schemaPath:"#/properties/options/properties/absolute/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
}
var valid8 = _errs32 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data9.timeout !== undefined){
let data14 = data9.timeout;
const _errs34 = errors;
if(!((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14)))){
validate67.errors = [{instancePath:instancePath+"/options/timeout",schemaPath:"#/properties/options/properties/timeout/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs34){
if(typeof data14 == "number"){
if(data14 > 86400000 || isNaN(data14)){
validate67.errors = [{instancePath:instancePath+"/options/timeout",schemaPath:"#/properties/options/properties/timeout/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400000},message:"must be <= 86400000"}];
return false;
}
else {
if(data14 < 1 || isNaN(data14)){
validate67.errors = [{instancePath:instancePath+"/options/timeout",schemaPath:"#/properties/options/properties/timeout/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
}
var valid8 = _errs34 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data9.memoryLimit !== undefined){
let data15 = data9.memoryLimit;
const _errs36 = errors;
if(!((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15)))){
validate67.errors = [{instancePath:instancePath+"/options/memoryLimit",schemaPath:"#/properties/options/properties/memoryLimit/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs36){
if(typeof data15 == "number"){
if(data15 > 9007199254740991 || isNaN(data15)){
validate67.errors = [{instancePath:instancePath+"/options/memoryLimit",schemaPath:"#/properties/options/properties/memoryLimit/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"}];
return false;
}
else {
if(data15 < 1 || isNaN(data15)){
validate67.errors = [{instancePath:instancePath+"/options/memoryLimit",schemaPath:"#/properties/options/properties/memoryLimit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
}
var valid8 = _errs36 === errors;
}
else {
var valid8 = true;
}
}
}
}
}
}
}
else {
validate67.errors = [{instancePath:instancePath+"/options",schemaPath:"#/properties/options/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate67.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate67.errors = vErrors;
return errors === 0;
}

export const modelInspectResult = validate68;
const schema124 = {"type":"object","required":["model","sizes","device","counts"],"properties":{"model":{"$ref":"#/definitions/digest"},"sizes":{"type":"object","additionalProperties":{"type":"number"}},"device":{"type":"object","required":["id","name"],"properties":{"id":{"type":"string"},"name":{"type":"string"}}},"counts":{"type":"object","required":["nodes","kernels","values"],"properties":{"nodes":{"type":"integer","minimum":0},"kernels":{"type":"integer","minimum":0},"values":{"type":"integer","minimum":0}}},"profile":{"type":"object","required":["jit","reference","nodes"],"properties":{"jit":{"oneOf":[{"$ref":"#/definitions/unavailable"},{"type":"object","required":["latency","repeats"],"properties":{"latency":{"type":"number"},"repeats":{"type":"integer"}}}]},"reference":{"oneOf":[{"$ref":"#/definitions/unavailable"},{"type":"object","required":["latency","repeats","runtime","version"],"properties":{"latency":{"type":"number"},"repeats":{"type":"integer"},"runtime":{"enum":["ort","ort-web"]},"version":{"type":"string"}}}]},"nodes":{"oneOf":[{"type":"null"},{"$ref":"#/definitions/unavailable"}]}}},"plan":{"oneOf":[{"$ref":"#/definitions/unavailable"},{"type":"object","required":["parts","alternatives"],"properties":{"parts":{"type":"array","items":{"type":"object","required":["runtime","from","to","reason"],"properties":{"runtime":{"type":"string"},"from":{"type":"integer","minimum":0},"to":{"type":"integer","minimum":0},"reason":{"type":"string"},"predicted":{"type":"number"}}}},"predicted":{"type":"number"},"measured":{"type":"number"},"alternatives":{"type":"array","items":{"type":"object","required":["runtime"],"properties":{"runtime":{"type":"string"},"predicted":{"type":"number"},"measured":{"type":"number"}}}}}}]},"diff":{"oneOf":[{"$ref":"#/definitions/unavailable"},{"type":"object","required":["reference","tolerance","seed","firstDiffering","left"],"properties":{"reference":{"type":"object","required":["runtime","version"],"properties":{"runtime":{"enum":["ort","ort-web"]},"version":{"type":"string"}}},"tolerance":{"type":"object","required":["relative","absolute"],"properties":{"relative":{"type":"number"},"absolute":{"type":"number"}}},"seed":{"type":"integer"},"firstDiffering":{"type":["integer","null"],"minimum":0},"left":{"type":"integer","minimum":0}}}]}}};
const schema126 = {"type":"object","required":["unavailable","fix"],"properties":{"unavailable":{"type":"string"},"fix":{"type":"string"}}};

function validate68(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.model === undefined) && (missing0 = "model")) || ((data.sizes === undefined) && (missing0 = "sizes"))) || ((data.device === undefined) && (missing0 = "device"))) || ((data.counts === undefined) && (missing0 = "counts"))){
validate68.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.model !== undefined){
let data0 = data.model;
const _errs1 = errors;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern0.test(data0)){
validate68.errors = [{instancePath:instancePath+"/model",schemaPath:"#/definitions/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""}];
return false;
}
}
else {
validate68.errors = [{instancePath:instancePath+"/model",schemaPath:"#/definitions/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sizes !== undefined){
let data1 = data.sizes;
const _errs4 = errors;
if(errors === _errs4){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key0 in data1){
const _errs7 = errors;
if(!(typeof data1[key0] == "number")){
validate68.errors = [{instancePath:instancePath+"/sizes/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/sizes/additionalProperties/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid2 = _errs7 === errors;
if(!valid2){
break;
}
}
}
else {
validate68.errors = [{instancePath:instancePath+"/sizes",schemaPath:"#/properties/sizes/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.device !== undefined){
let data3 = data.device;
const _errs9 = errors;
if(errors === _errs9){
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
let missing1;
if(((data3.id === undefined) && (missing1 = "id")) || ((data3.name === undefined) && (missing1 = "name"))){
validate68.errors = [{instancePath:instancePath+"/device",schemaPath:"#/properties/device/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data3.id !== undefined){
const _errs11 = errors;
if(typeof data3.id !== "string"){
validate68.errors = [{instancePath:instancePath+"/device/id",schemaPath:"#/properties/device/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid3 = _errs11 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data3.name !== undefined){
const _errs13 = errors;
if(typeof data3.name !== "string"){
validate68.errors = [{instancePath:instancePath+"/device/name",schemaPath:"#/properties/device/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid3 = _errs13 === errors;
}
else {
var valid3 = true;
}
}
}
}
else {
validate68.errors = [{instancePath:instancePath+"/device",schemaPath:"#/properties/device/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.counts !== undefined){
let data6 = data.counts;
const _errs15 = errors;
if(errors === _errs15){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing2;
if((((data6.nodes === undefined) && (missing2 = "nodes")) || ((data6.kernels === undefined) && (missing2 = "kernels"))) || ((data6.values === undefined) && (missing2 = "values"))){
validate68.errors = [{instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data6.nodes !== undefined){
let data7 = data6.nodes;
const _errs17 = errors;
if(!((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7)))){
validate68.errors = [{instancePath:instancePath+"/counts/nodes",schemaPath:"#/properties/counts/properties/nodes/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs17){
if(typeof data7 == "number"){
if(data7 < 0 || isNaN(data7)){
validate68.errors = [{instancePath:instancePath+"/counts/nodes",schemaPath:"#/properties/counts/properties/nodes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid4 = _errs17 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data6.kernels !== undefined){
let data8 = data6.kernels;
const _errs19 = errors;
if(!((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8)))){
validate68.errors = [{instancePath:instancePath+"/counts/kernels",schemaPath:"#/properties/counts/properties/kernels/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs19){
if(typeof data8 == "number"){
if(data8 < 0 || isNaN(data8)){
validate68.errors = [{instancePath:instancePath+"/counts/kernels",schemaPath:"#/properties/counts/properties/kernels/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid4 = _errs19 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data6.values !== undefined){
let data9 = data6.values;
const _errs21 = errors;
if(!((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9)))){
validate68.errors = [{instancePath:instancePath+"/counts/values",schemaPath:"#/properties/counts/properties/values/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs21){
if(typeof data9 == "number"){
if(data9 < 0 || isNaN(data9)){
validate68.errors = [{instancePath:instancePath+"/counts/values",schemaPath:"#/properties/counts/properties/values/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid4 = _errs21 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
else {
validate68.errors = [{instancePath:instancePath+"/counts",schemaPath:"#/properties/counts/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.profile !== undefined){
let data10 = data.profile;
const _errs23 = errors;
if(errors === _errs23){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing3;
if((((data10.jit === undefined) && (missing3 = "jit")) || ((data10.reference === undefined) && (missing3 = "reference"))) || ((data10.nodes === undefined) && (missing3 = "nodes"))){
validate68.errors = [{instancePath:instancePath+"/profile",schemaPath:"#/properties/profile/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
if(data10.jit !== undefined){
let data11 = data10.jit;
const _errs25 = errors;
const _errs26 = errors;
let valid6 = false;
let passing0 = null;
const _errs27 = errors;
const _errs28 = errors;
if(errors === _errs28){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
let missing4;
if(((data11.unavailable === undefined) && (missing4 = "unavailable")) || ((data11.fix === undefined) && (missing4 = "fix"))){
const err0 = {instancePath:instancePath+"/profile/jit",schemaPath:"#/definitions/unavailable/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(data11.unavailable !== undefined){
const _errs30 = errors;
if(typeof data11.unavailable !== "string"){
const err1 = {instancePath:instancePath+"/profile/jit/unavailable",schemaPath:"#/definitions/unavailable/properties/unavailable/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var valid8 = _errs30 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data11.fix !== undefined){
const _errs32 = errors;
if(typeof data11.fix !== "string"){
const err2 = {instancePath:instancePath+"/profile/jit/fix",schemaPath:"#/definitions/unavailable/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid8 = _errs32 === errors;
}
else {
var valid8 = true;
}
}
}
}
else {
const err3 = {instancePath:instancePath+"/profile/jit",schemaPath:"#/definitions/unavailable/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid0 = _errs27 === errors;
if(_valid0){
valid6 = true;
passing0 = 0;
}
const _errs34 = errors;
if(errors === _errs34){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
let missing5;
if(((data11.latency === undefined) && (missing5 = "latency")) || ((data11.repeats === undefined) && (missing5 = "repeats"))){
const err4 = {instancePath:instancePath+"/profile/jit",schemaPath:"#/properties/profile/properties/jit/oneOf/1/required",keyword:"required",params:{missingProperty: missing5},message:"must have required property '"+missing5+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
if(data11.latency !== undefined){
const _errs36 = errors;
if(!(typeof data11.latency == "number")){
const err5 = {instancePath:instancePath+"/profile/jit/latency",schemaPath:"#/properties/profile/properties/jit/oneOf/1/properties/latency/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var valid9 = _errs36 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data11.repeats !== undefined){
let data15 = data11.repeats;
const _errs38 = errors;
if(!((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15)))){
const err6 = {instancePath:instancePath+"/profile/jit/repeats",schemaPath:"#/properties/profile/properties/jit/oneOf/1/properties/repeats/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var valid9 = _errs38 === errors;
}
else {
var valid9 = true;
}
}
}
}
else {
const err7 = {instancePath:instancePath+"/profile/jit",schemaPath:"#/properties/profile/properties/jit/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
var _valid0 = _errs34 === errors;
if(_valid0 && valid6){
valid6 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid6 = true;
passing0 = 1;
}
}
if(!valid6){
const err8 = {instancePath:instancePath+"/profile/jit",schemaPath:"#/properties/profile/properties/jit/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
validate68.errors = vErrors;
return false;
}
else {
errors = _errs26;
if(vErrors !== null){
if(_errs26){
vErrors.length = _errs26;
}
else {
vErrors = null;
}
}
}
var valid5 = _errs25 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data10.reference !== undefined){
let data16 = data10.reference;
const _errs40 = errors;
const _errs41 = errors;
let valid10 = false;
let passing1 = null;
const _errs42 = errors;
const _errs43 = errors;
if(errors === _errs43){
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
let missing6;
if(((data16.unavailable === undefined) && (missing6 = "unavailable")) || ((data16.fix === undefined) && (missing6 = "fix"))){
const err9 = {instancePath:instancePath+"/profile/reference",schemaPath:"#/definitions/unavailable/required",keyword:"required",params:{missingProperty: missing6},message:"must have required property '"+missing6+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
if(data16.unavailable !== undefined){
const _errs45 = errors;
if(typeof data16.unavailable !== "string"){
const err10 = {instancePath:instancePath+"/profile/reference/unavailable",schemaPath:"#/definitions/unavailable/properties/unavailable/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var valid12 = _errs45 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data16.fix !== undefined){
const _errs47 = errors;
if(typeof data16.fix !== "string"){
const err11 = {instancePath:instancePath+"/profile/reference/fix",schemaPath:"#/definitions/unavailable/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var valid12 = _errs47 === errors;
}
else {
var valid12 = true;
}
}
}
}
else {
const err12 = {instancePath:instancePath+"/profile/reference",schemaPath:"#/definitions/unavailable/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
var _valid1 = _errs42 === errors;
if(_valid1){
valid10 = true;
passing1 = 0;
}
const _errs49 = errors;
if(errors === _errs49){
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
let missing7;
if(((((data16.latency === undefined) && (missing7 = "latency")) || ((data16.repeats === undefined) && (missing7 = "repeats"))) || ((data16.runtime === undefined) && (missing7 = "runtime"))) || ((data16.version === undefined) && (missing7 = "version"))){
const err13 = {instancePath:instancePath+"/profile/reference",schemaPath:"#/properties/profile/properties/reference/oneOf/1/required",keyword:"required",params:{missingProperty: missing7},message:"must have required property '"+missing7+"'"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
else {
if(data16.latency !== undefined){
const _errs51 = errors;
if(!(typeof data16.latency == "number")){
const err14 = {instancePath:instancePath+"/profile/reference/latency",schemaPath:"#/properties/profile/properties/reference/oneOf/1/properties/latency/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
var valid13 = _errs51 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data16.repeats !== undefined){
let data20 = data16.repeats;
const _errs53 = errors;
if(!((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20)))){
const err15 = {instancePath:instancePath+"/profile/reference/repeats",schemaPath:"#/properties/profile/properties/reference/oneOf/1/properties/repeats/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
var valid13 = _errs53 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data16.runtime !== undefined){
let data21 = data16.runtime;
const _errs55 = errors;
if(!((data21 === "ort") || (data21 === "ort-web"))){
const err16 = {instancePath:instancePath+"/profile/reference/runtime",schemaPath:"#/properties/profile/properties/reference/oneOf/1/properties/runtime/enum",keyword:"enum",params:{allowedValues: schema124.properties.profile.properties.reference.oneOf[1].properties.runtime.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
var valid13 = _errs55 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data16.version !== undefined){
const _errs56 = errors;
if(typeof data16.version !== "string"){
const err17 = {instancePath:instancePath+"/profile/reference/version",schemaPath:"#/properties/profile/properties/reference/oneOf/1/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var valid13 = _errs56 === errors;
}
else {
var valid13 = true;
}
}
}
}
}
}
else {
const err18 = {instancePath:instancePath+"/profile/reference",schemaPath:"#/properties/profile/properties/reference/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
var _valid1 = _errs49 === errors;
if(_valid1 && valid10){
valid10 = false;
passing1 = [passing1, 1];
}
else {
if(_valid1){
valid10 = true;
passing1 = 1;
}
}
if(!valid10){
const err19 = {instancePath:instancePath+"/profile/reference",schemaPath:"#/properties/profile/properties/reference/oneOf",keyword:"oneOf",params:{passingSchemas: passing1},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
validate68.errors = vErrors;
return false;
}
else {
errors = _errs41;
if(vErrors !== null){
if(_errs41){
vErrors.length = _errs41;
}
else {
vErrors = null;
}
}
}
var valid5 = _errs40 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data10.nodes !== undefined){
let data23 = data10.nodes;
const _errs58 = errors;
const _errs59 = errors;
let valid14 = false;
let passing2 = null;
const _errs60 = errors;
if(data23 !== null){
const err20 = {instancePath:instancePath+"/profile/nodes",schemaPath:"#/properties/profile/properties/nodes/oneOf/0/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
var _valid2 = _errs60 === errors;
if(_valid2){
valid14 = true;
passing2 = 0;
}
const _errs62 = errors;
const _errs63 = errors;
if(errors === _errs63){
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
let missing8;
if(((data23.unavailable === undefined) && (missing8 = "unavailable")) || ((data23.fix === undefined) && (missing8 = "fix"))){
const err21 = {instancePath:instancePath+"/profile/nodes",schemaPath:"#/definitions/unavailable/required",keyword:"required",params:{missingProperty: missing8},message:"must have required property '"+missing8+"'"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
else {
if(data23.unavailable !== undefined){
const _errs65 = errors;
if(typeof data23.unavailable !== "string"){
const err22 = {instancePath:instancePath+"/profile/nodes/unavailable",schemaPath:"#/definitions/unavailable/properties/unavailable/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
var valid16 = _errs65 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data23.fix !== undefined){
const _errs67 = errors;
if(typeof data23.fix !== "string"){
const err23 = {instancePath:instancePath+"/profile/nodes/fix",schemaPath:"#/definitions/unavailable/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
var valid16 = _errs67 === errors;
}
else {
var valid16 = true;
}
}
}
}
else {
const err24 = {instancePath:instancePath+"/profile/nodes",schemaPath:"#/definitions/unavailable/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
var _valid2 = _errs62 === errors;
if(_valid2 && valid14){
valid14 = false;
passing2 = [passing2, 1];
}
else {
if(_valid2){
valid14 = true;
passing2 = 1;
}
}
if(!valid14){
const err25 = {instancePath:instancePath+"/profile/nodes",schemaPath:"#/properties/profile/properties/nodes/oneOf",keyword:"oneOf",params:{passingSchemas: passing2},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
validate68.errors = vErrors;
return false;
}
else {
errors = _errs59;
if(vErrors !== null){
if(_errs59){
vErrors.length = _errs59;
}
else {
vErrors = null;
}
}
}
var valid5 = _errs58 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
else {
validate68.errors = [{instancePath:instancePath+"/profile",schemaPath:"#/properties/profile/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.plan !== undefined){
let data26 = data.plan;
const _errs69 = errors;
const _errs70 = errors;
let valid17 = false;
let passing3 = null;
const _errs71 = errors;
const _errs72 = errors;
if(errors === _errs72){
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
let missing9;
if(((data26.unavailable === undefined) && (missing9 = "unavailable")) || ((data26.fix === undefined) && (missing9 = "fix"))){
const err26 = {instancePath:instancePath+"/plan",schemaPath:"#/definitions/unavailable/required",keyword:"required",params:{missingProperty: missing9},message:"must have required property '"+missing9+"'"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
else {
if(data26.unavailable !== undefined){
const _errs74 = errors;
if(typeof data26.unavailable !== "string"){
const err27 = {instancePath:instancePath+"/plan/unavailable",schemaPath:"#/definitions/unavailable/properties/unavailable/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
var valid19 = _errs74 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data26.fix !== undefined){
const _errs76 = errors;
if(typeof data26.fix !== "string"){
const err28 = {instancePath:instancePath+"/plan/fix",schemaPath:"#/definitions/unavailable/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
var valid19 = _errs76 === errors;
}
else {
var valid19 = true;
}
}
}
}
else {
const err29 = {instancePath:instancePath+"/plan",schemaPath:"#/definitions/unavailable/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
var _valid3 = _errs71 === errors;
if(_valid3){
valid17 = true;
passing3 = 0;
}
const _errs78 = errors;
if(errors === _errs78){
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
let missing10;
if(((data26.parts === undefined) && (missing10 = "parts")) || ((data26.alternatives === undefined) && (missing10 = "alternatives"))){
const err30 = {instancePath:instancePath+"/plan",schemaPath:"#/properties/plan/oneOf/1/required",keyword:"required",params:{missingProperty: missing10},message:"must have required property '"+missing10+"'"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
else {
if(data26.parts !== undefined){
let data29 = data26.parts;
const _errs80 = errors;
if(errors === _errs80){
if(Array.isArray(data29)){
var valid21 = true;
const len0 = data29.length;
for(let i0=0; i0<len0; i0++){
let data30 = data29[i0];
const _errs82 = errors;
if(errors === _errs82){
if(data30 && typeof data30 == "object" && !Array.isArray(data30)){
let missing11;
if(((((data30.runtime === undefined) && (missing11 = "runtime")) || ((data30.from === undefined) && (missing11 = "from"))) || ((data30.to === undefined) && (missing11 = "to"))) || ((data30.reason === undefined) && (missing11 = "reason"))){
const err31 = {instancePath:instancePath+"/plan/parts/" + i0,schemaPath:"#/properties/plan/oneOf/1/properties/parts/items/required",keyword:"required",params:{missingProperty: missing11},message:"must have required property '"+missing11+"'"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
else {
if(data30.runtime !== undefined){
const _errs84 = errors;
if(typeof data30.runtime !== "string"){
const err32 = {instancePath:instancePath+"/plan/parts/" + i0+"/runtime",schemaPath:"#/properties/plan/oneOf/1/properties/parts/items/properties/runtime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
var valid22 = _errs84 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data30.from !== undefined){
let data32 = data30.from;
const _errs86 = errors;
if(!((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32)))){
const err33 = {instancePath:instancePath+"/plan/parts/" + i0+"/from",schemaPath:"#/properties/plan/oneOf/1/properties/parts/items/properties/from/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if(errors === _errs86){
if(typeof data32 == "number"){
if(data32 < 0 || isNaN(data32)){
const err34 = {instancePath:instancePath+"/plan/parts/" + i0+"/from",schemaPath:"#/properties/plan/oneOf/1/properties/parts/items/properties/from/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
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
var valid22 = _errs86 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data30.to !== undefined){
let data33 = data30.to;
const _errs88 = errors;
if(!((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33)))){
const err35 = {instancePath:instancePath+"/plan/parts/" + i0+"/to",schemaPath:"#/properties/plan/oneOf/1/properties/parts/items/properties/to/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(errors === _errs88){
if(typeof data33 == "number"){
if(data33 < 0 || isNaN(data33)){
const err36 = {instancePath:instancePath+"/plan/parts/" + i0+"/to",schemaPath:"#/properties/plan/oneOf/1/properties/parts/items/properties/to/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
var valid22 = _errs88 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data30.reason !== undefined){
const _errs90 = errors;
if(typeof data30.reason !== "string"){
const err37 = {instancePath:instancePath+"/plan/parts/" + i0+"/reason",schemaPath:"#/properties/plan/oneOf/1/properties/parts/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
var valid22 = _errs90 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data30.predicted !== undefined){
const _errs92 = errors;
if(!(typeof data30.predicted == "number")){
const err38 = {instancePath:instancePath+"/plan/parts/" + i0+"/predicted",schemaPath:"#/properties/plan/oneOf/1/properties/parts/items/properties/predicted/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
var valid22 = _errs92 === errors;
}
else {
var valid22 = true;
}
}
}
}
}
}
}
else {
const err39 = {instancePath:instancePath+"/plan/parts/" + i0,schemaPath:"#/properties/plan/oneOf/1/properties/parts/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
var valid21 = _errs82 === errors;
if(!valid21){
break;
}
}
}
else {
const err40 = {instancePath:instancePath+"/plan/parts",schemaPath:"#/properties/plan/oneOf/1/properties/parts/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
var valid20 = _errs80 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data26.predicted !== undefined){
const _errs94 = errors;
if(!(typeof data26.predicted == "number")){
const err41 = {instancePath:instancePath+"/plan/predicted",schemaPath:"#/properties/plan/oneOf/1/properties/predicted/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
var valid20 = _errs94 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data26.measured !== undefined){
const _errs96 = errors;
if(!(typeof data26.measured == "number")){
const err42 = {instancePath:instancePath+"/plan/measured",schemaPath:"#/properties/plan/oneOf/1/properties/measured/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
var valid20 = _errs96 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data26.alternatives !== undefined){
let data38 = data26.alternatives;
const _errs98 = errors;
if(errors === _errs98){
if(Array.isArray(data38)){
var valid23 = true;
const len1 = data38.length;
for(let i1=0; i1<len1; i1++){
let data39 = data38[i1];
const _errs100 = errors;
if(errors === _errs100){
if(data39 && typeof data39 == "object" && !Array.isArray(data39)){
let missing12;
if((data39.runtime === undefined) && (missing12 = "runtime")){
const err43 = {instancePath:instancePath+"/plan/alternatives/" + i1,schemaPath:"#/properties/plan/oneOf/1/properties/alternatives/items/required",keyword:"required",params:{missingProperty: missing12},message:"must have required property '"+missing12+"'"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
else {
if(data39.runtime !== undefined){
const _errs102 = errors;
if(typeof data39.runtime !== "string"){
const err44 = {instancePath:instancePath+"/plan/alternatives/" + i1+"/runtime",schemaPath:"#/properties/plan/oneOf/1/properties/alternatives/items/properties/runtime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
var valid24 = _errs102 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data39.predicted !== undefined){
const _errs104 = errors;
if(!(typeof data39.predicted == "number")){
const err45 = {instancePath:instancePath+"/plan/alternatives/" + i1+"/predicted",schemaPath:"#/properties/plan/oneOf/1/properties/alternatives/items/properties/predicted/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
var valid24 = _errs104 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data39.measured !== undefined){
const _errs106 = errors;
if(!(typeof data39.measured == "number")){
const err46 = {instancePath:instancePath+"/plan/alternatives/" + i1+"/measured",schemaPath:"#/properties/plan/oneOf/1/properties/alternatives/items/properties/measured/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
var valid24 = _errs106 === errors;
}
else {
var valid24 = true;
}
}
}
}
}
else {
const err47 = {instancePath:instancePath+"/plan/alternatives/" + i1,schemaPath:"#/properties/plan/oneOf/1/properties/alternatives/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
var valid23 = _errs100 === errors;
if(!valid23){
break;
}
}
}
else {
const err48 = {instancePath:instancePath+"/plan/alternatives",schemaPath:"#/properties/plan/oneOf/1/properties/alternatives/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
var valid20 = _errs98 === errors;
}
else {
var valid20 = true;
}
}
}
}
}
}
else {
const err49 = {instancePath:instancePath+"/plan",schemaPath:"#/properties/plan/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
var _valid3 = _errs78 === errors;
if(_valid3 && valid17){
valid17 = false;
passing3 = [passing3, 1];
}
else {
if(_valid3){
valid17 = true;
passing3 = 1;
}
}
if(!valid17){
const err50 = {instancePath:instancePath+"/plan",schemaPath:"#/properties/plan/oneOf",keyword:"oneOf",params:{passingSchemas: passing3},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
validate68.errors = vErrors;
return false;
}
else {
errors = _errs70;
if(vErrors !== null){
if(_errs70){
vErrors.length = _errs70;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs69 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.diff !== undefined){
let data43 = data.diff;
const _errs108 = errors;
const _errs109 = errors;
let valid25 = false;
let passing4 = null;
const _errs110 = errors;
const _errs111 = errors;
if(errors === _errs111){
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
let missing13;
if(((data43.unavailable === undefined) && (missing13 = "unavailable")) || ((data43.fix === undefined) && (missing13 = "fix"))){
const err51 = {instancePath:instancePath+"/diff",schemaPath:"#/definitions/unavailable/required",keyword:"required",params:{missingProperty: missing13},message:"must have required property '"+missing13+"'"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
else {
if(data43.unavailable !== undefined){
const _errs113 = errors;
if(typeof data43.unavailable !== "string"){
const err52 = {instancePath:instancePath+"/diff/unavailable",schemaPath:"#/definitions/unavailable/properties/unavailable/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
var valid27 = _errs113 === errors;
}
else {
var valid27 = true;
}
if(valid27){
if(data43.fix !== undefined){
const _errs115 = errors;
if(typeof data43.fix !== "string"){
const err53 = {instancePath:instancePath+"/diff/fix",schemaPath:"#/definitions/unavailable/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
var valid27 = _errs115 === errors;
}
else {
var valid27 = true;
}
}
}
}
else {
const err54 = {instancePath:instancePath+"/diff",schemaPath:"#/definitions/unavailable/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
var _valid4 = _errs110 === errors;
if(_valid4){
valid25 = true;
passing4 = 0;
}
const _errs117 = errors;
if(errors === _errs117){
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
let missing14;
if((((((data43.reference === undefined) && (missing14 = "reference")) || ((data43.tolerance === undefined) && (missing14 = "tolerance"))) || ((data43.seed === undefined) && (missing14 = "seed"))) || ((data43.firstDiffering === undefined) && (missing14 = "firstDiffering"))) || ((data43.left === undefined) && (missing14 = "left"))){
const err55 = {instancePath:instancePath+"/diff",schemaPath:"#/properties/diff/oneOf/1/required",keyword:"required",params:{missingProperty: missing14},message:"must have required property '"+missing14+"'"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
else {
if(data43.reference !== undefined){
let data46 = data43.reference;
const _errs119 = errors;
if(errors === _errs119){
if(data46 && typeof data46 == "object" && !Array.isArray(data46)){
let missing15;
if(((data46.runtime === undefined) && (missing15 = "runtime")) || ((data46.version === undefined) && (missing15 = "version"))){
const err56 = {instancePath:instancePath+"/diff/reference",schemaPath:"#/properties/diff/oneOf/1/properties/reference/required",keyword:"required",params:{missingProperty: missing15},message:"must have required property '"+missing15+"'"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
else {
if(data46.runtime !== undefined){
let data47 = data46.runtime;
const _errs121 = errors;
if(!((data47 === "ort") || (data47 === "ort-web"))){
const err57 = {instancePath:instancePath+"/diff/reference/runtime",schemaPath:"#/properties/diff/oneOf/1/properties/reference/properties/runtime/enum",keyword:"enum",params:{allowedValues: schema124.properties.diff.oneOf[1].properties.reference.properties.runtime.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
var valid29 = _errs121 === errors;
}
else {
var valid29 = true;
}
if(valid29){
if(data46.version !== undefined){
const _errs122 = errors;
if(typeof data46.version !== "string"){
const err58 = {instancePath:instancePath+"/diff/reference/version",schemaPath:"#/properties/diff/oneOf/1/properties/reference/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
var valid29 = _errs122 === errors;
}
else {
var valid29 = true;
}
}
}
}
else {
const err59 = {instancePath:instancePath+"/diff/reference",schemaPath:"#/properties/diff/oneOf/1/properties/reference/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
var valid28 = _errs119 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data43.tolerance !== undefined){
let data49 = data43.tolerance;
const _errs124 = errors;
if(errors === _errs124){
if(data49 && typeof data49 == "object" && !Array.isArray(data49)){
let missing16;
if(((data49.relative === undefined) && (missing16 = "relative")) || ((data49.absolute === undefined) && (missing16 = "absolute"))){
const err60 = {instancePath:instancePath+"/diff/tolerance",schemaPath:"#/properties/diff/oneOf/1/properties/tolerance/required",keyword:"required",params:{missingProperty: missing16},message:"must have required property '"+missing16+"'"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
else {
if(data49.relative !== undefined){
const _errs126 = errors;
if(!(typeof data49.relative == "number")){
const err61 = {instancePath:instancePath+"/diff/tolerance/relative",schemaPath:"#/properties/diff/oneOf/1/properties/tolerance/properties/relative/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
var valid30 = _errs126 === errors;
}
else {
var valid30 = true;
}
if(valid30){
if(data49.absolute !== undefined){
const _errs128 = errors;
if(!(typeof data49.absolute == "number")){
const err62 = {instancePath:instancePath+"/diff/tolerance/absolute",schemaPath:"#/properties/diff/oneOf/1/properties/tolerance/properties/absolute/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
var valid30 = _errs128 === errors;
}
else {
var valid30 = true;
}
}
}
}
else {
const err63 = {instancePath:instancePath+"/diff/tolerance",schemaPath:"#/properties/diff/oneOf/1/properties/tolerance/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
var valid28 = _errs124 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data43.seed !== undefined){
let data52 = data43.seed;
const _errs130 = errors;
if(!((typeof data52 == "number") && (!(data52 % 1) && !isNaN(data52)))){
const err64 = {instancePath:instancePath+"/diff/seed",schemaPath:"#/properties/diff/oneOf/1/properties/seed/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
var valid28 = _errs130 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data43.firstDiffering !== undefined){
let data53 = data43.firstDiffering;
const _errs132 = errors;
if((!((typeof data53 == "number") && (!(data53 % 1) && !isNaN(data53)))) && (data53 !== null)){
const err65 = {instancePath:instancePath+"/diff/firstDiffering",schemaPath:"#/properties/diff/oneOf/1/properties/firstDiffering/type",keyword:"type",params:{type: schema124.properties.diff.oneOf[1].properties.firstDiffering.type},message:"must be integer,null"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(errors === _errs132){
if(typeof data53 == "number"){
if(data53 < 0 || isNaN(data53)){
const err66 = {instancePath:instancePath+"/diff/firstDiffering",schemaPath:"#/properties/diff/oneOf/1/properties/firstDiffering/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
}
var valid28 = _errs132 === errors;
}
else {
var valid28 = true;
}
if(valid28){
if(data43.left !== undefined){
let data54 = data43.left;
const _errs134 = errors;
if(!((typeof data54 == "number") && (!(data54 % 1) && !isNaN(data54)))){
const err67 = {instancePath:instancePath+"/diff/left",schemaPath:"#/properties/diff/oneOf/1/properties/left/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
if(errors === _errs134){
if(typeof data54 == "number"){
if(data54 < 0 || isNaN(data54)){
const err68 = {instancePath:instancePath+"/diff/left",schemaPath:"#/properties/diff/oneOf/1/properties/left/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
}
var valid28 = _errs134 === errors;
}
else {
var valid28 = true;
}
}
}
}
}
}
}
else {
const err69 = {instancePath:instancePath+"/diff",schemaPath:"#/properties/diff/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
var _valid4 = _errs117 === errors;
if(_valid4 && valid25){
valid25 = false;
passing4 = [passing4, 1];
}
else {
if(_valid4){
valid25 = true;
passing4 = 1;
}
}
if(!valid25){
const err70 = {instancePath:instancePath+"/diff",schemaPath:"#/properties/diff/oneOf",keyword:"oneOf",params:{passingSchemas: passing4},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
validate68.errors = vErrors;
return false;
}
else {
errors = _errs109;
if(vErrors !== null){
if(_errs109){
vErrors.length = _errs109;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs108 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate68.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate68.errors = vErrors;
return errors === 0;
}

export const modelLeave = validate69;
const schema131 = {"type":"object","required":["inspection"],"properties":{"inspection":{"$ref":"#/definitions/runId"}}};

function validate69(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.inspection === undefined) && (missing0 = "inspection")){
validate69.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.inspection !== undefined){
let data0 = data.inspection;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern2.test(data0)){
validate69.errors = [{instancePath:instancePath+"/inspection",schemaPath:"#/definitions/runId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-z-]{1,64}$"},message:"must match pattern \""+"^[0-9a-z-]{1,64}$"+"\""}];
return false;
}
}
else {
validate69.errors = [{instancePath:instancePath+"/inspection",schemaPath:"#/definitions/runId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
}
else {
validate69.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate69.errors = vErrors;
return errors === 0;
}

export const modelLeaveResult = validate70;

function validate70(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(data && typeof data == "object" && !Array.isArray(data))){
validate70.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
validate70.errors = vErrors;
return errors === 0;
}

export const modelProgress = validate71;
const schema134 = {"type":"object","required":["inspection","phase","done","of"],"properties":{"inspection":{"$ref":"#/definitions/runId"},"phase":{"type":"string"},"done":{"type":"integer","minimum":0},"of":{"type":"integer","minimum":0}}};

function validate71(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.inspection === undefined) && (missing0 = "inspection")) || ((data.phase === undefined) && (missing0 = "phase"))) || ((data.done === undefined) && (missing0 = "done"))) || ((data.of === undefined) && (missing0 = "of"))){
validate71.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.inspection !== undefined){
let data0 = data.inspection;
const _errs1 = errors;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern2.test(data0)){
validate71.errors = [{instancePath:instancePath+"/inspection",schemaPath:"#/definitions/runId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-z-]{1,64}$"},message:"must match pattern \""+"^[0-9a-z-]{1,64}$"+"\""}];
return false;
}
}
else {
validate71.errors = [{instancePath:instancePath+"/inspection",schemaPath:"#/definitions/runId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.phase !== undefined){
const _errs4 = errors;
if(typeof data.phase !== "string"){
validate71.errors = [{instancePath:instancePath+"/phase",schemaPath:"#/properties/phase/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.done !== undefined){
let data2 = data.done;
const _errs6 = errors;
if(!((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2)))){
validate71.errors = [{instancePath:instancePath+"/done",schemaPath:"#/properties/done/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs6){
if(typeof data2 == "number"){
if(data2 < 0 || isNaN(data2)){
validate71.errors = [{instancePath:instancePath+"/done",schemaPath:"#/properties/done/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.of !== undefined){
let data3 = data.of;
const _errs8 = errors;
if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
validate71.errors = [{instancePath:instancePath+"/of",schemaPath:"#/properties/of/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs8){
if(typeof data3 == "number"){
if(data3 < 0 || isNaN(data3)){
validate71.errors = [{instancePath:instancePath+"/of",schemaPath:"#/properties/of/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate71.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate71.errors = vErrors;
return errors === 0;
}

export const modelPart = validate72;
const schema136 = {"type":"object","required":["inspection"],"properties":{"inspection":{"$ref":"#/definitions/runId"},"nodes":{"type":"array","items":{"$ref":"#/definitions/inspectedNode"}},"kernels":{"type":"array","items":{"$ref":"#/definitions/inspectedKernel"}},"values":{"type":"array","items":{"$ref":"#/definitions/inspectedValue"}}}};
const schema138 = {"type":"object","required":["index","name","op","outputs"],"properties":{"index":{"type":"integer","minimum":0},"name":{"type":"string"},"op":{"type":"string"},"outputs":{"type":"array","items":{"type":"string"}},"time":{"type":"number"},"placed":{"type":"string"}}};
const schema139 = {"type":"object","required":["index","kind","nodes","algorithms","runtime","reason"],"properties":{"index":{"type":"integer","minimum":0},"kind":{"type":"string"},"nodes":{"type":"array","items":{"type":"integer","minimum":0}},"algorithms":{"type":"array","items":{"type":"string"}},"runtime":{"enum":["wasm","host","external"]},"reason":{"type":["string","null"]},"time":{"type":"number"},"predicted":{"type":"number"},"alternatives":{"type":"array","items":{"type":"object","required":["algorithm"],"properties":{"algorithm":{"type":"string"},"predicted":{"type":"number"}}}}}};
const schema140 = {"type":"object","required":["name","node","from","isOutput","type","of","beyond","maxAbs","maxRel","meanAbs","ulps"],"properties":{"name":{"type":"string"},"node":{"type":"integer","minimum":0},"from":{"enum":["program","unfused"]},"isOutput":{"type":"boolean"},"type":{"type":"string"},"of":{"type":"integer","minimum":0},"beyond":{"type":"integer","minimum":0},"maxAbs":{"type":["number","null"]},"maxRel":{"type":["number","null"]},"meanAbs":{"type":["number","null"]},"ulps":{"type":["number","null"]},"mismatch":{"type":"string"}}};

function validate72(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.inspection === undefined) && (missing0 = "inspection")){
validate72.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.inspection !== undefined){
let data0 = data.inspection;
const _errs1 = errors;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern2.test(data0)){
validate72.errors = [{instancePath:instancePath+"/inspection",schemaPath:"#/definitions/runId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-z-]{1,64}$"},message:"must match pattern \""+"^[0-9a-z-]{1,64}$"+"\""}];
return false;
}
}
else {
validate72.errors = [{instancePath:instancePath+"/inspection",schemaPath:"#/definitions/runId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.nodes !== undefined){
let data1 = data.nodes;
const _errs4 = errors;
if(errors === _errs4){
if(Array.isArray(data1)){
var valid2 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs6 = errors;
const _errs7 = errors;
if(errors === _errs7){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if(((((data2.index === undefined) && (missing1 = "index")) || ((data2.name === undefined) && (missing1 = "name"))) || ((data2.op === undefined) && (missing1 = "op"))) || ((data2.outputs === undefined) && (missing1 = "outputs"))){
validate72.errors = [{instancePath:instancePath+"/nodes/" + i0,schemaPath:"#/definitions/inspectedNode/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data2.index !== undefined){
let data3 = data2.index;
const _errs9 = errors;
if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
validate72.errors = [{instancePath:instancePath+"/nodes/" + i0+"/index",schemaPath:"#/definitions/inspectedNode/properties/index/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs9){
if(typeof data3 == "number"){
if(data3 < 0 || isNaN(data3)){
validate72.errors = [{instancePath:instancePath+"/nodes/" + i0+"/index",schemaPath:"#/definitions/inspectedNode/properties/index/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid4 = _errs9 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data2.name !== undefined){
const _errs11 = errors;
if(typeof data2.name !== "string"){
validate72.errors = [{instancePath:instancePath+"/nodes/" + i0+"/name",schemaPath:"#/definitions/inspectedNode/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs11 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data2.op !== undefined){
const _errs13 = errors;
if(typeof data2.op !== "string"){
validate72.errors = [{instancePath:instancePath+"/nodes/" + i0+"/op",schemaPath:"#/definitions/inspectedNode/properties/op/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs13 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data2.outputs !== undefined){
let data6 = data2.outputs;
const _errs15 = errors;
if(errors === _errs15){
if(Array.isArray(data6)){
var valid5 = true;
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
const _errs17 = errors;
if(typeof data6[i1] !== "string"){
validate72.errors = [{instancePath:instancePath+"/nodes/" + i0+"/outputs/" + i1,schemaPath:"#/definitions/inspectedNode/properties/outputs/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid5 = _errs17 === errors;
if(!valid5){
break;
}
}
}
else {
validate72.errors = [{instancePath:instancePath+"/nodes/" + i0+"/outputs",schemaPath:"#/definitions/inspectedNode/properties/outputs/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid4 = _errs15 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data2.time !== undefined){
const _errs19 = errors;
if(!(typeof data2.time == "number")){
validate72.errors = [{instancePath:instancePath+"/nodes/" + i0+"/time",schemaPath:"#/definitions/inspectedNode/properties/time/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid4 = _errs19 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data2.placed !== undefined){
const _errs21 = errors;
if(typeof data2.placed !== "string"){
validate72.errors = [{instancePath:instancePath+"/nodes/" + i0+"/placed",schemaPath:"#/definitions/inspectedNode/properties/placed/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs21 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
}
}
}
else {
validate72.errors = [{instancePath:instancePath+"/nodes/" + i0,schemaPath:"#/definitions/inspectedNode/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid2 = _errs6 === errors;
if(!valid2){
break;
}
}
}
else {
validate72.errors = [{instancePath:instancePath+"/nodes",schemaPath:"#/properties/nodes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kernels !== undefined){
let data10 = data.kernels;
const _errs23 = errors;
if(errors === _errs23){
if(Array.isArray(data10)){
var valid6 = true;
const len2 = data10.length;
for(let i2=0; i2<len2; i2++){
let data11 = data10[i2];
const _errs25 = errors;
const _errs26 = errors;
if(errors === _errs26){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
let missing2;
if(((((((data11.index === undefined) && (missing2 = "index")) || ((data11.kind === undefined) && (missing2 = "kind"))) || ((data11.nodes === undefined) && (missing2 = "nodes"))) || ((data11.algorithms === undefined) && (missing2 = "algorithms"))) || ((data11.runtime === undefined) && (missing2 = "runtime"))) || ((data11.reason === undefined) && (missing2 = "reason"))){
validate72.errors = [{instancePath:instancePath+"/kernels/" + i2,schemaPath:"#/definitions/inspectedKernel/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data11.index !== undefined){
let data12 = data11.index;
const _errs28 = errors;
if(!((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12)))){
validate72.errors = [{instancePath:instancePath+"/kernels/" + i2+"/index",schemaPath:"#/definitions/inspectedKernel/properties/index/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs28){
if(typeof data12 == "number"){
if(data12 < 0 || isNaN(data12)){
validate72.errors = [{instancePath:instancePath+"/kernels/" + i2+"/index",schemaPath:"#/definitions/inspectedKernel/properties/index/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid8 = _errs28 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data11.kind !== undefined){
const _errs30 = errors;
if(typeof data11.kind !== "string"){
validate72.errors = [{instancePath:instancePath+"/kernels/" + i2+"/kind",schemaPath:"#/definitions/inspectedKernel/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid8 = _errs30 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data11.nodes !== undefined){
let data14 = data11.nodes;
const _errs32 = errors;
if(errors === _errs32){
if(Array.isArray(data14)){
var valid9 = true;
const len3 = data14.length;
for(let i3=0; i3<len3; i3++){
let data15 = data14[i3];
const _errs34 = errors;
if(!((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15)))){
validate72.errors = [{instancePath:instancePath+"/kernels/" + i2+"/nodes/" + i3,schemaPath:"#/definitions/inspectedKernel/properties/nodes/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs34){
if(typeof data15 == "number"){
if(data15 < 0 || isNaN(data15)){
validate72.errors = [{instancePath:instancePath+"/kernels/" + i2+"/nodes/" + i3,schemaPath:"#/definitions/inspectedKernel/properties/nodes/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid9 = _errs34 === errors;
if(!valid9){
break;
}
}
}
else {
validate72.errors = [{instancePath:instancePath+"/kernels/" + i2+"/nodes",schemaPath:"#/definitions/inspectedKernel/properties/nodes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid8 = _errs32 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data11.algorithms !== undefined){
let data16 = data11.algorithms;
const _errs36 = errors;
if(errors === _errs36){
if(Array.isArray(data16)){
var valid10 = true;
const len4 = data16.length;
for(let i4=0; i4<len4; i4++){
const _errs38 = errors;
if(typeof data16[i4] !== "string"){
validate72.errors = [{instancePath:instancePath+"/kernels/" + i2+"/algorithms/" + i4,schemaPath:"#/definitions/inspectedKernel/properties/algorithms/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid10 = _errs38 === errors;
if(!valid10){
break;
}
}
}
else {
validate72.errors = [{instancePath:instancePath+"/kernels/" + i2+"/algorithms",schemaPath:"#/definitions/inspectedKernel/properties/algorithms/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid8 = _errs36 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data11.runtime !== undefined){
let data18 = data11.runtime;
const _errs40 = errors;
if(!(((data18 === "wasm") || (data18 === "host")) || (data18 === "external"))){
validate72.errors = [{instancePath:instancePath+"/kernels/" + i2+"/runtime",schemaPath:"#/definitions/inspectedKernel/properties/runtime/enum",keyword:"enum",params:{allowedValues: schema139.properties.runtime.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid8 = _errs40 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data11.reason !== undefined){
let data19 = data11.reason;
const _errs41 = errors;
if((typeof data19 !== "string") && (data19 !== null)){
validate72.errors = [{instancePath:instancePath+"/kernels/" + i2+"/reason",schemaPath:"#/definitions/inspectedKernel/properties/reason/type",keyword:"type",params:{type: schema139.properties.reason.type},message:"must be string,null"}];
return false;
}
var valid8 = _errs41 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data11.time !== undefined){
const _errs43 = errors;
if(!(typeof data11.time == "number")){
validate72.errors = [{instancePath:instancePath+"/kernels/" + i2+"/time",schemaPath:"#/definitions/inspectedKernel/properties/time/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid8 = _errs43 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data11.predicted !== undefined){
const _errs45 = errors;
if(!(typeof data11.predicted == "number")){
validate72.errors = [{instancePath:instancePath+"/kernels/" + i2+"/predicted",schemaPath:"#/definitions/inspectedKernel/properties/predicted/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid8 = _errs45 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data11.alternatives !== undefined){
let data22 = data11.alternatives;
const _errs47 = errors;
if(errors === _errs47){
if(Array.isArray(data22)){
var valid11 = true;
const len5 = data22.length;
for(let i5=0; i5<len5; i5++){
let data23 = data22[i5];
const _errs49 = errors;
if(errors === _errs49){
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
let missing3;
if((data23.algorithm === undefined) && (missing3 = "algorithm")){
validate72.errors = [{instancePath:instancePath+"/kernels/" + i2+"/alternatives/" + i5,schemaPath:"#/definitions/inspectedKernel/properties/alternatives/items/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
if(data23.algorithm !== undefined){
const _errs51 = errors;
if(typeof data23.algorithm !== "string"){
validate72.errors = [{instancePath:instancePath+"/kernels/" + i2+"/alternatives/" + i5+"/algorithm",schemaPath:"#/definitions/inspectedKernel/properties/alternatives/items/properties/algorithm/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid12 = _errs51 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data23.predicted !== undefined){
const _errs53 = errors;
if(!(typeof data23.predicted == "number")){
validate72.errors = [{instancePath:instancePath+"/kernels/" + i2+"/alternatives/" + i5+"/predicted",schemaPath:"#/definitions/inspectedKernel/properties/alternatives/items/properties/predicted/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid12 = _errs53 === errors;
}
else {
var valid12 = true;
}
}
}
}
else {
validate72.errors = [{instancePath:instancePath+"/kernels/" + i2+"/alternatives/" + i5,schemaPath:"#/definitions/inspectedKernel/properties/alternatives/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid11 = _errs49 === errors;
if(!valid11){
break;
}
}
}
else {
validate72.errors = [{instancePath:instancePath+"/kernels/" + i2+"/alternatives",schemaPath:"#/definitions/inspectedKernel/properties/alternatives/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid8 = _errs47 === errors;
}
else {
var valid8 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate72.errors = [{instancePath:instancePath+"/kernels/" + i2,schemaPath:"#/definitions/inspectedKernel/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid6 = _errs25 === errors;
if(!valid6){
break;
}
}
}
else {
validate72.errors = [{instancePath:instancePath+"/kernels",schemaPath:"#/properties/kernels/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.values !== undefined){
let data26 = data.values;
const _errs55 = errors;
if(errors === _errs55){
if(Array.isArray(data26)){
var valid13 = true;
const len6 = data26.length;
for(let i6=0; i6<len6; i6++){
let data27 = data26[i6];
const _errs57 = errors;
const _errs58 = errors;
if(errors === _errs58){
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
let missing4;
if((((((((((((data27.name === undefined) && (missing4 = "name")) || ((data27.node === undefined) && (missing4 = "node"))) || ((data27.from === undefined) && (missing4 = "from"))) || ((data27.isOutput === undefined) && (missing4 = "isOutput"))) || ((data27.type === undefined) && (missing4 = "type"))) || ((data27.of === undefined) && (missing4 = "of"))) || ((data27.beyond === undefined) && (missing4 = "beyond"))) || ((data27.maxAbs === undefined) && (missing4 = "maxAbs"))) || ((data27.maxRel === undefined) && (missing4 = "maxRel"))) || ((data27.meanAbs === undefined) && (missing4 = "meanAbs"))) || ((data27.ulps === undefined) && (missing4 = "ulps"))){
validate72.errors = [{instancePath:instancePath+"/values/" + i6,schemaPath:"#/definitions/inspectedValue/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"}];
return false;
}
else {
if(data27.name !== undefined){
const _errs60 = errors;
if(typeof data27.name !== "string"){
validate72.errors = [{instancePath:instancePath+"/values/" + i6+"/name",schemaPath:"#/definitions/inspectedValue/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid15 = _errs60 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data27.node !== undefined){
let data29 = data27.node;
const _errs62 = errors;
if(!((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29)))){
validate72.errors = [{instancePath:instancePath+"/values/" + i6+"/node",schemaPath:"#/definitions/inspectedValue/properties/node/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs62){
if(typeof data29 == "number"){
if(data29 < 0 || isNaN(data29)){
validate72.errors = [{instancePath:instancePath+"/values/" + i6+"/node",schemaPath:"#/definitions/inspectedValue/properties/node/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid15 = _errs62 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data27.from !== undefined){
let data30 = data27.from;
const _errs64 = errors;
if(!((data30 === "program") || (data30 === "unfused"))){
validate72.errors = [{instancePath:instancePath+"/values/" + i6+"/from",schemaPath:"#/definitions/inspectedValue/properties/from/enum",keyword:"enum",params:{allowedValues: schema140.properties.from.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid15 = _errs64 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data27.isOutput !== undefined){
const _errs65 = errors;
if(typeof data27.isOutput !== "boolean"){
validate72.errors = [{instancePath:instancePath+"/values/" + i6+"/isOutput",schemaPath:"#/definitions/inspectedValue/properties/isOutput/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid15 = _errs65 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data27.type !== undefined){
const _errs67 = errors;
if(typeof data27.type !== "string"){
validate72.errors = [{instancePath:instancePath+"/values/" + i6+"/type",schemaPath:"#/definitions/inspectedValue/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid15 = _errs67 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data27.of !== undefined){
let data33 = data27.of;
const _errs69 = errors;
if(!((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33)))){
validate72.errors = [{instancePath:instancePath+"/values/" + i6+"/of",schemaPath:"#/definitions/inspectedValue/properties/of/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs69){
if(typeof data33 == "number"){
if(data33 < 0 || isNaN(data33)){
validate72.errors = [{instancePath:instancePath+"/values/" + i6+"/of",schemaPath:"#/definitions/inspectedValue/properties/of/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid15 = _errs69 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data27.beyond !== undefined){
let data34 = data27.beyond;
const _errs71 = errors;
if(!((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34)))){
validate72.errors = [{instancePath:instancePath+"/values/" + i6+"/beyond",schemaPath:"#/definitions/inspectedValue/properties/beyond/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs71){
if(typeof data34 == "number"){
if(data34 < 0 || isNaN(data34)){
validate72.errors = [{instancePath:instancePath+"/values/" + i6+"/beyond",schemaPath:"#/definitions/inspectedValue/properties/beyond/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid15 = _errs71 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data27.maxAbs !== undefined){
let data35 = data27.maxAbs;
const _errs73 = errors;
if((!(typeof data35 == "number")) && (data35 !== null)){
validate72.errors = [{instancePath:instancePath+"/values/" + i6+"/maxAbs",schemaPath:"#/definitions/inspectedValue/properties/maxAbs/type",keyword:"type",params:{type: schema140.properties.maxAbs.type},message:"must be number,null"}];
return false;
}
var valid15 = _errs73 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data27.maxRel !== undefined){
let data36 = data27.maxRel;
const _errs75 = errors;
if((!(typeof data36 == "number")) && (data36 !== null)){
validate72.errors = [{instancePath:instancePath+"/values/" + i6+"/maxRel",schemaPath:"#/definitions/inspectedValue/properties/maxRel/type",keyword:"type",params:{type: schema140.properties.maxRel.type},message:"must be number,null"}];
return false;
}
var valid15 = _errs75 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data27.meanAbs !== undefined){
let data37 = data27.meanAbs;
const _errs77 = errors;
if((!(typeof data37 == "number")) && (data37 !== null)){
validate72.errors = [{instancePath:instancePath+"/values/" + i6+"/meanAbs",schemaPath:"#/definitions/inspectedValue/properties/meanAbs/type",keyword:"type",params:{type: schema140.properties.meanAbs.type},message:"must be number,null"}];
return false;
}
var valid15 = _errs77 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data27.ulps !== undefined){
let data38 = data27.ulps;
const _errs79 = errors;
if((!(typeof data38 == "number")) && (data38 !== null)){
validate72.errors = [{instancePath:instancePath+"/values/" + i6+"/ulps",schemaPath:"#/definitions/inspectedValue/properties/ulps/type",keyword:"type",params:{type: schema140.properties.ulps.type},message:"must be number,null"}];
return false;
}
var valid15 = _errs79 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data27.mismatch !== undefined){
const _errs81 = errors;
if(typeof data27.mismatch !== "string"){
validate72.errors = [{instancePath:instancePath+"/values/" + i6+"/mismatch",schemaPath:"#/definitions/inspectedValue/properties/mismatch/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid15 = _errs81 === errors;
}
else {
var valid15 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate72.errors = [{instancePath:instancePath+"/values/" + i6,schemaPath:"#/definitions/inspectedValue/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid13 = _errs57 === errors;
if(!valid13){
break;
}
}
}
else {
validate72.errors = [{instancePath:instancePath+"/values",schemaPath:"#/properties/values/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs55 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate72.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate72.errors = vErrors;
return errors === 0;
}

export const keyOffer = validate73;
const schema141 = {"type":"object","required":["key"],"properties":{"key":{"$ref":"#/definitions/publicKey"}}};
const schema142 = {"type":"string","pattern":"^ed25519:[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$"};
const pattern28 = new RegExp("^ed25519:[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$", "u");

function validate73(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.key === undefined) && (missing0 = "key")){
validate73.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.key !== undefined){
let data0 = data.key;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern28.test(data0)){
validate73.errors = [{instancePath:instancePath+"/key",schemaPath:"#/definitions/publicKey/pattern",keyword:"pattern",params:{pattern: "^ed25519:[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$"},message:"must match pattern \""+"^ed25519:[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$"+"\""}];
return false;
}
}
else {
validate73.errors = [{instancePath:instancePath+"/key",schemaPath:"#/definitions/publicKey/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
}
else {
validate73.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate73.errors = vErrors;
return errors === 0;
}

export const keyOfferResult = validate74;
const schema143 = {"type":"object","required":["trust"],"properties":{"trust":{"enum":["pinned","trusted","unknown"]}}};

function validate74(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.trust === undefined) && (missing0 = "trust")){
validate74.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.trust !== undefined){
let data0 = data.trust;
if(!(((data0 === "pinned") || (data0 === "trusted")) || (data0 === "unknown"))){
validate74.errors = [{instancePath:instancePath+"/trust",schemaPath:"#/properties/trust/enum",keyword:"enum",params:{allowedValues: schema143.properties.trust.enum},message:"must be equal to one of the allowed values"}];
return false;
}
}
}
}
else {
validate74.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate74.errors = vErrors;
return errors === 0;
}

export const taskDeploy = validate75;
const schema144 = {"type":"object","required":["document","artifacts","version"],"properties":{"document":{"type":"string"},"artifacts":{"type":"object","additionalProperties":{"$ref":"#/definitions/digest"}},"version":{"type":"string","maxLength":200},"signature":{"$ref":"#/definitions/taskSignature"}}};
const schema146 = {"type":"object","required":["key","value"],"properties":{"key":{"$ref":"#/definitions/publicKey"},"value":{"type":"string","pattern":"^[A-Za-z0-9+/]{85}[AQgw]==$"}}};
const pattern31 = new RegExp("^[A-Za-z0-9+/]{85}[AQgw]==$", "u");

function validate76(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.key === undefined) && (missing0 = "key")) || ((data.value === undefined) && (missing0 = "value"))){
validate76.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.key !== undefined){
let data0 = data.key;
const _errs1 = errors;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern28.test(data0)){
validate76.errors = [{instancePath:instancePath+"/key",schemaPath:"#/definitions/publicKey/pattern",keyword:"pattern",params:{pattern: "^ed25519:[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$"},message:"must match pattern \""+"^ed25519:[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$"+"\""}];
return false;
}
}
else {
validate76.errors = [{instancePath:instancePath+"/key",schemaPath:"#/definitions/publicKey/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.value !== undefined){
let data1 = data.value;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(!pattern31.test(data1)){
validate76.errors = [{instancePath:instancePath+"/value",schemaPath:"#/properties/value/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9+/]{85}[AQgw]==$"},message:"must match pattern \""+"^[A-Za-z0-9+/]{85}[AQgw]==$"+"\""}];
return false;
}
}
else {
validate76.errors = [{instancePath:instancePath+"/value",schemaPath:"#/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate76.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate76.errors = vErrors;
return errors === 0;
}


function validate75(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.document === undefined) && (missing0 = "document")) || ((data.artifacts === undefined) && (missing0 = "artifacts"))) || ((data.version === undefined) && (missing0 = "version"))){
validate75.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.document !== undefined){
const _errs1 = errors;
if(typeof data.document !== "string"){
validate75.errors = [{instancePath:instancePath+"/document",schemaPath:"#/properties/document/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.artifacts !== undefined){
let data1 = data.artifacts;
const _errs3 = errors;
if(errors === _errs3){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key0 in data1){
let data2 = data1[key0];
const _errs6 = errors;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
validate75.errors = [{instancePath:instancePath+"/artifacts/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""}];
return false;
}
}
else {
validate75.errors = [{instancePath:instancePath+"/artifacts/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs6 === errors;
if(!valid1){
break;
}
}
}
else {
validate75.errors = [{instancePath:instancePath+"/artifacts",schemaPath:"#/properties/artifacts/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.version !== undefined){
let data3 = data.version;
const _errs9 = errors;
if(errors === _errs9){
if(typeof data3 === "string"){
if(data3.length > 200){
validate75.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"}];
return false;
}
}
else {
validate75.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.signature !== undefined){
const _errs11 = errors;
if(!(validate76(data.signature, {instancePath:instancePath+"/signature",parentData:data,parentDataProperty:"signature",rootData}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate75.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate75.errors = vErrors;
return errors === 0;
}

export const taskDeployResult = validate78;
const schema148 = {"type":"object","required":["kind"],"oneOf":[{"required":["status"],"properties":{"kind":{"const":"accepted"},"status":{"$ref":"#/definitions/taskStatus"}}},{"required":["diagnostics"],"properties":{"kind":{"const":"refused"},"diagnostics":{"type":"array","items":{"$ref":"#/definitions/diagnostic"}}}}]};
const schema149 = {"type":"object","required":["task","identity","version","state","deployedAt","isolation","trouble","sources","counters","latency"],"properties":{"task":{"$ref":"#/definitions/taskName"},"identity":{"type":"string"},"version":{"type":"string"},"state":{"enum":["starting","running","waiting","failing","stopped"]},"deployedAt":{"type":"number"},"isolation":{"oneOf":[{"type":"null"},{"$ref":"#/definitions/isolation"}]},"model":{"oneOf":[{"type":"null"},{"type":"object","required":["runtime","reason"],"properties":{"runtime":{"type":"string"},"reason":{"type":"string"}}}]},"trouble":{"oneOf":[{"type":"null"},{"$ref":"#/definitions/trouble"}]},"sources":{"type":"array","items":{"type":"object","required":["source","state","events","refused","trouble"],"properties":{"source":{"type":"string"},"state":{"enum":["ready","waiting","failed"]},"events":{"type":"integer","minimum":0},"refused":{"type":"integer","minimum":0},"trouble":{"oneOf":[{"type":"null"},{"$ref":"#/definitions/trouble"}]}}}},"counters":{"type":"object","required":["events","bytesRaw","fired","timeouts","executed","failed","missed","results","bytesSent","dropped","skipped","energy"],"properties":{"events":{"type":"number"},"bytesRaw":{"type":"number"},"fired":{"type":"number"},"timeouts":{"type":"number"},"executed":{"type":"number"},"failed":{"type":"number"},"missed":{"type":"number"},"results":{"type":"number"},"bytesSent":{"type":"number"},"dropped":{"type":"number"},"skipped":{"type":"object","additionalProperties":{"type":"integer","minimum":0}},"energy":{"oneOf":[{"type":"number"},{"type":"object","required":["unavailable","fix"],"properties":{"unavailable":{"type":"string"},"fix":{"type":"string"}}}]}}},"latency":{"type":"object","required":["count","p50","p99","deadline"],"properties":{"count":{"type":"integer","minimum":0},"p50":{"oneOf":[{"type":"null"},{"$ref":"#/definitions/taskPhases"}]},"p99":{"oneOf":[{"type":"null"},{"$ref":"#/definitions/taskPhases"}]},"deadline":{"type":["number","null"]}}},"signer":{"type":"object","required":["fingerprint","isTrusted"],"properties":{"fingerprint":{"type":"string"},"isTrusted":{"type":"boolean"}}},"outbox":{"type":"object","required":["waiting","bytes","age","acknowledged"],"properties":{"waiting":{"type":"integer","minimum":0},"bytes":{"type":"integer","minimum":0},"age":{"type":["number","null"]},"acknowledged":{"type":"integer","minimum":0}}}}};
const schema150 = {"type":"string","minLength":1,"maxLength":200};
const schema151 = {"type":"object","required":["tier","by"],"properties":{"tier":{"enum":["fault","boundary"]},"by":{"enum":["worker","quickjs","process","sealed"]}}};
const schema152 = {"type":"object","required":["code","message","fix"],"properties":{"code":{"type":"string"},"message":{"type":"string"},"fix":{"type":"string"}}};
const schema154 = {"type":"object","required":["total"],"properties":{"trigger":{"type":"number"},"queue":{"type":"number"},"prepare":{"type":"number"},"model":{"type":"number"},"script":{"type":"number"},"output":{"type":"number"},"total":{"type":"number"}}};

function validate79(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((data.task === undefined) && (missing0 = "task")) || ((data.identity === undefined) && (missing0 = "identity"))) || ((data.version === undefined) && (missing0 = "version"))) || ((data.state === undefined) && (missing0 = "state"))) || ((data.deployedAt === undefined) && (missing0 = "deployedAt"))) || ((data.isolation === undefined) && (missing0 = "isolation"))) || ((data.trouble === undefined) && (missing0 = "trouble"))) || ((data.sources === undefined) && (missing0 = "sources"))) || ((data.counters === undefined) && (missing0 = "counters"))) || ((data.latency === undefined) && (missing0 = "latency"))){
validate79.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.task !== undefined){
let data0 = data.task;
const _errs1 = errors;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length > 200){
validate79.errors = [{instancePath:instancePath+"/task",schemaPath:"#/definitions/taskName/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"}];
return false;
}
else {
if(data0.length < 1){
validate79.errors = [{instancePath:instancePath+"/task",schemaPath:"#/definitions/taskName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate79.errors = [{instancePath:instancePath+"/task",schemaPath:"#/definitions/taskName/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.identity !== undefined){
const _errs4 = errors;
if(typeof data.identity !== "string"){
validate79.errors = [{instancePath:instancePath+"/identity",schemaPath:"#/properties/identity/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.version !== undefined){
const _errs6 = errors;
if(typeof data.version !== "string"){
validate79.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.state !== undefined){
let data3 = data.state;
const _errs8 = errors;
if(!(((((data3 === "starting") || (data3 === "running")) || (data3 === "waiting")) || (data3 === "failing")) || (data3 === "stopped"))){
validate79.errors = [{instancePath:instancePath+"/state",schemaPath:"#/properties/state/enum",keyword:"enum",params:{allowedValues: schema149.properties.state.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.deployedAt !== undefined){
const _errs9 = errors;
if(!(typeof data.deployedAt == "number")){
validate79.errors = [{instancePath:instancePath+"/deployedAt",schemaPath:"#/properties/deployedAt/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.isolation !== undefined){
let data5 = data.isolation;
const _errs11 = errors;
const _errs12 = errors;
let valid2 = false;
let passing0 = null;
const _errs13 = errors;
if(data5 !== null){
const err0 = {instancePath:instancePath+"/isolation",schemaPath:"#/properties/isolation/oneOf/0/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs13 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs15 = errors;
const _errs16 = errors;
if(errors === _errs16){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing1;
if(((data5.tier === undefined) && (missing1 = "tier")) || ((data5.by === undefined) && (missing1 = "by"))){
const err1 = {instancePath:instancePath+"/isolation",schemaPath:"#/definitions/isolation/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
else {
if(data5.tier !== undefined){
let data6 = data5.tier;
const _errs18 = errors;
if(!((data6 === "fault") || (data6 === "boundary"))){
const err2 = {instancePath:instancePath+"/isolation/tier",schemaPath:"#/definitions/isolation/properties/tier/enum",keyword:"enum",params:{allowedValues: schema151.properties.tier.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid4 = _errs18 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data5.by !== undefined){
let data7 = data5.by;
const _errs19 = errors;
if(!((((data7 === "worker") || (data7 === "quickjs")) || (data7 === "process")) || (data7 === "sealed"))){
const err3 = {instancePath:instancePath+"/isolation/by",schemaPath:"#/definitions/isolation/properties/by/enum",keyword:"enum",params:{allowedValues: schema151.properties.by.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid4 = _errs19 === errors;
}
else {
var valid4 = true;
}
}
}
}
else {
const err4 = {instancePath:instancePath+"/isolation",schemaPath:"#/definitions/isolation/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var _valid0 = _errs15 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err5 = {instancePath:instancePath+"/isolation",schemaPath:"#/properties/isolation/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
validate79.errors = vErrors;
return false;
}
else {
errors = _errs12;
if(vErrors !== null){
if(_errs12){
vErrors.length = _errs12;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.model !== undefined){
let data8 = data.model;
const _errs20 = errors;
const _errs21 = errors;
let valid5 = false;
let passing1 = null;
const _errs22 = errors;
if(data8 !== null){
const err6 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/oneOf/0/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var _valid1 = _errs22 === errors;
if(_valid1){
valid5 = true;
passing1 = 0;
}
const _errs24 = errors;
if(errors === _errs24){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
let missing2;
if(((data8.runtime === undefined) && (missing2 = "runtime")) || ((data8.reason === undefined) && (missing2 = "reason"))){
const err7 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/oneOf/1/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
else {
if(data8.runtime !== undefined){
const _errs26 = errors;
if(typeof data8.runtime !== "string"){
const err8 = {instancePath:instancePath+"/model/runtime",schemaPath:"#/properties/model/oneOf/1/properties/runtime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
var valid6 = _errs26 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data8.reason !== undefined){
const _errs28 = errors;
if(typeof data8.reason !== "string"){
const err9 = {instancePath:instancePath+"/model/reason",schemaPath:"#/properties/model/oneOf/1/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
var valid6 = _errs28 === errors;
}
else {
var valid6 = true;
}
}
}
}
else {
const err10 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
var _valid1 = _errs24 === errors;
if(_valid1 && valid5){
valid5 = false;
passing1 = [passing1, 1];
}
else {
if(_valid1){
valid5 = true;
passing1 = 1;
}
}
if(!valid5){
const err11 = {instancePath:instancePath+"/model",schemaPath:"#/properties/model/oneOf",keyword:"oneOf",params:{passingSchemas: passing1},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
validate79.errors = vErrors;
return false;
}
else {
errors = _errs21;
if(vErrors !== null){
if(_errs21){
vErrors.length = _errs21;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.trouble !== undefined){
let data11 = data.trouble;
const _errs30 = errors;
const _errs31 = errors;
let valid7 = false;
let passing2 = null;
const _errs32 = errors;
if(data11 !== null){
const err12 = {instancePath:instancePath+"/trouble",schemaPath:"#/properties/trouble/oneOf/0/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var _valid2 = _errs32 === errors;
if(_valid2){
valid7 = true;
passing2 = 0;
}
const _errs34 = errors;
const _errs35 = errors;
if(errors === _errs35){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
let missing3;
if((((data11.code === undefined) && (missing3 = "code")) || ((data11.message === undefined) && (missing3 = "message"))) || ((data11.fix === undefined) && (missing3 = "fix"))){
const err13 = {instancePath:instancePath+"/trouble",schemaPath:"#/definitions/trouble/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
else {
if(data11.code !== undefined){
const _errs37 = errors;
if(typeof data11.code !== "string"){
const err14 = {instancePath:instancePath+"/trouble/code",schemaPath:"#/definitions/trouble/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
var valid9 = _errs37 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data11.message !== undefined){
const _errs39 = errors;
if(typeof data11.message !== "string"){
const err15 = {instancePath:instancePath+"/trouble/message",schemaPath:"#/definitions/trouble/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
var valid9 = _errs39 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data11.fix !== undefined){
const _errs41 = errors;
if(typeof data11.fix !== "string"){
const err16 = {instancePath:instancePath+"/trouble/fix",schemaPath:"#/definitions/trouble/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
var valid9 = _errs41 === errors;
}
else {
var valid9 = true;
}
}
}
}
}
else {
const err17 = {instancePath:instancePath+"/trouble",schemaPath:"#/definitions/trouble/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
var _valid2 = _errs34 === errors;
if(_valid2 && valid7){
valid7 = false;
passing2 = [passing2, 1];
}
else {
if(_valid2){
valid7 = true;
passing2 = 1;
}
}
if(!valid7){
const err18 = {instancePath:instancePath+"/trouble",schemaPath:"#/properties/trouble/oneOf",keyword:"oneOf",params:{passingSchemas: passing2},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
validate79.errors = vErrors;
return false;
}
else {
errors = _errs31;
if(vErrors !== null){
if(_errs31){
vErrors.length = _errs31;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs30 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sources !== undefined){
let data15 = data.sources;
const _errs43 = errors;
if(errors === _errs43){
if(Array.isArray(data15)){
var valid10 = true;
const len0 = data15.length;
for(let i0=0; i0<len0; i0++){
let data16 = data15[i0];
const _errs45 = errors;
if(errors === _errs45){
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
let missing4;
if((((((data16.source === undefined) && (missing4 = "source")) || ((data16.state === undefined) && (missing4 = "state"))) || ((data16.events === undefined) && (missing4 = "events"))) || ((data16.refused === undefined) && (missing4 = "refused"))) || ((data16.trouble === undefined) && (missing4 = "trouble"))){
validate79.errors = [{instancePath:instancePath+"/sources/" + i0,schemaPath:"#/properties/sources/items/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"}];
return false;
}
else {
if(data16.source !== undefined){
const _errs47 = errors;
if(typeof data16.source !== "string"){
validate79.errors = [{instancePath:instancePath+"/sources/" + i0+"/source",schemaPath:"#/properties/sources/items/properties/source/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid11 = _errs47 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data16.state !== undefined){
let data18 = data16.state;
const _errs49 = errors;
if(!(((data18 === "ready") || (data18 === "waiting")) || (data18 === "failed"))){
validate79.errors = [{instancePath:instancePath+"/sources/" + i0+"/state",schemaPath:"#/properties/sources/items/properties/state/enum",keyword:"enum",params:{allowedValues: schema149.properties.sources.items.properties.state.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid11 = _errs49 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data16.events !== undefined){
let data19 = data16.events;
const _errs50 = errors;
if(!((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19)))){
validate79.errors = [{instancePath:instancePath+"/sources/" + i0+"/events",schemaPath:"#/properties/sources/items/properties/events/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs50){
if(typeof data19 == "number"){
if(data19 < 0 || isNaN(data19)){
validate79.errors = [{instancePath:instancePath+"/sources/" + i0+"/events",schemaPath:"#/properties/sources/items/properties/events/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid11 = _errs50 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data16.refused !== undefined){
let data20 = data16.refused;
const _errs52 = errors;
if(!((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20)))){
validate79.errors = [{instancePath:instancePath+"/sources/" + i0+"/refused",schemaPath:"#/properties/sources/items/properties/refused/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs52){
if(typeof data20 == "number"){
if(data20 < 0 || isNaN(data20)){
validate79.errors = [{instancePath:instancePath+"/sources/" + i0+"/refused",schemaPath:"#/properties/sources/items/properties/refused/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid11 = _errs52 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data16.trouble !== undefined){
let data21 = data16.trouble;
const _errs54 = errors;
const _errs55 = errors;
let valid12 = false;
let passing3 = null;
const _errs56 = errors;
if(data21 !== null){
const err19 = {instancePath:instancePath+"/sources/" + i0+"/trouble",schemaPath:"#/properties/sources/items/properties/trouble/oneOf/0/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
var _valid3 = _errs56 === errors;
if(_valid3){
valid12 = true;
passing3 = 0;
}
const _errs58 = errors;
const _errs59 = errors;
if(errors === _errs59){
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
let missing5;
if((((data21.code === undefined) && (missing5 = "code")) || ((data21.message === undefined) && (missing5 = "message"))) || ((data21.fix === undefined) && (missing5 = "fix"))){
const err20 = {instancePath:instancePath+"/sources/" + i0+"/trouble",schemaPath:"#/definitions/trouble/required",keyword:"required",params:{missingProperty: missing5},message:"must have required property '"+missing5+"'"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
else {
if(data21.code !== undefined){
const _errs61 = errors;
if(typeof data21.code !== "string"){
const err21 = {instancePath:instancePath+"/sources/" + i0+"/trouble/code",schemaPath:"#/definitions/trouble/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
var valid14 = _errs61 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data21.message !== undefined){
const _errs63 = errors;
if(typeof data21.message !== "string"){
const err22 = {instancePath:instancePath+"/sources/" + i0+"/trouble/message",schemaPath:"#/definitions/trouble/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
var valid14 = _errs63 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data21.fix !== undefined){
const _errs65 = errors;
if(typeof data21.fix !== "string"){
const err23 = {instancePath:instancePath+"/sources/" + i0+"/trouble/fix",schemaPath:"#/definitions/trouble/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
var valid14 = _errs65 === errors;
}
else {
var valid14 = true;
}
}
}
}
}
else {
const err24 = {instancePath:instancePath+"/sources/" + i0+"/trouble",schemaPath:"#/definitions/trouble/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
var _valid3 = _errs58 === errors;
if(_valid3 && valid12){
valid12 = false;
passing3 = [passing3, 1];
}
else {
if(_valid3){
valid12 = true;
passing3 = 1;
}
}
if(!valid12){
const err25 = {instancePath:instancePath+"/sources/" + i0+"/trouble",schemaPath:"#/properties/sources/items/properties/trouble/oneOf",keyword:"oneOf",params:{passingSchemas: passing3},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
validate79.errors = vErrors;
return false;
}
else {
errors = _errs55;
if(vErrors !== null){
if(_errs55){
vErrors.length = _errs55;
}
else {
vErrors = null;
}
}
}
var valid11 = _errs54 === errors;
}
else {
var valid11 = true;
}
}
}
}
}
}
}
else {
validate79.errors = [{instancePath:instancePath+"/sources/" + i0,schemaPath:"#/properties/sources/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid10 = _errs45 === errors;
if(!valid10){
break;
}
}
}
else {
validate79.errors = [{instancePath:instancePath+"/sources",schemaPath:"#/properties/sources/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs43 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.counters !== undefined){
let data25 = data.counters;
const _errs67 = errors;
if(errors === _errs67){
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
let missing6;
if(((((((((((((data25.events === undefined) && (missing6 = "events")) || ((data25.bytesRaw === undefined) && (missing6 = "bytesRaw"))) || ((data25.fired === undefined) && (missing6 = "fired"))) || ((data25.timeouts === undefined) && (missing6 = "timeouts"))) || ((data25.executed === undefined) && (missing6 = "executed"))) || ((data25.failed === undefined) && (missing6 = "failed"))) || ((data25.missed === undefined) && (missing6 = "missed"))) || ((data25.results === undefined) && (missing6 = "results"))) || ((data25.bytesSent === undefined) && (missing6 = "bytesSent"))) || ((data25.dropped === undefined) && (missing6 = "dropped"))) || ((data25.skipped === undefined) && (missing6 = "skipped"))) || ((data25.energy === undefined) && (missing6 = "energy"))){
validate79.errors = [{instancePath:instancePath+"/counters",schemaPath:"#/properties/counters/required",keyword:"required",params:{missingProperty: missing6},message:"must have required property '"+missing6+"'"}];
return false;
}
else {
if(data25.events !== undefined){
const _errs69 = errors;
if(!(typeof data25.events == "number")){
validate79.errors = [{instancePath:instancePath+"/counters/events",schemaPath:"#/properties/counters/properties/events/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid15 = _errs69 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data25.bytesRaw !== undefined){
const _errs71 = errors;
if(!(typeof data25.bytesRaw == "number")){
validate79.errors = [{instancePath:instancePath+"/counters/bytesRaw",schemaPath:"#/properties/counters/properties/bytesRaw/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid15 = _errs71 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data25.fired !== undefined){
const _errs73 = errors;
if(!(typeof data25.fired == "number")){
validate79.errors = [{instancePath:instancePath+"/counters/fired",schemaPath:"#/properties/counters/properties/fired/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid15 = _errs73 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data25.timeouts !== undefined){
const _errs75 = errors;
if(!(typeof data25.timeouts == "number")){
validate79.errors = [{instancePath:instancePath+"/counters/timeouts",schemaPath:"#/properties/counters/properties/timeouts/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid15 = _errs75 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data25.executed !== undefined){
const _errs77 = errors;
if(!(typeof data25.executed == "number")){
validate79.errors = [{instancePath:instancePath+"/counters/executed",schemaPath:"#/properties/counters/properties/executed/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid15 = _errs77 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data25.failed !== undefined){
const _errs79 = errors;
if(!(typeof data25.failed == "number")){
validate79.errors = [{instancePath:instancePath+"/counters/failed",schemaPath:"#/properties/counters/properties/failed/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid15 = _errs79 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data25.missed !== undefined){
const _errs81 = errors;
if(!(typeof data25.missed == "number")){
validate79.errors = [{instancePath:instancePath+"/counters/missed",schemaPath:"#/properties/counters/properties/missed/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid15 = _errs81 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data25.results !== undefined){
const _errs83 = errors;
if(!(typeof data25.results == "number")){
validate79.errors = [{instancePath:instancePath+"/counters/results",schemaPath:"#/properties/counters/properties/results/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid15 = _errs83 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data25.bytesSent !== undefined){
const _errs85 = errors;
if(!(typeof data25.bytesSent == "number")){
validate79.errors = [{instancePath:instancePath+"/counters/bytesSent",schemaPath:"#/properties/counters/properties/bytesSent/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid15 = _errs85 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data25.dropped !== undefined){
const _errs87 = errors;
if(!(typeof data25.dropped == "number")){
validate79.errors = [{instancePath:instancePath+"/counters/dropped",schemaPath:"#/properties/counters/properties/dropped/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid15 = _errs87 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data25.skipped !== undefined){
let data36 = data25.skipped;
const _errs89 = errors;
if(errors === _errs89){
if(data36 && typeof data36 == "object" && !Array.isArray(data36)){
for(const key0 in data36){
let data37 = data36[key0];
const _errs92 = errors;
if(!((typeof data37 == "number") && (!(data37 % 1) && !isNaN(data37)))){
validate79.errors = [{instancePath:instancePath+"/counters/skipped/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/counters/properties/skipped/additionalProperties/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs92){
if(typeof data37 == "number"){
if(data37 < 0 || isNaN(data37)){
validate79.errors = [{instancePath:instancePath+"/counters/skipped/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/counters/properties/skipped/additionalProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid16 = _errs92 === errors;
if(!valid16){
break;
}
}
}
else {
validate79.errors = [{instancePath:instancePath+"/counters/skipped",schemaPath:"#/properties/counters/properties/skipped/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid15 = _errs89 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data25.energy !== undefined){
let data38 = data25.energy;
const _errs94 = errors;
const _errs95 = errors;
let valid17 = false;
let passing4 = null;
const _errs96 = errors;
if(!(typeof data38 == "number")){
const err26 = {instancePath:instancePath+"/counters/energy",schemaPath:"#/properties/counters/properties/energy/oneOf/0/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
var _valid4 = _errs96 === errors;
if(_valid4){
valid17 = true;
passing4 = 0;
}
const _errs98 = errors;
if(errors === _errs98){
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
let missing7;
if(((data38.unavailable === undefined) && (missing7 = "unavailable")) || ((data38.fix === undefined) && (missing7 = "fix"))){
const err27 = {instancePath:instancePath+"/counters/energy",schemaPath:"#/properties/counters/properties/energy/oneOf/1/required",keyword:"required",params:{missingProperty: missing7},message:"must have required property '"+missing7+"'"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
else {
if(data38.unavailable !== undefined){
const _errs100 = errors;
if(typeof data38.unavailable !== "string"){
const err28 = {instancePath:instancePath+"/counters/energy/unavailable",schemaPath:"#/properties/counters/properties/energy/oneOf/1/properties/unavailable/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
var valid18 = _errs100 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data38.fix !== undefined){
const _errs102 = errors;
if(typeof data38.fix !== "string"){
const err29 = {instancePath:instancePath+"/counters/energy/fix",schemaPath:"#/properties/counters/properties/energy/oneOf/1/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
var valid18 = _errs102 === errors;
}
else {
var valid18 = true;
}
}
}
}
else {
const err30 = {instancePath:instancePath+"/counters/energy",schemaPath:"#/properties/counters/properties/energy/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
var _valid4 = _errs98 === errors;
if(_valid4 && valid17){
valid17 = false;
passing4 = [passing4, 1];
}
else {
if(_valid4){
valid17 = true;
passing4 = 1;
}
}
if(!valid17){
const err31 = {instancePath:instancePath+"/counters/energy",schemaPath:"#/properties/counters/properties/energy/oneOf",keyword:"oneOf",params:{passingSchemas: passing4},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
validate79.errors = vErrors;
return false;
}
else {
errors = _errs95;
if(vErrors !== null){
if(_errs95){
vErrors.length = _errs95;
}
else {
vErrors = null;
}
}
}
var valid15 = _errs94 === errors;
}
else {
var valid15 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate79.errors = [{instancePath:instancePath+"/counters",schemaPath:"#/properties/counters/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs67 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.latency !== undefined){
let data41 = data.latency;
const _errs104 = errors;
if(errors === _errs104){
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
let missing8;
if(((((data41.count === undefined) && (missing8 = "count")) || ((data41.p50 === undefined) && (missing8 = "p50"))) || ((data41.p99 === undefined) && (missing8 = "p99"))) || ((data41.deadline === undefined) && (missing8 = "deadline"))){
validate79.errors = [{instancePath:instancePath+"/latency",schemaPath:"#/properties/latency/required",keyword:"required",params:{missingProperty: missing8},message:"must have required property '"+missing8+"'"}];
return false;
}
else {
if(data41.count !== undefined){
let data42 = data41.count;
const _errs106 = errors;
if(!((typeof data42 == "number") && (!(data42 % 1) && !isNaN(data42)))){
validate79.errors = [{instancePath:instancePath+"/latency/count",schemaPath:"#/properties/latency/properties/count/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs106){
if(typeof data42 == "number"){
if(data42 < 0 || isNaN(data42)){
validate79.errors = [{instancePath:instancePath+"/latency/count",schemaPath:"#/properties/latency/properties/count/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid19 = _errs106 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data41.p50 !== undefined){
let data43 = data41.p50;
const _errs108 = errors;
const _errs109 = errors;
let valid20 = false;
let passing5 = null;
const _errs110 = errors;
if(data43 !== null){
const err32 = {instancePath:instancePath+"/latency/p50",schemaPath:"#/properties/latency/properties/p50/oneOf/0/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
var _valid5 = _errs110 === errors;
if(_valid5){
valid20 = true;
passing5 = 0;
}
const _errs112 = errors;
const _errs113 = errors;
if(errors === _errs113){
if(data43 && typeof data43 == "object" && !Array.isArray(data43)){
let missing9;
if((data43.total === undefined) && (missing9 = "total")){
const err33 = {instancePath:instancePath+"/latency/p50",schemaPath:"#/definitions/taskPhases/required",keyword:"required",params:{missingProperty: missing9},message:"must have required property '"+missing9+"'"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
else {
if(data43.trigger !== undefined){
const _errs115 = errors;
if(!(typeof data43.trigger == "number")){
const err34 = {instancePath:instancePath+"/latency/p50/trigger",schemaPath:"#/definitions/taskPhases/properties/trigger/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
var valid22 = _errs115 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data43.queue !== undefined){
const _errs117 = errors;
if(!(typeof data43.queue == "number")){
const err35 = {instancePath:instancePath+"/latency/p50/queue",schemaPath:"#/definitions/taskPhases/properties/queue/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
var valid22 = _errs117 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data43.prepare !== undefined){
const _errs119 = errors;
if(!(typeof data43.prepare == "number")){
const err36 = {instancePath:instancePath+"/latency/p50/prepare",schemaPath:"#/definitions/taskPhases/properties/prepare/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
var valid22 = _errs119 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data43.model !== undefined){
const _errs121 = errors;
if(!(typeof data43.model == "number")){
const err37 = {instancePath:instancePath+"/latency/p50/model",schemaPath:"#/definitions/taskPhases/properties/model/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
var valid22 = _errs121 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data43.script !== undefined){
const _errs123 = errors;
if(!(typeof data43.script == "number")){
const err38 = {instancePath:instancePath+"/latency/p50/script",schemaPath:"#/definitions/taskPhases/properties/script/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
var valid22 = _errs123 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data43.output !== undefined){
const _errs125 = errors;
if(!(typeof data43.output == "number")){
const err39 = {instancePath:instancePath+"/latency/p50/output",schemaPath:"#/definitions/taskPhases/properties/output/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
var valid22 = _errs125 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data43.total !== undefined){
const _errs127 = errors;
if(!(typeof data43.total == "number")){
const err40 = {instancePath:instancePath+"/latency/p50/total",schemaPath:"#/definitions/taskPhases/properties/total/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
var valid22 = _errs127 === errors;
}
else {
var valid22 = true;
}
}
}
}
}
}
}
}
}
else {
const err41 = {instancePath:instancePath+"/latency/p50",schemaPath:"#/definitions/taskPhases/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
var _valid5 = _errs112 === errors;
if(_valid5 && valid20){
valid20 = false;
passing5 = [passing5, 1];
}
else {
if(_valid5){
valid20 = true;
passing5 = 1;
}
}
if(!valid20){
const err42 = {instancePath:instancePath+"/latency/p50",schemaPath:"#/properties/latency/properties/p50/oneOf",keyword:"oneOf",params:{passingSchemas: passing5},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
validate79.errors = vErrors;
return false;
}
else {
errors = _errs109;
if(vErrors !== null){
if(_errs109){
vErrors.length = _errs109;
}
else {
vErrors = null;
}
}
}
var valid19 = _errs108 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data41.p99 !== undefined){
let data51 = data41.p99;
const _errs129 = errors;
const _errs130 = errors;
let valid23 = false;
let passing6 = null;
const _errs131 = errors;
if(data51 !== null){
const err43 = {instancePath:instancePath+"/latency/p99",schemaPath:"#/properties/latency/properties/p99/oneOf/0/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
var _valid6 = _errs131 === errors;
if(_valid6){
valid23 = true;
passing6 = 0;
}
const _errs133 = errors;
const _errs134 = errors;
if(errors === _errs134){
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
let missing10;
if((data51.total === undefined) && (missing10 = "total")){
const err44 = {instancePath:instancePath+"/latency/p99",schemaPath:"#/definitions/taskPhases/required",keyword:"required",params:{missingProperty: missing10},message:"must have required property '"+missing10+"'"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
else {
if(data51.trigger !== undefined){
const _errs136 = errors;
if(!(typeof data51.trigger == "number")){
const err45 = {instancePath:instancePath+"/latency/p99/trigger",schemaPath:"#/definitions/taskPhases/properties/trigger/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
var valid25 = _errs136 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data51.queue !== undefined){
const _errs138 = errors;
if(!(typeof data51.queue == "number")){
const err46 = {instancePath:instancePath+"/latency/p99/queue",schemaPath:"#/definitions/taskPhases/properties/queue/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
var valid25 = _errs138 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data51.prepare !== undefined){
const _errs140 = errors;
if(!(typeof data51.prepare == "number")){
const err47 = {instancePath:instancePath+"/latency/p99/prepare",schemaPath:"#/definitions/taskPhases/properties/prepare/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
var valid25 = _errs140 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data51.model !== undefined){
const _errs142 = errors;
if(!(typeof data51.model == "number")){
const err48 = {instancePath:instancePath+"/latency/p99/model",schemaPath:"#/definitions/taskPhases/properties/model/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
var valid25 = _errs142 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data51.script !== undefined){
const _errs144 = errors;
if(!(typeof data51.script == "number")){
const err49 = {instancePath:instancePath+"/latency/p99/script",schemaPath:"#/definitions/taskPhases/properties/script/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
var valid25 = _errs144 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data51.output !== undefined){
const _errs146 = errors;
if(!(typeof data51.output == "number")){
const err50 = {instancePath:instancePath+"/latency/p99/output",schemaPath:"#/definitions/taskPhases/properties/output/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
var valid25 = _errs146 === errors;
}
else {
var valid25 = true;
}
if(valid25){
if(data51.total !== undefined){
const _errs148 = errors;
if(!(typeof data51.total == "number")){
const err51 = {instancePath:instancePath+"/latency/p99/total",schemaPath:"#/definitions/taskPhases/properties/total/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
var valid25 = _errs148 === errors;
}
else {
var valid25 = true;
}
}
}
}
}
}
}
}
}
else {
const err52 = {instancePath:instancePath+"/latency/p99",schemaPath:"#/definitions/taskPhases/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
var _valid6 = _errs133 === errors;
if(_valid6 && valid23){
valid23 = false;
passing6 = [passing6, 1];
}
else {
if(_valid6){
valid23 = true;
passing6 = 1;
}
}
if(!valid23){
const err53 = {instancePath:instancePath+"/latency/p99",schemaPath:"#/properties/latency/properties/p99/oneOf",keyword:"oneOf",params:{passingSchemas: passing6},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
validate79.errors = vErrors;
return false;
}
else {
errors = _errs130;
if(vErrors !== null){
if(_errs130){
vErrors.length = _errs130;
}
else {
vErrors = null;
}
}
}
var valid19 = _errs129 === errors;
}
else {
var valid19 = true;
}
if(valid19){
if(data41.deadline !== undefined){
let data59 = data41.deadline;
const _errs150 = errors;
if((!(typeof data59 == "number")) && (data59 !== null)){
validate79.errors = [{instancePath:instancePath+"/latency/deadline",schemaPath:"#/properties/latency/properties/deadline/type",keyword:"type",params:{type: schema149.properties.latency.properties.deadline.type},message:"must be number,null"}];
return false;
}
var valid19 = _errs150 === errors;
}
else {
var valid19 = true;
}
}
}
}
}
}
else {
validate79.errors = [{instancePath:instancePath+"/latency",schemaPath:"#/properties/latency/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs104 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.signer !== undefined){
let data60 = data.signer;
const _errs152 = errors;
if(errors === _errs152){
if(data60 && typeof data60 == "object" && !Array.isArray(data60)){
let missing11;
if(((data60.fingerprint === undefined) && (missing11 = "fingerprint")) || ((data60.isTrusted === undefined) && (missing11 = "isTrusted"))){
validate79.errors = [{instancePath:instancePath+"/signer",schemaPath:"#/properties/signer/required",keyword:"required",params:{missingProperty: missing11},message:"must have required property '"+missing11+"'"}];
return false;
}
else {
if(data60.fingerprint !== undefined){
const _errs154 = errors;
if(typeof data60.fingerprint !== "string"){
validate79.errors = [{instancePath:instancePath+"/signer/fingerprint",schemaPath:"#/properties/signer/properties/fingerprint/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid26 = _errs154 === errors;
}
else {
var valid26 = true;
}
if(valid26){
if(data60.isTrusted !== undefined){
const _errs156 = errors;
if(typeof data60.isTrusted !== "boolean"){
validate79.errors = [{instancePath:instancePath+"/signer/isTrusted",schemaPath:"#/properties/signer/properties/isTrusted/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid26 = _errs156 === errors;
}
else {
var valid26 = true;
}
}
}
}
else {
validate79.errors = [{instancePath:instancePath+"/signer",schemaPath:"#/properties/signer/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs152 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.outbox !== undefined){
let data63 = data.outbox;
const _errs158 = errors;
if(errors === _errs158){
if(data63 && typeof data63 == "object" && !Array.isArray(data63)){
let missing12;
if(((((data63.waiting === undefined) && (missing12 = "waiting")) || ((data63.bytes === undefined) && (missing12 = "bytes"))) || ((data63.age === undefined) && (missing12 = "age"))) || ((data63.acknowledged === undefined) && (missing12 = "acknowledged"))){
validate79.errors = [{instancePath:instancePath+"/outbox",schemaPath:"#/properties/outbox/required",keyword:"required",params:{missingProperty: missing12},message:"must have required property '"+missing12+"'"}];
return false;
}
else {
if(data63.waiting !== undefined){
let data64 = data63.waiting;
const _errs160 = errors;
if(!((typeof data64 == "number") && (!(data64 % 1) && !isNaN(data64)))){
validate79.errors = [{instancePath:instancePath+"/outbox/waiting",schemaPath:"#/properties/outbox/properties/waiting/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs160){
if(typeof data64 == "number"){
if(data64 < 0 || isNaN(data64)){
validate79.errors = [{instancePath:instancePath+"/outbox/waiting",schemaPath:"#/properties/outbox/properties/waiting/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid27 = _errs160 === errors;
}
else {
var valid27 = true;
}
if(valid27){
if(data63.bytes !== undefined){
let data65 = data63.bytes;
const _errs162 = errors;
if(!((typeof data65 == "number") && (!(data65 % 1) && !isNaN(data65)))){
validate79.errors = [{instancePath:instancePath+"/outbox/bytes",schemaPath:"#/properties/outbox/properties/bytes/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs162){
if(typeof data65 == "number"){
if(data65 < 0 || isNaN(data65)){
validate79.errors = [{instancePath:instancePath+"/outbox/bytes",schemaPath:"#/properties/outbox/properties/bytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid27 = _errs162 === errors;
}
else {
var valid27 = true;
}
if(valid27){
if(data63.age !== undefined){
let data66 = data63.age;
const _errs164 = errors;
if((!(typeof data66 == "number")) && (data66 !== null)){
validate79.errors = [{instancePath:instancePath+"/outbox/age",schemaPath:"#/properties/outbox/properties/age/type",keyword:"type",params:{type: schema149.properties.outbox.properties.age.type},message:"must be number,null"}];
return false;
}
var valid27 = _errs164 === errors;
}
else {
var valid27 = true;
}
if(valid27){
if(data63.acknowledged !== undefined){
let data67 = data63.acknowledged;
const _errs166 = errors;
if(!((typeof data67 == "number") && (!(data67 % 1) && !isNaN(data67)))){
validate79.errors = [{instancePath:instancePath+"/outbox/acknowledged",schemaPath:"#/properties/outbox/properties/acknowledged/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs166){
if(typeof data67 == "number"){
if(data67 < 0 || isNaN(data67)){
validate79.errors = [{instancePath:instancePath+"/outbox/acknowledged",schemaPath:"#/properties/outbox/properties/acknowledged/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid27 = _errs166 === errors;
}
else {
var valid27 = true;
}
}
}
}
}
}
else {
validate79.errors = [{instancePath:instancePath+"/outbox",schemaPath:"#/properties/outbox/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs158 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate79.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate79.errors = vErrors;
return errors === 0;
}


function validate78(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
let passing0 = null;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.status === undefined) && (missing0 = "status")){
const err0 = {instancePath,schemaPath:"#/oneOf/0/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(data.kind !== undefined){
const _errs3 = errors;
if("accepted" !== data.kind){
const err1 = {instancePath:instancePath+"/kind",schemaPath:"#/oneOf/0/properties/kind/const",keyword:"const",params:{allowedValue: "accepted"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var valid1 = _errs3 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.status !== undefined){
const _errs4 = errors;
if(!(validate79(data.status, {instancePath:instancePath+"/status",parentData:data,parentDataProperty:"status",rootData}))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
var valid1 = _errs4 === errors;
}
else {
var valid1 = true;
}
}
}
}
var _valid0 = _errs2 === errors;
if(_valid0){
valid0 = true;
passing0 = 0;
}
const _errs5 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.diagnostics === undefined) && (missing1 = "diagnostics")){
const err2 = {instancePath,schemaPath:"#/oneOf/1/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
else {
if(data.kind !== undefined){
const _errs6 = errors;
if("refused" !== data.kind){
const err3 = {instancePath:instancePath+"/kind",schemaPath:"#/oneOf/1/properties/kind/const",keyword:"const",params:{allowedValue: "refused"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid2 = _errs6 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.diagnostics !== undefined){
let data3 = data.diagnostics;
const _errs7 = errors;
if(errors === _errs7){
if(Array.isArray(data3)){
var valid3 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
const _errs9 = errors;
const _errs10 = errors;
if(errors === _errs10){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing2;
if((((((data4.code === undefined) && (missing2 = "code")) || ((data4.severity === undefined) && (missing2 = "severity"))) || ((data4.path === undefined) && (missing2 = "path"))) || ((data4.message === undefined) && (missing2 = "message"))) || ((data4.fix === undefined) && (missing2 = "fix"))){
const err4 = {instancePath:instancePath+"/diagnostics/" + i0,schemaPath:"#/definitions/diagnostic/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
if(data4.code !== undefined){
const _errs12 = errors;
if(typeof data4.code !== "string"){
const err5 = {instancePath:instancePath+"/diagnostics/" + i0+"/code",schemaPath:"#/definitions/diagnostic/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var valid5 = _errs12 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data4.severity !== undefined){
let data6 = data4.severity;
const _errs14 = errors;
if(!((data6 === "error") || (data6 === "warning"))){
const err6 = {instancePath:instancePath+"/diagnostics/" + i0+"/severity",schemaPath:"#/definitions/diagnostic/properties/severity/enum",keyword:"enum",params:{allowedValues: schema73.properties.severity.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var valid5 = _errs14 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data4.path !== undefined){
let data7 = data4.path;
const _errs15 = errors;
if(errors === _errs15){
if(Array.isArray(data7)){
var valid6 = true;
const len1 = data7.length;
for(let i1=0; i1<len1; i1++){
let data8 = data7[i1];
const _errs17 = errors;
if((typeof data8 !== "string") && (!((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))))){
const err7 = {instancePath:instancePath+"/diagnostics/" + i0+"/path/" + i1,schemaPath:"#/definitions/diagnostic/properties/path/items/type",keyword:"type",params:{type: schema73.properties.path.items.type},message:"must be string,integer"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var valid6 = _errs17 === errors;
if(!valid6){
break;
}
}
}
else {
const err8 = {instancePath:instancePath+"/diagnostics/" + i0+"/path",schemaPath:"#/definitions/diagnostic/properties/path/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var valid5 = _errs15 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data4.place !== undefined){
let data9 = data4.place;
const _errs19 = errors;
if(errors === _errs19){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing3;
if(((((data9.line === undefined) && (missing3 = "line")) || ((data9.column === undefined) && (missing3 = "column"))) || ((data9.offset === undefined) && (missing3 = "offset"))) || ((data9.length === undefined) && (missing3 = "length"))){
const err9 = {instancePath:instancePath+"/diagnostics/" + i0+"/place",schemaPath:"#/definitions/diagnostic/properties/place/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
else {
if(data9.line !== undefined){
let data10 = data9.line;
const _errs21 = errors;
if(!((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10)))){
const err10 = {instancePath:instancePath+"/diagnostics/" + i0+"/place/line",schemaPath:"#/definitions/diagnostic/properties/place/properties/line/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
var valid7 = _errs21 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data9.column !== undefined){
let data11 = data9.column;
const _errs23 = errors;
if(!((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11)))){
const err11 = {instancePath:instancePath+"/diagnostics/" + i0+"/place/column",schemaPath:"#/definitions/diagnostic/properties/place/properties/column/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
var valid7 = _errs23 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data9.offset !== undefined){
let data12 = data9.offset;
const _errs25 = errors;
if(!((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12)))){
const err12 = {instancePath:instancePath+"/diagnostics/" + i0+"/place/offset",schemaPath:"#/definitions/diagnostic/properties/place/properties/offset/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var valid7 = _errs25 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data9.length !== undefined){
let data13 = data9.length;
const _errs27 = errors;
if(!((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13)))){
const err13 = {instancePath:instancePath+"/diagnostics/" + i0+"/place/length",schemaPath:"#/definitions/diagnostic/properties/place/properties/length/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var valid7 = _errs27 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
}
else {
const err14 = {instancePath:instancePath+"/diagnostics/" + i0+"/place",schemaPath:"#/definitions/diagnostic/properties/place/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
var valid5 = _errs19 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data4.message !== undefined){
const _errs29 = errors;
if(typeof data4.message !== "string"){
const err15 = {instancePath:instancePath+"/diagnostics/" + i0+"/message",schemaPath:"#/definitions/diagnostic/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
var valid5 = _errs29 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data4.fix !== undefined){
const _errs31 = errors;
if(typeof data4.fix !== "string"){
const err16 = {instancePath:instancePath+"/diagnostics/" + i0+"/fix",schemaPath:"#/definitions/diagnostic/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
var valid5 = _errs31 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
}
}
}
else {
const err17 = {instancePath:instancePath+"/diagnostics/" + i0,schemaPath:"#/definitions/diagnostic/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
var valid3 = _errs9 === errors;
if(!valid3){
break;
}
}
}
else {
const err18 = {instancePath:instancePath+"/diagnostics",schemaPath:"#/oneOf/1/properties/diagnostics/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
}
}
}
var _valid0 = _errs5 === errors;
if(_valid0 && valid0){
valid0 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid0 = true;
passing0 = 1;
}
}
if(!valid0){
const err19 = {instancePath,schemaPath:"#/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
validate78.errors = vErrors;
return false;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing4;
if((data.kind === undefined) && (missing4 = "kind")){
validate78.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"}];
return false;
}
}
else {
validate78.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate78.errors = vErrors;
return errors === 0;
}

export const taskRemove = validate81;
const schema157 = {"type":"object","required":["task"],"properties":{"task":{"$ref":"#/definitions/taskName"}}};

function validate81(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.task === undefined) && (missing0 = "task")){
validate81.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.task !== undefined){
let data0 = data.task;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length > 200){
validate81.errors = [{instancePath:instancePath+"/task",schemaPath:"#/definitions/taskName/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"}];
return false;
}
else {
if(data0.length < 1){
validate81.errors = [{instancePath:instancePath+"/task",schemaPath:"#/definitions/taskName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate81.errors = [{instancePath:instancePath+"/task",schemaPath:"#/definitions/taskName/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
}
else {
validate81.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate81.errors = vErrors;
return errors === 0;
}

export const taskRemoveResult = validate82;

function validate82(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(data && typeof data == "object" && !Array.isArray(data))){
validate82.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
validate82.errors = vErrors;
return errors === 0;
}

export const taskList = validate83;

function validate83(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(data && typeof data == "object" && !Array.isArray(data))){
validate83.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
validate83.errors = vErrors;
return errors === 0;
}

export const taskListResult = validate84;
const schema161 = {"type":"object","required":["tasks"],"properties":{"tasks":{"type":"array","items":{"$ref":"#/definitions/taskStatus"}}}};

function validate84(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.tasks === undefined) && (missing0 = "tasks")){
validate84.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.tasks !== undefined){
let data0 = data.tasks;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
const _errs3 = errors;
if(!(validate79(data0[i0], {instancePath:instancePath+"/tasks/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
else {
validate84.errors = [{instancePath:instancePath+"/tasks",schemaPath:"#/properties/tasks/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
}
}
}
else {
validate84.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate84.errors = vErrors;
return errors === 0;
}

export const taskWatch = validate86;
const schema162 = {"type":"object","required":["after","activity"],"properties":{"after":{"$ref":"#/definitions/cursor"},"activity":{"type":"array","maxItems":10000,"items":{"$ref":"#/definitions/taskName"}}}};

function validate86(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.after === undefined) && (missing0 = "after")) || ((data.activity === undefined) && (missing0 = "activity"))){
validate86.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.after !== undefined){
let data0 = data.after;
const _errs1 = errors;
const _errs2 = errors;
if(!((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0)))){
validate86.errors = [{instancePath:instancePath+"/after",schemaPath:"#/definitions/cursor/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs2){
if(typeof data0 == "number"){
if(data0 > 9007199254740991 || isNaN(data0)){
validate86.errors = [{instancePath:instancePath+"/after",schemaPath:"#/definitions/cursor/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"}];
return false;
}
else {
if(data0 < 0 || isNaN(data0)){
validate86.errors = [{instancePath:instancePath+"/after",schemaPath:"#/definitions/cursor/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.activity !== undefined){
let data1 = data.activity;
const _errs4 = errors;
if(errors === _errs4){
if(Array.isArray(data1)){
if(data1.length > 10000){
validate86.errors = [{instancePath:instancePath+"/activity",schemaPath:"#/properties/activity/maxItems",keyword:"maxItems",params:{limit: 10000},message:"must NOT have more than 10000 items"}];
return false;
}
else {
var valid2 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs6 = errors;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data2 === "string"){
if(data2.length > 200){
validate86.errors = [{instancePath:instancePath+"/activity/" + i0,schemaPath:"#/definitions/taskName/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"}];
return false;
}
else {
if(data2.length < 1){
validate86.errors = [{instancePath:instancePath+"/activity/" + i0,schemaPath:"#/definitions/taskName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate86.errors = [{instancePath:instancePath+"/activity/" + i0,schemaPath:"#/definitions/taskName/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid2 = _errs6 === errors;
if(!valid2){
break;
}
}
}
}
else {
validate86.errors = [{instancePath:instancePath+"/activity",schemaPath:"#/properties/activity/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate86.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate86.errors = vErrors;
return errors === 0;
}

export const taskWatchResult = validate87;
const schema165 = {"type":"object","required":["cursor"],"properties":{"cursor":{"$ref":"#/definitions/cursor"}}};

function validate87(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.cursor === undefined) && (missing0 = "cursor")){
validate87.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.cursor !== undefined){
let data0 = data.cursor;
const _errs2 = errors;
if(!((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0)))){
validate87.errors = [{instancePath:instancePath+"/cursor",schemaPath:"#/definitions/cursor/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs2){
if(typeof data0 == "number"){
if(data0 > 9007199254740991 || isNaN(data0)){
validate87.errors = [{instancePath:instancePath+"/cursor",schemaPath:"#/definitions/cursor/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"}];
return false;
}
else {
if(data0 < 0 || isNaN(data0)){
validate87.errors = [{instancePath:instancePath+"/cursor",schemaPath:"#/definitions/cursor/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
}
}
}
else {
validate87.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate87.errors = vErrors;
return errors === 0;
}

export const taskUnwatch = validate88;

function validate88(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(data && typeof data == "object" && !Array.isArray(data))){
validate88.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
validate88.errors = vErrors;
return errors === 0;
}

export const taskUnwatchResult = validate89;

function validate89(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(data && typeof data == "object" && !Array.isArray(data))){
validate89.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
validate89.errors = vErrors;
return errors === 0;
}

export const taskAcknowledge = validate90;
const schema169 = {"type":"object","required":["cursor"],"properties":{"cursor":{"$ref":"#/definitions/cursor"}}};

function validate90(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.cursor === undefined) && (missing0 = "cursor")){
validate90.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.cursor !== undefined){
let data0 = data.cursor;
const _errs2 = errors;
if(!((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0)))){
validate90.errors = [{instancePath:instancePath+"/cursor",schemaPath:"#/definitions/cursor/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs2){
if(typeof data0 == "number"){
if(data0 > 9007199254740991 || isNaN(data0)){
validate90.errors = [{instancePath:instancePath+"/cursor",schemaPath:"#/definitions/cursor/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"}];
return false;
}
else {
if(data0 < 0 || isNaN(data0)){
validate90.errors = [{instancePath:instancePath+"/cursor",schemaPath:"#/definitions/cursor/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
}
}
}
else {
validate90.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate90.errors = vErrors;
return errors === 0;
}

export const taskAcknowledgeResult = validate91;

function validate91(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(data && typeof data == "object" && !Array.isArray(data))){
validate91.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
validate91.errors = vErrors;
return errors === 0;
}

export const taskTry = validate92;
const schema172 = {"type":"object","required":["document","artifacts","firings"],"properties":{"document":{"type":"string"},"artifacts":{"type":"object","additionalProperties":{"$ref":"#/definitions/digest"}},"firings":{"type":"array","maxItems":1000,"items":{"$ref":"#/definitions/triedFiring"}},"signature":{"$ref":"#/definitions/taskSignature"}}};
const schema174 = {"type":"object","required":["id","time","kind","late","events","features","tensors","window"],"properties":{"id":{"type":"string"},"time":{"type":"number"},"kind":{"enum":["match","timeout"]},"key":{"type":["number","string","boolean"]},"late":{"type":"boolean"},"events":{"type":"array","maxItems":100000,"items":{"type":"object","required":["time","event","step","fields"],"properties":{"time":{"type":"number"},"event":{"type":"string"},"step":{"type":"integer","minimum":0},"fields":{"type":"object","additionalProperties":{"type":["number","string","boolean"]}}}}},"features":{"type":"object","additionalProperties":{"type":"number"}},"tensors":{"type":"object","additionalProperties":{"type":"object","required":["shape","data"],"properties":{"shape":{"type":"array","maxItems":8,"items":{"type":"integer","minimum":0}},"data":{"type":"string"}}}},"window":{"type":"array","maxItems":100000,"items":{"type":"object","required":["time","event","fields"],"properties":{"time":{"type":"number"},"event":{"type":"string"},"fields":{"type":"object","additionalProperties":{"type":["number","string","boolean"]}}}}}}};

function validate92(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.document === undefined) && (missing0 = "document")) || ((data.artifacts === undefined) && (missing0 = "artifacts"))) || ((data.firings === undefined) && (missing0 = "firings"))){
validate92.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.document !== undefined){
const _errs1 = errors;
if(typeof data.document !== "string"){
validate92.errors = [{instancePath:instancePath+"/document",schemaPath:"#/properties/document/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.artifacts !== undefined){
let data1 = data.artifacts;
const _errs3 = errors;
if(errors === _errs3){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
for(const key0 in data1){
let data2 = data1[key0];
const _errs6 = errors;
const _errs7 = errors;
if(errors === _errs7){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
validate92.errors = [{instancePath:instancePath+"/artifacts/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/digest/pattern",keyword:"pattern",params:{pattern: "^[0-9a-f]{64}$"},message:"must match pattern \""+"^[0-9a-f]{64}$"+"\""}];
return false;
}
}
else {
validate92.errors = [{instancePath:instancePath+"/artifacts/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/digest/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs6 === errors;
if(!valid1){
break;
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/artifacts",schemaPath:"#/properties/artifacts/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.firings !== undefined){
let data3 = data.firings;
const _errs9 = errors;
if(errors === _errs9){
if(Array.isArray(data3)){
if(data3.length > 1000){
validate92.errors = [{instancePath:instancePath+"/firings",schemaPath:"#/properties/firings/maxItems",keyword:"maxItems",params:{limit: 1000},message:"must NOT have more than 1000 items"}];
return false;
}
else {
var valid3 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
const _errs11 = errors;
const _errs12 = errors;
if(errors === _errs12){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing1;
if(((((((((data4.id === undefined) && (missing1 = "id")) || ((data4.time === undefined) && (missing1 = "time"))) || ((data4.kind === undefined) && (missing1 = "kind"))) || ((data4.late === undefined) && (missing1 = "late"))) || ((data4.events === undefined) && (missing1 = "events"))) || ((data4.features === undefined) && (missing1 = "features"))) || ((data4.tensors === undefined) && (missing1 = "tensors"))) || ((data4.window === undefined) && (missing1 = "window"))){
validate92.errors = [{instancePath:instancePath+"/firings/" + i0,schemaPath:"#/definitions/triedFiring/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data4.id !== undefined){
const _errs14 = errors;
if(typeof data4.id !== "string"){
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/id",schemaPath:"#/definitions/triedFiring/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid5 = _errs14 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data4.time !== undefined){
const _errs16 = errors;
if(!(typeof data4.time == "number")){
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/time",schemaPath:"#/definitions/triedFiring/properties/time/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid5 = _errs16 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data4.kind !== undefined){
let data7 = data4.kind;
const _errs18 = errors;
if(!((data7 === "match") || (data7 === "timeout"))){
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/kind",schemaPath:"#/definitions/triedFiring/properties/kind/enum",keyword:"enum",params:{allowedValues: schema174.properties.kind.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid5 = _errs18 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data4.key !== undefined){
let data8 = data4.key;
const _errs19 = errors;
if(((!(typeof data8 == "number")) && (typeof data8 !== "string")) && (typeof data8 !== "boolean")){
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/key",schemaPath:"#/definitions/triedFiring/properties/key/type",keyword:"type",params:{type: schema174.properties.key.type},message:"must be number,string,boolean"}];
return false;
}
var valid5 = _errs19 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data4.late !== undefined){
const _errs21 = errors;
if(typeof data4.late !== "boolean"){
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/late",schemaPath:"#/definitions/triedFiring/properties/late/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid5 = _errs21 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data4.events !== undefined){
let data10 = data4.events;
const _errs23 = errors;
if(errors === _errs23){
if(Array.isArray(data10)){
if(data10.length > 100000){
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/events",schemaPath:"#/definitions/triedFiring/properties/events/maxItems",keyword:"maxItems",params:{limit: 100000},message:"must NOT have more than 100000 items"}];
return false;
}
else {
var valid6 = true;
const len1 = data10.length;
for(let i1=0; i1<len1; i1++){
let data11 = data10[i1];
const _errs25 = errors;
if(errors === _errs25){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
let missing2;
if(((((data11.time === undefined) && (missing2 = "time")) || ((data11.event === undefined) && (missing2 = "event"))) || ((data11.step === undefined) && (missing2 = "step"))) || ((data11.fields === undefined) && (missing2 = "fields"))){
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/events/" + i1,schemaPath:"#/definitions/triedFiring/properties/events/items/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data11.time !== undefined){
const _errs27 = errors;
if(!(typeof data11.time == "number")){
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/events/" + i1+"/time",schemaPath:"#/definitions/triedFiring/properties/events/items/properties/time/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid7 = _errs27 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data11.event !== undefined){
const _errs29 = errors;
if(typeof data11.event !== "string"){
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/events/" + i1+"/event",schemaPath:"#/definitions/triedFiring/properties/events/items/properties/event/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid7 = _errs29 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data11.step !== undefined){
let data14 = data11.step;
const _errs31 = errors;
if(!((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14)))){
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/events/" + i1+"/step",schemaPath:"#/definitions/triedFiring/properties/events/items/properties/step/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs31){
if(typeof data14 == "number"){
if(data14 < 0 || isNaN(data14)){
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/events/" + i1+"/step",schemaPath:"#/definitions/triedFiring/properties/events/items/properties/step/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid7 = _errs31 === errors;
}
else {
var valid7 = true;
}
if(valid7){
if(data11.fields !== undefined){
let data15 = data11.fields;
const _errs33 = errors;
if(errors === _errs33){
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
for(const key1 in data15){
let data16 = data15[key1];
const _errs36 = errors;
if(((!(typeof data16 == "number")) && (typeof data16 !== "string")) && (typeof data16 !== "boolean")){
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/events/" + i1+"/fields/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/triedFiring/properties/events/items/properties/fields/additionalProperties/type",keyword:"type",params:{type: schema174.properties.events.items.properties.fields.additionalProperties.type},message:"must be number,string,boolean"}];
return false;
}
var valid8 = _errs36 === errors;
if(!valid8){
break;
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/events/" + i1+"/fields",schemaPath:"#/definitions/triedFiring/properties/events/items/properties/fields/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid7 = _errs33 === errors;
}
else {
var valid7 = true;
}
}
}
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/events/" + i1,schemaPath:"#/definitions/triedFiring/properties/events/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid6 = _errs25 === errors;
if(!valid6){
break;
}
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/events",schemaPath:"#/definitions/triedFiring/properties/events/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid5 = _errs23 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data4.features !== undefined){
let data17 = data4.features;
const _errs38 = errors;
if(errors === _errs38){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
for(const key2 in data17){
const _errs41 = errors;
if(!(typeof data17[key2] == "number")){
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/features/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/triedFiring/properties/features/additionalProperties/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid9 = _errs41 === errors;
if(!valid9){
break;
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/features",schemaPath:"#/definitions/triedFiring/properties/features/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid5 = _errs38 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data4.tensors !== undefined){
let data19 = data4.tensors;
const _errs43 = errors;
if(errors === _errs43){
if(data19 && typeof data19 == "object" && !Array.isArray(data19)){
for(const key3 in data19){
let data20 = data19[key3];
const _errs46 = errors;
if(errors === _errs46){
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
let missing3;
if(((data20.shape === undefined) && (missing3 = "shape")) || ((data20.data === undefined) && (missing3 = "data"))){
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/tensors/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/triedFiring/properties/tensors/additionalProperties/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
if(data20.shape !== undefined){
let data21 = data20.shape;
const _errs48 = errors;
if(errors === _errs48){
if(Array.isArray(data21)){
if(data21.length > 8){
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/tensors/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/shape",schemaPath:"#/definitions/triedFiring/properties/tensors/additionalProperties/properties/shape/maxItems",keyword:"maxItems",params:{limit: 8},message:"must NOT have more than 8 items"}];
return false;
}
else {
var valid12 = true;
const len2 = data21.length;
for(let i2=0; i2<len2; i2++){
let data22 = data21[i2];
const _errs50 = errors;
if(!((typeof data22 == "number") && (!(data22 % 1) && !isNaN(data22)))){
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/tensors/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/shape/" + i2,schemaPath:"#/definitions/triedFiring/properties/tensors/additionalProperties/properties/shape/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs50){
if(typeof data22 == "number"){
if(data22 < 0 || isNaN(data22)){
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/tensors/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/shape/" + i2,schemaPath:"#/definitions/triedFiring/properties/tensors/additionalProperties/properties/shape/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid12 = _errs50 === errors;
if(!valid12){
break;
}
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/tensors/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/shape",schemaPath:"#/definitions/triedFiring/properties/tensors/additionalProperties/properties/shape/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid11 = _errs48 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data20.data !== undefined){
const _errs52 = errors;
if(typeof data20.data !== "string"){
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/tensors/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/data",schemaPath:"#/definitions/triedFiring/properties/tensors/additionalProperties/properties/data/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid11 = _errs52 === errors;
}
else {
var valid11 = true;
}
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/tensors/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/triedFiring/properties/tensors/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid10 = _errs46 === errors;
if(!valid10){
break;
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/tensors",schemaPath:"#/definitions/triedFiring/properties/tensors/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid5 = _errs43 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data4.window !== undefined){
let data24 = data4.window;
const _errs54 = errors;
if(errors === _errs54){
if(Array.isArray(data24)){
if(data24.length > 100000){
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/window",schemaPath:"#/definitions/triedFiring/properties/window/maxItems",keyword:"maxItems",params:{limit: 100000},message:"must NOT have more than 100000 items"}];
return false;
}
else {
var valid13 = true;
const len3 = data24.length;
for(let i3=0; i3<len3; i3++){
let data25 = data24[i3];
const _errs56 = errors;
if(errors === _errs56){
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
let missing4;
if((((data25.time === undefined) && (missing4 = "time")) || ((data25.event === undefined) && (missing4 = "event"))) || ((data25.fields === undefined) && (missing4 = "fields"))){
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/window/" + i3,schemaPath:"#/definitions/triedFiring/properties/window/items/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"}];
return false;
}
else {
if(data25.time !== undefined){
const _errs58 = errors;
if(!(typeof data25.time == "number")){
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/window/" + i3+"/time",schemaPath:"#/definitions/triedFiring/properties/window/items/properties/time/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid14 = _errs58 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data25.event !== undefined){
const _errs60 = errors;
if(typeof data25.event !== "string"){
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/window/" + i3+"/event",schemaPath:"#/definitions/triedFiring/properties/window/items/properties/event/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid14 = _errs60 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data25.fields !== undefined){
let data28 = data25.fields;
const _errs62 = errors;
if(errors === _errs62){
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
for(const key4 in data28){
let data29 = data28[key4];
const _errs65 = errors;
if(((!(typeof data29 == "number")) && (typeof data29 !== "string")) && (typeof data29 !== "boolean")){
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/window/" + i3+"/fields/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/triedFiring/properties/window/items/properties/fields/additionalProperties/type",keyword:"type",params:{type: schema174.properties.window.items.properties.fields.additionalProperties.type},message:"must be number,string,boolean"}];
return false;
}
var valid15 = _errs65 === errors;
if(!valid15){
break;
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/window/" + i3+"/fields",schemaPath:"#/definitions/triedFiring/properties/window/items/properties/fields/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid14 = _errs62 === errors;
}
else {
var valid14 = true;
}
}
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/window/" + i3,schemaPath:"#/definitions/triedFiring/properties/window/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid13 = _errs56 === errors;
if(!valid13){
break;
}
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/firings/" + i0+"/window",schemaPath:"#/definitions/triedFiring/properties/window/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid5 = _errs54 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/firings/" + i0,schemaPath:"#/definitions/triedFiring/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid3 = _errs11 === errors;
if(!valid3){
break;
}
}
}
}
else {
validate92.errors = [{instancePath:instancePath+"/firings",schemaPath:"#/properties/firings/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.signature !== undefined){
const _errs67 = errors;
if(!(validate76(data.signature, {instancePath:instancePath+"/signature",parentData:data,parentDataProperty:"signature",rootData}))){
vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
errors = vErrors.length;
}
var valid0 = _errs67 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate92.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate92.errors = vErrors;
return errors === 0;
}

export const taskTryResult = validate94;
const schema175 = {"type":"object","required":["results"],"properties":{"results":{"type":"array","items":{"$ref":"#/definitions/triedResult"}}}};
const schema176 = {"type":"object","required":["id","results","emitted","log","phases"],"properties":{"id":{"type":"string"},"results":{"type":"array","items":{"type":"object","additionalProperties":{"type":["number","string","boolean","array"],"items":{"type":["number","string","boolean"]},"maxItems":4096}}},"emitted":{"type":"array","items":{"type":"object","required":["event","fields"],"properties":{"event":{"type":"string"},"fields":{"type":"object","additionalProperties":{"type":["number","string","boolean"]}}}}},"log":{"type":"array","items":{"$ref":"#/definitions/taskLogLine"}},"phases":{"$ref":"#/definitions/taskPhases"},"failure":{"$ref":"#/definitions/trouble"}}};
const schema177 = {"type":"object","required":["time","level","text"],"properties":{"time":{"type":"number"},"level":{"enum":["info","warning","error"]},"text":{"type":"string"}}};

function validate95(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.id === undefined) && (missing0 = "id")) || ((data.results === undefined) && (missing0 = "results"))) || ((data.emitted === undefined) && (missing0 = "emitted"))) || ((data.log === undefined) && (missing0 = "log"))) || ((data.phases === undefined) && (missing0 = "phases"))){
validate95.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.id !== undefined){
const _errs1 = errors;
if(typeof data.id !== "string"){
validate95.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.results !== undefined){
let data1 = data.results;
const _errs3 = errors;
if(errors === _errs3){
if(Array.isArray(data1)){
var valid1 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs5 = errors;
if(errors === _errs5){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key0 in data2){
let data3 = data2[key0];
const _errs8 = errors;
if((((!(typeof data3 == "number")) && (typeof data3 !== "string")) && (typeof data3 !== "boolean")) && (!(Array.isArray(data3)))){
validate95.errors = [{instancePath:instancePath+"/results/" + i0+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/results/items/additionalProperties/type",keyword:"type",params:{type: schema176.properties.results.items.additionalProperties.type},message:"must be number,string,boolean,array"}];
return false;
}
if(errors === _errs8){
if(Array.isArray(data3)){
if(data3.length > 4096){
validate95.errors = [{instancePath:instancePath+"/results/" + i0+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/results/items/additionalProperties/maxItems",keyword:"maxItems",params:{limit: 4096},message:"must NOT have more than 4096 items"}];
return false;
}
else {
var valid3 = true;
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
let data4 = data3[i1];
const _errs10 = errors;
if(((!(typeof data4 == "number")) && (typeof data4 !== "string")) && (typeof data4 !== "boolean")){
validate95.errors = [{instancePath:instancePath+"/results/" + i0+"/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i1,schemaPath:"#/properties/results/items/additionalProperties/items/type",keyword:"type",params:{type: schema176.properties.results.items.additionalProperties.items.type},message:"must be number,string,boolean"}];
return false;
}
var valid3 = _errs10 === errors;
if(!valid3){
break;
}
}
}
}
}
var valid2 = _errs8 === errors;
if(!valid2){
break;
}
}
}
else {
validate95.errors = [{instancePath:instancePath+"/results/" + i0,schemaPath:"#/properties/results/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs5 === errors;
if(!valid1){
break;
}
}
}
else {
validate95.errors = [{instancePath:instancePath+"/results",schemaPath:"#/properties/results/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.emitted !== undefined){
let data5 = data.emitted;
const _errs12 = errors;
if(errors === _errs12){
if(Array.isArray(data5)){
var valid4 = true;
const len2 = data5.length;
for(let i2=0; i2<len2; i2++){
let data6 = data5[i2];
const _errs14 = errors;
if(errors === _errs14){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
let missing1;
if(((data6.event === undefined) && (missing1 = "event")) || ((data6.fields === undefined) && (missing1 = "fields"))){
validate95.errors = [{instancePath:instancePath+"/emitted/" + i2,schemaPath:"#/properties/emitted/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data6.event !== undefined){
const _errs16 = errors;
if(typeof data6.event !== "string"){
validate95.errors = [{instancePath:instancePath+"/emitted/" + i2+"/event",schemaPath:"#/properties/emitted/items/properties/event/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid5 = _errs16 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data6.fields !== undefined){
let data8 = data6.fields;
const _errs18 = errors;
if(errors === _errs18){
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key1 in data8){
let data9 = data8[key1];
const _errs21 = errors;
if(((!(typeof data9 == "number")) && (typeof data9 !== "string")) && (typeof data9 !== "boolean")){
validate95.errors = [{instancePath:instancePath+"/emitted/" + i2+"/fields/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/emitted/items/properties/fields/additionalProperties/type",keyword:"type",params:{type: schema176.properties.emitted.items.properties.fields.additionalProperties.type},message:"must be number,string,boolean"}];
return false;
}
var valid6 = _errs21 === errors;
if(!valid6){
break;
}
}
}
else {
validate95.errors = [{instancePath:instancePath+"/emitted/" + i2+"/fields",schemaPath:"#/properties/emitted/items/properties/fields/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid5 = _errs18 === errors;
}
else {
var valid5 = true;
}
}
}
}
else {
validate95.errors = [{instancePath:instancePath+"/emitted/" + i2,schemaPath:"#/properties/emitted/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid4 = _errs14 === errors;
if(!valid4){
break;
}
}
}
else {
validate95.errors = [{instancePath:instancePath+"/emitted",schemaPath:"#/properties/emitted/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.log !== undefined){
let data10 = data.log;
const _errs23 = errors;
if(errors === _errs23){
if(Array.isArray(data10)){
var valid7 = true;
const len3 = data10.length;
for(let i3=0; i3<len3; i3++){
let data11 = data10[i3];
const _errs25 = errors;
const _errs26 = errors;
if(errors === _errs26){
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
let missing2;
if((((data11.time === undefined) && (missing2 = "time")) || ((data11.level === undefined) && (missing2 = "level"))) || ((data11.text === undefined) && (missing2 = "text"))){
validate95.errors = [{instancePath:instancePath+"/log/" + i3,schemaPath:"#/definitions/taskLogLine/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data11.time !== undefined){
const _errs28 = errors;
if(!(typeof data11.time == "number")){
validate95.errors = [{instancePath:instancePath+"/log/" + i3+"/time",schemaPath:"#/definitions/taskLogLine/properties/time/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid9 = _errs28 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data11.level !== undefined){
let data13 = data11.level;
const _errs30 = errors;
if(!(((data13 === "info") || (data13 === "warning")) || (data13 === "error"))){
validate95.errors = [{instancePath:instancePath+"/log/" + i3+"/level",schemaPath:"#/definitions/taskLogLine/properties/level/enum",keyword:"enum",params:{allowedValues: schema177.properties.level.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid9 = _errs30 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data11.text !== undefined){
const _errs31 = errors;
if(typeof data11.text !== "string"){
validate95.errors = [{instancePath:instancePath+"/log/" + i3+"/text",schemaPath:"#/definitions/taskLogLine/properties/text/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid9 = _errs31 === errors;
}
else {
var valid9 = true;
}
}
}
}
}
else {
validate95.errors = [{instancePath:instancePath+"/log/" + i3,schemaPath:"#/definitions/taskLogLine/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid7 = _errs25 === errors;
if(!valid7){
break;
}
}
}
else {
validate95.errors = [{instancePath:instancePath+"/log",schemaPath:"#/properties/log/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.phases !== undefined){
let data15 = data.phases;
const _errs33 = errors;
const _errs34 = errors;
if(errors === _errs34){
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
let missing3;
if((data15.total === undefined) && (missing3 = "total")){
validate95.errors = [{instancePath:instancePath+"/phases",schemaPath:"#/definitions/taskPhases/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
if(data15.trigger !== undefined){
const _errs36 = errors;
if(!(typeof data15.trigger == "number")){
validate95.errors = [{instancePath:instancePath+"/phases/trigger",schemaPath:"#/definitions/taskPhases/properties/trigger/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid11 = _errs36 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data15.queue !== undefined){
const _errs38 = errors;
if(!(typeof data15.queue == "number")){
validate95.errors = [{instancePath:instancePath+"/phases/queue",schemaPath:"#/definitions/taskPhases/properties/queue/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid11 = _errs38 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data15.prepare !== undefined){
const _errs40 = errors;
if(!(typeof data15.prepare == "number")){
validate95.errors = [{instancePath:instancePath+"/phases/prepare",schemaPath:"#/definitions/taskPhases/properties/prepare/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid11 = _errs40 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data15.model !== undefined){
const _errs42 = errors;
if(!(typeof data15.model == "number")){
validate95.errors = [{instancePath:instancePath+"/phases/model",schemaPath:"#/definitions/taskPhases/properties/model/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid11 = _errs42 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data15.script !== undefined){
const _errs44 = errors;
if(!(typeof data15.script == "number")){
validate95.errors = [{instancePath:instancePath+"/phases/script",schemaPath:"#/definitions/taskPhases/properties/script/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid11 = _errs44 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data15.output !== undefined){
const _errs46 = errors;
if(!(typeof data15.output == "number")){
validate95.errors = [{instancePath:instancePath+"/phases/output",schemaPath:"#/definitions/taskPhases/properties/output/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid11 = _errs46 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data15.total !== undefined){
const _errs48 = errors;
if(!(typeof data15.total == "number")){
validate95.errors = [{instancePath:instancePath+"/phases/total",schemaPath:"#/definitions/taskPhases/properties/total/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid11 = _errs48 === errors;
}
else {
var valid11 = true;
}
}
}
}
}
}
}
}
}
else {
validate95.errors = [{instancePath:instancePath+"/phases",schemaPath:"#/definitions/taskPhases/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs33 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.failure !== undefined){
let data23 = data.failure;
const _errs50 = errors;
const _errs51 = errors;
if(errors === _errs51){
if(data23 && typeof data23 == "object" && !Array.isArray(data23)){
let missing4;
if((((data23.code === undefined) && (missing4 = "code")) || ((data23.message === undefined) && (missing4 = "message"))) || ((data23.fix === undefined) && (missing4 = "fix"))){
validate95.errors = [{instancePath:instancePath+"/failure",schemaPath:"#/definitions/trouble/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"}];
return false;
}
else {
if(data23.code !== undefined){
const _errs53 = errors;
if(typeof data23.code !== "string"){
validate95.errors = [{instancePath:instancePath+"/failure/code",schemaPath:"#/definitions/trouble/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid13 = _errs53 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data23.message !== undefined){
const _errs55 = errors;
if(typeof data23.message !== "string"){
validate95.errors = [{instancePath:instancePath+"/failure/message",schemaPath:"#/definitions/trouble/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid13 = _errs55 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data23.fix !== undefined){
const _errs57 = errors;
if(typeof data23.fix !== "string"){
validate95.errors = [{instancePath:instancePath+"/failure/fix",schemaPath:"#/definitions/trouble/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid13 = _errs57 === errors;
}
else {
var valid13 = true;
}
}
}
}
}
else {
validate95.errors = [{instancePath:instancePath+"/failure",schemaPath:"#/definitions/trouble/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs50 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
validate95.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate95.errors = vErrors;
return errors === 0;
}


function validate94(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.results === undefined) && (missing0 = "results")){
validate94.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.results !== undefined){
let data0 = data.results;
const _errs1 = errors;
if(errors === _errs1){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
const _errs3 = errors;
if(!(validate95(data0[i0], {instancePath:instancePath+"/results/" + i0,parentData:data0,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
errors = vErrors.length;
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
else {
validate94.errors = [{instancePath:instancePath+"/results",schemaPath:"#/properties/results/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
}
}
}
else {
validate94.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate94.errors = vErrors;
return errors === 0;
}

export const taskRecord = validate97;
const schema180 = {"type":"object","required":["task","time"],"properties":{"task":{"$ref":"#/definitions/taskName"},"time":{"type":"number","minimum":0,"maximum":86400000}}};

function validate97(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.task === undefined) && (missing0 = "task")) || ((data.time === undefined) && (missing0 = "time"))){
validate97.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.task !== undefined){
let data0 = data.task;
const _errs1 = errors;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length > 200){
validate97.errors = [{instancePath:instancePath+"/task",schemaPath:"#/definitions/taskName/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"}];
return false;
}
else {
if(data0.length < 1){
validate97.errors = [{instancePath:instancePath+"/task",schemaPath:"#/definitions/taskName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate97.errors = [{instancePath:instancePath+"/task",schemaPath:"#/definitions/taskName/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.time !== undefined){
let data1 = data.time;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 == "number"){
if(data1 > 86400000 || isNaN(data1)){
validate97.errors = [{instancePath:instancePath+"/time",schemaPath:"#/properties/time/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400000},message:"must be <= 86400000"}];
return false;
}
else {
if(data1 < 0 || isNaN(data1)){
validate97.errors = [{instancePath:instancePath+"/time",schemaPath:"#/properties/time/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
else {
validate97.errors = [{instancePath:instancePath+"/time",schemaPath:"#/properties/time/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate97.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate97.errors = vErrors;
return errors === 0;
}

export const taskRecordResult = validate98;

function validate98(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(!(data && typeof data == "object" && !Array.isArray(data))){
validate98.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
validate98.errors = vErrors;
return errors === 0;
}

export const runRecords = validate99;
const schema183 = {"type":"object","required":["run","records"],"properties":{"run":{"$ref":"#/definitions/runId"},"records":{"type":"array","items":{"type":"object","required":["cursor","record"],"properties":{"cursor":{"$ref":"#/definitions/cursor"},"record":{"type":"object","required":["kind","id","run","device","time"],"properties":{"kind":{"type":"string"},"id":{"type":"string","minLength":1},"run":{"type":"string"},"device":{"type":"string"},"time":{"type":"string"}}}}}}}};

function validate99(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.run === undefined) && (missing0 = "run")) || ((data.records === undefined) && (missing0 = "records"))){
validate99.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.run !== undefined){
let data0 = data.run;
const _errs1 = errors;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(!pattern2.test(data0)){
validate99.errors = [{instancePath:instancePath+"/run",schemaPath:"#/definitions/runId/pattern",keyword:"pattern",params:{pattern: "^[0-9a-z-]{1,64}$"},message:"must match pattern \""+"^[0-9a-z-]{1,64}$"+"\""}];
return false;
}
}
else {
validate99.errors = [{instancePath:instancePath+"/run",schemaPath:"#/definitions/runId/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.records !== undefined){
let data1 = data.records;
const _errs4 = errors;
if(errors === _errs4){
if(Array.isArray(data1)){
var valid2 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs6 = errors;
if(errors === _errs6){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if(((data2.cursor === undefined) && (missing1 = "cursor")) || ((data2.record === undefined) && (missing1 = "record"))){
validate99.errors = [{instancePath:instancePath+"/records/" + i0,schemaPath:"#/properties/records/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data2.cursor !== undefined){
let data3 = data2.cursor;
const _errs8 = errors;
const _errs9 = errors;
if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
validate99.errors = [{instancePath:instancePath+"/records/" + i0+"/cursor",schemaPath:"#/definitions/cursor/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs9){
if(typeof data3 == "number"){
if(data3 > 9007199254740991 || isNaN(data3)){
validate99.errors = [{instancePath:instancePath+"/records/" + i0+"/cursor",schemaPath:"#/definitions/cursor/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"}];
return false;
}
else {
if(data3 < 0 || isNaN(data3)){
validate99.errors = [{instancePath:instancePath+"/records/" + i0+"/cursor",schemaPath:"#/definitions/cursor/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid3 = _errs8 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data2.record !== undefined){
let data4 = data2.record;
const _errs11 = errors;
if(errors === _errs11){
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
let missing2;
if((((((data4.kind === undefined) && (missing2 = "kind")) || ((data4.id === undefined) && (missing2 = "id"))) || ((data4.run === undefined) && (missing2 = "run"))) || ((data4.device === undefined) && (missing2 = "device"))) || ((data4.time === undefined) && (missing2 = "time"))){
validate99.errors = [{instancePath:instancePath+"/records/" + i0+"/record",schemaPath:"#/properties/records/items/properties/record/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data4.kind !== undefined){
const _errs13 = errors;
if(typeof data4.kind !== "string"){
validate99.errors = [{instancePath:instancePath+"/records/" + i0+"/record/kind",schemaPath:"#/properties/records/items/properties/record/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid5 = _errs13 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data4.id !== undefined){
let data6 = data4.id;
const _errs15 = errors;
if(errors === _errs15){
if(typeof data6 === "string"){
if(data6.length < 1){
validate99.errors = [{instancePath:instancePath+"/records/" + i0+"/record/id",schemaPath:"#/properties/records/items/properties/record/properties/id/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
else {
validate99.errors = [{instancePath:instancePath+"/records/" + i0+"/record/id",schemaPath:"#/properties/records/items/properties/record/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid5 = _errs15 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data4.run !== undefined){
const _errs17 = errors;
if(typeof data4.run !== "string"){
validate99.errors = [{instancePath:instancePath+"/records/" + i0+"/record/run",schemaPath:"#/properties/records/items/properties/record/properties/run/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid5 = _errs17 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data4.device !== undefined){
const _errs19 = errors;
if(typeof data4.device !== "string"){
validate99.errors = [{instancePath:instancePath+"/records/" + i0+"/record/device",schemaPath:"#/properties/records/items/properties/record/properties/device/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid5 = _errs19 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data4.time !== undefined){
const _errs21 = errors;
if(typeof data4.time !== "string"){
validate99.errors = [{instancePath:instancePath+"/records/" + i0+"/record/time",schemaPath:"#/properties/records/items/properties/record/properties/time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid5 = _errs21 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
}
}
else {
validate99.errors = [{instancePath:instancePath+"/records/" + i0+"/record",schemaPath:"#/properties/records/items/properties/record/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid3 = _errs11 === errors;
}
else {
var valid3 = true;
}
}
}
}
else {
validate99.errors = [{instancePath:instancePath+"/records/" + i0,schemaPath:"#/properties/records/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid2 = _errs6 === errors;
if(!valid2){
break;
}
}
}
else {
validate99.errors = [{instancePath:instancePath+"/records",schemaPath:"#/properties/records/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
validate99.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate99.errors = vErrors;
return errors === 0;
}

export const runStatus = validate100;
const schema186 = {"type":"object","required":["status"],"properties":{"status":{"$ref":"#/definitions/runStatus"}}};

function validate100(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.status === undefined) && (missing0 = "status")){
validate100.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.status !== undefined){
if(!(validate44(data.status, {instancePath:instancePath+"/status",parentData:data,parentDataProperty:"status",rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
}
}
}
else {
validate100.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate100.errors = vErrors;
return errors === 0;
}

export const deviceSample = validate102;
const schema187 = {"type":"object","required":["sample"],"properties":{"sample":{"$ref":"record.schema.json#/definitions/sensorSample"}}};
const schema43 = {"type":"object","required":["time","busy","available","frequency","temperature","throttle"],"properties":{"time":{"type":"string"},"busy":{"$ref":"#/definitions/reading"},"available":{"$ref":"#/definitions/reading"},"frequency":{"$ref":"#/definitions/reading"},"temperature":{"$ref":"#/definitions/reading"},"power":{"$ref":"#/definitions/reading"},"throttle":{"oneOf":[{"type":"object","required":["active","flags"],"properties":{"active":{"type":"boolean"},"flags":{"type":"array","items":{"type":"string"}},"count":{"type":"number"}}},{"type":"object","required":["unavailable","fix"],"properties":{"unavailable":{"type":"string"},"fix":{"type":"string"}}}]}}};

function validate103(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.time === undefined) && (missing0 = "time")) || ((data.busy === undefined) && (missing0 = "busy"))) || ((data.available === undefined) && (missing0 = "available"))) || ((data.frequency === undefined) && (missing0 = "frequency"))) || ((data.temperature === undefined) && (missing0 = "temperature"))) || ((data.throttle === undefined) && (missing0 = "throttle"))){
validate103.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.time !== undefined){
const _errs1 = errors;
if(typeof data.time !== "string"){
validate103.errors = [{instancePath:instancePath+"/time",schemaPath:"#/properties/time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.busy !== undefined){
let data1 = data.busy;
const _errs3 = errors;
const _errs5 = errors;
let valid2 = false;
let passing0 = null;
const _errs6 = errors;
if(errors === _errs6){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing1;
if((data1.value === undefined) && (missing1 = "value")){
const err0 = {instancePath:instancePath+"/busy",schemaPath:"#/definitions/reading/oneOf/0/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
if(data1.value !== undefined){
if(!(typeof data1.value == "number")){
const err1 = {instancePath:instancePath+"/busy/value",schemaPath:"#/definitions/reading/oneOf/0/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
}
else {
const err2 = {instancePath:instancePath+"/busy",schemaPath:"#/definitions/reading/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
var _valid0 = _errs6 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs10 = errors;
if(errors === _errs10){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing2;
if(((data1.unavailable === undefined) && (missing2 = "unavailable")) || ((data1.fix === undefined) && (missing2 = "fix"))){
const err3 = {instancePath:instancePath+"/busy",schemaPath:"#/definitions/reading/oneOf/1/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
else {
if(data1.unavailable !== undefined){
const _errs12 = errors;
if(typeof data1.unavailable !== "string"){
const err4 = {instancePath:instancePath+"/busy/unavailable",schemaPath:"#/definitions/reading/oneOf/1/properties/unavailable/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
var valid4 = _errs12 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data1.fix !== undefined){
const _errs14 = errors;
if(typeof data1.fix !== "string"){
const err5 = {instancePath:instancePath+"/busy/fix",schemaPath:"#/definitions/reading/oneOf/1/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
var valid4 = _errs14 === errors;
}
else {
var valid4 = true;
}
}
}
}
else {
const err6 = {instancePath:instancePath+"/busy",schemaPath:"#/definitions/reading/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
var _valid0 = _errs10 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err7 = {instancePath:instancePath+"/busy",schemaPath:"#/definitions/reading/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
validate103.errors = vErrors;
return false;
}
else {
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.available !== undefined){
let data5 = data.available;
const _errs16 = errors;
const _errs18 = errors;
let valid6 = false;
let passing1 = null;
const _errs19 = errors;
if(errors === _errs19){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing3;
if((data5.value === undefined) && (missing3 = "value")){
const err8 = {instancePath:instancePath+"/available",schemaPath:"#/definitions/reading/oneOf/0/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
else {
if(data5.value !== undefined){
if(!(typeof data5.value == "number")){
const err9 = {instancePath:instancePath+"/available/value",schemaPath:"#/definitions/reading/oneOf/0/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number"};
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
}
else {
const err10 = {instancePath:instancePath+"/available",schemaPath:"#/definitions/reading/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
var _valid1 = _errs19 === errors;
if(_valid1){
valid6 = true;
passing1 = 0;
}
const _errs23 = errors;
if(errors === _errs23){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing4;
if(((data5.unavailable === undefined) && (missing4 = "unavailable")) || ((data5.fix === undefined) && (missing4 = "fix"))){
const err11 = {instancePath:instancePath+"/available",schemaPath:"#/definitions/reading/oneOf/1/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
else {
if(data5.unavailable !== undefined){
const _errs25 = errors;
if(typeof data5.unavailable !== "string"){
const err12 = {instancePath:instancePath+"/available/unavailable",schemaPath:"#/definitions/reading/oneOf/1/properties/unavailable/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var valid8 = _errs25 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data5.fix !== undefined){
const _errs27 = errors;
if(typeof data5.fix !== "string"){
const err13 = {instancePath:instancePath+"/available/fix",schemaPath:"#/definitions/reading/oneOf/1/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var valid8 = _errs27 === errors;
}
else {
var valid8 = true;
}
}
}
}
else {
const err14 = {instancePath:instancePath+"/available",schemaPath:"#/definitions/reading/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
var _valid1 = _errs23 === errors;
if(_valid1 && valid6){
valid6 = false;
passing1 = [passing1, 1];
}
else {
if(_valid1){
valid6 = true;
passing1 = 1;
}
}
if(!valid6){
const err15 = {instancePath:instancePath+"/available",schemaPath:"#/definitions/reading/oneOf",keyword:"oneOf",params:{passingSchemas: passing1},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
validate103.errors = vErrors;
return false;
}
else {
errors = _errs18;
if(vErrors !== null){
if(_errs18){
vErrors.length = _errs18;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.frequency !== undefined){
let data9 = data.frequency;
const _errs29 = errors;
const _errs31 = errors;
let valid10 = false;
let passing2 = null;
const _errs32 = errors;
if(errors === _errs32){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing5;
if((data9.value === undefined) && (missing5 = "value")){
const err16 = {instancePath:instancePath+"/frequency",schemaPath:"#/definitions/reading/oneOf/0/required",keyword:"required",params:{missingProperty: missing5},message:"must have required property '"+missing5+"'"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
else {
if(data9.value !== undefined){
if(!(typeof data9.value == "number")){
const err17 = {instancePath:instancePath+"/frequency/value",schemaPath:"#/definitions/reading/oneOf/0/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number"};
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
}
else {
const err18 = {instancePath:instancePath+"/frequency",schemaPath:"#/definitions/reading/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
var _valid2 = _errs32 === errors;
if(_valid2){
valid10 = true;
passing2 = 0;
}
const _errs36 = errors;
if(errors === _errs36){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing6;
if(((data9.unavailable === undefined) && (missing6 = "unavailable")) || ((data9.fix === undefined) && (missing6 = "fix"))){
const err19 = {instancePath:instancePath+"/frequency",schemaPath:"#/definitions/reading/oneOf/1/required",keyword:"required",params:{missingProperty: missing6},message:"must have required property '"+missing6+"'"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
else {
if(data9.unavailable !== undefined){
const _errs38 = errors;
if(typeof data9.unavailable !== "string"){
const err20 = {instancePath:instancePath+"/frequency/unavailable",schemaPath:"#/definitions/reading/oneOf/1/properties/unavailable/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
var valid12 = _errs38 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data9.fix !== undefined){
const _errs40 = errors;
if(typeof data9.fix !== "string"){
const err21 = {instancePath:instancePath+"/frequency/fix",schemaPath:"#/definitions/reading/oneOf/1/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
var valid12 = _errs40 === errors;
}
else {
var valid12 = true;
}
}
}
}
else {
const err22 = {instancePath:instancePath+"/frequency",schemaPath:"#/definitions/reading/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
var _valid2 = _errs36 === errors;
if(_valid2 && valid10){
valid10 = false;
passing2 = [passing2, 1];
}
else {
if(_valid2){
valid10 = true;
passing2 = 1;
}
}
if(!valid10){
const err23 = {instancePath:instancePath+"/frequency",schemaPath:"#/definitions/reading/oneOf",keyword:"oneOf",params:{passingSchemas: passing2},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
validate103.errors = vErrors;
return false;
}
else {
errors = _errs31;
if(vErrors !== null){
if(_errs31){
vErrors.length = _errs31;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.temperature !== undefined){
let data13 = data.temperature;
const _errs42 = errors;
const _errs44 = errors;
let valid14 = false;
let passing3 = null;
const _errs45 = errors;
if(errors === _errs45){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
let missing7;
if((data13.value === undefined) && (missing7 = "value")){
const err24 = {instancePath:instancePath+"/temperature",schemaPath:"#/definitions/reading/oneOf/0/required",keyword:"required",params:{missingProperty: missing7},message:"must have required property '"+missing7+"'"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
else {
if(data13.value !== undefined){
if(!(typeof data13.value == "number")){
const err25 = {instancePath:instancePath+"/temperature/value",schemaPath:"#/definitions/reading/oneOf/0/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number"};
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
}
else {
const err26 = {instancePath:instancePath+"/temperature",schemaPath:"#/definitions/reading/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
var _valid3 = _errs45 === errors;
if(_valid3){
valid14 = true;
passing3 = 0;
}
const _errs49 = errors;
if(errors === _errs49){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
let missing8;
if(((data13.unavailable === undefined) && (missing8 = "unavailable")) || ((data13.fix === undefined) && (missing8 = "fix"))){
const err27 = {instancePath:instancePath+"/temperature",schemaPath:"#/definitions/reading/oneOf/1/required",keyword:"required",params:{missingProperty: missing8},message:"must have required property '"+missing8+"'"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
else {
if(data13.unavailable !== undefined){
const _errs51 = errors;
if(typeof data13.unavailable !== "string"){
const err28 = {instancePath:instancePath+"/temperature/unavailable",schemaPath:"#/definitions/reading/oneOf/1/properties/unavailable/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
var valid16 = _errs51 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data13.fix !== undefined){
const _errs53 = errors;
if(typeof data13.fix !== "string"){
const err29 = {instancePath:instancePath+"/temperature/fix",schemaPath:"#/definitions/reading/oneOf/1/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
var valid16 = _errs53 === errors;
}
else {
var valid16 = true;
}
}
}
}
else {
const err30 = {instancePath:instancePath+"/temperature",schemaPath:"#/definitions/reading/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
var _valid3 = _errs49 === errors;
if(_valid3 && valid14){
valid14 = false;
passing3 = [passing3, 1];
}
else {
if(_valid3){
valid14 = true;
passing3 = 1;
}
}
if(!valid14){
const err31 = {instancePath:instancePath+"/temperature",schemaPath:"#/definitions/reading/oneOf",keyword:"oneOf",params:{passingSchemas: passing3},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
validate103.errors = vErrors;
return false;
}
else {
errors = _errs44;
if(vErrors !== null){
if(_errs44){
vErrors.length = _errs44;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs42 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.power !== undefined){
let data17 = data.power;
const _errs55 = errors;
const _errs57 = errors;
let valid18 = false;
let passing4 = null;
const _errs58 = errors;
if(errors === _errs58){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
let missing9;
if((data17.value === undefined) && (missing9 = "value")){
const err32 = {instancePath:instancePath+"/power",schemaPath:"#/definitions/reading/oneOf/0/required",keyword:"required",params:{missingProperty: missing9},message:"must have required property '"+missing9+"'"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
else {
if(data17.value !== undefined){
if(!(typeof data17.value == "number")){
const err33 = {instancePath:instancePath+"/power/value",schemaPath:"#/definitions/reading/oneOf/0/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
}
else {
const err34 = {instancePath:instancePath+"/power",schemaPath:"#/definitions/reading/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
var _valid4 = _errs58 === errors;
if(_valid4){
valid18 = true;
passing4 = 0;
}
const _errs62 = errors;
if(errors === _errs62){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
let missing10;
if(((data17.unavailable === undefined) && (missing10 = "unavailable")) || ((data17.fix === undefined) && (missing10 = "fix"))){
const err35 = {instancePath:instancePath+"/power",schemaPath:"#/definitions/reading/oneOf/1/required",keyword:"required",params:{missingProperty: missing10},message:"must have required property '"+missing10+"'"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
else {
if(data17.unavailable !== undefined){
const _errs64 = errors;
if(typeof data17.unavailable !== "string"){
const err36 = {instancePath:instancePath+"/power/unavailable",schemaPath:"#/definitions/reading/oneOf/1/properties/unavailable/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
var valid20 = _errs64 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data17.fix !== undefined){
const _errs66 = errors;
if(typeof data17.fix !== "string"){
const err37 = {instancePath:instancePath+"/power/fix",schemaPath:"#/definitions/reading/oneOf/1/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
var valid20 = _errs66 === errors;
}
else {
var valid20 = true;
}
}
}
}
else {
const err38 = {instancePath:instancePath+"/power",schemaPath:"#/definitions/reading/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
var _valid4 = _errs62 === errors;
if(_valid4 && valid18){
valid18 = false;
passing4 = [passing4, 1];
}
else {
if(_valid4){
valid18 = true;
passing4 = 1;
}
}
if(!valid18){
const err39 = {instancePath:instancePath+"/power",schemaPath:"#/definitions/reading/oneOf",keyword:"oneOf",params:{passingSchemas: passing4},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
validate103.errors = vErrors;
return false;
}
else {
errors = _errs57;
if(vErrors !== null){
if(_errs57){
vErrors.length = _errs57;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs55 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.throttle !== undefined){
let data21 = data.throttle;
const _errs68 = errors;
const _errs69 = errors;
let valid21 = false;
let passing5 = null;
const _errs70 = errors;
if(errors === _errs70){
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
let missing11;
if(((data21.active === undefined) && (missing11 = "active")) || ((data21.flags === undefined) && (missing11 = "flags"))){
const err40 = {instancePath:instancePath+"/throttle",schemaPath:"#/properties/throttle/oneOf/0/required",keyword:"required",params:{missingProperty: missing11},message:"must have required property '"+missing11+"'"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
else {
if(data21.active !== undefined){
const _errs72 = errors;
if(typeof data21.active !== "boolean"){
const err41 = {instancePath:instancePath+"/throttle/active",schemaPath:"#/properties/throttle/oneOf/0/properties/active/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
var valid22 = _errs72 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data21.flags !== undefined){
let data23 = data21.flags;
const _errs74 = errors;
if(errors === _errs74){
if(Array.isArray(data23)){
var valid23 = true;
const len0 = data23.length;
for(let i0=0; i0<len0; i0++){
const _errs76 = errors;
if(typeof data23[i0] !== "string"){
const err42 = {instancePath:instancePath+"/throttle/flags/" + i0,schemaPath:"#/properties/throttle/oneOf/0/properties/flags/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
var valid23 = _errs76 === errors;
if(!valid23){
break;
}
}
}
else {
const err43 = {instancePath:instancePath+"/throttle/flags",schemaPath:"#/properties/throttle/oneOf/0/properties/flags/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
var valid22 = _errs74 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data21.count !== undefined){
const _errs78 = errors;
if(!(typeof data21.count == "number")){
const err44 = {instancePath:instancePath+"/throttle/count",schemaPath:"#/properties/throttle/oneOf/0/properties/count/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
var valid22 = _errs78 === errors;
}
else {
var valid22 = true;
}
}
}
}
}
else {
const err45 = {instancePath:instancePath+"/throttle",schemaPath:"#/properties/throttle/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
var _valid5 = _errs70 === errors;
if(_valid5){
valid21 = true;
passing5 = 0;
}
const _errs80 = errors;
if(errors === _errs80){
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
let missing12;
if(((data21.unavailable === undefined) && (missing12 = "unavailable")) || ((data21.fix === undefined) && (missing12 = "fix"))){
const err46 = {instancePath:instancePath+"/throttle",schemaPath:"#/properties/throttle/oneOf/1/required",keyword:"required",params:{missingProperty: missing12},message:"must have required property '"+missing12+"'"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
else {
if(data21.unavailable !== undefined){
const _errs82 = errors;
if(typeof data21.unavailable !== "string"){
const err47 = {instancePath:instancePath+"/throttle/unavailable",schemaPath:"#/properties/throttle/oneOf/1/properties/unavailable/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
var valid24 = _errs82 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data21.fix !== undefined){
const _errs84 = errors;
if(typeof data21.fix !== "string"){
const err48 = {instancePath:instancePath+"/throttle/fix",schemaPath:"#/properties/throttle/oneOf/1/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
var valid24 = _errs84 === errors;
}
else {
var valid24 = true;
}
}
}
}
else {
const err49 = {instancePath:instancePath+"/throttle",schemaPath:"#/properties/throttle/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
var _valid5 = _errs80 === errors;
if(_valid5 && valid21){
valid21 = false;
passing5 = [passing5, 1];
}
else {
if(_valid5){
valid21 = true;
passing5 = 1;
}
}
if(!valid21){
const err50 = {instancePath:instancePath+"/throttle",schemaPath:"#/properties/throttle/oneOf",keyword:"oneOf",params:{passingSchemas: passing5},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
validate103.errors = vErrors;
return false;
}
else {
errors = _errs69;
if(vErrors !== null){
if(_errs69){
vErrors.length = _errs69;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs68 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate103.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate103.errors = vErrors;
return errors === 0;
}


function validate102(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.sample === undefined) && (missing0 = "sample")){
validate102.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.sample !== undefined){
if(!(validate103(data.sample, {instancePath:instancePath+"/sample",parentData:data,parentDataProperty:"sample",rootData}))){
vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors);
errors = vErrors.length;
}
}
}
}
else {
validate102.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate102.errors = vErrors;
return errors === 0;
}

export const deviceStatus = validate105;
const schema194 = {"type":"object","required":["status"],"properties":{"status":{"type":"object","required":["busy","run"],"properties":{"busy":{"type":"boolean"},"run":{"oneOf":[{"type":"null"},{"$ref":"#/definitions/runStatus"}]}}}}};

function validate105(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.status === undefined) && (missing0 = "status")){
validate105.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.status !== undefined){
let data0 = data.status;
const _errs1 = errors;
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing1;
if(((data0.busy === undefined) && (missing1 = "busy")) || ((data0.run === undefined) && (missing1 = "run"))){
validate105.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.busy !== undefined){
const _errs3 = errors;
if(typeof data0.busy !== "boolean"){
validate105.errors = [{instancePath:instancePath+"/status/busy",schemaPath:"#/properties/status/properties/busy/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid1 = _errs3 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.run !== undefined){
let data2 = data0.run;
const _errs5 = errors;
const _errs6 = errors;
let valid2 = false;
let passing0 = null;
const _errs7 = errors;
if(data2 !== null){
const err0 = {instancePath:instancePath+"/status/run",schemaPath:"#/properties/status/properties/run/oneOf/0/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs7 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs9 = errors;
if(!(validate44(data2, {instancePath:instancePath+"/status/run",parentData:data0,parentDataProperty:"run",rootData}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
var _valid0 = _errs9 === errors;
if(_valid0 && valid2){
valid2 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid2 = true;
passing0 = 1;
}
}
if(!valid2){
const err1 = {instancePath:instancePath+"/status/run",schemaPath:"#/properties/status/properties/run/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate105.errors = vErrors;
return false;
}
else {
errors = _errs6;
if(vErrors !== null){
if(_errs6){
vErrors.length = _errs6;
}
else {
vErrors = null;
}
}
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
}
}
}
else {
validate105.errors = [{instancePath:instancePath+"/status",schemaPath:"#/properties/status/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
}
}
}
else {
validate105.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate105.errors = vErrors;
return errors === 0;
}

export const taskResults = validate107;
const schema195 = {"type":"object","required":["cursor"],"properties":{"cursor":{"$ref":"#/definitions/cursor"},"results":{"type":"array","items":{"type":"object","required":["cursor","result"],"properties":{"cursor":{"$ref":"#/definitions/cursor"},"result":{"$ref":"#/definitions/taskResult"}}}},"gzip":{"type":"string"}}};
const schema198 = {"type":"object","required":["id","task","version","time","kind","values","phases","isolation"],"properties":{"id":{"type":"string"},"task":{"$ref":"#/definitions/taskName"},"version":{"type":"string"},"time":{"type":"number"},"kind":{"enum":["match","timeout"]},"key":{"type":["number","string","boolean"]},"values":{"type":"object","additionalProperties":{"type":["number","string","boolean","array"],"items":{"type":["number","string","boolean"]},"maxItems":4096}},"phases":{"$ref":"#/definitions/taskPhases"},"isolation":{"oneOf":[{"type":"null"},{"$ref":"#/definitions/isolation"}]},"failure":{"$ref":"#/definitions/trouble"}}};

function validate108(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((data.id === undefined) && (missing0 = "id")) || ((data.task === undefined) && (missing0 = "task"))) || ((data.version === undefined) && (missing0 = "version"))) || ((data.time === undefined) && (missing0 = "time"))) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.values === undefined) && (missing0 = "values"))) || ((data.phases === undefined) && (missing0 = "phases"))) || ((data.isolation === undefined) && (missing0 = "isolation"))){
validate108.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.id !== undefined){
const _errs1 = errors;
if(typeof data.id !== "string"){
validate108.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.task !== undefined){
let data1 = data.task;
const _errs3 = errors;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length > 200){
validate108.errors = [{instancePath:instancePath+"/task",schemaPath:"#/definitions/taskName/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"}];
return false;
}
else {
if(data1.length < 1){
validate108.errors = [{instancePath:instancePath+"/task",schemaPath:"#/definitions/taskName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate108.errors = [{instancePath:instancePath+"/task",schemaPath:"#/definitions/taskName/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.version !== undefined){
const _errs6 = errors;
if(typeof data.version !== "string"){
validate108.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.time !== undefined){
const _errs8 = errors;
if(!(typeof data.time == "number")){
validate108.errors = [{instancePath:instancePath+"/time",schemaPath:"#/properties/time/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
let data4 = data.kind;
const _errs10 = errors;
if(!((data4 === "match") || (data4 === "timeout"))){
validate108.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/enum",keyword:"enum",params:{allowedValues: schema198.properties.kind.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.key !== undefined){
let data5 = data.key;
const _errs11 = errors;
if(((!(typeof data5 == "number")) && (typeof data5 !== "string")) && (typeof data5 !== "boolean")){
validate108.errors = [{instancePath:instancePath+"/key",schemaPath:"#/properties/key/type",keyword:"type",params:{type: schema198.properties.key.type},message:"must be number,string,boolean"}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.values !== undefined){
let data6 = data.values;
const _errs13 = errors;
if(errors === _errs13){
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
for(const key0 in data6){
let data7 = data6[key0];
const _errs16 = errors;
if((((!(typeof data7 == "number")) && (typeof data7 !== "string")) && (typeof data7 !== "boolean")) && (!(Array.isArray(data7)))){
validate108.errors = [{instancePath:instancePath+"/values/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/values/additionalProperties/type",keyword:"type",params:{type: schema198.properties.values.additionalProperties.type},message:"must be number,string,boolean,array"}];
return false;
}
if(errors === _errs16){
if(Array.isArray(data7)){
if(data7.length > 4096){
validate108.errors = [{instancePath:instancePath+"/values/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/values/additionalProperties/maxItems",keyword:"maxItems",params:{limit: 4096},message:"must NOT have more than 4096 items"}];
return false;
}
else {
var valid3 = true;
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
const _errs18 = errors;
if(((!(typeof data8 == "number")) && (typeof data8 !== "string")) && (typeof data8 !== "boolean")){
validate108.errors = [{instancePath:instancePath+"/values/" + key0.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/properties/values/additionalProperties/items/type",keyword:"type",params:{type: schema198.properties.values.additionalProperties.items.type},message:"must be number,string,boolean"}];
return false;
}
var valid3 = _errs18 === errors;
if(!valid3){
break;
}
}
}
}
}
var valid2 = _errs16 === errors;
if(!valid2){
break;
}
}
}
else {
validate108.errors = [{instancePath:instancePath+"/values",schemaPath:"#/properties/values/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.phases !== undefined){
let data9 = data.phases;
const _errs20 = errors;
const _errs21 = errors;
if(errors === _errs21){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing1;
if((data9.total === undefined) && (missing1 = "total")){
validate108.errors = [{instancePath:instancePath+"/phases",schemaPath:"#/definitions/taskPhases/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data9.trigger !== undefined){
const _errs23 = errors;
if(!(typeof data9.trigger == "number")){
validate108.errors = [{instancePath:instancePath+"/phases/trigger",schemaPath:"#/definitions/taskPhases/properties/trigger/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid5 = _errs23 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data9.queue !== undefined){
const _errs25 = errors;
if(!(typeof data9.queue == "number")){
validate108.errors = [{instancePath:instancePath+"/phases/queue",schemaPath:"#/definitions/taskPhases/properties/queue/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid5 = _errs25 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data9.prepare !== undefined){
const _errs27 = errors;
if(!(typeof data9.prepare == "number")){
validate108.errors = [{instancePath:instancePath+"/phases/prepare",schemaPath:"#/definitions/taskPhases/properties/prepare/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid5 = _errs27 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data9.model !== undefined){
const _errs29 = errors;
if(!(typeof data9.model == "number")){
validate108.errors = [{instancePath:instancePath+"/phases/model",schemaPath:"#/definitions/taskPhases/properties/model/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid5 = _errs29 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data9.script !== undefined){
const _errs31 = errors;
if(!(typeof data9.script == "number")){
validate108.errors = [{instancePath:instancePath+"/phases/script",schemaPath:"#/definitions/taskPhases/properties/script/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid5 = _errs31 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data9.output !== undefined){
const _errs33 = errors;
if(!(typeof data9.output == "number")){
validate108.errors = [{instancePath:instancePath+"/phases/output",schemaPath:"#/definitions/taskPhases/properties/output/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid5 = _errs33 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data9.total !== undefined){
const _errs35 = errors;
if(!(typeof data9.total == "number")){
validate108.errors = [{instancePath:instancePath+"/phases/total",schemaPath:"#/definitions/taskPhases/properties/total/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid5 = _errs35 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
}
}
}
}
else {
validate108.errors = [{instancePath:instancePath+"/phases",schemaPath:"#/definitions/taskPhases/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.isolation !== undefined){
let data17 = data.isolation;
const _errs37 = errors;
const _errs38 = errors;
let valid6 = false;
let passing0 = null;
const _errs39 = errors;
if(data17 !== null){
const err0 = {instancePath:instancePath+"/isolation",schemaPath:"#/properties/isolation/oneOf/0/type",keyword:"type",params:{type: "null"},message:"must be null"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs39 === errors;
if(_valid0){
valid6 = true;
passing0 = 0;
}
const _errs41 = errors;
const _errs42 = errors;
if(errors === _errs42){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
let missing2;
if(((data17.tier === undefined) && (missing2 = "tier")) || ((data17.by === undefined) && (missing2 = "by"))){
const err1 = {instancePath:instancePath+"/isolation",schemaPath:"#/definitions/isolation/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
else {
if(data17.tier !== undefined){
let data18 = data17.tier;
const _errs44 = errors;
if(!((data18 === "fault") || (data18 === "boundary"))){
const err2 = {instancePath:instancePath+"/isolation/tier",schemaPath:"#/definitions/isolation/properties/tier/enum",keyword:"enum",params:{allowedValues: schema151.properties.tier.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var valid8 = _errs44 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data17.by !== undefined){
let data19 = data17.by;
const _errs45 = errors;
if(!((((data19 === "worker") || (data19 === "quickjs")) || (data19 === "process")) || (data19 === "sealed"))){
const err3 = {instancePath:instancePath+"/isolation/by",schemaPath:"#/definitions/isolation/properties/by/enum",keyword:"enum",params:{allowedValues: schema151.properties.by.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid8 = _errs45 === errors;
}
else {
var valid8 = true;
}
}
}
}
else {
const err4 = {instancePath:instancePath+"/isolation",schemaPath:"#/definitions/isolation/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var _valid0 = _errs41 === errors;
if(_valid0 && valid6){
valid6 = false;
passing0 = [passing0, 1];
}
else {
if(_valid0){
valid6 = true;
passing0 = 1;
}
}
if(!valid6){
const err5 = {instancePath:instancePath+"/isolation",schemaPath:"#/properties/isolation/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
validate108.errors = vErrors;
return false;
}
else {
errors = _errs38;
if(vErrors !== null){
if(_errs38){
vErrors.length = _errs38;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs37 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.failure !== undefined){
let data20 = data.failure;
const _errs46 = errors;
const _errs47 = errors;
if(errors === _errs47){
if(data20 && typeof data20 == "object" && !Array.isArray(data20)){
let missing3;
if((((data20.code === undefined) && (missing3 = "code")) || ((data20.message === undefined) && (missing3 = "message"))) || ((data20.fix === undefined) && (missing3 = "fix"))){
validate108.errors = [{instancePath:instancePath+"/failure",schemaPath:"#/definitions/trouble/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
if(data20.code !== undefined){
const _errs49 = errors;
if(typeof data20.code !== "string"){
validate108.errors = [{instancePath:instancePath+"/failure/code",schemaPath:"#/definitions/trouble/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid10 = _errs49 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data20.message !== undefined){
const _errs51 = errors;
if(typeof data20.message !== "string"){
validate108.errors = [{instancePath:instancePath+"/failure/message",schemaPath:"#/definitions/trouble/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid10 = _errs51 === errors;
}
else {
var valid10 = true;
}
if(valid10){
if(data20.fix !== undefined){
const _errs53 = errors;
if(typeof data20.fix !== "string"){
validate108.errors = [{instancePath:instancePath+"/failure/fix",schemaPath:"#/definitions/trouble/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid10 = _errs53 === errors;
}
else {
var valid10 = true;
}
}
}
}
}
else {
validate108.errors = [{instancePath:instancePath+"/failure",schemaPath:"#/definitions/trouble/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs46 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate108.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate108.errors = vErrors;
return errors === 0;
}


function validate107(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.cursor === undefined) && (missing0 = "cursor")){
validate107.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.cursor !== undefined){
let data0 = data.cursor;
const _errs1 = errors;
const _errs2 = errors;
if(!((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0)))){
validate107.errors = [{instancePath:instancePath+"/cursor",schemaPath:"#/definitions/cursor/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs2){
if(typeof data0 == "number"){
if(data0 > 9007199254740991 || isNaN(data0)){
validate107.errors = [{instancePath:instancePath+"/cursor",schemaPath:"#/definitions/cursor/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"}];
return false;
}
else {
if(data0 < 0 || isNaN(data0)){
validate107.errors = [{instancePath:instancePath+"/cursor",schemaPath:"#/definitions/cursor/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.results !== undefined){
let data1 = data.results;
const _errs4 = errors;
if(errors === _errs4){
if(Array.isArray(data1)){
var valid2 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs6 = errors;
if(errors === _errs6){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if(((data2.cursor === undefined) && (missing1 = "cursor")) || ((data2.result === undefined) && (missing1 = "result"))){
validate107.errors = [{instancePath:instancePath+"/results/" + i0,schemaPath:"#/properties/results/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data2.cursor !== undefined){
let data3 = data2.cursor;
const _errs8 = errors;
const _errs9 = errors;
if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
validate107.errors = [{instancePath:instancePath+"/results/" + i0+"/cursor",schemaPath:"#/definitions/cursor/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs9){
if(typeof data3 == "number"){
if(data3 > 9007199254740991 || isNaN(data3)){
validate107.errors = [{instancePath:instancePath+"/results/" + i0+"/cursor",schemaPath:"#/definitions/cursor/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9007199254740991},message:"must be <= 9007199254740991"}];
return false;
}
else {
if(data3 < 0 || isNaN(data3)){
validate107.errors = [{instancePath:instancePath+"/results/" + i0+"/cursor",schemaPath:"#/definitions/cursor/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
}
var valid3 = _errs8 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data2.result !== undefined){
const _errs11 = errors;
if(!(validate108(data2.result, {instancePath:instancePath+"/results/" + i0+"/result",parentData:data2,parentDataProperty:"result",rootData}))){
vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
errors = vErrors.length;
}
var valid3 = _errs11 === errors;
}
else {
var valid3 = true;
}
}
}
}
else {
validate107.errors = [{instancePath:instancePath+"/results/" + i0,schemaPath:"#/properties/results/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid2 = _errs6 === errors;
if(!valid2){
break;
}
}
}
else {
validate107.errors = [{instancePath:instancePath+"/results",schemaPath:"#/properties/results/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.gzip !== undefined){
const _errs12 = errors;
if(typeof data.gzip !== "string"){
validate107.errors = [{instancePath:instancePath+"/gzip",schemaPath:"#/properties/gzip/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate107.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate107.errors = vErrors;
return errors === 0;
}

export const taskStatus = validate110;
const schema203 = {"type":"object","required":["status"],"properties":{"status":{"$ref":"#/definitions/taskStatus"}}};

function validate110(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.status === undefined) && (missing0 = "status")){
validate110.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.status !== undefined){
if(!(validate79(data.status, {instancePath:instancePath+"/status",parentData:data,parentDataProperty:"status",rootData}))){
vErrors = vErrors === null ? validate79.errors : vErrors.concat(validate79.errors);
errors = vErrors.length;
}
}
}
}
else {
validate110.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate110.errors = vErrors;
return errors === 0;
}

export const taskRemoved = validate112;

function validate112(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.task === undefined) && (missing0 = "task")){
validate112.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.task !== undefined){
let data0 = data.task;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length > 200){
validate112.errors = [{instancePath:instancePath+"/task",schemaPath:"#/definitions/taskName/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"}];
return false;
}
else {
if(data0.length < 1){
validate112.errors = [{instancePath:instancePath+"/task",schemaPath:"#/definitions/taskName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate112.errors = [{instancePath:instancePath+"/task",schemaPath:"#/definitions/taskName/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
}
}
}
else {
validate112.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate112.errors = vErrors;
return errors === 0;
}

export const taskActivity = validate113;
const schema206 = {"type":"object","required":["activity"],"properties":{"activity":{"type":"object","required":["task","events","firings","log"],"properties":{"task":{"$ref":"#/definitions/taskName"},"events":{"type":"object","additionalProperties":{"type":"integer","minimum":0}},"firings":{"type":"array","maxItems":32,"items":{"type":"object","required":["id","time","kind","events","outcome"],"properties":{"id":{"type":"string"},"time":{"type":"number"},"kind":{"enum":["match","timeout"]},"events":{"type":"object","additionalProperties":{"type":"integer","minimum":0}},"outcome":{"enum":["done","failed","skipped"]},"reason":{"type":"string"},"phases":{"$ref":"#/definitions/taskPhases"}}}},"log":{"type":"array","maxItems":32,"items":{"$ref":"#/definitions/taskLogLine"}}}}}};

function validate113(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.activity === undefined) && (missing0 = "activity")){
validate113.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.activity !== undefined){
let data0 = data.activity;
const _errs1 = errors;
if(errors === _errs1){
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
let missing1;
if(((((data0.task === undefined) && (missing1 = "task")) || ((data0.events === undefined) && (missing1 = "events"))) || ((data0.firings === undefined) && (missing1 = "firings"))) || ((data0.log === undefined) && (missing1 = "log"))){
validate113.errors = [{instancePath:instancePath+"/activity",schemaPath:"#/properties/activity/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data0.task !== undefined){
let data1 = data0.task;
const _errs3 = errors;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(data1.length > 200){
validate113.errors = [{instancePath:instancePath+"/activity/task",schemaPath:"#/definitions/taskName/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"}];
return false;
}
else {
if(data1.length < 1){
validate113.errors = [{instancePath:instancePath+"/activity/task",schemaPath:"#/definitions/taskName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate113.errors = [{instancePath:instancePath+"/activity/task",schemaPath:"#/definitions/taskName/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid1 = _errs3 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.events !== undefined){
let data2 = data0.events;
const _errs6 = errors;
if(errors === _errs6){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
for(const key0 in data2){
let data3 = data2[key0];
const _errs9 = errors;
if(!((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3)))){
validate113.errors = [{instancePath:instancePath+"/activity/events/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/activity/properties/events/additionalProperties/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs9){
if(typeof data3 == "number"){
if(data3 < 0 || isNaN(data3)){
validate113.errors = [{instancePath:instancePath+"/activity/events/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/activity/properties/events/additionalProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid3 = _errs9 === errors;
if(!valid3){
break;
}
}
}
else {
validate113.errors = [{instancePath:instancePath+"/activity/events",schemaPath:"#/properties/activity/properties/events/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.firings !== undefined){
let data4 = data0.firings;
const _errs11 = errors;
if(errors === _errs11){
if(Array.isArray(data4)){
if(data4.length > 32){
validate113.errors = [{instancePath:instancePath+"/activity/firings",schemaPath:"#/properties/activity/properties/firings/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"}];
return false;
}
else {
var valid4 = true;
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
const _errs13 = errors;
if(errors === _errs13){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing2;
if((((((data5.id === undefined) && (missing2 = "id")) || ((data5.time === undefined) && (missing2 = "time"))) || ((data5.kind === undefined) && (missing2 = "kind"))) || ((data5.events === undefined) && (missing2 = "events"))) || ((data5.outcome === undefined) && (missing2 = "outcome"))){
validate113.errors = [{instancePath:instancePath+"/activity/firings/" + i0,schemaPath:"#/properties/activity/properties/firings/items/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
if(data5.id !== undefined){
const _errs15 = errors;
if(typeof data5.id !== "string"){
validate113.errors = [{instancePath:instancePath+"/activity/firings/" + i0+"/id",schemaPath:"#/properties/activity/properties/firings/items/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid5 = _errs15 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data5.time !== undefined){
const _errs17 = errors;
if(!(typeof data5.time == "number")){
validate113.errors = [{instancePath:instancePath+"/activity/firings/" + i0+"/time",schemaPath:"#/properties/activity/properties/firings/items/properties/time/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid5 = _errs17 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data5.kind !== undefined){
let data8 = data5.kind;
const _errs19 = errors;
if(!((data8 === "match") || (data8 === "timeout"))){
validate113.errors = [{instancePath:instancePath+"/activity/firings/" + i0+"/kind",schemaPath:"#/properties/activity/properties/firings/items/properties/kind/enum",keyword:"enum",params:{allowedValues: schema206.properties.activity.properties.firings.items.properties.kind.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid5 = _errs19 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data5.events !== undefined){
let data9 = data5.events;
const _errs20 = errors;
if(errors === _errs20){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key1 in data9){
let data10 = data9[key1];
const _errs23 = errors;
if(!((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10)))){
validate113.errors = [{instancePath:instancePath+"/activity/firings/" + i0+"/events/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/activity/properties/firings/items/properties/events/additionalProperties/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs23){
if(typeof data10 == "number"){
if(data10 < 0 || isNaN(data10)){
validate113.errors = [{instancePath:instancePath+"/activity/firings/" + i0+"/events/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/activity/properties/firings/items/properties/events/additionalProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid6 = _errs23 === errors;
if(!valid6){
break;
}
}
}
else {
validate113.errors = [{instancePath:instancePath+"/activity/firings/" + i0+"/events",schemaPath:"#/properties/activity/properties/firings/items/properties/events/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid5 = _errs20 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data5.outcome !== undefined){
let data11 = data5.outcome;
const _errs25 = errors;
if(!(((data11 === "done") || (data11 === "failed")) || (data11 === "skipped"))){
validate113.errors = [{instancePath:instancePath+"/activity/firings/" + i0+"/outcome",schemaPath:"#/properties/activity/properties/firings/items/properties/outcome/enum",keyword:"enum",params:{allowedValues: schema206.properties.activity.properties.firings.items.properties.outcome.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid5 = _errs25 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data5.reason !== undefined){
const _errs26 = errors;
if(typeof data5.reason !== "string"){
validate113.errors = [{instancePath:instancePath+"/activity/firings/" + i0+"/reason",schemaPath:"#/properties/activity/properties/firings/items/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid5 = _errs26 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data5.phases !== undefined){
let data13 = data5.phases;
const _errs28 = errors;
const _errs29 = errors;
if(errors === _errs29){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
let missing3;
if((data13.total === undefined) && (missing3 = "total")){
validate113.errors = [{instancePath:instancePath+"/activity/firings/" + i0+"/phases",schemaPath:"#/definitions/taskPhases/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
if(data13.trigger !== undefined){
const _errs31 = errors;
if(!(typeof data13.trigger == "number")){
validate113.errors = [{instancePath:instancePath+"/activity/firings/" + i0+"/phases/trigger",schemaPath:"#/definitions/taskPhases/properties/trigger/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid8 = _errs31 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data13.queue !== undefined){
const _errs33 = errors;
if(!(typeof data13.queue == "number")){
validate113.errors = [{instancePath:instancePath+"/activity/firings/" + i0+"/phases/queue",schemaPath:"#/definitions/taskPhases/properties/queue/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid8 = _errs33 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data13.prepare !== undefined){
const _errs35 = errors;
if(!(typeof data13.prepare == "number")){
validate113.errors = [{instancePath:instancePath+"/activity/firings/" + i0+"/phases/prepare",schemaPath:"#/definitions/taskPhases/properties/prepare/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid8 = _errs35 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data13.model !== undefined){
const _errs37 = errors;
if(!(typeof data13.model == "number")){
validate113.errors = [{instancePath:instancePath+"/activity/firings/" + i0+"/phases/model",schemaPath:"#/definitions/taskPhases/properties/model/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid8 = _errs37 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data13.script !== undefined){
const _errs39 = errors;
if(!(typeof data13.script == "number")){
validate113.errors = [{instancePath:instancePath+"/activity/firings/" + i0+"/phases/script",schemaPath:"#/definitions/taskPhases/properties/script/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid8 = _errs39 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data13.output !== undefined){
const _errs41 = errors;
if(!(typeof data13.output == "number")){
validate113.errors = [{instancePath:instancePath+"/activity/firings/" + i0+"/phases/output",schemaPath:"#/definitions/taskPhases/properties/output/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid8 = _errs41 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data13.total !== undefined){
const _errs43 = errors;
if(!(typeof data13.total == "number")){
validate113.errors = [{instancePath:instancePath+"/activity/firings/" + i0+"/phases/total",schemaPath:"#/definitions/taskPhases/properties/total/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid8 = _errs43 === errors;
}
else {
var valid8 = true;
}
}
}
}
}
}
}
}
}
else {
validate113.errors = [{instancePath:instancePath+"/activity/firings/" + i0+"/phases",schemaPath:"#/definitions/taskPhases/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid5 = _errs28 === errors;
}
else {
var valid5 = true;
}
}
}
}
}
}
}
}
}
else {
validate113.errors = [{instancePath:instancePath+"/activity/firings/" + i0,schemaPath:"#/properties/activity/properties/firings/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid4 = _errs13 === errors;
if(!valid4){
break;
}
}
}
}
else {
validate113.errors = [{instancePath:instancePath+"/activity/firings",schemaPath:"#/properties/activity/properties/firings/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid1 = _errs11 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data0.log !== undefined){
let data21 = data0.log;
const _errs45 = errors;
if(errors === _errs45){
if(Array.isArray(data21)){
if(data21.length > 32){
validate113.errors = [{instancePath:instancePath+"/activity/log",schemaPath:"#/properties/activity/properties/log/maxItems",keyword:"maxItems",params:{limit: 32},message:"must NOT have more than 32 items"}];
return false;
}
else {
var valid9 = true;
const len1 = data21.length;
for(let i1=0; i1<len1; i1++){
let data22 = data21[i1];
const _errs47 = errors;
const _errs48 = errors;
if(errors === _errs48){
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
let missing4;
if((((data22.time === undefined) && (missing4 = "time")) || ((data22.level === undefined) && (missing4 = "level"))) || ((data22.text === undefined) && (missing4 = "text"))){
validate113.errors = [{instancePath:instancePath+"/activity/log/" + i1,schemaPath:"#/definitions/taskLogLine/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"}];
return false;
}
else {
if(data22.time !== undefined){
const _errs50 = errors;
if(!(typeof data22.time == "number")){
validate113.errors = [{instancePath:instancePath+"/activity/log/" + i1+"/time",schemaPath:"#/definitions/taskLogLine/properties/time/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid11 = _errs50 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data22.level !== undefined){
let data24 = data22.level;
const _errs52 = errors;
if(!(((data24 === "info") || (data24 === "warning")) || (data24 === "error"))){
validate113.errors = [{instancePath:instancePath+"/activity/log/" + i1+"/level",schemaPath:"#/definitions/taskLogLine/properties/level/enum",keyword:"enum",params:{allowedValues: schema177.properties.level.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid11 = _errs52 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data22.text !== undefined){
const _errs53 = errors;
if(typeof data22.text !== "string"){
validate113.errors = [{instancePath:instancePath+"/activity/log/" + i1+"/text",schemaPath:"#/definitions/taskLogLine/properties/text/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid11 = _errs53 === errors;
}
else {
var valid11 = true;
}
}
}
}
}
else {
validate113.errors = [{instancePath:instancePath+"/activity/log/" + i1,schemaPath:"#/definitions/taskLogLine/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid9 = _errs47 === errors;
if(!valid9){
break;
}
}
}
}
else {
validate113.errors = [{instancePath:instancePath+"/activity/log",schemaPath:"#/properties/activity/properties/log/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid1 = _errs45 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
else {
validate113.errors = [{instancePath:instancePath+"/activity",schemaPath:"#/properties/activity/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
}
}
}
else {
validate113.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate113.errors = vErrors;
return errors === 0;
}

export const taskRecorded = validate114;
const schema210 = {"type":"object","required":["task","events","dropped","isOver"],"properties":{"task":{"$ref":"#/definitions/taskName"},"events":{"type":"array","items":{"type":"object","required":["time","event","fields"],"properties":{"time":{"type":"number"},"event":{"type":"string"},"fields":{"type":"object","additionalProperties":{"type":["number","string","boolean"]}}}}},"dropped":{"type":"integer","minimum":0},"isOver":{"type":"boolean"}}};

function validate114(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.task === undefined) && (missing0 = "task")) || ((data.events === undefined) && (missing0 = "events"))) || ((data.dropped === undefined) && (missing0 = "dropped"))) || ((data.isOver === undefined) && (missing0 = "isOver"))){
validate114.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
if(data.task !== undefined){
let data0 = data.task;
const _errs1 = errors;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(data0.length > 200){
validate114.errors = [{instancePath:instancePath+"/task",schemaPath:"#/definitions/taskName/maxLength",keyword:"maxLength",params:{limit: 200},message:"must NOT have more than 200 characters"}];
return false;
}
else {
if(data0.length < 1){
validate114.errors = [{instancePath:instancePath+"/task",schemaPath:"#/definitions/taskName/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"}];
return false;
}
}
}
else {
validate114.errors = [{instancePath:instancePath+"/task",schemaPath:"#/definitions/taskName/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
}
var valid0 = _errs1 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.events !== undefined){
let data1 = data.events;
const _errs4 = errors;
if(errors === _errs4){
if(Array.isArray(data1)){
var valid2 = true;
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
const _errs6 = errors;
if(errors === _errs6){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if((((data2.time === undefined) && (missing1 = "time")) || ((data2.event === undefined) && (missing1 = "event"))) || ((data2.fields === undefined) && (missing1 = "fields"))){
validate114.errors = [{instancePath:instancePath+"/events/" + i0,schemaPath:"#/properties/events/items/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
if(data2.time !== undefined){
const _errs8 = errors;
if(!(typeof data2.time == "number")){
validate114.errors = [{instancePath:instancePath+"/events/" + i0+"/time",schemaPath:"#/properties/events/items/properties/time/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid3 = _errs8 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data2.event !== undefined){
const _errs10 = errors;
if(typeof data2.event !== "string"){
validate114.errors = [{instancePath:instancePath+"/events/" + i0+"/event",schemaPath:"#/properties/events/items/properties/event/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid3 = _errs10 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data2.fields !== undefined){
let data5 = data2.fields;
const _errs12 = errors;
if(errors === _errs12){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key0 in data5){
let data6 = data5[key0];
const _errs15 = errors;
if(((!(typeof data6 == "number")) && (typeof data6 !== "string")) && (typeof data6 !== "boolean")){
validate114.errors = [{instancePath:instancePath+"/events/" + i0+"/fields/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/events/items/properties/fields/additionalProperties/type",keyword:"type",params:{type: schema210.properties.events.items.properties.fields.additionalProperties.type},message:"must be number,string,boolean"}];
return false;
}
var valid4 = _errs15 === errors;
if(!valid4){
break;
}
}
}
else {
validate114.errors = [{instancePath:instancePath+"/events/" + i0+"/fields",schemaPath:"#/properties/events/items/properties/fields/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid3 = _errs12 === errors;
}
else {
var valid3 = true;
}
}
}
}
}
else {
validate114.errors = [{instancePath:instancePath+"/events/" + i0,schemaPath:"#/properties/events/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid2 = _errs6 === errors;
if(!valid2){
break;
}
}
}
else {
validate114.errors = [{instancePath:instancePath+"/events",schemaPath:"#/properties/events/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.dropped !== undefined){
let data7 = data.dropped;
const _errs17 = errors;
if(!((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7)))){
validate114.errors = [{instancePath:instancePath+"/dropped",schemaPath:"#/properties/dropped/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs17){
if(typeof data7 == "number"){
if(data7 < 0 || isNaN(data7)){
validate114.errors = [{instancePath:instancePath+"/dropped",schemaPath:"#/properties/dropped/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"}];
return false;
}
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.isOver !== undefined){
const _errs19 = errors;
if(typeof data.isOver !== "boolean"){
validate114.errors = [{instancePath:instancePath+"/isOver",schemaPath:"#/properties/isOver/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate114.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate114.errors = vErrors;
return errors === 0;
}

