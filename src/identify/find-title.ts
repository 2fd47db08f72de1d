// Takes a document's front; gives its title, from where a reader sees it.
import { extname } from "node:path";
import { setOfWords } from "../lists.ts";
import type { Front, FrontLine } from "./front.ts";
import { readableName } from "./readable-name.ts";
import { titleBlocks, type Block } from "./title-blocks.ts";
import { canBeTitle, isHouseName, isKindWord, isSalutation, namesKind } from "./title-lines.ts";
import { wordsOf } from "./words-of.ts";

/**
 * As printed on the cover, or under a label such as `Title:`; the file's metadata only where they say the same better,
 * or nothing is printed and file name or text bears them out; else the file name made readable.
 */
export function findTitle(front: Front): string {
  const said = metadataTitle(front.info.title);
  // A workbook's first line is the name of a sheet.
  if (/\.xls[xm]$/i.test(front.file)) return said ?? readableName(front.file);
  const labelled = labelledTitle(front);
  if (labelled !== null) return labelled;
  const printed = isLetter(front) ? letterTitle(front) : printedTitle(front, said);
  if (said !== null && isBorneOut(said, printed, front)) return said;
  return printed ?? titleInPassing(front) ?? readableName(front.file);
}

/** Metadata that programs fill in by themselves says nothing. */
function metadataTitle(title: string | null): string | null {
  const text = (title ?? "")
    .replace(/^Microsoft (?:Office )?(?:Word|PowerPoint|Excel) - /i, "")
    .replace(/\s+[-–|]\s+GOV\.UK$/, "")
    .replace(/\s+/g, " ")
    .trim();
  const isFileName =
    /\.(?:docx?|pdf|indd|rtf|odt|pptx?|xlsx?|qxd|html?)$/i.test(text) || /^\S*_\S*$/.test(text);
  const isDefault =
    /^(?:untitled|document|slide|layout|title|presentation|powerpoint presentation)\W*\d*$/i.test(
      text,
    );
  const usable = canBeTitle({ text, cells: null }) && !isFileName && !isDefault;
  return usable ? text : null;
}

/** Titles in metadata are forgotten when a file is made from another, so that what is printed must agree. */
function isBorneOut(said: string, printed: string | null, front: Front): boolean {
  if (isHouseName(said, front.file)) return false;
  const words = tellingWords(said);
  const onCover = new Set(wordsOf(front.cover.map((line) => line.text).join(" ")));
  if (printed === null) {
    // “Policy” alone stands on any cover.
    const own = words.filter((word) => !isKindWord(word));
    if (/^\.(?:html?|md|markdown|txt|text)$/i.test(extname(front.file))) return true;
    const named = tellingWords(readableName(front.file));
    return share(own, onCover) >= 0.75 || share(own, new Set(named)) >= 0.5;
  }
  const goesOn = wordsOf(said)
    .join(" ")
    .startsWith(`${wordsOf(printed).join(" ")} `);
  if (goesOn) return share(words, onCover) >= 0.5;
  return share(words, onCover) >= 0.9 && share(tellingWords(printed), new Set(words)) >= 0.6;
}

function tellingWords(text: string): string[] {
  return wordsOf(text).filter((word) => word.length > 2);
}

function share(words: readonly string[], among: ReadonlySet<string>): number {
  return words.length === 0 ? 0 : words.filter((word) => among.has(word)).length / words.length;
}

const titleLabel =
  /^(?:(?:(?:policy|document|procedure|form) )?title|(?:policy|document|procedure|form) name|(?:title|name) of (?:the )?(?:policy|document|procedure)|subject|re|policy|procedure)$/i;

/** `Policy title: Fire safety`, in a line or in two cells of a row. */
function labelledTitle({ cover, running }: Front): string | null {
  const pairs = [
    ...cover.flatMap((line) => (line.cells ? pairsOf(line.cells) : [splitLabel(line.text)])),
    ...running.map(splitLabel),
  ];
  for (const [label = "", value = ""] of pairs) {
    if (!titleLabel.test(label.replace(/\s*:$/, "").trim())) continue;
    const text = value.trim();
    if (canBeTitle({ text, cells: null }) && text.length <= 120) return text;
  }
  return null;
}

function pairsOf(cells: readonly string[]): string[][] {
  return cells.flatMap((cell, at) => [splitLabel(cell), [cell, cells[at + 1] ?? ""]]);
}

function splitLabel(text: string): string[] {
  const at = text.indexOf(":");
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/**
 * Where nothing is printed as a title: a cell of a table at the top, or a part of a header or footer, that names a kind
 * of document. A header may be that of a whole manual, and so must not contradict a file's name that tells something.
 */
function titleInPassing({ cover, running, file }: Front): string | null {
  const able = (text: string) =>
    canBeTitle({ text, cells: null }) &&
    namesKind(text) &&
    text.length <= 90 &&
    !isHouseName(text, file);
  const cells = cover.slice(0, 3).flatMap((line) => line.cells ?? []);
  const cell = cells.map((each) => each.trim()).find(able);
  if (cell !== undefined) return cell;
  const named = tellingWords(readableName(file)).filter(
    (word) => !nameless.has(word) && !/^\d+$/.test(word),
  );
  const parts = running.flatMap((line) =>
    line.split(/\s*[|•\t]\s*|\s[–—-]\s|\s{3,}|\s(?=v\d|version\b|page\b)/i),
  );
  const fits = (part: string) =>
    named.length === 0 || named.some((word) => wordsOf(part).includes(word));
  return parts.map((part) => part.trim()).find((part) => able(part) && fits(part)) ?? null;
}

/** Words of a file's name that say nothing of what is in it. */
const nameless = setOfWords("scan scanned document doc final copy new draft file untitled word");

function isLetter({ cover }: Front): boolean {
  return cover.some((line) => isSalutation(line.text));
}

/**
 * Above the salutation stand sender, date and addressee; the subject is a short line soon below it, or one above it
 * that is set off.
 */
function letterTitle({ cover, bodySize, file }: Front): string | null {
  const greeting = cover.findIndex((line) => isSalutation(line.text));
  const widest = Math.max(...cover.map((line) => line.right));
  const isSubject = (line: FrontLine) => canBeTitle(line) && line.text.length <= 120;
  const subject = cover.slice(greeting + 1, greeting + 4).find(isSubject);
  const next = subject && cover[cover.indexOf(subject) + 1];
  // The first line of the text fills the width, or runs on in the next.
  const isText =
    subject !== undefined &&
    !isSetOff(subject, bodySize) &&
    (/^\p{Ll}/u.test(next?.text ?? "") || (widest > 0 && subject.right > 0.85 * widest));
  const above = cover
    .slice(0, greeting)
    .find((line) => isSubject(line) && isSetOff(line, bodySize) && !isHouseName(line.text, file));
  const found = subject !== undefined && !isText ? subject : above;
  return found?.text.replace(/^(?:re|subject)\s*[:–-]\s*/i, "").trim() ?? null;
}

function isSetOff(line: FrontLine, bodySize: number): boolean {
  return line.heading !== null || line.bold || line.size > 1.1 * bodySize || isCapitals(line.text);
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{3}/u.test(text) && !/\p{Ll}/u.test(text);
}

function printedTitle(front: Front, said: string | null): string | null {
  const blocks = candidates(front);
  const largest = Math.max(0, ...blocks.map(({ lines }) => lines[0]?.size ?? 0));
  let best: { block: Block; score: number } | null = null;
  for (const block of blocks) {
    // Below what is set off as a title a heading is that of a section.
    const first = blocks.find(({ text }) => !isHouseName(text, front.file)) === block;
    const level = block.lines[0]?.heading ?? null;
    const score =
      scoreBlock(block, front, largest, said) + (first || level === 0 ? headingScore(level) : 0);
    if (best === null || score > best.score) best = { block, score };
  }
  return best !== null && !isOneOfSeveral(best.block, front, said) ? best.block.text : null;
}

/** Lines set alike that a document has to need before the first of them is a section's heading. */
const headingsAlike = 3;

/** A heading like those of the other sections is the title only where the file's name, or its metadata, has its words. */
function isOneOfSeveral({ lines, text }: Block, front: Front, said: string | null): boolean {
  const [line] = lines;
  const setOff = line !== undefined && isSetOff(line, front.bodySize);
  if (!setOff) return false;
  // Version, author and dates of a cover may be set like its title.
  const control = front.cover.filter((each) => isSetLike(each, line) && !canBeTitle(each));
  if (front.countLike(line) - control.length - lines.length + 1 < headingsAlike) return false;
  const words = new Set(tellingWords(text));
  return share(tellingWords(`${readableName(front.file)} ${said ?? ""}`), words) === 0;
}

function isSetLike(a: FrontLine, b: FrontLine): boolean {
  return a.heading === b.heading && a.bold === b.bold && Math.abs(a.size - b.size) < 0.05;
}

/** What of the cover is set off, down to the first section; where nothing is, its first line. */
function candidates(front: Front): Block[] {
  const { cover, isFlow, bodySize } = front;
  const able = titleBlocks(front).filter(({ text, lines }) => {
    return canBeTitle({ text, cells: lines[0]?.cells ?? null }) && lines[0]?.numbered !== true;
  });
  const heading = able.findIndex(
    ({ lines, text }) => lines[0]?.heading !== null && !isHouseName(text, front.file),
  );
  const region = heading < 0 || !isFlow ? able : able.slice(0, heading + 1);
  const firstNamed = able.find(({ text }) => !isHouseName(text, front.file));
  const textBegins = cover.findIndex(isProse);
  const setOff = region.filter(({ lines: [line], at }) => {
    if (line === undefined || !isSetOff(line, bodySize)) return false;
    const large = line.heading !== null || line.size > 1.1 * bodySize;
    // Bold words below the text's beginning are labels and headings.
    if (isFlow) return large || textBegins < 0 || at < textBegins;
    return large || at === firstNamed?.at;
  });
  const first = able[0];
  const opens = first && first.at === wordsBegin(cover) && first.text.length <= 100;
  const named = setOff.length > 0 ? setOff : opens ? [first] : [];
  return named.every(({ text }) => isHouseName(text, front.file)) ? [] : named;
}

function isProse({ text, heading }: FrontLine): boolean {
  return heading === null && text.length > 40 && /[.;,]$|^\p{Ll}/u.test(text.trim());
}

function wordsBegin(cover: readonly FrontLine[]): number {
  return cover.findIndex((line) => /\p{L}{3}/u.test(line.text));
}

function headingScore(level: number | null): number {
  if (level === null) return 0;
  return level === 0 ? 5 : level === 1 ? 3 : 1;
}

/** Size tells most; a house's name in larger letters gives way to what names a kind of document. */
function scoreBlock(block: Block, front: Front, largest: number, said: string | null): number {
  const [line] = block.lines;
  if (line === undefined) return 0;
  const words = tellingWords(block.text);
  const fileWords = tellingWords(readableName(front.file));
  return (
    (largest > 0 ? (6 * line.size) / largest : 0) +
    (line.bold ? 1 : 0) +
    (isCapitals(block.text) ? 0.5 : 0) +
    (namesKind(block.text) ? 2.2 : 0) +
    2.5 * share(fileWords, new Set(words)) +
    (said !== null && share(tellingWords(said), new Set(words)) >= 0.9 ? 1 : 0) -
    (isHouseName(block.text, front.file) ? 4 : 0) -
    0.05 * block.at
  );
}
