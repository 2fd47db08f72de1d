// Takes the rows of a matrix and what else was found; gives their counts, for all and for each document.
import { duties, type Checklist, type Duty } from "../requirements/checklist.ts";
import {
  verdicts,
  type BlankPlace,
  type Conflict,
  type DocumentCount,
  type GapRow,
  type GapSummary,
  type Verdict,
} from "./matrix.ts";
import type { OwnDocument, UnreadFile } from "./own-document.ts";

interface Found {
  readonly conflicts: readonly Conflict[];
  readonly blanks: readonly BlankPlace[];
  readonly documents: readonly OwnDocument[];
  readonly unread: readonly UnreadFile[];
}

/** What only others or the people themselves can answer for is never a gap. */
const bound: ReadonlySet<Duty> = new Set(["must", "should", "voluntary"]);

export function summarise(
  { name, title, voluntary }: Checklist,
  rows: readonly GapRow[],
  { conflicts, blanks, documents, unread }: Found,
): GapSummary {
  const asked = rows.filter(({ duty }) => bound.has(duty));
  const byDuty = Object.fromEntries(
    duties.map((duty) => [duty, count(rows.filter((row) => row.duty === duty))]),
  ) as Record<Duty, Record<Verdict, number>>;
  const read = documents.map(({ file, policy, problems }): DocumentCount => ({
    file,
    title: policy.title,
    ...evidenceOf(file, asked),
    blanks: blanks.filter((blank) => blank.file === file).length,
    conflicts: conflicts.filter(({ sides }) => sides.some((side) => side.file === file)).length,
    problems: problems.map(({ message }) => message),
  }));
  const not = unread.map(({ file, why }): DocumentCount => ({
    file,
    title: null,
    met: 0,
    partly: 0,
    blanks: 0,
    conflicts: 0,
    problems: [why],
  }));
  return {
    set: name,
    title,
    voluntary,
    verdicts: count(asked),
    byDuty,
    documents: [...read, ...not].toSorted((a, b) => (a.file < b.file ? -1 : 1)),
    blanks: blanks.length,
    conflicts: conflicts.length,
    gaps: byDuty.must.partly + byDuty.must.not_found > 0,
  };
}

function count(rows: readonly GapRow[]): Record<Verdict, number> {
  return Object.fromEntries(
    verdicts.map((verdict) => [verdict, rows.filter((row) => row.verdict === verdict).length]),
  ) as Record<Verdict, number>;
}

function evidenceOf(file: string, rows: readonly GapRow[]): { met: number; partly: number } {
  const proven = rows.filter(({ evidence }) => evidence.some((place) => place.file === file));
  const of = (verdict: Verdict) => proven.filter((row) => row.verdict === verdict).length;
  return { met: of("met"), partly: of("partly") };
}
