// Takes an own document with its statements ranked for what is asked; gives what it says of that: the statements that
// answer, that the place was left blank, or nothing.
import type { DocumentInfo } from "../../document.ts";
import { answeredFrom, type RankedStatement } from "../../score/rank-statements.ts";
import { contentStemList } from "../../text/content-stems.ts";
import { otherwise, readMatter, shareOfMatter } from "../../field/shared-matter.ts";
import { textOfLines } from "../../score/statements.ts";
import { holdsFigures } from "./compare-facts.ts";
import { findBlanks } from "../../text/blanks.ts";
import type { OwnFinding } from "./own-answer.ts";

/** What is quoted of one document: so many statements and words, so far behind the best, further in its section. */
const most = { statements: 6, words: 160 };
const behind = { best: 1.2, inSection: 2.6, sure: 1, figures: 3 };
/**
 * Of 465 topics and questions 10 in 100 that a document does speak of are below `unclear`, and 7 in 10 that it does not
 * (logarithm of odds; docs/answers.md). A heading below `nearHeading` is not near.
 */
const bounds = { unclear: -2.2, nearHeading: -3.2 };

/** Where the best that is not quoted is likelier than this, nobody may say that the document does not speak of it. */
export const mayAnswer = bounds.unclear;

/**
 * @param ranked its statements, best first
 * @param figures it is to be compared with another, which figures tell
 */
export function judgeOwn(
  document: DocumentInfo,
  ranked: readonly RankedStatement[],
  topic: string,
  figures = false,
): OwnFinding {
  const [likeliest] = ranked;
  // Where all its words stand in one statement, nobody may say that the document does not speak of it.
  const isLikely = likeliest !== undefined && likeliest.score >= leastOf(likeliest, figures);
  const best = isLikely ? likeliest : (ranked.find((each) => holdsAll(each, topic)) ?? likeliest);
  if (best === undefined || (!isLikely && !holdsAll(best, topic))) {
    const score = best?.score ?? Number.NEGATIVE_INFINITY;
    const nearest =
      score >= bounds.nearHeading ? (best?.evidence.passage.trail.at(-1) ?? null) : null;
    const verdict = score >= bounds.unclear && nearest !== null ? "unclear" : "silent";
    return { document, verdict, statements: [], blank: null, nearest };
  }
  const blank = readBlank(best, topic);
  const chosen = blank === null ? choose(best, ranked) : [best];
  const statements = figures ? withFigures(chosen, best, ranked) : chosen;
  return { document, verdict: blank === null ? "says" : "blank", statements, blank, nearest: null };
}

/** Words of a place that are quoted where it is asked for: all of most. */
const longestPlace = 400;

/** What stands at a place that the question names by its number. @param statements those of the place, in its order */
export function tellPlace(
  document: DocumentInfo,
  statements: readonly RankedStatement[],
  topic: string,
): OwnFinding {
  const [only, second] = statements;
  const blank = only === undefined || second !== undefined ? null : readBlank(only, topic);
  let words = 0;
  const quoted = statements.filter((each, i) => {
    words += each.words;
    return i === 0 || words <= longestPlace;
  });
  const verdict = blank === null ? "says" : "blank";
  return { document, verdict, statements: quoted, blank, nearest: null };
}

/** What is to be compared is told by its kind as well: "Do they give the same ages?" */
function leastOf({ holds }: RankedStatement, figures: boolean): number {
  return figures && holds ? bounds.unclear : answeredFrom;
}

/** At least two words of what is asked, and no fewer than all of them, or others of the same matter, under its heading. */
function holdsAll({ evidence, lines, score }: RankedStatement, topic: string): boolean {
  const wanted = readMatter(topic);
  const heading = evidence.passage.trail.at(-1) ?? "";
  const held = readMatter(`${heading}. ${textOfLines({ lines }, evidence.passage.text)}`);
  const least = score >= bounds.unclear ? otherwise : 1;
  return new Set(wanted.stems).size >= 2 && shareOfMatter(wanted, held) >= least;
}

/** What is near the best; where even that is only likely, all of its section, which may say it in other words. */
function choose(best: RankedStatement, ranked: readonly RankedStatement[]): RankedStatement[] {
  const sure = best.score >= answeredFrom + behind.sure;
  const chosen: RankedStatement[] = [];
  let words = 0;
  for (const statement of ranked) {
    const far = best.score - statement.score;
    const inSection = statement.unit === best.unit;
    const belongs = inSection
      ? !sure || far <= behind.inSection
      : statement.score >= answeredFrom && far <= behind.best;
    if (!belongs || (chosen.length > 0 && words + statement.words > most.words)) continue;
    chosen.push(statement);
    words += statement.words;
    if (chosen.length === most.statements) break;
  }
  return chosen;
}

/** With what answers too and gives a figure, where what answers best gives none. */
function withFigures(
  chosen: readonly RankedStatement[],
  best: RankedStatement,
  ranked: readonly RankedStatement[],
): readonly RankedStatement[] {
  if (chosen.some(givesFigure)) return chosen;
  const further = ranked.find(
    (each) =>
      (each.score >= answeredFrom ||
        (each.unit === best.unit && each.score >= best.score - behind.figures)) &&
      givesFigure(each),
  );
  return further === undefined ? chosen : [...chosen, further];
}

function givesFigure(statement: RankedStatement): boolean {
  return holdsFigures(textOfLines(statement, statement.evidence.passage.text));
}

/** A blank in the line that is nearest to what is asked, as it is written; null where that line has none. */
function readBlank({ evidence, lines }: RankedStatement, topic: string): string | null {
  const { text, spans } = evidence.passage;
  const wanted = new Set(contentStemList(topic));
  const shares = (words: string) =>
    contentStemList(words).filter((stem) => wanted.has(stem)).length;
  const stretches = lines.flatMap(({ start, end }) => {
    const inside = spans.filter((span) => span.start < end && span.end > start);
    return inside.map((span) => ({
      text: text.slice(Math.max(start, span.start), Math.min(end, span.end)),
      isRow: span.kind === "row" || span.kind === "head",
    }));
  });
  // The first row of a table says what the others hold.
  const [first, ...rest] = stretches;
  const head = first?.isRow === true && rest.length > 0 ? first.text : null;
  const [nearest] = (head === null ? stretches : rest)
    .map((stretch) => stretch.text)
    .toSorted((a, b) => shares(b) - shares(a));
  if (head !== null && nearest && isEmptyCell(head.split(" | "), nearest.split(" | "), shares))
    return emptyCell;
  const [blank] = nearest === undefined ? [] : findBlanks(nearest);
  if (!nearest || !blank) return null;
  return head === null || isAsked(head.split(" | "), nearest.split(" | "), shares)
    ? nearest.slice(blank.start, blank.end)
    : null;
}

/** Nothing stands under the name of the column that is asked for: as readers of tables give an empty cell. */
export const emptyCell = "–";

function isEmptyCell(
  heads: readonly string[],
  [, ...cells]: readonly string[],
  shares: (words: string) => number,
): boolean {
  // "What helps | –": a form that nobody has filled in.
  if (cells.length > 0 && cells.every((cell) => cell.trim() === emptyCell)) return true;
  const asked = cells.findIndex((_, i) => shares(heads[i + 1] ?? "") > 0);
  return asked >= 0 && (cells[asked]?.trim() ?? "") === emptyCell;
}

/** Of a row that says something else as well, a blank cell is what is asked only under the name of its column. */
function isAsked(
  heads: readonly string[],
  [, ...cells]: readonly string[],
  shares: (words: string) => number,
): boolean {
  const isBlank = (cell: string) => findBlanks(cell).length > 0;
  return (
    cells.every((cell) => isBlank(cell) || cell.trim() === "") ||
    cells.some((cell, i) => isBlank(cell) && shares(heads[i + 1] ?? "") > 0)
  );
}
