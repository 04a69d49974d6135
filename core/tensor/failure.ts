// What an array function refuses, by the name of the exception that NumPy raises for it.
export type FailureKind = 'ValueError' | 'IndexError' | 'TypeError' | 'ZeroDivisionError';

export class ArrayFailure extends Error {
  readonly kind: FailureKind;

  constructor(kind: FailureKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

export function valueFailure(message: string): ArrayFailure {
  return new ArrayFailure('ValueError', message);
}
