// The analyst's program: a thread of the extension host.
import { parentPort } from 'node:worker_threads';
import { openDesk } from './desk.ts';
import type { ToAnalyst } from './wire.ts';

const port = parentPort;
if (port === null) throw new Error('The analyst runs as a thread.');
const desk = openDesk((message) => port.postMessage(message));
port.on('message', (message: ToAnalyst) => desk.hear(message));
