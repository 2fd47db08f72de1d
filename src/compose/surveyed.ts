// Takes a question after all of one kind of thing; gives the sentences of the field's law and guidance that require one.
import type { Authority } from "../document.ts";
import { firstOfEach } from "../lists.ts";
import { readSurvey } from "../plan/survey.ts";
import { inOrder } from "./delegated-list.ts";
import type { DraftClaim } from "../draft/draft.ts";
import { nameAt, words } from "../draft/line-parts.ts";
import type { LawText } from "../law/law-text.ts";
import { addressOf, nameGap, quoteOpening } from "./opening-words.ts";
import type { RankedStatement } from "../score/rank-statements.ts";

/** Most sentences of each authority; the law's are all given, within reason. */
const most: Partial<Record<Authority, number>> = { legislation: 16, "statutory-guidance": 6 };

/** A sentence that requires what is asked for, and how much of it says so, in characters. */
export interface Surveyed {
  readonly statement: RankedStatement;
  readonly telling: number;
}

/** In the order of the documents, law first; none where the question asks something else. */
export function findSurveyed(question: string, ranked: readonly RankedStatement[]): Surveyed[] {
  const survey = readSurvey(question);
  if (survey === null) return [];
  // The items of one list are statements with the same lead-in, which is all that is quoted.
  const distinct = firstOfEach(
    ranked,
    ({ evidence, lines }) => `${evidence.passage.id}@${lines[0]?.start}`,
  );
  const requiring = distinct.flatMap((statement): Surveyed[] => {
    const { document, passage } = statement.evidence;
    const { start = 0, end = 0 } = statement.lines[0] ?? {};
    const match = survey.pattern.exec(passage.text.slice(start, end));
    if (match === null || !document.field) return [];
    return [{ statement, telling: match.index + match[0].length }];
  });
  return (Object.keys(most) as Authority[]).flatMap((authority) =>
    requiring
      .filter(({ statement }) => statement.evidence.document.authority === authority)
      .slice(0, most[authority])
      .sort((a, b) => inOrder(a.statement, b.statement)),
  );
}

/** Words of a duty that say what it is about. */
const fewestWords = 10;

/** The sentence by its opening words; where it only leads into a list, with the first item's. */
export function quoteSurveyed({ statement, telling }: Surveyed, law: LawText): DraftClaim {
  const { evidence, lines } = statement;
  const { document, passage } = evidence;
  const [lead, item] = lines;
  const name = [nameAt(evidence, lead?.start ?? 0), words(":")];
  const opening = quoteOpening(statement, { words: fewestWords, characters: telling });
  const bare = lead && /(?:which|that|—|:)[—:]?$/.test(passage.text.slice(lead.start, lead.end));
  const { authority } = document;
  const [quote] = opening;
  const isWhole = quote?.kind === "quote" && quote.quote.end === lead?.end;
  const provision = law.at(document.id, addressOf(statement) ?? "");
  if (!bare || !isWhole || !item)
    return { authority, lines: [{ depth: 0, parts: [...name, ...nameGap(opening, provision)] }] };
  const first = quoteOpening({ evidence, lines: lines.slice(1) }, { words: fewestWords });
  const head = { depth: 0, parts: [...name, quote] };
  return { authority, lines: [head, { depth: 1, parts: nameGap(first, provision, 1) }] };
}
