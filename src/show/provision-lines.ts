// Takes a provision with everything inside it; gives its text line by line, labels and nesting as printed.
import type { Standing } from "../place/place.ts";
import type { Block, Provision } from "../structure/provision.ts";
import type { Footnote, TextLine } from "./shown.ts";

export interface ProvisionText {
  readonly lines: readonly TextLine[];
  /** In the order of their marks. */
  readonly footnotes: readonly Footnote[];
}

/** Provisions by ordinal: those that the text is made of, and their parents where labels depend on them. */
export type ProvisionsByOrdinal = ReadonlyMap<number, Provision>;

/** A label that waits for the first text after it. */
interface Pending {
  readonly label: string;
  readonly depth: number;
}

/** Pages to keep to, both included. */
export interface PageLimits {
  readonly from: number;
  readonly to: number;
}

/**
 * Own label and title of the provision are left out: they stand where it is named. What was omitted by amendment has
 * no lines. A line that runs over a page break stays one line.
 * @param pages only what stands on these
 */
export function readProvisionLines(
  provisions: ProvisionsByOrdinal,
  root: Provision,
  pages: PageLimits | null = null,
): ProvisionText {
  const state: State = { provisions, pages, lines: [], footnotes: [], pending: [], cut: true };
  visit(state, root, 0, "current");
  return { lines: state.lines, footnotes: state.footnotes };
}

interface State {
  readonly provisions: ProvisionsByOrdinal;
  readonly pages: PageLimits | null;
  readonly lines: TextLine[];
  readonly footnotes: Footnote[];
  pending: readonly Pending[];
  /** The block before was left out, so that nothing can go on from it. */
  cut: boolean;
}

function visit(state: State, provision: Provision, depth: number, around: Standing): void {
  const standing = provision.standing === "current" ? around : provision.standing;
  for (const item of provision.content) {
    if ("child" in item) {
      const child = state.provisions.get(item.child);
      if (child === undefined || child.standing === "omitted") continue;
      if (child.kind !== "footnote") open(state, child, depth, standing);
      else if (isWanted(state, child.page)) state.footnotes.push(readFootnote(child));
    } else if (item.kind === "continuation" && !state.cut && state.pending.length === 0) {
      goOn(state, item);
    } else {
      const kind = item.kind === "continuation" ? "text" : item.kind;
      addLine(state, { text: item.text, kind, page: item.page, standing }, depth);
    }
  }
}

function open(state: State, child: Provision, depth: number, around: Standing): void {
  const inner = isDivision(child) ? depth : depth + 1;
  const label = labelOf(child);
  const heading = headingOf(child);
  if (heading !== null) {
    state.pending = [];
    const standing = child.standing === "current" ? around : child.standing;
    addLine(state, { text: heading, kind: "heading", page: child.page, standing }, depth);
  }
  if (label !== "") state.pending = [...state.pending, { label, depth: inner }];
  visit(state, child, inner, around);
  // A label without any text must not be given to what follows.
  state.pending = state.pending.filter((waiting) => waiting.depth < inner);
}

function addLine(state: State, line: Omit<TextLine, "depth" | "label">, depth: number): void {
  const { lines, pending } = state;
  state.pending = [];
  state.cut = !isWanted(state, line.page);
  if (state.cut) return;
  const label = joinLabels(pending.map((waiting) => waiting.label));
  lines.push({ ...line, label, depth: pending[0]?.depth ?? depth });
}

/** Adds what stands on the next page to the line that it goes on from. */
function goOn({ lines, ...state }: State, block: Block): void {
  const last = lines.pop();
  if (last === undefined) return;
  const more = isWanted(state, block.page) ? ` ${block.text}` : "";
  lines.push({ ...last, text: last.text + more });
}

function isWanted({ pages }: Pick<State, "pages">, page: number | null): boolean {
  return pages === null || page === null || (page >= pages.from && page <= pages.to);
}

/** "5. Search the house", "(b) ring the police". */
export function isNumbered(text: string): boolean {
  return /^\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,6})[.)]+\s/i.test(text);
}

/** The lines as one text, a line each, labels in front. */
export function joinTextLines(lines: readonly TextLine[]): string {
  return lines
    .map(({ label, text, kind }) => {
      const start = kind === "bullet" && !isNumbered(text) ? `• ${text}` : text;
      return label === "" ? start : `${label} ${start}`;
    })
    .join("\n");
}

function readFootnote(provision: Provision): Footnote {
  const texts = provision.content.flatMap((item) => ("text" in item ? [item.text] : []));
  return { label: lastLabel(provision), text: texts.join(" "), page: provision.page };
}

/** `28.` and `(1)` are printed "28.—(1)", `(2)` and `(a)` "(2)(a)". */
function joinLabels(labels: readonly string[]): string {
  return labels.reduce((all, label) => (all.endsWith(".") ? `${all}—${label}` : all + label), "");
}

/** As printed in front of its text; definitions and quotations have none. */
function labelOf(provision: Provision): string {
  const label = lastLabel(provision);
  switch (provision.kind) {
    case "clause":
      return `(${label})`;
    case "regulation":
    case "section":
    case "article":
      return `${label}.`;
    case "paragraph":
      return label.includes(".") ? label : `${label}.`;
    default:
      return "";
  }
}

function lastLabel(provision: Provision): string {
  return (provision.address.split("/").at(-1) ?? "").replace(/~\d+$/, "");
}

/** Divisions hold provisions without setting their text in. */
function isDivision({ kind }: Provision): boolean {
  return ["part", "chapter", "crossheading", "schedule", "annex", "heading", "quotation"].includes(
    kind,
  );
}

/** A heading on a line of its own: "Part 3 Registered persons", "Fitness of manager". */
function headingOf(provision: Provision): string | null {
  const { kind, locator, title } = provision;
  if (title === null || kind === "definition" || kind === "footnote") return null;
  if (kind !== "part" && kind !== "chapter" && kind !== "schedule") return title;
  if (locator === null || title.toLowerCase().startsWith(locator.toLowerCase())) return title;
  return `${locator} ${title}`;
}
