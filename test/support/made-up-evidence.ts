// Builds documents, passages, evidence and ranked statements of made-up rules, for tests of what follows retrieval.
import { isFieldTitle } from "../../src/field/of-field.ts";
import { slugify } from "../../src/place/address.ts";
import type { Passage, Span } from "../../src/chunk/passage.ts";
import type { RankedStatement } from "../../src/score/rank-statements.ts";
import { findStatements } from "../../src/score/statements.ts";
import type { DocumentInfo } from "../../src/document.ts";
import type { Mark } from "../../src/extract/page.ts";
import { createOutlineLibrary } from "../../src/references/create-library.ts";
import { readMentions } from "../../src/references/read-mentions.ts";
import { createReader, type ReferenceReader } from "../../src/references/reader.ts";
import { toReferenceDocument } from "../../src/references/reference-library.ts";
import { makeRows } from "../references/made-up-library.ts";
import type { Evidence } from "../../src/retrieve/evidence.ts";
import { answeringUnitOf } from "../../src/retrieve/score-units.ts";

/** The law of a made-up world: lighthouses and their keepers. */
export const lighthouseLaw = describeDocument({
  id: "law",
  file: "law/Lighthouse_Regulations.pdf",
  title: "The Lighthouse (Keepers) Regulations 1901",
  short: "Lighthouse Regulations",
  version: "revised 1905",
  date: "1905-06",
  authority: "legislation",
});

export const lighthouseGuide = describeDocument({
  id: "guide",
  file: "Lighthouse_Guide.pdf",
  title: "Guide to keeping lighthouses",
  short: "Lighthouse Guide",
  version: "2.1",
  date: "1906-01",
  authority: "statutory-guidance",
});

/** The same by titles that say they are of the field the program is about: only such law is followed and surveyed. */
export const fieldLaw = describeDocument({
  ...lighthouseLaw,
  title: "The Children's Homes (Lighthouses) Regulations 1901",
  field: true,
});
export const fieldGuide = describeDocument({
  ...lighthouseGuide,
  title: "Guide to children's homes in lighthouses",
  field: true,
});

export const ownPlan = describeDocument({
  id: "plan",
  file: "plan.md",
  title: "Gull Rock plan",
  short: "Gull Rock plan",
  authority: "own",
  pages: null,
});

export function describeDocument(info: Partial<DocumentInfo> & { id: string }): DocumentInfo {
  return {
    file: `${info.id}.pdf`,
    title: info.id,
    short: info.id,
    version: null,
    date: null,
    authority: "other",
    field: isFieldTitle(info.title ?? ""),
    url: null,
    licence: null,
    supersedes: null,
    sha256: info.id.repeat(64).slice(0, 64),
    pages: 9,
    ...info,
  };
}

/** "28(2)(c)" → `reg/28/2/c` of law; "10.13" → `para/10.13`; "Schedule 1 para 19(a)" → `sch/1/para/19/a`. */
export function addressOf(locator: string, authority: DocumentInfo["authority"]): string {
  const steps = (path: string) => path.replaceAll(")", "").replaceAll("(", "/");
  const defined = /^(.+) “(.+)”(.*)$/.exec(locator);
  if (defined)
    return `${addressOf(defined[1] ?? "", authority)}/def/${slugify(defined[2] ?? "")}${steps(defined[3] ?? "")}`;
  const schedule = /^Schedule (\w+)(?: para (.+))?$/.exec(locator);
  if (schedule) return `sch/${schedule[1]}${schedule[2] ? `/para/${steps(schedule[2])}` : ""}`;
  const annex = /^Annex (\w)(?: (.+))?$/.exec(locator);
  if (annex) return `annex-${annex[1]?.toLowerCase()}${annex[2] ? `/${steps(annex[2])}` : ""}`;
  return `${authority === "legislation" ? "reg" : "para"}/${steps(locator)}`;
}

export interface MadeUpSpan {
  readonly text: string;
  readonly locator?: string | null;
  readonly page?: number | null;
  readonly kind?: Span["kind"];
  /** Goes on from the span before, with a space between them rather than a line feed. */
  readonly goesOn?: boolean;
  readonly level?: number;
}

/** A passage of spans; `marks` are given by the text they follow. */
export function makePassage(
  document: DocumentInfo,
  spans: readonly MadeUpSpan[],
  options: Partial<Passage> & { readonly markedAfter?: readonly string[] } = {},
): Passage {
  const { markedAfter = [], ...overrides } = options;
  let text = "";
  const placed = spans.map((span, provision): Span => {
    if (text !== "") text += span.goesOn === true ? " " : "\n";
    const start = text.length;
    text += span.text;
    return {
      start,
      end: text.length,
      page: span.page === undefined ? 1 : span.page,
      provision,
      locator: span.locator ?? null,
      address: span.locator ? addressOf(span.locator, document.authority) : null,
      kind: span.kind ?? "text",
      ...(span.level === undefined ? {} : { level: span.level }),
    };
  });
  const locators = placed.flatMap(({ locator }) => (locator === null ? [] : [locator]));
  const marks = markedAfter.map((before, i): Mark => ({
    at: text.indexOf(before) + before.length,
    label: String(i + 1),
    kind: "footnote",
  }));
  return {
    id: `${document.id}:${String(overrides.ordinal ?? 0).padStart(5, "0")}`,
    documentId: document.id,
    ordinal: 0,
    text,
    spans: placed,
    marks,
    locator: locators[0] ?? null,
    locators,
    trail: [],
    page: placed[0]?.page ?? null,
    pageEnd: placed.at(-1)?.page ?? null,
    standing: "current",
    ...overrides,
  };
}

export function makeEvidence(
  document: DocumentInfo,
  passage: Passage,
  scores: Partial<Pick<Evidence, "score" | "signals" | "similarity">> = {},
): Evidence {
  const found = { passage, document, score: 1, signals: {}, similarity: 0.5, ...scores };
  if (document.authority !== "legislation") return found;
  return { ...found, mentions: readMentions(passage, readerOf(document)) };
}

/** Over a law that has any paragraph of its Schedules that tests name. */
function readerOf(document: DocumentInfo): ReferenceReader {
  const schedules = [1, 2, 3, 4].flatMap((schedule) => [
    `sch/${schedule}`,
    ...Array.from({ length: 9 }, (_, i) => `sch/${schedule}/para/${i + 1}`),
  ]);
  const rows = makeRows(
    document.id,
    schedules.map((address) => [address]),
  );
  return createReader(createOutlineLibrary([toReferenceDocument(document, "legislation")], rows));
}

/** The statements of one evidence, each with the same score; by default one that is likely to belong into the answer. */
export function rankAll(evidence: Evidence, score = 1): RankedStatement[] {
  return findStatements(evidence.passage).map((statement) => ({
    ...statement,
    evidence,
    score,
    unit: answeringUnitOf(evidence),
    holds: false,
  }));
}

/** The statements of one passage whose spans are given as locator and text. */
export function rankSpans(
  document: DocumentInfo,
  spans: readonly (readonly [locator: string | null, text: string, kind?: Span["kind"]])[],
  options: Partial<Passage> & { readonly score?: number } = {},
): RankedStatement[] {
  const { score = 1, ...passage } = options;
  const placed = spans.map(([locator, text, kind = "text"]) => ({ locator, text, kind }));
  return rankAll(makeEvidence(document, makePassage(document, placed, passage)), score);
}

/** So many words without meaning, that no other stem has. */
export function fillWords(count: number, stem = "word"): string {
  return Array.from({ length: count }, (_, i) => `${stem}${i}`).join(" ");
}

/** The statement's text, one line of it a line. */
export function textOf({ lines, evidence }: RankedStatement): string {
  return lines.map(({ start, end }) => evidence.passage.text.slice(start, end)).join("\n");
}
