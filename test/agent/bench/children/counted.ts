// The real measuring process, which notes its start in a file.
import { appendFileSync } from 'node:fs';

appendFileSync(process.env.EDGEWRIGHT_TEST_STARTS ?? '/dev/null', `${process.pid}\n`);
await import('@edgewright/agent/bench/child.js');
