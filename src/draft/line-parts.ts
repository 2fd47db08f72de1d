// Makes the parts of a line, and reads them as plain text.
import { namedAt, spanAt } from "../chunk/locator-at.ts";
import { namePlace } from "../place/name-place.ts";
import { describeLeftOut, type LeftOutItems } from "../law/left-out.ts";
import type { Place } from "../place/place.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import type { DraftLine, GapPart, LinePart, NamePart, Quote, QuotePart } from "./draft.ts";

export const gap: LinePart = { kind: "gap" };

/** What is left out of a list of law. */
export function gapOf(left: LeftOutItems): LinePart {
  return { kind: "gap", left };
}

export function words(text: string): LinePart {
  return { kind: "words", text };
}

/** Words that label what follows them. */
export function strong(text: string): LinePart {
  return { kind: "words", text, strong: true };
}

export function quotePart(quote: Quote): QuotePart {
  return { kind: "quote", quote };
}

/** The place at which a passage's text stands at an offset. */
export function placeAt({ passage, document }: Evidence, offset: number): Place {
  const span = spanAt(passage, offset);
  const page = span?.page ?? null;
  return {
    documentId: document.id,
    file: document.file,
    address: span?.address ?? "",
    locator: span?.locator ?? null,
    title: null,
    page,
    pageEnd: page,
    ordinal: span?.provision ?? null,
    standing: passage.standing,
  };
}

/** "Guide 10.12": the name of the place at which a passage's text stands at an offset. */
export function nameAt(evidence: Evidence, offset: number): NamePart {
  const { passage, document } = evidence;
  const text = namePlace(document.short, namedAt(passage, offset), passage.trail);
  return { kind: "name", text, place: placeAt(evidence, offset) };
}

/** A quote as it is read: on one line, without its marks. */
export function quotedText({ evidence, start, end }: Quote): string {
  return evidence.passage.text.slice(start, end).replace(/\s+/g, " ");
}

/** "… (g) and 2 more, on page 31"; where it is not known what is left out, the mark alone. */
export function writeGap({ left }: GapPart): string {
  return left === undefined ? "…" : `… ${describeLeftOut(left)}`;
}

/** A part as plain text. */
function plainPart(part: LinePart): string {
  switch (part.kind) {
    case "quote":
      return `“${quotedText(part.quote)}”`;
    case "gap":
      return writeGap(part);
    case "blank":
      return `[${part.label}]`;
    default:
      return part.text;
  }
}

/** A line as plain text, without markers. */
export function plainLine({ parts }: Pick<DraftLine, "parts">): string {
  return parts
    .map(plainPart)
    .reduce((line, part) => `${line}${standsOff(line, part) ? " " : ""}${part}`, "");
}

/** Whether a space belongs between what is written and what comes next: before all but punctuation, not in brackets. */
export function standsOff(before: string, next: string): boolean {
  return before !== "" && !/^[,.;:)]/.test(next) && !before.endsWith("(");
}
