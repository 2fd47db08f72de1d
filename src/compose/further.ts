// Takes ranked statements and what an answer already quotes; gives the next best places, each with what tells a reader
// what it is about, so that a reader knows where else to look.
import { carriesDuties } from "../document.ts";
import { locatorAt, spanAt } from "../chunk/locator-at.ts";
import { paragraphOf } from "../place/address.ts";
import type { DraftPointer } from "../draft/draft.ts";
import { nameAt } from "../draft/line-parts.ts";
import { firstOfEach } from "../lists.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import type { RankedStatement } from "../score/rank-statements.ts";
import { textOfLines } from "../score/statements.ts";
import type { TextRange } from "../text/sentences.ts";
import { findTellingEnd, tellsEnough, type StemWeights } from "./telling-words.ts";
import { weighStems } from "./terms.ts";

export interface FurtherPlaces {
  /** Most places in an answer. */
  readonly places: number;
  /** Least score of what is named (logarithm of the odds that it belongs into the answer). */
  readonly least: number;
}

/** More places of one paragraph than this say only that all of it is meant. */
const mostOfParagraph = 2;

type Parts = readonly (readonly RankedStatement[])[];

/** Statements by their parts of the question, each part's best first; the parts take turns. */
export function findFurther(
  parts: Parts,
  quoted: readonly RankedStatement[],
  { places, least }: FurtherPlaces,
): RankedStatement[] {
  const near = parts.map((ranked) =>
    ranked.filter((statement) => statement.score >= least && isPlace(statement)),
  );
  return takeTurns(near, quoted, places);
}

function takeTurns(
  queues: Parts,
  quoted: readonly RankedStatement[],
  most: number,
): RankedStatement[] {
  const placesOf = (statement: RankedStatement) =>
    statement.lines.map((line) => placeAt(statement, line).key);
  const seen = new Set(quoted.flatMap(placesOf));
  const paragraphs = new Map<string, number>();
  const isNew = (statement: RankedStatement): boolean => {
    const { key, paragraph } = placeAt(statement, tellingLine(statement));
    return !seen.has(key) && (paragraphs.get(paragraph) ?? 0) < mostOfParagraph;
  };
  const found: RankedStatement[] = [];
  for (let before = -1; found.length < most && found.length > before;) {
    before = found.length;
    for (const queue of queues) {
      const statement = found.length < most ? queue.find(isNew) : undefined;
      if (statement === undefined) continue;
      const { key, paragraph } = placeAt(statement, tellingLine(statement));
      seen.add(key);
      paragraphs.set(paragraph, (paragraphs.get(paragraph) ?? 0) + 1);
      found.push(statement);
    }
  }
  return found;
}

/** Pointers to what was found among the statements of the parts, which tell how telling a word is. */
export function pointTo(found: readonly RankedStatement[], parts: Parts): DraftPointer[] {
  const passages = firstOfEach(
    parts.flat().map(({ evidence }) => evidence.passage),
    ({ id }) => id,
  );
  const own = found.flatMap((statement) => {
    const { text, trail } = statement.evidence.passage;
    return [textOfLines(statement, text), ...trail];
  });
  const weights = weighStems(
    own.join("\n"),
    passages.map(({ text }) => text),
  );
  return found.map((statement) => pointAt(statement, weights));
}

function pointAt(statement: RankedStatement, weights: StemWeights): DraftPointer {
  const { evidence } = statement;
  const { text, trail } = evidence.passage;
  const line = tellingLine(statement);
  // The name says already which item it is.
  const label = /^(?:\(\w+\)\s*)*/.exec(text.slice(line.start, line.end))?.[0] ?? "";
  const start = line.start + label.length;
  const unnumbered = isUnnumbered(statement);
  const told = unnumbered ? null : findTellingEnd(text.slice(start, line.end), weights);
  // Without a heading its own words, however little they tell, are all there is.
  const byHeading = told === null && trail.length > 0;
  const end = told === null ? line.end : start + told;
  return {
    authority: evidence.document.authority,
    name: nameAt(evidence, start),
    trail,
    opening: { evidence, start, end },
    told: byHeading ? "heading" : "opening",
    under: byHeading ? headingBeside(evidence, unnumbered, weights) : null,
    goesOn: /[\p{L}\d]/u.test(text.slice(end, line.end)),
  };
}

/** A place without a number has its heading in its name, which may say no more than "Good". */
function headingBeside(
  { passage: { trail }, document: { title } }: Evidence,
  unnumbered: boolean,
  weights: StemWeights,
): string | null {
  const own = trail.at(-1) ?? null;
  if (!unnumbered) return own;
  const above = trail.at(-2) ?? null;
  // The name has the document already.
  return (own !== null && tellsEnough(own, weights)) || above === title ? null : above;
}

/** Of a list's item its own words, not those it hangs from. */
function tellingLine({ lines }: RankedStatement): TextRange {
  const deepest = Math.max(...lines.map(({ depth }) => depth));
  return lines.find(({ depth }) => depth === deepest) ?? { start: 0, end: 0 };
}

/** A place of what lays duties on a home or inspects it; one without a number is told by its heading. */
function isPlace(statement: RankedStatement): boolean {
  const { document, passage } = statement.evidence;
  if (!carriesDuties(document.authority)) return false;
  return !isUnnumbered(statement) || passage.trail.length > 0;
}

function isUnnumbered(statement: RankedStatement): boolean {
  return locatorAt(statement.evidence.passage, tellingLine(statement).start) === null;
}

/** Keys of the place that a line stands at, and of the paragraph that it is in; of a heading, where there is no number. */
function placeAt({ evidence }: RankedStatement, { start }: TextRange) {
  const { passage, document } = evidence;
  const address = spanAt(passage, start)?.address ?? null;
  if (address === null) {
    const key = `${document.id}#under ${passage.trail.join(" › ")}`;
    return { key, paragraph: key };
  }
  return { key: `${document.id}#${address}`, paragraph: `${document.id}#${paragraphOf(address)}` };
}
