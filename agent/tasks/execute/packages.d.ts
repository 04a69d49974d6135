// Of packages without types of their own.
declare module '@micropython/micropython-webassembly-pyscript/micropython.mjs' {
  export function loadMicroPython(options: {
    readonly heapsize: number;
    readonly stdout: (line: string) => void;
    readonly stderr: (line: string) => void;
  }): Promise<unknown>;
}
