// Lines of a draft of a document that are written where drafts are made, and known again where documents are read: what
// of a draft is law, what is the home's own word, and what is still to be written.
import type { Authority } from "../document.ts";

/** The first paragraph of a draft; whoever takes it out says that the document is the home's own. */
export const draftMark =
  "Draft made by charm from the sources listed at its end. Quotations are word for word, and what no source says is left open. Take out this paragraph when the document is approved.";
const markOpening = "Draft made by charm from the sources listed at its end.";

/** Headings over what tells of the draft, and is no part of what the document says. */
export const draftHeadings = {
  control: "Document control",
  changes: "Changes to this document",
  blanks: "Still to complete",
  conflicts: "Contradictions to settle",
  facts: "Facts of the home",
  annex: "Annex for adults",
  coverage: "Coverage of the requirements",
  withheld: "Left out because it could not be verified",
} as const;

/** Labels in front of a line, each for one kind of it. */
export const draftLabels = {
  own: "The home's document",
  fact: "The home's facts",
  note: "Note to the writer (advice, not a requirement)",
  applies: "Applies to",
  outside: "Not in the library",
  others: "Whose duty",
  remark: "Put right first (charm's check)",
  prose: "Draft text, to be agreed",
} as const;

/** Behind the place of a quotation: of what authority its words are. */
export const quotedKinds = {
  legislation: "law",
  "statutory-guidance": "guidance",
  inspection: "inspection",
  own: "own document",
  voluntary: "voluntary standard",
  other: "no authority",
  untrusted: "not trusted",
} as const satisfies Record<Authority, string>;

/** A place of a draft to be filled in, however much is said of it. */
export const draftBlank = /\[to complete: [^[\]\n]*\]/g;

/** A place to be filled in; brackets in what is said of it would end it. */
export function writeDraftBlank(what: string): string {
  const plain = what.replaceAll("[", "(").replaceAll("]", ")").replace(/\s+/g, " ").trim();
  return `[to complete: ${plain.replace(/\.$/, "")}]`;
}

/** A text with its places to be filled in taken out. */
export function withoutDraftBlanks(text: string): string {
  return text.replace(draftBlank, "");
}

/** Whether a paragraph is the one that drafts begin with. */
export function marksDraft(text: string): boolean {
  return text.trim().startsWith(markOpening);
}

/** Lines in which a draft says whose it is, behind its mark. */
const fewLines = 4;

/** The home that a draft says it is of; null for a text that is no draft. @param lines as they are read, from the first */
export function homeOfDraft(lines: readonly string[]): string | null {
  const mark = lines.findIndex(marksDraft);
  if (mark < 0) return null;
  const behind = lines.slice(mark + 1, mark + 1 + fewLines);
  return behind.flatMap((line) => /^Home: *(.+)$/.exec(line)?.[1] ?? [])[0]?.trim() ?? null;
}

/** Under these headings a draft tells of itself. */
export function tellsOfDraft(heading: string): boolean {
  const { control, blanks, conflicts, coverage, changes, withheld } = draftHeadings;
  return [control, blanks, conflicts, coverage, changes, withheld].some((one) => one === heading);
}

/**
 * - `law`: words of law, guidance and their like
 * - `own`: words of a document of the home
 * - `fact`: what is known of the home besides its documents
 * - `aside`: what is said to the writer, and what a language model wrote for them to agree
 */
export interface DraftLine {
  readonly kind: "law" | "own" | "fact" | "aside";
  /** What stands behind the label, of quotations without their marks. */
  readonly said: string;
}

const kinds = Object.values(quotedKinds).join("|");
/** A place may hold quotation marks of a heading; the words begin behind the first colon in front of such a mark. */
const patterns = [
  ["law", new RegExp(`^.{1,200}? \\((?:${kinds})\\): “(.*)”[^”]*$`, "s")],
  ["own", new RegExp(`^${draftLabels.own}, .*?: “(.*)”[^”]*$`, "s")],
  ["fact", new RegExp(`^${draftLabels.fact}, .*?: (.*)$`, "s")],
] as const;
const { note, applies, outside, others, remark, prose } = draftLabels;
const asides = [note, applies, outside, others, remark, prose];

/** A line of a draft by its label; null for what has none. */
export function readDraftLine(text: string): DraftLine | null {
  if (asides.some((label) => text.startsWith(`${label}: `))) return { kind: "aside", said: "" };
  for (const [kind, pattern] of patterns) {
    const said = pattern.exec(text)?.[1];
    if (said !== undefined) return { kind, said };
  }
  return null;
}
