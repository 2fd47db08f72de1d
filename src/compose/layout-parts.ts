// Takes what each part of a question is answered with; gives the claims that open the answer and those under its headings.
import { authorities } from "../document.ts";
import { authorityWords } from "../draft/authorities.ts";
import type { Draft, DraftClaim, DraftGroup, DraftSection } from "../draft/draft.ts";
import { groupBy } from "../lists.ts";
import type { ChosenPart } from "./choose-parts.ts";
import { inOrder } from "./delegated-list.ts";
import { isOwn, statementKey } from "./select-statements.ts";
import type { RankedPart } from "./ranked-part.ts";
import type { LawQuotations } from "./law-quotations.ts";
import { openingOf, othersOf } from "./own/tell-own.ts";
import { pickOpening } from "./pick-opening.ts";
import { joinClaims, quoteStatements } from "./quote-statements.ts";
import { rankClaims } from "./rank-claims.ts";
import type { RankedStatement } from "../score/rank-statements.ts";

/** An answer opens with the best of each of its first parts. */
const mostDirect = 3;

/** What is quoted under headings, in their order. */
const quotable = authorities.filter((authority) => authority !== "untrusted");

/** @param ownDocuments short names of the provider's own documents, so that their silence can be said */
export function layoutParts(
  parts: readonly ChosenPart[],
  law: LawQuotations,
  ownDocuments: readonly string[],
): Pick<Draft, "direct" | "sections"> {
  const direct: DraftClaim[] = [];
  const sections: DraftSection[] = [];
  let opened = 0;
  let listed = false;
  // What answers an earlier part as well is said once.
  const said = new Set<string>();
  for (const { part, lists, listed: claims, statements } of parts) {
    const { own } = part;
    // A part that rests on what an earlier part quoted is answered there.
    if (statements.length === 0 && claims.length === 0 && own === undefined) continue;
    // A list needs no sentence to open it, and the parts after it stand under their headings.
    listed ||= lists.complete;
    if (own !== undefined) {
      // What the documents say that were asked; law and guidance follow under their headings.
      for (const list of openingOf(own)) {
        const fresh = list.filter((statement) => !said.has(statementKey(statement)));
        for (const statement of fresh) said.add(statementKey(statement));
        direct.push(...rankClaims(quoteAll(byPassage(fresh), law), fresh));
      }
      const all = [...statements, ...othersOf(own)];
      const groups = groupStatements(all, claims, { law, ownDocuments: [], part });
      sections.push({ heading: part.heading, groups });
      continue;
    }
    const opens = opened < mostDirect && !listed && part.writes === undefined;
    const opening = opens ? pickOpening(statements, lists.source, law) : [];
    if (opening.length > 0) opened += 1;
    direct.push(...rankClaims(quoteAll([opening], law), part.ranked));
    const rest = statements.filter((statement) => !opening.includes(statement));
    // What opened the answer was not silent.
    const silent = opening.some(isOwn) ? [] : ownDocuments;
    sections.push({
      heading: part.heading,
      groups: groupStatements(rest, claims, { law, ownDocuments: silent, part }),
    });
  }
  return { direct, sections };
}

interface GroupOptions {
  readonly law: LawQuotations;
  readonly ownDocuments: readonly string[];
  readonly part: RankedPart;
}

function groupStatements(
  chosen: readonly RankedStatement[],
  lists: readonly DraftClaim[],
  { law, ownDocuments, part }: GroupOptions,
): DraftGroup[] {
  const order = part.writes === undefined ? byPassage : inTheirOrder;
  return quotable.flatMap((authority): DraftGroup[] => {
    const title = authorityWords[authority].section;
    const inGroup = chosen.filter(({ evidence }) => evidence.document.authority === authority);
    const claims = [
      ...rankClaims(quoteAll(order(inGroup), law), part.ranked),
      ...lists.filter((list) => list.authority === authority),
    ];
    if (claims.length > 0) return [{ title, claims }];
    if (authority !== "own" || ownDocuments.length === 0) return [];
    return [
      {
        title,
        claims,
        note: `No passage of ${nameOwn(ownDocuments)} comes close enough to this to quote.`,
      },
    ];
  });
}

/** More than a few are not named one by one. */
function nameOwn(documents: readonly string[]): string {
  return documents.length > 3 ? `your ${documents.length} own documents` : documents.join(" or ");
}

/** @param groups statements of one passage each */
function quoteAll(groups: readonly RankedStatement[][], law: LawQuotations): DraftClaim[] {
  const claims = groups.flatMap((statements) => {
    const paragraphs = new Set(statements.flatMap(law.paragraphsOf));
    const others = statements.filter((each) => law.paragraphsOf(each).length === 0);
    return [...[...paragraphs].flatMap(law.quote), ...quoteStatements(others)];
  });
  return joinClaims(claims);
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

/** Statements of one passage together; documents by their best, and each in its own order. */
function inTheirOrder(statements: readonly RankedStatement[]): RankedStatement[][] {
  const best = statements.toSorted((a, b) => b.score - a.score);
  const documents = [...new Set(best.map(({ evidence }) => evidence.document.id))];
  return documents.flatMap((id) => {
    const own = statements.filter(({ evidence }) => evidence.document.id === id).sort(inOrder);
    return [...groupBy(own, ({ evidence }) => evidence.passage.id).values()];
  });
}
