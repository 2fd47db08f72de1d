// Takes the shapes of a slide with its layout and master; gives each with its place and what it is a placeholder for.
import { childOf, childrenOf, type Element } from "../office/read-xml.ts";

/** Lengths in English Metric Units, 12,700 to a point. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Shape {
  readonly element: Element;
  /** `title`, `body`, `ftr`, …; null for what is no placeholder. */
  readonly role: string | null;
  /** The placeholders of layout and master that this one takes its looks from, nearest first. */
  readonly models: readonly Element[];
  /** Null where neither the slide nor its models say. */
  readonly frame: Frame | null;
  readonly hidden: boolean;
}

/** Slide, layout and master, each as the element `p:cSld` of its part. */
export interface SlideLayers {
  readonly slide: Element | undefined;
  readonly layout: Element | undefined;
  readonly master: Element | undefined;
}

interface Scale {
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly top: number;
}

const asIs: Scale = { x: 1, y: 1, left: 0, top: 0 };

/** In the order of the file, groups opened. */
export function readShapes({ slide, layout, master }: SlideLayers): Shape[] {
  const layoutHolders = placeholdersOf(layout);
  const masterHolders = placeholdersOf(master);
  const describe = (element: Element, scale: Scale, hidden: boolean): Shape => {
    const holder = placeholder(element);
    const models = holder ? findModels(holder, layoutHolders, masterHolders) : [];
    const frame = ownFrame(element, scale);
    return {
      element,
      role: holder ? (holder.attributes.get("type") ?? "body") : null,
      models,
      frame:
        frame ?? models.map((model) => ownFrame(model, asIs)).find((one) => one !== null) ?? null,
      hidden: hidden || isHidden(element),
    };
  };
  return readTree(childOf(slide, "p:spTree"), asIs, false, describe);
}

/** Shapes that stand on every slide of a layout or master, and are no placeholders. */
export function fixedShapes(layer: Element | undefined): Shape[] {
  return readShapes({ slide: layer, layout: undefined, master: undefined }).filter(
    ({ role }) => role === null,
  );
}

function readTree(
  tree: Element | undefined,
  scale: Scale,
  hidden: boolean,
  describe: (element: Element, scale: Scale, hidden: boolean) => Shape,
): Shape[] {
  return childrenOf(tree).flatMap((element) => {
    if (element.name === "p:grpSp")
      return readTree(element, groupScale(element, scale), hidden || isHidden(element), describe);
    if (element.name === "mc:AlternateContent") {
      // The same shape twice: for programs that know its kind, and for the others.
      const [choice, ...others] = childrenOf(element);
      const read = readTree(choice, scale, hidden, describe);
      return read.length > 0 ? read : readTree(others.at(-1), scale, hidden, describe);
    }
    const isShape = ["p:sp", "p:graphicFrame", "p:pic", "p:cxnSp"].includes(element.name);
    return isShape ? [describe(element, scale, hidden)] : [];
  });
}

/** `p:nvSpPr`, `p:nvPicPr`, …: what a shape is called and what it stands for. */
function nonVisual(element: Element): Element | undefined {
  return childrenOf(element).find(({ name }) => /^p:nv\w+Pr$/.test(name));
}

function placeholder(element: Element): Element | undefined {
  return childOf(nonVisual(element), "p:nvPr", "p:ph");
}

function isHidden(element: Element): boolean {
  return ["1", "true"].includes(
    childOf(nonVisual(element), "p:cNvPr")?.attributes.get("hidden") ?? "",
  );
}

function placeholdersOf(layer: Element | undefined): Element[] {
  return readTree(childOf(layer, "p:spTree"), asIs, false, (element) => ({
    element,
    role: null,
    models: [],
    frame: null,
    hidden: false,
  }))
    .map(({ element }) => element)
    .filter((element) => placeholder(element));
}

/** A slide's placeholder goes with the layout's of its index; that one with the master's of its type. */
function findModels(
  holder: Element,
  layout: readonly Element[],
  master: readonly Element[],
): Element[] {
  const type = holder.attributes.get("type") ?? "body";
  const index = holder.attributes.get("idx");
  const typeOf = (element: Element) => placeholder(element)?.attributes.get("type") ?? "body";
  const ofLayout =
    layout.find(
      (one) => index !== undefined && placeholder(one)?.attributes.get("idx") === index,
    ) ?? layout.find((one) => typeOf(one) === type);
  const base = baseType(ofLayout ? typeOf(ofLayout) : type);
  const ofMaster = master.find((one) => typeOf(one) === base);
  return [ofLayout, ofMaster].filter((model) => model !== undefined);
}

function baseType(type: string): string {
  if (type === "ctrTitle") return "title";
  return ["title", "dt", "ftr", "sldNum"].includes(type) ? type : "body";
}

function ownFrame(element: Element, scale: Scale): Frame | null {
  const transform = childOf(element, "p:spPr", "a:xfrm") ?? childOf(element, "p:xfrm");
  const box = readBox(transform, "a:off", "a:ext");
  if (!box) return null;
  const left = scale.left + box.x * scale.x;
  const top = scale.top + box.y * scale.y;
  return { left, top, right: left + box.width * scale.x, bottom: top + box.height * scale.y };
}

function groupScale(group: Element, outer: Scale): Scale {
  const transform = childOf(group, "p:grpSpPr", "a:xfrm");
  const box = readBox(transform, "a:off", "a:ext");
  const inner = readBox(transform, "a:chOff", "a:chExt");
  if (!box || !inner) return outer;
  const x = outer.x * (inner.width > 0 ? box.width / inner.width : 1);
  const y = outer.y * (inner.height > 0 ? box.height / inner.height : 1);
  return {
    x,
    y,
    left: outer.left + box.x * outer.x - inner.x * x,
    top: outer.top + box.y * outer.y - inner.y * y,
  };
}

function readBox(
  transform: Element | undefined,
  offset: string,
  extent: string,
): { x: number; y: number; width: number; height: number } | null {
  const from = childOf(transform, offset)?.attributes;
  const size = childOf(transform, extent)?.attributes;
  if (!from || !size) return null;
  const [x = 0, y = 0, width = 0, height = 0] = [
    from.get("x"),
    from.get("y"),
    size.get("cx"),
    size.get("cy"),
  ].map((value) => Number(value) || 0);
  return { x, y, width, height };
}
