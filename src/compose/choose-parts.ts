// Takes the parts of a question with their ranked statements; gives what each is answered with, nothing of it twice.
import type { DraftClaim } from "../draft/draft.ts";
import type { LawText } from "../law/law-text.ts";
import { longestList } from "./list-parts.ts";
import { asksContents, findDelegatedList, quoteDelegatedList } from "./delegated-list.ts";
import type { RankedPart } from "./ranked-part.ts";
import type { LawQuotations } from "./law-quotations.ts";
import { countWords } from "./limit-draft.ts";
import type { RankedStatement } from "../score/rank-statements.ts";
import { isOwn, selectStatements, statementKey, type Selection } from "./select-statements.ts";
import { findSurveyed, quoteSurveyed } from "./surveyed.ts";

/** Beside a list that answers, and for each part after a survey of all policies, few further words are needed. */
const beside = { list: 40, survey: 90 };
/** A part has at least this many words, however many parts there are. */
const leastWords = 110;

export interface ChosenPart {
  readonly part: RankedPart;
  readonly lists: Lists;
  /** The lists' claims, where no earlier part gives them. */
  readonly listed: readonly DraftClaim[];
  readonly statements: readonly RankedStatement[];
}

/** The law that statements are from, and the account of what is quoted of it. */
export interface QuotedLaw {
  readonly text: LawText;
  readonly quotations: LawQuotations;
}

/** Parts that an earlier one answers are left out. */
export function chooseParts(
  parts: readonly RankedPart[],
  law: QuotedLaw,
  selection: Selection,
): ChosenPart[] {
  const taken = new Set<string>();
  const given = new Set<string>();
  const wordsEach = Math.max(leastWords, Math.round(selection.words / parts.length));
  const chosen: ChosenPart[] = [];
  let listed = false;
  for (const part of parts) {
    if (isAnsweredBefore(part, taken)) continue;
    const lists = listsOf(part, law.text);
    const asksList = asksContents(part.heading ?? part.query);
    const claims = given.has(lists.name) ? [] : lists.claims;
    given.add(lists.name);
    const listWords = claims.reduce((sum, claim) => sum + countWords(claim), 0);
    const words = listed ? beside.survey : Math.max(beside.list, wordsEach - listWords);
    listed ||= lists.complete;
    // A list is the whole answer of law and guidance; what the home's own documents say still belongs beside it.
    const statements = selectStatements(
      lists.complete ? part.ranked.filter(isOwn) : part.ranked,
      { ...selection, words },
      new Set([...taken, ...lists.statements.map(statementKey)]),
      law.quotations,
      asksList,
    );
    if (asksList) takeBestWhole(statements, law.quotations);
    const { source } = lists;
    const isNew = source && !statements.includes(source) && !taken.has(statementKey(source));
    if (isNew) law.quotations.take(source);
    const all = isNew ? [source, ...statements] : statements;
    for (const statement of [...all, ...lists.statements]) taken.add(statementKey(statement));
    chosen.push({ part, lists, listed: claims, statements: all });
  }
  return chosen;
}

/** What is asked to contain something is told whole. */
function takeBestWhole(statements: readonly RankedStatement[], law: LawQuotations): void {
  const [best] = statements
    .filter((each) => law.paragraphsOf(each).length > 0)
    .toSorted((a, b) => b.score - a.score);
  if (best) law.takeWhole(best, longestList);
}

/** Beside a best statement that an earlier part has quoted, those further behind it are of the earlier part (logarithm of odds). */
const ofItsOwn = 0.7;

/** A part that leans on another and finds only what that one found has nothing to stand under its heading. */
function isAnsweredBefore(
  { carried, ranked, own }: RankedPart,
  taken: ReadonlySet<string>,
): boolean {
  // What the home's own documents say of it, or do not, is its answer.
  if (own !== undefined) return false;
  const [best] = ranked;
  if (carried === undefined || best === undefined || !taken.has(statementKey(best))) return false;
  return !ranked.some(
    (statement) => statement.score >= best.score - ofItsOwn && !taken.has(statementKey(statement)),
  );
}

export interface Lists {
  /** Tells the same list again from another. */
  readonly name: string;
  /** Law that leaves what is asked to a Schedule. */
  readonly source: RankedStatement | null;
  readonly claims: readonly DraftClaim[];
  /** Statements that the claims quote. */
  readonly statements: readonly RankedStatement[];
  /** The list is the answer; nothing need stand beside it. */
  readonly complete: boolean;
}

/** What a part is answered with as a list: a Schedule's paragraphs, or all provisions that require one kind of thing. */
function listsOf({ heading, query, ranked }: RankedPart, law: LawText): Lists {
  const asked = heading ?? query;
  const delegated = findDelegatedList(asked, ranked);
  if (delegated) {
    return {
      name: delegated.schedule,
      source: delegated.source,
      claims: [quoteDelegatedList(delegated, law)],
      statements: delegated.items,
      complete: false,
    };
  }
  const surveyed = findSurveyed(asked, ranked);
  return {
    name: surveyed.map(({ statement }) => statementKey(statement)).join(" "),
    source: null,
    claims: surveyed.map((each) => quoteSurveyed(each, law)),
    statements: surveyed.map(({ statement }) => statement),
    complete: surveyed.length > 0,
  };
}
