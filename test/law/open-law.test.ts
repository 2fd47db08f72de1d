// Which passages of a library are read beside the evidence, so that its law comes whole.
import { describe, expect, it } from "vitest";
import type { Passage } from "../../src/chunk/passage.ts";
import { openLaw } from "../../src/law/open-law.ts";
import type { Library } from "../../src/library/library.ts";
import { createOutlineLibrary } from "../../src/references/create-library.ts";
import { toReferenceDocument } from "../../src/references/reference-library.ts";
import { readMentions } from "../../src/references/read-mentions.ts";
import { createReader } from "../../src/references/reader.ts";
import type { Evidence } from "../../src/retrieve/evidence.ts";
import { makeRows } from "../references/made-up-library.ts";
import {
  fieldLaw,
  lighthouseGuide,
  makeEvidence,
  makePassage,
} from "../support/made-up-evidence.ts";
import { makeLaw, type LawLine } from "../support/made-up-law.ts";

/** Addresses of the document in order, passage by passage. */
const places: readonly (readonly LawLine[])[] = [
  [
    ["6(1)", "(1) The horn must be sounded in fog."],
    ["7(1)", "(1) The keeper must—"],
  ],
  [["7(1)(a)", "(a) hold the papers in paragraphs 1 and 2 of Schedule 2; and"]],
  [["7(1)(b)", "(b) light the lamp."]],
  [["7(2)", "(2) Paragraph (1) does not apply in a gale."]],
  [["8(1)", "(1) The wick must be trimmed."]],
  [["Schedule 2 para 1", "A ticket."]],
  [
    ["Schedule 2 para 2", "A letter that names—"],
    ["Schedule 2 para 2(a)", "(a) the rock."],
  ],
  [["Schedule 2 para 3", "A stamp, as in paragraph 4 of Schedule 2."]],
  [["Schedule 2 para 4", "A seal."]],
];

const rows = makeRows(fieldLaw.id, [
  ["reg/6"],
  ["reg/6/1"],
  ["reg/7"],
  ["reg/7/1"],
  ["reg/7/1/a"],
  ["reg/7/1/b"],
  ["reg/7/2"],
  ["reg/8"],
  ["reg/8/1"],
  ["sch/2"],
  ["sch/2/para/1"],
  ["sch/2/para/2"],
  ["sch/2/para/2/a"],
  ["sch/2/para/3"],
  ["sch/2/para/4"],
]);
const ordinals = new Map(rows.map(({ address, ordinal }) => [address, ordinal]));
const references = createReader(
  createOutlineLibrary([toReferenceDocument(fieldLaw, "legislation")], rows),
);

/** Each span with the ordinal that its provision has in the outline. */
function place(passage: Passage): Passage {
  const spans = passage.spans.map((span) => ({
    ...span,
    provision: ordinals.get(span.address ?? "") ?? -1,
  }));
  return { ...passage, spans };
}

const evidence = makeLaw(places).map((each) => ({ ...each, passage: place(each.passage) }));
/** What opening asks of a library. */
const library = {
  documents: [fieldLaw],
  passagesHolding: async (ranges: Parameters<Library["passagesHolding"]>[0]) =>
    evidence
      .map(({ passage }) => passage)
      .filter(({ documentId, spans }) =>
        ranges.some(
          (range) =>
            range.documentId === documentId &&
            spans.some(({ provision }) => provision >= range.from && provision <= range.to),
        ),
      ),
  mentionsIn: async (ids: readonly string[]) =>
    evidence
      .filter(({ passage }) => ids.includes(passage.id))
      .flatMap(({ passage }) => readMentions(passage, references)),
} as unknown as Library;

const open = async (...from: readonly Evidence[]) =>
  (await openLaw(from, library, references)).toSorted(
    (a, b) => a.passage.ordinal - b.passage.ordinal,
  );
const ordinalsOf = (opened: readonly Evidence[]) => opened.map(({ passage }) => passage.ordinal);
const [sixth, papers, lamp, , wick] = evidence;

describe("openLaw", () => {
  it("opens all passages of the regulation that a passage is from, and what they leave to a Schedule", async () => {
    if (!lamp) throw new Error("no passage");
    // A passage that begins in the regulation before is one of them; nothing further of that is opened.
    expect(ordinalsOf(await open(lamp))).toEqual([0, 1, 2, 3, 5, 6]);
  });

  it("opens each regulation that a passage is from", async () => {
    if (!sixth || !wick) throw new Error("no passage");
    expect(ordinalsOf(await open(sixth))).toEqual([0, 1, 2, 3, 5, 6]);
    expect(ordinalsOf(await open(wick))).toEqual([4]);
    expect(ordinalsOf(await open(wick, sixth))).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it("opens of a Schedule the paragraph alone, and that which it points to", async () => {
    const [stamp] = evidence.slice(7);
    const [letter] = evidence.slice(6);
    if (!stamp || !letter) throw new Error("no passage");
    expect(ordinalsOf(await open(stamp))).toEqual([7, 8]);
    expect(ordinalsOf(await open(letter))).toEqual([6]);
  });

  it("leaves evidence that is there as it is, and lets what it adds count nothing", async () => {
    if (!papers) throw new Error("no passage");
    const known = { ...papers, score: 0.7, signals: { vector: 0.7 } };
    const opened = await open(known);
    expect(opened[1]).toBe(known);
    const added = opened.filter((one) => one !== known);
    expect(added).toHaveLength(5);
    for (const { score, signals, similarity, document } of added)
      expect({ score, signals, similarity, document }).toEqual({
        score: 0,
        signals: {},
        similarity: 0,
        document: fieldLaw,
      });
  });

  it("opens nothing for other documents, and asks the library for nothing", async () => {
    const guide = makeEvidence(
      lighthouseGuide,
      makePassage(lighthouseGuide, [{ text: "See paragraph 1 of Schedule 2.", locator: "7.1" }]),
    );
    expect(await open(guide)).toEqual([]);
    expect(await open()).toEqual([]);
  });

  it("opens nothing for what no outline knows", async () => {
    const [lost] = makeLaw([[["99(1)", "(1) Nobody knows this."]]]);
    if (!lost) throw new Error("no passage");
    expect(await open(lost)).toEqual([lost]);
  });
});
