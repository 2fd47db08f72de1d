import { expect, it } from "vitest";
import { findNamedDocuments } from "../../src/retrieve/find-documents.ts";
import { describeDocument, lighthouseGuide, lighthouseLaw } from "../support/made-up-evidence.ts";

const stored = [
  lighthouseLaw,
  lighthouseGuide,
  describeDocument({
    id: "plan",
    title: "Business plan",
    short: "Business plan",
    authority: "own",
  }),
  describeDocument({
    id: "homes",
    title: "Guide to children's homes of a made-up land",
    short: "Homes guide",
    authority: "statutory-guidance",
  }),
].map((info) => ({
  ...info,
  kind: "numbered" as const,
  fileBytes: 1,
  modified: 1,
  passageCount: 1,
  provisionCount: 1,
  problems: [],
}));

it.each([
  ["What does our business plan say about oil?", ["plan"]],
  ["What do the Lighthouse Regulations say?", ["law"]],
  ["What does the statutory guide say about oil?", ["homes"]],
  ["What should a keeper plan?", []],
])("%s", (question, ids) => {
  expect([...findNamedDocuments(question, stored)]).toEqual(ids);
});
