// @vitest-environment happy-dom

import { render } from "preact";
import { expect, test, vi } from "vitest";
import { List } from "./Select.tsx";

const options = [
  { key: "2025", label: "2025" },
  { key: "2026", label: "2026" },
];

function shown(onInput: (key: string) => void, onLeave?: () => void): HTMLSelectElement {
  render(<List value="2026" options={options} onInput={onInput} onLeave={onLeave} />, document.body);
  const list = document.querySelector("select");
  if (!list) throw new Error("no list");
  return list;
}

function choose(list: HTMLSelectElement, key: string) {
  list.value = key;
  list.dispatchEvent(new Event("change", { bubbles: true }));
}

test("nothing_a_choice_does_happens_during_its_event", async () => {
  const heard = vi.fn();
  choose(shown(heard), "2025");
  await Promise.resolve();
  expect(heard).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(heard).toHaveBeenCalledWith("2025"));
});

test("a_choice_passed_over_by_the_arrows_is_there_before_the_list_is_left", () => {
  const heard: string[] = [];
  const list = shown(
    (key) => heard.push(key),
    () => heard.push("left"),
  );
  list.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowUp", bubbles: true }));
  choose(list, "2025");
  list.dispatchEvent(new FocusEvent("blur"));
  expect(heard).toEqual(["2025", "left"]);
});
