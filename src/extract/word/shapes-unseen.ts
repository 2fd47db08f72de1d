// Takes a drawing of a Word document; gives what is seen of it, and apart from that the shapes that nobody sees.
import { childOf, descendantsOf, type Element, isElement, textOf } from "../office/read-xml.ts";
import { chooseBranch } from "./drawings.ts";

/** Further than this off the edges that a place is counted from, no page reaches, in points. */
const farthest = { before: -72, behind: 1200 };
/** English Metric Units in a point. */
const emu = 12_700;

export interface Seen {
  readonly seen: Element;
  /** Words of the shapes that are hidden, or lie off the page. */
  readonly unseen: readonly string[];
}

export function partUnseen(drawing: Element): Seen {
  const unseen: string[] = [];
  const keep = (element: Element, inGroup: boolean): (Element | string)[] =>
    element.children.flatMap((child) => {
      if (!isElement(child)) return [child];
      if (child.name === "mc:AlternateContent") {
        const branch = chooseBranch(child);
        return branch ? keep(branch, inGroup) : [];
      }
      // What a box holds is no part of the drawing.
      if (child.name === "w:txbxContent") return [child];
      if (isHidden(child) || (!inGroup && isOffPage(child))) {
        unseen.push(wordsOf(child));
        return [];
      }
      const grouped = inGroup || child.name === "v:group" || child.name === "wpg:wgp";
      return [{ ...child, children: keep(child, grouped) }];
    });
  return { seen: { ...drawing, children: keep(drawing, false) }, unseen };
}

/** Of a shape or a note, paragraph by paragraph, without what is deleted. */
export function wordsOf(shape: Element): string {
  const paragraphs = descendantsOf(shape, "w:p").map((paragraph) =>
    descendantsOf(paragraph, "w:t").map(textOf).join(""),
  );
  const drawn = descendantsOf(shape, "v:textpath").map(
    ({ attributes }) => attributes.get("string") ?? "",
  );
  return [...paragraphs, ...drawn].join(" ");
}

function isHidden(shape: Element): boolean {
  const style = styleOf(shape);
  const named = [
    childOf(shape, "wp:docPr"),
    childOf(shape, "wps:cNvPr"),
    childOf(shape, "pic:nvPicPr", "pic:cNvPr"),
  ];
  return (
    style.get("visibility") === "hidden" ||
    style.get("display") === "none" ||
    named.some((one) => ["1", "true", "on"].includes(one?.attributes.get("hidden") ?? ""))
  );
}

/** Declarations of a shape of the older drawing language. */
function styleOf(shape: Element): ReadonlyMap<string, string> {
  if (!shape.name.startsWith("v:")) return new Map();
  const style = shape.attributes.get("style") ?? "";
  return new Map(
    style.split(";").map((declaration) => {
      const [name = "", value = ""] = declaration.split(":");
      return [name.trim().toLowerCase(), value.trim().toLowerCase()];
    }),
  );
}

function isOffPage(shape: Element): boolean {
  if (shape.name === "wp:anchor") {
    const extent = childOf(shape, "wp:extent")?.attributes;
    return (
      isOff(offsetOf(shape, "wp:positionH"), Number(extent?.get("cx")) / emu || 0) ||
      isOff(offsetOf(shape, "wp:positionV"), Number(extent?.get("cy")) / emu || 0)
    );
  }
  const style = styleOf(shape);
  const length = (name: string) => pointsOf(style.get(name));
  return (
    isOff(length("margin-left") ?? length("left"), length("width") ?? 0) ||
    isOff(length("margin-top") ?? length("top"), length("height") ?? 0)
  );
}

/** @param start null where nothing says; both in points */
function isOff(start: number | null, extent: number): boolean {
  return start !== null && (start + extent <= farthest.before || start >= farthest.behind);
}

function offsetOf(anchor: Element, name: string): number | null {
  const offset = childOf(anchor, name, "wp:posOffset");
  return offset ? Number(textOf(offset)) / emu : null;
}

function pointsOf(text: string | undefined): number | null {
  const [, number, unit = ""] = /^(-?\d*\.?\d+)(pt|in|cm|mm|px|pc)?$/.exec(text ?? "") ?? [];
  if (number === undefined) return null;
  const units: Readonly<Record<string, number>> = {
    in: 72,
    cm: 28.35,
    mm: 2.835,
    px: 0.75,
    pc: 12,
  };
  return Number(number) * (units[unit] ?? 1);
}

/** Where a paragraph in a frame of its own stands, in twentieths of a point (17.3.1.11). */
export function isFrameOff(frame: Element | undefined): boolean {
  const twips = (name: string) => {
    const value = frame?.attributes.get(name);
    return value === undefined ? null : Number(value) / 20;
  };
  return isOff(twips("w:x"), twips("w:w") ?? 288) || isOff(twips("w:y"), twips("w:h") ?? 72);
}
