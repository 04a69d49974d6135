// Stands in for a thread that helps a session: says that it takes part, and ends.
import { parentPort } from 'node:worker_threads';

parentPort!.once('message', () => {
  parentPort!.postMessage('ready');
  setTimeout(() => undefined, 50);
});
