// Takes ranked statements and what an answer already quotes; gives the next best places by their opening words, so that
// a reader knows where else to look.
import { carriesDuties } from "../document.ts";
import { locatorAt, spanAt } from "../chunk/locator-at.ts";
import { paragraphOf } from "../place/address.ts";
import type { DraftClaim } from "../draft/draft.ts";
import { isContactDetail } from "./contact-details.ts";
import { nameAt, words } from "../draft/line-parts.ts";
import { readExceptionAhead } from "../verify/conditions.ts";
import { quoteStart } from "./opening-words.ts";
import type { RankedStatement } from "./rank-statements.ts";
import { textOfLines, type StatementLine } from "./statements.ts";

export interface FurtherPlaces {
  /** Most places in an answer. */
  readonly places: number;
  /** Places further behind the best statement of their part (logarithm of odds) are left out. */
  readonly behind: number;
}

/** More places of one paragraph than this say only that all of it is meant. */
const mostOfParagraph = 2;

/** Words of a place's text that tell what it is about. */
const telling = { fewest: 6, most: 7 };

/** Statements by their parts of the question, each part's best first; the parts take turns. */
export function findFurther(
  parts: readonly (readonly RankedStatement[])[],
  quoted: readonly RankedStatement[],
  { places, behind }: FurtherPlaces,
): RankedStatement[] {
  const placesOf = (statement: RankedStatement) =>
    statement.lines.map((line) => placeAt(statement, line).key);
  const seen = new Set(quoted.flatMap(placesOf));
  const paragraphs = new Map<string, number>();
  const queues = parts.map((ranked) => {
    const floor = (ranked[0]?.score ?? 0) - behind;
    return ranked.filter((statement) => statement.score >= floor && isPlace(statement));
  });
  const isNew = (statement: RankedStatement): boolean => {
    const { key, paragraph } = placeAt(statement, tellingLine(statement));
    return !seen.has(key) && (paragraphs.get(paragraph) ?? 0) < mostOfParagraph;
  };
  const found: RankedStatement[] = [];
  for (let before = -1; found.length < places && found.length > before;) {
    before = found.length;
    for (const queue of queues) {
      const statement = found.length < places ? queue.find(isNew) : undefined;
      if (statement === undefined) continue;
      const { key, paragraph } = placeAt(statement, tellingLine(statement));
      seen.add(key);
      paragraphs.set(paragraph, (paragraphs.get(paragraph) ?? 0) + 1);
      found.push(statement);
    }
  }
  return found;
}

/** "Guide 15.6: “…” …". */
export function quoteFurther(statement: RankedStatement): DraftClaim {
  const { evidence } = statement;
  const { passage, document } = evidence;
  const { start: lineStart, end: lineEnd } = tellingLine(statement);
  // The name says already which item it is.
  const label = /^(?:\(\w+\)\s*)*/.exec(passage.text.slice(lineStart, lineEnd))?.[0] ?? "";
  const start = lineStart + label.length;
  const end = start + tellingLength(passage.text.slice(start, lineEnd));
  const quote = quoteStart(evidence, { start, end }, end < lineEnd);
  const parts = [nameAt(evidence, start), words(":"), ...quote];
  return { authority: document.authority, lines: [{ depth: 0, parts }] };
}

/** Of a list's item its own words, not those it hangs from. */
function tellingLine({ lines }: RankedStatement): StatementLine {
  const deepest = Math.max(...lines.map(({ depth }) => depth));
  return lines.find(({ depth }) => depth === deepest) ?? { start: 0, end: 0, depth: 0 };
}

function isPlace(statement: RankedStatement): boolean {
  const { evidence, features } = statement;
  if (!carriesDuties(evidence.document.authority) || features.field === 0) return false;
  if (locatorAt(evidence.passage, tellingLine(statement).start) === null) return false;
  return !isContactDetail(textOfLines(statement, evidence.passage.text));
}

/** Keys of the place that a line stands at, and of the paragraph that it is in. */
function placeAt({ evidence }: RankedStatement, { start }: StatementLine) {
  const { passage, document } = evidence;
  const address = spanAt(passage, start)?.address ?? "";
  return { key: `${document.id}#${address}`, paragraph: `${document.id}#${paragraphOf(address)}` };
}

/** To the first pause after a few words, or else after some more; an exception is never cut off. */
function tellingLength(text: string): number {
  let count = 0;
  let excepted = false;
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    count += 1;
    const pauses = count >= telling.fewest && /[,;:.—]$/.test(word);
    if (!pauses && (excepted || count < telling.most)) continue;
    const end = index + word.replace(/[,;:—]$/, "").length;
    if (readExceptionAhead(text.slice(end)) === null) return end;
    excepted = true;
  }
  return text.length;
}
