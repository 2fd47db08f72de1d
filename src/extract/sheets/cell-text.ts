// Takes a cell of a sheet; gives its text as the spreadsheet shows it.
import { dateToSerial, format as formatValue, isDateFormat } from "numfmt";
import { tidyText } from "../../text/clean-text.ts";
import { leaveOut, type Losses } from "../losses.ts";
import { childOf, childrenOf, type Element, textOf } from "../office/read-xml.ts";
import { type CellLook, isOn, region } from "./read-formats.ts";

export interface RichText {
  readonly text: string;
  /** What is struck through in it. */
  readonly struck: readonly string[];
}

export interface Workbook {
  readonly sharedStrings: readonly RichText[];
  readonly looks: readonly CellLook[];
  /** Days are counted from 1904, as Excel for the Macintosh did, and not from 1900. */
  readonly from1904: boolean;
  readonly losses: Losses;
  /** What may still be read of all sheets, in cells and in characters. */
  readonly budget: { cells: number; characters: number };
}

/** Days between the two beginnings. */
const daysTo1904 = 1462;

/** A formula shows its result; "" for a cell that shows nothing. */
export function cellText(cell: Element, look: CellLook, book: Workbook): string {
  const value = textOf(childOf(cell, "x:v"));
  switch (cell.attributes.get("t")) {
    case "s":
      return showText(takeText(book.sharedStrings[Number(value)], book.losses), look);
    case "inlineStr":
      return showText(takeText(richText(childOf(cell, "x:is")), book.losses), look);
    case "str":
      return showText(tidy(value), look);
    case "b":
      return value === "1" ? "TRUE" : "FALSE";
    case "e":
      return value;
    case "d":
      return showDate(value, look, book);
    default:
      return value === "" || !Number.isFinite(Number(value))
        ? tidy(value)
        : showNumber(Number(value), look, book);
  }
}

/** Text of a cell or a shared string, without what is struck through in it and without reading aids. */
export function richText(holder: Element | undefined): RichText {
  const struck: string[] = [];
  const parts = childrenOf(holder).map((part) => {
    if (part.name === "x:t") return textOf(part);
    if (part.name !== "x:r") return "";
    const text = textOf(childOf(part, "x:t"));
    if (!isOn(childOf(part, "x:rPr", "x:strike"))) return text;
    struck.push(tidy(text));
    return "";
  });
  return { text: tidy(parts.join("")), struck };
}

function takeText(rich: RichText | undefined, losses: Losses): string {
  for (const text of rich?.struck ?? []) leaveOut(losses, "struck", text);
  return rich?.text ?? "";
}

function tidy(text: string): string {
  // Characters that XML cannot hold are written by their codes (ECMA-376 part 1, 22.9.2.19).
  const whole = text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return tidyText(whole);
}

function showNumber(value: number, look: CellLook, { from1904, losses }: Workbook): string {
  try {
    const days = from1904 && isDated(look.format) ? value + daysTo1904 : value;
    const shown = tidy(formatValue(look.format, days, { locale: region }));
    // `;;;` shows nothing; `0;-0;` nothing where there is none.
    if (shown === "" && value !== 0) leaveOut(losses, "hidden", String(value));
    return shown;
  } catch {
    // A format that cannot be understood: the value is what the file holds.
    return String(value);
  }
}

/** Lengths of time, `[h]:mm`, have no first day. */
function isDated(format: string): boolean {
  return isDateFormat(format) && !/\[[hms]+\]/i.test(format);
}

function showText(text: string, look: CellLook): string {
  // A fourth section says how text is shown: `;;;` hides it.
  if (!look.format.includes(";")) return text;
  try {
    return tidy(formatValue(look.format, text));
  } catch {
    return text;
  }
}

/** Strict files write dates as ISO texts. */
function showDate(value: string, look: CellLook, book: Workbook): string {
  const [, year, month, day, hour = "0", minute = "0", second = "0"] =
    /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?/.exec(value) ?? [];
  if (year === undefined) return tidy(value);
  if (look.format === "General") return tidy(value);
  const serial = dateToSerial([year, month, day, hour, minute, second].map(Number));
  const shift = book.from1904 ? daysTo1904 : 0;
  return serial === undefined ? tidy(value) : showNumber(serial - shift, look, book);
}
