// The growing wait after a wrong passphrase, counted down on the screen.

/** Seconds left of a wait, from the time it ends. */
export function secondsLeft(endsAt: number, now: number): number {
  return Math.max(0, Math.ceil((endsAt - now) / 1000));
}

export function endOfWait(seconds: number, now: number): number {
  return now + seconds * 1000;
}
