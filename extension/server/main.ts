// The language server as a process: `main.ts --stdio`, or --node-ipc from an editor. The same file is run by its threads.
import { isMainThread } from 'node:worker_threads';

const module = process.argv[1] ?? '';

if (isMainThread) {
  void Promise.all([import('vscode-languageserver/node'), import('./server.ts')]).then(([node, { serve }]) => {
    const connection = node.createConnection(node.ProposedFeatures.all);
    const told = (what: string) => (error: unknown) => {
      connection.console.error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    };
    // A bug ends neither the process nor the work of others on it; it is in the log.
    process.on('unhandledRejection', told('unhandled rejection'));
    process.on('uncaughtException', told('uncaught exception'));
    serve(connection, { module });
  });
} else {
  void import('./worker.ts').then(({ work }) => work());
}
