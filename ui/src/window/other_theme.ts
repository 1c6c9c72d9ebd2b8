// The other theme than the one shown, for those who ask for it; the system's comes back at its next change.

const shown = () => document.documentElement.dataset;

export const isDark = () => shown().theme === "dark";

export function turnTheme(): void {
  shown().theme = isDark() ? "light" : "dark";
}
