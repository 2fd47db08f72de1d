import { expect, it } from "vitest";
import { createOutlineLibrary } from "../../src/references/create-library.ts";
import { createReader } from "../../src/references/reader.ts";
import { toReferenceDocument } from "../../src/references/reference-library.ts";
import { findNamedDocuments } from "../../src/retrieve/find-documents.ts";
import { describeDocument, lighthouseGuide, lighthouseLaw } from "../support/made-up-evidence.ts";

const documents = [
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
].map((info) => toReferenceDocument(info, "numbered"));
const reader = createReader(createOutlineLibrary(documents, []));

it.each([
  ["What does our business plan say about oil?", ["plan"]],
  ["What do the Lighthouse Regulations say?", ["law"]],
  ["What does the statutory guide say about oil?", ["homes"]],
  ["What should a keeper plan?", []],
])("%s", (question, ids) => {
  expect([...findNamedDocuments(question, reader)]).toEqual(ids);
});
