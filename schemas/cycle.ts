// Circles among names that need each other.

/** The names of one circle in order, or undefined. Names without an entry need nothing. */
export function findCycle(needs: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  for (const start of needs.keys()) {
    // Depth first with a stack of its own: a chain of derived parameters may be long.
    const trail: { name: string; next: number }[] = [{ name: start, next: 0 }];
    const onTrail = new Set([start]);
    for (let top = trail.at(-1); top !== undefined; top = trail.at(-1)) {
      const next = done.has(top.name) ? undefined : needs.get(top.name)?.[top.next++];
      if (next === undefined) {
        trail.pop();
        onTrail.delete(top.name);
        done.add(top.name);
      } else if (onTrail.has(next)) {
        return trail.slice(trail.findIndex(({ name }) => name === next)).map(({ name }) => name);
      } else if (!done.has(next)) {
        trail.push({ name: next, next: 0 });
        onTrail.add(next);
      }
    }
  }
  return undefined;
}
