// The sample session, checked against the real Regulations and Guide: every fault that a machine can find is found.
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { chunkDocument } from "../../src/chunk/chunk.ts";
import type { DeclaredSource, SourceFile } from "../../src/discover/source-file.ts";
import { identifyDocument } from "../../src/identify/identify-document.ts";
import { createReferenceLibrary } from "../support/structure-library.ts";
import { readStructure } from "../../src/structure/structure.ts";
import type { Finding } from "../../src/findings/finding.ts";
import { measureRarity } from "../../src/verify/rarity.ts";
import { createReader } from "../../src/references/reader.ts";
import { checkReport } from "../../src/check/check-report.ts";
import { fixReport } from "../../src/check/fix-report.ts";
import { readReport } from "../../src/check/read-report.ts";
import type { ReportLibrary } from "../../src/check/report-library.ts";
import { extractOnce } from "../support/extract-once.ts";
import { hasShared, sharedPath, withoutShared } from "../support/shared-folder.ts";

const seed = sharedPath("seeds", "002_a47d9833863e14f0.txt");

const files: readonly (readonly [string, DeclaredSource])[] = [
  [
    "Childrens_Homes_England_Regulations_2015_SI_2015_541_revised_2024-05.pdf",
    {
      title: "The Children's Homes (England) Regulations 2015",
      short: "Regulations",
      authority: "legislation",
    },
  ],
  [
    "Guide_to_Children_s_Home_Standards_inc_quality_standards_Version__1.17_FINAL.pdf",
    {
      title: "Guide to the children's homes regulations including the quality standards",
      short: "Guide",
      authority: "statutory-guidance",
    },
  ],
];

async function readDocument(name: string, declared: DeclaredSource) {
  const file: SourceFile = { file: name, path: name, bytes: 0, modified: 0, declared };
  const extraction = await extractOnce(sharedPath("guidance", name));
  const info = identifyDocument(file, name.padEnd(64, "0").slice(0, 64), extraction);
  const structure = readStructure(extraction);
  const limits = { most: 150, fewest: 30, count: (text: string) => text.split(/\s+/).length };
  return { info, structure, passages: chunkDocument(info.id, structure, limits) };
}

async function openLibrary(): Promise<ReportLibrary> {
  const documents = await Promise.all(
    files.map(([name, declared]) => readDocument(name, declared)),
  );
  const held = new Map(
    documents.map(({ info, structure, passages }) => [
      info.id,
      { info, provisions: structure.provisions, passages },
    ]),
  );
  return {
    documents: documents.map(({ info }) => info),
    view: createReader(createReferenceLibrary(documents)),
    load: (id) => held.get(id) ?? null,
    rarity: measureRarity(documents.flatMap(({ passages }) => passages.map(({ text }) => text))),
    titles: documents.flatMap(({ info, structure }) =>
      structure.provisions.flatMap(({ title, locator, kind }) =>
        title === null || kind === "definition" ? [] : [{ short: info.short, locator, title }],
      ),
    ),
  };
}

describe.skipIf(!hasShared)(`the sample session${withoutShared}`, () => {
  const markdown = hasShared ? readFileSync(seed, "utf8") : "";
  let findings: Finding[] = [];
  let library: ReportLibrary;
  beforeAll(async () => {
    library = await openLibrary();
    findings = checkReport(readReport(markdown), library);
  }, 60_000);

  const at = (line: number) => findings.filter((finding) => finding.line === line);
  const codes = (line: number) => at(line).map(({ code }) => code);

  it("lists page 53 four times and page 43 four times", () => {
    const repeats = findings
      .filter(({ code }) => code === "repeated-source")
      .map(({ line }) => line);
    expect(repeats).toEqual([62, 63, 64, 145, 146, 147]);
  });

  it("calls the Level 5 diploma essential without the date by which it must be held", () => {
    const dropped = at(42).find(({ code }) => code === "condition-dropped");
    expect(dropped?.message).toContain("28(2)(c)");
    expect(dropped?.message).toContain("by the relevant date");
  });

  it("admits that it was written without the regulations", () => {
    expect(codes(42)).toContain("source-disclaimed");
  });

  it("cites 10.10 for a supervision structure, and 10.11 for a budget", () => {
    const supervision = at(14).find(({ severity }) => severity === "error");
    expect([supervision?.code, supervision?.message.includes("10.10")]).toEqual([
      "reference-unsupported",
      true,
    ]);
    const budget = at(16).find(({ code }) => code === "reference-unsupported");
    expect(budget?.message).toContain("“budget”");
  });

  it("cites 1.1 to 1.4, each of which stands in three places", () => {
    const bare = at(44)
      .filter(({ code }) => code === "reference-ambiguous")
      .map(({ reference }) => reference);
    expect(bare).toEqual(["1.3", "1.2", "1.1", "1.4"]);
  });

  it("makes duties of what guidance advises", () => {
    expect(codes(44)).toContain("must-for-should");
    expect(codes(46)).toContain("must-for-should");
  });

  it("invents a policy on private fostering", () => {
    const [invented] = at(85);
    expect([invented?.code, invented?.severity]).toEqual(["statement-uncited", "error"]);
    expect(invented?.message).toMatch(/“fostering”.*“private”|“private”.*“fostering”/);
  });

  it("puts behaviour management beyond the guidance, though a regulation requires it", () => {
    const optional = at(120).find(({ code }) => code === "required-called-optional");
    expect(optional?.message).toContain("35");
  });

  it("lists a private business plan beside statutory guidance, which the library does not hold", () => {
    expect(codes(148)).toEqual(["document-not-in-library", "own-document-as-authority"]);
  });

  it("loses its repeats, and nothing else, by --fix", () => {
    const { markdown: mended } = fixReport(markdown, findings);
    const lines = mended.split("\n");
    expect(lines.length).toBe(markdown.split("\n").length - 6);
    expect(
      checkReport(readReport(mended), library).some(({ code }) => code === "repeated-source"),
    ).toBe(false);
  });
});
