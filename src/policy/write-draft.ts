// Takes a draft and its coverage; gives its Markdown, in lines whose kinds can be told again where it is read.
import { nameDuty, verdictNames } from "../gap/write/words.ts";
import { layoutDocuments } from "../report/layout-header.ts";
import { layoutSources } from "../report/layout-report.ts";
import { plain, strong, type PrintBlock } from "../report/print-block.ts";
import { writeMarkdown } from "../report/write-markdown.ts";
import {
  draftHeadings,
  draftLabels,
  draftMark,
  quotedKinds,
  writeDraftBlank,
} from "../text/draft-frame.ts";
import { escapeMarkdown } from "../text/escape-markdown.ts";
import { sanitiseLine } from "../text/sanitise.ts";
import type { Run } from "../text/wrap.ts";
import { listBlanks } from "./list-blanks.ts";
import type {
  ControlField,
  CoverageRow,
  DraftConflict,
  DraftPart,
  DraftSection,
  PolicyDraft,
  ProseSentence,
} from "./policy-draft.ts";

/** Ends with a line feed. @param coverage null before the draft has been held against its requirements */
export function renderDraft(draft: PolicyDraft, coverage: readonly CoverageRow[] | null): string {
  return `${writeMarkdown(layoutDraft(draft, coverage))}\n`;
}

function layoutDraft(draft: PolicyDraft, coverage: readonly CoverageRow[] | null): PrintBlock[] {
  const { title, home, control, conflicts, facts, child, sections, sources } = draft;
  const forChildren = child.length > 0;
  const level = forChildren ? 3 : 2;
  return [
    heading(1, title),
    paragraph(plain(draftMark)),
    paragraph(strong("Home"), plain(`: ${home}`)),
    heading(2, draftHeadings.control),
    ...layoutTable(["Field", "Entry"], control.map(controlRow)),
    heading(2, draftHeadings.changes),
    ...layoutTable(
      ["Version", "Date", "What changed", "Approved by"],
      [["version", "date", "first version", "name and post"].map((what) => [blankRun(what)])],
    ),
    ...layoutBlanks(draft),
    ...child.flatMap((section) => layoutSection(section, 2)),
    // What adults settle stands behind what children read.
    ...(forChildren ? [heading(2, draftHeadings.annex)] : []),
    ...(conflicts.length === 0 ? [] : [heading(level, draftHeadings.conflicts)]),
    ...conflicts.flatMap(layoutConflict),
    ...(facts === null
      ? []
      : [heading(level, draftHeadings.facts), ...facts.parts.map(layoutPart)]),
    ...sections.flatMap((section) => layoutSection(section, level)),
    ...layoutWithheld(draft),
    ...(coverage === null ? [] : layoutCoverage(draft, coverage)),
    heading(2, "Sources consulted"),
    ...layoutDocuments(sources),
    ...layoutSources(sources),
  ];
}

function heading(level: 1 | 2 | 3, text: string): PrintBlock {
  return { kind: "heading", level, runs: [plain(text)] };
}

function paragraph(...runs: readonly Run[]): PrintBlock {
  return { kind: "paragraph", runs };
}

/** Its brackets make no link, and are read as they are. */
function blankRun(what: string): Run {
  const [, said = ""] = /^\[(.*)\]$/.exec(writeDraftBlank(sanitiseLine(what))) ?? [];
  return { text: `[${escapeMarkdown(said)}]`, style: "marker" };
}

function controlRow({ name, value, blank }: ControlField): Run[][] {
  return [
    [plain(name)],
    [value === null ? [] : plain(value), blank === null ? [] : blankRun(blank)].flat(),
  ];
}

function layoutTable(head: readonly string[], rows: readonly (readonly Run[][])[]): PrintBlock[] {
  return [
    { kind: "row", head: true, cells: head.map((title) => [plain(title)]) },
    ...rows.map((cells): PrintBlock => ({ kind: "row", head: false, cells, tight: true })),
  ];
}

function layoutBlanks(draft: PolicyDraft): PrintBlock[] {
  const blanks = listBlanks(draft);
  if (blanks.length === 0) return [];
  return [
    heading(2, draftHeadings.blanks),
    ...blanks.map(({ section, text }): PrintBlock => ({
      kind: "item",
      depth: 0,
      tight: true,
      runs: [plain(`${section}: `), blankRun(text)],
    })),
  ];
}

function layoutSection({ title, parts }: DraftSection, level: 2 | 3): PrintBlock[] {
  return [heading(level, title), ...parts.map(layoutPart)];
}

function layoutConflict({ about, parts }: DraftConflict): PrintBlock[] {
  return [
    paragraph(plain(`${about}:`)),
    ...parts.map((part): PrintBlock => ({ kind: "item", depth: 0, runs: runsOf(part) })),
  ];
}

function layoutPart(part: DraftPart): PrintBlock {
  if (part.kind === "saying") return { kind: "item", depth: 0, runs: [plain(part.text)] };
  return paragraph(...runsOf(part));
}

function runsOf(part: DraftPart): Run[] {
  switch (part.kind) {
    case "law": {
      const label = `${part.place}${pagesOf(part)} (${quotedKinds[part.authority]})`;
      return quoteRuns(label, part.text, part.cited, part.leads);
    }
    case "own": {
      const section = part.section === null ? "" : `, “${part.section}”`;
      const label = `${draftLabels.own}, ${part.name}${section}${pagesOf(part)}`;
      return quoteRuns(label, part.text, part.cited, part.cut);
    }
    case "fact":
      return [strong(`${draftLabels.fact}, ${part.file}`), plain(`: ${part.text}`)];
    case "blank":
      return [blankRun(part.text)];
    case "saying":
      return [plain(part.text)];
    case "prose":
      return [strong(draftLabels.prose), plain(":"), ...part.sentences.flatMap(sentenceRuns)];
    case "others":
      return [strong(draftLabels.others), plain(": somebody else's, for the home to know.")];
    default:
      return [strong(draftLabels[part.kind]), plain(`: ${part.text}`)];
  }
}

function sentenceRuns({ runs, cited }: ProseSentence): Run[] {
  const markers = cited.map((n) => `[${n}]`).join("");
  const last = runs.at(-1);
  // "[to complete: …]" with nothing behind it ends the sentence.
  const stop = last?.kind === "blank" ? [plain(".")] : [];
  return [
    ...runs.flatMap(({ kind, text }, i): Run[] => {
      const apart = i > 0 && /^[.,;:!?)]/.test(text) ? [] : [plain(" ")];
      return [...apart, kind === "blank" ? blankRun(text) : plain(text)];
    }),
    ...stop,
    ...(markers === "" ? [] : [{ text: ` ${markers}`, style: "marker" } as const]),
  ];
}

/** Each as it was written, with the reason: whoever signs the document may know better. */
function layoutWithheld({ withheld = [], writer }: PolicyDraft): PrintBlock[] {
  if (withheld.length === 0) return [];
  const by = writer === undefined ? "A language model" : `The language model ${writer.model}`;
  return [
    heading(2, draftHeadings.withheld),
    paragraph(plain(`${by} wrote these sentences; nothing of them is part of the draft.`)),
    ...withheld.map(({ section, text, reason }): PrintBlock => ({
      kind: "item",
      depth: 0,
      tight: true,
      runs: [plain(`${section}: “${text}” ${reason}`)],
    })),
  ];
}

/** @param goesOn more follows that is not quoted, or only below */
function quoteRuns(label: string, text: string, cited: readonly number[], goesOn: boolean): Run[] {
  const markers = cited.map((n) => `[${n}]`).join("");
  return [
    strong(label),
    plain(`: “${text}”${goesOn ? " …" : ""}`),
    ...(markers === "" ? [] : [{ text: ` ${markers}`, style: "marker" } as const]),
  ];
}

function pagesOf({
  page,
  pageEnd = page,
}: {
  readonly page: number | null;
  readonly pageEnd?: number | null;
}): string {
  if (page === null) return "";
  return pageEnd === null || pageEnd === page ? `, page ${page}` : `, pages ${page} to ${pageEnd}`;
}

function layoutCoverage({ set }: PolicyDraft, rows: readonly CoverageRow[]): PrintBlock[] {
  return [
    heading(2, draftHeadings.coverage),
    paragraph(plain(`What “charm gap ${set} --against” finds in this draft as it stands.`)),
    {
      kind: "table",
      head: ["Place", "Page", "What is asked", "Duty", "Verdict", "Missing"],
      rows: rows.map(({ document, locator, page, asks, duty, verdict, missing }) => [
        [document, locator].filter((part) => part !== "").join(" "),
        page === null ? "" : String(page),
        asks ?? "",
        nameDuty(duty, { voluntary: false }),
        verdictNames[verdict],
        missing ?? "",
      ]),
    },
  ];
}
