// Takes the part of a sheet, or the styles of its cells; says which columns and cells are there and cannot be seen.
import { mixed, readHex, type Theme } from "../office/colours.ts";
import { type Colour, isLost, white } from "../colour.ts";
import { childOf, childrenOf, descendantsOf, type Element, textOf } from "../office/read-xml.ts";

/** Letters of up to this many points are dots. */
const speck = 2;
/** Rows lower than this, in points, and columns narrower than this, in characters, are closed. */
const closed = { row: 1, column: 0.1 };

/** Colours of a theme in the order in which workbooks count them (ECMA-376 part 1, 18.8.3). */
const slots = "lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6".split(" ");
/** Those of the old palette that are black and white. */
const indexed: Readonly<Record<string, Colour>> = {
  "0": [0, 0, 0],
  "1": white,
  "8": [0, 0, 0],
  "9": white,
  "65": white,
};

function readColour(colour: Element | undefined, theme: Theme): Colour | null {
  if (!colour) return null;
  const get = (name: string) => colour.attributes.get(name);
  const slot = slots[Number(get("theme") ?? -1)];
  const themed = slot === undefined ? undefined : theme.get(slot);
  const base = themed ?? indexed[get("indexed") ?? ""] ?? readHex(get("rgb")?.slice(-6));
  const tint = Number(get("tint") ?? 0);
  return base && (tint < 0 ? mixed(base, 1 + tint, 1) : mixed(base, 1, 1 - tint));
}

/** `plain` where only another painting, as that of a table's style, may lie behind the cell. */
export type Unseen = "always" | "plain" | null;

/** @param fill of the cell's style, as `x:fill` */
export function isFontUnseen(
  font: Element | undefined,
  fill: Element | undefined,
  theme: Theme,
): Unseen {
  const size = Number(childOf(font, "x:sz")?.attributes.get("val") ?? speck + 1);
  if (size <= speck) return "always";
  const ink = readColour(childOf(font, "x:color"), theme);
  const pattern = childOf(fill, "x:patternFill");
  const kind = pattern?.attributes.get("patternType") ?? "none";
  if (childOf(fill, "x:gradientFill")) return null;
  if (kind === "none") return isLost(ink, white) ? "plain" : null;
  const ground = kind === "solid" ? readColour(childOf(pattern, "x:fgColor"), theme) : null;
  return isLost(ink, ground) ? "always" : null;
}

/** Tables have styles, and conditions paint cells, which is not looked into. */
export function mayBePainted(sheet: Element): boolean {
  return childrenOf(sheet).some(
    ({ name }) => name === "x:tableParts" || name === "x:conditionalFormatting",
  );
}

export function isRowClosed(row: Element): boolean {
  const height = row.attributes.get("ht");
  return height !== undefined && Number(height) < closed.row;
}

/** Columns that are next to nothing wide, by themselves or as the sheet's columns are, up to a number. */
export function closedColumns(sheet: Element, most: number): number[] {
  const usual = childOf(sheet, "x:sheetFormatPr")?.attributes.get("defaultColWidth");
  const isUsual = usual !== undefined && Number(usual) < closed.column;
  const all = new Set<number>(isUsual ? Array.from({ length: most }, (_, at) => at + 1) : []);
  for (const column of childrenOf(childOf(sheet, "x:cols"), "x:col").slice(0, most)) {
    const width = Number(column.attributes.get("width") ?? usual ?? 1);
    const start = Math.max(1, Number(column.attributes.get("min") ?? 1));
    const end = Math.min(Number(column.attributes.get("max") ?? 0), most);
    for (let at = start; at <= end; at += 1) {
      if (width < closed.column) all.add(at);
      else all.delete(at);
    }
  }
  return [...all];
}

/** Rows of which nothing is said are closed. */
export function closesRows(sheet: Element): boolean {
  const format = childOf(sheet, "x:sheetFormatPr")?.attributes;
  return ["1", "true"].includes(format?.get("zeroHeight") ?? "");
}

/** A text box, line by line: what is seen of it, and what is struck through or hidden. */
export function boxLines(shape: Element): {
  readonly seen: string[];
  readonly left: readonly { readonly reason: "struck" | "hidden"; readonly text: string }[];
} {
  const name = childOf(shape, "xdr:nvSpPr", "xdr:cNvPr");
  const isHidden = ["1", "true"].includes(name?.attributes.get("hidden") ?? "");
  const left: { reason: "struck" | "hidden"; text: string }[] = [];
  const seen = descendantsOf(shape, "a:p").map((line) =>
    childrenOf(line)
      .map((run) => {
        if (run.name === "a:br") return " ";
        if (run.name !== "a:r" && run.name !== "a:fld") return "";
        const text = textOf(childOf(run, "a:t"));
        const strike = childOf(run, "a:rPr")?.attributes.get("strike") ?? "noStrike";
        if (!isHidden && strike === "noStrike") return text;
        left.push({ reason: isHidden ? "hidden" : "struck", text });
        return "";
      })
      .join(""),
  );
  return { seen, left };
}
