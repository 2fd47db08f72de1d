// Names of own documents that are meant nearly: another kind, a file's name, a slip of the finger, or two that fit.
import { describe, expect, it } from "vitest";
import type { NamedDocument } from "../../src/plan/document-names.ts";
import { readMeant } from "../../src/plan/meant-documents.ts";

const own = (title: string, file = `${title}.docx`): NamedDocument => ({
  id: title,
  title,
  short: title,
  file,
  authority: "own",
});
const guide: NamedDocument = {
  id: "guide",
  title: "Guide to the children's homes regulations",
  short: "Guide",
  authority: "statutory-guidance",
};
const library = [
  own("Missing and Absent Children Procedure"),
  own("Safeguarding and Child Protection Policy"),
  own("Statement of Purpose", "own/SoP_Beck_v1.4 final.docx"),
  own("Welcome to Beck House: a guide for young people"),
  own("Staff Handbook"),
  own("Medication Policy (day)"),
  own("Medication Policy (night)"),
  guide,
];
const named = (question: string) => readMeant(question, library)?.named;

it("does not take the police for the policy", () => {
  const only = [own("Behaviour Policy"), own("Missing Procedure"), guide];
  expect(readMeant("How long do we wait before the police are rung?", only)?.named).toEqual([]);
  expect(readMeant("What does the policy say about taxis?", only)?.named).toEqual([
    "Behaviour Policy",
  ]);
});

describe("near names", () => {
  it.each([
    ["What does our missing kids policy say about taxis?", "Missing and Absent Children Procedure"],
    ["What does the safeguarding doc say about taxis?", "Safeguarding and Child Protection Policy"],
    ["what does our sop say about taxis", "Statement of Purpose"],
    ["What does the SoP Beck file say about taxis?", "Statement of Purpose"],
    ["What does the handbook say about taxis?", "Staff Handbook"],
    ["What does the staff handbok say about taxis?", "Staff Handbook"],
    [
      "What does our safegaurding polcy say about taxis?",
      "Safeguarding and Child Protection Policy",
    ],
    ["What does the young people's guide say about taxis?", library[3]?.title],
    ["Does our guide for young people speak of taxis?", library[3]?.title],
  ])("%s", (question, document) => {
    expect(named(question)).toEqual([document]);
  });

  it("names all that fit as well", () => {
    expect(named("What does our medication policy say about taxis?")).toEqual([
      "Medication Policy (day)",
      "Medication Policy (night)",
    ]);
  });

  it.each([
    "Who pays for the child's taxi?",
    "What does the guide say about taxis?",
    "Does the staff policy matter?",
    "What is in the care plan?",
  ])("none by: %s", (question) => {
    expect(readMeant(question, library)?.named ?? []).toEqual([]);
  });
});
