// Collects what is said of one document: findings get their places, and their number is limited.
import type { Code } from './codes.ts';
import type { Diagnostic, Place } from './diagnostic.ts';
import type { Extras, Finding } from './finding.ts';
import type { Path, YamlSource } from './yaml.ts';

/** Enough to work on; past it a document is rather generated wrongly than mistyped. */
export const mostDiagnostics = 100;

/** A mistake inside a string; `offset` counts from its start. */
export interface InnerFinding extends Pick<Extras, 'remedies'> {
  readonly code: Code;
  readonly offset: number;
  readonly message: string;
  readonly fix: string;
}

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
    this.#push(severity, rest, () => this.#placeOf(finding.path, at));
  }

  error(code: Code, path: Path, message: string, fix: string, extras?: Extras): void {
    this.add({ code, path, at: 'value', message, fix, ...extras });
  }

  warning(code: Code, path: Path, message: string, fix: string, extras?: Extras): void {
    this.add({ code, path, at: 'value', message, fix, ...extras }, 'warning');
  }

  /** Of the key at the end of the path. */
  keyError(code: Code, path: Path, message: string, fix: string, extras?: Extras): void {
    this.add({ code, path, at: 'key', message, fix, ...extras });
  }

  keyWarning(code: Code, path: Path, message: string, fix: string, extras?: Extras): void {
    this.add({ code, path, at: 'key', message, fix, ...extras }, 'warning');
  }

  /** `offset` units into the string at the path. */
  inner(severity: 'error' | 'warning', path: Path, { code, offset, message, fix, remedies }: InnerFinding): void {
    // Where the string does not stand here, as behind an alias, nothing of it can be replaced.
    const isCut = this.#found.length >= mostDiagnostics;
    const place = isCut ? undefined : this.source.innerPlace(path, offset);
    const told = { code, path, message, fix, ...(place && remedies && { remedies }) };
    this.#push(severity, told, () => place ?? this.source.place(path));
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

  #placeOf(path: Path, at: 'value' | 'key'): Place {
    return at === 'key' ? this.source.keyPlace(path) : this.source.place(path);
  }

  #push(severity: 'error' | 'warning', rest: Omit<Finding, 'at'>, place: () => Diagnostic['place']): void {
    if (severity === 'error') this.#failed = true;
    // Finding a place walks the document: none is found for those past the limit.
    if (this.#found.length >= mostDiagnostics) {
      this.#isCut = true;
      return;
    }
    const { related, ...told } = rest;
    const places = related?.map(({ path, at, message }) => ({ place: this.#placeOf(path, at), message }));
    this.#found.push({ severity, ...told, place: place(), ...(places && { related: places }) } as Diagnostic);
  }
}
