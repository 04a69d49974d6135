// The shell of a report: one file that asks the network for nothing.
import { type Html, html, trusted } from './html.ts';
import { pageScripts } from './script.ts';
import { stylesheet } from './style.ts';

export interface Section {
  readonly id: string;
  readonly name: string;
  readonly body: Html;
}

export interface PageContent {
  readonly title: string;
  readonly question: string;
  readonly opening: Html;
  readonly sections: readonly Section[];
  /** The evidence as packed JSON and the environments as plain, for what a click shows. */
  readonly evidence: Html;
  readonly environments: Html;
}

export function renderPage(content: PageContent): string {
  const scripts = pageScripts();
  const style = stylesheet();
  // Charts and tool tips set style attributes; an inline style sheet cannot fetch anything under default-src 'none'.
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.map(({ hash }) => `'${hash}'`).join(' ')}`,
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Edgewright">
<title>${content.title}</title>
<link rel="icon" href="data:,">
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the report</a>
<div class="bar"><div><strong>Edgewright</strong><nav aria-label="Sections" tabindex="-1">${content.sections.map(({ id, name }) => html`<a href="#${id}">${name}</a>`)}</nav><button id="theme" type="button" hidden>Dark</button></div></div>
<main id="content" tabindex="-1">
<h1>${content.title}</h1>
${content.question === '' ? html`` : html`<p class="question">${content.question}</p>`}
${content.opening}
${content.sections.map(
  ({
    id,
    name,
    body,
  }) => html`<section id="${id}" aria-labelledby="${id}-name"><h2 id="${id}-name">${name}</h2>${body}</section>
`,
)}
</main>
<dialog id="details" aria-labelledby="details-name"><header><h2 id="details-name">Measurement</h2><form method="dialog"><button>Close</button></form></header><div id="details-body"></div></dialog>
<script type="application/gzip" id="evidence">${content.evidence}</script>
<script type="application/json" id="environments">${content.environments}</script>
${scripts.map(
  ({ source }) => html`<script>${trusted(source)}</script>
`,
)}</body>
</html>
`.markup;
}
