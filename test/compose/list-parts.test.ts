// Which parts of a list of guidance belong together, and that lists of law are none of them.
import { describe, expect, it } from "vitest";
import { findLedTo, findListParts, leadKey } from "../../src/compose/list-parts.ts";
import type { RankedStatement } from "../../src/score/rank-statements.ts";
import type { DocumentInfo } from "../../src/document.ts";
import {
  fillWords,
  lighthouseGuide,
  lighthouseLaw,
  ownPlan,
  rankSpans,
  textOf,
} from "../support/made-up-evidence.ts";

/** Paragraph 7.2 in three long parts, and a paragraph after it. */
function list(words = 60, document: DocumentInfo = lighthouseGuide): RankedStatement[] {
  return rankSpans(document, [
    ["7.2", "7.2 A mate may stand watch if the mate:"],
    ["7.2", `(a) holds ${fillWords(words, "ticket")};`, "bullet"],
    ["7.2", `(b) knows ${fillWords(words, "rope")}; or`, "bullet"],
    ["7.2", `(c) sees ${fillWords(words, "light")}.`, "bullet"],
    ["7.3", "7.3 The keeper should write the log at noon."],
  ]);
}

function pick(statements: readonly RankedStatement[], text: string): RankedStatement {
  const found = statements.find((statement) => textOf(statement).includes(text));
  if (!found) throw new Error(`no statement has ${text}`);
  return found;
}

const letters = (statements: readonly RankedStatement[]) =>
  statements.map((statement) => /\n\((\w)\)/.exec(textOf(statement))?.[1]);

describe("findListParts", () => {
  it.each([lighthouseGuide, ownPlan])("brings the other parts of a list of $short", (document) => {
    const all = list(60, document);
    expect(letters(all)).toEqual(["a", "b", "c", undefined]);
    expect(letters(findListParts(pick(all, "rope0"), all))).toEqual(["a", "c"]);
  });

  it("gives none of a list too long to quote whole", () => {
    const all = list(95);
    expect(findListParts(pick(all, "rope0"), all)).toEqual([]);
  });

  it("has nothing to add to a sentence of its own", () => {
    const all = list();
    expect(leadKey(pick(all, "log"))).toBe("");
    expect(findListParts(pick(all, "log"), all)).toEqual([]);
  });

  it("does not mix lists of other passages that begin at the same place", () => {
    const all = list();
    const elsewhere = rankSpans(
      lighthouseGuide,
      [
        ["8.2", "8.2 A cook may bake bread if the cook:"],
        ["8.2", `(a) has ${fillWords(60, "flour")};`, "bullet"],
        ["8.2", `(b) has ${fillWords(60, "salt")}.`, "bullet"],
      ],
      { ordinal: 1 },
    );
    const chosen = pick(elsewhere, "flour0");
    expect(findListParts(chosen, [...all, ...elsewhere])).toEqual([pick(elsewhere, "salt0")]);
  });

  it("leaves lists of law to what quotes law", () => {
    const all = rankSpans(lighthouseLaw, [
      ["7(2)", "(2) A mate may stand watch if the mate—"],
      ["7(2)(a)", `(a) holds ${fillWords(60, "ticket")}; and`],
      ["7(2)(b)", `(b) knows ${fillWords(60, "rope")}.`],
    ]);
    expect(letters(all)).toEqual(["a", "b"]);
    expect(findListParts(pick(all, "rope0"), all)).toEqual([]);
  });
});

describe("findLedTo", () => {
  const led = rankSpans(lighthouseGuide, [
    ["7.4", "7.4 A watch is judged poor where there is evidence of the following:"],
    ["7.5", "7.5 The lamp goes out and nobody relights it."],
    ["7.6", "7.6 The keeper should write the log at noon."],
  ]);

  it("gives what stands behind a colon", () => {
    expect(findLedTo(pick(led, "judged poor"), led)).toEqual([pick(led, "relights")]);
    expect(findLedTo(pick(led, "relights"), led)).toEqual([]);
  });

  it("gives null where that is not at hand", () => {
    const rest = led.filter((each) => each !== pick(led, "relights"));
    expect(findLedTo(pick(led, "judged poor"), rest)).toBeNull();
  });

  it("leaves lists of law, which are whole by themselves", () => {
    const law = rankSpans(lighthouseLaw, [["7(2)", "(2) The keeper must ensure, in any fog:"]]);
    expect(law.flatMap((each) => findLedTo(each, law))).toEqual([]);
  });
});
