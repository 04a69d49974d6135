// What a test asks of a page that is shown: whether text can be read, and whether anything is cut off. In the page, since
// only it knows what is painted.
import type { Inspection } from './inspection.ts';

declare global {
  interface Window {
    inspect: () => Inspection;
  }
}

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

export function inspectPage(): Inspection {
  const faint = new Set<string>();
  const cutOff = new Set<string>();
  for (const shown of elementsIn(document.body)) {
    const box = shown.getBoundingClientRect();
    if (box.width === 0 || box.height === 0 || getComputedStyle(shown).visibility === 'hidden') continue;
    if (box.right > innerWidth + 1 && !isScrolled(shown))
      cutOff.add(`${describe(shown)} ends at ${Math.round(box.right)}`);
    const text = ownText(shown);
    // Text in a picture lies on the picture, not on the ground; what is decoration says nothing.
    if (text === '' || shown.closest('svg, .visually-hidden') !== null) continue;
    const ratio = contrastOf(shown);
    if (ratio < 4.5) faint.add(`${describe(shown)} "${text.slice(0, 40)}" ${ratio.toFixed(2)}`);
  }
  return { faint: [...faint], cutOff: [...cutOff] };
}

/** Shadow trees included. */
function* elementsIn(root: Element | ShadowRoot): Generator<HTMLElement> {
  for (const child of root.children) {
    if (child instanceof HTMLElement) yield child;
    yield* elementsIn(child);
    if (child.shadowRoot !== null) yield* elementsIn(child.shadowRoot);
  }
}

function ownText(shown: Element): string {
  return [...shown.childNodes]
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.textContent?.trim() ?? '')
    .join(' ')
    .trim();
}

/** Whether it lies in something that is meant to scroll sideways; a page is not. */
function isScrolled(shown: Element): boolean {
  for (let at = parentOf(shown); at !== undefined; at = parentOf(at)) {
    if (at.matches('body, main, vscode-tab-panel')) return false;
    if (/auto|scroll|hidden|clip/.test(getComputedStyle(at).overflowX) && at.clientWidth < at.scrollWidth) return true;
  }
  return false;
}

/** [WCAG 2.2, contrast ratio] */
function contrastOf(shown: HTMLElement): number {
  const grounds: Colour[] = [];
  let opacity = 1;
  for (let at: Element | undefined = shown; at !== undefined; at = parentOf(at)) {
    const style = getComputedStyle(at);
    opacity *= Number(style.opacity);
    grounds.push(parse(style.backgroundColor));
  }
  const ground = grounds.reduceRight(over, [255, 255, 255, 1] as Colour);
  const [red, green, blue, alpha] = parse(getComputedStyle(shown).color);
  const ink = over(ground, [red, green, blue, alpha * opacity]);
  const [light, dark] = [luminance(ink), luminance(ground)].sort((left, right) => right - left) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Of the flattened tree: what is put into a slot lies on what is around the slot. */
function parentOf(shown: Element): Element | undefined {
  if (shown.assignedSlot !== null) return shown.assignedSlot;
  const parent = shown.parentNode;
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : undefined;
}

function over(ground: Colour, [red, green, blue, alpha]: Colour): Colour {
  const mixed = [red, green, blue].map((channel, at) => channel * alpha + ground[at]! * (1 - alpha));
  return [mixed[0]!, mixed[1]!, mixed[2]!, 1];
}

const brush = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;

function parse(colour: string): Colour {
  brush.clearRect(0, 0, 1, 1);
  brush.fillStyle = colour;
  brush.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data;
  return [red!, green!, blue!, alpha! / 255];
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function describe(shown: HTMLElement): string {
  const name =
    shown.className === '' ? shown.tagName.toLowerCase() : `${shown.tagName.toLowerCase()}.${shown.className}`;
  return name.slice(0, 60);
}
