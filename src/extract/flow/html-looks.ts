// Takes a parsed web page; says of its elements whether a reader sees their words, and sees them struck through.
import type { HTMLElement } from "node-html-parser";
import { readColour, type Colour } from "./html-colours.ts";
import { readDeclarations, readSheets } from "./html-sheets.ts";

/** What shows behind and in the letters of an element: null where a picture or the like lies behind them. */
export interface Shade {
  readonly ink: Colour | null;
  readonly paper: Colour | null;
}

/** Black on white, as browsers begin. */
export const plainShade: Shade = { ink: [0, 0, 0], paper: [255, 255, 255] };

export interface Look {
  /** Why its words are no text of the page; null where they are. */
  readonly unshown: "struck" | "hidden" | null;
  /** For its content. */
  readonly shade: Shade;
}

/** @returns the look of an element inside one with the given shade */
export type Looks = (element: HTMLElement, around: Shade) => Look;

type Declarations = ReadonlyMap<string, string>;

/** By the page's own style sheets, styles and attributes; sheets that it only refers to are not fetched. */
export function readLooks(page: HTMLElement): Looks {
  const bySheet = readSheets(page);
  return (element, around) => {
    const style = element.getAttribute("style");
    const declared = new Map(bySheet.get(element));
    for (const [name, value] of readDeclarations(style ?? "")) declared.set(name, value);
    const shade = shadeOf(element, declared, around);
    if (isHidden(element, declared)) return { unshown: "hidden", shade };
    return { unshown: isStruck(element, declared) ? "struck" : null, shade };
  };
}

function shadeOf(element: HTMLElement, declared: Declarations, around: Shade): Shade {
  const ink = declared.get("color") ?? element.getAttribute("color");
  const paper =
    declared.get("background-color") ??
    declared.get("background") ??
    element.getAttribute("bgcolor");
  const pictured = (declared.get("background-image") ?? "none") !== "none";
  const behind = paper === undefined ? around.paper : readColour(paper, around.paper);
  const shown = pictured ? null : behind;
  const taken = ink === undefined || /^(?:inherit|initial|unset|currentcolor)$/.test(ink);
  // What is painted with nothing has the colour of what lies behind it.
  return { ink: taken ? around.ink : readColour(ink, shown), paper: shown };
}

/** Differences of a colour's parts, of 255, up to which the eye sees none. */
const alike = 16;

/** Letters that nobody sees: painted in the colour that lies behind them. */
export function isUnseen({ ink, paper }: Shade): boolean {
  if (ink === null || paper === null) return false;
  return ink.every((part, at) => Math.abs(part - (paper[at] ?? 0)) <= alike);
}

function isStruck(element: HTMLElement, declared: Declarations): boolean {
  const line = declared.get("text-decoration-line") ?? declared.get("text-decoration");
  if (line !== undefined) return line.includes("line-through");
  return ["del", "s", "strike"].includes((element.rawTagName ?? "").toLowerCase());
}

function isHidden(element: HTMLElement, declared: Declarations): boolean {
  const value = (name: string) => declared.get(name) ?? "";
  const size = (name: string) => readLength(value(name));
  const within = (name: string, most: number) => size(name) !== null && (size(name) ?? 0) <= most;
  const away = ["left", "right", "top", "bottom"].some((side) => within(side, -500));
  const clipped =
    /^rect\((?:[01](?:px)?[\s,]*){4}\)$/.test(value("clip")) ||
    /^inset\((?:[5-9]\d|100)%/.test(value("clip-path"));
  return (
    element.hasAttribute("hidden") ||
    value("display") === "none" ||
    ["hidden", "collapse"].includes(value("visibility")) ||
    value("mso-hide") === "all" ||
    (value("opacity") !== "" && Number.parseFloat(value("opacity")) <= 0.05) ||
    within("font-size", 1) ||
    within("text-indent", -500) ||
    within("margin-left", -500) ||
    (/^(?:absolute|fixed)$/.test(value("position")) && (away || clipped)) ||
    (/hidden|clip/.test(value("overflow")) && (within("width", 1) || within("height", 1))) ||
    /(?:scale|scalex|scaley)\(0\)/.test(value("transform"))
  );
}

/** In pixels, as near as is needed here; null where it is no length. */
function readLength(text: string): number | null {
  const found = /^(-?\d*\.?\d+)\s*(px|pt|em|rem|ex|vw|vh|cm|mm|in|%)?$/.exec(text);
  if (!found) return null;
  const units: Readonly<Record<string, number>> = { pt: 1.33, cm: 37.8, mm: 3.78, in: 96 };
  const relative: Readonly<Record<string, number>> = { "%": 0.16, vw: 12.8, vh: 8 };
  const unit = found[2] ?? "px";
  const factor = units[unit] ?? relative[unit] ?? (unit === "px" ? 1 : 16);
  return Number(found[1]) * factor;
}
