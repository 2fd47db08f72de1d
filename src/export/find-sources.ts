// Takes the blocks of a text; gives the sources that it lists, and which of them each block can cite.
import { findMarkers } from "../check/plain-text.ts";
import { isBoldLine, isSourcesHeading } from "../check/sources-list.ts";
import { documentsLine, readCitedLine } from "../text/report-frame.ts";
import type { RawBlock, RawRun } from "./lex-markdown.ts";

export interface ListedSource {
  readonly marker: string;
  /** The line behind its marker. */
  readonly line: string;
  /** Number of the list that it stands in, from 0. */
  readonly list: number;
}

export interface FoundSources {
  readonly sources: readonly ListedSource[];
  /** The source that an item of a list is, by the item's blocks. */
  readonly ofItem: ReadonlyMap<readonly RawBlock[], number>;
  /** For each block the number of the list that it cites from; -1 where there is none. */
  readonly listOf: readonly number[];
  /** What the report calls the documents that it cites, in the order of their first sources. */
  readonly shorts: readonly string[];
}

/** A report of several questions has a list for each: a block cites from the next list, and behind the last from that. */
export function findSources(blocks: readonly RawBlock[]): FoundSources {
  const sources: ListedSource[] = [];
  const ofItem = new Map<readonly RawBlock[], number>();
  const ends: number[] = [];
  let inside = false;
  blocks.forEach((block, at) => {
    if (opensSources(block)) {
      ends.push(at);
      inside = true;
    } else if (block.kind === "heading" || block.kind === "rule" || isBold(block)) inside = false;
    else if (inside && block.kind === "list") {
      ends[ends.length - 1] = at;
      for (const item of block.items) {
        const source = readItem(item);
        if (source === null) continue;
        ofItem.set(item, sources.length);
        sources.push({ ...source, list: ends.length - 1 });
      }
    }
  });
  const listOf = blocks.map((_block, at) => {
    const next = ends.findIndex((end) => end >= at);
    return next < 0 ? ends.length - 1 : next;
  });
  return { sources, ofItem, listOf, shorts: readShorts(blocks) };
}

function opensSources(block: RawBlock): boolean {
  const isOver = block.kind === "heading" || isBold(block);
  return isOver && isSourcesHeading(readRaw(block.runs).replace(/:$/, ""));
}

/** A paragraph that is all bold is a heading, whatever it is written as. */
export function isBold(block: RawBlock): block is Extract<RawBlock, { kind: "paragraph" }> {
  if (block.kind !== "paragraph") return false;
  const written = block.runs.map((run) => {
    if (run.kind === "break") return "\n";
    return run.look.strong ? `**${run.text.replaceAll("*", "")}**` : run.text;
  });
  return isBoldLine(written.join("").replaceAll("****", ""));
}

export function readRaw(runs: readonly RawRun[]): string {
  return runs.map((run) => (run.kind === "break" ? " " : run.text)).join("");
}

/** Bold words that a line begins with. */
export function labelOf(runs: readonly RawRun[]): string {
  const end = runs.findIndex((run) => run.kind !== "text" || !run.look.strong);
  return readRaw(end < 0 ? runs : runs.slice(0, end));
}

/** Index of the source that a list has under a marker; -1 where it has none. */
export function sourceOf(marker: string, { sources }: FoundSources, list: number): number {
  return sources.findIndex((source) => source.marker === marker && source.list === list);
}

/** Indexes of the sources that a line cites of a list, each once. */
export function citedIn(runs: readonly RawRun[], found: FoundSources, list: number): number[] {
  const markers = runs.flatMap((run) =>
    run.kind === "text" && !run.literal ? findMarkers(run.text).flatMap((one) => one.markers) : [],
  );
  const cited = markers.map((marker) => sourceOf(marker, found, list));
  return [...new Set(cited)].filter((at) => at >= 0);
}

function readItem([first]: readonly RawBlock[]): { marker: string; line: string } | null {
  if (first?.kind !== "paragraph") return null;
  const [, marker, line] = /^\[(\d{1,3})\]:?\s+(.*)$/s.exec(readRaw(first.runs).trim()) ?? [];
  return marker === undefined || line === undefined ? null : { marker, line };
}

/** "- Guide: Guide to the …, 1.17, as at 2015-04" under "Documents cited:". */
function readShorts(blocks: readonly RawBlock[]): string[] {
  const at = blocks.findIndex(
    (block) => block.kind === "paragraph" && readRaw(block.runs).trim() === documentsLine,
  );
  const list = at < 0 ? undefined : blocks[at + 1];
  if (list?.kind !== "list") return [];
  return list.items.flatMap(([first]) =>
    first?.kind === "paragraph" ? [readCitedLine(readRaw(first.runs))] : [],
  );
}
