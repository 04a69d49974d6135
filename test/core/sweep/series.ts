/** Uniform in (0, 1), mulberry32. */
export function uniforms(n: number, seed: number): number[] {
  return Array.from({ length: n }, () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  });
}

/** Standard normal, by Box and Muller. */
export function normals(n: number, seed: number): number[] {
  const u = uniforms(2 * n, seed);
  return Array.from(
    { length: n },
    (_, i) => Math.sqrt(-2 * Math.log(u[2 * i]!)) * Math.cos(2 * Math.PI * u[2 * i + 1]!),
  );
}

/** Latencies about `level` with relative deviation `spread`. */
export function noisy(n: number, level: number, spread: number, seed: number): number[] {
  return normals(n, seed).map((z) => level * Math.exp(spread * z));
}
