// @vitest-environment happy-dom

import { render } from "preact";
import { expect, test } from "vitest";
import { Segmented } from "./Segmented.tsx";
import { refusedFields } from "./unsaved.ts";

/** As `form.tie` gives it, which no type checks once it is spread. */
const refused = {
  name: "declared",
  value: "",
  error: "Choisissez ce que dit la banque.",
  onInput: () => undefined,
};

test("choices_that_were_refused_show_why_and_lead_to_the_first_of_them", () => {
  document.body.replaceChildren(document.createElement("main"));
  const options = [
    { key: "paid", label: "Payée" },
    { key: "missed", label: "Impayée" },
  ];
  const place = document.querySelector("main");
  if (place) render(<Segmented legend="Ce que dit la banque" options={options} {...refused} />, place);
  const fieldset = document.querySelector("fieldset");
  const described = document.getElementById(fieldset?.getAttribute("aria-describedby") ?? "");
  expect(described?.textContent?.trim()).toBe(refused.error);
  const fields = refusedFields();
  expect(fields.map(({ label }) => label)).toEqual(["Ce que dit la banque"]);
  expect(fields[0]?.field).toBe(document.querySelector("input"));
});
