import { expect, test } from "vitest";
import { blankMember, type MemberForm, shareOf, withLink } from "./logic.ts";

test("the_share_follows_the_link_unless_it_is_chosen_by_hand", () => {
  const child: MemberForm = { ...blankMember, name: "Hugo", link: "child", share: "one" };
  const linked = (typed: MemberForm, link: string) => ({ ...typed, ...withLink(child, typed, link) });
  const shared = linked(child, "child_shared");
  expect(shareOf(shared)).toBe("half");
  expect(shareOf(linked(shared, "other"))).toBe("one");
  expect(linked(shared, "child"), "the link put back, the line is as it was").toEqual(child);
  const byHand: MemberForm = { ...shared, share: "none" };
  expect(shareOf(linked(byHand, "other"))).toBe("none");
});

test("a_share_not_chosen_is_shown_once_the_link_is_known", () => {
  expect(shareOf(blankMember)).toBe("");
  expect(shareOf({ link: "child_shared", share: "" })).toBe("half");
  expect(shareOf({ link: "child_shared", share: "one" })).toBe("one");
});
