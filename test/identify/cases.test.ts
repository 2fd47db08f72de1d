// Small files on which identification once failed; each stands for a kind of document.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { extract } from "../../src/extract/extract.ts";
import { identifyDocument } from "../../src/identify/identify-document.ts";
import { hasShared, sharedPath } from "../support/shared-folder.ts";

async function identify(name: string, file: string) {
  const path = sharedPath("cases", name, "corpus", file);
  const extraction = await extract({ file }, new Uint8Array(readFileSync(path)));
  const source = { file, path, bytes: 1, modified: 1, declared: {} };
  return identifyDocument(source, "a".repeat(64), extraction);
}

describe.skipIf(!hasShared)("identifyDocument on small files (skipped without ../shared)", () => {
  it.each([
    [
      "pdf-version-then-month",
      "policies/Qualification guide.pdf",
      { version: "5.3", date: "2022-06" },
    ],
    [
      "pdf-title-after-date",
      "guides/Visit letter.pdf",
      { title: "Focused visit to Anytown children’s services", date: "2025-05-20" },
    ],
    [
      "docx-title-above-heading",
      "policies/Bullying.docx",
      { title: "PREVENTION OF BULLYING POLICY" },
    ],
    [
      "docx-title-above-heading",
      "policies/Behaviour.docx",
      { title: "BEHAVIOUR MANAGEMENT POLICY" },
    ],
    [
      "docx-title-below-house-name",
      "policies/Statement of purpose.docx",
      { title: "STATEMENT OF PURPOSE" },
    ],
    [
      "docx-title-below-house-name",
      "policies/Location assessment.docx",
      { title: "LOCATION RISK ASSESSMENT" },
    ],
    [
      "docx-heading-begins-with-count",
      "policies/What children said.docx",
      { date: null, version: null },
    ],
    ["html-last-updated", "guidance/Recruiting staff - GOV.UK.html", { date: "2023-06-15" }],
    ["html-struck-and-hidden", "policies/Draft.html", { title: "Key policy", authority: "own" }],
    ["own-documents-folders", "Our policies/Visitors.docx", { authority: "own" }],
    ["own-documents-folders", "Policies 2025/Visitors policy.docx", { authority: "own" }],
    [
      "own-documents-folders",
      "Policies and Procedures/Admissions policy.docx",
      { authority: "own" },
    ],
    ["pdf-upright-watermark", "policies/Draft policy.pdf", { title: "Draft policy" }],
  ])("%s: %s", async (name, file, expected) => {
    expect(await identify(name, file)).toMatchObject(expected);
  });
});
