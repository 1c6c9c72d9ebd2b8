// Markup and style sheets name the same classes, and every colour or length that is used is defined.

import { expect, test } from "vitest";

const sheets: Record<string, string> = import.meta.glob(["../**/*.css"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const markup: Record<string, string> = import.meta.glob(["../**/*.tsx", "!../**/*.test.tsx"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const scripts: Record<string, string> = import.meta.glob(
  ["../**/*.{ts,tsx}", "!../**/*.test.*", "!../ipc/types.ts"],
  { query: "?raw", import: "default", eager: true },
);

const style = Object.values(sheets)
  .join("\n")
  .replace(/\/\*[\s\S]*?\*\//g, "");
const styled = new Set(
  [...style.matchAll(/([^{}]+)\{/g)].flatMap(([, selector]) =>
    [...(selector ?? "").matchAll(/\.([A-Za-z][\w-]*)/g)].map(([, name]) => name ?? ""),
  ),
);

/** What stands in a `class` attribute: its text, or the expression between its braces. */
function classesIn(text: string): string[] {
  return [...text.matchAll(/\bclass(?:=|: )(?:"([^"]*)"|(?=\{))/g)].flatMap(
    ({ 0: found, 1: plain, index }) => {
      if (plain !== undefined) return plain.split(/\s+/).filter(Boolean);
      const expression = braced(text, index + found.length).replace(/[!=]==\s*"[^"]*"/g, "");
      // A name completed by a value, `${kind}-bar`, is looked up by neither test.
      return [...expression.matchAll(/"([^"]*)"|`([^`]*)`/g)].flatMap(([, quoted = "", template = ""]) =>
        [...quoted.split(/\s+/), ...template.split(/\s+/)].filter((name) => /^[\w-]+$/.test(name)),
      );
    },
  );
}

function braced(text: string, from: number): string {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "{") depth++;
    if (text[at] === "}" && --depth === 0) return text.slice(from, at);
  }
  return text.slice(from);
}

test("every_class_of_the_markup_has_its_rule", () => {
  const used = Object.entries(markup).flatMap(([file, text]) =>
    classesIn(text).map((name) => ({ file, name })),
  );
  expect(used.length).toBeGreaterThan(900);
  expect(used.filter(({ name }) => !styled.has(name))).toEqual([]);
});

test("every_rule_has_a_class_that_wears_it", () => {
  expect(styled.size).toBeGreaterThan(250);
  const words = new Set(
    Object.values(scripts)
      .join("\n")
      .match(/[\w-]+/g),
  );
  const ends = [...words].filter((word) => word.startsWith("-") || word.endsWith("-"));
  const isWorn = (name: string) =>
    words.has(name) || ends.some((end) => (end.startsWith("-") ? name.endsWith(end) : name.startsWith(end)));
  expect([...styled].filter((name) => !isWorn(name))).toEqual([]);
});

test("every_variable_that_is_used_is_defined", () => {
  const defined = new Set(style.match(/--[\w-]+(?=\s*:)/g));
  const used = new Set([...style.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
  expect([...used].filter((name) => !defined.has(name ?? ""))).toEqual([]);
});
