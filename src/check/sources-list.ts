// Takes lines of a list of sources; gives each with its file, page and places.
import { readEndings } from "../extract/kinds.ts";
import type { ReportBlock } from "./blocks.ts";
import { readSourceLine } from "../text/report-frame.ts";
import { toPlainText } from "./plain-text.ts";
import type { ListedSource } from "./report.ts";

const sourcesHeading =
  /^(?:\d+[.)]?\s*)?(?:list of )?(?:sources?|references?|bibliography|works cited|citations?|footnotes?|endnotes?|notes|documents (?:consulted|used|cited))(?: (?:consulted|used|cited|list))?:?$/i;

export function isSourcesHeading(text: string): boolean {
  return sourcesHeading.test(toPlainText(text));
}

/** "**Sources:**" on a line of its own counts as a heading. */
export function isBoldLine(text: string): boolean {
  return /^\s*(?:\*\*|__)[^*_]+(?:\*\*|__):?\s*$/.test(text);
}

/** Somebody's report may name files that are not read as well. */
const fileName = new RegExp(
  `(?:\\bfile:\\s*)?([^\\s,;:|()[\\]“”"][^,;:|()[\\]“”"]*?(?:${readEndings()}|\\.doc|\\.xls|\\.ppt))(?![\\w.])`,
  "i",
);
const pages = /\b(?:pages?|pp?\.?)\s*:?\s*(\d{1,4})(?:\s*(?:[-–—]|to)\s*(\d{1,4}))?/i;
const section = /\bsection:\s*([^;()]+)/i;

/** @param group heading of the group the line stands in */
export function readSource(block: ReportBlock, group: string | null): ListedSource {
  const written = toPlainText(block.text);
  const leading = /^\[(\^?[^\]]+)\]:?\s*/.exec(written);
  const rest = leading === null ? written : written.slice(leading[0].length);
  const marker = leading?.[1] ?? block.label;
  const known = { line: block.lines[0] ?? 1, marker, written, group };
  const own = readSourceLine(rest);
  if (own !== null && own.page === null)
    return { ...known, ...own, pageEnd: null, pageWords: null, places: "" };
  if (own !== null) return { ...known, ...own, pageEnd: own.page, pageWords: `Page: ${own.page}` };
  const file = fileName.exec(rest);
  const behind = file === null ? rest : rest.slice(file.index + file[0].length);
  const page = pages.exec(behind);
  const from = page?.[1] === undefined ? null : Number(page[1]);
  const heading = section.exec(behind)?.[1]?.trim() ?? null;
  // Version and date are said behind a semicolon and are no places.
  const places =
    (page === null ? behind : behind.replace(page[0], "")).split(
      /;\s*(?:version|as at|retrieved|accessed)\b/i,
    )[0] ?? "";
  return {
    ...known,
    file: file?.[1]?.replace(/^file:\s*/i, "").trim() ?? null,
    page: from,
    pageEnd: page?.[2] === undefined ? from : Number(page[2]),
    pageWords: page?.[0] ?? null,
    section: heading,
    places: file === null ? rest : heading === null ? places : "",
  };
}
