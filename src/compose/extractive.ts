// The engine without a language model: answers in the documents' own words.
import type { Draft } from "../draft/draft.ts";
import { readLaw, type LawText } from "../law/law-text.ts";
import type { OrderedText } from "../plan/ordered-text.ts";
import type { QuestionPlan } from "../plan/plan-question.ts";
import { isNotGiven, sayNotGiven } from "./answers-asked.ts";
import { chooseParts, type ChosenPart } from "./choose-parts.ts";
import { findFurther, pointTo } from "./further.ts";
import { createLawQuotations } from "./law-quotations.ts";
import { layoutParts } from "./layout-parts.ts";
import type { RankedStatement } from "../score/rank-statements.ts";
import type { RankedPart } from "./ranked-part.ts";
import { missingOfOwn, openingOf, othersOf, tellOwnOfAll } from "./own/tell-own.ts";
import { defaultSelection, type Selection } from "./select-statements.ts";

/** All items of a list of law are quoted where they are no more than so many words with its lead-in. */
const shortList = 60;

/** What an answer is made with. */
export interface ExtractOptions {
  /** Short names of the provider's own documents, so that their silence can be said. */
  readonly ownDocuments?: readonly string[];
  /** All of the regulations and Schedule paragraphs that the statements are from; by default what is ranked of them. */
  readonly law?: LawText;
  readonly selection?: Selection;
}

export function composeExtract(
  plan: QuestionPlan,
  parts: readonly RankedPart[],
  options: ExtractOptions = {},
): Draft {
  const { ownDocuments = [], selection = defaultSelection } = options;
  const rankings = parts.map(({ ranked }) => ranked);
  const text = options.law ?? readLaw(rankings.flat().map(({ evidence }) => evidence));
  const law = createLawQuotations(text, shortList);
  const chosen = chooseParts(parts, { text, quotations: law }, selection);
  const laidOut = layoutParts(chosen, law, ownDocuments);
  const covers = law.listCovered();
  const printed = chosen.flatMap(({ part: { own }, statements, lists }) => [
    ...(own === undefined ? [] : [...openingOf(own).flat(), ...othersOf(own)]),
    ...statements,
    ...lists.statements,
  ]);
  const quoted = [...printed, ...rankings.flat().filter(covers)];
  const further = findFurther(rankings, quoted, selection.further);
  const notes = sayFirst(parts);
  return {
    question: plan.question,
    ...(notes.length === 0 ? {} : { note: notes.join(" ") }),
    ...laidOut,
    ...(further.length === 0 ? {} : { further: pointTo(further, rankings) }),
    missing: parts.flatMap((part) => {
      const own = chosen.find((one) => one.part === part);
      const shown = [...printed, ...part.ranked.filter(covers)];
      return findMissing(plan.question, part, own, shown);
    }),
    engine: { name: "extractive", model: null },
  };
}

/** What must be known first: what own documents do not say, and that texts are quoted and not written. */
function sayFirst(parts: readonly RankedPart[]): string[] {
  const written = parts.find(({ writes, ranked }) => writes !== undefined && ranked.length > 0);
  return [
    ...tellOwnOfAll(parts),
    ...(written?.writes === undefined ? [] : [sayQuotesOnly(written.writes)]),
  ];
}

/** That no document answers a part, or that what it asks for is not among what is shown. */
function findMissing(
  question: string,
  part: RankedPart,
  chosen: ChosenPart | undefined,
  shown: readonly RankedStatement[],
): string[] {
  if (part.own !== undefined || part.ranked.length === 0) return missingLines(part, question);
  if (chosen === undefined || chosen.lists.complete) return [];
  return isNotGiven(part, shown) ? [sayNotGiven(part, question)] : [];
}

/** What a report says of a part that no document answers, or that own documents do not. */
export function missingLines(
  part: Pick<RankedPart, "heading" | "unmet" | "asks" | "own">,
  question: string,
): string[] {
  const { heading, own } = part;
  if (own === undefined) return [missingLine(part, question)];
  return missingOfOwn(own, (heading ?? question).replace(/[.?!]+$/, ""));
}

function missingLine(
  part: Pick<RankedPart, "heading" | "unmet" | "asks">,
  question: string,
): string {
  if (part.unmet.length === 0 && part.asks !== undefined) return sayNotGiven(part, question);
  const asked = (part.heading ?? question).replace(/[.?!]+$/, "");
  if (part.unmet.length === 0) return `${asked}: nothing in the library is likely to answer this.`;
  return `${asked}: no document of the library speaks of ${part.unmet.join(" or ")} on this.`;
}

/** What a reader must know who wanted a text written. */
function sayQuotesOnly({ kind }: OrderedText): string {
  return `Without a language model charm quotes and does not draft: below, in their own order, is what the documents say the ${kind} must contain or keep to.`;
}
