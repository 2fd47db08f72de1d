// Takes the XML of a workbook's parts; gives it with what write-excel-file leaves out: filters, titles and page headers.
import type writeExcelFile from "write-excel-file/node";
import {
  findElement,
  getCellAddress,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeTextContent,
} from "write-excel-file/utility";

/** What the package calls a feature, for files of any content. */
type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>["features"]>[number];

export interface SheetExtras {
  readonly name: string;
  readonly columns: number;
  /** The header's included. */
  readonly rows: number;
  /** With a header in the first row: it is filtered by, and printed on each page. */
  readonly filter: boolean;
}

/** Children of a worksheet, in the order that Excel insists on (ECMA-376 part 1, 18.3.1.99). */
const sheetOrder = [
  "sheetPr",
  "dimension",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "sheetData",
  "autoFilter",
  "mergeCells",
  "conditionalFormatting",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "drawing",
];
/** The same of a workbook (18.2.27). */
const bookOrder = ["workbookPr", "bookViews", "sheets", "definedNames", "calcPr"];

/**
 * Each sheet is printed as wide as the page.
 * @param header stands on each printed page
 */
export function addSheetParts(sheets: readonly SheetExtras[], header: string): Feature {
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml, _options, { sheetIndex }) => {
            const sheet = sheets[sheetIndex];
            return sheet === undefined ? xml : addToSheet(xml, sheet, header);
          },
          transformElementAttributes: (tag, attributes) =>
            tag === "pageSetup" ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
        },
        "xl/workbook.xml": { transform: (xml) => addNames(xml, sheets) },
      },
    },
  };
}

function addToSheet(xml: string, sheet: SheetExtras, header: string): string {
  const ref = `A1:${getCellAddress(sheet.rows - 1, sheet.columns - 1)}`;
  // An ampersand begins a code in a page header.
  const text = sanitizeTextContent(`&L${header.replaceAll("&", "&&")}&RPage &P of &N`);
  const parts = [
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    ...(sheet.filter ? [getSelfClosingTagMarkup("autoFilter", { ref })] : []),
    `<headerFooter><oddHeader>${text}</oddHeader></headerFooter>`,
  ];
  // With rows alone frozen there is no pane on the right.
  const frozen = xml.replace('activePane="bottomRight"', 'activePane="bottomLeft"');
  return parts.reduce(
    (whole, part) =>
      insertElementMarkupAccordingToOrderOfSiblings(whole, part, sheetOrder, "worksheet"),
    frozen,
  );
}

/** Excel knows the range of a filter, and the rows printed on each page, by names of its own. */
function addNames(xml: string, sheets: readonly SheetExtras[]): string {
  const names = sheets.flatMap(({ name, columns, rows, filter }, at) => {
    if (!filter) return [];
    const last = getCellAddress(rows - 1, columns - 1).replace(/(?<=\D)(?=\d)/, "$");
    const [range, titles] = [`'${name}'!$A$1:$${last}`, `'${name}'!$1:$1`];
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${range}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${titles}</definedName>`,
    ];
  });
  const part = `<definedNames>${names.join("")}</definedNames>`;
  const empty = findElement(xml, "definedNames");
  if (names.length === 0) return xml;
  if (empty !== undefined) return xml.replace(/<definedNames\s*\/>/, part);
  return insertElementMarkupAccordingToOrderOfSiblings(xml, part, bookOrder, "workbook");
}
