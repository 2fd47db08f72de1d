// Takes the notes of a Word document; labels each as the text comes to it, and gives those that it came to.
import { childOf, childrenOf, type Element } from "../office/read-xml.ts";
import { flowLine, type FlowText } from "../flow/flow-page.ts";
import { type RepeatBudget, spend } from "../flow/repeats.ts";
import type { FlowLine, Footnote } from "../page.ts";
import { formatNumber } from "./format-number.ts";
import type { Notes } from "./reader.ts";
import { wordsOf } from "./shapes-unseen.ts";
import { numberOf, valueOf } from "./styles.ts";

export interface PlacedNote extends Footnote {
  readonly page: number;
}

interface ReadNote {
  /** That of the first reference. */
  readonly label: string;
  readonly lines: readonly FlowLine[];
  /** In characters. */
  readonly size: number;
}

/** What numbers a kind of note when nothing says (ECMA-376 part 1, 17.11.17 and 17.11.18). */
const usual = { footnote: "decimal", endnote: "lowerRoman" } as const;

/**
 * @param parts `w:footnotes` and `w:endnotes`; undefined where the file has none
 * @param settings `w:settings`, which may say how notes are numbered
 * @param budget what the document may repeat; a note referred to again beyond it keeps the label it had
 */
export function createNotes(
  parts: { readonly footnote: Element | undefined; readonly endnote: Element | undefined },
  settings: Element | undefined,
  readNote: (content: readonly Element[], page: number) => readonly FlowText[],
  budget: RepeatBudget,
): Notes & { readonly placed: readonly PlacedNote[] } {
  const placed: PlacedNote[] = [];
  /** Word has no notes in notes; a file that says so may well say it of itself. */
  let isInside = false;
  const counts = { footnote: 0, endnote: 0 };
  const known = { footnote: notesOf(parts.footnote), endnote: notesOf(parts.endnote) };
  const read = { footnote: new Map<string, ReadNote>(), endnote: new Map<string, ReadNote>() };
  const told = { footnote: new Set<string>(), endnote: new Set<string>() };
  return {
    placed,
    unmarked: (kind, id) => {
      const content = known[kind].get(id);
      if (!content || read[kind].has(id) || told[kind].has(id)) return "";
      told[kind].add(id);
      return wordsOf(content);
    },
    refer: (kind, id, signed, page) => {
      const content = known[kind].get(id);
      if (!content || isInside) return null;
      const before = read[kind].get(id);
      if (before && !spend(budget, before.size)) return before.label;
      const how = childOf(settings, `w:${kind}Pr`);
      const start = numberOf(valueOf(how, "w:numStart")) ?? 1;
      const number = start + counts[kind];
      if (!signed) counts[kind] += 1;
      const format = valueOf(how, "w:numFmt") ?? usual[kind];
      const label = signed ? "*" : formatNumber(number, format) || String(number);
      isInside = true;
      const lines = before?.lines ?? readNote(childrenOf(content), page).map(flowLine);
      isInside = false;
      const size = lines.reduce((sum, { text }) => sum + text.length + 1, 0);
      if (!before) read[kind].set(id, { label, lines, size });
      if (lines.length > 0) placed.push({ label, lines, page });
      return label;
    },
  };
}

/** Lines between text and notes are notes of a type of their own. */
function notesOf(part: Element | undefined): Map<string, Element> {
  const notes = childrenOf(part).filter(
    ({ attributes }) => (attributes.get("w:type") ?? "normal") === "normal",
  );
  return new Map(notes.map((each) => [each.attributes.get("w:id") ?? "", each]));
}
