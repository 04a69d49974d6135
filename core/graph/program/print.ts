// A program as text: what the debug switch prints after each pass, and what snapshots of plans compare.

import type { Epilogue, Kernel } from './kernel.ts';
import type { Program } from './program.ts';
import { outputsOf } from './reads.ts';
import type { Step } from './scalar.ts';
import type { View } from './view.ts';

/** One line a kernel; subprograms are indented. */
export function printProgram(program: Program, indent = ''): string {
  const { name, tensors, inputs, outputs, kernels } = program;
  const typeOf = (id: number): string => `${tensors[id]!.type}[${tensors[id]!.shape.join(',')}]`;
  const lines = [
    `program ${name || '-'}`,
    ...inputs.map((port) => `  input %${port.tensor} ${typeOf(port.tensor)} ${port.name}`),
    ...tensors.flatMap(({ constant }, id) =>
      constant === undefined ? [] : [`  constant %${id} ${typeOf(id)} ${constantText(constant)}`],
    ),
    ...kernels.flatMap((kernel) => [
      `  ${outputsOf(kernel)
        .map((id) => `%${id} ${typeOf(id)}`)
        .join(', ')} = ${kernelText(kernel)}`,
      ...bodiesOf(kernel).map((body) => printProgram(body, `${indent}    `)),
    ]),
    ...outputs.map((port) => `  output %${port.tensor} ${port.name}`),
  ];
  return lines.map((line) => (line.startsWith(`${indent}    program`) ? line : indent + line)).join('\n');
}

function bodiesOf(kernel: Kernel): readonly Program[] {
  if (kernel.kind === 'if') return [kernel.yes, kernel.no];
  return kernel.kind === 'loop' ? [kernel.body] : [];
}

function constantText(constant: NonNullable<Program['tensors'][number]['constant']>): string {
  if (constant.kind !== 'data') return constant.kind;
  const shown = [...constant.data.slice(0, 4)].join(' ');
  return constant.data.length > 4 ? `${shown} ..` : shown;
}

function viewText({ tensor, offset, size, strides }: View): string {
  return `%${tensor}${offset === 0 ? '' : `+${offset}`}(${size.join('x')}:${strides.join(',')})`;
}

function bodyText(body: readonly Step[], operands: number): string {
  return body
    .map(({ fn, type, arguments: from, value }, at) => {
      const given = fn === 'constant' ? String(value) : from.map((register) => `r${register}`).join(',');
      return `r${operands + at}=${fn}${fn === 'cast' || fn === 'constant' ? `:${type}` : ''}(${given})`;
    })
    .join(' ');
}

function epilogueText({ operands, body }: Epilogue): string {
  if (body.length === 0) return '';
  return ` then ${[...operands.map(viewText), bodyText(body, operands.length + 1)].join(' ')}`;
}

function kernelText(kernel: Kernel): string {
  switch (kernel.kind) {
    case 'raster': {
      const regions = kernel.regions.map(
        ({ source, destination }) => `${viewText(source)}->+${destination.offset}(${destination.strides.join(',')})`,
      );
      return `raster fill ${kernel.fill} ${regions.join(' ')}`;
    }
    case 'elementwise':
      return `elementwise ${kernel.operands.map(viewText).join(' ')} ${bodyText(kernel.body, kernel.operands.length)}`;
    case 'matmul':
      return `matmul ${viewText(kernel.a)} ${viewText(kernel.b)}${epilogueText(kernel.epilogue)}`;
    case 'conv': {
      const { strides, dilations, pads } = kernel;
      const window = `stride ${strides.join(',')} dilation ${dilations.join(',')} pad ${pads.join(',')}`;
      return `conv ${viewText(kernel.x)} ${viewText(kernel.w)} ${window}${epilogueText(kernel.epilogue)}`;
    }
    case 'pool':
      return `pool ${kernel.fn} ${viewText(kernel.x)} kernel ${kernel.kernel.join(',')} stride ${kernel.strides.join(',')}`;
    case 'reduce':
      return `reduce ${kernel.fn} ${viewText(kernel.x)} keeping ${kernel.kept}${epilogueText(kernel.epilogue)}`;
    case 'normalize':
      return `normalize ${viewText(kernel.x)}${epilogueText(kernel.epilogue)}`;
    case 'argreduce':
      return `argreduce ${kernel.fn} ${viewText(kernel.x)}`;
    case 'softmax':
      return `softmax${kernel.log ? ' log' : ''} ${viewText(kernel.x)}`;
    case 'cumulate':
      return `cumulate ${kernel.fn} ${viewText(kernel.x)}`;
    case 'topk':
      return `topk ${kernel.k} ${viewText(kernel.x)}`;
    case 'gather':
      return `gather ${viewText(kernel.source)} at ${kernel.indices.map(({ view, stride }) => `${viewText(view)}*${stride}`).join(' ')}`;
    case 'scatter':
      return `scatter ${kernel.reduction} %${kernel.data} ${viewText(kernel.updates)} at ${kernel.indices.map(({ view, stride }) => `${viewText(view)}*${stride}`).join(' ')}`;
    case 'if':
      return `if %${kernel.condition} (${kernel.captures.map((id) => `%${id}`).join(' ')})`;
    case 'loop': {
      const { count, states, scanned, captures } = kernel;
      const times = count === undefined ? 'while' : 'fixed' in count ? `${count.fixed}` : `%${count.tensor}`;
      const names = (ids: readonly number[]): string => ids.map((id) => `%${id}`).join(' ');
      return `loop ${times} states (${names(states)}) scanned (${scanned.map(viewText).join(' ')}) captures (${names(captures)})`;
    }
    case 'external':
      return `external ${kernel.node.op}(${kernel.inputs.map((id) => (id === undefined ? '-' : `%${id}`)).join(', ')})`;
  }
}
