// Builds small Excel workbooks for tests.
import { makeZip, relations } from "../word/make-docx.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export interface SheetPart {
  readonly name: string;
  readonly state?: string;
  /** XML of the rows. */
  readonly rows: string;
  /** XML before and after the rows. */
  readonly before?: string;
  readonly after?: string;
}

/** @param look XML of number formats, fonts and cell styles */
export function makeXlsx(
  sheets: readonly SheetPart[],
  {
    look = "",
    book = "",
    parts = {},
  }: { look?: string; book?: string; parts?: Record<string, string> } = {},
): Uint8Array {
  const entries = sheets.map(
    ({ name, state = "visible" }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="s${at + 1}"/>`,
  );
  const files = sheets.map(({ rows, before = "", after = "" }, at) => [
    `xl/worksheets/sheet${at + 1}.xml`,
    `<worksheet xmlns="${main}" xmlns:r="${related}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
  ]);
  return makeZip({
    "_rels/.rels": relations([["r1", "officeDocument", "/xl/workbook.xml"]]),
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${related}">${book}<sheets>${entries.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations([
      ...sheets.map(
        (_, at) => [`s${at + 1}`, "worksheet", `/xl/worksheets/sheet${at + 1}.xml`] as const,
      ),
      ["st", "styles", "styles.xml"],
      ["ss", "sharedStrings", "sharedStrings.xml"],
    ]),
    "xl/styles.xml": `<styleSheet xmlns="${main}">${look}</styleSheet>`,
    ...Object.fromEntries(files),
    ...parts,
  });
}

/** A row of texts and numbers; undefined leaves a cell out. `style` is an index, the same for all cells. */
export function row(
  number: number,
  values: readonly (string | number | undefined)[],
  { style = 0, attributes = "" }: { style?: number; attributes?: string } = {},
): string {
  const cells = values.map((value, at) => {
    const ref = `r="${String.fromCharCode(65 + at)}${number}" s="${style}"`;
    if (value === undefined) return "";
    return typeof value === "number"
      ? `<c ${ref}><v>${value}</v></c>`
      : `<c ${ref} t="inlineStr"><is><t>${value}</t></is></c>`;
  });
  return `<row r="${number}" ${attributes}>${cells.join("")}</row>`;
}
