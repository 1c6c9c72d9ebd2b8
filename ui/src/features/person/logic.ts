// The fields of the person and of the request, and the lines of the household.

import type { Input } from "../../ipc/kinds.ts";
import type { FieldKind, PersonField, RequestField } from "../../ipc/types.ts";
import * as words from "./words.ts";

/** How the desk reads a field of the person or of the request; plain words and choices are not read. */
export const readingOf: Partial<Record<string, FieldKind>> = {
  born_on: "birth_date",
  phone: "phone",
  email: "email",
  postal_code: "postal_code",
  amount: "amount",
  received_on: "date",
  next_date: "next_date",
} satisfies Partial<Record<PersonField | RequestField, FieldKind>>;

/** The name of a field, as read on the screen. */
export const labelOf: Readonly<Record<PersonField | RequestField, string>> = {
  title: words.title,
  last_name: words.lastName,
  birth_name: words.birthName,
  first_name: words.firstName,
  born_on: words.bornOn,
  birth_place: words.birthPlace,
  phone: words.phone,
  email: words.email,
  address: words.address,
  postal_code: words.postalCode,
  commune: words.commune,
  family_situation: words.familySituation,
  housing: words.housing,
  employment: words.employment,
  occupation: words.occupation,
  neighbourhood: words.neighbourhood,
  contact_way: words.contactWay,
  contact_note: words.contactNote,
  housing_since: words.housingSince,
  contract: words.contract,
  employer: words.employer,
  bank: words.bank,
  payment_means: words.paymentMeans,
  known_for: words.knownFor,
  health: words.health,
  how_heard: words.howHeard,
  referrer: words.referrer,
  origin: words.origin,
  project: words.projectLine,
  purpose: words.purpose,
  amount: words.amount,
  received_on: words.receivedOn,
  next_date: words.nextDate,
  next_what: words.nextWhat,
  feedback: words.feedback,
};

export type MemberForm = Omit<Input<"add_member">, "dossier">;

export const blankMember: MemberForm = {
  name: "",
  link: "",
  born_on: "",
  lives_here: true,
  share: "",
  reason: "",
};

/** What a link counts for when no share is chosen; the desk says it again when it records. */
export function shareOf(form: Pick<MemberForm, "link" | "share">): string {
  if (form.share !== "" || form.link === "") return form.share;
  return form.link === "child_shared" ? "half" : "one";
}

/** A new link brings its share back, unless another was chosen by hand in this edit. */
export function withLink(before: MemberForm, typed: MemberForm, link: string): Partial<MemberForm> {
  const isByHand = typed.share !== "" && typed.share !== before.share;
  if (isByHand) return { link };
  return { link, share: link === before.link ? before.share : "" };
}
