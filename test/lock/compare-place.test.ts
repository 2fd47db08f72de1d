// What became of a place: each kind of change, and what is none.
import { describe, expect, it } from "vitest";
import { comparePlace } from "../../src/lock/compare-place.ts";
import { describeWords } from "../../src/lock/describe-status.ts";
import { readTexts } from "../../src/lock/document-texts.ts";
import { findChangedWords } from "../../src/lock/changed-words.ts";
import { makeCitation, makeInfo, makeProvisions, type Paragraph } from "./made-up-lock.ts";

const words =
  "The keeper should re-check each lamp every 7 days and write down what was found in the log.";
const other: Paragraph = { number: "9.31", text: "Nobody paints the boat in winter.", page: 3 };

interface Now {
  readonly paragraphs?: readonly Paragraph[];
  readonly loose?: readonly string[];
  readonly info?: Parameters<typeof makeInfo>[0];
  readonly supersedes?: boolean;
}

function compare(
  { paragraphs = [], loose = [], info = { sha256: "bb" }, supersedes = false }: Now,
  citation = makeCitation({ text: words }),
) {
  const texts = readTexts(makeProvisions(paragraphs, loose));
  return comparePlace(citation, citation.quotes, { info: makeInfo(info), texts, supersedes });
}

const at = (page: number, text = words, number = "9.30"): Paragraph => ({ number, text, page });

describe("what is no change", () => {
  it.each([
    ["other spaces", words.replaceAll(" ", "  ")],
    ["other hyphens", words.replace("re-check", "recheck")],
    ["a hyphen at the end of a line", words.replace("lamp", "la-\nmp")],
    ["other shapes of quotation marks", words],
    ["a mark of an amendment", words.replace("should", "[F1 should")],
  ])("%s", (_, text) => {
    expect(compare({ paragraphs: [at(3, text), other] })).toBeNull();
  });

  it("a page break inside it, where what is quoted stays on its page", () => {
    const [text, rest] = [words.slice(0, 40), words.slice(40)];
    const broken = { number: "9.30", text, page: 3, rest };
    const quoted = makeCitation({ text: words, quotes: [[0, 20]] });
    expect(compare({ paragraphs: [broken] }, quoted)).toBeNull();
    expect(compare({ paragraphs: [broken] })).toBeNull();
  });
});

describe("what moved", () => {
  it("stands on another page", () => {
    expect(compare({ paragraphs: [other, at(4)] })).toMatchObject({
      kind: "moved",
      now: { page: 4, address: "para/9.30", parted: false },
    });
  });

  it("is quoted on both sides of a page break now", () => {
    const broken = { number: "9.30", text: words.slice(0, 40), page: 3, rest: words.slice(40) };
    const quotes = [
      [0, 10],
      [60, 70],
    ] as const;
    expect(compare({ paragraphs: [broken] }, makeCitation({ text: words, quotes }))).toMatchObject({
      kind: "moved",
      now: { parted: true },
    });
  });

  it("goes by another number, even where its old one is another's now", () => {
    const paragraphs = [at(3, "Boats are counted."), at(3, words, "9.31")];
    expect(compare({ paragraphs })).toMatchObject({
      kind: "moved",
      now: { address: "para/9.31", locator: "9.31" },
    });
  });

  it("is in a file of another name, or an edition of another date", () => {
    const renamed = compare({ paragraphs: [at(3)], info: { file: "K2.pdf", sha256: "aa" } });
    // The same bytes: nothing that a quote rests on is in question.
    expect(renamed).toMatchObject({ kind: "moved", now: { document: { file: "K2.pdf" } } });
    const dated = compare({ paragraphs: [at(3)], info: { date: "2026-01", sha256: "bb" } });
    expect(dated).toMatchObject({ kind: "moved", now: { document: { date: "2026-01" } } });
  });
});

describe("what changed", () => {
  it("tells the old and new words", () => {
    const change = compare({ paragraphs: [at(3, words.replace("should", "must"))] });
    expect(change?.kind).toBe("changed");
    expect(change?.words.map(describeWords)).toEqual([
      "“should” became “must” (The keeper … re-check each lamp)",
    ]);
  });

  it("is told where words only came before or behind it", () => {
    for (const text of [`${words} Records are kept.`, `Where possible, ${words}`])
      expect(compare({ paragraphs: [at(3, text)] })?.kind).toBe("changed");
  });

  it("is read otherwise where the file is the same", () => {
    const paragraphs = [at(3, words.replace("should", "shouId"))];
    expect(compare({ paragraphs, info: {} })?.kind).toBe("read-otherwise");
  });

  it("is gone where neither number nor words are there", () => {
    expect(compare({ paragraphs: [other] })).toEqual({ kind: "gone", now: null, words: [] });
  });

  it("is superseded by a newer edition, with what that says", () => {
    const paragraphs = [at(3, words.replace("7", "14"))];
    const change = compare({ paragraphs, supersedes: true });
    expect(change).toMatchObject({ kind: "superseded", words: [{ old: "7", new: "14" }] });
  });
});

describe("a quote that stands under no number", () => {
  const quote = makeCitation({ address: null, locator: null, page: 9, text: words });

  it("is found again among other words", () => {
    expect(compare({ loose: [`First. ${words} Last.`] }, quote)).toBeNull();
  });

  it("tells the words of the text that has most of its own", () => {
    const fresh = words.replace("7 days", "9 days");
    expect(compare({ loose: ["Nothing of the kind.", fresh] }, quote)).toMatchObject({
      kind: "changed",
      words: [{ old: "7", new: "9" }],
    });
  });

  it("is gone where nothing is like it", () => {
    expect(compare({ loose: ["Nothing of the kind."] }, quote)?.kind).toBe("gone");
  });
});

describe("changed words", () => {
  it.each([
    ["a b c", "a c", "“b” was taken out (a … c)"],
    ["a c", "a b c", "“b” was added (a … c)"],
    ["one two three", "four five", "“one two three” became “four five”"],
  ])("of “%s” and “%s”", (old, fresh, told) => {
    expect(findChangedWords(old, fresh).map(describeWords)).toEqual([told]);
  });

  it("are none where only hyphens and spaces differ", () => {
    expect(findChangedWords("re-sign now", "resign now")).toEqual([]);
  });
});
