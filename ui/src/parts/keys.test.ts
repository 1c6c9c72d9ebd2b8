import { expect, test } from "vitest";
import { chordOf, type Pressed } from "./keys.ts";

function check(pressed: Partial<Pressed> & { key: string }, chord: string | null): void {
  const all = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...pressed };
  expect(chordOf(all), JSON.stringify(pressed)).toBe(chord);
}

test("a_chord_is_named_by_its_keys", () => {
  check({ key: "k", ctrlKey: true }, "Ctrl+k");
  check({ key: "Enter", ctrlKey: true }, "Ctrl+Enter");
  check({ key: "PageDown", ctrlKey: true }, "Ctrl+PageDown");
  check({ key: "ArrowLeft", altKey: true }, "Alt+ArrowLeft");
  check({ key: "n", altKey: true }, "Alt+n");
  check({ key: "F2" }, "F2");
  check({ key: "Delete" }, "Delete");
  check({ key: "Escape" }, "Escape");
});

test("caps_lock_does_not_change_a_chord", () => {
  check({ key: "Z", ctrlKey: true }, "Ctrl+z");
  check({ key: "Z", ctrlKey: true, shiftKey: true }, "Ctrl+Shift+z");
});

test("letters_and_alt_gr_are_typing", () => {
  check({ key: "n" }, null);
  check({ key: "N", shiftKey: true }, null);
  check({ key: "€", ctrlKey: true, altKey: true }, null);
  check({ key: "Dead" }, null);
});

test("a_held_key_alone_is_nothing", () => {
  for (const key of ["Control", "Alt", "Shift"]) check({ key, ctrlKey: true }, null);
  check({ key: "k", metaKey: true, ctrlKey: true }, null);
});
