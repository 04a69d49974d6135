// Ranges of random weights that keep activations finite and alive through any depth. A uniform distribution on +-a has
// the variance a^2 / 3.

/** He et al. 2015: variance 2 / fan-in keeps the mean square of activations through a ReLU. */
export function kaiming(fanIn: number): number {
  return Math.sqrt(6 / fanIn);
}

/** Variance 1 / fan-in keeps the mean square of activations through a linear layer. */
export function lecun(fanIn: number): number {
  return Math.sqrt(3 / fanIn);
}
