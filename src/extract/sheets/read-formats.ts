// Takes the styles of a workbook; gives how each style of cell shows its value.
import { getFormatFromId } from "numfmt";
import type { Theme } from "../office/colours.ts";
import { childOf, childrenOf, type Element } from "../office/read-xml.ts";
import { isFontUnseen, type Unseen } from "./unseen-cells.ts";

export interface CellLook {
  /** As ECMA-376 part 1, 18.8.31 writes them: `dd/mm/yyyy`. */
  readonly format: string;
  readonly struck: boolean;
  readonly bold: boolean;
  readonly unseen: Unseen;
}

export const plainLook: CellLook = { format: "General", struck: false, bold: false, unseen: null };

/** What Excel leaves to the machine's region, as readers in the United Kingdom see it: `dd/mm/yyyy`. */
export const region = "en-GB";

/** @returns looks by the index that cells give */
export function readLooks(styles: Element | undefined, theme: Theme): CellLook[] {
  const own = new Map<string, string>();
  for (const format of childrenOf(childOf(styles, "x:numFmts"), "x:numFmt"))
    own.set(format.attributes.get("numFmtId") ?? "", format.attributes.get("formatCode") ?? "");
  const fonts = childrenOf(childOf(styles, "x:fonts"), "x:font");
  const fills = childrenOf(childOf(styles, "x:fills"), "x:fill");
  return childrenOf(childOf(styles, "x:cellXfs"), "x:xf").map((look) => {
    const font = fonts[Number(look.attributes.get("fontId"))];
    return {
      format: findFormat(look.attributes.get("numFmtId") ?? "0", own),
      struck: isOn(childOf(font, "x:strike")),
      bold: isOn(childOf(font, "x:b")),
      unseen: isFontUnseen(font, fills[Number(look.attributes.get("fillId") ?? 0)], theme),
    };
  });
}

function findFormat(id: string, own: ReadonlyMap<string, string>): string {
  return own.get(id) ?? getFormatFromId(Number(id), region);
}

/** Whether a property that is either there or not is there, and not switched off. */
export function isOn(property: Element | undefined): boolean {
  const value = property?.attributes.get("val") ?? "1";
  return property !== undefined && value !== "0" && value !== "false";
}
