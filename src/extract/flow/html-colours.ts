// Takes a colour as a web page writes it; gives its parts.
import type { Colour } from "../colour.ts";
import { splitAt } from "./html-declarations.ts";

/** The ones that are next to white, and those that pages are usually painted in. */
const named: Readonly<Record<string, Colour>> = {
  white: [255, 255, 255],
  snow: [255, 250, 250],
  ivory: [255, 255, 240],
  whitesmoke: [245, 245, 245],
  ghostwhite: [248, 248, 255],
  floralwhite: [255, 250, 240],
  azure: [240, 255, 255],
  mintcream: [245, 255, 250],
  aliceblue: [240, 248, 255],
  honeydew: [240, 255, 240],
  lavenderblush: [255, 240, 245],
  seashell: [255, 245, 238],
  canvas: [255, 255, 255],
  window: [255, 255, 255],
  black: [0, 0, 0],
  windowtext: [0, 0, 0],
  canvastext: [0, 0, 0],
  gray: [128, 128, 128],
  grey: [128, 128, 128],
  silver: [192, 192, 192],
  red: [255, 0, 0],
  maroon: [128, 0, 0],
  yellow: [255, 255, 0],
  olive: [128, 128, 0],
  lime: [0, 255, 0],
  green: [0, 128, 0],
  aqua: [0, 255, 255],
  teal: [0, 128, 128],
  blue: [0, 0, 255],
  navy: [0, 0, 128],
  fuchsia: [255, 0, 255],
  purple: [128, 0, 128],
};

/** Less paint than this is none. */
const faint = 0.05;

/**
 * @param behind what shows through where nothing is painted
 * @returns null for what is not known: other names, pictures, gradients
 */
export function readColour(text: string, behind: Colour | null): Colour | null {
  const value = text.trim().toLowerCase();
  if (/^(?:transparent|none|inherit|initial|unset|currentcolor|auto|)$/.test(value)) return behind;
  const hex = /^#?([\da-f]{3,8})$/.exec(value)?.[1];
  if (hex !== undefined) return readHex(hex, behind);
  const [, name = "", inside] = /^([a-z]+)\(([^()]*)\)$/.exec(value) ?? [];
  if (inside === undefined) return named[value] ?? null;
  const parts = inside.split(/[\s,/]+/).filter(Boolean);
  const space = name === "color" ? parts.shift() : name;
  const [, , , alpha] = parts;
  if (alpha !== undefined && fractionOf(alpha) <= faint) return behind;
  return parts.length < 3 ? null : readParts(space ?? "", parts);
}

/** What `background` or `background-color` paints: pictures and gradients are not known. */
export function readPaper(text: string, behind: Colour | null): Colour | null {
  if (/(?:url|gradient|image|element|cross-fade|paint)\(/i.test(text)) return null;
  const words = splitAt(text.trim(), " ").filter(Boolean);
  if (words.length === 1) return readColour(text, behind);
  const isColour = (word: string) =>
    /^(?:#|(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\()/.test(word) || word in named;
  const colour = words.find(isColour);
  return colour === undefined ? behind : readColour(colour, behind);
}

function fractionOf(text: string): number {
  return Number.parseFloat(text) / (text.endsWith("%") ? 100 : 1);
}

function readParts(space: string, parts: readonly string[]): Colour | null {
  const [a = "", b = "", c = ""] = parts.map((part) => (part === "none" ? "0" : part));
  switch (space) {
    case "rgb":
    case "rgba": {
      const part = (text: string) =>
        text.endsWith("%") ? fractionOf(text) * 255 : Number.parseFloat(text);
      return [part(a), part(b), part(c)];
    }
    case "srgb":
    case "srgb-linear":
    case "display-p3":
      return [fractionOf(a) * 255, fractionOf(b) * 255, fractionOf(c) * 255];
    case "hsl":
    case "hsla":
      return fromHue(Number.parseFloat(a), Number.parseFloat(b) / 100, Number.parseFloat(c) / 100);
    case "hwb": {
      const [white, black] = [Number.parseFloat(b) / 100, Number.parseFloat(c) / 100];
      return white + black >= 1 ? grey(white / (white + black)) : null;
    }
    case "lab":
    case "lch":
      return atEnds(Number.parseFloat(a) / 100);
    case "oklab":
    case "oklch":
      return atEnds(fractionOf(a));
    default:
      return null;
  }
}

/** Of colours by their lightness, white and black are known whatever else is said. */
function atEnds(lightness: number): Colour | null {
  if (lightness >= 0.98) return grey(1);
  return lightness <= 0.02 ? grey(0) : null;
}

function grey(part: number): Colour {
  return [255 * part, 255 * part, 255 * part];
}

/** @param hue in degrees */
function fromHue(hue: number, saturation: number, lightness: number): Colour {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const part = (at: number) => {
    const turn = (((at + hue / 30) % 12) + 12) % 12;
    return 255 * (lightness - reach * Math.max(-1, Math.min(turn - 3, 9 - turn, 1)));
  };
  return [part(0), part(8), part(4)];
}

function readHex(hex: string, behind: Colour | null): Colour | null {
  const wide = hex.length < 6 ? [...hex].map((digit) => digit + digit).join("") : hex;
  if (wide.length !== 6 && wide.length !== 8) return null;
  if (wide.length === 8 && Number.parseInt(wide.slice(6), 16) <= 12) return behind;
  const part = (at: number) => Number.parseInt(wide.slice(at, at + 2), 16);
  return [part(0), part(2), part(4)];
}
