// Amounts as tables write them.

/** « 1 184,00 » under a heading that says « en € ». */
export function withoutUnit(text: string): string {
  return text.replace(/[\s\u00a0\u202f]*€$/u, "");
}
