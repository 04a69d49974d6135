// Mocha's spec reporter that also tells what is tried again, and writes what it counted, as JSON, to the file that COUNTS names.
import { writeFileSync } from 'node:fs';
import mocha from 'mocha';

export default class extends mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.on('retry', (test, error) => console.log(`    tried again: ${test.title}: ${error.message}`));
  }

  epilogue() {
    super.epilogue();
    const { passes, failures, pending } = this.stats;
    if (process.env.COUNTS) writeFileSync(process.env.COUNTS, JSON.stringify({ passes, failures, pending }));
  }
}
