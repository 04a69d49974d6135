// Stands in for a thread that helps a session: takes part, and ends with the first part that it takes.
import { parentPort } from 'node:worker_threads';
import { assist, type Share } from '@edgewright/core/graph/wasm/backend/team.js';
import { webAssembly } from '@edgewright/core/graph/wasm/engine.js';

parentPort!.once('message', ({ share, rank }: { readonly share: Share; readonly rank: number }) => {
  const api = {
    ...webAssembly!,
    Instance: class {
      readonly exports = new Proxy({}, { get: () => () => process.exit(3) });
    },
  };
  assist(api, share, rank, () => parentPort!.postMessage('ready'));
});
