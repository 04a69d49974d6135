// Points on a canvas: thousands a frame.
import type { Facet } from './rows.ts';
import type { Sight } from './scene.ts';

/** Colour by colour, since a brush changes its colour slowly. */
export function paintSight(
  brush: CanvasRenderingContext2D,
  { rows, px, py, drawn }: Sight,
  facet: Facet | undefined,
  colours: readonly string[],
  opacity: number,
  radius = drawn > 2000 ? 1.5 : 3,
): void {
  brush.globalAlpha = opacity;
  const byColour = new Map<string, number[]>();
  for (let at = 0; at < drawn; at++) {
    const ink = colours[Math.max(0, facet?.places[rows[at] as number] ?? 0)] as string;
    const places = byColour.get(ink);
    if (places === undefined) byColour.set(ink, [at]);
    else places.push(at);
  }
  for (const [ink, places] of byColour) {
    brush.fillStyle = ink;
    if (drawn > 2000 && radius < 3) {
      for (const at of places) {
        brush.fillRect((px[at] as number) - radius, (py[at] as number) - radius, 2 * radius, 2 * radius);
      }
      continue;
    }
    brush.beginPath();
    for (const at of places) circle(brush, px[at] as number, py[at] as number, radius);
    brush.fill();
  }
  brush.globalAlpha = 1;
}

export function circle(brush: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  brush.moveTo(x + radius, y);
  brush.arc(x, y, radius, 0, 2 * Math.PI);
}
