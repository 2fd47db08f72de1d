// The engine without a language model: answers in the documents' own words.
import { authorities } from "../document.ts";
import { authorityWords } from "../draft/authorities.ts";
import type { QuestionPlan } from "../plan/plan-question.ts";
import type { Draft, DraftClaim, DraftGroup, DraftSection } from "../draft/draft.ts";
import { asksContents, findDelegatedList, quoteDelegatedList } from "./delegated-list.ts";
import { findSurveyed, quoteSurveyed } from "./surveyed.ts";
import { findFurther, quoteFurther } from "./further.ts";
import { countWords } from "./limit-draft.ts";
import { pickOpening } from "./pick-opening.ts";
import { joinClaims, quoteStatements } from "./quote-statements.ts";
import type { RankedStatement } from "./rank-statements.ts";
import {
  defaultSelection,
  isOwn,
  selectStatements,
  statementKey,
  type Selection,
} from "./select-statements.ts";

/** One part of a question with its statements, best first; none when nothing bears on it. */
export interface RankedPart {
  readonly query: string;
  readonly heading: string | null;
  readonly ranked: readonly RankedStatement[];
  /** Places and bodies that the part names and no evidence mentions. */
  readonly unmet: readonly string[];
}

/** An answer opens with the best of each of its first parts. */
const mostDirect = 3;
/** Beside a list that answers, and for each part after a survey of all policies, few further words are needed. */
const beside = { list: 40, survey: 90 };
/** A part has at least this many words, however many parts there are. */
const leastWords = 110;

const furtherTitle = "See also";

/** What is quoted under headings, in their order. */
const quotable = authorities.filter((authority) => authority !== "untrusted");

/**
 * @param ownDocuments short names of the provider's own documents, so that their silence can be said
 */
export function composeExtract(
  plan: QuestionPlan,
  parts: readonly RankedPart[],
  ownDocuments: readonly string[] = [],
  selection: Selection = defaultSelection,
): Draft {
  const taken = new Set<string>();
  const given = new Set<string>();
  const missing: string[] = [];
  const direct: DraftClaim[] = [];
  const sections: DraftSection[] = [];
  let listed = false;
  const quoted: RankedStatement[] = [];
  const wordsEach = Math.max(leastWords, Math.round(selection.words / parts.length));
  for (const part of parts) {
    const lists = listsOf(part);
    const listWords = lists.claims.reduce((sum, claim) => sum + countWords(claim), 0);
    const words = listed ? beside.survey : Math.max(beside.list, wordsEach - listWords);
    // A list is the whole answer of law and guidance; what the home's own documents say still belongs beside it.
    const ranked = lists.complete ? part.ranked.filter(isOwn) : part.ranked;
    const chosen = selectStatements(
      ranked,
      { ...selection, words },
      new Set([...taken, ...lists.statements.map(statementKey)]),
      asksContents(part.heading ?? part.query),
    );
    const source = lists.source;
    if (source && !chosen.includes(source) && !taken.has(statementKey(source)))
      chosen.unshift(source);
    // What an earlier part quoted is not said again, and a list not given again.
    const claims = given.has(lists.name) ? [] : lists.claims;
    given.add(lists.name);
    quoted.push(...chosen, ...lists.statements);
    for (const statement of [...chosen, ...lists.statements]) taken.add(statementKey(statement));
    if (part.ranked.length === 0) missing.push(missingLine(part, plan.question));
    // A part that rests on what an earlier part quoted is answered there.
    if (chosen.length === 0 && claims.length === 0) continue;
    // A list needs no sentence to open it, and the parts after it stand under their headings.
    listed ||= lists.complete;
    const opens = direct.length < mostDirect && !listed;
    const opening = opens ? pickOpening(chosen, source) : [];
    direct.push(...joinClaims(quoteStatements(opening)));
    const rest = chosen.filter((statement) => !opening.includes(statement));
    sections.push({ heading: part.heading, groups: groupStatements(rest, claims, ownDocuments) });
  }
  const further = findFurther(
    parts.map(({ ranked }) => ranked),
    quoted,
    selection.further,
  );
  if (further.length > 0) {
    const claims = further.map(quoteFurther);
    sections.push({ heading: null, groups: [{ title: furtherTitle, claims }] });
  }
  return {
    question: plan.question,
    direct,
    sections,
    missing,
    engine: { name: "extractive", model: null },
  };
}

interface Lists {
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
function listsOf({ heading, query, ranked }: RankedPart): Lists {
  const asked = heading ?? query;
  const delegated = findDelegatedList(asked, ranked);
  if (delegated) {
    return {
      name: delegated.schedule,
      source: delegated.source,
      claims: [quoteDelegatedList(delegated)],
      statements: delegated.items,
      complete: false,
    };
  }
  const surveyed = findSurveyed(asked, ranked);
  return {
    name: `survey of ${surveyed.length}`,
    source: null,
    claims: surveyed.map(quoteSurveyed),
    statements: surveyed.map(({ statement }) => statement),
    complete: surveyed.length > 0,
  };
}

/** What a report says of a part that no document answers. */
export function missingLine(part: Pick<RankedPart, "heading" | "unmet">, question: string): string {
  const asked = (part.heading ?? question).replace(/[.?!]+$/, "");
  if (part.unmet.length === 0) return `${asked}: no document of the library answers this.`;
  return `${asked}: no document of the library speaks of ${part.unmet.join(" or ")} on this.`;
}

function groupStatements(
  chosen: readonly RankedStatement[],
  lists: readonly DraftClaim[],
  ownDocuments: readonly string[],
): DraftGroup[] {
  return quotable.flatMap((authority): DraftGroup[] => {
    const title = authorityWords[authority].section;
    const inGroup = chosen.filter(({ evidence }) => evidence.document.authority === authority);
    const claims = [
      ...joinClaims(byPassage(inGroup).flatMap(quoteStatements)),
      ...lists.filter((list) => list.authority === authority),
    ];
    if (claims.length > 0) return [{ title, claims }];
    if (authority !== "own" || ownDocuments.length === 0) return [];
    return [
      {
        title,
        claims,
        note: `No passage of ${ownDocuments.join(" or ")} comes close enough to this to quote.`,
      },
    ];
  });
}

/** Statements of one passage together, units kept together and in order of their best statement. */
function byPassage(statements: readonly RankedStatement[]): RankedStatement[][] {
  const best = statements.toSorted((a, b) => b.score - a.score);
  const units = [...new Set(best.map(({ unit }) => unit))];
  return units.flatMap((unit) => {
    const members = statements.filter((statement) => statement.unit === unit);
    const ids = [...new Set(members.map(({ evidence }) => evidence.passage.id))].sort();
    return ids.map((id) => members.filter(({ evidence }) => evidence.passage.id === id));
  });
}
