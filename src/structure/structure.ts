// Takes an extracted document; gives its tree of provisions, read by the kind of document it is.
import type { Extraction, Page } from "../extract/page.ts";
import { readGuidance } from "./guidance.ts";
import { collectVocabulary } from "./join-lines.ts";
import { readLegislation } from "./legislation.ts";
import type { InstrumentKind } from "./legislation-reader.ts";
import { measurePages } from "./measure.ts";
import type { Structure } from "./provision.ts";

export function readStructure(extraction: Extraction): Structure {
  const pages = extraction.pages;
  const measure = measurePages(pages);
  const vocabulary = collectVocabulary(
    pages.flatMap((page) => page.lines.map((line) => line.text)),
  );
  const instrument = instrumentKind(pages);
  if (instrument) {
    const tree = readLegislation(pages, instrument, measure);
    return { kind: "legislation", provisions: tree.flatten(vocabulary) };
  }
  const { tree, numbered } = readGuidance(pages, measure);
  return { kind: numbered ? "numbered" : "headed", provisions: tree.flatten(vocabulary) };
}

/** Recognises an Act or instrument by its first page, as legislation.gov.uk and the Stationery Office print them. */
function instrumentKind(pages: readonly Page[]): InstrumentKind | null {
  const lines = pages.slice(0, 2).flatMap((page) => page.lines.map((line) => line.text));
  const numberOf = (pattern: RegExp) => lines.some((line) => pattern.test(line));
  if (numberOf(/^STATUTORY INSTRUMENTS?$/) && numberOf(/^\d{4} No\. ?\d+/)) return "SI";
  if (numberOf(/^\d{4} CHAPTER \d+$/) && numberOf(/^An Act to /)) return "Act";
  return null;
}
