// Takes a paragraph of law and the others of its regulation; gives those without which it says more than the law does.
import { splitAddress } from "../place/address.ts";
import { allWithin, itemsOf, ownText, type LawProvision } from "./law-text.ts";

/** A paragraph with what it says, all that hangs from it included. */
interface Read {
  readonly paragraph: LawProvision;
  readonly text: string;
  /** "5" for paragraph (5); null where the regulation has no numbered paragraphs. */
  readonly number: string | null;
}

/** A paragraph that another has to be read with. */
export interface Limit {
  readonly paragraph: LawProvision;
  /** Without it the other says more than the law does; otherwise it only says what the other is for. */
  readonly needed: boolean;
}

/**
 * Exceptions to it, conditions it is subject to, and what a term in it means; also what it is for. A time limit often
 * stands in the next paragraph: 28(2) has to be read with "the relevant date is" in 28(3).
 * @param siblings the other paragraphs of its regulation, in their order
 */
export function findLimits(paragraph: LawProvision, siblings: readonly LawProvision[]): Limit[] {
  const self = read(paragraph);
  const others = siblings
    .map(read)
    .filter(({ number }) => number !== null && number !== self.number);
  const terms = others
    .flatMap(({ text }) => definedTerms(text))
    .filter((term) => hasTerm(self.text, term));
  return others.flatMap((sibling): Limit[] => {
    const needed =
      limits(sibling, self) ||
      isLimitedBy(self, sibling) ||
      terms.some((term) => definedTerms(sibling.text).includes(term));
    const told =
      needed ||
      isScopeOf(sibling, self) ||
      isForPurposesOf(self, sibling) ||
      isForPurposesOf(sibling, self) ||
      terms.some((term) => hasTerm(sibling.text, term));
    return told ? [{ paragraph: sibling.paragraph, needed }] : [];
  });
}

function read(paragraph: LawProvision): Read {
  const text = allWithin(paragraph).map(ownText).join(" ");
  const [unit, step] = splitAddress(paragraph.address);
  const numbered = unit?.key !== "sch" && /^\d/.test(step?.label ?? "");
  return { paragraph, text, number: numbered ? (step?.label ?? null) : null };
}

/** "For the purposes of paragraph (1)(b), a person has …": says what a word of that paragraph means. */
function isForPurposesOf(self: Read, sibling: Read): boolean {
  return (
    sibling.number !== null &&
    new RegExp(`for the purposes of paragraph \\(${sibling.number}\\)`, "i").test(self.text)
  );
}

/** "Paragraph (3) does not apply …", "No measure may be imposed under paragraph (5) unless …". */
function limits(sibling: Read, self: Read): boolean {
  const { number } = self;
  if (number === null) return false;
  // In the words that name it, or those they hang from: a paragraph may limit something else besides.
  return readLines(sibling.paragraph).some(
    (line) => paragraphsIn(line).includes(number) && limitingWords.test(line),
  );
}

/** The words of each provision in a paragraph, after those that it hangs from. */
function readLines(provision: LawProvision, above = ""): string[] {
  const line = `${above} ${ownText(provision)}`;
  return [line, ...itemsOf(provision).flatMap((item) => readLines(item, line))];
}

const limitingWords =
  /\b(?:does not apply|do not apply|unless|except|subject to|may not|no \w+ may|exempt|need not)\b/i;

/** "Paragraphs (4) to (9) apply if …", "This regulation applies to …": what a duty is for. */
function isScopeOf(sibling: Read, self: Read): boolean {
  if (self.number === null) return false;
  const [applies] =
    /[^.;—]*\bappl(?:y|ies) (?:if|where|when|only|to|in)\b/i.exec(sibling.text) ?? [];
  if (applies === undefined || /\bnot\b/i.test(applies)) return false;
  return /\bthis regulation\b/i.test(applies) || paragraphsIn(applies).includes(self.number);
}

/** "Subject to paragraph (5), …". */
function isLimitedBy(self: Read, sibling: Read): boolean {
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
export function definedTerms(text: string): string[] {
  const quoted = text.matchAll(/“([^”]{3,40})” (?:means|includes|has the meaning)/g);
  const stated =
    /^\(\w+\)\s+The ([a-z]+ (?:date|period|time|day|person|information|requirements?|conditions?)) (?:is|are)\b/.exec(
      text,
    );
  return [...quoted, ...(stated === null ? [] : [stated])].map(([, term = ""]) => term);
}

/** As a word of its own, or words: "oar" is not in "board". */
export function hasTerm(text: string, term: string): boolean {
  const at = text.indexOf(term);
  if (at < 0) return false;
  const around = `${text[at - 1] ?? " "}${text[at + term.length] ?? " "}`;
  return !/\p{L}/u.test(around) || hasTerm(text.slice(at + term.length), term);
}
