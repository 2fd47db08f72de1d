// Takes requirements, a home's documents and what was found in them for each; gives the matrix.
import type { Checklist } from "../requirements/checklist.ts";
import type { Requirement } from "../requirements/requirement.ts";
import { confidenceOf, placedOf } from "./confidence.ts";
import type { KnownConflict } from "./conflicts/find-conflicts.ts";
import { isRuledOut } from "./home-facts.ts";
import type { FoundUnit } from "./find-units.ts";
import { judgeRow, isAbout, type RowJudgement } from "./judge-row.ts";
import type { Conflict, GapMatrix, GapRow } from "./matrix.ts";
import type { MeasureItem } from "./measure-items.ts";
import type { JudgedUnit, OwnDocument, UnreadFile } from "./own-document.ts";
import { summarise } from "./summarise.ts";
import { toPlace } from "./to-place.ts";

export interface MatrixInput {
  readonly checklist: Checklist;
  readonly requirements: readonly Requirement[];
  /** In the order of their names. */
  readonly documents: readonly OwnDocument[];
  readonly unread: readonly UnreadFile[];
  /** For each requirement, best first. */
  readonly found: readonly (readonly FoundUnit<JudgedUnit>[])[];
  readonly facts: ReadonlyMap<string, boolean>;
  readonly conflicts: readonly KnownConflict[];
  readonly nearness: MeasureItem;
}

export function buildMatrix(input: MatrixInput): GapMatrix {
  const { checklist, requirements, documents, unread, found, facts, nearness } = input;
  const headings = documents.flatMap(({ emptyHeadings }) => emptyHeadings);
  const judged = new Map<string, RowJudgement>();
  for (const [i, requirement] of requirements.entries()) {
    const judgement = isRuledOut(requirement.row.when, facts)
      ? ruledOut
      : judgeRow(requirement, found[i] ?? [], headings, nearness);
    judged.set(requirement.row.id, judgement);
  }
  const conflicts = [...input.conflicts.map(toConflict), ...sourceConflicts(checklist)];
  const rows = requirements.map((requirement): GapRow => {
    const own = withParts(requirement, judged);
    const touching = input.conflicts.flatMap(({ about }, at) =>
      own.verdict !== "not_applicable" &&
      isTouched(requirement, own, input.conflicts[at]) &&
      about !== ""
        ? [at]
        : [],
    );
    return toRow(requirement, contradict(own, touching), { documents, unread, touching });
  });
  const blanks = documents.flatMap((document) => document.blanks);
  const summary = summarise(checklist, rows, { conflicts, blanks, documents, unread });
  return { rows, conflicts, blanks, summary };
}

const ruledOut: RowJudgement = {
  verdict: "not_applicable",
  why: null,
  evidence: [],
  near: [],
  missing: null,
  ground: "ruled-out",
  score: 0,
};

/** A row of several parts is met only where each of them is met or does not apply. */
function withParts(
  { row, asks }: Requirement,
  judged: ReadonlyMap<string, RowJudgement>,
): RowJudgement {
  const own = judged.get(row.id) ?? ruledOut;
  const parts = row.parts.flatMap((id) => judged.get(id) ?? []);
  if (parts.length === 0 || own.verdict === "not_applicable") return own;
  const asked = parts.filter(({ verdict }) => verdict !== "not_applicable");
  const open = asked.filter(({ verdict }) => verdict !== "met");
  const evidence = [...new Set([...own.evidence, ...asked.flatMap((part) => part.evidence)])].slice(
    0,
    3,
  );
  const score = Math.max(own.score, ...asked.map((part) => part.score));
  if (open.length === 0) {
    if (own.verdict === "met" || evidence.length === 0 || asked.length === 0) return own;
    return { ...own, verdict: "met", why: null, missing: null, evidence, near: [], score };
  }
  if (evidence.length === 0) return own;
  if (own.verdict === "met" || own.verdict === "not_found") {
    const missing = open.flatMap((part) => part.missing ?? []).join("; ") || asks;
    return { ...own, verdict: "partly", why: "one-limb", missing, evidence, near: [], score };
  }
  return own;
}

/** What another place says otherwise is not simply met. */
function contradict(own: RowJudgement, touching: readonly number[]): RowJudgement {
  if (touching.length === 0 || own.verdict !== "met") return own;
  return {
    ...own,
    verdict: "partly",
    why: "contradicted",
    missing: "one of the places that contradict each other",
  };
}

/** A conflict on what the evidence of a row says, or on the matter of the row. */
function isTouched(
  { row }: Requirement,
  { evidence }: RowJudgement,
  conflict: KnownConflict | undefined,
): boolean {
  if (conflict === undefined) return false;
  const { kind, units, about } = conflict;
  if (kind === "name" && row.sameInAll !== null)
    return about.endsWith(` ${row.sameInAll.replaceAll("-", " ")} is`);
  return (
    evidence.some((unit) => units.some((one) => one.file === unit.file && one.at === unit.at)) &&
    concerns(kind, row.expects.list.join(" "), row.plansSay.join(" "), row.requirement ?? "")
  );
}

/** Words by which a row is known to ask for what a conflict is about. */
const matters: Readonly<Record<string, RegExp>> = {
  ages: /\bages?\b/i,
  capacity: /\bnumber of children\b|\bcapacity\b|\bbeds\b/i,
  supervision: /\bsupervis/i,
  devices: /\b(?:surveillance|monitor|cctv|camera|alarm)/i,
  addressee: /\bcomplain/i,
  name: /\bname\b/i,
};

function concerns(kind: string, ...texts: readonly string[]): boolean {
  const matter = matters[kind];
  return matter === undefined || texts.some((text) => matter.test(text));
}

interface RowContext {
  readonly documents: readonly OwnDocument[];
  readonly unread: readonly UnreadFile[];
  readonly touching: readonly number[];
}

function toRow(
  requirement: Requirement,
  judgement: RowJudgement,
  { documents, unread, touching }: RowContext,
): GapRow {
  const { row, document, locator, page, authority, duty, text, asks } = requirement;
  const { verdict, why, evidence, near, missing } = judgement;
  const lacking = verdict === "not_found" || verdict === "partly";
  const pictures = lacking ? picturesOn(requirement, judgement, documents) : [];
  const files =
    verdict === "not_found" ? unread.map(({ file, why: said }) => `${file}: ${said}`) : [];
  // What nothing is said of may stand in the picture, or in the file, that nobody could read.
  const hidden = pictures.length > 0 ? "picture" : files.length > 0 ? "unread" : null;
  const open = verdict === "not_found" && (why === null || why === "heading-only");
  return {
    id: row.id,
    document,
    locator,
    page,
    authority,
    source: row.source,
    duty,
    requirement: text,
    asks: row.requirement,
    verdict,
    condition: row.when?.says ?? null,
    why: (open ? hidden : null) ?? why,
    evidence: evidence.map(toPlace),
    near: near.map(toPlace),
    missing: missing === asks && row.requirement === null ? text : missing,
    confidence: confidenceOf(judgement),
    placed: evidence.length === 0 ? null : placedOf(judgement),
    unread: [...pictures, ...files],
    conflicts: touching,
  };
}

/** Headings that name no matter and stand over what a document is about. */
const general = /^\W*(?:flow ?chart|diagram|process|procedure|the procedure|appendix(?: \w)?)\W*$/i;

/** Pictures under a heading that names the matter of a row, or the procedure itself, in words. */
function picturesOn(
  { row, asks }: Requirement,
  { evidence, near }: RowJudgement,
  documents: readonly OwnDocument[],
): string[] {
  const sections = new Set([...evidence, ...near].map(({ section }) => section));
  return documents.flatMap(({ file, problems }) =>
    problems
      .filter(({ code }) => code === "picture-not-read" || code === "pages-without-text")
      .filter(({ message }) => {
        const headings = [...message.matchAll(/“([^”]+)”/g)].map(([, heading = ""]) => heading);
        return headings.some(
          (heading) =>
            sections.has(heading) ||
            isAbout(asks, row.plansSay, heading) ||
            (row.expects.arrangement && general.test(heading)),
        );
      })
      .map(({ message }) => `${file}: ${message}`),
  );
}

function toConflict({ kind, key, about, sides }: KnownConflict): Conflict {
  return { kind, key, about, sides };
}

/** What the sources of a set say differently, whatever they say. */
function sourceConflicts({ conflicts }: Checklist): Conflict[] {
  return conflicts.map(({ about, counts, from, note }) => ({
    kind: "sources",
    key: null,
    about: note === "" ? about : `${about} (${note})`,
    sides: counts.map((count) => ({
      file: from,
      section: null,
      page: null,
      quote: count,
      says: count,
    })),
  }));
}
