import { expect, test } from "vitest";
import type { OfficeView } from "../../ipc/types.ts";
import { isSame, numberingForm, officeForm } from "./logic.ts";

const office: OfficeView = {
  name: "CCAS de Valbourg",
  advisor: "Nadia Ferrand",
  address: "4 place de la Fontaine, 99120 Valbourg",
  phone: "05 36 49 00 12",
  reference_prefix: "",
  reference_width: 3,
  next_reference: "2026-054",
  numbering_to_come: null,
  first_next_date_days: 30,
};

test("the_forms_start_from_what_is_in_force", () => {
  expect(officeForm(office).advisor).toBe("Nadia Ferrand");
  expect(numberingForm(office, "24/11/2026")).toEqual({ prefix: "", width: "3", from: "24/11/2026" });
});

test("a_form_typed_back_is_the_same", () => {
  expect(isSame(officeForm(office), { ...officeForm(office) })).toBe(true);
  expect(isSame(officeForm(office), { ...officeForm(office), phone: "" })).toBe(false);
});
