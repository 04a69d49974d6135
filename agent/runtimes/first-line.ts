/** Of what was thrown: runtimes tell the rest of the stack in further lines. */
export function firstLineOf(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line;
}
