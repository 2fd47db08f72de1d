// Takes a statement and the others of its part of the question; gives those that have to be read with it.
import { spanAt } from "../chunk/locator-at.ts";
import { depthOf, familyOf, isWithin, paragraphOf } from "../place/address.ts";
import { isFieldLaw } from "../references/known-instruments.ts";
import { inField, linkReferences } from "../references/link-references.ts";
import type { RankedStatement } from "./rank-statements.ts";
import { textOfLines } from "./statements.ts";

/** Takes a statement and the others of its part of the question; gives those that belong to it. */
export type FindRelated = (
  chosen: RankedStatement,
  others: readonly RankedStatement[],
) => RankedStatement[];

/** A list that is asked for is quoted whole up to this many words. */
export const longestList = 260;

/**
 * The other parts of the list of guidance that a statement is a part of; none of a list too long to quote whole. (Lists
 * of law are whole by themselves: law-quotations.ts.)
 */
export const findListParts: FindRelated = (chosen, others) => {
  const key = leadKey(chosen);
  if (key === "" || chosen.evidence.document.authority === "legislation") return [];
  const rest = others.filter((other) => other !== chosen && leadKey(other) === key);
  const words = [chosen, ...rest].reduce((sum, statement) => sum + statement.words, 0);
  return words <= longestList ? rest : [];
};

/** Statements with the same lead-in in the same passage are parts of one list. */
export function leadKey({ evidence, lines }: RankedStatement): string {
  return lines.length < 2 ? "" : `${evidence.passage.id}@${lines[0]?.start}`;
}

/** A sentence that points to more places than this sets out none of them. */
const mostPlaces = 3;

/** The law that guidance leaves a matter to: "must have the qualification in regulation 28(2)". */
export const findLawPointedTo: FindRelated = (chosen, others) => {
  // Law that points to other regulations says so and is understood.
  if (chosen.evidence.document.authority === "legislation") return [];
  const paragraphs = [...new Set(linkReferences(textOf(chosen)).flatMap(placeOf))];
  if (paragraphs.length === 0 || paragraphs.length > mostPlaces) return [];
  const law = others.filter((other) => isFieldLaw(other.evidence.document));
  // A clause that is no statement of its own is found in its paragraph.
  const places = paragraphs.map((place) =>
    law.some((each) => standsAt(each, place)) ? place : paragraphOf(place),
  );
  return law.filter((other) => places.some((place) => standsAt(other, place)));
};

/** A line of it is at a place or below. */
function standsAt(statement: RankedStatement, place: string): boolean {
  return addressesOf(statement).some((address) => isWithin(address, place));
}

/** Of each of its lines. */
function addressesOf({ evidence, lines }: RankedStatement): (string | null)[] {
  return lines.map(({ start }) => spanAt(evidence.passage, start)?.address ?? null);
}

/** The place that a link of the field leads to; nothing for a whole regulation or Schedule. */
function placeOf(link: string): string[] {
  const address = inField(link).replace(/\.\..*$/, "");
  if (/^sch\/.+\/para\//.test(address)) return [paragraphOf(address)];
  return familyOf(address) === "reg" && depthOf(address) > 0 ? [address] : [];
}

function textOf(statement: RankedStatement): string {
  return textOfLines(statement, statement.evidence.passage.text);
}
