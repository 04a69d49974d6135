// The HTML around a webview's script: its policy, its style, and what is seen before the script runs.
import { randomBytes } from 'node:crypto';
import { Uri, type Webview, type WebviewOptions } from 'vscode';

export type ViewName = 'run' | 'preview' | 'graph' | 'simulator' | 'task';

export function viewOptions(extension: Uri): WebviewOptions {
  return { enableScripts: true, localResourceRoots: [Uri.joinPath(extension, 'dist', 'webview')] };
}

/** Nothing is fetched but the extension's own files; scripts need the nonce of this very page. */
export function shellOf(webview: Webview, extension: Uri, view: ViewName, title: string): string {
  const nonce = randomBytes(16).toString('base64url');
  const file = (name: string) => webview.asWebviewUri(Uri.joinPath(extension, 'dist', 'webview', name)).toString();
  const own = webview.cspSource;
  const policy = [
    "default-src 'none'",
    `script-src ${own} 'nonce-${nonce}'`,
    // Charts and elements set style attributes.
    `style-src ${own} 'unsafe-inline'`,
    `font-src ${own}`,
    `img-src ${own} data: blob:`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file('codicon.css')}" id="vscode-codicon-stylesheet" nonce="${nonce}">
<link rel="stylesheet" href="${file(`${view}.css`)}">
<title>${escaped(title)}</title>
</head>
<body data-view="${view}">
<div class="skeleton" aria-hidden="true"><div></div><div></div><div></div></div>
<script type="module" nonce="${nonce}" src="${file(`${view}.js`)}"></script>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
