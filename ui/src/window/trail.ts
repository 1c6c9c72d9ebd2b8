// The pages gone through, in memory only: « page d’avant », « page d’après »,
// and the way back after unlocking.

export interface Trail {
  readonly pages: readonly string[];
  readonly at: number;
}

const LONGEST = 100;

/** The page of the day, where every way back ends. */
export const HOME = "/aujourdhui";

export function trailFrom(address: string): Trail {
  return { pages: [address], at: 0 };
}

/** The trail of a page drawn anew: it begins at the address the page kept, `#/dossiers/12/budget`. */
export function trailOf(hash: string): Trail {
  return trailFrom(hash.startsWith("#/") ? hash.slice(1) : HOME);
}

export function here(trail: Trail): string {
  return trail.pages[trail.at] ?? "";
}

/** Going somewhere forgets the pages ahead; going where one is does nothing. */
export function go(trail: Trail, address: string): Trail {
  if (address === here(trail)) return trail;
  const pages = [...trail.pages.slice(0, trail.at + 1), address].slice(-LONGEST);
  return { pages, at: pages.length - 1 };
}

export function back(trail: Trail): Trail {
  return trail.at === 0 ? trail : { ...trail, at: trail.at - 1 };
}

export function forward(trail: Trail): Trail {
  return trail.at === trail.pages.length - 1 ? trail : { ...trail, at: trail.at + 1 };
}

/** Puts one page in place of the one shown: what was shown is gone. */
export function instead(trail: Trail, address: string): Trail {
  return { ...trail, pages: trail.pages.map((page, at) => (at === trail.at ? address : page)) };
}
