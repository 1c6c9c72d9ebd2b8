// Light or dark as the system has it.

export function followTheSystem(): void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const put = () => {
    document.documentElement.dataset.theme = dark.matches ? "dark" : "light";
  };
  put();
  dark.addEventListener("change", put);
}
