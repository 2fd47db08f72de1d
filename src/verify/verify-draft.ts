// Takes what an engine composed; gives everything found wrong with it: its quotes by their offsets, its places by their
// addresses, and only what is said in words by reading it.
import {
  claimsOf,
  quotesOf,
  type Draft,
  type DraftClaim,
  type DraftLine,
  type DraftPointer,
  type Quote,
} from "../draft/draft.ts";
import { placeAt, plainLine, quotedText } from "../draft/line-parts.ts";
import { makeFinding, type Finding, type FindingPlace } from "../findings/finding.ts";
import { isWithin } from "../place/address.ts";
import { checkStatement } from "./check-statement.ts";
import { readExceptionAhead } from "./conditions.ts";
import { nameSupport, nameSupports } from "./name-supports.ts";
import { toSupport } from "./read-evidence.ts";
import { readStatement } from "./read-statement.ts";
import { checkAuthority } from "./rules/check-authority.ts";
import { checkWholeLists } from "./rules/check-whole-lists.ts";
import type { CheckContext, StatementKind, Support } from "./statement.ts";
import { fewestQuoted } from "./quotes.ts";
import { contentStems, readWords } from "../text/word-stems.ts";

/** Findings of all claims and pointers in the order of the draft; each must rest on the quotes it carries. */
export function verifyDraft(draft: Draft, context: CheckContext): Finding[] {
  const claims = claimsOf(draft).flatMap((claim) => [
    ...claim.lines.flatMap((line) => verifyLine(line, claim, context)),
    ...(context.references === null ? [] : checkWholeLists(claim, context.references)),
  ]);
  // What only points to a place begins nothing.
  const pointers = (draft.further ?? []).map(readPointer);
  return [
    ...claims,
    ...pointers.flatMap((claim) => claim.lines.flatMap((line) => verifyLine(line, claim, context))),
  ];
}

/** A pointer as a name with the words that stand there: each must be where it says. */
function readPointer({ authority, name, opening }: DraftPointer): DraftClaim {
  return { authority, lines: [{ depth: 0, parts: [name, { kind: "quote", quote: opening }] }] };
}

/** What a claim says of itself in the words of verification. */
const claimKinds: Readonly<Record<NonNullable<DraftClaim["kind"]>, StatementKind>> = {
  statement: "requirement",
  advice: "advice",
  draft: "advice",
  connective: "connective",
};

function verifyLine(line: DraftLine, claim: DraftClaim, context: CheckContext): Finding[] {
  const own = quotesOf(line);
  const quotes = own.length > 0 ? own : claim.lines.flatMap(quotesOf);
  const rested = [...new Set(quotes.map(({ evidence }) => evidence))];
  const supports = rested.map((evidence) => toSupport(evidence));
  const cut = own.filter((quote) => !liesInside(quote)).map(tellOutside);
  const names = checkNames(line, claim, supports);
  const ends = own.flatMap((quote) => checkEnd(quote, claim));
  const text = saidIn(line);
  if (contentStems(text).size > 0) {
    const kind = claim.kind === undefined ? "requirement" : claimKinds[claim.kind];
    const statement = readStatement({ text, kind }, context.references);
    return [...cut, ...names, ...ends, ...checkStatement(statement, supports, context)];
  }
  // "Guide 10.12: “…”", "Schedule 1, 22 paragraphs:": a name, and the document's own words.
  const kind = own.length > 0 ? "quote" : "connective";
  const authority = checkAuthority({ text, kind, quotes: [], references: [] }, supports);
  return [...cut, ...names, ...ends, ...authority];
}

/** What charm or a model says in words of its own, beside names, quotes and labels. */
function saidIn({ parts }: DraftLine): string {
  return plainLine({
    parts: parts.filter((part) => part.kind === "words" && part.strong !== true),
  });
}

function liesInside({ evidence, start, end }: Quote): boolean {
  return start >= 0 && start < end && end <= evidence.passage.text.length;
}

function tellOutside(quote: Quote): Finding {
  const place = nameSupport(toSupport(quote.evidence));
  const options = { reference: quotedText(quote), place: findingPlace(quote) };
  return makeFinding("quote-not-on-page", { variant: "absent", place }, options);
}

/**
 * What a line names must be where a quote under that name stands, or hold such a place. Items under it, up to the next
 * name, stand under it as well: its own quote may be a lead-in from outside the place.
 */
function checkNames(
  line: DraftLine,
  { lines }: DraftClaim,
  supports: readonly Support[],
): Finding[] {
  const after = lines.slice(lines.indexOf(line) + 1);
  const next = after.findIndex(({ parts }) => parts.some(({ kind }) => kind === "name"));
  const under = [line, ...after.slice(0, next < 0 ? after.length : next)];
  const quotes = under.flatMap(quotesOf);
  const held = quotes.length > 0 ? quotes : lines.flatMap(quotesOf);
  const places = held.map(({ evidence, start }) => placeAt(evidence, start));
  return line.parts.flatMap((part) => {
    if (part.kind !== "name") return [];
    const { documentId, address } = part.place;
    const stands = places.some(
      (place) =>
        place.documentId === documentId && (address === "" || isWithin(place.address, address)),
    );
    if (stands) return [];
    const reference = part.text;
    const args = { variant: "elsewhere", reference, sources: nameSupports(supports) } as const;
    const { file, locator, page } = part.place;
    const options = { reference, place: { file, locator, page } };
    return [makeFinding("reference-unsupported", args, options)];
  });
}

/** A quote may be word for word and yet mislead, by ending before an exception that the claim does not quote. */
function checkEnd(quote: Quote, { lines }: DraftClaim): Finding[] {
  const { passage } = quote.evidence;
  if (readWords(quotedText(quote)).length < fewestQuoted) return [];
  const condition = readExceptionAhead(passage.text.slice(quote.end));
  if (condition === null) return [];
  const goesOn = lines.flatMap(quotesOf).some((other) => {
    const between = passage.text.slice(quote.end, Math.max(quote.end, other.start));
    return other.evidence.passage.id === passage.id && other.end > quote.end && !/\S/.test(between);
  });
  if (goesOn) return [];
  const place = nameSupport(toSupport(quote.evidence));
  const options = { reference: quotedText(quote), severity: "error" } as const;
  return [
    makeFinding(
      "condition-dropped",
      { place, condition },
      { ...options, place: findingPlace(quote) },
    ),
  ];
}

function findingPlace({ evidence, start }: Quote): FindingPlace {
  const { file, locator, page } = placeAt(evidence, start);
  return { file, locator, page };
}
