// Colours of VS Code's own themes as a webview gets them: what the gallery shows views in. themes.json was recorded from a
// webview of VS Code 1.139; a colour that a theme leaves out is not there.
import recorded from './themes.json' with { type: 'json' };

export interface Theme {
  /** Class of the body, and its `data-vscode-theme-kind`. */
  readonly kind: 'vscode-dark' | 'vscode-light' | 'vscode-high-contrast' | 'vscode-high-contrast-light';
  readonly variables: Readonly<Record<string, string>>;
}

const fonts = {
  'font-family': 'system-ui, "Ubuntu", "Droid Sans", sans-serif',
  'font-size': '13px',
  'font-weight': 'normal',
  'editor-font-family': '"Droid Sans Mono", monospace',
  'editor-font-size': '14px',
  'editor-font-weight': 'normal',
};

function theme(kind: Theme['kind'], colours: Readonly<Record<string, string>>): Theme {
  return { kind, variables: { ...fonts, ...colours } };
}

export const themes = {
  dark: theme('vscode-dark', recorded.dark),
  light: theme('vscode-light', recorded.light),
  'high-contrast': theme('vscode-high-contrast', recorded.contrast),
  // VS Code gives its light high contrast both classes.
  'high-contrast-light': theme('vscode-high-contrast-light', recorded.contrastLight),
} satisfies Readonly<Record<string, Theme>>;

export type ThemeName = keyof typeof themes;

export function bodyClass({ kind }: Theme): string {
  return kind === 'vscode-high-contrast-light'
    ? 'vscode-body vscode-high-contrast vscode-high-contrast-light'
    : `vscode-body ${kind}`;
}
