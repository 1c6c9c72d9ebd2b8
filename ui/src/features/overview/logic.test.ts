import { expect, test } from "vitest";
import { initials, type Names, withoutName } from "../../parts/names.ts";
import { lookOf, signOf } from "./logic.ts";

const page = { name: "Delmas", phone: "06 39 98 01 27" };
const shown: Names = { areHidden: false, of: String, ending: String, leading: String };
const hidden: Names = { ...shown, areHidden: true, of: initials };

test("a_sentence_hides_its_name_and_its_telephone_and_keeps_its_figures", () => {
  expect(withoutName("Mme Delmas doit 70,86 €.", page, hidden)).toBe("Mme D. doit 70,86 €.");
  expect(withoutName("Appeler le 06 39 98 01 27", page, hidden)).toBe("Appeler le •• •• •• •• ••");
  expect(withoutName("Mme Delmas", page, shown)).toBe("Mme Delmas");
});

test("only_what_is_late_stands_on_the_ground_of_lateness", () => {
  expect([lookOf("late"), lookOf("stops"), lookOf("open")]).toEqual(["stop late", "stop", undefined]);
});

test("an_act_that_prints_has_its_sign", () => {
  expect([signOf("print_list"), signOf("call"), signOf("sign")]).toEqual(["print", "phone", null]);
});
