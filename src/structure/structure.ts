// Takes an extracted document; gives its tree of provisions, read by the kind of document it is.
import type { Extraction, FlowPage, Page } from "../extract/page.ts";
import { readFlow, withNumber } from "./flow.ts";
import { readGuidance } from "./guidance.ts";
import { collectVocabulary } from "./join-lines.ts";
import { readLegislation } from "./legislation.ts";
import type { InstrumentKind } from "./legislation-reader.ts";
import { measurePages } from "./measure.ts";
import type { Structure } from "./provision.ts";

export function readStructure(extraction: Extraction): Structure {
  const vocabulary = collectVocabulary(
    extraction.pages.flatMap((page) => page.lines.map((line) => line.text)),
  );
  const instrument = instrumentKind(extraction.pages);
  if (instrument) {
    const pages = extraction.form === "flow" ? layOut(extraction.pages) : extraction.pages;
    const tree = readLegislation(pages, instrument, measurePages(pages));
    return { kind: "legislation", provisions: tree.flatten(vocabulary) };
  }
  const { tree, numbered } =
    extraction.form === "flow"
      ? readFlow(extraction.pages, extraction.running)
      : readGuidance(extraction.pages, measurePages(extraction.pages));
  return { kind: numbered ? "numbered" : "headed", provisions: tree.flatten(vocabulary) };
}

/** Law saved as a text that flows has its labels in the text, and every line at one margin. */
function layOut(pages: readonly FlowPage[]): Page[] {
  return pages.map(({ number, lines, footnotes }) => ({
    number,
    label: null,
    width: 0,
    height: 0,
    footnotes,
    lines: lines.map(withNumber).map(({ text, marks, size, bold, italic, cells }) => ({
      text,
      marks,
      size,
      bold,
      italic,
      cells,
      left: 0,
      right: 0,
      baseline: 0,
      font: "",
    })),
  }));
}

/** Recognises an Act or instrument by its first page, as legislation.gov.uk and the Stationery Office print them. */
function instrumentKind(pages: Extraction["pages"]): InstrumentKind | null {
  const lines = pages.slice(0, 2).flatMap(({ lines: of }) => of.map(({ text }) => text));
  const numberOf = (pattern: RegExp) => lines.some((line) => pattern.test(line));
  if (numberOf(/^STATUTORY INSTRUMENTS?$/) && numberOf(/^\d{4} No\. ?\d+/)) return "SI";
  if (numberOf(/^\d{4} CHAPTER \d+$/) && numberOf(/^An Act to /)) return "Act";
  return null;
}
