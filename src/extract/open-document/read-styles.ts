// Takes the styles of an OpenDocument text; gives what a named style means, through what it inherits.
import { readHex } from "../office/colours.ts";
import { type Colour } from "../colour.ts";
import { childOf, childrenOf, type Element } from "../office/read-xml.ts";

/** What a style says of text; undefined where it says nothing. */
export interface TextLook {
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly hidden?: boolean | undefined;
  readonly struck?: boolean | undefined;
  /** In points. */
  readonly size?: number | undefined;
  /** Of the letters, from 0 to 1. */
  readonly opacity?: number | undefined;
  /** Null for what shows on any ground. */
  readonly colour?: Colour | null | undefined;
  /** What is painted behind the letters. */
  readonly ground?: Colour | undefined;
}

export interface ParagraphStyle {
  readonly look: TextLook;
  /** 1 to 10 where the style is one for headings. */
  readonly level: number | null;
  /** The style of the document's title. */
  readonly isTitle: boolean;
  /** Name of the list style; "" where the style takes its paragraphs out of lists. */
  readonly listStyle: string | undefined;
}

export interface Styles {
  paragraph(name: string | undefined): ParagraphStyle;
  /** Of characters. */
  text(name: string | undefined): TextLook;
  section(name: string | undefined): { readonly hidden: boolean };
  /** Something is painted behind a cell, a row or a table. */
  paints(family: "table" | "table-row" | "table-cell", name: string | undefined): boolean;
  readonly lists: ReadonlyMap<string, Element>;
  /** How headings are numbered. */
  readonly outline: Element | undefined;
}

/** @param holders elements that styles stand in; the later ones count before the earlier */
export function readStyles(holders: readonly (Element | undefined)[]): Styles {
  const all = new Map<string, Element>();
  const lists = new Map<string, Element>();
  const defaults = new Map<string, TextLook>();
  let outline: Element | undefined;
  for (const element of holders.flatMap((holder) => childrenOf(holder))) {
    const name = element.attributes.get("style:name") ?? "";
    const family = element.attributes.get("style:family") ?? "";
    if (element.name === "style:style") all.set(`${family} ${name}`, element);
    if (element.name === "text:list-style") lists.set(name, element);
    if (element.name === "style:default-style") defaults.set(family, ownLook(element));
    if (element.name === "text:outline-style") outline = element;
  }
  const ancestry = (family: string, name: string | undefined) => {
    const line: Element[] = [];
    let style = all.get(`${family} ${name ?? ""}`);
    // Styles that inherit from themselves end where they begin again.
    while (style && !line.includes(style) && line.length < 50) {
      line.push(style);
      style = all.get(`${family} ${style.attributes.get("style:parent-style-name") ?? ""}`);
    }
    return line;
  };
  const known = new Map<string, ParagraphStyle>();
  return {
    paragraph: (name) => {
      const found =
        known.get(name ?? "") ??
        describe(ancestry("paragraph", name), name, defaults.get("paragraph") ?? {});
      known.set(name ?? "", found);
      return found;
    },
    text: (name) => mergeLooks(ancestry("text", name).map(ownLook)),
    section: (name) => ({
      hidden: ancestry("section", name).some(
        (style) =>
          childOf(style, "style:section-properties")?.attributes.get("text:display") === "none",
      ),
    }),
    paints: (family, name) =>
      ancestry(family, name).some((style) => {
        const ground = childOf(style, `style:${family}-properties`)?.attributes.get(
          "fo:background-color",
        );
        return ground !== undefined && ground !== "transparent";
      }),
    lists,
    outline,
  };
}

function describe(
  line: readonly Element[],
  name: string | undefined,
  preset: TextLook,
): ParagraphStyle {
  const first = (attribute: string) =>
    line.map((style) => style.attributes.get(attribute)).find((value) => value !== undefined);
  const level = Number(first("style:default-outline-level"));
  const names = [name, ...line.map((style) => style.attributes.get("style:name"))];
  return {
    look: mergeLooks([...line.map(ownLook), preset]),
    level: level >= 1 && level <= 10 ? level : null,
    isTitle: names.includes("Title"),
    listStyle: first("style:list-style-name"),
  };
}

function colourOf(text: string | undefined): Colour | null | undefined {
  return text === undefined ? undefined : readHex(text);
}

/** In points; undefined for shares and for what is no length. */
export function lengthOf(text: string | undefined): number | undefined {
  const [, number, unit = ""] = /^(-?\d*\.?\d+)(pt|cm|mm|in|pc|px)$/.exec(text ?? "") ?? [];
  const units: Readonly<Record<string, number>> = { pt: 1, cm: 28.35, mm: 2.835, in: 72, pc: 12 };
  return number === undefined ? undefined : Number(number) * (units[unit] ?? 0.75);
}

/** The first that says something counts. */
export function mergeLooks(looks: readonly TextLook[]): TextLook {
  const first = <K extends keyof TextLook>(key: K) =>
    looks.map((look) => look[key]).find((value) => value !== undefined);
  return {
    bold: first("bold"),
    italic: first("italic"),
    hidden: first("hidden"),
    struck: first("struck"),
    size: first("size"),
    opacity: first("opacity"),
    colour: first("colour"),
    ground: first("ground"),
  };
}

function ownLook(style: Element): TextLook {
  const get = (name: string) => childOf(style, "style:text-properties")?.attributes.get(name);
  const weight = get("fo:font-weight");
  const slant = get("fo:font-style");
  const display = get("text:display");
  const paragraph = childOf(style, "style:paragraph-properties");
  const opacity = get("loext:opacity");
  const automatic = get("style:use-window-font-color") === "true";
  const line = get("style:text-line-through-style") ?? get("style:text-line-through-type");
  return {
    bold: weight === undefined ? undefined : weight === "bold" || Number(weight) >= 600,
    italic: slant === undefined ? undefined : slant !== "normal",
    hidden: display === undefined ? undefined : display === "none",
    struck: line === undefined ? undefined : line !== "none",
    size: lengthOf(get("fo:font-size")),
    opacity: opacityOf(opacity, automatic, get("fo:color")),
    colour: colourOf(automatic ? "transparent" : get("fo:color")),
    ground:
      readHex(get("fo:background-color")) ??
      readHex(paragraph?.attributes.get("fo:background-color")) ??
      undefined,
  };
}

/** LibreOffice writes 0 % beside its automatic colour, which is drawn all the same; a colour of its own starts anew. */
function opacityOf(
  written: string | undefined,
  isAutomatic: boolean,
  colour: string | undefined,
): number | undefined {
  if (isAutomatic) return 1;
  if (written !== undefined) return Number.parseFloat(written) / 100;
  return colour === undefined ? undefined : 1;
}
