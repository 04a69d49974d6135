// Mocha's spec reporter with a closing line that counts: "N passed, N failed" and ", N skipped" where any were.
import mocha from 'mocha';

export default class extends mocha.reporters.Spec {
  epilogue() {
    super.epilogue();
    const { passes, failures, pending } = this.stats;
    console.log(`${passes} passed, ${failures} failed${pending > 0 ? `, ${pending} skipped` : ''}`);
  }
}
