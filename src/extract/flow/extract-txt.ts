// Takes the bytes of a plain text; gives its paragraphs, list items and headings.
import { cleanText } from "../../text/clean-text.ts";
import { noInfo, type FlowExtraction } from "../page.ts";
import { decodeText } from "./decode-text.ts";
import { flowExtraction, plainItem, rowText, type FlowText } from "./flow-page.ts";

/** Headings and titles are no longer than this, in characters. */
const longestHeading = 150;
/** A text wrapped by hand or by an old mail program has lines no longer than this. */
const widestWrap = 120;

const bullet = /^\s*[-*•·◦▪‣–]\s+(?=\S)/;

/**
 * Headings are those marked with `#` or underlined with `=` or `-`, and a title that stands alone on the first line.
 * Lines wrapped to a width are joined to paragraphs again. Everything else stays as written.
 * @throws CharmError `unreadable` or `no-text`
 */
export function extractTxt(bytes: Uint8Array): FlowExtraction {
  const raw = decodeText(bytes).replaceAll("\f", "\n\n").split("\n");
  const lines = raw.map((line) => cleanText(line).trimEnd());
  const texts = joinParagraphs(lines);
  return flowExtraction(texts, { ...noInfo, title: findTitle(lines, texts) });
}

function joinParagraphs(lines: readonly string[]): FlowText[] {
  const width = findWrapWidth(lines);
  const texts: FlowText[] = [];
  /** The line that the next one may continue; null after a blank line, heading or row. */
  let open: string | null = null;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const before = open;
    open = null;
    if (line.trim() === "" || /^\s*([-*=_])(?:\s*\1){2,}$/.test(line)) continue;
    const heading =
      readHeading(lines, at) ??
      (texts.length === 0 && standsAlone(lines, at) ? headingOf(line, 1) : null);
    const cells = heading ? null : readRow(line);
    if (heading) texts.push(heading);
    else if (cells && cells.every((cell) => /^:?-+:?$/.test(cell))) continue;
    else if (cells) texts.push({ text: rowText(cells), cells });
    else if (before !== null && continues(before, line, width)) {
      const last = texts.pop();
      if (last) texts.push({ ...last, text: join(last.text, line.trim()) });
      open = line;
    } else {
      const place = bullet.test(line) || hangsFrom(texts.at(-1), line) ? plainItem : null;
      texts.push({ text: line.replace(bullet, "").trim(), place });
      open = line;
    }
  }
  return texts;
}

/** The width the text was wrapped to, or null when each line is a paragraph. */
function findWrapWidth(lines: readonly string[]): number | null {
  const lengths = lines
    .map((line) => line.length)
    .filter((length) => length > 0)
    .sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  if (width > widestWrap || width < 40) return null;
  const full = lengths.filter((length) => length >= 0.75 * width).length;
  return full >= 0.3 * lengths.length ? width : null;
}

/** A line goes on from the one before when its first word would not have fitted there, or when it hangs from a bullet. */
function continues(before: string, line: string, width: number | null): boolean {
  if (bullet.test(line)) return false;
  const marker = bullet.exec(before);
  if (marker && line.search(/\S/) >= marker[0].length) return true;
  if (width === null) return false;
  const firstWord = /\S+/.exec(line)?.[0] ?? "";
  return before.length + 1 + firstWord.length > width;
}

/** Web pages saved as text lose their bullets: what follows a colon in small letters, and what follows that, are items. */
function hangsFrom(last: FlowText | undefined, line: string): boolean {
  return (
    last !== undefined &&
    /^\s*\p{Ll}/u.test(line) &&
    ((last.place ?? null) !== null || last.text.endsWith(":"))
  );
}

function join(text: string, next: string): string {
  return /\p{L}-$/u.test(text) ? text + next : `${text} ${next}`;
}

/** Headings may be closed with the signs that open them. Done by hand: an expression would try each blank of a long line. */
function withoutSigns(text: string): string {
  let end = text.length;
  while (text[end - 1] === "#") end -= 1;
  return text.slice(0, end).trimEnd();
}

function readHeading(lines: readonly string[], at: number): FlowText | null {
  const line = lines[at] ?? "";
  const [, signs, rest] = /^ {0,3}(#{1,6})\s+(\S.*)$/.exec(line) ?? [];
  const title = withoutSigns(rest ?? "");
  if (signs !== undefined && title !== "") return headingOf(title, signs.length);
  const below = /^\s*(=|-)\1{2,}$/.exec(lines[at + 1] ?? "")?.[1];
  const alone = (lines[at - 1] ?? "").trim() === "";
  if (!below || !alone || line.length > longestHeading || bullet.test(line)) return null;
  return headingOf(line, below === "=" ? 1 : 2);
}

function headingOf(text: string, level: number): FlowText {
  return { text: text.trim(), heading: level };
}

/** A line of its own that could be a title: short, without a full stop, before a blank line or `Key: value` lines. */
function standsAlone(lines: readonly string[], at: number): boolean {
  const next = lines[at + 1] ?? "";
  return isTitleLike(lines[at] ?? "") && (next.trim() === "" || /^[A-Z][\w ]{2,30}: \S/.test(next));
}

function isTitleLike(line: string): boolean {
  const text = line.trim();
  return (
    text.length <= longestHeading &&
    !/[.;,:!?]$/.test(text) &&
    !bullet.test(line) &&
    /\p{L}{2}/u.test(text)
  );
}

function readRow(line: string): string[] | null {
  const text = line.trim();
  if (!/^\|.+\|$/.test(text)) return null;
  return text
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim());
}

function findTitle(lines: readonly string[], texts: readonly FlowText[]): string | null {
  const heading = texts[0]?.heading ? texts[0].text : null;
  if (heading) return heading;
  const first = lines.find((line) => line.trim() !== "") ?? "";
  return isTitleLike(first) && first.trim().length <= 80 ? first.trim() : null;
}
