// Light or dark as the system has it, until one asks for the other.

const shown = () => document.documentElement.dataset;

export function followTheSystem(): void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const put = () => {
    shown().theme = dark.matches ? "dark" : "light";
  };
  put();
  dark.addEventListener("change", put);
}

export const isDark = () => shown().theme === "dark";

export function turnTheme(): void {
  shown().theme = isDark() ? "light" : "dark";
}
