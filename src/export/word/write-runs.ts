// Takes runs of a text; gives them as Word has them: with their looks, links, and footnotes for citations.
import {
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  type ParagraphChild,
  TextRun,
} from "docx";
import type { Run, Text } from "../blocks.ts";
import { noteMark } from "./settle-docx.ts";

export interface Writing {
  readonly text: Text;
  /** Of the tables, in twentieths of a point. */
  readonly width: number;
  /** Citations that are footnotes, in order: number and id are their places, from 1. */
  readonly notes: Citation[];
  /** Number of each note since the last heading: the same again refers to it. */
  readonly noted: Map<string, number>;
  /** First number of each ordered list. */
  readonly starts: number[];
}

type Citation = Extract<Run, { kind: "cite" }>;

/** @param cell of a table: null outside one */
export function writeRuns(
  runs: readonly Run[],
  writing: Writing,
  cell: { readonly isHead: boolean } | null = null,
): ParagraphChild[] {
  return runs.flatMap((run, at): ParagraphChild | ParagraphChild[] => {
    if (run.kind === "break") return new TextRun({ break: 1 });
    if (run.kind === "cite")
      return cell === null ? writeCitation(run, writing) : linkSources(run.sources, writing.text);
    const { strong, italic, struck, code } = run.look;
    const set = new TextRun({
      // The number of a note stands close to the words.
      text: cell === null && runs[at + 1]?.kind === "cite" ? run.text.trimEnd() : run.text,
      ...(strong || cell?.isHead === true ? { bold: true } : {}),
      ...(italic ? { italics: true } : {}),
      ...(struck ? { strike: true } : {}),
      ...(code ? { font: "Consolas" } : {}),
      ...(run.href === null ? {} : { style: "Hyperlink" }),
    });
    return run.href === null ? set : new ExternalHyperlink({ link: run.href, children: [set] });
  });
}

/** The first of its kind under a heading is a footnote, and those that follow refer to it. */
function writeCitation(citation: Citation, { notes, noted }: Writing): ParagraphChild {
  const key = citation.notes.join("; ");
  const known = noted.get(key);
  if (known === undefined) {
    notes.push(citation);
    noted.set(key, notes.length);
    const reference = new FootnoteReferenceRun(notes.length);
    return new Bookmark({ id: noteAnchor(notes.length), children: [reference] });
  }
  return new InternalHyperlink({
    anchor: noteAnchor(known),
    children: [new TextRun({ text: String(known), style: "FootnoteReference" })],
  });
}

/** "Regulations, regulation 34(4), page 25 [1]", the number of the source leading to the list. */
export function writeNote({ sources, notes }: Citation, text: Text): ParagraphChild[] {
  return sources.flatMap((source, at) => [
    new TextRun(`${at > 0 ? "; " : " "}${notes[at] ?? ""} `),
    ...linkSources([source], text),
  ]);
}

/** The numbers alone: in a cell a note would stand far from what it is about, and again where the row is repeated. */
function linkSources(sources: readonly number[], text: Text): ParagraphChild[] {
  return sources.map((source) => {
    const marker = `[${text.sources[source]?.marker ?? ""}]`;
    const children = [new TextRun({ text: marker, style: "Hyperlink" })];
    return new InternalHyperlink({ anchor: sourceAnchor(source), children });
  });
}

export function sourceAnchor(source: number): string {
  return `source_${source + 1}`;
}

function noteAnchor(number: number): string {
  return `${noteMark}${number}`;
}
