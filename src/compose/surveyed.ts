// Takes a question after all of one kind of thing; gives the sentences of the field's law and guidance that require one.
import type { Authority } from "../document.ts";
import { readSurvey } from "../plan/survey.ts";
import { fieldTitle } from "../references/known-instruments.ts";
import { inOrder } from "./delegated-list.ts";
import type { DraftClaim } from "./draft.ts";
import { namePlace } from "./name-place.ts";
import { locatorOf, quoteOpening } from "./opening-words.ts";
import type { RankedStatement } from "./rank-statements.ts";

/** Most sentences of each authority; the law's are all given, within reason. */
const most: Partial<Record<Authority, number>> = { legislation: 16, "statutory-guidance": 6 };

/** In the order of the documents, law first; none where the question asks something else. */
export function findSurveyed(
  question: string,
  ranked: readonly RankedStatement[],
): RankedStatement[] {
  const survey = readSurvey(question);
  if (survey === null) return [];
  const requiring = ranked.filter((statement) => {
    const { document, passage } = statement.evidence;
    const { start = 0, end = 0 } = statement.lines[0] ?? {};
    return fieldTitle.test(document.title) && survey.pattern.test(passage.text.slice(start, end));
  });
  return (Object.keys(most) as Authority[]).flatMap((authority) => {
    const own = requiring.filter(({ evidence }) => evidence.document.authority === authority);
    return dropRepeats(own).slice(0, most[authority]).sort(inOrder);
  });
}

/** The items of one list are statements with the same lead-in, which is all that is quoted. */
function dropRepeats(statements: readonly RankedStatement[]): RankedStatement[] {
  const byLead = new Map<string, RankedStatement>();
  for (const statement of statements) {
    const key = `${statement.evidence.passage.id}@${statement.lines[0]?.start}`;
    if (!byLead.has(key)) byLead.set(key, statement);
  }
  return [...byLead.values()];
}

/** Words of a duty that say what it is about. */
const fewestWords = 14;

export function quoteSurveyed(statement: RankedStatement): DraftClaim {
  const { document, passage } = statement.evidence;
  const name = namePlace(document, locatorOf(statement), passage.trail);
  return {
    authority: document.authority,
    lines: [quoteOpening(statement, `**${name}**`, 0, fewestWords)],
  };
}
