// The look of a report. All text meets WCAG AA on its ground in both themes; a test computes it.

const light = {
  ground: '#f6f7f9',
  surface: '#ffffff',
  ink: '#1b2430',
  muted: '#566070',
  line: '#dfe3e9',
  accent: '#0b5cad',
  good: '#1f7a54',
  bad: '#b3261e',
  warn: '#8a5a00',
  neutral: '#7a8494',
  'hatch-ground': '#eceff3',
  'box-fill': '#d6e6f7',
  'on-colour': '#ffffff',
  'series-1': '#0b66b5',
  'series-2': '#b5481a',
  'series-3': '#1f7a54',
  'series-4': '#8e4585',
  'series-5': '#8a6d00',
  'series-6': '#a8336a',
  'series-7': '#3d6f87',
  'series-8': '#545d6b',
};

const dark: typeof light = {
  ground: '#0f141b',
  surface: '#171e28',
  ink: '#e6ebf2',
  muted: '#a2adbd',
  line: '#2e3947',
  accent: '#7cb8f5',
  good: '#4cc38a',
  bad: '#ff8a80',
  warn: '#e6b450',
  neutral: '#8b97a8',
  'hatch-ground': '#222c39',
  'box-fill': '#1d3a57',
  'on-colour': '#0b1016',
  'series-1': '#5aaef2',
  'series-2': '#f0935a',
  'series-3': '#4cc38a',
  'series-4': '#d08bd0',
  'series-5': '#dcbf4a',
  'series-6': '#f07fae',
  'series-7': '#82bcd6',
  'series-8': '#aab4c2',
};

export const themes = { light, dark };

export function stylesheet(): string {
  return `:root{color-scheme:light;${variables(light)}}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${variables(dark)}}}
:root[data-theme=dark]{color-scheme:dark;${variables(dark)}}
${rules}
@media print{:root,:root[data-theme=dark],:root:not([data-theme=light]){color-scheme:light;${variables(light)}}
${printRules}}`;
}

function variables(colours: typeof light): string {
  return Object.entries(colours)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';');
}

const rules = `*{box-sizing:border-box}
html{scroll-padding-top:96px;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:15px/1.55 system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
a{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}
.skip{position:absolute;left:-999px;top:8px;background:var(--surface);padding:8px 14px;z-index:30}
.skip:focus{left:8px}
.bar{position:sticky;top:0;z-index:10;background:var(--surface);border-bottom:1px solid var(--line)}
.bar>div{max-width:1160px;margin:0 auto;padding:0 24px;display:flex;align-items:center;gap:16px;min-height:48px}
.bar nav{display:flex;flex-wrap:wrap;gap:0 2px;flex:1;padding:6px 0;max-height:84px;overflow-y:auto}
.bar nav a{color:var(--muted);text-decoration:none;padding:6px 10px;border-radius:6px;white-space:nowrap;font-size:14px}
.bar nav a:hover{color:var(--ink);background:var(--ground)}
.bar strong{white-space:nowrap;font-weight:650}
main{max-width:1160px;margin:0 auto;padding:32px 24px 80px}
h1{font-size:30px;line-height:1.2;margin:0 0 8px;letter-spacing:-.01em;text-wrap:balance;overflow-wrap:anywhere}
h2{font-size:22px;line-height:1.25;margin:56px 0 14px;letter-spacing:-.005em;overflow-wrap:anywhere}
h3{font-size:16px;margin:32px 0 8px}
.question{font-size:18px;color:var(--muted);margin:0 0 20px;max-width:75ch}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:1px;background:var(--line);border:1px solid var(--line);border-radius:10px;overflow:hidden;margin:20px 0 8px}
.tiles div{background:var(--surface);padding:12px 16px}
.tiles b{display:block;font-size:24px;font-weight:650;font-variant-numeric:tabular-nums;line-height:1.2}
.tiles span{color:var(--muted);font-size:13px}
.sentences{list-style:none;margin:0 0 16px;padding:0}
.sentences li{display:grid;grid-template-columns:64px minmax(0,1fr);gap:0 10px;padding:5px 0;max-width:105ch}
.sentences .kind{font-size:13px;font-weight:650;color:var(--muted)}
.sentences .finding .kind{color:var(--accent)}
.sentences .warning .kind{color:var(--warn)}
.sentences .region{display:block;color:var(--muted);font-size:13px}
.lead{background:var(--surface);border:1px solid var(--line);border-radius:10px;padding:6px 18px}
.lead li{font-size:16px;padding:11px 0;max-width:none;border-bottom:1px solid var(--line)}
.lead li:last-child{border:0}
.lead .kind{line-height:1.85}
figure{margin:0;background:var(--surface);border:1px solid var(--line);border-radius:10px;padding:16px 16px 12px;min-width:0}
figure h4{margin:0 0 10px;font-size:15px;font-weight:650}
figcaption{color:var(--muted);font-size:13.5px;line-height:1.5;margin-top:8px;max-width:95ch}
.figures{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));align-items:start;gap:16px;margin:12px 0}
.figures figure.wide{grid-column:1/-1}
.still{overflow-x:auto}
.still svg{display:block;height:auto;min-width:440px}
.is-live .still{display:none}
.live{width:100%}
.tip{max-width:46ch;white-space:normal;font-variant-numeric:tabular-nums}
.tip div:first-child{font-weight:650}
details{margin-top:8px}
summary{cursor:pointer;color:var(--accent);font-size:13.5px;width:fit-content}
.scroll{overflow-x:auto;margin-top:8px}
table{border-collapse:collapse;width:100%;font-size:13.5px;font-variant-numeric:tabular-nums}
th,td{text-align:left;padding:5px 12px 5px 0;border-bottom:1px solid var(--line);vertical-align:top}
th{color:var(--muted);font-weight:600;white-space:nowrap}
td.number,th.number{white-space:nowrap;text-align:right;padding-right:20px}
.card{background:var(--surface);border:1px solid var(--line);border-radius:10px;padding:4px 16px 10px;margin:12px 0;overflow-x:auto}
.refusal{border:1px dashed var(--neutral);border-radius:10px;padding:12px 16px;margin:12px 0;color:var(--muted)}
.refusal strong{color:var(--ink)}
.card h3{margin:14px 0 6px}
.devices{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,440px),1fr));gap:16px}
.facts{display:grid;grid-template-columns:minmax(90px,max-content) minmax(0,1fr);gap:2px 16px;margin:8px 0;font-size:13.5px}
.facts dt{color:var(--muted)}
.facts dd{margin:0;overflow-wrap:anywhere;font-variant-numeric:tabular-nums}
.badge{display:inline-block;border:1px solid currentColor;border-radius:99px;padding:0 9px;font-size:12.5px;font-weight:600;color:var(--muted)}
.badge.ok{color:var(--good)}.badge.failed{color:var(--bad)}.badge.wide,.badge.drifting,.badge.throttled,.badge.bimodal{color:var(--warn)}
.tools{display:flex;gap:12px;align-items:center;flex-wrap:wrap;margin:12px 0}
input,select,button{font:inherit;color:inherit;background:var(--surface);border:1px solid var(--neutral);border-radius:6px;padding:5px 10px}
button{cursor:pointer}
input{min-width:min(340px,100%)}
html:not(.scripted) .tools{display:none}
.points{background:var(--surface);border:1px solid var(--line);border-radius:10px;overflow:auto;max-height:560px}
.scripted .points table{table-layout:fixed;min-width:980px}
.points th,.points td{padding:0 12px;height:30px;line-height:29px;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.points thead th{position:sticky;top:0;background:var(--surface);z-index:1;box-shadow:0 1px 0 var(--line)}
.points button{border:0;background:none;padding:0;color:inherit;font-weight:inherit;line-height:20px}
.points tbody button{color:var(--accent)}
.points th[aria-sort=ascending] button::after{content:" ↑"}
.points th[aria-sort=descending] button::after{content:" ↓"}
.scripted .points tbody tr:hover{background:var(--ground);cursor:pointer}
.c0{width:72px}.c1{width:105px}.c2{width:90px}.c4{width:112px}.c5{width:108px}.c6{width:92px}.c7{width:128px}
dialog{position:fixed;inset:0 0 0 auto;margin:0;width:min(460px,100vw);height:100dvh;max-height:none;overflow:auto;background:var(--surface);color:var(--ink);border:0;border-left:1px solid var(--line);box-shadow:-8px 0 30px rgb(0 0 0/.18);padding:16px 20px 32px;z-index:20}
dialog header{display:flex;justify-content:space-between;align-items:center;gap:12px;position:sticky;top:-16px;background:var(--surface);padding:8px 0;z-index:1}
dialog h2{font-size:17px;margin:0}
dialog h3{font-size:14px;margin:20px 0 4px}
dialog label{display:block;font-size:13px;color:var(--muted);margin-bottom:10px}
dialog select{display:block;width:100%;margin-top:4px;color:var(--ink)}
.details-head{font-weight:600;margin:4px 0;overflow-wrap:anywhere}
.figure{font-size:30px;font-weight:650;margin:8px 0 0;line-height:1.2;font-variant-numeric:tabular-nums}
.under,.note{margin:0 0 8px;color:var(--muted);font-size:13.5px}
pre{background:var(--surface);border:1px solid var(--line);border-radius:10px;padding:14px 16px;overflow-x:auto;font-size:13px;line-height:1.5}
footer{color:var(--muted);font-size:13px;border-top:1px solid var(--line);margin-top:64px;padding-top:16px}
.methods p,.methods li{max-width:85ch}
@media (max-width:820px){.figures{grid-template-columns:minmax(0,1fr)}main{padding:20px 14px 60px}.bar>div{padding:0 14px;gap:10px}.bar strong{display:none}h1{font-size:25px}.bar nav{flex-wrap:nowrap;overflow:auto hidden;scrollbar-width:thin;padding-right:32px;mask-image:linear-gradient(to right,#000 calc(100% - 40px),transparent)}figure{padding:12px 10px 10px}.facts{gap:2px 12px}.lead{padding:2px 12px}.sentences li{grid-template-columns:minmax(0,1fr)}}`;

const printRules = `.bar,.tools,.skip,dialog,details:not([open])>:not(summary),summary{display:none!important}
body{font-size:10.5pt;background:#fff}main{max-width:none;padding:0}
.is-live .still{display:block}.live{display:none}
figure,.lead,.card,.refusal{break-inside:avoid}h2,h3{break-after:avoid}
.points{max-height:none;overflow:visible}
.scripted .points table{table-layout:auto;min-width:0}.points th,.points td{height:auto;line-height:1.4;white-space:normal;padding:2px 6px}
.points tr[aria-hidden]{display:none}.points:has(tr[aria-hidden])::after{content:"The rows out of sight on the screen are not printed."}`;
