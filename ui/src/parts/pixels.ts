const WIDEST = 2400;

/** Pixels to ask for a page shown `width` wide: one for each of the screen's, so that letters stay sharp. */
export function pixelsFor(width: number, density: number): number {
  return Math.min(WIDEST, Math.max(100, Math.round(width * Math.max(1, density))));
}
