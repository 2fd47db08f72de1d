// Takes a statement of law and the rest of its regulation; gives the paragraphs that change what it means.
import type { RankedStatement } from "./rank-statements.ts";

/** What a paragraph of a regulation says of its neighbours. */
interface Paragraph {
  readonly statement: RankedStatement;
  readonly text: string;
  /** "5" for paragraph (5); null where the regulation has no numbered paragraphs. */
  readonly number: string | null;
}

/**
 * Exceptions to it, conditions it is subject to, and what defines or moves a term it uses. A time limit often stands
 * in the next paragraph: 28(2) has to be read with "the relevant date is" in 28(3).
 */
export function findCompanions(
  chosen: RankedStatement,
  others: readonly RankedStatement[],
): RankedStatement[] {
  const self = toParagraph(chosen);
  const siblings = others
    .filter((other) => other.unit === chosen.unit && other !== chosen)
    .map(toParagraph)
    .filter((paragraph) => paragraph.number !== null && paragraph.number !== self.number);
  const terms = siblings
    .flatMap(({ text }) => definedTerms(text))
    .filter((term) => self.text.includes(term));
  return siblings
    .filter(
      (sibling) => limits(sibling, self) || isLimitedBy(self, sibling) || usesTerm(sibling, terms),
    )
    .map(({ statement }) => statement);
}

function toParagraph(statement: RankedStatement): Paragraph {
  const { passage } = statement.evidence;
  const text = statement.lines.map(({ start, end }) => passage.text.slice(start, end)).join(" ");
  const start = statement.lines[0]?.start ?? 0;
  const locator = passage.spans.find((span) => span.end > start)?.locator ?? "";
  return { statement, text, number: /^\w+\((\d+[A-Z]*)\)/.exec(locator)?.[1] ?? null };
}

/** "Paragraph (3) does not apply …", "No measure may be imposed under paragraph (5) unless …". */
function limits(sibling: Paragraph, self: Paragraph): boolean {
  if (self.number === null || !mentions(sibling.text, self.number)) return false;
  return /\b(?:does not apply|do not apply|unless|except|subject to|may not|no \w+ may|exempt|need not)\b/i.test(
    sibling.text,
  );
}

/** "Subject to paragraph (5), …". */
function isLimitedBy(self: Paragraph, sibling: Paragraph): boolean {
  if (sibling.number === null || !mentions(self.text, sibling.number)) return false;
  return new RegExp(
    `\\b(?:subject to|except|unless|satisf\\w+|requirements? (?:in|of)|conditions? in)\\b[^.;]{0,60}paragraphs? (?:\\(\\w+\\)(?:,| and| or| to)? ?)*\\(${sibling.number}\\)`,
    "i",
  ).test(self.text);
}

function mentions(text: string, number: string): boolean {
  return new RegExp(`\\bparagraphs? (?:\\(\\w+\\)(?:,| and| or| to)? ?)*\\(${number}\\)`, "i").test(
    text,
  );
}

/** Terms that a paragraph gives a meaning within its regulation: “prescribed” means …, The relevant date is— … */
function definedTerms(text: string): string[] {
  const terms: string[] = [];
  for (const match of text.matchAll(/“([^”]{3,40})” (?:means|includes|has the meaning)/g))
    terms.push(match[1] ?? "");
  const stated =
    /^\(\w+\)\s+The ([a-z]+ (?:date|period|time|day|person|information|requirements?|conditions?)) (?:is|are)\b/.exec(
      text,
    );
  if (stated?.[1]) terms.push(stated[1]);
  return terms.filter((term) => term !== "");
}

function usesTerm(sibling: Paragraph, terms: readonly string[]): boolean {
  return terms.some((term) => sibling.text.includes(term));
}
