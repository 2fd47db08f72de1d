// Takes a draft; gives the answer with its sources numbered, each page once, and only what is cited.
import {
  claimsOf,
  type Draft,
  type DraftClaim,
  type DraftGroup,
  type DraftLine,
  type DraftPointer,
  type DraftSection,
  type LinePart,
} from "../draft/draft.ts";
import { furtherTitle, missingTitle, sayNothingFound, tellLeftOut } from "../draft/fixed-words.ts";
import { quotedText } from "../draft/line-parts.ts";
import type {
  Answer,
  AnswerBlock,
  AnswerClaim,
  AnswerLine,
  AnswerPart,
  AnswerPointer,
  AnswerStatement,
} from "./answer.ts";
import { layoutBlocks, lineRuns } from "./layout-blocks.ts";
import { citeLine, createSources, type Sources } from "./number-sources.ts";
import { readRuns } from "./print-block.ts";
import { writeMarkdown } from "./write-markdown.ts";

export function buildAnswer(draft: Draft, library: Answer["library"]): Answer {
  const sources = createSources();
  const says = claimsOf(draft).some(({ kind = "statement" }) => kind === "statement");
  // Whoever declines says why.
  const missing =
    says || draft.missing.length > 0 ? draft.missing : [sayNothingFound(draft.question)];
  const blocks: AnswerBlock[] = [
    ...(draft.note === undefined ? [] : [{ kind: "note" as const, text: draft.note }]),
    ...draft.direct.map((claim) => toStatement(claim, sources, false)),
    ...draft.sections.flatMap((section) => toSection(section, sources)),
    ...toPointers(draft.further ?? [], sources),
    ...(draft.notes === undefined ? [] : toSection(draft.notes, sources)),
    ...(draft.leftOut === undefined
      ? []
      : [{ kind: "note" as const, text: tellLeftOut(draft.leftOut) }]),
    ...toGroup({ title: missingTitle, claims: [], items: missing }, sources),
  ];
  const claims = blocks.flatMap((block) =>
    block.kind === "statement" && block.says === "statement" ? [toClaim(block)] : [],
  );
  const isPartial = missing.length > 0 || draft.partial === true;
  return {
    question: draft.question,
    status: claims.length === 0 ? "declined" : isPartial ? "partial" : "answered",
    answer: writeMarkdown(layoutBlocks(blocks)),
    blocks,
    claims,
    sources: sources.list(),
    missing,
    findings: draft.findings ?? [],
    engine: draft.engine,
    ...(draft.usage ? { usage: draft.usage } : {}),
    library,
  };
}

function toSection({ heading, groups }: DraftSection, sources: Sources): AnswerBlock[] {
  return [
    ...(heading === null || groups.length === 0
      ? []
      : [{ kind: "heading" as const, text: heading }]),
    ...groups.flatMap((group) => toGroup(group, sources, heading === null ? 0 : 1)),
  ];
}

/** Headings below this are titles, as those that charm gives. */
const deepestHeading = 1;

function toPointers(pointers: readonly DraftPointer[], sources: Sources): AnswerBlock[] {
  if (pointers.length === 0) return [];
  return [
    { kind: "title", text: furtherTitle },
    ...pointers.map((pointer) => toPointer(pointer, sources)),
  ];
}

function toPointer(pointer: DraftPointer, sources: Sources): AnswerPointer {
  const { authority, name, trail, told, opening, under, goesOn } = pointer;
  const { file, locator, address, page } = name.place;
  return {
    kind: "pointer",
    authority,
    name: name.text,
    file,
    locator,
    address,
    page,
    trail,
    opening: told === "opening" ? quotedText(opening) : null,
    under,
    goesOn,
    citations: sources.cite(opening),
  };
}

/** @param under headings of the answer that the group's section stands under */
function toGroup(
  { title, depth, claims, note, items = [] }: DraftGroup,
  sources: Sources,
  under = 0,
): AnswerBlock[] {
  const blocks: AnswerBlock[] = [
    ...claims.map((claim) => toStatement(claim, sources, true)),
    ...(note === undefined ? [] : [{ kind: "note" as const, text: note }]),
    ...(items.length === 0 ? [] : [{ kind: "list" as const, items }]),
  ];
  if (depth === undefined || depth + under > deepestHeading)
    return blocks.length === 0 && depth === undefined
      ? []
      : [{ kind: "title", text: title }, ...blocks];
  // A heading may have nothing but headings under it.
  return [{ kind: "heading", text: title, under: depth + under }, ...blocks];
}

function toStatement(claim: DraftClaim, sources: Sources, listed: boolean): AnswerStatement {
  const lines: AnswerLine[] = [];
  for (const line of claim.lines) lines.push(toLine(line, sources, lines, listed));
  const { authority, kind: says = "statement", unverified = false, table } = claim;
  const doubted = claim.doubted === true ? ({ doubted: true } as const) : {};
  const form = table === undefined ? {} : { table };
  return { kind: "statement", authority, says, ...form, listed, unverified, ...doubted, lines };
}

/**
 * @param above the lines of the statement that stand over it
 * @param listed as `AnswerStatement.listed`
 */
function toLine(
  line: DraftLine,
  sources: Sources,
  above: readonly AnswerLine[],
  listed: boolean,
): AnswerLine {
  const citations = citeLine(line, sources);
  // The items of a list stand where their lead-in does, unless they say otherwise; each for itself.
  const lead = above.findLast((one) => one.depth < line.depth && one.citations.length > 0);
  const leads = lead !== undefined && (listed || lead.depth > 0 || leadsOn(lead));
  const known = leads && lead.citations.join() === citations.join();
  return {
    depth: line.depth,
    parts: line.parts.map((part) => toPart(part, sources)),
    citations,
    markers: known ? [] : citations,
  };
}

/**
 * A paragraph that ends with its sentence leads into nothing, nor does the head of a table: what is listed under it stands
 * for itself.
 */
function leadsOn({ parts }: AnswerLine): boolean {
  return !/[.!?][”’)]*$| \| /.test(readRuns(lineRuns(parts)));
}

function toPart(part: LinePart, sources: Sources): AnswerPart {
  if (part.kind === "name") {
    const { file, locator, address, page } = part.place;
    return { kind: "name", text: part.text, file, locator, address, page };
  }
  if (part.kind !== "quote") return part;
  return { kind: "quote", text: quotedText(part.quote), sources: sources.cite(part.quote) };
}

function toClaim({ authority, lines, unverified, doubted }: AnswerStatement): AnswerClaim {
  const citations = [...new Set(lines.flatMap((line) => line.citations))].sort((a, b) => a - b);
  const text = lines.map(({ parts }) => readRuns(lineRuns(parts))).join(" ");
  return {
    text,
    authority,
    citations,
    ...(unverified ? { unverified } : {}),
    ...(doubted ? { doubted } : {}),
  };
}
