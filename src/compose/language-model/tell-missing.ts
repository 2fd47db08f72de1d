// Takes what a model says is missing and what is shown of its reply; gives the lines that stand, each looked for in the
// library first, and the places that answer the others.
import { findStatements } from "../../score/statements.ts";
import type { RankedStatement } from "../../score/rank-statements.ts";
import type { Evidence } from "../../retrieve/evidence.ts";
import { contentStemList } from "../../text/content-stems.ts";
import type { AskedQuestion } from "../engine.ts";
import { defaultSelection } from "../select-statements.ts";
import type { GroundedItem } from "./ground.ts";
import type { Lookup } from "./lookup.ts";

/** Most that a model is heard on this, and words of each; places that are named for a line. */
const most = { lines: 8, words: 30, places: 2 };
/** From which score on a place is worth naming: what is only not unlikely is neither named nor said to be missing. */
const tellsFrom = defaultSelection.least;
/** What answers no further behind the best than this answers as well (logarithm of odds). */
const asGood = 0.7;

export interface Missing {
  readonly lines: readonly string[];
  /** What answers a line that the model could not. */
  readonly places: readonly RankedStatement[];
}

/**
 * The frame is charm's own, so that what a model puts here cannot pass for what a document says.
 * @param shown items that are shown
 * @param pieces what the model was shown
 */
export async function settleMissing(
  said: readonly string[],
  shown: readonly GroundedItem[],
  pieces: readonly Evidence[],
  lookup: Lookup,
): Promise<Missing> {
  const lines: string[] = [];
  const places: RankedStatement[] = [];
  for (const line of said.map(bareLine).filter(isHeard).slice(0, most.lines)) {
    if (shown.some((item) => saysAll(item, line))) continue;
    const found = await lookup.search(line);
    const best = found[0]?.score ?? Number.NEGATIVE_INFINITY;
    const answering = found.filter(({ score }) => score >= best - asGood);
    if (answering.some((statement) => shown.some((item) => rests(item, statement)))) continue;
    const named = answering.length > 0 ? [] : await lookup.named(line);
    // A provision that it names and was not shown may say it.
    const unseen = named.filter(
      ({ passage }) => !pieces.some((one) => one.passage.id === passage.id),
    );
    const pointed = best >= tellsFrom ? answering : unseen.flatMap(toStatement);
    places.push(...pointed.slice(0, most.places));
    if (answering.length + unseen.length === 0)
      lines.push(`The passages shown to the model do not say ${line}.`);
  }
  return { lines: [...new Set(lines)], places };
}

/** Parts that a model wrote nothing on, or nothing that is left, with the best that the library has for each. */
export function settleSilent(shown: readonly GroundedItem[], { parts }: AskedQuestion): Missing {
  const stated = new Set(
    shown
      .filter(({ kind }) => kind === "requirement" || kind === "draft")
      .map(({ item }) => (parts.length === 1 ? 1 : Math.min(item.part, parts.length))),
  );
  const silent = parts.filter((_, index) => !stated.has(index + 1));
  const isCited = (statement: RankedStatement) => shown.some((item) => rests(item, statement));
  const unsaid = silent.filter(({ ranked = [] }) => !ranked.slice(0, 1).some(isCited));
  return {
    lines: unsaid.map(({ heading }) => heading ?? "").filter((heading) => heading !== ""),
    places: unsaid.flatMap(({ ranked = [] }) => ranked.slice(0, most.places)),
  };
}

function bareLine(line: string): string {
  return line
    .replace(
      /^the (?:documents|passages|evidence)(?: shown(?: to the model)?)? do(?:es)? not say[\s:,…]+/i,
      "",
    )
    .replace(/[.\s]+$/, "");
}

function isHeard(line: string): boolean {
  return line !== "" && line.split(/\s+/).length <= most.words;
}

/** The statement has every telling word of the line. */
function saysAll({ item, kind }: GroundedItem, line: string): boolean {
  if (kind !== "requirement") return false;
  const wanted = [...new Set(contentStemList(line.replace(/\bwhether\b/i, "")))];
  const held = new Set(contentStemList(`${item.lead ?? ""} ${item.text}`));
  return wanted.length >= 2 && wanted.every((stem) => held.has(stem));
}

/** It cites the place, or what stands around it in the same passage. */
function rests({ quotes }: GroundedItem, { evidence }: RankedStatement): boolean {
  return quotes.some((quote) => quote.evidence.passage.id === evidence.passage.id);
}

function toStatement(evidence: Evidence): RankedStatement[] {
  const [first] = findStatements(evidence.passage);
  return first === undefined ? [] : [{ ...first, evidence, score: 0, unit: "", holds: false }];
}

export function sayNothingAnswers(asked: string): string {
  return `Nothing in these documents answers: ${asked.replace(/[.?!\s]+$/, "")}.`;
}
