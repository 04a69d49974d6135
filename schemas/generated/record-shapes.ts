// @ts-nocheck
// Generated from the schemas by `npm run generate`. Do not edit.
"use strict";
export const runRecord = validate31;
const schema12 = {"type":"object","additionalProperties":false,"required":["kind","id","run","device","time","sweep","slots","points","agent","profile","fingerprint"],"properties":{"kind":{"const":"run"},"id":{"type":"string"},"run":{"type":"string"},"device":{"type":"string"},"time":{"type":"string"},"sweep":{"type":"string"},"slots":{"type":"integer"},"points":{"type":"integer"},"agent":{"type":"string"},"profile":{"$ref":"#/definitions/deviceProfile"},"fingerprint":{"type":"string"}}};
const func2 = Object.prototype.hasOwnProperty;
const schema13 = {"type":"object","additionalProperties":false,"required":["hostname","board","soc","arch","platform","os","kernel","cpu","cores","maxFrequency","governor","memory","node","runtimes","clockResolution","powerMode","sensors"],"properties":{"hostname":{"type":"string"},"board":{"type":"string"},"soc":{"type":"string"},"arch":{"type":"string"},"platform":{"type":"string"},"os":{"type":"string"},"kernel":{"type":"string"},"cpu":{"type":"string"},"cores":{"type":"integer"},"maxFrequency":{"$ref":"#/definitions/reading"},"governor":{"type":"string"},"memory":{"type":"number"},"node":{"type":"string"},"runtimes":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["name","version"],"properties":{"name":{"$ref":"#/definitions/runtimeName"},"version":{"type":"string"},"providers":{"type":"array","items":{"type":"string"}},"unavailable":{"type":"string"},"fix":{"type":"string"}}}},"clockResolution":{"type":"number"},"powerMode":{"type":"string"},"sensors":{"type":"array","items":{"type":"string"}}}};
const schema14 = {"oneOf":[{"type":"object","additionalProperties":false,"required":["value"],"properties":{"value":{"type":"number"}}},{"type":"object","additionalProperties":false,"required":["unavailable","fix"],"properties":{"unavailable":{"type":"string"},"fix":{"type":"string"}}}]};
const schema15 = {"enum":["ort","ort-web","jit"]};

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((((((((((data.hostname === undefined) && (missing0 = "hostname")) || ((data.board === undefined) && (missing0 = "board"))) || ((data.soc === undefined) && (missing0 = "soc"))) || ((data.arch === undefined) && (missing0 = "arch"))) || ((data.platform === undefined) && (missing0 = "platform"))) || ((data.os === undefined) && (missing0 = "os"))) || ((data.kernel === undefined) && (missing0 = "kernel"))) || ((data.cpu === undefined) && (missing0 = "cpu"))) || ((data.cores === undefined) && (missing0 = "cores"))) || ((data.maxFrequency === undefined) && (missing0 = "maxFrequency"))) || ((data.governor === undefined) && (missing0 = "governor"))) || ((data.memory === undefined) && (missing0 = "memory"))) || ((data.node === undefined) && (missing0 = "node"))) || ((data.runtimes === undefined) && (missing0 = "runtimes"))) || ((data.clockResolution === undefined) && (missing0 = "clockResolution"))) || ((data.powerMode === undefined) && (missing0 = "powerMode"))) || ((data.sensors === undefined) && (missing0 = "sensors"))){
validate12.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema13.properties, key0))){
validate12.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.hostname !== undefined){
const _errs2 = errors;
if(typeof data.hostname !== "string"){
validate12.errors = [{instancePath:instancePath+"/hostname",schemaPath:"#/properties/hostname/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.board !== undefined){
const _errs4 = errors;
if(typeof data.board !== "string"){
validate12.errors = [{instancePath:instancePath+"/board",schemaPath:"#/properties/board/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.soc !== undefined){
const _errs6 = errors;
if(typeof data.soc !== "string"){
validate12.errors = [{instancePath:instancePath+"/soc",schemaPath:"#/properties/soc/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.arch !== undefined){
const _errs8 = errors;
if(typeof data.arch !== "string"){
validate12.errors = [{instancePath:instancePath+"/arch",schemaPath:"#/properties/arch/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.platform !== undefined){
const _errs10 = errors;
if(typeof data.platform !== "string"){
validate12.errors = [{instancePath:instancePath+"/platform",schemaPath:"#/properties/platform/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.os !== undefined){
const _errs12 = errors;
if(typeof data.os !== "string"){
validate12.errors = [{instancePath:instancePath+"/os",schemaPath:"#/properties/os/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kernel !== undefined){
const _errs14 = errors;
if(typeof data.kernel !== "string"){
validate12.errors = [{instancePath:instancePath+"/kernel",schemaPath:"#/properties/kernel/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cpu !== undefined){
const _errs16 = errors;
if(typeof data.cpu !== "string"){
validate12.errors = [{instancePath:instancePath+"/cpu",schemaPath:"#/properties/cpu/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cores !== undefined){
let data8 = data.cores;
const _errs18 = errors;
if(!((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8)))){
validate12.errors = [{instancePath:instancePath+"/cores",schemaPath:"#/properties/cores/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.maxFrequency !== undefined){
let data9 = data.maxFrequency;
const _errs20 = errors;
const _errs22 = errors;
let valid2 = false;
let passing0 = null;
const _errs23 = errors;
if(errors === _errs23){
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
const _errs25 = errors;
for(const key1 in data9){
if(!(key1 === "value")){
const err1 = {instancePath:instancePath+"/maxFrequency",schemaPath:"#/definitions/reading/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs25 === errors){
if(data9.value !== undefined){
if(!(typeof data9.value == "number")){
const err2 = {instancePath:instancePath+"/maxFrequency/value",schemaPath:"#/definitions/reading/oneOf/0/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number"};
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
}
}
else {
const err3 = {instancePath:instancePath+"/maxFrequency",schemaPath:"#/definitions/reading/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid0 = _errs23 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs28 = errors;
if(errors === _errs28){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing2;
if(((data9.unavailable === undefined) && (missing2 = "unavailable")) || ((data9.fix === undefined) && (missing2 = "fix"))){
const err4 = {instancePath:instancePath+"/maxFrequency",schemaPath:"#/definitions/reading/oneOf/1/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
const _errs30 = errors;
for(const key2 in data9){
if(!((key2 === "unavailable") || (key2 === "fix"))){
const err5 = {instancePath:instancePath+"/maxFrequency",schemaPath:"#/definitions/reading/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
break;
}
}
if(_errs30 === errors){
if(data9.unavailable !== undefined){
const _errs31 = errors;
if(typeof data9.unavailable !== "string"){
const err6 = {instancePath:instancePath+"/maxFrequency/unavailable",schemaPath:"#/definitions/reading/oneOf/1/properties/unavailable/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var valid4 = _errs31 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data9.fix !== undefined){
const _errs33 = errors;
if(typeof data9.fix !== "string"){
const err7 = {instancePath:instancePath+"/maxFrequency/fix",schemaPath:"#/definitions/reading/oneOf/1/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var valid4 = _errs33 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
else {
const err8 = {instancePath:instancePath+"/maxFrequency",schemaPath:"#/definitions/reading/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var _valid0 = _errs28 === errors;
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
const err9 = {instancePath:instancePath+"/maxFrequency",schemaPath:"#/definitions/reading/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
validate12.errors = vErrors;
return false;
}
else {
errors = _errs22;
if(vErrors !== null){
if(_errs22){
vErrors.length = _errs22;
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
if(data.governor !== undefined){
const _errs35 = errors;
if(typeof data.governor !== "string"){
validate12.errors = [{instancePath:instancePath+"/governor",schemaPath:"#/properties/governor/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs35 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.memory !== undefined){
const _errs37 = errors;
if(!(typeof data.memory == "number")){
validate12.errors = [{instancePath:instancePath+"/memory",schemaPath:"#/properties/memory/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid0 = _errs37 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.node !== undefined){
const _errs39 = errors;
if(typeof data.node !== "string"){
validate12.errors = [{instancePath:instancePath+"/node",schemaPath:"#/properties/node/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs39 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.runtimes !== undefined){
let data16 = data.runtimes;
const _errs41 = errors;
if(errors === _errs41){
if(Array.isArray(data16)){
var valid5 = true;
const len0 = data16.length;
for(let i0=0; i0<len0; i0++){
let data17 = data16[i0];
const _errs43 = errors;
if(errors === _errs43){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
let missing3;
if(((data17.name === undefined) && (missing3 = "name")) || ((data17.version === undefined) && (missing3 = "version"))){
validate12.errors = [{instancePath:instancePath+"/runtimes/" + i0,schemaPath:"#/properties/runtimes/items/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs45 = errors;
for(const key3 in data17){
if(!(((((key3 === "name") || (key3 === "version")) || (key3 === "providers")) || (key3 === "unavailable")) || (key3 === "fix"))){
validate12.errors = [{instancePath:instancePath+"/runtimes/" + i0,schemaPath:"#/properties/runtimes/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs45 === errors){
if(data17.name !== undefined){
let data18 = data17.name;
const _errs46 = errors;
if(!(((data18 === "ort") || (data18 === "ort-web")) || (data18 === "jit"))){
validate12.errors = [{instancePath:instancePath+"/runtimes/" + i0+"/name",schemaPath:"#/definitions/runtimeName/enum",keyword:"enum",params:{allowedValues: schema15.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid6 = _errs46 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data17.version !== undefined){
const _errs48 = errors;
if(typeof data17.version !== "string"){
validate12.errors = [{instancePath:instancePath+"/runtimes/" + i0+"/version",schemaPath:"#/properties/runtimes/items/properties/version/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid6 = _errs48 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data17.providers !== undefined){
let data20 = data17.providers;
const _errs50 = errors;
if(errors === _errs50){
if(Array.isArray(data20)){
var valid8 = true;
const len1 = data20.length;
for(let i1=0; i1<len1; i1++){
const _errs52 = errors;
if(typeof data20[i1] !== "string"){
validate12.errors = [{instancePath:instancePath+"/runtimes/" + i0+"/providers/" + i1,schemaPath:"#/properties/runtimes/items/properties/providers/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid8 = _errs52 === errors;
if(!valid8){
break;
}
}
}
else {
validate12.errors = [{instancePath:instancePath+"/runtimes/" + i0+"/providers",schemaPath:"#/properties/runtimes/items/properties/providers/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid6 = _errs50 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data17.unavailable !== undefined){
const _errs54 = errors;
if(typeof data17.unavailable !== "string"){
validate12.errors = [{instancePath:instancePath+"/runtimes/" + i0+"/unavailable",schemaPath:"#/properties/runtimes/items/properties/unavailable/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid6 = _errs54 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data17.fix !== undefined){
const _errs56 = errors;
if(typeof data17.fix !== "string"){
validate12.errors = [{instancePath:instancePath+"/runtimes/" + i0+"/fix",schemaPath:"#/properties/runtimes/items/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid6 = _errs56 === errors;
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
}
else {
validate12.errors = [{instancePath:instancePath+"/runtimes/" + i0,schemaPath:"#/properties/runtimes/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid5 = _errs43 === errors;
if(!valid5){
break;
}
}
}
else {
validate12.errors = [{instancePath:instancePath+"/runtimes",schemaPath:"#/properties/runtimes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs41 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clockResolution !== undefined){
const _errs58 = errors;
if(!(typeof data.clockResolution == "number")){
validate12.errors = [{instancePath:instancePath+"/clockResolution",schemaPath:"#/properties/clockResolution/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid0 = _errs58 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.powerMode !== undefined){
const _errs60 = errors;
if(typeof data.powerMode !== "string"){
validate12.errors = [{instancePath:instancePath+"/powerMode",schemaPath:"#/properties/powerMode/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs60 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sensors !== undefined){
let data26 = data.sensors;
const _errs62 = errors;
if(errors === _errs62){
if(Array.isArray(data26)){
var valid9 = true;
const len2 = data26.length;
for(let i2=0; i2<len2; i2++){
const _errs64 = errors;
if(typeof data26[i2] !== "string"){
validate12.errors = [{instancePath:instancePath+"/sensors/" + i2,schemaPath:"#/properties/sensors/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid9 = _errs64 === errors;
if(!valid9){
break;
}
}
}
else {
validate12.errors = [{instancePath:instancePath+"/sensors",schemaPath:"#/properties/sensors/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs62 === errors;
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
}
else {
validate12.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate12.errors = vErrors;
return errors === 0;
}


function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((((data.kind === undefined) && (missing0 = "kind")) || ((data.id === undefined) && (missing0 = "id"))) || ((data.run === undefined) && (missing0 = "run"))) || ((data.device === undefined) && (missing0 = "device"))) || ((data.time === undefined) && (missing0 = "time"))) || ((data.sweep === undefined) && (missing0 = "sweep"))) || ((data.slots === undefined) && (missing0 = "slots"))) || ((data.points === undefined) && (missing0 = "points"))) || ((data.agent === undefined) && (missing0 = "agent"))) || ((data.profile === undefined) && (missing0 = "profile"))) || ((data.fingerprint === undefined) && (missing0 = "fingerprint"))){
validate31.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema12.properties, key0))){
validate31.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.kind !== undefined){
const _errs2 = errors;
if("run" !== data.kind){
validate31.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "run"},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.id !== undefined){
const _errs3 = errors;
if(typeof data.id !== "string"){
validate31.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.run !== undefined){
const _errs5 = errors;
if(typeof data.run !== "string"){
validate31.errors = [{instancePath:instancePath+"/run",schemaPath:"#/properties/run/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.device !== undefined){
const _errs7 = errors;
if(typeof data.device !== "string"){
validate31.errors = [{instancePath:instancePath+"/device",schemaPath:"#/properties/device/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.time !== undefined){
const _errs9 = errors;
if(typeof data.time !== "string"){
validate31.errors = [{instancePath:instancePath+"/time",schemaPath:"#/properties/time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sweep !== undefined){
const _errs11 = errors;
if(typeof data.sweep !== "string"){
validate31.errors = [{instancePath:instancePath+"/sweep",schemaPath:"#/properties/sweep/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.slots !== undefined){
let data6 = data.slots;
const _errs13 = errors;
if(!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))){
validate31.errors = [{instancePath:instancePath+"/slots",schemaPath:"#/properties/slots/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.points !== undefined){
let data7 = data.points;
const _errs15 = errors;
if(!((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7)))){
validate31.errors = [{instancePath:instancePath+"/points",schemaPath:"#/properties/points/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent !== undefined){
const _errs17 = errors;
if(typeof data.agent !== "string"){
validate31.errors = [{instancePath:instancePath+"/agent",schemaPath:"#/properties/agent/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.profile !== undefined){
const _errs19 = errors;
if(!(validate12(data.profile, {instancePath:instancePath+"/profile",parentData:data,parentDataProperty:"profile",rootData}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fingerprint !== undefined){
const _errs20 = errors;
if(typeof data.fingerprint !== "string"){
validate31.errors = [{instancePath:instancePath+"/fingerprint",schemaPath:"#/properties/fingerprint/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs20 === errors;
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
else {
validate31.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate31.errors = vErrors;
return errors === 0;
}

export const ceilingRecord = validate33;
const schema16 = {"type":"object","additionalProperties":false,"required":["kind","id","run","device","time","fingerprint","runtime","threads","precision","flops","bandwidth"],"properties":{"kind":{"const":"ceiling"},"id":{"type":"string"},"run":{"type":"string"},"device":{"type":"string"},"time":{"type":"string"},"fingerprint":{"type":"string"},"runtime":{"$ref":"#/definitions/runtimeName"},"threads":{"type":"integer"},"precision":{"$ref":"#/definitions/precision"},"flops":{"$ref":"#/definitions/ceiling"},"bandwidth":{"$ref":"#/definitions/ceiling"}}};
const schema18 = {"enum":["float32","float16"]};
const schema19 = {"type":"object","additionalProperties":false,"required":["value","samples","method"],"properties":{"value":{"type":"number"},"samples":{"type":"array","items":{"type":"number"}},"sizes":{"type":"array","items":{"type":"number"}},"method":{"type":"string"}}};

function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((((data.kind === undefined) && (missing0 = "kind")) || ((data.id === undefined) && (missing0 = "id"))) || ((data.run === undefined) && (missing0 = "run"))) || ((data.device === undefined) && (missing0 = "device"))) || ((data.time === undefined) && (missing0 = "time"))) || ((data.fingerprint === undefined) && (missing0 = "fingerprint"))) || ((data.runtime === undefined) && (missing0 = "runtime"))) || ((data.threads === undefined) && (missing0 = "threads"))) || ((data.precision === undefined) && (missing0 = "precision"))) || ((data.flops === undefined) && (missing0 = "flops"))) || ((data.bandwidth === undefined) && (missing0 = "bandwidth"))){
validate33.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema16.properties, key0))){
validate33.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.kind !== undefined){
const _errs2 = errors;
if("ceiling" !== data.kind){
validate33.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "ceiling"},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.id !== undefined){
const _errs3 = errors;
if(typeof data.id !== "string"){
validate33.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.run !== undefined){
const _errs5 = errors;
if(typeof data.run !== "string"){
validate33.errors = [{instancePath:instancePath+"/run",schemaPath:"#/properties/run/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.device !== undefined){
const _errs7 = errors;
if(typeof data.device !== "string"){
validate33.errors = [{instancePath:instancePath+"/device",schemaPath:"#/properties/device/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.time !== undefined){
const _errs9 = errors;
if(typeof data.time !== "string"){
validate33.errors = [{instancePath:instancePath+"/time",schemaPath:"#/properties/time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fingerprint !== undefined){
const _errs11 = errors;
if(typeof data.fingerprint !== "string"){
validate33.errors = [{instancePath:instancePath+"/fingerprint",schemaPath:"#/properties/fingerprint/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.runtime !== undefined){
let data6 = data.runtime;
const _errs13 = errors;
if(!(((data6 === "ort") || (data6 === "ort-web")) || (data6 === "jit"))){
validate33.errors = [{instancePath:instancePath+"/runtime",schemaPath:"#/definitions/runtimeName/enum",keyword:"enum",params:{allowedValues: schema15.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.threads !== undefined){
let data7 = data.threads;
const _errs15 = errors;
if(!((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7)))){
validate33.errors = [{instancePath:instancePath+"/threads",schemaPath:"#/properties/threads/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.precision !== undefined){
let data8 = data.precision;
const _errs17 = errors;
if(!((data8 === "float32") || (data8 === "float16"))){
validate33.errors = [{instancePath:instancePath+"/precision",schemaPath:"#/definitions/precision/enum",keyword:"enum",params:{allowedValues: schema18.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.flops !== undefined){
let data9 = data.flops;
const _errs19 = errors;
const _errs20 = errors;
if(errors === _errs20){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing1;
if((((data9.value === undefined) && (missing1 = "value")) || ((data9.samples === undefined) && (missing1 = "samples"))) || ((data9.method === undefined) && (missing1 = "method"))){
validate33.errors = [{instancePath:instancePath+"/flops",schemaPath:"#/definitions/ceiling/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs22 = errors;
for(const key1 in data9){
if(!((((key1 === "value") || (key1 === "samples")) || (key1 === "sizes")) || (key1 === "method"))){
validate33.errors = [{instancePath:instancePath+"/flops",schemaPath:"#/definitions/ceiling/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs22 === errors){
if(data9.value !== undefined){
const _errs23 = errors;
if(!(typeof data9.value == "number")){
validate33.errors = [{instancePath:instancePath+"/flops/value",schemaPath:"#/definitions/ceiling/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid4 = _errs23 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data9.samples !== undefined){
let data11 = data9.samples;
const _errs25 = errors;
if(errors === _errs25){
if(Array.isArray(data11)){
var valid5 = true;
const len0 = data11.length;
for(let i0=0; i0<len0; i0++){
const _errs27 = errors;
if(!(typeof data11[i0] == "number")){
validate33.errors = [{instancePath:instancePath+"/flops/samples/" + i0,schemaPath:"#/definitions/ceiling/properties/samples/items/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid5 = _errs27 === errors;
if(!valid5){
break;
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/flops/samples",schemaPath:"#/definitions/ceiling/properties/samples/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid4 = _errs25 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data9.sizes !== undefined){
let data13 = data9.sizes;
const _errs29 = errors;
if(errors === _errs29){
if(Array.isArray(data13)){
var valid6 = true;
const len1 = data13.length;
for(let i1=0; i1<len1; i1++){
const _errs31 = errors;
if(!(typeof data13[i1] == "number")){
validate33.errors = [{instancePath:instancePath+"/flops/sizes/" + i1,schemaPath:"#/definitions/ceiling/properties/sizes/items/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid6 = _errs31 === errors;
if(!valid6){
break;
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/flops/sizes",schemaPath:"#/definitions/ceiling/properties/sizes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid4 = _errs29 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data9.method !== undefined){
const _errs33 = errors;
if(typeof data9.method !== "string"){
validate33.errors = [{instancePath:instancePath+"/flops/method",schemaPath:"#/definitions/ceiling/properties/method/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid4 = _errs33 === errors;
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
else {
validate33.errors = [{instancePath:instancePath+"/flops",schemaPath:"#/definitions/ceiling/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.bandwidth !== undefined){
let data16 = data.bandwidth;
const _errs35 = errors;
const _errs36 = errors;
if(errors === _errs36){
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
let missing2;
if((((data16.value === undefined) && (missing2 = "value")) || ((data16.samples === undefined) && (missing2 = "samples"))) || ((data16.method === undefined) && (missing2 = "method"))){
validate33.errors = [{instancePath:instancePath+"/bandwidth",schemaPath:"#/definitions/ceiling/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs38 = errors;
for(const key2 in data16){
if(!((((key2 === "value") || (key2 === "samples")) || (key2 === "sizes")) || (key2 === "method"))){
validate33.errors = [{instancePath:instancePath+"/bandwidth",schemaPath:"#/definitions/ceiling/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs38 === errors){
if(data16.value !== undefined){
const _errs39 = errors;
if(!(typeof data16.value == "number")){
validate33.errors = [{instancePath:instancePath+"/bandwidth/value",schemaPath:"#/definitions/ceiling/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid8 = _errs39 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data16.samples !== undefined){
let data18 = data16.samples;
const _errs41 = errors;
if(errors === _errs41){
if(Array.isArray(data18)){
var valid9 = true;
const len2 = data18.length;
for(let i2=0; i2<len2; i2++){
const _errs43 = errors;
if(!(typeof data18[i2] == "number")){
validate33.errors = [{instancePath:instancePath+"/bandwidth/samples/" + i2,schemaPath:"#/definitions/ceiling/properties/samples/items/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid9 = _errs43 === errors;
if(!valid9){
break;
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/bandwidth/samples",schemaPath:"#/definitions/ceiling/properties/samples/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid8 = _errs41 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data16.sizes !== undefined){
let data20 = data16.sizes;
const _errs45 = errors;
if(errors === _errs45){
if(Array.isArray(data20)){
var valid10 = true;
const len3 = data20.length;
for(let i3=0; i3<len3; i3++){
const _errs47 = errors;
if(!(typeof data20[i3] == "number")){
validate33.errors = [{instancePath:instancePath+"/bandwidth/sizes/" + i3,schemaPath:"#/definitions/ceiling/properties/sizes/items/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid10 = _errs47 === errors;
if(!valid10){
break;
}
}
}
else {
validate33.errors = [{instancePath:instancePath+"/bandwidth/sizes",schemaPath:"#/definitions/ceiling/properties/sizes/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid8 = _errs45 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data16.method !== undefined){
const _errs49 = errors;
if(typeof data16.method !== "string"){
validate33.errors = [{instancePath:instancePath+"/bandwidth/method",schemaPath:"#/definitions/ceiling/properties/method/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid8 = _errs49 === errors;
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
validate33.errors = [{instancePath:instancePath+"/bandwidth",schemaPath:"#/definitions/ceiling/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs35 === errors;
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
else {
validate33.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate33.errors = vErrors;
return errors === 0;
}

export const pointRecord = validate34;
const schema21 = {"type":"object","additionalProperties":false,"required":["kind","id","run","device","time","fingerprint","slot","role","repeat","point","cost","attempt","phases","items","latencies","summary","verdict","memory","telemetry","runtimeVersion"],"properties":{"kind":{"const":"point"},"id":{"type":"string"},"run":{"type":"string"},"device":{"type":"string"},"time":{"type":"string"},"fingerprint":{"type":"string"},"slot":{"type":"integer"},"role":{"$ref":"#/definitions/role"},"repeat":{"type":"integer"},"point":{"$ref":"#/definitions/point"},"cost":{"$ref":"#/definitions/cost"},"attempt":{"type":"integer","minimum":1},"phases":{"$ref":"#/definitions/phases"},"items":{"type":"integer","minimum":1},"latencies":{"type":"array","items":{"type":"number"}},"summary":{"$ref":"#/definitions/summary"},"verdict":{"$ref":"#/definitions/verdict"},"memory":{"$ref":"#/definitions/memoryUse"},"telemetry":{"$ref":"#/definitions/telemetry"},"runtimeVersion":{"type":"string"},"output":{"$ref":"#/definitions/outputDigest"},"program":{"$ref":"#/definitions/programFigures"},"kernels":{"type":"array","items":{"$ref":"#/definitions/kernelTime"}}}};
const schema22 = {"enum":["point","reference"]};
const schema30 = {"type":"object","additionalProperties":false,"required":["parameters","macs","flops","weightBytes","activationBytes","trafficBytes"],"properties":{"parameters":{"type":"number"},"macs":{"type":"number"},"flops":{"type":"number"},"weightBytes":{"type":"number"},"activationBytes":{"type":"number"},"trafficBytes":{"type":"number"}}};
const schema31 = {"type":"object","additionalProperties":false,"required":["generate","load","first","warmup","steady"],"properties":{"generate":{"type":"number"},"load":{"type":"number"},"first":{"type":"number"},"warmup":{"type":"number"},"steady":{"type":"number"}}};
const schema32 = {"type":"object","additionalProperties":false,"required":["n","mean","sd","min","max","median","interval","percentiles","throughput"],"properties":{"n":{"type":"integer"},"mean":{"type":"number"},"sd":{"type":"number"},"min":{"type":"number"},"max":{"type":"number"},"median":{"type":"number"},"interval":{"type":"object","additionalProperties":false,"required":["low","high","confidence","halfWidth","effective"],"properties":{"low":{"type":"number"},"high":{"type":"number"},"confidence":{"type":"number"},"halfWidth":{"type":"number"},"effective":{"type":"number"}}},"percentiles":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["p","value","needed"],"properties":{"p":{"type":"number"},"value":{"type":["number","null"]},"bound":{"type":["number","null"]},"needed":{"type":"integer"}}}},"throughput":{"type":"number"}}};
const schema33 = {"type":"object","additionalProperties":false,"required":["kind","reasons"],"properties":{"kind":{"enum":["ok","wide","drifting","throttled","bimodal"]},"reasons":{"type":"array","items":{"type":"string"}}}};
const schema34 = {"type":"object","additionalProperties":false,"required":["before","loaded","peak"],"properties":{"before":{"type":"number"},"loaded":{"type":"number"},"peak":{"type":"number"}}};
const schema43 = {"type":"object","additionalProperties":false,"required":["elements","mean","absMax","finite"],"properties":{"elements":{"type":"integer"},"mean":{"type":["number","null"]},"absMax":{"type":["number","null"]},"finite":{"type":"boolean"}}};
const schema44 = {"type":"object","additionalProperties":false,"required":["lowered","kernels","interpreted","movedBytes","arenaBytes","constantBytes"],"properties":{"lowered":{"type":"integer"},"kernels":{"type":"integer"},"interpreted":{"type":"integer"},"reasons":{"type":"array","items":{"type":"string"}},"movedBytes":{"type":"number"},"arenaBytes":{"type":"number"},"constantBytes":{"type":"number"}}};
const schema45 = {"type":"object","additionalProperties":false,"required":["index","kind","algorithms","interpreted","time"],"properties":{"index":{"type":"integer"},"kind":{"type":"string"},"algorithms":{"type":"array","items":{"type":"string"}},"interpreted":{"type":"boolean"},"reason":{"type":"string"},"time":{"type":"number"}}};
const schema23 = {"type":"object","additionalProperties":false,"required":["id","seed","model","execution"],"properties":{"id":{"type":"string"},"seed":{"type":"integer"},"model":{"type":"object","additionalProperties":false,"required":["name","family","parameters"],"properties":{"name":{"type":"string"},"family":{"enum":["fc","cnn","rnn","transformer","mobile","onnx"]},"parameters":{"type":"object","additionalProperties":{"$ref":"#/definitions/parameterValue"}},"artifact":{"type":"string"}}},"execution":{"type":"object","additionalProperties":false,"required":["runtime","threads","precision","optimization","scenario"],"properties":{"runtime":{"$ref":"#/definitions/runtimeName"},"threads":{"type":"integer"},"precision":{"$ref":"#/definitions/precision"},"optimization":{"$ref":"#/definitions/optimization"},"ablation":{"$ref":"#/definitions/ablation"},"scenario":{"$ref":"#/definitions/scenario"}}}}};
const schema24 = {"anyOf":[{"type":"number"},{"type":"string"},{"type":"boolean"},{"type":"array","items":{"type":"number"}}]};
const schema27 = {"enum":["disabled","basic","extended","all"]};
const schema28 = {"enum":["none","without-fold","without-dead","without-common","without-vertical","without-horizontal","without-fuse","without-search","only-fold","only-common","only-vertical","only-horizontal","only-fuse","only-search","all"]};
const schema29 = {"oneOf":[{"type":"object","additionalProperties":false,"required":["kind"],"properties":{"kind":{"const":"single-stream"}}},{"type":"object","additionalProperties":false,"required":["kind","concurrency"],"properties":{"kind":{"const":"offline"},"concurrency":{"type":"integer"}}},{"type":"object","additionalProperties":false,"required":["kind","rate"],"properties":{"kind":{"const":"fixed-rate"},"rate":{"type":"number"}}},{"type":"object","additionalProperties":false,"required":["kind","gap"],"properties":{"kind":{"const":"idle-gap"},"gap":{"type":"number"}}}]};

function validate18(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.id === undefined) && (missing0 = "id")) || ((data.seed === undefined) && (missing0 = "seed"))) || ((data.model === undefined) && (missing0 = "model"))) || ((data.execution === undefined) && (missing0 = "execution"))){
validate18.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "id") || (key0 === "seed")) || (key0 === "model")) || (key0 === "execution"))){
validate18.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.id !== undefined){
const _errs2 = errors;
if(typeof data.id !== "string"){
validate18.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.seed !== undefined){
let data1 = data.seed;
const _errs4 = errors;
if(!((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1)))){
validate18.errors = [{instancePath:instancePath+"/seed",schemaPath:"#/properties/seed/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.model !== undefined){
let data2 = data.model;
const _errs6 = errors;
if(errors === _errs6){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if((((data2.name === undefined) && (missing1 = "name")) || ((data2.family === undefined) && (missing1 = "family"))) || ((data2.parameters === undefined) && (missing1 = "parameters"))){
validate18.errors = [{instancePath:instancePath+"/model",schemaPath:"#/properties/model/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs8 = errors;
for(const key1 in data2){
if(!((((key1 === "name") || (key1 === "family")) || (key1 === "parameters")) || (key1 === "artifact"))){
validate18.errors = [{instancePath:instancePath+"/model",schemaPath:"#/properties/model/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs8 === errors){
if(data2.name !== undefined){
const _errs9 = errors;
if(typeof data2.name !== "string"){
validate18.errors = [{instancePath:instancePath+"/model/name",schemaPath:"#/properties/model/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data2.family !== undefined){
let data4 = data2.family;
const _errs11 = errors;
if(!((((((data4 === "fc") || (data4 === "cnn")) || (data4 === "rnn")) || (data4 === "transformer")) || (data4 === "mobile")) || (data4 === "onnx"))){
validate18.errors = [{instancePath:instancePath+"/model/family",schemaPath:"#/properties/model/properties/family/enum",keyword:"enum",params:{allowedValues: schema23.properties.model.properties.family.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid1 = _errs11 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data2.parameters !== undefined){
let data5 = data2.parameters;
const _errs12 = errors;
if(errors === _errs12){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key2 in data5){
let data6 = data5[key2];
const _errs15 = errors;
const _errs17 = errors;
let valid4 = false;
const _errs18 = errors;
if(!(typeof data6 == "number")){
const err0 = {instancePath:instancePath+"/model/parameters/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/parameterValue/anyOf/0/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
var _valid0 = _errs18 === errors;
valid4 = valid4 || _valid0;
if(!valid4){
const _errs20 = errors;
if(typeof data6 !== "string"){
const err1 = {instancePath:instancePath+"/model/parameters/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/parameterValue/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs20 === errors;
valid4 = valid4 || _valid0;
if(!valid4){
const _errs22 = errors;
if(typeof data6 !== "boolean"){
const err2 = {instancePath:instancePath+"/model/parameters/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/parameterValue/anyOf/2/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
var _valid0 = _errs22 === errors;
valid4 = valid4 || _valid0;
if(!valid4){
const _errs24 = errors;
if(errors === _errs24){
if(Array.isArray(data6)){
var valid5 = true;
const len0 = data6.length;
for(let i0=0; i0<len0; i0++){
const _errs26 = errors;
if(!(typeof data6[i0] == "number")){
const err3 = {instancePath:instancePath+"/model/parameters/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/definitions/parameterValue/anyOf/3/items/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid5 = _errs26 === errors;
if(!valid5){
break;
}
}
}
else {
const err4 = {instancePath:instancePath+"/model/parameters/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/parameterValue/anyOf/3/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
var _valid0 = _errs24 === errors;
valid4 = valid4 || _valid0;
}
}
}
if(!valid4){
const err5 = {instancePath:instancePath+"/model/parameters/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/definitions/parameterValue/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
validate18.errors = vErrors;
return false;
}
else {
errors = _errs17;
if(vErrors !== null){
if(_errs17){
vErrors.length = _errs17;
}
else {
vErrors = null;
}
}
}
var valid2 = _errs15 === errors;
if(!valid2){
break;
}
}
}
else {
validate18.errors = [{instancePath:instancePath+"/model/parameters",schemaPath:"#/properties/model/properties/parameters/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid1 = _errs12 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data2.artifact !== undefined){
const _errs28 = errors;
if(typeof data2.artifact !== "string"){
validate18.errors = [{instancePath:instancePath+"/model/artifact",schemaPath:"#/properties/model/properties/artifact/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid1 = _errs28 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
else {
validate18.errors = [{instancePath:instancePath+"/model",schemaPath:"#/properties/model/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.execution !== undefined){
let data9 = data.execution;
const _errs30 = errors;
if(errors === _errs30){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing2;
if((((((data9.runtime === undefined) && (missing2 = "runtime")) || ((data9.threads === undefined) && (missing2 = "threads"))) || ((data9.precision === undefined) && (missing2 = "precision"))) || ((data9.optimization === undefined) && (missing2 = "optimization"))) || ((data9.scenario === undefined) && (missing2 = "scenario"))){
validate18.errors = [{instancePath:instancePath+"/execution",schemaPath:"#/properties/execution/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs32 = errors;
for(const key3 in data9){
if(!((((((key3 === "runtime") || (key3 === "threads")) || (key3 === "precision")) || (key3 === "optimization")) || (key3 === "ablation")) || (key3 === "scenario"))){
validate18.errors = [{instancePath:instancePath+"/execution",schemaPath:"#/properties/execution/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs32 === errors){
if(data9.runtime !== undefined){
let data10 = data9.runtime;
const _errs33 = errors;
if(!(((data10 === "ort") || (data10 === "ort-web")) || (data10 === "jit"))){
validate18.errors = [{instancePath:instancePath+"/execution/runtime",schemaPath:"#/definitions/runtimeName/enum",keyword:"enum",params:{allowedValues: schema15.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid6 = _errs33 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data9.threads !== undefined){
let data11 = data9.threads;
const _errs35 = errors;
if(!((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11)))){
validate18.errors = [{instancePath:instancePath+"/execution/threads",schemaPath:"#/properties/execution/properties/threads/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid6 = _errs35 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data9.precision !== undefined){
let data12 = data9.precision;
const _errs37 = errors;
if(!((data12 === "float32") || (data12 === "float16"))){
validate18.errors = [{instancePath:instancePath+"/execution/precision",schemaPath:"#/definitions/precision/enum",keyword:"enum",params:{allowedValues: schema18.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid6 = _errs37 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data9.optimization !== undefined){
let data13 = data9.optimization;
const _errs39 = errors;
if(!((((data13 === "disabled") || (data13 === "basic")) || (data13 === "extended")) || (data13 === "all"))){
validate18.errors = [{instancePath:instancePath+"/execution/optimization",schemaPath:"#/definitions/optimization/enum",keyword:"enum",params:{allowedValues: schema27.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid6 = _errs39 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data9.ablation !== undefined){
let data14 = data9.ablation;
const _errs41 = errors;
if(!(((((((((((((((data14 === "none") || (data14 === "without-fold")) || (data14 === "without-dead")) || (data14 === "without-common")) || (data14 === "without-vertical")) || (data14 === "without-horizontal")) || (data14 === "without-fuse")) || (data14 === "without-search")) || (data14 === "only-fold")) || (data14 === "only-common")) || (data14 === "only-vertical")) || (data14 === "only-horizontal")) || (data14 === "only-fuse")) || (data14 === "only-search")) || (data14 === "all"))){
validate18.errors = [{instancePath:instancePath+"/execution/ablation",schemaPath:"#/definitions/ablation/enum",keyword:"enum",params:{allowedValues: schema28.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid6 = _errs41 === errors;
}
else {
var valid6 = true;
}
if(valid6){
if(data9.scenario !== undefined){
let data15 = data9.scenario;
const _errs43 = errors;
const _errs45 = errors;
let valid12 = false;
let passing0 = null;
const _errs46 = errors;
if(errors === _errs46){
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
let missing3;
if((data15.kind === undefined) && (missing3 = "kind")){
const err6 = {instancePath:instancePath+"/execution/scenario",schemaPath:"#/definitions/scenario/oneOf/0/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
else {
const _errs48 = errors;
for(const key4 in data15){
if(!(key4 === "kind")){
const err7 = {instancePath:instancePath+"/execution/scenario",schemaPath:"#/definitions/scenario/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
break;
}
}
if(_errs48 === errors){
if(data15.kind !== undefined){
if("single-stream" !== data15.kind){
const err8 = {instancePath:instancePath+"/execution/scenario/kind",schemaPath:"#/definitions/scenario/oneOf/0/properties/kind/const",keyword:"const",params:{allowedValue: "single-stream"},message:"must be equal to constant"};
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
}
}
else {
const err9 = {instancePath:instancePath+"/execution/scenario",schemaPath:"#/definitions/scenario/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
var _valid1 = _errs46 === errors;
if(_valid1){
valid12 = true;
passing0 = 0;
}
const _errs50 = errors;
if(errors === _errs50){
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
let missing4;
if(((data15.kind === undefined) && (missing4 = "kind")) || ((data15.concurrency === undefined) && (missing4 = "concurrency"))){
const err10 = {instancePath:instancePath+"/execution/scenario",schemaPath:"#/definitions/scenario/oneOf/1/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
else {
const _errs52 = errors;
for(const key5 in data15){
if(!((key5 === "kind") || (key5 === "concurrency"))){
const err11 = {instancePath:instancePath+"/execution/scenario",schemaPath:"#/definitions/scenario/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
break;
}
}
if(_errs52 === errors){
if(data15.kind !== undefined){
const _errs53 = errors;
if("offline" !== data15.kind){
const err12 = {instancePath:instancePath+"/execution/scenario/kind",schemaPath:"#/definitions/scenario/oneOf/1/properties/kind/const",keyword:"const",params:{allowedValue: "offline"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
var valid14 = _errs53 === errors;
}
else {
var valid14 = true;
}
if(valid14){
if(data15.concurrency !== undefined){
let data18 = data15.concurrency;
const _errs54 = errors;
if(!((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18)))){
const err13 = {instancePath:instancePath+"/execution/scenario/concurrency",schemaPath:"#/definitions/scenario/oneOf/1/properties/concurrency/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var valid14 = _errs54 === errors;
}
else {
var valid14 = true;
}
}
}
}
}
else {
const err14 = {instancePath:instancePath+"/execution/scenario",schemaPath:"#/definitions/scenario/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
var _valid1 = _errs50 === errors;
if(_valid1 && valid12){
valid12 = false;
passing0 = [passing0, 1];
}
else {
if(_valid1){
valid12 = true;
passing0 = 1;
}
const _errs56 = errors;
if(errors === _errs56){
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
let missing5;
if(((data15.kind === undefined) && (missing5 = "kind")) || ((data15.rate === undefined) && (missing5 = "rate"))){
const err15 = {instancePath:instancePath+"/execution/scenario",schemaPath:"#/definitions/scenario/oneOf/2/required",keyword:"required",params:{missingProperty: missing5},message:"must have required property '"+missing5+"'"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
else {
const _errs58 = errors;
for(const key6 in data15){
if(!((key6 === "kind") || (key6 === "rate"))){
const err16 = {instancePath:instancePath+"/execution/scenario",schemaPath:"#/definitions/scenario/oneOf/2/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
break;
}
}
if(_errs58 === errors){
if(data15.kind !== undefined){
const _errs59 = errors;
if("fixed-rate" !== data15.kind){
const err17 = {instancePath:instancePath+"/execution/scenario/kind",schemaPath:"#/definitions/scenario/oneOf/2/properties/kind/const",keyword:"const",params:{allowedValue: "fixed-rate"},message:"must be equal to constant"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var valid15 = _errs59 === errors;
}
else {
var valid15 = true;
}
if(valid15){
if(data15.rate !== undefined){
const _errs60 = errors;
if(!(typeof data15.rate == "number")){
const err18 = {instancePath:instancePath+"/execution/scenario/rate",schemaPath:"#/definitions/scenario/oneOf/2/properties/rate/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var valid15 = _errs60 === errors;
}
else {
var valid15 = true;
}
}
}
}
}
else {
const err19 = {instancePath:instancePath+"/execution/scenario",schemaPath:"#/definitions/scenario/oneOf/2/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
var _valid1 = _errs56 === errors;
if(_valid1 && valid12){
valid12 = false;
passing0 = [passing0, 2];
}
else {
if(_valid1){
valid12 = true;
passing0 = 2;
}
const _errs62 = errors;
if(errors === _errs62){
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
let missing6;
if(((data15.kind === undefined) && (missing6 = "kind")) || ((data15.gap === undefined) && (missing6 = "gap"))){
const err20 = {instancePath:instancePath+"/execution/scenario",schemaPath:"#/definitions/scenario/oneOf/3/required",keyword:"required",params:{missingProperty: missing6},message:"must have required property '"+missing6+"'"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
else {
const _errs64 = errors;
for(const key7 in data15){
if(!((key7 === "kind") || (key7 === "gap"))){
const err21 = {instancePath:instancePath+"/execution/scenario",schemaPath:"#/definitions/scenario/oneOf/3/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
break;
}
}
if(_errs64 === errors){
if(data15.kind !== undefined){
const _errs65 = errors;
if("idle-gap" !== data15.kind){
const err22 = {instancePath:instancePath+"/execution/scenario/kind",schemaPath:"#/definitions/scenario/oneOf/3/properties/kind/const",keyword:"const",params:{allowedValue: "idle-gap"},message:"must be equal to constant"};
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
if(data15.gap !== undefined){
const _errs66 = errors;
if(!(typeof data15.gap == "number")){
const err23 = {instancePath:instancePath+"/execution/scenario/gap",schemaPath:"#/definitions/scenario/oneOf/3/properties/gap/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
var valid16 = _errs66 === errors;
}
else {
var valid16 = true;
}
}
}
}
}
else {
const err24 = {instancePath:instancePath+"/execution/scenario",schemaPath:"#/definitions/scenario/oneOf/3/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
var _valid1 = _errs62 === errors;
if(_valid1 && valid12){
valid12 = false;
passing0 = [passing0, 3];
}
else {
if(_valid1){
valid12 = true;
passing0 = 3;
}
}
}
}
if(!valid12){
const err25 = {instancePath:instancePath+"/execution/scenario",schemaPath:"#/definitions/scenario/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
validate18.errors = vErrors;
return false;
}
else {
errors = _errs45;
if(vErrors !== null){
if(_errs45){
vErrors.length = _errs45;
}
else {
vErrors = null;
}
}
}
var valid6 = _errs43 === errors;
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
}
}
else {
validate18.errors = [{instancePath:instancePath+"/execution",schemaPath:"#/properties/execution/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs30 === errors;
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
else {
validate18.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate18.errors = vErrors;
return errors === 0;
}

const schema35 = {"type":"object","additionalProperties":false,"required":["start","end","othersBusy"],"properties":{"start":{"$ref":"#/definitions/sensorSample"},"end":{"$ref":"#/definitions/sensorSample"},"othersBusy":{"$ref":"#/definitions/reading"}}};
const schema36 = {"type":"object","additionalProperties":false,"required":["time","busy","available","frequency","temperature","throttle"],"properties":{"time":{"type":"string"},"busy":{"$ref":"#/definitions/reading"},"available":{"$ref":"#/definitions/reading"},"frequency":{"$ref":"#/definitions/reading"},"temperature":{"$ref":"#/definitions/reading"},"power":{"$ref":"#/definitions/reading"},"throttle":{"oneOf":[{"type":"object","additionalProperties":false,"required":["active","flags"],"properties":{"active":{"type":"boolean"},"flags":{"type":"array","items":{"type":"string"}},"count":{"type":"number"}}},{"type":"object","additionalProperties":false,"required":["unavailable","fix"],"properties":{"unavailable":{"type":"string"},"fix":{"type":"string"}}}]}}};

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.time === undefined) && (missing0 = "time")) || ((data.busy === undefined) && (missing0 = "busy"))) || ((data.available === undefined) && (missing0 = "available"))) || ((data.frequency === undefined) && (missing0 = "frequency"))) || ((data.temperature === undefined) && (missing0 = "temperature"))) || ((data.throttle === undefined) && (missing0 = "throttle"))){
validate21.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "time") || (key0 === "busy")) || (key0 === "available")) || (key0 === "frequency")) || (key0 === "temperature")) || (key0 === "power")) || (key0 === "throttle"))){
validate21.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.time !== undefined){
const _errs2 = errors;
if(typeof data.time !== "string"){
validate21.errors = [{instancePath:instancePath+"/time",schemaPath:"#/properties/time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.busy !== undefined){
let data1 = data.busy;
const _errs4 = errors;
const _errs6 = errors;
let valid2 = false;
let passing0 = null;
const _errs7 = errors;
if(errors === _errs7){
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
const _errs9 = errors;
for(const key1 in data1){
if(!(key1 === "value")){
const err1 = {instancePath:instancePath+"/busy",schemaPath:"#/definitions/reading/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs9 === errors){
if(data1.value !== undefined){
if(!(typeof data1.value == "number")){
const err2 = {instancePath:instancePath+"/busy/value",schemaPath:"#/definitions/reading/oneOf/0/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number"};
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
}
}
else {
const err3 = {instancePath:instancePath+"/busy",schemaPath:"#/definitions/reading/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid0 = _errs7 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs12 = errors;
if(errors === _errs12){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
let missing2;
if(((data1.unavailable === undefined) && (missing2 = "unavailable")) || ((data1.fix === undefined) && (missing2 = "fix"))){
const err4 = {instancePath:instancePath+"/busy",schemaPath:"#/definitions/reading/oneOf/1/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
const _errs14 = errors;
for(const key2 in data1){
if(!((key2 === "unavailable") || (key2 === "fix"))){
const err5 = {instancePath:instancePath+"/busy",schemaPath:"#/definitions/reading/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
break;
}
}
if(_errs14 === errors){
if(data1.unavailable !== undefined){
const _errs15 = errors;
if(typeof data1.unavailable !== "string"){
const err6 = {instancePath:instancePath+"/busy/unavailable",schemaPath:"#/definitions/reading/oneOf/1/properties/unavailable/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var valid4 = _errs15 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data1.fix !== undefined){
const _errs17 = errors;
if(typeof data1.fix !== "string"){
const err7 = {instancePath:instancePath+"/busy/fix",schemaPath:"#/definitions/reading/oneOf/1/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var valid4 = _errs17 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
else {
const err8 = {instancePath:instancePath+"/busy",schemaPath:"#/definitions/reading/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var _valid0 = _errs12 === errors;
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
const err9 = {instancePath:instancePath+"/busy",schemaPath:"#/definitions/reading/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
validate21.errors = vErrors;
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
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.available !== undefined){
let data5 = data.available;
const _errs19 = errors;
const _errs21 = errors;
let valid6 = false;
let passing1 = null;
const _errs22 = errors;
if(errors === _errs22){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing3;
if((data5.value === undefined) && (missing3 = "value")){
const err10 = {instancePath:instancePath+"/available",schemaPath:"#/definitions/reading/oneOf/0/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
else {
const _errs24 = errors;
for(const key3 in data5){
if(!(key3 === "value")){
const err11 = {instancePath:instancePath+"/available",schemaPath:"#/definitions/reading/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
break;
}
}
if(_errs24 === errors){
if(data5.value !== undefined){
if(!(typeof data5.value == "number")){
const err12 = {instancePath:instancePath+"/available/value",schemaPath:"#/definitions/reading/oneOf/0/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number"};
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
}
}
else {
const err13 = {instancePath:instancePath+"/available",schemaPath:"#/definitions/reading/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
var _valid1 = _errs22 === errors;
if(_valid1){
valid6 = true;
passing1 = 0;
}
const _errs27 = errors;
if(errors === _errs27){
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
let missing4;
if(((data5.unavailable === undefined) && (missing4 = "unavailable")) || ((data5.fix === undefined) && (missing4 = "fix"))){
const err14 = {instancePath:instancePath+"/available",schemaPath:"#/definitions/reading/oneOf/1/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
else {
const _errs29 = errors;
for(const key4 in data5){
if(!((key4 === "unavailable") || (key4 === "fix"))){
const err15 = {instancePath:instancePath+"/available",schemaPath:"#/definitions/reading/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
break;
}
}
if(_errs29 === errors){
if(data5.unavailable !== undefined){
const _errs30 = errors;
if(typeof data5.unavailable !== "string"){
const err16 = {instancePath:instancePath+"/available/unavailable",schemaPath:"#/definitions/reading/oneOf/1/properties/unavailable/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
var valid8 = _errs30 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data5.fix !== undefined){
const _errs32 = errors;
if(typeof data5.fix !== "string"){
const err17 = {instancePath:instancePath+"/available/fix",schemaPath:"#/definitions/reading/oneOf/1/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
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
}
else {
const err18 = {instancePath:instancePath+"/available",schemaPath:"#/definitions/reading/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
var _valid1 = _errs27 === errors;
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
const err19 = {instancePath:instancePath+"/available",schemaPath:"#/definitions/reading/oneOf",keyword:"oneOf",params:{passingSchemas: passing1},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
validate21.errors = vErrors;
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
if(data.frequency !== undefined){
let data9 = data.frequency;
const _errs34 = errors;
const _errs36 = errors;
let valid10 = false;
let passing2 = null;
const _errs37 = errors;
if(errors === _errs37){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing5;
if((data9.value === undefined) && (missing5 = "value")){
const err20 = {instancePath:instancePath+"/frequency",schemaPath:"#/definitions/reading/oneOf/0/required",keyword:"required",params:{missingProperty: missing5},message:"must have required property '"+missing5+"'"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
else {
const _errs39 = errors;
for(const key5 in data9){
if(!(key5 === "value")){
const err21 = {instancePath:instancePath+"/frequency",schemaPath:"#/definitions/reading/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
break;
}
}
if(_errs39 === errors){
if(data9.value !== undefined){
if(!(typeof data9.value == "number")){
const err22 = {instancePath:instancePath+"/frequency/value",schemaPath:"#/definitions/reading/oneOf/0/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number"};
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
}
}
else {
const err23 = {instancePath:instancePath+"/frequency",schemaPath:"#/definitions/reading/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
var _valid2 = _errs37 === errors;
if(_valid2){
valid10 = true;
passing2 = 0;
}
const _errs42 = errors;
if(errors === _errs42){
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
let missing6;
if(((data9.unavailable === undefined) && (missing6 = "unavailable")) || ((data9.fix === undefined) && (missing6 = "fix"))){
const err24 = {instancePath:instancePath+"/frequency",schemaPath:"#/definitions/reading/oneOf/1/required",keyword:"required",params:{missingProperty: missing6},message:"must have required property '"+missing6+"'"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
else {
const _errs44 = errors;
for(const key6 in data9){
if(!((key6 === "unavailable") || (key6 === "fix"))){
const err25 = {instancePath:instancePath+"/frequency",schemaPath:"#/definitions/reading/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
break;
}
}
if(_errs44 === errors){
if(data9.unavailable !== undefined){
const _errs45 = errors;
if(typeof data9.unavailable !== "string"){
const err26 = {instancePath:instancePath+"/frequency/unavailable",schemaPath:"#/definitions/reading/oneOf/1/properties/unavailable/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
var valid12 = _errs45 === errors;
}
else {
var valid12 = true;
}
if(valid12){
if(data9.fix !== undefined){
const _errs47 = errors;
if(typeof data9.fix !== "string"){
const err27 = {instancePath:instancePath+"/frequency/fix",schemaPath:"#/definitions/reading/oneOf/1/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
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
}
else {
const err28 = {instancePath:instancePath+"/frequency",schemaPath:"#/definitions/reading/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
var _valid2 = _errs42 === errors;
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
const err29 = {instancePath:instancePath+"/frequency",schemaPath:"#/definitions/reading/oneOf",keyword:"oneOf",params:{passingSchemas: passing2},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
validate21.errors = vErrors;
return false;
}
else {
errors = _errs36;
if(vErrors !== null){
if(_errs36){
vErrors.length = _errs36;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs34 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.temperature !== undefined){
let data13 = data.temperature;
const _errs49 = errors;
const _errs51 = errors;
let valid14 = false;
let passing3 = null;
const _errs52 = errors;
if(errors === _errs52){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
let missing7;
if((data13.value === undefined) && (missing7 = "value")){
const err30 = {instancePath:instancePath+"/temperature",schemaPath:"#/definitions/reading/oneOf/0/required",keyword:"required",params:{missingProperty: missing7},message:"must have required property '"+missing7+"'"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
else {
const _errs54 = errors;
for(const key7 in data13){
if(!(key7 === "value")){
const err31 = {instancePath:instancePath+"/temperature",schemaPath:"#/definitions/reading/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
break;
}
}
if(_errs54 === errors){
if(data13.value !== undefined){
if(!(typeof data13.value == "number")){
const err32 = {instancePath:instancePath+"/temperature/value",schemaPath:"#/definitions/reading/oneOf/0/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number"};
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
}
}
else {
const err33 = {instancePath:instancePath+"/temperature",schemaPath:"#/definitions/reading/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
var _valid3 = _errs52 === errors;
if(_valid3){
valid14 = true;
passing3 = 0;
}
const _errs57 = errors;
if(errors === _errs57){
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
let missing8;
if(((data13.unavailable === undefined) && (missing8 = "unavailable")) || ((data13.fix === undefined) && (missing8 = "fix"))){
const err34 = {instancePath:instancePath+"/temperature",schemaPath:"#/definitions/reading/oneOf/1/required",keyword:"required",params:{missingProperty: missing8},message:"must have required property '"+missing8+"'"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
else {
const _errs59 = errors;
for(const key8 in data13){
if(!((key8 === "unavailable") || (key8 === "fix"))){
const err35 = {instancePath:instancePath+"/temperature",schemaPath:"#/definitions/reading/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
break;
}
}
if(_errs59 === errors){
if(data13.unavailable !== undefined){
const _errs60 = errors;
if(typeof data13.unavailable !== "string"){
const err36 = {instancePath:instancePath+"/temperature/unavailable",schemaPath:"#/definitions/reading/oneOf/1/properties/unavailable/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
var valid16 = _errs60 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data13.fix !== undefined){
const _errs62 = errors;
if(typeof data13.fix !== "string"){
const err37 = {instancePath:instancePath+"/temperature/fix",schemaPath:"#/definitions/reading/oneOf/1/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
var valid16 = _errs62 === errors;
}
else {
var valid16 = true;
}
}
}
}
}
else {
const err38 = {instancePath:instancePath+"/temperature",schemaPath:"#/definitions/reading/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
var _valid3 = _errs57 === errors;
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
const err39 = {instancePath:instancePath+"/temperature",schemaPath:"#/definitions/reading/oneOf",keyword:"oneOf",params:{passingSchemas: passing3},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
validate21.errors = vErrors;
return false;
}
else {
errors = _errs51;
if(vErrors !== null){
if(_errs51){
vErrors.length = _errs51;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs49 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.power !== undefined){
let data17 = data.power;
const _errs64 = errors;
const _errs66 = errors;
let valid18 = false;
let passing4 = null;
const _errs67 = errors;
if(errors === _errs67){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
let missing9;
if((data17.value === undefined) && (missing9 = "value")){
const err40 = {instancePath:instancePath+"/power",schemaPath:"#/definitions/reading/oneOf/0/required",keyword:"required",params:{missingProperty: missing9},message:"must have required property '"+missing9+"'"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
else {
const _errs69 = errors;
for(const key9 in data17){
if(!(key9 === "value")){
const err41 = {instancePath:instancePath+"/power",schemaPath:"#/definitions/reading/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
break;
}
}
if(_errs69 === errors){
if(data17.value !== undefined){
if(!(typeof data17.value == "number")){
const err42 = {instancePath:instancePath+"/power/value",schemaPath:"#/definitions/reading/oneOf/0/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number"};
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
}
else {
const err43 = {instancePath:instancePath+"/power",schemaPath:"#/definitions/reading/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
var _valid4 = _errs67 === errors;
if(_valid4){
valid18 = true;
passing4 = 0;
}
const _errs72 = errors;
if(errors === _errs72){
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
let missing10;
if(((data17.unavailable === undefined) && (missing10 = "unavailable")) || ((data17.fix === undefined) && (missing10 = "fix"))){
const err44 = {instancePath:instancePath+"/power",schemaPath:"#/definitions/reading/oneOf/1/required",keyword:"required",params:{missingProperty: missing10},message:"must have required property '"+missing10+"'"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
else {
const _errs74 = errors;
for(const key10 in data17){
if(!((key10 === "unavailable") || (key10 === "fix"))){
const err45 = {instancePath:instancePath+"/power",schemaPath:"#/definitions/reading/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
break;
}
}
if(_errs74 === errors){
if(data17.unavailable !== undefined){
const _errs75 = errors;
if(typeof data17.unavailable !== "string"){
const err46 = {instancePath:instancePath+"/power/unavailable",schemaPath:"#/definitions/reading/oneOf/1/properties/unavailable/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
var valid20 = _errs75 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data17.fix !== undefined){
const _errs77 = errors;
if(typeof data17.fix !== "string"){
const err47 = {instancePath:instancePath+"/power/fix",schemaPath:"#/definitions/reading/oneOf/1/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
var valid20 = _errs77 === errors;
}
else {
var valid20 = true;
}
}
}
}
}
else {
const err48 = {instancePath:instancePath+"/power",schemaPath:"#/definitions/reading/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
var _valid4 = _errs72 === errors;
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
const err49 = {instancePath:instancePath+"/power",schemaPath:"#/definitions/reading/oneOf",keyword:"oneOf",params:{passingSchemas: passing4},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
validate21.errors = vErrors;
return false;
}
else {
errors = _errs66;
if(vErrors !== null){
if(_errs66){
vErrors.length = _errs66;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs64 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.throttle !== undefined){
let data21 = data.throttle;
const _errs79 = errors;
const _errs80 = errors;
let valid21 = false;
let passing5 = null;
const _errs81 = errors;
if(errors === _errs81){
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
let missing11;
if(((data21.active === undefined) && (missing11 = "active")) || ((data21.flags === undefined) && (missing11 = "flags"))){
const err50 = {instancePath:instancePath+"/throttle",schemaPath:"#/properties/throttle/oneOf/0/required",keyword:"required",params:{missingProperty: missing11},message:"must have required property '"+missing11+"'"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
else {
const _errs83 = errors;
for(const key11 in data21){
if(!(((key11 === "active") || (key11 === "flags")) || (key11 === "count"))){
const err51 = {instancePath:instancePath+"/throttle",schemaPath:"#/properties/throttle/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
break;
}
}
if(_errs83 === errors){
if(data21.active !== undefined){
const _errs84 = errors;
if(typeof data21.active !== "boolean"){
const err52 = {instancePath:instancePath+"/throttle/active",schemaPath:"#/properties/throttle/oneOf/0/properties/active/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
var valid22 = _errs84 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data21.flags !== undefined){
let data23 = data21.flags;
const _errs86 = errors;
if(errors === _errs86){
if(Array.isArray(data23)){
var valid23 = true;
const len0 = data23.length;
for(let i0=0; i0<len0; i0++){
const _errs88 = errors;
if(typeof data23[i0] !== "string"){
const err53 = {instancePath:instancePath+"/throttle/flags/" + i0,schemaPath:"#/properties/throttle/oneOf/0/properties/flags/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
var valid23 = _errs88 === errors;
if(!valid23){
break;
}
}
}
else {
const err54 = {instancePath:instancePath+"/throttle/flags",schemaPath:"#/properties/throttle/oneOf/0/properties/flags/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
var valid22 = _errs86 === errors;
}
else {
var valid22 = true;
}
if(valid22){
if(data21.count !== undefined){
const _errs90 = errors;
if(!(typeof data21.count == "number")){
const err55 = {instancePath:instancePath+"/throttle/count",schemaPath:"#/properties/throttle/oneOf/0/properties/count/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
var valid22 = _errs90 === errors;
}
else {
var valid22 = true;
}
}
}
}
}
}
else {
const err56 = {instancePath:instancePath+"/throttle",schemaPath:"#/properties/throttle/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
var _valid5 = _errs81 === errors;
if(_valid5){
valid21 = true;
passing5 = 0;
}
const _errs92 = errors;
if(errors === _errs92){
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
let missing12;
if(((data21.unavailable === undefined) && (missing12 = "unavailable")) || ((data21.fix === undefined) && (missing12 = "fix"))){
const err57 = {instancePath:instancePath+"/throttle",schemaPath:"#/properties/throttle/oneOf/1/required",keyword:"required",params:{missingProperty: missing12},message:"must have required property '"+missing12+"'"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
else {
const _errs94 = errors;
for(const key12 in data21){
if(!((key12 === "unavailable") || (key12 === "fix"))){
const err58 = {instancePath:instancePath+"/throttle",schemaPath:"#/properties/throttle/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
break;
}
}
if(_errs94 === errors){
if(data21.unavailable !== undefined){
const _errs95 = errors;
if(typeof data21.unavailable !== "string"){
const err59 = {instancePath:instancePath+"/throttle/unavailable",schemaPath:"#/properties/throttle/oneOf/1/properties/unavailable/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
var valid24 = _errs95 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data21.fix !== undefined){
const _errs97 = errors;
if(typeof data21.fix !== "string"){
const err60 = {instancePath:instancePath+"/throttle/fix",schemaPath:"#/properties/throttle/oneOf/1/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
var valid24 = _errs97 === errors;
}
else {
var valid24 = true;
}
}
}
}
}
else {
const err61 = {instancePath:instancePath+"/throttle",schemaPath:"#/properties/throttle/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
var _valid5 = _errs92 === errors;
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
const err62 = {instancePath:instancePath+"/throttle",schemaPath:"#/properties/throttle/oneOf",keyword:"oneOf",params:{passingSchemas: passing5},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
validate21.errors = vErrors;
return false;
}
else {
errors = _errs80;
if(vErrors !== null){
if(_errs80){
vErrors.length = _errs80;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs79 === errors;
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
else {
validate21.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate21.errors = vErrors;
return errors === 0;
}


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.start === undefined) && (missing0 = "start")) || ((data.end === undefined) && (missing0 = "end"))) || ((data.othersBusy === undefined) && (missing0 = "othersBusy"))){
validate20.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "start") || (key0 === "end")) || (key0 === "othersBusy"))){
validate20.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.start !== undefined){
const _errs2 = errors;
if(!(validate21(data.start, {instancePath:instancePath+"/start",parentData:data,parentDataProperty:"start",rootData}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.end !== undefined){
const _errs3 = errors;
if(!(validate21(data.end, {instancePath:instancePath+"/end",parentData:data,parentDataProperty:"end",rootData}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.othersBusy !== undefined){
let data2 = data.othersBusy;
const _errs4 = errors;
const _errs6 = errors;
let valid2 = false;
let passing0 = null;
const _errs7 = errors;
if(errors === _errs7){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if((data2.value === undefined) && (missing1 = "value")){
const err0 = {instancePath:instancePath+"/othersBusy",schemaPath:"#/definitions/reading/oneOf/0/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
else {
const _errs9 = errors;
for(const key1 in data2){
if(!(key1 === "value")){
const err1 = {instancePath:instancePath+"/othersBusy",schemaPath:"#/definitions/reading/oneOf/0/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
break;
}
}
if(_errs9 === errors){
if(data2.value !== undefined){
if(!(typeof data2.value == "number")){
const err2 = {instancePath:instancePath+"/othersBusy/value",schemaPath:"#/definitions/reading/oneOf/0/properties/value/type",keyword:"type",params:{type: "number"},message:"must be number"};
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
}
}
else {
const err3 = {instancePath:instancePath+"/othersBusy",schemaPath:"#/definitions/reading/oneOf/0/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
var _valid0 = _errs7 === errors;
if(_valid0){
valid2 = true;
passing0 = 0;
}
const _errs12 = errors;
if(errors === _errs12){
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing2;
if(((data2.unavailable === undefined) && (missing2 = "unavailable")) || ((data2.fix === undefined) && (missing2 = "fix"))){
const err4 = {instancePath:instancePath+"/othersBusy",schemaPath:"#/definitions/reading/oneOf/1/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
const _errs14 = errors;
for(const key2 in data2){
if(!((key2 === "unavailable") || (key2 === "fix"))){
const err5 = {instancePath:instancePath+"/othersBusy",schemaPath:"#/definitions/reading/oneOf/1/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
break;
}
}
if(_errs14 === errors){
if(data2.unavailable !== undefined){
const _errs15 = errors;
if(typeof data2.unavailable !== "string"){
const err6 = {instancePath:instancePath+"/othersBusy/unavailable",schemaPath:"#/definitions/reading/oneOf/1/properties/unavailable/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
var valid4 = _errs15 === errors;
}
else {
var valid4 = true;
}
if(valid4){
if(data2.fix !== undefined){
const _errs17 = errors;
if(typeof data2.fix !== "string"){
const err7 = {instancePath:instancePath+"/othersBusy/fix",schemaPath:"#/definitions/reading/oneOf/1/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
var valid4 = _errs17 === errors;
}
else {
var valid4 = true;
}
}
}
}
}
else {
const err8 = {instancePath:instancePath+"/othersBusy",schemaPath:"#/definitions/reading/oneOf/1/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
var _valid0 = _errs12 === errors;
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
const err9 = {instancePath:instancePath+"/othersBusy",schemaPath:"#/definitions/reading/oneOf",keyword:"oneOf",params:{passingSchemas: passing0},message:"must match exactly one schema in oneOf"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
validate20.errors = vErrors;
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
var valid0 = _errs4 === errors;
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
validate20.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate20.errors = vErrors;
return errors === 0;
}


function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((((((((((((((data.kind === undefined) && (missing0 = "kind")) || ((data.id === undefined) && (missing0 = "id"))) || ((data.run === undefined) && (missing0 = "run"))) || ((data.device === undefined) && (missing0 = "device"))) || ((data.time === undefined) && (missing0 = "time"))) || ((data.fingerprint === undefined) && (missing0 = "fingerprint"))) || ((data.slot === undefined) && (missing0 = "slot"))) || ((data.role === undefined) && (missing0 = "role"))) || ((data.repeat === undefined) && (missing0 = "repeat"))) || ((data.point === undefined) && (missing0 = "point"))) || ((data.cost === undefined) && (missing0 = "cost"))) || ((data.attempt === undefined) && (missing0 = "attempt"))) || ((data.phases === undefined) && (missing0 = "phases"))) || ((data.items === undefined) && (missing0 = "items"))) || ((data.latencies === undefined) && (missing0 = "latencies"))) || ((data.summary === undefined) && (missing0 = "summary"))) || ((data.verdict === undefined) && (missing0 = "verdict"))) || ((data.memory === undefined) && (missing0 = "memory"))) || ((data.telemetry === undefined) && (missing0 = "telemetry"))) || ((data.runtimeVersion === undefined) && (missing0 = "runtimeVersion"))){
validate34.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema21.properties, key0))){
validate34.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.kind !== undefined){
const _errs2 = errors;
if("point" !== data.kind){
validate34.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "point"},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.id !== undefined){
const _errs3 = errors;
if(typeof data.id !== "string"){
validate34.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.run !== undefined){
const _errs5 = errors;
if(typeof data.run !== "string"){
validate34.errors = [{instancePath:instancePath+"/run",schemaPath:"#/properties/run/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.device !== undefined){
const _errs7 = errors;
if(typeof data.device !== "string"){
validate34.errors = [{instancePath:instancePath+"/device",schemaPath:"#/properties/device/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.time !== undefined){
const _errs9 = errors;
if(typeof data.time !== "string"){
validate34.errors = [{instancePath:instancePath+"/time",schemaPath:"#/properties/time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fingerprint !== undefined){
const _errs11 = errors;
if(typeof data.fingerprint !== "string"){
validate34.errors = [{instancePath:instancePath+"/fingerprint",schemaPath:"#/properties/fingerprint/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.slot !== undefined){
let data6 = data.slot;
const _errs13 = errors;
if(!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))){
validate34.errors = [{instancePath:instancePath+"/slot",schemaPath:"#/properties/slot/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.role !== undefined){
let data7 = data.role;
const _errs15 = errors;
if(!((data7 === "point") || (data7 === "reference"))){
validate34.errors = [{instancePath:instancePath+"/role",schemaPath:"#/definitions/role/enum",keyword:"enum",params:{allowedValues: schema22.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.repeat !== undefined){
let data8 = data.repeat;
const _errs17 = errors;
if(!((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8)))){
validate34.errors = [{instancePath:instancePath+"/repeat",schemaPath:"#/properties/repeat/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.point !== undefined){
const _errs19 = errors;
if(!(validate18(data.point, {instancePath:instancePath+"/point",parentData:data,parentDataProperty:"point",rootData}))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
errors = vErrors.length;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cost !== undefined){
let data10 = data.cost;
const _errs20 = errors;
const _errs21 = errors;
if(errors === _errs21){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing1;
if(((((((data10.parameters === undefined) && (missing1 = "parameters")) || ((data10.macs === undefined) && (missing1 = "macs"))) || ((data10.flops === undefined) && (missing1 = "flops"))) || ((data10.weightBytes === undefined) && (missing1 = "weightBytes"))) || ((data10.activationBytes === undefined) && (missing1 = "activationBytes"))) || ((data10.trafficBytes === undefined) && (missing1 = "trafficBytes"))){
validate34.errors = [{instancePath:instancePath+"/cost",schemaPath:"#/definitions/cost/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs23 = errors;
for(const key1 in data10){
if(!((((((key1 === "parameters") || (key1 === "macs")) || (key1 === "flops")) || (key1 === "weightBytes")) || (key1 === "activationBytes")) || (key1 === "trafficBytes"))){
validate34.errors = [{instancePath:instancePath+"/cost",schemaPath:"#/definitions/cost/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs23 === errors){
if(data10.parameters !== undefined){
const _errs24 = errors;
if(!(typeof data10.parameters == "number")){
validate34.errors = [{instancePath:instancePath+"/cost/parameters",schemaPath:"#/definitions/cost/properties/parameters/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid3 = _errs24 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data10.macs !== undefined){
const _errs26 = errors;
if(!(typeof data10.macs == "number")){
validate34.errors = [{instancePath:instancePath+"/cost/macs",schemaPath:"#/definitions/cost/properties/macs/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid3 = _errs26 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data10.flops !== undefined){
const _errs28 = errors;
if(!(typeof data10.flops == "number")){
validate34.errors = [{instancePath:instancePath+"/cost/flops",schemaPath:"#/definitions/cost/properties/flops/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid3 = _errs28 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data10.weightBytes !== undefined){
const _errs30 = errors;
if(!(typeof data10.weightBytes == "number")){
validate34.errors = [{instancePath:instancePath+"/cost/weightBytes",schemaPath:"#/definitions/cost/properties/weightBytes/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid3 = _errs30 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data10.activationBytes !== undefined){
const _errs32 = errors;
if(!(typeof data10.activationBytes == "number")){
validate34.errors = [{instancePath:instancePath+"/cost/activationBytes",schemaPath:"#/definitions/cost/properties/activationBytes/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid3 = _errs32 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data10.trafficBytes !== undefined){
const _errs34 = errors;
if(!(typeof data10.trafficBytes == "number")){
validate34.errors = [{instancePath:instancePath+"/cost/trafficBytes",schemaPath:"#/definitions/cost/properties/trafficBytes/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid3 = _errs34 === errors;
}
else {
var valid3 = true;
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
validate34.errors = [{instancePath:instancePath+"/cost",schemaPath:"#/definitions/cost/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.attempt !== undefined){
let data17 = data.attempt;
const _errs36 = errors;
if(!((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17)))){
validate34.errors = [{instancePath:instancePath+"/attempt",schemaPath:"#/properties/attempt/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs36){
if(typeof data17 == "number"){
if(data17 < 1 || isNaN(data17)){
validate34.errors = [{instancePath:instancePath+"/attempt",schemaPath:"#/properties/attempt/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid0 = _errs36 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.phases !== undefined){
let data18 = data.phases;
const _errs38 = errors;
const _errs39 = errors;
if(errors === _errs39){
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
let missing2;
if((((((data18.generate === undefined) && (missing2 = "generate")) || ((data18.load === undefined) && (missing2 = "load"))) || ((data18.first === undefined) && (missing2 = "first"))) || ((data18.warmup === undefined) && (missing2 = "warmup"))) || ((data18.steady === undefined) && (missing2 = "steady"))){
validate34.errors = [{instancePath:instancePath+"/phases",schemaPath:"#/definitions/phases/required",keyword:"required",params:{missingProperty: missing2},message:"must have required property '"+missing2+"'"}];
return false;
}
else {
const _errs41 = errors;
for(const key2 in data18){
if(!(((((key2 === "generate") || (key2 === "load")) || (key2 === "first")) || (key2 === "warmup")) || (key2 === "steady"))){
validate34.errors = [{instancePath:instancePath+"/phases",schemaPath:"#/definitions/phases/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs41 === errors){
if(data18.generate !== undefined){
const _errs42 = errors;
if(!(typeof data18.generate == "number")){
validate34.errors = [{instancePath:instancePath+"/phases/generate",schemaPath:"#/definitions/phases/properties/generate/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid5 = _errs42 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data18.load !== undefined){
const _errs44 = errors;
if(!(typeof data18.load == "number")){
validate34.errors = [{instancePath:instancePath+"/phases/load",schemaPath:"#/definitions/phases/properties/load/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid5 = _errs44 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data18.first !== undefined){
const _errs46 = errors;
if(!(typeof data18.first == "number")){
validate34.errors = [{instancePath:instancePath+"/phases/first",schemaPath:"#/definitions/phases/properties/first/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid5 = _errs46 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data18.warmup !== undefined){
const _errs48 = errors;
if(!(typeof data18.warmup == "number")){
validate34.errors = [{instancePath:instancePath+"/phases/warmup",schemaPath:"#/definitions/phases/properties/warmup/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid5 = _errs48 === errors;
}
else {
var valid5 = true;
}
if(valid5){
if(data18.steady !== undefined){
const _errs50 = errors;
if(!(typeof data18.steady == "number")){
validate34.errors = [{instancePath:instancePath+"/phases/steady",schemaPath:"#/definitions/phases/properties/steady/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid5 = _errs50 === errors;
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
validate34.errors = [{instancePath:instancePath+"/phases",schemaPath:"#/definitions/phases/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs38 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.items !== undefined){
let data24 = data.items;
const _errs52 = errors;
if(!((typeof data24 == "number") && (!(data24 % 1) && !isNaN(data24)))){
validate34.errors = [{instancePath:instancePath+"/items",schemaPath:"#/properties/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs52){
if(typeof data24 == "number"){
if(data24 < 1 || isNaN(data24)){
validate34.errors = [{instancePath:instancePath+"/items",schemaPath:"#/properties/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid0 = _errs52 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.latencies !== undefined){
let data25 = data.latencies;
const _errs54 = errors;
if(errors === _errs54){
if(Array.isArray(data25)){
var valid6 = true;
const len0 = data25.length;
for(let i0=0; i0<len0; i0++){
const _errs56 = errors;
if(!(typeof data25[i0] == "number")){
validate34.errors = [{instancePath:instancePath+"/latencies/" + i0,schemaPath:"#/properties/latencies/items/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid6 = _errs56 === errors;
if(!valid6){
break;
}
}
}
else {
validate34.errors = [{instancePath:instancePath+"/latencies",schemaPath:"#/properties/latencies/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs54 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.summary !== undefined){
let data27 = data.summary;
const _errs58 = errors;
const _errs59 = errors;
if(errors === _errs59){
if(data27 && typeof data27 == "object" && !Array.isArray(data27)){
let missing3;
if((((((((((data27.n === undefined) && (missing3 = "n")) || ((data27.mean === undefined) && (missing3 = "mean"))) || ((data27.sd === undefined) && (missing3 = "sd"))) || ((data27.min === undefined) && (missing3 = "min"))) || ((data27.max === undefined) && (missing3 = "max"))) || ((data27.median === undefined) && (missing3 = "median"))) || ((data27.interval === undefined) && (missing3 = "interval"))) || ((data27.percentiles === undefined) && (missing3 = "percentiles"))) || ((data27.throughput === undefined) && (missing3 = "throughput"))){
validate34.errors = [{instancePath:instancePath+"/summary",schemaPath:"#/definitions/summary/required",keyword:"required",params:{missingProperty: missing3},message:"must have required property '"+missing3+"'"}];
return false;
}
else {
const _errs61 = errors;
for(const key3 in data27){
if(!(func2.call(schema32.properties, key3))){
validate34.errors = [{instancePath:instancePath+"/summary",schemaPath:"#/definitions/summary/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs61 === errors){
if(data27.n !== undefined){
let data28 = data27.n;
const _errs62 = errors;
if(!((typeof data28 == "number") && (!(data28 % 1) && !isNaN(data28)))){
validate34.errors = [{instancePath:instancePath+"/summary/n",schemaPath:"#/definitions/summary/properties/n/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid8 = _errs62 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data27.mean !== undefined){
const _errs64 = errors;
if(!(typeof data27.mean == "number")){
validate34.errors = [{instancePath:instancePath+"/summary/mean",schemaPath:"#/definitions/summary/properties/mean/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid8 = _errs64 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data27.sd !== undefined){
const _errs66 = errors;
if(!(typeof data27.sd == "number")){
validate34.errors = [{instancePath:instancePath+"/summary/sd",schemaPath:"#/definitions/summary/properties/sd/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid8 = _errs66 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data27.min !== undefined){
const _errs68 = errors;
if(!(typeof data27.min == "number")){
validate34.errors = [{instancePath:instancePath+"/summary/min",schemaPath:"#/definitions/summary/properties/min/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid8 = _errs68 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data27.max !== undefined){
const _errs70 = errors;
if(!(typeof data27.max == "number")){
validate34.errors = [{instancePath:instancePath+"/summary/max",schemaPath:"#/definitions/summary/properties/max/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid8 = _errs70 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data27.median !== undefined){
const _errs72 = errors;
if(!(typeof data27.median == "number")){
validate34.errors = [{instancePath:instancePath+"/summary/median",schemaPath:"#/definitions/summary/properties/median/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid8 = _errs72 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data27.interval !== undefined){
let data34 = data27.interval;
const _errs74 = errors;
if(errors === _errs74){
if(data34 && typeof data34 == "object" && !Array.isArray(data34)){
let missing4;
if((((((data34.low === undefined) && (missing4 = "low")) || ((data34.high === undefined) && (missing4 = "high"))) || ((data34.confidence === undefined) && (missing4 = "confidence"))) || ((data34.halfWidth === undefined) && (missing4 = "halfWidth"))) || ((data34.effective === undefined) && (missing4 = "effective"))){
validate34.errors = [{instancePath:instancePath+"/summary/interval",schemaPath:"#/definitions/summary/properties/interval/required",keyword:"required",params:{missingProperty: missing4},message:"must have required property '"+missing4+"'"}];
return false;
}
else {
const _errs76 = errors;
for(const key4 in data34){
if(!(((((key4 === "low") || (key4 === "high")) || (key4 === "confidence")) || (key4 === "halfWidth")) || (key4 === "effective"))){
validate34.errors = [{instancePath:instancePath+"/summary/interval",schemaPath:"#/definitions/summary/properties/interval/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs76 === errors){
if(data34.low !== undefined){
const _errs77 = errors;
if(!(typeof data34.low == "number")){
validate34.errors = [{instancePath:instancePath+"/summary/interval/low",schemaPath:"#/definitions/summary/properties/interval/properties/low/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid9 = _errs77 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data34.high !== undefined){
const _errs79 = errors;
if(!(typeof data34.high == "number")){
validate34.errors = [{instancePath:instancePath+"/summary/interval/high",schemaPath:"#/definitions/summary/properties/interval/properties/high/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid9 = _errs79 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data34.confidence !== undefined){
const _errs81 = errors;
if(!(typeof data34.confidence == "number")){
validate34.errors = [{instancePath:instancePath+"/summary/interval/confidence",schemaPath:"#/definitions/summary/properties/interval/properties/confidence/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid9 = _errs81 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data34.halfWidth !== undefined){
const _errs83 = errors;
if(!(typeof data34.halfWidth == "number")){
validate34.errors = [{instancePath:instancePath+"/summary/interval/halfWidth",schemaPath:"#/definitions/summary/properties/interval/properties/halfWidth/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid9 = _errs83 === errors;
}
else {
var valid9 = true;
}
if(valid9){
if(data34.effective !== undefined){
const _errs85 = errors;
if(!(typeof data34.effective == "number")){
validate34.errors = [{instancePath:instancePath+"/summary/interval/effective",schemaPath:"#/definitions/summary/properties/interval/properties/effective/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid9 = _errs85 === errors;
}
else {
var valid9 = true;
}
}
}
}
}
}
}
}
else {
validate34.errors = [{instancePath:instancePath+"/summary/interval",schemaPath:"#/definitions/summary/properties/interval/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid8 = _errs74 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data27.percentiles !== undefined){
let data40 = data27.percentiles;
const _errs87 = errors;
if(errors === _errs87){
if(Array.isArray(data40)){
var valid10 = true;
const len1 = data40.length;
for(let i1=0; i1<len1; i1++){
let data41 = data40[i1];
const _errs89 = errors;
if(errors === _errs89){
if(data41 && typeof data41 == "object" && !Array.isArray(data41)){
let missing5;
if((((data41.p === undefined) && (missing5 = "p")) || ((data41.value === undefined) && (missing5 = "value"))) || ((data41.needed === undefined) && (missing5 = "needed"))){
validate34.errors = [{instancePath:instancePath+"/summary/percentiles/" + i1,schemaPath:"#/definitions/summary/properties/percentiles/items/required",keyword:"required",params:{missingProperty: missing5},message:"must have required property '"+missing5+"'"}];
return false;
}
else {
const _errs91 = errors;
for(const key5 in data41){
if(!((((key5 === "p") || (key5 === "value")) || (key5 === "bound")) || (key5 === "needed"))){
validate34.errors = [{instancePath:instancePath+"/summary/percentiles/" + i1,schemaPath:"#/definitions/summary/properties/percentiles/items/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs91 === errors){
if(data41.p !== undefined){
const _errs92 = errors;
if(!(typeof data41.p == "number")){
validate34.errors = [{instancePath:instancePath+"/summary/percentiles/" + i1+"/p",schemaPath:"#/definitions/summary/properties/percentiles/items/properties/p/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid11 = _errs92 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data41.value !== undefined){
let data43 = data41.value;
const _errs94 = errors;
if((!(typeof data43 == "number")) && (data43 !== null)){
validate34.errors = [{instancePath:instancePath+"/summary/percentiles/" + i1+"/value",schemaPath:"#/definitions/summary/properties/percentiles/items/properties/value/type",keyword:"type",params:{type: schema32.properties.percentiles.items.properties.value.type},message:"must be number,null"}];
return false;
}
var valid11 = _errs94 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data41.bound !== undefined){
let data44 = data41.bound;
const _errs96 = errors;
if((!(typeof data44 == "number")) && (data44 !== null)){
validate34.errors = [{instancePath:instancePath+"/summary/percentiles/" + i1+"/bound",schemaPath:"#/definitions/summary/properties/percentiles/items/properties/bound/type",keyword:"type",params:{type: schema32.properties.percentiles.items.properties.bound.type},message:"must be number,null"}];
return false;
}
var valid11 = _errs96 === errors;
}
else {
var valid11 = true;
}
if(valid11){
if(data41.needed !== undefined){
let data45 = data41.needed;
const _errs98 = errors;
if(!((typeof data45 == "number") && (!(data45 % 1) && !isNaN(data45)))){
validate34.errors = [{instancePath:instancePath+"/summary/percentiles/" + i1+"/needed",schemaPath:"#/definitions/summary/properties/percentiles/items/properties/needed/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid11 = _errs98 === errors;
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
validate34.errors = [{instancePath:instancePath+"/summary/percentiles/" + i1,schemaPath:"#/definitions/summary/properties/percentiles/items/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid10 = _errs89 === errors;
if(!valid10){
break;
}
}
}
else {
validate34.errors = [{instancePath:instancePath+"/summary/percentiles",schemaPath:"#/definitions/summary/properties/percentiles/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid8 = _errs87 === errors;
}
else {
var valid8 = true;
}
if(valid8){
if(data27.throughput !== undefined){
const _errs100 = errors;
if(!(typeof data27.throughput == "number")){
validate34.errors = [{instancePath:instancePath+"/summary/throughput",schemaPath:"#/definitions/summary/properties/throughput/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid8 = _errs100 === errors;
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
}
else {
validate34.errors = [{instancePath:instancePath+"/summary",schemaPath:"#/definitions/summary/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs58 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.verdict !== undefined){
let data47 = data.verdict;
const _errs102 = errors;
const _errs103 = errors;
if(errors === _errs103){
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
let missing6;
if(((data47.kind === undefined) && (missing6 = "kind")) || ((data47.reasons === undefined) && (missing6 = "reasons"))){
validate34.errors = [{instancePath:instancePath+"/verdict",schemaPath:"#/definitions/verdict/required",keyword:"required",params:{missingProperty: missing6},message:"must have required property '"+missing6+"'"}];
return false;
}
else {
const _errs105 = errors;
for(const key6 in data47){
if(!((key6 === "kind") || (key6 === "reasons"))){
validate34.errors = [{instancePath:instancePath+"/verdict",schemaPath:"#/definitions/verdict/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs105 === errors){
if(data47.kind !== undefined){
let data48 = data47.kind;
const _errs106 = errors;
if(!(((((data48 === "ok") || (data48 === "wide")) || (data48 === "drifting")) || (data48 === "throttled")) || (data48 === "bimodal"))){
validate34.errors = [{instancePath:instancePath+"/verdict/kind",schemaPath:"#/definitions/verdict/properties/kind/enum",keyword:"enum",params:{allowedValues: schema33.properties.kind.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid13 = _errs106 === errors;
}
else {
var valid13 = true;
}
if(valid13){
if(data47.reasons !== undefined){
let data49 = data47.reasons;
const _errs107 = errors;
if(errors === _errs107){
if(Array.isArray(data49)){
var valid14 = true;
const len2 = data49.length;
for(let i2=0; i2<len2; i2++){
const _errs109 = errors;
if(typeof data49[i2] !== "string"){
validate34.errors = [{instancePath:instancePath+"/verdict/reasons/" + i2,schemaPath:"#/definitions/verdict/properties/reasons/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid14 = _errs109 === errors;
if(!valid14){
break;
}
}
}
else {
validate34.errors = [{instancePath:instancePath+"/verdict/reasons",schemaPath:"#/definitions/verdict/properties/reasons/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid13 = _errs107 === errors;
}
else {
var valid13 = true;
}
}
}
}
}
else {
validate34.errors = [{instancePath:instancePath+"/verdict",schemaPath:"#/definitions/verdict/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs102 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.memory !== undefined){
let data51 = data.memory;
const _errs111 = errors;
const _errs112 = errors;
if(errors === _errs112){
if(data51 && typeof data51 == "object" && !Array.isArray(data51)){
let missing7;
if((((data51.before === undefined) && (missing7 = "before")) || ((data51.loaded === undefined) && (missing7 = "loaded"))) || ((data51.peak === undefined) && (missing7 = "peak"))){
validate34.errors = [{instancePath:instancePath+"/memory",schemaPath:"#/definitions/memoryUse/required",keyword:"required",params:{missingProperty: missing7},message:"must have required property '"+missing7+"'"}];
return false;
}
else {
const _errs114 = errors;
for(const key7 in data51){
if(!(((key7 === "before") || (key7 === "loaded")) || (key7 === "peak"))){
validate34.errors = [{instancePath:instancePath+"/memory",schemaPath:"#/definitions/memoryUse/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs114 === errors){
if(data51.before !== undefined){
const _errs115 = errors;
if(!(typeof data51.before == "number")){
validate34.errors = [{instancePath:instancePath+"/memory/before",schemaPath:"#/definitions/memoryUse/properties/before/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid16 = _errs115 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data51.loaded !== undefined){
const _errs117 = errors;
if(!(typeof data51.loaded == "number")){
validate34.errors = [{instancePath:instancePath+"/memory/loaded",schemaPath:"#/definitions/memoryUse/properties/loaded/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid16 = _errs117 === errors;
}
else {
var valid16 = true;
}
if(valid16){
if(data51.peak !== undefined){
const _errs119 = errors;
if(!(typeof data51.peak == "number")){
validate34.errors = [{instancePath:instancePath+"/memory/peak",schemaPath:"#/definitions/memoryUse/properties/peak/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid16 = _errs119 === errors;
}
else {
var valid16 = true;
}
}
}
}
}
}
else {
validate34.errors = [{instancePath:instancePath+"/memory",schemaPath:"#/definitions/memoryUse/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs111 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.telemetry !== undefined){
const _errs121 = errors;
if(!(validate20(data.telemetry, {instancePath:instancePath+"/telemetry",parentData:data,parentDataProperty:"telemetry",rootData}))){
vErrors = vErrors === null ? validate20.errors : vErrors.concat(validate20.errors);
errors = vErrors.length;
}
var valid0 = _errs121 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.runtimeVersion !== undefined){
const _errs122 = errors;
if(typeof data.runtimeVersion !== "string"){
validate34.errors = [{instancePath:instancePath+"/runtimeVersion",schemaPath:"#/properties/runtimeVersion/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs122 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.output !== undefined){
let data57 = data.output;
const _errs124 = errors;
const _errs125 = errors;
if(errors === _errs125){
if(data57 && typeof data57 == "object" && !Array.isArray(data57)){
let missing8;
if(((((data57.elements === undefined) && (missing8 = "elements")) || ((data57.mean === undefined) && (missing8 = "mean"))) || ((data57.absMax === undefined) && (missing8 = "absMax"))) || ((data57.finite === undefined) && (missing8 = "finite"))){
validate34.errors = [{instancePath:instancePath+"/output",schemaPath:"#/definitions/outputDigest/required",keyword:"required",params:{missingProperty: missing8},message:"must have required property '"+missing8+"'"}];
return false;
}
else {
const _errs127 = errors;
for(const key8 in data57){
if(!((((key8 === "elements") || (key8 === "mean")) || (key8 === "absMax")) || (key8 === "finite"))){
validate34.errors = [{instancePath:instancePath+"/output",schemaPath:"#/definitions/outputDigest/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs127 === errors){
if(data57.elements !== undefined){
let data58 = data57.elements;
const _errs128 = errors;
if(!((typeof data58 == "number") && (!(data58 % 1) && !isNaN(data58)))){
validate34.errors = [{instancePath:instancePath+"/output/elements",schemaPath:"#/definitions/outputDigest/properties/elements/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid18 = _errs128 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data57.mean !== undefined){
let data59 = data57.mean;
const _errs130 = errors;
if((!(typeof data59 == "number")) && (data59 !== null)){
validate34.errors = [{instancePath:instancePath+"/output/mean",schemaPath:"#/definitions/outputDigest/properties/mean/type",keyword:"type",params:{type: schema43.properties.mean.type},message:"must be number,null"}];
return false;
}
var valid18 = _errs130 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data57.absMax !== undefined){
let data60 = data57.absMax;
const _errs132 = errors;
if((!(typeof data60 == "number")) && (data60 !== null)){
validate34.errors = [{instancePath:instancePath+"/output/absMax",schemaPath:"#/definitions/outputDigest/properties/absMax/type",keyword:"type",params:{type: schema43.properties.absMax.type},message:"must be number,null"}];
return false;
}
var valid18 = _errs132 === errors;
}
else {
var valid18 = true;
}
if(valid18){
if(data57.finite !== undefined){
const _errs134 = errors;
if(typeof data57.finite !== "boolean"){
validate34.errors = [{instancePath:instancePath+"/output/finite",schemaPath:"#/definitions/outputDigest/properties/finite/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid18 = _errs134 === errors;
}
else {
var valid18 = true;
}
}
}
}
}
}
}
else {
validate34.errors = [{instancePath:instancePath+"/output",schemaPath:"#/definitions/outputDigest/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs124 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.program !== undefined){
let data62 = data.program;
const _errs136 = errors;
const _errs137 = errors;
if(errors === _errs137){
if(data62 && typeof data62 == "object" && !Array.isArray(data62)){
let missing9;
if(((((((data62.lowered === undefined) && (missing9 = "lowered")) || ((data62.kernels === undefined) && (missing9 = "kernels"))) || ((data62.interpreted === undefined) && (missing9 = "interpreted"))) || ((data62.movedBytes === undefined) && (missing9 = "movedBytes"))) || ((data62.arenaBytes === undefined) && (missing9 = "arenaBytes"))) || ((data62.constantBytes === undefined) && (missing9 = "constantBytes"))){
validate34.errors = [{instancePath:instancePath+"/program",schemaPath:"#/definitions/programFigures/required",keyword:"required",params:{missingProperty: missing9},message:"must have required property '"+missing9+"'"}];
return false;
}
else {
const _errs139 = errors;
for(const key9 in data62){
if(!(((((((key9 === "lowered") || (key9 === "kernels")) || (key9 === "interpreted")) || (key9 === "reasons")) || (key9 === "movedBytes")) || (key9 === "arenaBytes")) || (key9 === "constantBytes"))){
validate34.errors = [{instancePath:instancePath+"/program",schemaPath:"#/definitions/programFigures/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs139 === errors){
if(data62.lowered !== undefined){
let data63 = data62.lowered;
const _errs140 = errors;
if(!((typeof data63 == "number") && (!(data63 % 1) && !isNaN(data63)))){
validate34.errors = [{instancePath:instancePath+"/program/lowered",schemaPath:"#/definitions/programFigures/properties/lowered/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid20 = _errs140 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data62.kernels !== undefined){
let data64 = data62.kernels;
const _errs142 = errors;
if(!((typeof data64 == "number") && (!(data64 % 1) && !isNaN(data64)))){
validate34.errors = [{instancePath:instancePath+"/program/kernels",schemaPath:"#/definitions/programFigures/properties/kernels/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid20 = _errs142 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data62.interpreted !== undefined){
let data65 = data62.interpreted;
const _errs144 = errors;
if(!((typeof data65 == "number") && (!(data65 % 1) && !isNaN(data65)))){
validate34.errors = [{instancePath:instancePath+"/program/interpreted",schemaPath:"#/definitions/programFigures/properties/interpreted/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid20 = _errs144 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data62.reasons !== undefined){
let data66 = data62.reasons;
const _errs146 = errors;
if(errors === _errs146){
if(Array.isArray(data66)){
var valid21 = true;
const len3 = data66.length;
for(let i3=0; i3<len3; i3++){
const _errs148 = errors;
if(typeof data66[i3] !== "string"){
validate34.errors = [{instancePath:instancePath+"/program/reasons/" + i3,schemaPath:"#/definitions/programFigures/properties/reasons/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid21 = _errs148 === errors;
if(!valid21){
break;
}
}
}
else {
validate34.errors = [{instancePath:instancePath+"/program/reasons",schemaPath:"#/definitions/programFigures/properties/reasons/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid20 = _errs146 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data62.movedBytes !== undefined){
const _errs150 = errors;
if(!(typeof data62.movedBytes == "number")){
validate34.errors = [{instancePath:instancePath+"/program/movedBytes",schemaPath:"#/definitions/programFigures/properties/movedBytes/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid20 = _errs150 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data62.arenaBytes !== undefined){
const _errs152 = errors;
if(!(typeof data62.arenaBytes == "number")){
validate34.errors = [{instancePath:instancePath+"/program/arenaBytes",schemaPath:"#/definitions/programFigures/properties/arenaBytes/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid20 = _errs152 === errors;
}
else {
var valid20 = true;
}
if(valid20){
if(data62.constantBytes !== undefined){
const _errs154 = errors;
if(!(typeof data62.constantBytes == "number")){
validate34.errors = [{instancePath:instancePath+"/program/constantBytes",schemaPath:"#/definitions/programFigures/properties/constantBytes/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid20 = _errs154 === errors;
}
else {
var valid20 = true;
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
validate34.errors = [{instancePath:instancePath+"/program",schemaPath:"#/definitions/programFigures/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs136 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kernels !== undefined){
let data71 = data.kernels;
const _errs156 = errors;
if(errors === _errs156){
if(Array.isArray(data71)){
var valid22 = true;
const len4 = data71.length;
for(let i4=0; i4<len4; i4++){
let data72 = data71[i4];
const _errs158 = errors;
const _errs159 = errors;
if(errors === _errs159){
if(data72 && typeof data72 == "object" && !Array.isArray(data72)){
let missing10;
if((((((data72.index === undefined) && (missing10 = "index")) || ((data72.kind === undefined) && (missing10 = "kind"))) || ((data72.algorithms === undefined) && (missing10 = "algorithms"))) || ((data72.interpreted === undefined) && (missing10 = "interpreted"))) || ((data72.time === undefined) && (missing10 = "time"))){
validate34.errors = [{instancePath:instancePath+"/kernels/" + i4,schemaPath:"#/definitions/kernelTime/required",keyword:"required",params:{missingProperty: missing10},message:"must have required property '"+missing10+"'"}];
return false;
}
else {
const _errs161 = errors;
for(const key10 in data72){
if(!((((((key10 === "index") || (key10 === "kind")) || (key10 === "algorithms")) || (key10 === "interpreted")) || (key10 === "reason")) || (key10 === "time"))){
validate34.errors = [{instancePath:instancePath+"/kernels/" + i4,schemaPath:"#/definitions/kernelTime/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs161 === errors){
if(data72.index !== undefined){
let data73 = data72.index;
const _errs162 = errors;
if(!((typeof data73 == "number") && (!(data73 % 1) && !isNaN(data73)))){
validate34.errors = [{instancePath:instancePath+"/kernels/" + i4+"/index",schemaPath:"#/definitions/kernelTime/properties/index/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid24 = _errs162 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data72.kind !== undefined){
const _errs164 = errors;
if(typeof data72.kind !== "string"){
validate34.errors = [{instancePath:instancePath+"/kernels/" + i4+"/kind",schemaPath:"#/definitions/kernelTime/properties/kind/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid24 = _errs164 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data72.algorithms !== undefined){
let data75 = data72.algorithms;
const _errs166 = errors;
if(errors === _errs166){
if(Array.isArray(data75)){
var valid25 = true;
const len5 = data75.length;
for(let i5=0; i5<len5; i5++){
const _errs168 = errors;
if(typeof data75[i5] !== "string"){
validate34.errors = [{instancePath:instancePath+"/kernels/" + i4+"/algorithms/" + i5,schemaPath:"#/definitions/kernelTime/properties/algorithms/items/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid25 = _errs168 === errors;
if(!valid25){
break;
}
}
}
else {
validate34.errors = [{instancePath:instancePath+"/kernels/" + i4+"/algorithms",schemaPath:"#/definitions/kernelTime/properties/algorithms/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid24 = _errs166 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data72.interpreted !== undefined){
const _errs170 = errors;
if(typeof data72.interpreted !== "boolean"){
validate34.errors = [{instancePath:instancePath+"/kernels/" + i4+"/interpreted",schemaPath:"#/definitions/kernelTime/properties/interpreted/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"}];
return false;
}
var valid24 = _errs170 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data72.reason !== undefined){
const _errs172 = errors;
if(typeof data72.reason !== "string"){
validate34.errors = [{instancePath:instancePath+"/kernels/" + i4+"/reason",schemaPath:"#/definitions/kernelTime/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid24 = _errs172 === errors;
}
else {
var valid24 = true;
}
if(valid24){
if(data72.time !== undefined){
const _errs174 = errors;
if(!(typeof data72.time == "number")){
validate34.errors = [{instancePath:instancePath+"/kernels/" + i4+"/time",schemaPath:"#/definitions/kernelTime/properties/time/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid24 = _errs174 === errors;
}
else {
var valid24 = true;
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
validate34.errors = [{instancePath:instancePath+"/kernels/" + i4,schemaPath:"#/definitions/kernelTime/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid22 = _errs158 === errors;
if(!valid22){
break;
}
}
}
else {
validate34.errors = [{instancePath:instancePath+"/kernels",schemaPath:"#/properties/kernels/type",keyword:"type",params:{type: "array"},message:"must be array"}];
return false;
}
}
var valid0 = _errs156 === errors;
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
}
}
}
}
}
}
}
else {
validate34.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate34.errors = vErrors;
return errors === 0;
}

export const failureRecord = validate37;
const schema46 = {"type":"object","additionalProperties":false,"required":["kind","id","run","device","time","fingerprint","slot","role","repeat","point","cost","attempt","phase","code","message","fix","detail"],"properties":{"kind":{"const":"failure"},"id":{"type":"string"},"run":{"type":"string"},"device":{"type":"string"},"time":{"type":"string"},"fingerprint":{"type":"string"},"slot":{"type":"integer"},"role":{"$ref":"#/definitions/role"},"repeat":{"type":"integer"},"point":{"$ref":"#/definitions/point"},"cost":{"$ref":"#/definitions/cost"},"attempt":{"type":"integer","minimum":1},"phase":{"enum":["plan","start","generate","load","first","warmup","steady"]},"code":{"type":"string"},"message":{"type":"string"},"fix":{"type":"string"},"detail":{"type":"object","additionalProperties":{"type":["string","number","null"]}}}};

function validate37(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((((((((((data.kind === undefined) && (missing0 = "kind")) || ((data.id === undefined) && (missing0 = "id"))) || ((data.run === undefined) && (missing0 = "run"))) || ((data.device === undefined) && (missing0 = "device"))) || ((data.time === undefined) && (missing0 = "time"))) || ((data.fingerprint === undefined) && (missing0 = "fingerprint"))) || ((data.slot === undefined) && (missing0 = "slot"))) || ((data.role === undefined) && (missing0 = "role"))) || ((data.repeat === undefined) && (missing0 = "repeat"))) || ((data.point === undefined) && (missing0 = "point"))) || ((data.cost === undefined) && (missing0 = "cost"))) || ((data.attempt === undefined) && (missing0 = "attempt"))) || ((data.phase === undefined) && (missing0 = "phase"))) || ((data.code === undefined) && (missing0 = "code"))) || ((data.message === undefined) && (missing0 = "message"))) || ((data.fix === undefined) && (missing0 = "fix"))) || ((data.detail === undefined) && (missing0 = "detail"))){
validate37.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema46.properties, key0))){
validate37.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.kind !== undefined){
const _errs2 = errors;
if("failure" !== data.kind){
validate37.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "failure"},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.id !== undefined){
const _errs3 = errors;
if(typeof data.id !== "string"){
validate37.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.run !== undefined){
const _errs5 = errors;
if(typeof data.run !== "string"){
validate37.errors = [{instancePath:instancePath+"/run",schemaPath:"#/properties/run/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.device !== undefined){
const _errs7 = errors;
if(typeof data.device !== "string"){
validate37.errors = [{instancePath:instancePath+"/device",schemaPath:"#/properties/device/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.time !== undefined){
const _errs9 = errors;
if(typeof data.time !== "string"){
validate37.errors = [{instancePath:instancePath+"/time",schemaPath:"#/properties/time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fingerprint !== undefined){
const _errs11 = errors;
if(typeof data.fingerprint !== "string"){
validate37.errors = [{instancePath:instancePath+"/fingerprint",schemaPath:"#/properties/fingerprint/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.slot !== undefined){
let data6 = data.slot;
const _errs13 = errors;
if(!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))){
validate37.errors = [{instancePath:instancePath+"/slot",schemaPath:"#/properties/slot/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.role !== undefined){
let data7 = data.role;
const _errs15 = errors;
if(!((data7 === "point") || (data7 === "reference"))){
validate37.errors = [{instancePath:instancePath+"/role",schemaPath:"#/definitions/role/enum",keyword:"enum",params:{allowedValues: schema22.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.repeat !== undefined){
let data8 = data.repeat;
const _errs17 = errors;
if(!((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8)))){
validate37.errors = [{instancePath:instancePath+"/repeat",schemaPath:"#/properties/repeat/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.point !== undefined){
const _errs19 = errors;
if(!(validate18(data.point, {instancePath:instancePath+"/point",parentData:data,parentDataProperty:"point",rootData}))){
vErrors = vErrors === null ? validate18.errors : vErrors.concat(validate18.errors);
errors = vErrors.length;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cost !== undefined){
let data10 = data.cost;
const _errs20 = errors;
const _errs21 = errors;
if(errors === _errs21){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
let missing1;
if(((((((data10.parameters === undefined) && (missing1 = "parameters")) || ((data10.macs === undefined) && (missing1 = "macs"))) || ((data10.flops === undefined) && (missing1 = "flops"))) || ((data10.weightBytes === undefined) && (missing1 = "weightBytes"))) || ((data10.activationBytes === undefined) && (missing1 = "activationBytes"))) || ((data10.trafficBytes === undefined) && (missing1 = "trafficBytes"))){
validate37.errors = [{instancePath:instancePath+"/cost",schemaPath:"#/definitions/cost/required",keyword:"required",params:{missingProperty: missing1},message:"must have required property '"+missing1+"'"}];
return false;
}
else {
const _errs23 = errors;
for(const key1 in data10){
if(!((((((key1 === "parameters") || (key1 === "macs")) || (key1 === "flops")) || (key1 === "weightBytes")) || (key1 === "activationBytes")) || (key1 === "trafficBytes"))){
validate37.errors = [{instancePath:instancePath+"/cost",schemaPath:"#/definitions/cost/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs23 === errors){
if(data10.parameters !== undefined){
const _errs24 = errors;
if(!(typeof data10.parameters == "number")){
validate37.errors = [{instancePath:instancePath+"/cost/parameters",schemaPath:"#/definitions/cost/properties/parameters/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid3 = _errs24 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data10.macs !== undefined){
const _errs26 = errors;
if(!(typeof data10.macs == "number")){
validate37.errors = [{instancePath:instancePath+"/cost/macs",schemaPath:"#/definitions/cost/properties/macs/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid3 = _errs26 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data10.flops !== undefined){
const _errs28 = errors;
if(!(typeof data10.flops == "number")){
validate37.errors = [{instancePath:instancePath+"/cost/flops",schemaPath:"#/definitions/cost/properties/flops/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid3 = _errs28 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data10.weightBytes !== undefined){
const _errs30 = errors;
if(!(typeof data10.weightBytes == "number")){
validate37.errors = [{instancePath:instancePath+"/cost/weightBytes",schemaPath:"#/definitions/cost/properties/weightBytes/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid3 = _errs30 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data10.activationBytes !== undefined){
const _errs32 = errors;
if(!(typeof data10.activationBytes == "number")){
validate37.errors = [{instancePath:instancePath+"/cost/activationBytes",schemaPath:"#/definitions/cost/properties/activationBytes/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid3 = _errs32 === errors;
}
else {
var valid3 = true;
}
if(valid3){
if(data10.trafficBytes !== undefined){
const _errs34 = errors;
if(!(typeof data10.trafficBytes == "number")){
validate37.errors = [{instancePath:instancePath+"/cost/trafficBytes",schemaPath:"#/definitions/cost/properties/trafficBytes/type",keyword:"type",params:{type: "number"},message:"must be number"}];
return false;
}
var valid3 = _errs34 === errors;
}
else {
var valid3 = true;
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
validate37.errors = [{instancePath:instancePath+"/cost",schemaPath:"#/definitions/cost/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.attempt !== undefined){
let data17 = data.attempt;
const _errs36 = errors;
if(!((typeof data17 == "number") && (!(data17 % 1) && !isNaN(data17)))){
validate37.errors = [{instancePath:instancePath+"/attempt",schemaPath:"#/properties/attempt/type",keyword:"type",params:{type: "integer"},message:"must be integer"}];
return false;
}
if(errors === _errs36){
if(typeof data17 == "number"){
if(data17 < 1 || isNaN(data17)){
validate37.errors = [{instancePath:instancePath+"/attempt",schemaPath:"#/properties/attempt/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"}];
return false;
}
}
}
var valid0 = _errs36 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.phase !== undefined){
let data18 = data.phase;
const _errs38 = errors;
if(!(((((((data18 === "plan") || (data18 === "start")) || (data18 === "generate")) || (data18 === "load")) || (data18 === "first")) || (data18 === "warmup")) || (data18 === "steady"))){
validate37.errors = [{instancePath:instancePath+"/phase",schemaPath:"#/properties/phase/enum",keyword:"enum",params:{allowedValues: schema46.properties.phase.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs38 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.code !== undefined){
const _errs39 = errors;
if(typeof data.code !== "string"){
validate37.errors = [{instancePath:instancePath+"/code",schemaPath:"#/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs39 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.message !== undefined){
const _errs41 = errors;
if(typeof data.message !== "string"){
validate37.errors = [{instancePath:instancePath+"/message",schemaPath:"#/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs41 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fix !== undefined){
const _errs43 = errors;
if(typeof data.fix !== "string"){
validate37.errors = [{instancePath:instancePath+"/fix",schemaPath:"#/properties/fix/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs43 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.detail !== undefined){
let data22 = data.detail;
const _errs45 = errors;
if(errors === _errs45){
if(data22 && typeof data22 == "object" && !Array.isArray(data22)){
for(const key2 in data22){
let data23 = data22[key2];
const _errs48 = errors;
if(((typeof data23 !== "string") && (!(typeof data23 == "number"))) && (data23 !== null)){
validate37.errors = [{instancePath:instancePath+"/detail/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/detail/additionalProperties/type",keyword:"type",params:{type: schema46.properties.detail.additionalProperties.type},message:"must be string,number,null"}];
return false;
}
var valid4 = _errs48 === errors;
if(!valid4){
break;
}
}
}
else {
validate37.errors = [{instancePath:instancePath+"/detail",schemaPath:"#/properties/detail/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
var valid0 = _errs45 === errors;
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
}
else {
validate37.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate37.errors = vErrors;
return errors === 0;
}

export const stateRecord = validate39;
const schema49 = {"type":"object","additionalProperties":false,"required":["kind","id","run","device","time","state","reason"],"properties":{"kind":{"const":"state"},"id":{"type":"string"},"run":{"type":"string"},"device":{"type":"string"},"time":{"type":"string"},"state":{"$ref":"#/definitions/runState"},"reason":{"type":"string"}}};
const schema50 = {"enum":["queued","running","paused","cancelled","finished"]};

function validate39(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.kind === undefined) && (missing0 = "kind")) || ((data.id === undefined) && (missing0 = "id"))) || ((data.run === undefined) && (missing0 = "run"))) || ((data.device === undefined) && (missing0 = "device"))) || ((data.time === undefined) && (missing0 = "time"))) || ((data.state === undefined) && (missing0 = "state"))) || ((data.reason === undefined) && (missing0 = "reason"))){
validate39.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0},message:"must have required property '"+missing0+"'"}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "kind") || (key0 === "id")) || (key0 === "run")) || (key0 === "device")) || (key0 === "time")) || (key0 === "state")) || (key0 === "reason"))){
validate39.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.kind !== undefined){
const _errs2 = errors;
if("state" !== data.kind){
validate39.errors = [{instancePath:instancePath+"/kind",schemaPath:"#/properties/kind/const",keyword:"const",params:{allowedValue: "state"},message:"must be equal to constant"}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.id !== undefined){
const _errs3 = errors;
if(typeof data.id !== "string"){
validate39.errors = [{instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.run !== undefined){
const _errs5 = errors;
if(typeof data.run !== "string"){
validate39.errors = [{instancePath:instancePath+"/run",schemaPath:"#/properties/run/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.device !== undefined){
const _errs7 = errors;
if(typeof data.device !== "string"){
validate39.errors = [{instancePath:instancePath+"/device",schemaPath:"#/properties/device/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.time !== undefined){
const _errs9 = errors;
if(typeof data.time !== "string"){
validate39.errors = [{instancePath:instancePath+"/time",schemaPath:"#/properties/time/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.state !== undefined){
let data5 = data.state;
const _errs11 = errors;
if(!(((((data5 === "queued") || (data5 === "running")) || (data5 === "paused")) || (data5 === "cancelled")) || (data5 === "finished"))){
validate39.errors = [{instancePath:instancePath+"/state",schemaPath:"#/definitions/runState/enum",keyword:"enum",params:{allowedValues: schema50.enum},message:"must be equal to one of the allowed values"}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined){
const _errs13 = errors;
if(typeof data.reason !== "string"){
validate39.errors = [{instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"}];
return false;
}
var valid0 = _errs13 === errors;
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
else {
validate39.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"}];
return false;
}
}
validate39.errors = vErrors;
return errors === 0;
}

