// Takes a slide with its layout and master; says what lies behind a shape, and whether a run of its text is seen.
import { mixed, readHex, type Theme } from "../office/colours.ts";
import { type Colour, isLost, white } from "../colour.ts";
import { childOf, childrenOf, type Element } from "../office/read-xml.ts";
import { readShapes, type Shape, type SlideLayers } from "./read-shapes.ts";

/** Letters of up to this size, in hundredths of a point, are dots. */
const speck = 200;
/** Paint of up to this strength, of 100,000, is none. */
const faint = 5000;

/** What a slide's colours are, and what is painted on it. */
export interface Canvas {
  readonly resolve: (filling: Element | undefined) => Colour | null;
  readonly ground: Colour | null;
  readonly painted: readonly Shape[];
}

/** @param mapping `p:clrMap` of the master, which says what a theme's colours are used for */
export function openCanvas(
  layers: SlideLayers,
  theme: Theme,
  mapping: Element | undefined,
): Canvas {
  const usual: Readonly<Record<string, string>> = {
    bg1: "lt1",
    tx1: "dk1",
    bg2: "lt2",
    tx2: "dk2",
  };
  const ofTheme = (name: string) =>
    theme.get(mapping?.attributes.get(name) ?? usual[name] ?? name) ?? null;
  const resolve = (filling: Element | undefined) => resolveFilling(filling, ofTheme);
  const { slide, layout, master } = layers;
  const below = [master, layout].flatMap((layer) =>
    readShapes({ slide: layer, layout: undefined, master: undefined }).filter(
      ({ role }) => role === null,
    ),
  );
  const all = [...below, ...readShapes(layers)];
  const background = [slide, layout, master].map((layer) => childOf(layer, "p:bg")).find(Boolean);
  return {
    resolve,
    ground: background ? backgroundOf(background, resolve, ofTheme) : white,
    painted: all.filter(({ element }) => isPainted(element)),
  };
}

function resolveFilling(
  filling: Element | undefined,
  ofTheme: (name: string) => Colour | null,
): Colour | null {
  const [colour] = childrenOf(filling);
  return colour ? resolveColour(colour, ofTheme) : null;
}

function resolveColour(colour: Element, ofTheme: (name: string) => Colour | null): Colour | null {
  const value = colour.attributes.get("val") ?? "";
  const named: Readonly<Record<string, string>> = { white: "FFFFFF", black: "000000" };
  const bases: Readonly<Record<string, () => Colour | null>> = {
    "a:srgbClr": () => readHex(value),
    "a:schemeClr": () => ofTheme(value),
    "a:sysClr": () => readHex(colour.attributes.get("lastClr")),
    "a:prstClr": () => readHex(named[value]),
  };
  const base = bases[colour.name]?.() ?? null;
  const share = (name: string, otherwise: number) =>
    Number(childOf(colour, name)?.attributes.get("val") ?? otherwise) / 100_000;
  if (!base) return null;
  const dimmed = mixed(
    base,
    share("a:shade", 100_000) * share("a:lumMod", 100_000),
    share("a:tint", 100_000),
  );
  const lift = 255 * share("a:lumOff", 0);
  return [dimmed[0] + lift, dimmed[1] + lift, dimmed[2] + lift];
}

function backgroundOf(
  background: Element,
  resolve: Canvas["resolve"],
  ofTheme: (name: string) => Colour | null,
): Colour | null {
  const properties = childOf(background, "p:bgPr");
  if (properties) return resolve(childOf(properties, "a:solidFill"));
  const reference = childOf(background, "p:bgRef");
  // The first filling of a theme is the plain colour (20.1.4.1.7).
  return reference?.attributes.get("idx") === "1001" ? resolveFilling(reference, ofTheme) : null;
}

const fillings = /^a:(?:solid|grad|blip|patt|grp|no)Fill$/;

function fillingOf(element: Element): Element | undefined {
  return childrenOf(childOf(element, "p:spPr")).find(({ name }) => fillings.test(name));
}

function isPainted(element: Element): boolean {
  if (element.name === "p:pic") return true;
  const filling = fillingOf(element);
  return filling ? filling.name !== "a:noFill" : isStyled(element);
}

function isStyled(element: Element): boolean {
  const index = childOf(element, "p:style", "a:fillRef")?.attributes.get("idx");
  return index !== undefined && index !== "0";
}

/** Null where it is not known: a picture, a gradient, or another shape below it. */
export function groundOf({ element, frame, models }: Shape, canvas: Canvas): Colour | null {
  const filling = [element, ...models].map(fillingOf).find(Boolean);
  if (filling?.name === "a:solidFill") return canvas.resolve(filling);
  if ((filling && filling.name !== "a:noFill") || (!filling && isStyled(element))) return null;
  const isBelow = (other: Shape) =>
    other.element !== element &&
    (!frame ||
      !other.frame ||
      (other.frame.left < frame.right &&
        other.frame.right > frame.left &&
        other.frame.top < frame.bottom &&
        other.frame.bottom > frame.top));
  return canvas.painted.some(isBelow) ? null : canvas.ground;
}

/** By what the run says itself. */
export function isRunUnseen(
  look: Element | undefined,
  ground: Colour | null,
  { resolve }: Canvas,
): boolean {
  const size = Number(look?.attributes.get("sz") ?? speck + 1);
  if (size <= speck) return true;
  const outlined = childOf(look, "a:ln", "a:solidFill") !== undefined;
  if (childOf(look, "a:noFill")) return !outlined;
  const filling = childOf(look, "a:solidFill");
  const [colour] = childrenOf(filling);
  const alpha = Number(childOf(colour, "a:alpha")?.attributes.get("val") ?? 100_000);
  const marking = childOf(look, "a:highlight");
  const behind = marking ? resolve(marking) : ground;
  return !outlined && (alpha <= faint || isLost(resolve(filling), behind));
}
