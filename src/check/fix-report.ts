// Takes a report and what was found wrong with it; gives the report with what is certain mended, all else untouched.
import type { Finding } from "../findings/finding.ts";
import { findRepeats } from "./check-sources.ts";
import { readReport } from "./read-report.ts";

export interface FixedText {
  readonly markdown: string;
  /** The findings that were mended. */
  readonly fixed: readonly Finding[];
}

/** Sources listed again are removed, their markers made those of the first; pages that a paragraph proves wrong are put right. */
export function fixReport(markdown: string, findings: readonly Finding[]): FixedText {
  const ending = markdown.includes("\r\n") ? "\r\n" : "\n";
  const lines = markdown.split(/\r?\n/);
  const fixed: Finding[] = [];
  for (const finding of findings) {
    const { line, fix } = finding;
    const text = line === undefined ? undefined : lines[line - 1];
    if (line === undefined || fix === undefined || text === undefined || !text.includes(fix.from))
      continue;
    lines[line - 1] = text.replace(fix.from, () => fix.to);
    fixed.push(finding);
  }
  const repeated = findings.filter(({ code }) => code === "repeated-source");
  if (repeated.length === 0) return { markdown: lines.join(ending), fixed };
  const repeats = findRemovable(markdown, new Set(repeated.map(({ line }) => line)));
  const removed = new Set(repeats.map(({ line }) => line));
  for (const { from, to, first, last } of repeats) {
    if (from === null || to === null || from === to) continue;
    for (let i = first - 1; i < last; i += 1)
      lines[i] = (lines[i] ?? "").replaceAll(`[${from}]`, `[${to}]`);
  }
  const kept = lines.filter((_text, i) => !removed.has(i + 1));
  const mended = repeated.filter(({ line }) => line !== undefined && removed.has(line));
  return { markdown: kept.map(joinMarkers).join(ending), fixed: [...fixed, ...mended] };
}

interface Repeat {
  readonly line: number;
  /** Its marker, and that of the source it repeats. */
  readonly from: string | null;
  readonly to: string | null;
  /** Lines of the part it belongs to: markers mean something else in the next. */
  readonly first: number;
  readonly last: number;
}

/** Repeats that can go without loss: the first of them has a marker if the repeat has one, and they stand on one line each. */
function findRemovable(markdown: string, lines: ReadonlySet<number | undefined>): Repeat[] {
  const { parts } = readReport(markdown);
  const end = markdown.split(/\r?\n/).length;
  return parts.flatMap((part, i) => {
    const last = (parts[i + 1]?.line ?? end + 1) - 1;
    return findRepeats(part.sources).flatMap(({ source, first: earlier }): Repeat[] => {
      const safe = source.marker === null || earlier.marker !== null;
      // What the repeat says of places must not be lost.
      const same =
        source.places.trim() === earlier.places.trim() ||
        source.places.replaceAll(/[\s,.;]/g, "") === "";
      if (!safe || !same || !lines.has(source.line)) return [];
      return [
        { line: source.line, from: source.marker, to: earlier.marker, first: part.line, last },
      ];
    });
  });
}

/** "[1][1]" left by joining two sources. */
function joinMarkers(line: string): string {
  return line.replaceAll(/(\[\^?\w+\])(?:\s?\1)+/g, "$1");
}
