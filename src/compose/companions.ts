// Takes a statement of law and the rest of its regulation; gives the paragraphs that change what it means.
import { spanAt } from "../chunk/locator-at.ts";
import {
  depthOf,
  familyOf,
  isWithin,
  paragraphOf,
  parentAddress,
  splitAddress,
} from "../place/address.ts";
import { isFieldLaw } from "../references/known-instruments.ts";
import { inField, linkReferences } from "../references/link-references.ts";
import { addressOf } from "./opening-words.ts";
import type { RankedStatement } from "./rank-statements.ts";
import { textOfLines } from "./statements.ts";

/** What a paragraph of a regulation says of its neighbours. */
interface Paragraph {
  readonly statement: RankedStatement;
  readonly text: string;
  /** "5" for paragraph (5); null where the regulation has no numbered paragraphs. */
  readonly number: string | null;
}

/** Takes a statement and the others of its part of the question; gives those that belong to it. */
export type FindRelated = (
  chosen: RankedStatement,
  others: readonly RankedStatement[],
) => RankedStatement[];

/** A list whose items must all hold is quoted whole up to this many words. */
const longestList = 260;

/**
 * Exceptions to it, conditions it is subject to, and what defines or moves a term it uses. A time limit often stands
 * in the next paragraph: 28(2) has to be read with "the relevant date is" in 28(3).
 */
export const findCompanions: FindRelated = (chosen, others) => {
  const self = toParagraph(chosen);
  const siblings = others
    .filter((other) => other.unit === chosen.unit && other !== chosen)
    .map(toParagraph)
    .filter((paragraph) => paragraph.number !== null && paragraph.number !== self.number);
  const terms = siblings
    .flatMap(({ text }) => definedTerms(text))
    .filter((term) => hasTerm(self.text, term));
  const companions = siblings.filter(
    (sibling) =>
      limits(sibling, self) ||
      isScopeOf(sibling, self) ||
      isLimitedBy(self, sibling) ||
      isForPurposesOf(self, sibling) ||
      isForPurposesOf(sibling, self) ||
      terms.some((term) => hasTerm(sibling.text, term)),
  );
  return companions.map(({ statement }) => statement);
};

/** Where its regulation says what a term in it means: "The relevant date is—". Without it the condition is open. */
export const findDefinitions: FindRelated = (chosen, others) => {
  if (chosen.evidence.document.authority !== "legislation") return [];
  const text = textOf(chosen);
  return others.filter(
    (other) =>
      other.unit === chosen.unit &&
      other !== chosen &&
      definedTerms(textOf(other)).some((term) => hasTerm(text, term)),
  );
};

/** "(a) …; (b) …; and (c) …": one condition in several parts. Of "or" each stands alone. */
export const findRestOfCondition: FindRelated = (chosen, others) => {
  const [lead] = chosen.lines;
  // Duties under "must ensure that—" each stand alone, too; under "if—" they are one condition.
  if (!lead || !conditional.test(chosen.evidence.passage.text.slice(lead.start, lead.end)))
    return [];
  const rest = findListParts(chosen, others);
  const ends = [chosen, ...rest].flatMap(itemEnds);
  return ends.some((end) => /[;,] and\s*$/.test(end)) ? rest : [];
};

const conditional =
  /\b(?:if|unless|only|provided|until|where|when|requirements?|conditions?|means|may|tests?|circumstances|purposes?)\b/i;

/** How each item right under the lead-in ends, the items under it included. */
function itemEnds({ evidence, lines }: RankedStatement): string[] {
  const items = lines.slice(1);
  const top = Math.min(...items.map(({ depth }) => depth));
  return items
    .filter((_, i) => (items[i + 1]?.depth ?? top) === top)
    .map(({ start, end }) => evidence.passage.text.slice(start, end));
}

/** The other parts of the list that a statement is a part of; none of a list too long to quote whole. */
export const findListParts: FindRelated = (chosen, others) => {
  const key = leadKey(chosen);
  if (key === "") return [];
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

/** The sentence of its paragraph that a clause stands under, where it is a statement of its own. */
export const findParent: FindRelated = (chosen, others) => {
  const parent = parentAddress(addressOf(chosen) ?? "");
  // A regulation as a whole is no sentence.
  if (splitAddress(parent).length < 2) return [];
  // Where other clauses hang from it, only a sentence that has ended says something of its own.
  const isSentence = (other: RankedStatement): boolean => {
    const [first, ...more] = addressesOf(other);
    const { start = 0, end = 0 } = other.lines[0] ?? {};
    const ended = /[.!?][”’)]?\s*$/.test(other.evidence.passage.text.slice(start, end));
    return first === parent && (ended || more.every((each) => each === parent));
  };
  return others.filter((other) => other.unit === chosen.unit && isSentence(other));
};

/**
 * The law that guidance leaves a matter to ("must have the qualification in regulation 28(2)"), or that a paragraph of
 * law reads with it ("by the relevant date in regulation 28(3)").
 */
export const findLawPointedTo: FindRelated = (chosen, others) => {
  const paragraphs = [...new Set(linkReferences(textOf(chosen)).flatMap(placeOf))];
  if (paragraphs.length === 0 || paragraphs.length > mostPlaces) return [];
  const lawful = chosen.evidence.document.authority === "legislation";
  const law = others.filter((other) => {
    // Law that points to other regulations says so and is understood; its own paragraphs are read together.
    const readWith = other !== chosen && (!lawful || other.unit === chosen.unit);
    return readWith && isFieldLaw(other.evidence.document);
  });
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

/** "For the purposes of paragraph (1)(b), a person has …": says what a word of that paragraph means. */
function isForPurposesOf(self: Paragraph, sibling: Paragraph): boolean {
  return (
    sibling.number !== null &&
    new RegExp(`for the purposes of paragraph \\(${sibling.number}\\)`, "i").test(self.text)
  );
}

function toParagraph(statement: RankedStatement): Paragraph {
  const [unit, paragraph] = splitAddress(addressOf(statement) ?? "");
  const numbered = unit?.key !== "sch" && /^\d/.test(paragraph?.label ?? "");
  return {
    statement,
    text: textOf(statement),
    number: numbered ? (paragraph?.label ?? null) : null,
  };
}

/** "Paragraph (3) does not apply …", "No measure may be imposed under paragraph (5) unless …". */
function limits(sibling: Paragraph, self: Paragraph): boolean {
  if (self.number === null || !paragraphsIn(sibling.text).includes(self.number)) return false;
  return /\b(?:does not apply|do not apply|unless|except|subject to|may not|no \w+ may|exempt|need not)\b/i.test(
    sibling.text,
  );
}

/** "Paragraphs (4) to (9) apply if …", "This regulation applies to …": what a duty is for. */
function isScopeOf(sibling: Paragraph, self: Paragraph): boolean {
  if (self.number === null) return false;
  const [applies] =
    /[^.;—]*\bappl(?:y|ies) (?:if|where|when|only|to|in)\b/i.exec(sibling.text) ?? [];
  if (applies === undefined || /\bnot\b/i.test(applies)) return false;
  return /\bthis regulation\b/i.test(applies) || paragraphsIn(applies).includes(self.number);
}

/** "Subject to paragraph (5), …". */
function isLimitedBy(self: Paragraph, sibling: Paragraph): boolean {
  if (sibling.number === null) return false;
  const limiting =
    /\b(?:subject to|except|unless|satisf\w+|requirements? (?:in|of)|conditions? in)\b[^.;]{0,60}?paragraphs?[^.;,—]*/gi;
  return [...self.text.matchAll(limiting)].some(([words]) =>
    paragraphsIn(words).includes(sibling.number ?? ""),
  );
}

const paragraphList =
  /\bparagraphs? ((?:\(\w+\)(?:\(\w+\))*(?:,? (?:and|or|to) |, )?)+)(?! ?of (?:regulation|section|Schedule))/gi;

/** Numbers of the paragraphs of its own regulation that a text names, ranges spelt out: "(1) to (3)" → 1, 2, 3. */
function paragraphsIn(text: string): string[] {
  return [...text.matchAll(paragraphList)].flatMap(([, list = ""]) => {
    const numbers = [...list.matchAll(/(?<!\))\((\w+)\)/g)].map(([, number = ""]) => number);
    const [first = "", last = ""] = [numbers[0], numbers.at(-1)];
    if (!/ to /.test(list) || !/^\d+$/.test(first) || !/^\d+$/.test(last)) return numbers;
    const length = Math.max(0, Number(last) - Number(first) + 1);
    return [...numbers, ...Array.from({ length }, (_, i) => String(Number(first) + i))];
  });
}

/** Terms that a paragraph gives a meaning within its regulation: “prescribed” means …, The relevant date is— … */
function definedTerms(text: string): string[] {
  const quoted = text.matchAll(/“([^”]{3,40})” (?:means|includes|has the meaning)/g);
  const stated =
    /^\(\w+\)\s+The ([a-z]+ (?:date|period|time|day|person|information|requirements?|conditions?)) (?:is|are)\b/.exec(
      text,
    );
  return [...quoted, ...(stated === null ? [] : [stated])].map(([, term = ""]) => term);
}

/** As a word of its own, or words: "oar" is not in "board". */
function hasTerm(text: string, term: string): boolean {
  const at = text.indexOf(term);
  if (at < 0) return false;
  const around = `${text[at - 1] ?? " "}${text[at + term.length] ?? " "}`;
  return !/\p{L}/u.test(around) || hasTerm(text.slice(at + term.length), term);
}
