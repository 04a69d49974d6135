// Collects what is said of one document: findings get their places, and their number is limited.
import type { Code } from './codes.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Finding } from './finding.ts';
import type { Path, YamlSource } from './yaml.ts';

/** Enough to work on; past it a document is rather generated wrongly than mistyped. */
export const mostDiagnostics = 100;

export class Report {
  readonly source: YamlSource;
  readonly #found: Diagnostic[] = [];
  #isCut = false;
  #failed = false;

  constructor(source: YamlSource) {
    this.source = source;
  }

  get hasErrors(): boolean {
    return this.#failed;
  }

  add(finding: Finding, severity: 'error' | 'warning' = 'error'): void {
    const { at, ...rest } = finding;
    const place = () => (at === 'key' ? this.source.keyPlace(finding.path) : this.source.place(finding.path));
    this.#push(severity, rest, place);
  }

  error(code: Code, path: Path, message: string, fix: string): void {
    this.add({ code, path, at: 'value', message, fix });
  }

  warning(code: Code, path: Path, message: string, fix: string): void {
    this.add({ code, path, at: 'value', message, fix }, 'warning');
  }

  /** Of the key at the end of the path. */
  keyError(code: Code, path: Path, message: string, fix: string): void {
    this.add({ code, path, at: 'key', message, fix });
  }

  keyWarning(code: Code, path: Path, message: string, fix: string): void {
    this.add({ code, path, at: 'key', message, fix }, 'warning');
  }

  /** `offset` units into the string at the path. */
  inner(severity: 'error' | 'warning', code: Code, path: Path, offset: number, message: string, fix: string): void {
    this.#push(severity, { code, path, message, fix }, () => this.source.innerPlace(path, offset));
  }

  /** In the order of the document. */
  diagnostics(): readonly Diagnostic[] {
    const sorted = this.#found.toSorted((a, b) => (a.place?.offset ?? 0) - (b.place?.offset ?? 0));
    if (!this.#isCut) return sorted;
    const message = `There are more diagnostics than the ${mostDiagnostics} that are listed.`;
    const fix = 'Correct the others first.';
    return [
      ...sorted,
      { code: 'more-errors', severity: 'error', path: [], place: this.source.place([]), message, fix },
    ];
  }

  #push(severity: 'error' | 'warning', rest: Omit<Finding, 'at'>, place: () => Diagnostic['place']): void {
    if (severity === 'error') this.#failed = true;
    // Finding a place walks the document: none is found for those past the limit.
    if (this.#found.length >= mostDiagnostics) {
      this.#isCut = true;
      return;
    }
    this.#found.push({ severity, ...rest, place: place() } as Diagnostic);
  }
}
