import { describe, expect, it } from "vitest";
import { findFlaw, isDoneByOther, isIntent, isOfChildren } from "../../src/gap/find-flaw.ts";
import type { OwnUnit } from "../../src/gap/own-unit.ts";

const unit = (text: string, given: Partial<OwnUnit> = {}): OwnUnit => ({
  file: "policy.docx",
  at: 0,
  kind: "sentence",
  text,
  headings: [],
  section: null,
  page: null,
  lead: "",
  piece: 0,
  start: 0,
  ...given,
});

describe("findFlaw", () => {
  it.each([
    ["blank", unit("Responsible Individual: TBC", { kind: "row" })],
    ["blank", unit("TBC – Responsible Individual")],
    ["blank", unit("Date: ____")],
    ["heading-only", unit("Emergency admissions")],
    ["course-title", unit("Special educational needs", { kind: "item", section: "Training" })],
    ["course-title", unit("Team Teach: Every 2 years", { kind: "row", lead: "Course: Refresher" })],
    ["course-title", unit("Staff training: First aid, Special educational needs, Autism.")],
    ["other-policy", unit("Missing policy; Bullying policy; Fire procedure")],
    ["other-policy", unit("The home has an Equality and Diversity Policy.")],
    ["other-policy", unit("Please see the Medication Policy.")],
    ["course-title", unit("Child sexual exploitation", { kind: "item", section: "Training" })],
    ["copy-of-law", unit("The registered person must have a policy on missing children.")],
    ["copy-of-law", unit("Regulation 34 requires a missing child policy.")],
    ["advice", unit("Your home could keep a log of complaints.")],
    ["advice", unit("A log might be kept.")],
  ])("finds %s", (flaw, given) => {
    expect(findFlaw(given, 0, false)).toBe(flaw);
  });

  it.each([
    unit("Registered Manager: Ann Lee, 3 Mill Road", { kind: "row" }),
    unit("The manager reviews this policy every year."),
    unit("The registered manager must sign the record within 48 hours."),
    unit("Staff should ring the police after 30 minutes."),
    unit("Only staff who have completed Team Teach may use a hold."),
    unit("Search the house and the garden.", { kind: "item" }),
    unit("A copy of the complaints policy is handed out on admission."),
    unit("The policy is kept in the office [see page 3]."),
  ])("finds nothing wrong with $text", (given) => {
    expect(findFlaw(given, 0, false)).toBeNull();
  });

  it("tells a copy of the law by its share, and advice where a document speaks to homes", () => {
    expect(findFlaw(unit("Staff should search the house."), 0.7, false)).toBe("copy-of-law");
    expect(findFlaw(unit("Staff should search the house."), 0, true)).toBe("advice");
  });
});

describe("isDoneByOther", () => {
  it.each([
    ["The social worker explains how to complain.", true],
    ["Police carry out a prevention interview.", true],
    ["The police are told by the shift leader.", false],
    ["Staff ring the police.", false],
    ["The manager tells the social worker.", false],
  ])("of %j is %s", (text, done) => {
    expect(isDoneByOther(text, "registered-person")).toBe(done);
  });

  it("is no other where the row binds an authority", () => {
    expect(isDoneByOther("The local authority offers an interview.", "authority")).toBe(false);
  });
});

it("isOfChildren tells children's health from that of staff", () => {
  const asks = "There is a policy on the wellbeing of staff.";
  expect(isOfChildren(unit("Children who are low see a nurse."), asks)).toBe(true);
  expect(isOfChildren(unit("Staff who are low see a nurse."), asks)).toBe(false);
});

it("isIntent tells a wish from an arrangement", () => {
  expect(isIntent("The home takes children going missing very seriously.")).toBe(true);
  expect(isIntent("The home is committed to the safety of every child.")).toBe(true);
  expect(isIntent("Staff ring the police after 30 minutes.")).toBe(false);
});
