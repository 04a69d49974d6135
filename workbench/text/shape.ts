// The type of a tensor in few characters.

/** "float32[1,8]" as "1x8"; other types keep their name. */
export function shapeText(type: string): string {
  const [, name = '', sizes = ''] = /^(\w+)\[(.*)\]$/.exec(type) ?? [];
  const shape = sizes === '' ? 'scalar' : sizes.replaceAll(',', 'x');
  return name === 'float32' ? shape : `${name} ${shape}`;
}
