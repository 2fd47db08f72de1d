// Takes the bytes of an Excel workbook; gives each visible sheet as a heading with its rows.
import { CharmError } from "../../errors.ts";
import { tidyText } from "../../text/clean-text.ts";
import { flowExtraction, type FlowText } from "../flow/flow-page.ts";
import { noteUnread, leaveOut, openLosses, tellLosses } from "../losses.ts";
import { readTheme } from "../office/colours.ts";
import { openPackage, type Package, readProperties } from "../office/open-package.ts";
import {
  childOf,
  childrenOf,
  descendantsOf,
  type Element,
  isElement,
  textOf,
} from "../office/read-xml.ts";
import type { FlowExtraction } from "../page.ts";
import { richText, type RichText, type Workbook } from "./cell-text.ts";
import { readLooks } from "./read-formats.ts";
import { isTrue, readSheet, type Sheet } from "./read-sheet.ts";
import { boxLines } from "./unseen-cells.ts";
import { sheetTexts } from "./sheet-texts.ts";

const kind = { name: "Excel workbook", extension: ".xlsx" };

/**
 * Values come as the cells show them; formats are applied by numfmt, and the rest is read here, since libraries such as
 * read-excel-file and exceljs give raw values and say nothing of hidden rows, merged cells or struck text.
 * @throws CharmError `encrypted`, `unreadable` or `no-text`
 */
export function extractXlsx(bytes: Uint8Array): FlowExtraction {
  const { parts, part, workbook } = openWorkbook(bytes);
  const book = openBook(parts, part, workbook);
  const running = new Set<string>();
  const targets = new Map(parts.relations(part).map((relation) => [relation.id, relation.target]));
  const texts = childrenOf(childOf(workbook, "x:sheets"), "x:sheet").flatMap((sheet) => {
    const target = targets.get(sheet.attributes.get("r:id") ?? "") ?? "";
    return readOne(parts, target, sheet, book, running);
  });
  return flowExtraction(texts, readProperties(parts), {
    running: [...running],
    ...tellLosses(book.losses),
  });
}

/**
 * Cells of the first sheet that shows, as they show them; rows and columns that are hidden too.
 * @throws CharmError as `extractXlsx`
 */
export function readXlsxCells(bytes: Uint8Array): { row: number; cells: string[] }[] {
  const { parts, part, workbook } = openWorkbook(bytes);
  const book = openBook(parts, part, workbook);
  const shown = childrenOf(childOf(workbook, "x:sheets"), "x:sheet").find(
    (sheet) => (sheet.attributes.get("state") ?? "visible") === "visible",
  );
  const relation = parts.relations(part).find(({ id }) => id === shown?.attributes.get("r:id"));
  const sheet = readSheet(parts, relation?.target ?? "", "", book);
  return [...(sheet?.rows ?? [])].map(([row, cells]) => ({
    row,
    cells: Array.from({ length: Math.max(0, ...cells.keys()) }, (_, at) =>
      (cells.get(at + 1)?.text ?? "").trim(),
    ),
  }));
}

function openWorkbook(bytes: Uint8Array) {
  const parts = openPackage(bytes, kind);
  const main = parts.relations("").find(({ type }) => type === "officeDocument")?.target;
  const part = main ?? "xl/workbook.xml";
  const workbook = parts.read(part);
  if (workbook?.name !== "x:workbook") throw noWorkbook();
  return { parts, part, workbook };
}

function noWorkbook(): CharmError {
  return new CharmError("unreadable", "It is damaged, or no Excel workbook (.xlsx) at all.", {
    hint: "Open it in the program that made it and save it again as .xlsx.",
  });
}

function openBook(parts: Package, part: string, workbook: Element): Workbook {
  const find = (type: string) =>
    parts.relations(part).find((relation) => relation.type === type)?.target ?? "";
  const sharedStrings: RichText[] = [];
  parts.read(find("sharedStrings"), {
    inside: "x:sst",
    visit: (string) => sharedStrings.push(richText(string)),
  });
  const properties = childOf(workbook, "x:workbookPr");
  return {
    sharedStrings,
    looks: readLooks(parts.read(find("styles")), readTheme(parts.read(find("theme")))),
    from1904: properties !== undefined && isTrue(properties, "date1904"),
    losses: openLosses(),
    budget: { cells: 200_000, characters: 20_000_000 },
  };
}

function readOne(
  parts: Package,
  target: string,
  entry: Element,
  book: Workbook,
  running: Set<string>,
): FlowText[] {
  const name = tidyText(entry.attributes.get("name") ?? "");
  book.losses.under = name;
  const sheet = readSheet(parts, target, name, book);
  if (!sheet) {
    const message = `Sheet “${name}” is missing from the file.`;
    book.losses.problems.push({ code: "sheet-missing", pages: [], message });
    return [];
  }
  const state = entry.attributes.get("state") ?? "visible";
  if (state !== "visible") {
    for (const [row, cells] of sheet.rows) {
      const text = [...cells.values()].map((cell) => cell.text).join(" | ");
      leaveOut(book.losses, "hidden", `Sheet ${name}, row ${row}: ${text}`);
    }
    return [];
  }
  for (const line of readRunning(sheet)) running.add(line);
  const texts = [...sheetTexts(sheet, name, book.losses), ...readBeside(parts, target, book)];
  return texts.length === 0 ? [] : [{ text: name, heading: 1 }, ...texts];
}

/** Charts of newer kinds, as waterfalls, are in a namespace of their own. */
const newChart = "?:chart";

/** What is drawn comes twice where old programs cannot draw it: for the new, as charm reads it, and again for the old. */
function inOneBranch(element: Element): Element {
  const children = element.children.flatMap((child) => {
    if (!isElement(child)) return [child];
    if (child.name !== "mc:AlternateContent") return [inOneBranch(child)];
    const drawn = ["xdr:sp", "xdr:pic", "xdr:graphicFrame"];
    const choice = childrenOf(child, "mc:Choice").find((branch) =>
      drawn.some((name) => descendantsOf(branch, name).length > 0),
    );
    const branch = choice ?? childOf(child, "mc:Fallback");
    return branch ? inOneBranch(branch).children : [];
  });
  return { ...element, children };
}

/** What lies over the cells: text boxes are read; comments, pictures and charts are counted. */
function readBeside(parts: Package, part: string, book: Workbook): FlowText[] {
  const texts: FlowText[] = [];
  for (const { type, target } of parts.relations(part)) {
    if (type === "comments" || type === "threadedComment") {
      // A thread is a comment too, for old programs; it counts once.
      const count = descendantsOf(parts.read(target), "x:comment").length;
      noteUnread(book.losses, "comment", { count });
    }
    if (type !== "drawing") continue;
    const whole = parts.read(target);
    const drawing = whole && inOneBranch(whole);
    const count = (element: string) => descendantsOf(drawing, element).length;
    noteUnread(book.losses, "picture", { count: count("xdr:pic") });
    noteUnread(book.losses, "chart", { count: count("c:chart") + count(newChart) });
    for (const shape of descendantsOf(drawing, "xdr:sp")) {
      const { seen, left } = boxLines(shape);
      for (const { reason, text } of left) leaveOut(book.losses, reason, text);
      for (const text of seen.map(tidyText)) if (text !== "") texts.push({ text });
    }
  }
  return texts;
}

/** Lines of the sheet's header and footer, without codes for fonts and fields (ECMA-376 part 1, 18.3.1.46). */
function readRunning(sheet: Sheet): string[] {
  const code = /&(?:(&)|([LCR])|"[^"]*"|\d+|K[0-9A-F]{6}|[A-Z])/g;
  return childrenOf(childOf(sheet.part, "x:headerFooter"))
    .flatMap((line) =>
      textOf(line)
        .replace(code, (_, ampersand?: string, place?: string) => ampersand ?? (place ? "\n" : ""))
        .split("\n"),
    )
    .map(tidyText)
    .filter((text) => /\p{L}|\d/u.test(text));
}
