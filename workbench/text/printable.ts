// Text from files of anyone, as it may go to a terminal.

/** Characters that a terminal obeys instead of showing, line breaks too, become the replacement character. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\ufffd');
}
