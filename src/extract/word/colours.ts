// Takes colours as a Word document writes them; gives them resolved through its theme.
import { mixed, readHex, type Theme } from "../office/colours.ts";
import { type Colour } from "../colour.ts";
import { childOf, type Element } from "../office/read-xml.ts";

/** A colour as it is written; the theme's goes before the one beside it (ECMA-376 part 1, 17.3.2.6). */
export interface WrittenColour {
  /** Six hex digits or `auto`. */
  readonly value: string;
  readonly theme: string | null;
  readonly shade: number;
  readonly tint: number;
}

/** `w:color`, or the filling of `w:shd`; null where there is none. */
export function readColour(element: Element | undefined): WrittenColour | null {
  if (!element) return null;
  const get = (name: string) => element.attributes.get(name);
  const part = element.name === "w:shd" ? "Fill" : "Color";
  // A pattern that covers all is drawn in its own colour; one that covers a part mixes two.
  const pattern = element.name === "w:shd" ? (get("w:val") ?? "clear") : "clear";
  const isSolid = pattern === "solid";
  const isMixed = !isSolid && !["clear", "nil"].includes(pattern);
  const share = (name: string) => Number.parseInt(get(name) ?? "ff", 16) / 255;
  const own =
    element.name === "w:shd" && !isSolid ? get("w:fill") : get(isSolid ? "w:color" : "w:val");
  return {
    value: isMixed ? "mixed" : (own ?? "auto"),
    theme: isMixed ? null : (get(`w:theme${isSolid ? "Color" : part}`) ?? null),
    shade: share(`w:theme${part === "Fill" && !isSolid ? "Fill" : ""}Shade`),
    tint: share(`w:theme${part === "Fill" && !isSolid ? "Fill" : ""}Tint`),
  };
}

const usual: Readonly<Record<string, string>> = {
  background1: "lt1",
  background2: "lt2",
  text1: "dk1",
  text2: "dk2",
  light1: "lt1",
  light2: "lt2",
  dark1: "dk1",
  dark2: "dk2",
  hyperlink: "hlink",
  followedHyperlink: "folHlink",
};
const short: Readonly<Record<string, string>> = {
  background1: "bg1",
  background2: "bg2",
  text1: "t1",
  text2: "t2",
};

/** `w:highlight` has names. */
const highlights: Readonly<Record<string, string>> = {
  black: "000000",
  blue: "0000FF",
  cyan: "00FFFF",
  green: "00FF00",
  magenta: "FF00FF",
  red: "FF0000",
  yellow: "FFFF00",
  white: "FFFFFF",
  darkBlue: "000080",
  darkCyan: "008080",
  darkGreen: "008000",
  darkMagenta: "800080",
  darkRed: "800000",
  darkYellow: "808000",
  darkGray: "808080",
  lightGray: "C0C0C0",
};

export interface Palette {
  /** Null for `auto`, which shows on any ground, and for what is not known. */
  resolve(colour: WrittenColour | null): Colour | null;
  /** What lies behind letters: their highlight, else their shading, else what was there. */
  ground(
    look: { readonly highlight: string | null; readonly fill: WrittenColour | null },
    behind: Colour | null,
  ): Colour | null;
}

/** @param settings `w:settings`, which may say what a theme's colours are used for */
export function createPalette(theme: Theme, settings: Element | undefined): Palette {
  const mapping = childOf(settings, "w:clrSchemeMapping")?.attributes;
  const ofTheme = (name: string) => {
    const mapped = mapping?.get(`w:${short[name] ?? ""}`);
    const slot = mapped ?? name;
    return theme.get(usual[slot] ?? slot) ?? null;
  };
  const resolve = (colour: WrittenColour | null): Colour | null => {
    if (colour === null) return null;
    const base = colour.theme === null ? null : ofTheme(colour.theme);
    return base ? mixed(base, colour.shade, colour.tint) : readHex(colour.value);
  };
  return {
    resolve,
    ground: ({ highlight, fill }, behind) => {
      if (highlight !== null && highlight !== "none") return readHex(highlights[highlight]);
      const isPlain = fill === null || (fill.theme === null && fill.value.toLowerCase() === "auto");
      return isPlain ? behind : resolve(fill);
    },
  };
}
