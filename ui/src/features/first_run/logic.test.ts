import { expect, test } from "vitest";
import type { Failure } from "../../ipc/types.ts";
import { firstError, missingInOffice, stepOf } from "./logic.ts";

const office = { name: "CCAS de Valbourg", advisor: "Nadia Ferrand", address: "", phone: "" };

test("only_the_two_names_are_needed", () => {
  expect(missingInOffice(office)).toEqual({});
  expect(Object.keys(missingInOffice({ ...office, name: " ", advisor: "" }))).toEqual(["name", "advisor"]);
});

test("a_refused_creation_goes_back_to_the_step_of_its_field", () => {
  const refused = (field: string | null): Failure => ({ kind: "refused", message: "", field, remedy: null });
  expect(stepOf(refused("phone"))).toBe("office");
  expect(stepOf(refused("passphrase"))).toBe("passphrase");
  expect(stepOf(refused("retyped_2"))).toBe("code");
  expect(stepOf(refused(null)), "a full disk is told where the button is").toBe("code");
});

test("the_focus_goes_to_the_first_error", () => {
  expect(firstError({ advisor: "x", name: "y" }, ["name", "advisor"])).toBe("name");
  expect(firstError({}, ["name"])).toBeNull();
});
