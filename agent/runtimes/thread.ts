// A thread that helps a session of jit: `threads.ts` starts it and posts what it takes part in.

import { parentPort } from 'node:worker_threads';
import { assist, type Share } from '@edgewright/core/graph/wasm/backend/team.js';
import { webAssembly } from '@edgewright/core/graph/wasm/engine.js';

parentPort!.once('message', ({ share, rank }: { readonly share: Share; readonly rank: number }) => {
  // Until it is dismissed it is not back in its event loop.
  assist(webAssembly!, share, rank, () => parentPort!.postMessage('ready'));
});
