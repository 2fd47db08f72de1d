// Which statements are worth a run of the model: so many of documents that known questions speak of, so many of others.
import { describe, expect, it } from "vitest";
import type { DocumentInfo } from "../../src/document.ts";
import type { Evidence } from "../../src/retrieve/evidence.ts";
import type { Sighted } from "../../src/score/features.ts";
import { most, sieve } from "../../src/score/sieve.ts";
import { keyOf } from "../../src/score/statement-key.ts";
import { fieldLaw, makeEvidence, makePassage, ownPlan } from "../support/made-up-evidence.ts";
import { matchBy } from "../support/match-by.ts";

const textOfCan = (i: number) => `Keepers count cans of number ${i} every noon.`;
const numberOf = ({ evidence }: Sighted) => evidence.passage.ordinal;
const numbers = (some: readonly Sighted[]) => some.map(numberOf).toSorted((a, b) => a - b);
const upTo = (end: number, start = 0) => Array.from({ length: end - start }, (_, i) => start + i);

/** So many passages of one statement each, numbered by their ordinals. */
const cans = (of: DocumentInfo, count: number): Evidence[] =>
  upTo(count).map((ordinal) =>
    makeEvidence(of, makePassage(of, [{ text: textOfCan(ordinal) }], { ordinal })),
  );

/** As if a known question were answered by these numbers of the law. */
const know = (
  evidence: readonly Evidence[],
  ...entries: readonly (readonly [number, number])[]
) => {
  const statements = new Map(
    entries.map(([i, similarity]) => [keyOf(fieldLaw.short, textOfCan(i)), similarity]),
  );
  return evidence.map((each) => ({ ...each, known: { statements, beyond: 0, ofDocument: false } }));
};

/** Later numbers match better. */
const match = matchBy((text) => Number(/\d+/.exec(text)?.[0]) / 1000);
const asked = { asked: "Which cans?", others: [] };

describe.each([
  ["that no known question speaks of", most.unknown, (evidence: Evidence[]) => evidence],
  [
    "that known questions speak of",
    most.known,
    (evidence: Evidence[]) => know(evidence, [0, 1e-6]),
  ],
])("of documents %s", (_, limit, prepare) => {
  const evidence = prepare(cans(fieldLaw, limit + 5));

  it("so many go on as are allowed, those that match best", async () => {
    const { foremost, rest } = await sieve(asked, evidence, match);
    expect(numbers(foremost)).toEqual(upTo(limit + 5, 5));
    expect(numbers(rest)).toEqual(upTo(5));
  });

  it("those of passages that score more go on too", async () => {
    const better = evidence.map((each, i) => (i === 2 ? { ...each, score: 2 } : each));
    const { rest } = await sieve(asked, better, match);
    expect(numbers(rest)).toEqual([0, 1, 3, 4, 5]);
  });
});

it("lets those go on that a known question asks for", async () => {
  const evidence = know(cans(fieldLaw, most.known + 5), [3, 0.5]);
  const { foremost, rest } = await sieve(asked, evidence, match);
  expect(numbers(rest)).toEqual([0, 1, 2, 4, 5]);
  expect(foremost.find((each) => numberOf(each) === 3)?.subject).toBe(0.5);
});

it("lets the home's own go on, however well law matches that known questions speak of", async () => {
  const law = cans(fieldLaw, most.known + 5).map((each) => ({ ...each, score: 9 }));
  const evidence = know([...law, ...cans(ownPlan, most.unknown + 5)], [0, 0.5], [1, 0.5]);
  const { foremost, rest } = await sieve(asked, evidence, match);
  const goOn = (of: DocumentInfo) => foremost.filter((each) => each.evidence.document.id === of.id);
  expect(goOn(fieldLaw)).toHaveLength(most.known);
  expect(numbers(goOn(ownPlan))).toEqual(upTo(most.unknown + 5, 5));
  expect(foremost.map(({ known }) => known)).toEqual(
    foremost.map(({ evidence: { document } }) => document.id === fieldLaw.id),
  );
  expect(rest).toHaveLength(10);
});

it("lets no other documents into room that those of known questions leave", async () => {
  const evidence = know([...cans(fieldLaw, 3), ...cans(ownPlan, most.unknown + 5)], [0, 0.5]);
  const { foremost } = await sieve(asked, evidence, match);
  expect(foremost).toHaveLength(3 + most.unknown);
});

it("tells which hold the kind of thing that is asked for", async () => {
  const texts = ["The log is kept for nine years.", "The log is kept in a box."];
  const evidence = texts.map((text, ordinal) =>
    makeEvidence(fieldLaw, makePassage(fieldLaw, [{ text }], { ordinal })),
  );
  const asks = { kind: "length", words: "how long" } as const;
  const { foremost } = await sieve({ ...asked, asks }, evidence, match);
  expect(foremost.filter(({ holds }) => holds).map(numberOf)).toEqual([0]);
  const { foremost: unasked } = await sieve(asked, evidence, match);
  expect(unasked.some(({ holds }) => holds)).toBe(false);
});

it("lets a heading say when, where it is asked when, and nothing else", async () => {
  const under = (heading: string, ordinal: number) =>
    makeEvidence(
      ownPlan,
      makePassage(ownPlan, [{ text: textOfCan(ordinal).replace(" every noon", "") }], {
        ordinal,
        trail: ["Stores", heading],
      }),
    );
  const evidence = [under("The first day", 0), under("The store", 1)];
  const holders = async (kind: "occasion" | "length") => {
    const { foremost } = await sieve({ ...asked, asks: { kind, words: kind } }, evidence, match);
    return foremost.filter(({ holds }) => holds).map(numberOf);
  };
  expect(await holders("occasion")).toEqual([0]);
  expect(await holders("length")).toEqual([]);
});

it("is empty without evidence", async () => {
  expect(await sieve(asked, [], match)).toEqual({ foremost: [], rest: [] });
});
