// Takes ranked statements and what an answer already quotes; gives the next best places by their opening words, so that
// a reader knows where else to look.
import type { Authority } from "../document.ts";
import { locatorAt, namedAt } from "../chunk/locator-at.ts";
import type { DraftClaim } from "./draft.ts";
import { isContactDetail } from "./contact-details.ts";
import { namePlace } from "../place/name-place.ts";
import { quoteStart } from "./opening-words.ts";
import type { RankedStatement } from "./rank-statements.ts";
import { textOfLines, type StatementLine } from "./statements.ts";

export interface FurtherPlaces {
  /** Most places in an answer. */
  readonly places: number;
  /** Places further behind the best statement of their part (logarithm of odds) are left out. */
  readonly behind: number;
}

/** What a home must or should do, and what it is inspected for; a plan or a charter is no place to look for that. */
const authorities: ReadonlySet<Authority> = new Set([
  "legislation",
  "statutory-guidance",
  "inspection",
]);

/** More places of one paragraph than this say only that all of it is meant. */
const mostOfParagraph = 2;

/** Words of a place's text that tell what it is about. */
const words = { fewest: 6, most: 7 };

/** Statements by their parts of the question, each part's best first; the parts take turns. */
export function findFurther(
  parts: readonly (readonly RankedStatement[])[],
  quoted: readonly RankedStatement[],
  { places, behind }: FurtherPlaces,
): RankedStatement[] {
  const seen = new Set(quoted.flatMap(placesOf));
  const paragraphs = new Map<string, number>();
  const queues = parts.map((ranked) => {
    const floor = (ranked[0]?.score ?? 0) - behind;
    return ranked.filter((statement) => statement.score >= floor && isPlace(statement));
  });
  const isNew = (statement: RankedStatement): boolean => {
    const key = placeKey(statement);
    return !seen.has(key) && (paragraphs.get(paragraphOf(key)) ?? 0) < mostOfParagraph;
  };
  const found: RankedStatement[] = [];
  for (let before = -1; found.length < places && found.length > before;) {
    before = found.length;
    for (const queue of queues) {
      const statement = found.length < places ? queue.find(isNew) : undefined;
      if (statement === undefined) continue;
      const key = placeKey(statement);
      seen.add(key);
      paragraphs.set(paragraphOf(key), (paragraphs.get(paragraphOf(key)) ?? 0) + 1);
      found.push(statement);
    }
  }
  return found;
}

/** "**Guide 15.6**: “…” …". */
export function quoteFurther(statement: RankedStatement): DraftClaim {
  const { evidence } = statement;
  const { passage, document } = evidence;
  const { start: lineStart, end: lineEnd } = tellingLine(statement);
  // The name says already which item it is.
  const label = /^(?:\(\w+\)\s*)*/.exec(passage.text.slice(lineStart, lineEnd))?.[0] ?? "";
  const start = lineStart + label.length;
  const end = start + openingLength(passage.text.slice(start, lineEnd));
  const name = namePlace(document.short, namedAt(passage, start), passage.trail);
  const line = { label: `**${name}**: `, depth: 0, goesOn: end < lineEnd };
  return { authority: document.authority, lines: [quoteStart(evidence, { start, end }, line)] };
}

/** Of a list's item its own words, not those it hangs from. */
function tellingLine({ lines }: RankedStatement): StatementLine {
  const deepest = Math.max(...lines.map(({ depth }) => depth));
  return lines.find(({ depth }) => depth === deepest) ?? { start: 0, end: 0, depth: 0 };
}

function isPlace(statement: RankedStatement): boolean {
  const { evidence, features } = statement;
  if (!authorities.has(evidence.document.authority) || features.field === 0) return false;
  if (locatorAt(evidence.passage, tellingLine(statement).start) === null) return false;
  return !isContactDetail(textOfLines(statement, evidence.passage.text));
}

function placeKey(statement: RankedStatement): string {
  const { passage, document } = statement.evidence;
  return `${document.id}#${locatorAt(passage, tellingLine(statement).start)}`;
}

/** "43(3)" of "43(3)(b)(i)"; a Schedule's paragraphs and the Guide's are each their own. */
function paragraphOf(key: string): string {
  return /^[^()]*(?:\([^()]*\))?/.exec(key)?.[0] ?? key;
}

function placesOf({ evidence: { passage, document }, lines }: RankedStatement): string[] {
  return lines.map(({ start }) => `${document.id}#${locatorAt(passage, start)}`);
}

/** To the first pause after a few words, or else after some more. */
function openingLength(text: string): number {
  let count = 0;
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    count += 1;
    const ends = count >= words.most || (count >= words.fewest && /[,;:.—]$/.test(word));
    if (ends) return index + word.replace(/[,;:—]$/, "").length;
  }
  return text.length;
}
