// Takes colours as office files write them, by their theme or by their parts; gives their parts.
import { type Colour, white } from "../colour.ts";
import { childOf, childrenOf, type Element } from "./read-xml.ts";

/** `FFFFFF`, with or without a `#`; null for what is no such colour. */
export function readHex(text: string | null | undefined): Colour | null {
  const hex = /^#?([\da-f]{6})$/i.exec(text ?? "")?.[1];
  if (hex === undefined) return null;
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [
    number,
    number,
    number,
  ];
}

/** Colours of a theme by the names of its scheme: `lt1`, `dk1`, `accent1`. */
export type Theme = ReadonlyMap<string, Colour>;

/** @param part `a:theme`; where there is none, light is white and dark is black, as in the theme that programs begin with */
export function readTheme(part: Element | undefined): Theme {
  const theme = new Map<string, Colour>([
    ["lt1", white],
    ["dk1", [0, 0, 0]],
  ]);
  for (const entry of childrenOf(childOf(part, "a:themeElements", "a:clrScheme"))) {
    const [colour] = childrenOf(entry);
    const value = colour?.attributes.get("lastClr") ?? colour?.attributes.get("val");
    const read = readHex(value);
    if (read) theme.set(entry.name.replace(/^a:/, ""), read);
  }
  return theme;
}

/** @param shade share of the colour that is left, the rest being black; `tint` likewise with white */
export function mixed(colour: Colour, shade: number, tint: number): Colour {
  const mix = (part: number) => 255 - (255 - part * shade) * tint;
  return [mix(colour[0]), mix(colour[1]), mix(colour[2])];
}
