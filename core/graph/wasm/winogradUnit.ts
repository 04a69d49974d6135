// Which Winograd transform a 3 x 3 convolution should take, by the cost of its operations; measured times overrule it. The
// formula is MNN's (ConvolutionPackWinograd.cpp, commit 4d40bdbd7).

export interface ConvolutionSize {
  /** Of the output. */
  readonly width: number;
  readonly height: number;
  readonly inputs: number;
  readonly outputs: number;
  /** Of a square kernel. */
  readonly kernel: number;
}

/** Output pixels along an axis of one tile; 1 means the direct algorithm. */
export interface WinogradChoice {
  readonly unit: number;
  /** Operations of the direct algorithm over those of this one. */
  readonly gain: number;
}

/**
 * @param threads That share the tiles; a tile is not larger than a thread's part.
 * @param transformWeight What an operation of a transform costs against one of a product; MNN takes 1.
 * @param readWeight What it costs to bring one element of the weights from memory, against the same; MNN takes 0.
 */
export function chooseWinogradUnit(
  size: ConvolutionSize,
  threads = 1,
  transformWeight = 1,
  readWeight = 0,
): WinogradChoice {
  const { width, height } = size;
  const most = Math.min(8, Math.floor(Math.sqrt(Math.ceil((width * height) / threads))));
  let best: WinogradChoice = { unit: 1, gain: 1 };
  for (let unit = 2; unit <= most; unit++) {
    if (![4, 6, 8].includes(unit + size.kernel - 1)) continue;
    const gain = winogradGain(size, unit, transformWeight, readWeight);
    if (gain > best.gain) best = { unit, gain };
  }
  return best;
}

export function winogradGain(
  { width, height, inputs, outputs, kernel }: ConvolutionSize,
  unit: number,
  transformWeight = 1,
  readWeight = 0,
): number {
  const tile = unit + kernel - 1;
  const direct = 2 * width * height * inputs * outputs * kernel * kernel;
  const transform = 2 * tile ** 3 * inputs;
  const product = 2 * tile ** 2 * inputs * outputs;
  const back = (tile + unit) * unit * 2 * tile * outputs;
  const tiles = Math.ceil(width / unit) * Math.ceil(height / unit);
  const reading = readWeight * inputs * outputs;
  return (
    (direct + reading * kernel ** 2) / ((transformWeight * (transform + back) + product) * tiles + reading * tile ** 2)
  );
}
