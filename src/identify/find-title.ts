// Takes a document's front; gives its title and a short name for citations.
import type { FlowLine, TextLine } from "../extract/page.ts";
import type { Front } from "./front.ts";

/** The title from metadata if it agrees with the cover, else as printed there, else the file name made readable. */
export function findTitle(front: Front): string {
  const said = metadataTitle(front.info.title);
  const printed = printedTitle(front.cover);
  if (said !== null && (printed === null || agrees(said, front.cover))) return said;
  return printed ?? readableName(front.file);
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
  return hasWord(text) && !isFileName && !isDefault ? text : null;
}

/** Titles in metadata are forgotten when a file is made from another: half of their words must stand on the cover. */
function agrees(title: string, cover: readonly TextLine[]): boolean {
  const printed = new Set(wordsOf(cover.map((line) => line.text).join(" ")));
  const words = wordsOf(title).filter((word) => word.length > 2);
  return words.filter((word) => printed.has(word)).length >= words.length / 2;
}

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/[‘’]/g, "'")
      .match(/[\p{L}\p{N}']+/gu) ?? []
  );
}

/** Names of publishers and kinds of publication stand on covers in large letters too. */
const notTitles =
  /^(?:HM Government|Department (?:for|of) .{3,40}|Ministry of .{3,40}|Ofsted|GOV\.UK|Guidance|Statutory guidance|Policy|Contents|Table of contents|Version\b.{0,12}|DRAFT)$/i;

function printedTitle(cover: readonly TextLine[]): string | null {
  const heading = cover.find((line) => isHeading(line) && hasWord(line.text));
  if (heading) return heading.text;
  const lines = cover.filter((line) => !line.cells && !notTitles.test(line.text.trim()));
  const largest = Math.max(0, ...lines.map((line) => line.size));
  const start = lines.findIndex((line) => line.size >= 0.95 * largest);
  if (start < 0) return null;
  const rest = cover.slice(cover.indexOf(lines[start] as TextLine));
  const end = rest.findIndex((line) => line.size < 0.95 * largest || line.cells !== null);
  const block = end < 0 ? rest : rest.slice(0, end);
  const title = block.map((line) => line.text.trim()).join(" ");
  // Where letters are all of one size, the first line is a title only if it looks like one.
  const first = block[0]?.text.trim() ?? "";
  const text = block.length <= 6 && title.length <= 200 && !/[.;,]$/.test(title) ? title : first;
  // What starts small is the rest of a sentence.
  const complete = /^\P{Ll}/u.test(text) && !/[.;,:]$/.test(text);
  return hasWord(text) && complete && text.length <= 150 ? text : null;
}

/** A format that flows says which lines are headings. */
function isHeading(line: TextLine): boolean {
  return ((line as Partial<FlowLine>).heading ?? null) !== null;
}

function hasWord(text: string): boolean {
  return /\p{L}{3}/u.test(text);
}

/** `Guide_to_Children_s_Homes.pdf` → `Guide to Children's Homes`. */
export function readableName(file: string): string {
  const name = file.slice(file.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
  return (
    name
      .replace(/_s(?=_|$)/g, "'s")
      .replace(/[_\s]+|(?<=\p{L})-(?=\p{L})/gu, " ")
      .trim() || file
  );
}

/** Short names are no longer than this, in characters: enough for a regulation's name with its year. */
const longestShort = 44;

/**
 * How citations name a document: its title, without what is not needed to know it. An acronym is used only where the
 * title itself gives it.
 */
export function shortName(title: string): string {
  const whole = title.replace(/^The\s+(?=\p{Lu})/u, "").trim();
  const named = givenAcronym(whole);
  if (named.length <= longestShort) return named;
  const main = /^(.{12,}?)(?::\s|\s[–—-]\s|\s\()/.exec(named)?.[1] ?? named;
  return main.length <= longestShort ? main : cutAtWord(main);
}

/** `Social care framework (SCF): homes` → `SCF: homes`, when the letters are the initials of the words before them. */
function givenAcronym(title: string): string {
  const found = /^(.+?)\s*\((\p{Lu}{3,8})\)(.*)$/u.exec(title);
  const [before, letters, after] = [found?.[1] ?? "", found?.[2] ?? "", found?.[3] ?? ""];
  const initials = wordsOf(before)
    .map((word) => word[0]?.toUpperCase())
    .join("");
  return letters !== "" && initials.endsWith(letters) ? `${letters}${after}`.trim() : title;
}

function cutAtWord(text: string): string {
  const cut = text.slice(0, longestShort + 1).replace(/\s+\S*$/, "");
  return cut.replace(
    /(?:[\s,;:–—-]+(?:of|the|and|or|for|to|in|on|with|a|an|by|from|including))*[\s,;:–—-]*$/i,
    "",
  );
}
