// Takes the styles of an OpenDocument text; gives what a named style means, through what it inherits.
import { childOf, childrenOf, type Element } from "../office/read-xml.ts";

/** What a style says of text; undefined where it says nothing. */
export interface TextLook {
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly hidden?: boolean | undefined;
  readonly struck?: boolean | undefined;
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

/** The first that says something counts. */
export function mergeLooks(looks: readonly TextLook[]): TextLook {
  const first = (key: keyof TextLook) =>
    looks.map((look) => look[key]).find((value) => value !== undefined);
  return {
    bold: first("bold"),
    italic: first("italic"),
    hidden: first("hidden"),
    struck: first("struck"),
  };
}

function ownLook(style: Element): TextLook {
  const get = (name: string) => childOf(style, "style:text-properties")?.attributes.get(name);
  const weight = get("fo:font-weight");
  const slant = get("fo:font-style");
  const display = get("text:display");
  const line = get("style:text-line-through-style") ?? get("style:text-line-through-type");
  return {
    bold: weight === undefined ? undefined : weight === "bold" || Number(weight) >= 600,
    italic: slant === undefined ? undefined : slant !== "normal",
    hidden: display === undefined ? undefined : display === "none",
    struck: line === undefined ? undefined : line !== "none",
  };
}
