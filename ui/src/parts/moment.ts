// When a draft was kept, as people say it.

const day = new Intl.DateTimeFormat("fr-FR", { day: "numeric", month: "long" });

/** `24 novembre à 9 h 12`, from a time in UTC; nothing from what is not a time. */
export function momentText(utc: string): string {
  const time = new Date(utc);
  if (Number.isNaN(time.getTime())) return "";
  const first = day.format(time).replace(/^1(?=\s)/u, "1er");
  return `${first} à ${clockText(time)}`;
}

/** `9 h 12`. */
export function clockText(time: Date): string {
  return `${time.getHours()}\u00a0h\u00a0${String(time.getMinutes()).padStart(2, "0")}`;
}
