// Takes the lines of one regulation, section or paragraph; grows its nested clauses (1)(a)(i), definitions and tails.
import { slugify } from "../place/address.ts";
import type { Line } from "../extract/page.ts";
import { isOmission } from "./amendments.ts";
import { isFirst, isLater, isNext, labelForms, type LabelForm } from "../place/labels.ts";
import { addLine, cutStart, type Node, type Tree } from "./tree.ts";

export interface Clauses {
  /** Takes the next line; returns the provisions it opened. `fresh`: something else was printed before it. */
  read(line: Line, page: number | null, fresh?: boolean): Node[];
  /** True for a line that opens, or stands inside, text which another enactment is to have. */
  isQuoting(line: Line): boolean;
}

interface Level {
  readonly node: Node;
  readonly form: LabelForm | "unit" | "definition";
  readonly label: string;
  /** Left edge of the label. */
  readonly left: number;
  /** Left edge of the lines that go on with this clause; null until one is seen. */
  textLeft: number | null;
}

interface Layout {
  /** Left edge of full-width lines. */
  readonly margin: number;
  /**
   * Subsections have hanging text (Acts), so that a line at the margin belongs to none of them, while in statutory
   * instruments it goes on with the paragraph (1).
   */
  readonly hanging: boolean;
}

/** Left edge of a label that stands beside its unit's number, "5 (1) The …", or behind a bracket: not known. */
export const besideUnit = Number.NEGATIVE_INFINITY;
/** Lines this near are aligned, in points. */
const aligned = 3.5;
/** A label's column may shift this much, for labels are set flush right. */
const labelShift = 14;
/** A bracket and the number of an amendment may stand before it, too. */
const markedShift = 36;

export function createClauses(tree: Tree, unit: Node, layout: Layout): Clauses {
  const textLeft = layout.hanging ? null : layout.margin;
  const levels: Level[] = [{ node: unit, form: "unit", label: "", left: -1, textLeft }];
  // Quotation marks still open around text that another enactment is to have.
  let depth = 0;

  const openLabels = (line: Line, page: number | null): { opened: Node[]; rest: Line } => {
    const opened: Node[] = [];
    let rest = line;
    for (;;) {
      const label = startingLabel(rest.text);
      if (label === null || line.cells !== null) break;
      const shift = rest.marks.some((mark) => mark.at === 0) ? markedShift : labelShift;
      const place = placeLabel(levels, label, {
        left: rest.left,
        shift,
        inline: opened.length > 0,
      });
      if (!place) break;
      const node = openClause(tree, levels, place, { label, left: rest.left, page, shift }, layout);
      opened.push(node);
      rest = cutLabel(rest, node);
    }
    return { opened, rest };
  };

  const read = (line: Line, page: number | null, fresh = false): Node[] => {
    if (!staysQuoted(levels, line, layout.margin)) depth = 0;
    const quoting = depth > 0;
    const opens = opensQuotation(line, levels);
    const { opened, rest } = quoting ? { opened: [], rest: line } : openLabels(line, page);
    const last = opened.at(-1);
    if (last && isOmission(rest.text)) last.standing = "omitted";
    else if (last) {
      if (rest.text !== "") addLine(last, rest, page, { fresh: true });
    } else if (!quoting && !opens && isDefinition(rest, levels)) {
      const definition = openDefinition(tree, levels, rest);
      addLine(definition, rest, page, { fresh: true });
      opened.push(definition);
    } else {
      const owner = findOwner(levels, rest, quoting || opens, layout);
      const startsAfresh = fresh || rest.cells !== null || opens;
      addLine(owner.node, rest, page, {
        kind: rest.cells ? "row" : "text",
        fresh: startsAfresh || (quoting && (rest.bold || startingLabel(rest.text) !== null)),
      });
    }
    depth = followQuotation(depth, rest, opens);
    return opened;
  };
  const isQuoting = (line: Line): boolean =>
    depth === 0 ? opensQuotation(line, levels) : staysQuoted(levels, line, layout.margin);
  return { read, isQuoting };
}

function startingLabel(text: string): string | null {
  return /^\(([A-Z]?\d+[A-Z]*|[a-z]{1,4}[A-Z]?|[A-Z]{1,2})\)(?=\s|$|\(|\.)/.exec(text)?.[1] ?? null;
}

/** Takes the label off; marks that stood before it are noted on the clause it opens. */
function cutLabel(line: Line, node: Node): Line {
  const length = /^\(\w+\)\s*/.exec(line.text)?.[0].length ?? 0;
  return cutStart(line, length, node);
}

interface Place {
  /** Index of the level that becomes the parent. */
  readonly parent: number;
  readonly form: LabelForm;
}

/**
 * Where a label belongs: it goes on with an open list when it is that list's next label, starts a list under the
 * deepest clause when it is a first label, or goes on with a list of which items were repealed.
 */
function placeLabel(
  levels: readonly Level[],
  label: string,
  printed: { left: number; shift: number; inline: boolean },
): Place | null {
  const { left, shift, inline } = printed;
  const forms = labelForms(label);
  const near = (level: Level) =>
    inline || level.left === besideUnit || Math.abs(level.left - left) <= shift;
  for (const test of [isNext, isLater]) {
    for (let i = levels.length - 1; i >= 1; i -= 1) {
      const level = levels[i];
      if (!level || level.form === "unit" || level.form === "definition") continue;
      if (!forms.includes(level.form) || !near(level)) continue;
      if (test(level.label, label, level.form)) return { parent: i - 1, form: level.form };
    }
    if (test === isNext && isFirst(label)) {
      const form = label === "i" ? "roman" : forms[0];
      if (form) return { parent: parentForFirst(levels, left, inline), form };
    }
  }
  // A list may begin with a later label where its first items were repealed.
  const form = forms[0];
  if (form === "number" && levels.length === 1) return { parent: 0, form };
  return null;
}

function parentForFirst(levels: readonly Level[], left: number, inline: boolean): number {
  if (inline || endsWithDash(levels.at(-1))) return levels.length - 1;
  const outer = levels.findLastIndex((level) => level.left < left - 1);
  return Math.max(outer, 0);
}

function openClause(
  tree: Tree,
  levels: Level[],
  place: Place,
  printed: { label: string; left: number; page: number | null; shift: number },
  layout: Layout,
): Node {
  const { label, page } = printed;
  const sibling = levels[place.parent + 1];
  // Behind a bracket the label's own place is not known, but its siblings' is.
  const hidden = printed.shift === markedShift;
  const left = hidden ? (sibling?.form === place.form ? sibling.left : besideUnit) : printed.left;
  levels.length = place.parent + 1;
  const parent = levels[place.parent] as Level;
  const node = tree.add(parent.node, {
    kind: "clause",
    address: `${parent.node.address}/${label}`,
    locator: parent.node.locator === null ? null : `${parent.node.locator}(${label})`,
    page,
  });
  const flush = place.form === "number" && !layout.hanging;
  levels.push({ node, form: place.form, label, left, textLeft: flush ? layout.margin : null });
  return node;
}

/** A lead-in that ends with a dash announces its list, wherever the labels stand. */
function endsWithDash(level: Level | undefined): boolean {
  return level !== undefined && /[—–-]$/.test(lastText(level.node));
}

/** In an interpretation provision: “term” means … */
function isDefinition(line: Line, levels: readonly Level[]): boolean {
  if (!/^“\s*[^”]{1,80}”/.test(line.text) || line.cells) return false;
  if (/^“\s*\(/.test(line.text)) return false;
  const lead = levels.findLast((level) => level.form !== "definition");
  const inList = levels.some(
    (level) => level.form === "definition" && Math.abs(level.left - line.left) <= aligned,
  );
  return inList || endsWithDash(lead);
}

function lastText(node: Node): string {
  const last = node.content.at(-1);
  return last && "lines" in last ? (last.lines.at(-1)?.text ?? "") : "";
}

function openDefinition(tree: Tree, levels: Level[], line: Line): Node {
  const existing = levels.findIndex(
    (level) => level.form === "definition" && Math.abs(level.left - line.left) <= aligned,
  );
  // Definitions of one list are set alike, whichever of them first ran over a line.
  const textLeft = levels[existing]?.textLeft ?? null;
  if (existing > 0) levels.length = existing;
  const parent = levels.at(-1) as Level;
  const term = /^“\s*([^”]{1,80}?)\s*”/.exec(line.text)?.[1] ?? "";
  const node = tree.add(parent.node, {
    kind: "definition",
    address: `${parent.node.address}/def/${slugify(term)}`,
    locator: parent.node.locator === null ? null : `${parent.node.locator} “${term}”`,
    title: term,
  });
  levels.push({ node, form: "definition", label: term, left: line.left, textLeft });
  return node;
}

/** The clause a line without a label goes on with: the deepest one whose text starts at its left edge. */
function findOwner(levels: Level[], line: Line, quoting: boolean, layout: Layout): Level {
  const deepest = levels.at(-1) as Level;
  if (quoting || line.cells) return deepest;
  // Some definitions have their first line set in, others all lines but the first.
  const reach = deepest.form === "definition" ? -labelShift : 2;
  if (deepest.textLeft === null && line.left > deepest.left + reach) {
    deepest.textLeft = line.left;
    return deepest;
  }
  const level = levels.findLast(
    ({ textLeft }) => textLeft !== null && Math.abs(textLeft - line.left) <= aligned,
  );
  if (level) return closeTo(levels, level);
  if (line.left <= layout.margin + aligned) {
    const flush = levels.findIndex(
      ({ textLeft }) => textLeft === null || textLeft <= layout.margin + aligned,
    );
    return flush > 0 ? closeTo(levels, levels[flush] as Level) : deepest;
  }
  // Between two known edges: whoever starts to its left.
  return closeTo(levels, levels.findLast(({ left }) => left < line.left - 2) ?? deepest);
}

/** Closes the clauses inside a level. */
function closeTo(levels: Level[], level: Level): Level {
  levels.length = levels.indexOf(level) + 1;
  return level;
}

/** Text that another Act is to have: “(3A) The duty … ” stands in quotation marks and opens no clause here. */
function opensQuotation(line: Line, levels: readonly Level[]): boolean {
  if (!line.text.startsWith("“") || line.cells) return false;
  if (/^“\s*(?:\(|\d+[A-Z]*\s)/.test(line.text)) return true;
  const lead = levels.at(-1);
  return (
    lead !== undefined && /\b(?:insert|substitute|add)(?:ed)?\s*[—–-]$/.test(lastText(lead.node))
  );
}

/** Quoted provisions are set in; a label in the column of an open clause, or a line at the margin, is outside again. */
function staysQuoted(levels: readonly Level[], line: Line, margin: number): boolean {
  if (line.left < margin + 6) return false;
  if (startingLabel(line.text) === null) return true;
  return !levels.some((level) => level.form === "number" && line.left <= level.left + 8);
}

/** How many quotation marks are open after a line. */
function followQuotation(depth: number, line: Line, opens: boolean): number {
  if (depth === 0 && !opens) return 0;
  let open = depth;
  for (const char of line.text) {
    if (char === "“") open += 1;
    else if (char === "”") open -= 1;
  }
  return Math.max(open, 0);
}
