// Takes the lock of the run folder that it is given, says so, and holds it until it is ended.
import { lockRun } from '@edgewright/workbench/runs/lock.js';

const lock = await lockRun(process.argv[2] as string);
process.stdout.write('locked\n');
process.on('SIGTERM', () => void lock.release().then(() => process.exit(0)));
setInterval(() => {}, 1000);
