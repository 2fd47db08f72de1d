// How an answer's room is shared out among statements and authorities.
import { describe, expect, it } from "vitest";
import type { RankedStatement } from "../../src/compose/rank-statements.ts";
import {
  defaultSelection,
  selectStatements,
  statementKey,
} from "../../src/compose/select-statements.ts";
import type { DocumentInfo } from "../../src/document.ts";
import {
  describeDocument,
  lighthouseGuide,
  lighthouseLaw,
  makeEvidence,
  makePassage,
  ownPlan,
  rankAll,
  textOf,
} from "../support/made-up-evidence.ts";
import { quotationsOf } from "../support/made-up-law.ts";

let ordinal = 0;
function statement(document: DocumentInfo, text: string, score: number): RankedStatement {
  ordinal += 1;
  const passage = makePassage(document, [{ text, locator: `${ordinal}` }], { ordinal });
  const [only, ...more] = rankAll(makeEvidence(document, passage), score);
  if (!only || more.length > 0) throw new Error(`one statement was meant: ${text}`);
  return only;
}

function select(ranked: readonly RankedStatement[], words = defaultSelection.words): string[] {
  const selection = { ...defaultSelection, words };
  return selectStatements(ranked, selection, new Set(), quotationsOf(ranked)).map(textOf);
}

const lamp = "The lamp must be lit at dusk each evening.";
const horn = "The horn should be sounded in thick fog.";
const boat = "Our boat takes stores out every Tuesday.";

describe("selectStatements", () => {
  it("takes each authority's best, best first", () => {
    const ranked = [
      statement(lighthouseLaw, lamp, 1),
      statement(lighthouseGuide, horn, 0.9),
      statement(ownPlan, boat, 0.8),
    ];
    expect(select(ranked)).toEqual([lamp, horn, boat]);
  });

  it("leaves out what is far from the best of its authority", () => {
    const ranked = [
      statement(lighthouseLaw, lamp, 1),
      statement(lighthouseLaw, "The keeper must paint railings green.", -5),
    ];
    expect(select(ranked)).toEqual([lamp]);
  });

  it("leaves an authority out whose best is far from the best of all", () => {
    const ranked = [statement(lighthouseLaw, lamp, 1), statement(lighthouseGuide, horn, -5)];
    expect(select(ranked)).toEqual([lamp]);
  });

  it("lets documents without authority speak only where they match best", () => {
    const other = describeDocument({ id: "tale" });
    const tale = "The keeper of the tale lost his lantern.";
    expect(select([statement(lighthouseLaw, lamp, 1), statement(other, tale, 0.5)])).toEqual([
      lamp,
    ]);
    expect(select([statement(other, tale, 1), statement(lighthouseLaw, lamp, 0.97)])).toEqual([
      tale,
      lamp,
    ]);
  });

  it("leaves out what has hardly any of the odds, but not an authority's best", () => {
    const selection = { ...defaultSelection, behind: 9, leastShare: 0.2 };
    const ranked = [
      statement(lighthouseLaw, lamp, 3),
      statement(lighthouseGuide, horn, 1.2),
      statement(lighthouseLaw, "The keeper must paint railings green.", 1.2),
    ];
    const chosen = selectStatements(ranked, selection, new Set(), quotationsOf(ranked));
    expect(chosen.map(textOf)).toEqual([lamp, horn]);
  });

  it("lets what is about other settings speak only where it matches better", () => {
    const school = describeDocument({ id: "school", authority: "statutory-guidance" });
    const about = (entry: RankedStatement): RankedStatement => ({
      ...entry,
      features: { ...entry.features, field: 1 },
    });
    const bell = "Schools should ring the bell in thick fog.";
    const near = [statement(school, bell, 1.4), about(statement(lighthouseLaw, lamp, 1))];
    expect(select(near)).toEqual([lamp]);
    const better = [statement(school, bell, 3.7), about(statement(lighthouseLaw, lamp, 1))];
    expect(select(better)).toEqual([bell, lamp]);
  });

  it("never quotes an untrusted document", () => {
    const untrusted = describeDocument({ id: "scraped", authority: "untrusted" });
    expect(select([statement(untrusted, horn, 1)])).toEqual([]);
  });

  it("says the same thing once", () => {
    const again = "The lamp must be lit every evening at dusk.";
    expect(
      select([statement(lighthouseLaw, lamp, 1), statement(lighthouseGuide, again, 0.99)]),
    ).toEqual([lamp]);
  });

  it("stops at its length, but always has the first statement", () => {
    const ranked = [
      statement(lighthouseLaw, lamp, 1),
      statement(lighthouseLaw, "The wick must be trimmed before noon daily.", 0.99),
    ];
    expect(select(ranked, 5)).toEqual([lamp]);
  });

  it("does not quote again what another part of the question quoted", () => {
    const first = statement(lighthouseLaw, lamp, 1);
    const taken = new Set([statementKey(first)]);
    expect(selectStatements([first], defaultSelection, taken, quotationsOf([first]))).toEqual([]);
  });

  it("gives nothing for nothing", () => {
    expect(select([])).toEqual([]);
  });
});
