// How many independent samples a series of latencies is worth.

/**
 * Effective number of independent samples for estimating the median: n / (1 + 2 sum rho_k) of the indicator series
 * [x_i <= median], whose variance is that of the sample median. The sum stops by the initial positive sequence
 * (Geyer 1992, "Practical Markov chain Monte Carlo"): at the first pair rho_2m + rho_2m+1 <= 0. It ends at
 * lag 2 sqrt(n) in any case: past that, a series has fewer than sqrt(n) / 2 independent parts and is far from steady.
 * Between 1 and n: a series that alternates is not credited with more samples than it has.
 */
export function effectiveSize(series: ArrayLike<number>, median: number): number {
  const n = series.length;
  if (n < 4) return n;
  const below = packBelow(series, median);
  const prefix = cumulative(below, n);
  const count = prefix(n);
  if (count === 0 || count === n) return n;

  // Autocovariance, times n^3, by counting coincidences: the sum of (n x_i - count)(n x_i+k - count) with x in {0, 1}.
  // All in integers, exact up to 200,000 samples, since the sign of a sum near zero decides where the series ends.
  const covariance = (lag: number): number => {
    const head = prefix(n - lag);
    const tail = count - prefix(lag);
    return n * n * coincidences(below, n, lag) - n * count * (head + tail) + (n - lag) * count * count;
  };
  const variance = n * count * (n - count);
  const lastLag = Math.min(n - 2, Math.ceil(2 * Math.sqrt(n)));
  let sum = variance + covariance(1);
  for (let lag = 2; lag + 1 <= lastLag; lag += 2) {
    const pair = covariance(lag) + covariance(lag + 1);
    if (pair <= 0) break;
    sum += pair;
  }
  return Math.max(1, n / Math.max(1, (2 * sum) / variance - 1));
}

/** One bit a sample, 32 to a word, with a word of zeros at the end: a lag then costs n / 32 steps. */
function packBelow(series: ArrayLike<number>, median: number): Uint32Array {
  const words = new Uint32Array((series.length >> 5) + 2);
  for (let i = 0; i < series.length; i++) {
    if (series[i]! <= median) words[i >> 5]! |= 1 << (i & 31);
  }
  return words;
}

function coincidences(words: Uint32Array, n: number, lag: number): number {
  const skip = lag >> 5;
  const shift = lag & 31;
  let total = 0;
  for (let word = 0; word + skip <= (n - 1) >> 5; word++) {
    const near = words[word + skip]! >>> shift;
    // A shift by 32 is a shift by 0 in JavaScript.
    const shifted = shift === 0 ? near : near | (words[word + skip + 1]! << (32 - shift));
    total += ones(words[word]! & shifted);
  }
  return total;
}

/** How many of the first so many bits are set. */
function cumulative(words: Uint32Array, n: number): (bits: number) => number {
  const sums = new Uint32Array((n >> 5) + 1);
  for (let word = 1; word < sums.length; word++) sums[word] = sums[word - 1]! + ones(words[word - 1]!);
  return (bits) => {
    const rest = bits & 31;
    const whole = sums[bits >> 5]!;
    return rest === 0 ? whole : whole + ones(words[bits >> 5]! & ((1 << rest) - 1));
  };
}

function ones(word: number): number {
  let w = word - ((word >>> 1) & 0x55555555);
  w = (w & 0x33333333) + ((w >>> 2) & 0x33333333);
  return Math.imul((w + (w >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
