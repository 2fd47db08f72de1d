// Takes the bytes of a PowerPoint presentation; gives each slide as a page.
import { CharmError } from "../../errors.ts";
import { flowExtraction, flowLine, type FlowText } from "../flow/flow-page.ts";
import { noteUnread, leaveOut, type Losses, openLosses, tellLosses } from "../losses.ts";
import { openPackage, type Package, readProperties } from "../office/open-package.ts";
import { childOf, childrenOf, descendantsOf, type Element, textOf } from "../office/read-xml.ts";
import type { FlowExtraction } from "../page.ts";
import { openBackdrops } from "./backdrops.ts";
import { openCanvas } from "./seen-runs.ts";
import { fixedShapes, readShapes, type Shape } from "./read-shapes.ts";
import { orderShapes } from "./reading-order.ts";
import { shapeTexts } from "./slide-texts.ts";
import type { SlideReader } from "./text-body.ts";

const kind = { name: "PowerPoint presentation", extension: ".pptx" };

interface Slide {
  readonly texts: readonly FlowText[];
  /** The number printed on it, where one is. */
  readonly label: string | null;
}

interface Presentation {
  readonly parts: Package;
  readonly backdropOf: ReturnType<typeof openBackdrops>;
}

/** Placeholders that repeat from slide to slide. */
const repeated = new Set(["ftr", "dt", "hdr"]);

/**
 * A slide is a page: people cite slides by number, and hidden ones count. Lines have no position, since reading order
 * is settled here and paragraphs come whole. Read from its own parts (ECMA-376 part 1, 19): of the npm packages,
 * officeparser brings 150 MB with it and gives neither order nor the numbers of lists, and pptx2json gives raw XML.
 * @throws CharmError `encrypted`, `unreadable` or `no-text`
 */
export function extractPptx(bytes: Uint8Array): FlowExtraction {
  const parts = openPackage(bytes, kind);
  const main = parts.relations("").find(({ type }) => type === "officeDocument")?.target;
  const part = main ?? "ppt/presentation.xml";
  const presentation = parts.read(part);
  if (presentation?.name !== "p:presentation") throw noPresentation();
  const losses = openLosses();
  const running = new Set<string>();
  const targets = new Map(parts.relations(part).map((relation) => [relation.id, relation.target]));
  const slides = childrenOf(childOf(presentation, "p:sldIdLst"), "p:sldId").map(
    (slide) => targets.get(slide.attributes.get("r:id") ?? "") ?? "",
  );
  const titled = hasTitleSlide(parts, slides[0]);
  const size = childOf(presentation, "p:sldSz")?.attributes;
  const lengthOf = (name: string) => Number(size?.get(name)) || Number.POSITIVE_INFINITY;
  const first = Number(presentation.attributes.get("firstSlideNum") ?? 1) || 0;
  const backdropOf = openBackdrops(parts);
  const known = new Set<string>();
  const again: number[] = [];
  const read = slides.map((target, at) => {
    // A file that shows one part as many slides is made to waste time; programs copy the part.
    if (known.has(target)) {
      again.push(at + 1);
      return { texts: [], label: null };
    }
    known.add(target);
    return readSlide(
      { parts, backdropOf },
      target,
      {
        page: at + 1,
        size: [lengthOf("cx"), lengthOf("cy")],
        titleLevel: titled && at > 0 ? 2 : 1,
      },
      losses,
      running,
    );
  });
  noteAgain(again, losses);
  const extraction = flowExtraction(
    read.flatMap(({ texts }) => texts),
    readProperties(parts),
  );
  const pages = read.map(({ texts, label }, at) => ({
    number: at + 1,
    label: label === null ? null : String(first + at),
    lines: texts.map(flowLine),
    footnotes: [],
  }));
  return {
    ...extraction,
    pages,
    pageCount: pages.length,
    running: [...running],
    ...tellLosses(losses),
  };
}

function noPresentation(): CharmError {
  return new CharmError(
    "unreadable",
    "It is damaged, or no PowerPoint presentation (.pptx) at all.",
    { hint: "Open it in the program that made it and save it again as .pptx." },
  );
}

/** Where the first slide has the title of all, those of the others stand below it. */
function hasTitleSlide(parts: Package, target: string | undefined): boolean {
  return descendantsOf(parts.read(target ?? ""), "p:ph").some(
    (holder) => holder.attributes.get("type") === "ctrTitle",
  );
}

function noteAgain(pages: readonly number[], { problems }: Losses): void {
  if (pages.length === 0) return;
  const message = "A slide that is the same part of the file as one before it is not read again.";
  problems.push({ code: "slide-repeated", pages, message });
}

function readSlide(
  { parts, backdropOf }: Presentation,
  target: string,
  place: Pick<SlideReader, "page" | "size" | "titleLevel">,
  losses: Losses,
  running: Set<string>,
): Slide {
  const root = parts.read(target);
  if (!root) {
    const message = "This slide is missing from the file.";
    losses.problems.push({ code: "slide-missing", pages: [place.page], message });
    return { texts: [], label: null };
  }
  const { layout, master, theme } = backdropOf(target);
  const layers = {
    slide: childOf(root, "p:cSld"),
    layout: childOf(layout, "p:cSld"),
    master: childOf(master, "p:cSld"),
  };
  const isHidden = ["0", "false"].includes(root.attributes.get("show") ?? "1");
  const reader: SlideReader = {
    ...place,
    parts,
    relations: parts.relations(target),
    // What cannot be read on a hidden slide is not missed.
    losses: isHidden ? openLosses(losses.repeats) : losses,
    textStyles: childOf(master, "p:txStyles"),
    canvas: openCanvas(layers, theme, childOf(master, "p:clrMap")),
    ground: null,
  };
  const shapes = readShapes(layers);
  if (isHidden) {
    const texts = shapes.flatMap((shape) => shapeTexts(shape, reader));
    const text = [...texts, ...reader.losses.list].map((line) => line.text).join(" ");
    leaveOut(losses, "hidden", text, { page: place.page });
    return { texts: [], label: null };
  }
  noteBeside(parts, reader);
  const edges = [...fixedShapes(layers.master), ...fixedShapes(layers.layout)].filter(
    ({ element, hidden }) => element.name === "p:sp" && !hidden,
  );
  for (const shape of [...edges, ...shapes.filter(({ role }) => repeated.has(role ?? ""))])
    for (const { text } of shapeTexts(shape, reader)) running.add(text);
  const label = shapes.some(({ role }) => role === "sldNum") ? "" : null;
  return { texts: readBody(shapes, reader), label };
}

function readBody(shapes: readonly Shape[], reader: SlideReader): FlowText[] {
  const own = shapes.filter(({ role }) => role !== "sldNum" && !repeated.has(role ?? ""));
  return orderShapes(own).flatMap((shape) => {
    if (!shape.hidden && !isBeside(shape, reader)) return shapeTexts(shape, reader);
    const within = openLosses(reader.losses.repeats);
    const texts = shapeTexts(shape, { ...reader, losses: within });
    const text = [...texts, ...within.list].map((line) => line.text).join(" ");
    leaveOut(reader.losses, "hidden", text, { page: reader.page });
    return [];
  });
}

/** A point; boxes smaller than it, both ways, have no place on the slide. */
const thinnest = 12_700;

/** What lies wholly off the slide is parked there by its writer, and nobody sees it. */
function isBeside({ element, frame }: Shape, { size: [width, height] }: SlideReader): boolean {
  if (!frame) return false;
  const { left, top, right, bottom } = frame;
  // Tables are as large as their rows and columns, whatever is said of them.
  const isText = element.name === "p:sp";
  const isNothing = isText && right - left < thinnest && bottom - top < thinnest;
  return isNothing || right <= 0 || bottom <= 0 || left >= width || top >= height;
}

/** Speaker's notes and comments are told of, and not quoted: the slide does not show them. */
function noteBeside(parts: Package, { relations, losses, page }: SlideReader): void {
  for (const { type, target } of relations) {
    if (type === "notesSlide" && hasNotes(parts.read(target))) noteUnread(losses, "note", { page });
    if (type === "comments")
      noteUnread(losses, "comment", {
        page,
        count: childrenOf(parts.read(target)).length,
      });
  }
}

function hasNotes(notes: Element | undefined): boolean {
  return descendantsOf(notes, "p:sp").some((shape) => {
    const type = childOf(shape, "p:nvSpPr", "p:nvPr", "p:ph")?.attributes.get("type");
    return type === "body" && descendantsOf(shape, "a:t").some((run) => textOf(run).trim() !== "");
  });
}
