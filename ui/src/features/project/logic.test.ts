import { expect, test } from "vitest";
import type { Aid } from "../../ipc/types.ts";
import { aidForm, obtained } from "./logic.ts";

const aid: Aid = {
  id: 3,
  provider: "Employeur",
  label: "Prêt du comité social",
  status: "asked",
  status_text: "Demandée, 8 jours",
  asked_on: "16/11/2026",
  asked_text: "16 nov.",
  answered_on: "",
  amount: "200,00",
  counted: null,
  hoped_text: "200,00 € espérés, non comptés",
  reason: "",
};

test("counting_an_aid_changes_only_where_it_stands", () => {
  expect(obtained(aid)).toEqual({ ...aidForm(aid), status: "obtained" });
});
