// Builds the text of made-up law, passage by passage, for tests of what is read and quoted of it.
import { createLawQuotations, type LawQuotations } from "../../src/compose/law-quotations.ts";
import type { RankedStatement } from "../../src/score/rank-statements.ts";
import type { DocumentInfo } from "../../src/document.ts";
import type { DraftClaim } from "../../src/draft/draft.ts";
import { quotedText, writeGap } from "../../src/draft/line-parts.ts";
import { allWithin, readLaw, type LawProvision, type LawText } from "../../src/law/law-text.ts";
import type { Evidence } from "../../src/retrieve/evidence.ts";
import { addressOf, fieldLaw, makeEvidence, makePassage } from "./made-up-evidence.ts";

/** A provision's words, as `["7(2)(a)", "(a) the oil;", 3]`; on page 1 where no page is given. */
export type LawLine = readonly [locator: string, text: string, page?: number | null];

/** Passages of one document, in its order. */
export function makeLaw(
  passages: readonly (readonly LawLine[])[],
  document: DocumentInfo = fieldLaw,
): Evidence[] {
  return passages.map((lines, ordinal) =>
    makeEvidence(
      document,
      makePassage(
        document,
        lines.map(([locator, text, page = 1]) => ({ locator, text, page })),
        { ordinal },
      ),
    ),
  );
}

/** The paragraph of law that a place lies in. @param locator "7(2)(a)", "Schedule 2 para 1" */
export function paragraphAt(
  law: LawText,
  locator: string,
  document: DocumentInfo = fieldLaw,
): LawProvision {
  const found = law.paragraphOf(document.id, addressOf(locator, document.authority));
  if (!found) throw new Error(`no law at ${locator}`);
  return found;
}

/** The one paragraph that the passages' first words lie in. */
export function readParagraph(...passages: readonly (readonly LawLine[])[]): LawProvision {
  return paragraphAt(readLaw(makeLaw(passages)), passages[0]?.[0]?.[0] ?? "");
}

/** Addresses of provisions of law, for what is wanted or kept of a paragraph. */
export function placesOf(...locators: readonly string[]): Set<string> {
  return new Set(locators.map((locator) => addressOf(locator, "legislation")));
}

/** "(b) (i)": the last labels of those of its provisions that are kept, in order; the paragraph itself left out. */
export function labelsKept(paragraph: LawProvision, kept: ReadonlySet<string>): string {
  const [, ...below] = allWithin(paragraph);
  return below
    .filter(({ address }) => kept.has(address))
    .map(({ address }) => `(${address.split("/").at(-1)})`)
    .join(" ");
}

/** What a claim's lines quote and leave out: "  (a) the oil;" an item, "  … (b), on page 1" a gap. */
export function linesQuoted({ lines }: DraftClaim): string[] {
  return lines.map(({ depth, parts }) => {
    const told = parts.flatMap((part) => {
      if (part.kind === "quote") return [quotedText(part.quote)];
      return part.kind === "gap" ? [writeGap(part)] : [];
    });
    return `${"  ".repeat(depth)}${told.join(" | ")}`;
  });
}

/** Quotations from the law that the statements themselves are of. @param short see `keepWhole` */
export function quotationsOf(ranked: readonly RankedStatement[], short = 120): LawQuotations {
  return createLawQuotations(readLaw(ranked.map(({ evidence }) => evidence)), short);
}
