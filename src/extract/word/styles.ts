// Takes the styles part of a Word document; gives what a paragraph and its runs look like, through all that styles
// inherit (ECMA-376 part 1, 17.7.2).
import { readTheme } from "../office/colours.ts";
import { childOf, childrenOf, descendantsOf, type Element } from "../office/read-xml.ts";
import { createPalette, type Palette, readColour, type WrittenColour } from "./colours.ts";

/** Where a paragraph stands in a list; a number id of 0 takes it out of the list its style puts it in. */
export interface ListRef {
  readonly numId: string | null;
  readonly level: number | null;
}

/** How a run of characters is set; null where nothing says. */
export interface RunLook {
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  readonly underlined: boolean | null;
  readonly capitals: boolean | null;
  readonly struck: boolean | null;
  readonly hidden: boolean | null;
  /** In points. */
  readonly size: number | null;
  readonly colour: WrittenColour | null;
  /** What is painted behind it. */
  readonly fill: WrittenColour | null;
  /** Name of what it is marked with; `none`. */
  readonly highlight: string | null;
  /** Width of its letters, of 100. */
  readonly scale: number | null;
  /** Its letters are painted with nothing. */
  readonly unpainted: boolean | null;
  /** Name of its font, for fonts of symbols. */
  readonly font: string | null;
}

export interface ParagraphLook {
  /** 1 to 9; 0 says that it is text though its style is a heading's. */
  readonly outline: number | null;
  readonly list: ListRef;
  readonly breakBefore: boolean | null;
  readonly fill: WrittenColour | null;
  /** Height of its lines, in points, where that is told exactly. */
  readonly lineHeight: number | null;
}

export interface ParagraphStyle extends ParagraphLook {
  readonly name: string;
  /** It is the style for the document's title, or based on that. */
  readonly isTitle: boolean;
  /** What it gives to runs. */
  readonly run: RunLook;
}

export interface Styles {
  /** What a paragraph style gives with all it is based on; of the default style for null. */
  paragraph(id: string | null): ParagraphStyle;
  /** A table style sets the first row in bold. */
  headsTables(id: string): boolean;
  /** What a table style gives to runs, and whether it paints anything behind them. */
  table(id: string): { readonly run: RunLook; readonly paints: boolean };
  /** What a character style gives. */
  character(id: string): RunLook;
  /** The look of text that nothing else says anything of. */
  readonly plain: RunLook;
  readonly palette: Palette;
}

export const noRun: RunLook = {
  bold: null,
  italic: null,
  underlined: null,
  capitals: null,
  struck: null,
  hidden: null,
  size: null,
  colour: null,
  fill: null,
  highlight: null,
  scale: null,
  unpainted: null,
  font: null,
};
const noParagraph: ParagraphLook = {
  outline: null,
  list: { numId: null, level: null },
  breakBefore: null,
  fill: null,
  lineHeight: null,
};

/** A style is based on at most this many others, one on the other; more are a circle. */
const longestChain = 30;

/** @param part `w:styles`; undefined where the file has none, as with the others */
export function readStyles(
  part: Element | undefined,
  {
    theme,
    settings,
  }: { readonly theme: Element | undefined; readonly settings: Element | undefined },
): Styles {
  const byId = new Map<string, Element>();
  let standard: string | null = null;
  for (const style of childrenOf(part, "w:style")) {
    const id = style.attributes.get("w:styleId") ?? "";
    if (!byId.has(id)) byId.set(id, style);
    const isDefault = isOn(style.attributes.get("w:default") ?? "0");
    if (isDefault && style.attributes.get("w:type") === "paragraph") standard = id;
  }
  const plain = readRun(childOf(part, "w:docDefaults", "w:rPrDefault", "w:rPr"));
  const chainOf = (id: string | null): Element[] => {
    const chain: Element[] = [];
    let at = id === null ? undefined : byId.get(id);
    while (at && chain.length < longestChain && !chain.includes(at)) {
      chain.push(at);
      at = byId.get(valueOf(at, "w:basedOn") ?? "");
    }
    return chain;
  };
  const paragraphs = new Map<string | null, ParagraphStyle>();
  const characters = new Map<string, RunLook>();
  const runOf = (chain: readonly Element[]) =>
    mergeAll(
      noRun,
      chain.map((style) => readRun(childOf(style, "w:rPr"))),
    );
  return {
    plain,
    palette: createPalette(readTheme(theme), settings),
    table: (id) => {
      const chain = chainOf(id);
      const paints = chain.some((style) => descendantsOf(style, "w:shd").length > 0);
      return { run: runOf(chain), paints };
    },
    paragraph: (id) => {
      const key = id !== null && byId.has(id) ? id : standard;
      const found = paragraphs.get(key) ?? readParagraphStyle(chainOf(key));
      paragraphs.set(key, found);
      return found;
    },
    headsTables: (id) =>
      chainOf(id)
        .flatMap((style) => childrenOf(style, "w:tblStylePr"))
        .some(
          (setting) =>
            setting.attributes.get("w:type") === "firstRow" &&
            readRun(childOf(setting, "w:rPr")).bold === true,
        ),
    character: (id) => {
      const found = characters.get(id) ?? runOf(chainOf(id));
      characters.set(id, found);
      return found;
    },
  };
}

/** Innermost first: what a style says itself goes before what it is based on. */
function readParagraphStyle(chain: readonly Element[]): ParagraphStyle {
  const looks = chain.map((style) => readParagraph(childOf(style, "w:pPr")));
  const names = chain.map((style) => valueOf(style, "w:name") ?? "");
  // Built-in headings need not say their level (17.7.4.9); a style's name may be written in any case.
  const outlines = chain.map((_, i) => looks[i]?.outline ?? builtInLevel(names[i] ?? ""));
  return {
    ...mergeAll(noParagraph, looks),
    outline: outlines.find((level) => level !== null) ?? null,
    list: {
      numId: looks.find(({ list }) => list.numId !== null)?.list.numId ?? null,
      level: looks.find(({ list }) => list.level !== null)?.list.level ?? null,
    },
    name: names[0] ?? "",
    isTitle: names.some((name) => /^title$/i.test(name)),
    run: mergeAll(
      noRun,
      chain.map((style) => readRun(childOf(style, "w:rPr"))),
    ),
  };
}

function builtInLevel(name: string): number | null {
  const level = /^heading ([1-9])$/i.exec(name.trim())?.[1];
  return level === undefined ? null : Number(level);
}

function mergeAll<T extends object>(none: T, looks: readonly T[]): T {
  const merged = { ...none };
  for (const look of looks) {
    for (const key of Object.keys(none) as (keyof T)[]) {
      if (merged[key] === null || merged[key] === undefined) merged[key] = look[key];
    }
  }
  return merged;
}

/** The first that says something counts. */
export function mergeLooks(looks: readonly RunLook[]): RunLook {
  return mergeAll(noRun, looks);
}

/** What a paragraph's or a style's `w:pPr` says. */
export function readParagraph(properties: Element | undefined): ParagraphLook {
  const outline = numberOf(valueOf(properties, "w:outlineLvl"));
  const list = childOf(properties, "w:numPr");
  return {
    outline: outline === null ? null : outline > 8 ? 0 : outline + 1,
    list: { numId: valueOf(list, "w:numId"), level: numberOf(valueOf(list, "w:ilvl")) },
    breakBefore: switchOf(properties, "w:pageBreakBefore"),
    fill: readColour(childOf(properties, "w:shd")),
    lineHeight: readLineHeight(childOf(properties, "w:spacing")),
  };
}

function readLineHeight(spacing: Element | undefined): number | null {
  const rule = spacing?.attributes.get("w:lineRule");
  const height = numberOf(spacing?.attributes.get("w:line"));
  // In twentieths of a point.
  return rule === "exact" && height !== null ? height / 20 : null;
}

/** What a run's or a style's `w:rPr` says. */
export function readRun(properties: Element | undefined): RunLook {
  if (!properties) return noRun;
  const size = numberOf(valueOf(properties, "w:sz"));
  const underline = valueOf(properties, "w:u");
  const struck = switchOf(properties, "w:strike");
  return {
    bold: switchOf(properties, "w:b"),
    italic: switchOf(properties, "w:i"),
    underlined: underline === null ? null : underline !== "none",
    capitals: switchOf(properties, "w:caps"),
    struck: struck === true ? true : (switchOf(properties, "w:dstrike") ?? struck),
    hidden: switchOf(properties, "w:vanish"),
    // In half points.
    size: size === null ? null : size / 2,
    colour: readColour(childOf(properties, "w:color")),
    fill: readColour(childOf(properties, "w:shd")),
    highlight: valueOf(properties, "w:highlight"),
    scale: numberOf(valueOf(properties, "w:w")?.replace("%", "")),
    unpainted: isUnpainted(childOf(properties, "w14:textFill")),
    font: childOf(properties, "w:rFonts")?.attributes.get("w:ascii") ?? null,
  };
}

function isUnpainted(filling: Element | undefined): boolean | null {
  if (!filling) return null;
  const alpha = descendantsOf(filling, "w14:alpha")[0]?.attributes.get("w14:val");
  return childOf(filling, "w14:noFill") !== undefined || Number(alpha ?? 0) >= 95_000;
}

/**
 * The look of a run: what it says itself, then its character style, its paragraph's style and the defaults. Between
 * styles some properties are switches, each of which turns the other over (17.7.3).
 */
export function lookOf(
  own: RunLook,
  character: RunLook | null,
  paragraph: RunLook,
  plain: RunLook,
): RunLook {
  const turned = (key: "bold" | "italic" | "capitals" | "struck" | "hidden") =>
    own[key] ??
    ((character?.[key] ?? false) !== (paragraph[key] ?? false) || (plain[key] ?? false));
  return {
    ...mergeAll(noRun, [own, ...(character ? [character] : []), paragraph, plain]),
    bold: turned("bold"),
    italic: turned("italic"),
    capitals: turned("capitals"),
    struck: turned("struck"),
    hidden: turned("hidden"),
  };
}

/** `w:val` of a child; null where there is no such child. */
export function valueOf(element: Element | undefined, name: string): string | null {
  return childOf(element, name)?.attributes.get("w:val") ?? null;
}

/** A property that is on where it stands without a value. */
export function switchOf(element: Element | undefined, name: string): boolean | null {
  const found = childOf(element, name);
  return found ? isOn(found.attributes.get("w:val") ?? "1") : null;
}

function isOn(value: string): boolean {
  return !["0", "false", "off", "none"].includes(value.toLowerCase());
}

export function numberOf(value: string | null | undefined): number | null {
  return value !== null && value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : null;
}
