// Takes questions in a table (.csv or .xlsx) as people keep them; gives them with the places where they expect answers.
import { CharmError } from "../errors.ts";
import { readXlsxCells } from "../extract/sheets/extract-xlsx.ts";
import { groupBy } from "../lists.ts";
import { nearestWord } from "../settings/nearest-word.ts";
import { readCsv } from "../text/csv.ts";
import type { EvalQuestion, EvidencePlace } from "./eval-question.ts";

/** What a column may be called; letters may be large or small. */
const columns = ["id", "question", "provision", "file", "page", "section"] as const;
type Column = (typeof columns)[number];

interface Row {
  readonly line: number;
  readonly cells: ReadonlyMap<Column, string>;
}

/**
 * Each row is something that its question needs; rows with the same question are of one. A row names a provision ("reg
 * 44(1)"), or a file with pages ("64, 65" or "64-66", any of which will do) or a section.
 * @param name how messages name the file
 * @throws CharmError `questions-malformed`, with the line
 */
export function readQuestionSheet(name: string, bytes: Uint8Array): EvalQuestion[] {
  const [head, ...records] = readRecords(name, bytes);
  const heads = readHeads(name, head?.cells ?? []);
  const rows = records.flatMap(({ line, cells }): Row[] => {
    const said = heads.flatMap((column, at) => {
      const value = cells[at]?.trim() ?? "";
      return column === null || value === "" ? [] : [[column, value] as const];
    });
    return said.length === 0 ? [] : [{ line, cells: new Map(said) }];
  });
  return [...groupBy(rows, (row) => questionOf(name, row)).entries()].map(([text, own]) => ({
    id: own[0]?.cells.get("id") ?? String(own[0]?.line ?? ""),
    text,
    needs: own.map((row) => ({ anyOf: [placeOf(name, row)], grade: 1 })),
  }));
}

function readRecords(name: string, bytes: Uint8Array) {
  if (/\.xlsx$/i.test(name))
    return readXlsxCells(bytes).map(({ row, cells }) => ({ line: row, cells }));
  const text = new TextDecoder().decode(bytes).replace(/^\uFEFF/, "");
  return readCsv(text.replaceAll(/\r\n?/g, "\n"), (line) =>
    fail(name, line, "a quotation mark is not closed, or text follows it"),
  );
}

/** Columns that are not known are the user's own; a slip of one that is, is told. */
function readHeads(name: string, cells: readonly string[]): (Column | null)[] {
  const heads = cells.map((cell) => {
    const said = cell.trim().toLowerCase();
    return columns.find((column) => column === said || `${column}s` === said) ?? null;
  });
  if (heads.includes("question") && heads.some((head) => head === "provision" || head === "file"))
    return heads;
  const slips = cells.flatMap((cell) => {
    const near = nearestWord(cell.trim().toLowerCase(), columns);
    return near === null ? [] : [`“${cell.trim()}” is read as no column; did you mean ${near}?`];
  });
  const takes = `The first row must name the columns: question, and provision or file and page${slips.length === 0 ? "" : `. ${slips[0] ?? ""}`}`;
  return fail(name, 1, takes);
}

function questionOf(name: string, { line, cells }: Row): string {
  return cells.get("question") ?? fail(name, line, "there is no question in this row");
}

function placeOf(name: string, { line, cells }: Row): EvidencePlace {
  const [provision, file, section] = [
    cells.get("provision"),
    cells.get("file"),
    cells.get("section"),
  ];
  if (provision !== undefined) return { file: file ?? "", provision };
  if (file === undefined)
    return fail(name, line, "neither a provision nor a file says where the answer is expected");
  const pages = cells.get("page");
  if (pages !== undefined) return { file: baseOf(file), pages: readPages(name, line, pages) };
  return section === undefined ? { file: baseOf(file) } : { file: baseOf(file), section };
}

function baseOf(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}

/** "64, 66-68": at most a thousand. */
function readPages(name: string, line: number, text: string): number[] {
  const wrong = () => fail(name, line, `“${text}” is no page; write 64, or 64-66`);
  return text.split(/[,;]/).flatMap((part) => {
    const match = /^\s*(\d{1,5})(?:\s*[-–]\s*(\d{1,5}))?\s*$/.exec(part);
    if (match === null) return wrong();
    const [from, to] = [Number(match[1]), Number(match[2] ?? match[1])];
    if (to < from || to - from > 1000) return wrong();
    return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  });
}

function fail(name: string, line: number, problem: string): never {
  throw new CharmError("questions-malformed", `${name}, line ${line}: ${problem}.`, {
    hint: "charm eval --make questions.csv writes a table to begin with.",
  });
}
