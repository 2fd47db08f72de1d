// Takes what was found for references; gives it to read: provisions with their text, notes and mentions.
import { isNumbered } from "../show/provision-lines.ts";
import type {
  Mention,
  Mentions,
  ShownNote,
  ShownReference,
  ShownTarget,
  TextLine,
} from "../show/shown.ts";
import { describeDocument } from "./describe-document.ts";
import { formatCount, formatPlace, joinParts } from "./format.ts";
import { sanitise, sanitiseLine } from "../text/sanitise.ts";
import type { Look } from "./terminal/style.ts";
import { measureText, wrapIndented, wrapText } from "../text/wrap.ts";

const indent = "  ";

export function renderShown(shown: readonly ShownReference[], options: Look): string {
  const blocks = shown.flatMap((reference) => renderReference(reference, options));
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function renderReference(shown: ShownReference, options: Look): string[][] {
  const { style } = options;
  const status = {
    found: "",
    ambiguous: "ambiguous",
    external: "not in the library",
    missing: "not found",
  };
  const colour = shown.status === "missing" ? style.red : style.yellow;
  const word = status[shown.status];
  const head = style.bold(sanitiseLine(shown.reference)) + (word === "" ? "" : `  ${colour(word)}`);
  const notes = shown.notes.flatMap((note) => renderNote(note, options));
  const { nearest } = shown;
  const near =
    nearest === null
      ? []
      : [`${indent}Nearest: ${sanitiseLine(nearest.short)} ${formatPlace(nearest)}`];
  const several = shown.targets.some(({ taken }) => !taken);
  return [
    [head, ...notes, ...near],
    ...shown.targets.map((target) => renderTarget(target, several, options)),
  ];
}

function renderNote({ severity, message }: ShownNote, { width, style }: Look): string[] {
  const colour =
    severity === "error" ? style.red : severity === "warning" ? style.yellow : style.dim;
  return wrapText(sanitise(message), width - indent.length).map((line) => indent + colour(line));
}

function renderTarget(target: ShownTarget, several: boolean, options: Look): string[] {
  const { style } = options;
  const reading = several ? style.dim(target.taken ? "  (taken)" : "  (or)") : "";
  const standing = target.standing === "current" ? "" : `  ${style.yellow(target.standing)}`;
  const place = formatPlace({ ...target, locator: target.name });
  const name = joinParts([target.short, place].map(sanitiseLine), ", ");
  const title =
    target.title === null
      ? []
      : wrapIndented(sanitiseLine(target.title), indent, options).map((line) => style.bold(line));
  const notes = target.annotations.flatMap((note) =>
    wrapIndented(sanitiseLine(note), indent, options),
  );
  const blocks = [
    [
      indent + style.cyan(name) + reading + standing,
      ...renderOrigin(target, options).map((line) => style.dim(line)),
      ...title,
    ],
    [
      ...target.leadIns.flatMap((text) =>
        wrapIndented(sanitise(text), indent.repeat(2), options).map((line) => style.dim(line)),
      ),
      ...renderLines(target.lines, options),
    ],
    target.footnotes.flatMap(({ label, text }) =>
      hang(`${label}.`, sanitise(text), `${indent}${indent}`, options).map((line) =>
        style.dim(line),
      ),
    ),
    notes.map((line) => style.dim(line)),
    target.mentions === null ? [] : renderMentions(target.mentions, options),
  ];
  return blocks
    .filter((block) => block.length > 0)
    .flatMap((block, i) => (i === 0 ? block : ["", ...block]));
}

function renderOrigin(target: ShownTarget, options: Look): string[] {
  return [describeDocument(target), target.file, target.trail.join(" › ")]
    .filter((line) => line !== "")
    .flatMap((line) => wrapIndented(sanitiseLine(line), indent, options));
}

/** Set in no further than needed: a regulation without text of its own begins with its paragraphs. */
function renderLines(lines: readonly TextLine[], options: Look): string[] {
  const least = Math.min(...lines.map(({ depth }) => depth));
  return lines.flatMap((line) => renderLine({ ...line, depth: line.depth - least }, options));
}

function renderLine(line: TextLine, options: Look): string[] {
  const start = indent.repeat(2 + Math.min(line.depth, 8));
  const text = sanitise(line.text);
  if (line.kind === "heading") {
    const label = line.label === "" ? "" : `${line.label}  `;
    return wrapIndented(`${label}${text}`, start, options).map((part) => options.style.bold(part));
  }
  // A number that is printed before an item stands in the bullet's place.
  const marked = line.kind === "bullet" && !isNumbered(text);
  const label = joinParts([line.label, marked ? "•" : ""], " ");
  return hang(label, text, start, options);
}

/** A label with its text beside it, further lines under the text. */
function hang(label: string, text: string, start: string, options: Look): string[] {
  if (label === "") return wrapIndented(text, start, options);
  const inner = start + " ".repeat(measureText(label) + 1);
  const [first = "", ...rest] = wrapIndented(text, inner, options);
  return [`${start}${label} ${first.slice(inner.length)}`, ...rest];
}

function renderMentions({ listed, count }: Mentions, options: Look): string[] {
  const { style } = options;
  if (count === 0) return [`${indent}${style.dim("Mentioned nowhere else in the library.")}`];
  const lines = listed.flatMap((mention) =>
    wrapIndented(describeMention(mention), indent.repeat(2), options),
  );
  const more = count - listed.length;
  const rest =
    more === 0 ? [] : [`${indent}${indent}${style.dim(`and ${formatCount(more)} more`)}`];
  return [`${indent}${style.bold("Mentioned in")}`, ...lines, ...rest];
}

/** Without a number of its own a passage is told by its heading. */
function describeMention(mention: Mention): string {
  const { short, section, surface } = mention;
  const place = formatPlace(mention);
  const heading = mention.locator === null && section !== null ? `“${section}”` : "";
  const where = joinParts([short, heading, place].map(sanitiseLine), " ");
  return surface === null
    ? `${where}: reproduced in a box`
    : `${where}: “${sanitiseLine(surface)}”`;
}
