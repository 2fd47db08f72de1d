// Takes what was extracted from a file; says whether it looks scraped or pasted together, and why.
import type { DeclaredSource } from "../discover/source-file.ts";
import type { Problem } from "../document.ts";
import { groupNeighbours } from "../lists.ts";
import type { Extraction, TextLine } from "../extract/page.ts";
import { findLinkSpam, findScriptResidue, measureRepeats, measureSplices } from "./signs.ts";

export interface TrustAssessment {
  /** True when nothing may rest on the document. */
  readonly untrusted: boolean;
  /** What speaks against it, also when its authority was declared and it is trusted all the same. */
  readonly reasons: readonly Problem[];
}

/**
 * Levels from which on a sign counts. Over the documents of law, guidance and inspection that the project was tried on,
 * splices stay below 1.5 in a thousand words, and repeats in texts this short below .12 (a table of names).
 */
const levels = {
  /** Share of runs of words that stand in the text more than once, in texts of up to `short` words. */
  repeats: 0.08,
  short: 15_000,
  /** Places in a thousand words at which pieces seem joined. */
  splices: 6,
  script: 1,
};

/** One sign can be an accident of printing or of reading; two are not. */
const enoughSigns = 2;

/**
 * @param declared what `sources.yaml` says of the file: an authority given there is explicit, and decides
 */
export function assessTrust(
  extraction: Extraction,
  declared: Pick<DeclaredSource, "authority"> = {},
): TrustAssessment {
  const paragraphs = paragraphsOf(extraction);
  const text = paragraphs.join("\n");
  const others = [...noteRepeats(text), ...noteScript(text), ...noteLinkSpam(paragraphs)];
  // The slowest sign to look for; where no other speaks against the document it could decide nothing.
  const reasons = others.length + 1 < enoughSigns ? others : [...others, ...noteSplices(text)];
  const suspect = reasons.length >= enoughSigns;
  const { authority } = declared;
  return {
    untrusted: authority === undefined ? suspect : authority === "untrusted",
    reasons: suspect ? reasons : [],
  };
}

function noteRepeats(text: string): Problem[] {
  const words = text.split(/\s+/).length;
  if (words > levels.short) return [];
  const share = measureRepeats(text);
  if (share < levels.repeats) return [];
  const message = `${Math.round(share * 100)} in 100 of its passages stand in it more than once.`;
  return [problem("repeated-text", message)];
}

function noteScript(text: string): Problem[] {
  const pieces = findScriptResidue(text);
  if (pieces.length < levels.script) return [];
  const some = [...new Set(pieces)].slice(0, 3).map((piece) => `“${piece}”`);
  const message = `Pieces of a web page's script stand in its text: ${some.join(", ")}.`;
  return [problem("script-residue", message)];
}

function noteLinkSpam(paragraphs: readonly string[]): Problem[] {
  const titles = findLinkSpam(paragraphs);
  if (titles.length === 0) return [];
  const message = `It ends in ${titles.length} titles of other matters, such as “${titles[0]}”, as link farms add them.`;
  return [problem("link-spam", message)];
}

function noteSplices(text: string): Problem[] {
  const rate = measureSplices(text);
  if (rate < levels.splices) return [];
  const message = `Pieces of other texts seem to be joined in it: ${Math.round(rate)} broken places in 1,000 words.`;
  return [problem("spliced-text", message)];
}

function problem(code: string, message: string): Problem {
  return { code, pages: [], message };
}

/** Lines of one paragraph joined; in formats that flow a line is a paragraph. */
function paragraphsOf(extraction: Extraction): string[] {
  const paragraphs: (readonly TextLine[])[] =
    extraction.form === "flow"
      ? groupNeighbours(
          extraction.pages.flatMap(({ lines }) => lines),
          (line) => line.continues,
        )
      : extraction.pages.flatMap(({ lines }) =>
          groupNeighbours(lines, (line, _paragraph, before) => {
            const gap = line.baseline - before.baseline;
            return gap > 0 && gap < line.size * 1.9;
          }),
        );
  return paragraphs
    .map((lines) => lines.map((line) => line.text).join(" "))
    .filter((text) => text.trim() !== "");
}
