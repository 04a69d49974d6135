/** Programs of the VS Code that set-up installs for the tests; absolute paths. */
export declare const vscode: { readonly version: string; readonly node: string; readonly server: string };
export declare function installVscode(say?: (line: string) => void): void;
