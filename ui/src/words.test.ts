// What the room promises about its words and its walls, read from its files.

import { expect, test } from "vitest";

const files: Record<string, string> = import.meta.glob(
  ["./**/*.ts", "./**/*.tsx", "!./**/*.test.*", "!./ipc/types.ts"],
  {
    query: "?raw",
    import: "default",
    eager: true,
  },
);
const named = (end: string) => Object.entries(files).filter(([name]) => name.endsWith(end));
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");

test("there_are_files_to_read", () => {
  expect(named("words.ts").length).toBeGreaterThan(9);
  expect(named(".tsx").length).toBeGreaterThan(25);
});

test("no_sentence_is_written_in_a_screen", () => {
  for (const [name, text] of named(".tsx")) {
    const code = withoutComments(text);
    expect(code.match(/[À-ÿŒœ’«»…]/g), `${name}: accents belong to words.ts`).toBeNull();
    expect(
      code.match(/\s(?:label|title|hint|placeholder|aria-label|alt|legend|note|text)="[^"]+"/g),
      `${name}: what is read belongs to words.ts`,
    ).toBeNull();
    expect(
      code.match(/>[^<>{}()=;]*[A-Za-z]{3}[^<>{}()=;]*<\/[a-z]/g),
      `${name}: text between tags`,
    ).toBeNull();
  }
});

test("french_typography_is_kept", () => {
  for (const [name, text] of named("words.ts")) {
    const sentences = withoutComments(text).match(/"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`/g) ?? [];
    for (const sentence of sentences) {
      expect(sentence.match(/ [;:!?%€»]|« /), `${name}: ${sentence} wants a narrow space`).toBeNull();
      expect(
        sentence.match(/[a-zà-ÿ]'[a-zà-ÿ]/i),
        `${name}: ${sentence} wants a curly apostrophe`,
      ).toBeNull();
      expect(sentence.includes("..."), `${name}: ${sentence} wants an ellipsis`).toBe(false);
    }
  }
});

test("no_sentence_is_written_twice", () => {
  const places = new Map<string, string[]>();
  for (const [name, text] of named("words.ts")) {
    const written = withoutComments(text).replace(/^(?:import|export) [^;]*? from "[^"]*";/gm, "");
    for (const [, plain, composed] of written.matchAll(/"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)) {
      const sentence = (plain ?? composed ?? "").replace(/\\u202f|\\u00a0|[\u202f\u00a0]/g, " ");
      if (sentence.split(" ").filter((word) => /\p{L}/u.test(word)).length < 3) continue;
      places.set(sentence, [...(places.get(sentence) ?? []), name]);
    }
  }
  expect(places.size).toBeGreaterThan(1000);
  expect([...places].filter(([, names]) => names.length > 1)).toEqual([]);
});

test("a_feature_imports_only_the_door_and_the_parts", () => {
  for (const [name, text] of Object.entries(files)) {
    const from = [...text.matchAll(/from "(\.[^"]+)"/g)].map((found) => found[1] ?? "");
    const isFeature = name.startsWith("./features/");
    const isLow = name.startsWith("./parts/") || name.startsWith("./ipc/");
    for (const path of from) {
      if (isFeature) expect(path, name).toMatch(/^\.\/[^/]+$|^\.\.\/\.\.\/(ipc|parts)\/[^/]+$/);
      // A form of the door tells the window what it holds, and which field is refused; its lines are edited where they stand.
      if (isLow)
        expect(path, `${name} stands alone`).toMatch(/^\.\/[^/]+$|^\.\.\/parts\/(ledger|unsaved|place)\.ts$/);
    }
  }
});

test("one_file_names_tauri", () => {
  const naming = Object.entries(files).filter(([, text]) => text.includes('"@tauri-apps'));
  expect(naming.map(([name]) => name)).toEqual(["./ipc/call.ts"]);
});

test("one_part_makes_native_lists", () => {
  const making = Object.entries(files).filter(([, text]) => withoutComments(text).includes("<select"));
  expect(making.map(([name]) => name)).toEqual(["./parts/Select.tsx"]);
});

test("one_part_makes_the_heads_of_tables", () => {
  const making = Object.entries(files).filter(([, text]) => withoutComments(text).includes("<thead"));
  expect(making.map(([name]) => name)).toEqual(["./parts/Table.tsx"]);
});

test("nothing_is_styled_outside_the_sheets", () => {
  for (const [name, text] of Object.entries(files)) {
    expect(text.match(/\sstyle=|innerHTML|setAttribute\("style"/), name).toBeNull();
  }
});
