// Takes a parsed web page; says of its elements whether a reader sees their words, and sees them struck through.
import type { HTMLElement } from "node-html-parser";
import { readColour, readPaper } from "./html-colours.ts";
import { type Colour } from "../colour.ts";
import { readDeclarations } from "./html-declarations.ts";
import { isOutOfSight, readLength, type Values } from "./html-places.ts";
import { declare, type Declared, readSheets } from "./html-sheets.ts";

/** What an element hands on to what it holds: how its letters show. */
export interface Shade {
  /** Null where it is not known. */
  readonly ink: Colour | null;
  /** Null where a picture or the like lies behind the letters. */
  readonly paper: Colour | null;
  /** In pixels. */
  readonly size: number;
  readonly visible: boolean;
  /** Values of custom properties, by their names. */
  readonly variables: ReadonlyMap<string, string>;
}

/** Black on white, as browsers begin. */
export const plainShade: Shade = {
  ink: [0, 0, 0],
  paper: [255, 255, 255],
  size: 16,
  visible: true,
  variables: new Map(),
};

export interface Look {
  /** Why its words are no text of the page; null where they are. */
  readonly unshown: "struck" | "hidden" | null;
  /** It takes no place on the page, and counts for none in a list. */
  readonly isGone: boolean;
  /** For its content. */
  readonly shade: Shade;
  /** What is declared of it; "" for properties that are not. */
  readonly value: Values;
}

/** @returns the look of an element inside one with the given shade */
export type Looks = (element: HTMLElement, around: Shade) => Look;

/** By the page's own style sheets, styles and attributes; sheets that it only refers to are not fetched. */
export function readLooks(page: HTMLElement): Looks {
  const bySheet = readSheets(page);
  const known = new WeakMap<HTMLElement, { readonly around: Shade; readonly look: Look }>();
  const readLook = (element: HTMLElement, around: Shade): Look => {
    const declared: Declared = new Map(bySheet.get(element));
    declare(declared, readDeclarations(element.getAttribute("style") ?? ""));
    const variables = readVariables(declared, around.variables);
    const value = (name: string) => fill(declared.get(name)?.value ?? "", variables);
    const shade = { ...shadeOf(element, value, around), variables };
    const isGone = takesNoPlace(element, value);
    const isHidden =
      isGone || (declared.size > 0 && (value("mso-hide") === "all" || isOutOfSight(value)));
    const unshown = isHidden ? "hidden" : isStruck(element, value) ? "struck" : null;
    return { unshown, isGone, shade, value };
  };
  return (element, around) => {
    const found = known.get(element);
    if (found?.around === around) return found.look;
    const look = readLook(element, around);
    known.set(element, { around, look });
    return look;
  };
}

function readVariables(declared: Declared, around: Shade["variables"]): Shade["variables"] {
  const own = [...declared].filter(([name]) => name.startsWith("--"));
  if (own.length === 0) return around;
  return new Map([...around, ...own.map(([name, { value }]) => [name, value] as const)]);
}

/** Variables within variables. */
const deepest = 10;
/** Variables may double what they stand for, again and again. */
const longest = 1000;

/** Puts the values of variables in their places: `var(--ink, red)`. */
function fill(value: string, variables: Shade["variables"]): string {
  let filled = value;
  for (let depth = 0; depth < deepest && filled.includes("var("); depth += 1) {
    filled = filled.replace(
      /var\(\s*(--[^\s,()]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)/g,
      (_, name: string, instead?: string) => variables.get(name) ?? instead?.trim() ?? "",
    );
    if (filled.length > longest) return "";
  }
  return filled;
}

function shadeOf(element: HTMLElement, value: Values, around: Shade): Omit<Shade, "variables"> {
  const ink = value("-webkit-text-fill-color") || value("color") || element.getAttribute("color");
  const paper =
    value("background-color") || value("background") || element.getAttribute("bgcolor") || "";
  const pictured = (value("background-image") || "none") !== "none";
  const behind = paper === "" ? around.paper : readPaper(paper, around.paper);
  const shown = pictured ? null : behind;
  const taken = !ink || /^(?:inherit|initial|unset|currentcolor)$/.test(ink);
  const visibility = value("visibility");
  return {
    // What is painted with nothing has the colour of what lies behind it.
    ink: taken ? around.ink : readColour(ink, shown),
    paper: shown,
    size: readLength(value("font-size"), around.size) ?? around.size,
    visible: visibility === "visible" || (visibility === "" ? around.visible : false),
  };
}

/** Differences of a colour's parts, of 255, up to which the eye sees none. */
const alike = 16;
/** Letters of this size, in pixels, are dots. */
const speck = 1;

/** Letters that nobody sees: painted in the colour that lies behind them, or too small. */
export function isUnseen({ ink, paper, size, visible }: Shade): boolean {
  if (!visible || size <= speck) return true;
  if (ink === null || paper === null) return false;
  return ink.every((part, at) => Math.abs(part - (paper[at] ?? 0)) <= alike);
}

function isStruck(element: HTMLElement, value: Values): boolean {
  const line = value("text-decoration-line") || value("text-decoration");
  if (line !== "") return line.includes("line-through");
  return ["del", "s", "strike"].includes((element.rawTagName ?? "").toLowerCase());
}

/** A popover is closed until somebody opens it by a button. */
function takesNoPlace(element: HTMLElement, value: Values): boolean {
  return (
    element.hasAttribute("hidden") ||
    element.hasAttribute("popover") ||
    value("display") === "none" ||
    value("content-visibility") === "hidden"
  );
}
