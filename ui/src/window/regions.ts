// F6: the rail, the head of the dossier, the page, and round again.

const REACHED = "a[href], button:not(:disabled), input, select, textarea, summary, [tabindex='0']";

export function focusNextRegion(): void {
  const regions = [...document.querySelectorAll<HTMLElement>("[data-region]")].filter(
    (region) => region.offsetParent !== null || region.getClientRects().length > 0,
  );
  const inside = document.activeElement?.closest<HTMLElement>("[data-region]") ?? null;
  const at = inside ? regions.indexOf(inside) : -1;
  for (let step = 1; step <= regions.length; step++) {
    const region = regions[(at + step) % regions.length];
    const reached = region && firstIn(region, regions);
    if (reached) {
      reached.focus();
      return;
    }
  }
}

/** The first thing to reach that is not in a region of its own. */
function firstIn(region: HTMLElement, regions: readonly HTMLElement[]): HTMLElement | null {
  const others = regions.filter((other) => other !== region && region.contains(other));
  const all = [...region.querySelectorAll<HTMLElement>(REACHED)];
  return (
    all.find(
      (reached) =>
        reached.getClientRects().length > 0 &&
        reached.tabIndex >= 0 &&
        !others.some((other) => other.contains(reached)),
    ) ?? null
  );
}
