// Has a policy of a made-up home checked as its Word file is, against the made-up lamp house rules.
import { checkPolicy, sourceWordsOf } from "../../../src/check/policy/check-policy.ts";
import type { PolicyLibrary } from "../../../src/check/policy/policy-library.ts";
import { readDocument } from "../../../src/check/read-document.ts";
import { extractDocx } from "../../../src/extract/word/extract-docx.ts";
import type { Finding } from "../../../src/findings/finding.ts";
import { createReferenceLibrary } from "../../support/structure-library.ts";
import { readStructure } from "../../../src/structure/structure.ts";
import { createReader } from "../../../src/references/reader.ts";
import { structures as lampHouse } from "../../support/lighthouse.ts";
import { docxParts, makeZip, paragraph } from "../../extract/word/make-docx.ts";

/** The guide by a title that makes it the field's. */
const structures = lampHouse.map(({ info, structure }) => ({
  info:
    info.id === "guide"
      ? { ...info, title: "Guide to the children's homes regulations for lamp houses" }
      : info,
  structure,
}));

/** Which regulation people's words are about, by a word of theirs. */
const matters: readonly (readonly [RegExp, string])[] = [
  [/keeper|fitness/i, "reg/3"],
  [/storm|drill/i, "reg/4"],
  [/visit/i, "reg/5"],
];

const references = createReferenceLibrary(structures);

export const library: PolicyLibrary = {
  otherNames: null,
  documents: structures.map(({ info }) => info),
  references,
  view: createReader(references),
  loaded: structures.map(({ info, structure }) => ({
    info,
    provisions: structure.provisions,
    passages: [],
  })),
  subjects: async (wordings) => ({
    provisions: matters
      .map(([words, address]) => ({
        source: "regulations" as const,
        address,
        similarity: wordings.some((wording) => words.test(wording)) ? 0.9 : 0.2,
      }))
      .toSorted((a, b) => b.similarity - a.similarity),
    statements: new Map(),
    beyond: { all: 0, own: 0 },
  }),
  today: "2031-06-15",
};

const source = sourceWordsOf(library);

/** Findings on a Word file with such a body. @param parts further parts of the package */
export async function checkBody(
  body: string,
  parts: Readonly<Record<string, string>> = {},
): Promise<Finding[]> {
  const extraction = extractDocx(makeZip(docxParts(body, parts)));
  return checkPolicy(readDocument(readStructure(extraction)), library, source);
}

/** "code: reference" of the findings on paragraphs; a line that begins with "# " is a heading, with "- " an item. */
export async function check(...lines: readonly string[]): Promise<string[]> {
  const body = lines.map((line) => {
    if (line.startsWith("# ")) return paragraph(line.slice(2), { style: "heading1" });
    return line.startsWith("- ") ? paragraph(line.slice(2), { list: 1 }) : paragraph(line);
  });
  const findings = await checkBody(body.join(""));
  return findings.map(({ code, reference }) => `${code}: ${reference ?? ""}`);
}
