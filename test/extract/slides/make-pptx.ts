// Builds small PowerPoint presentations for tests.
import { makeZip, relations } from "../word/make-docx.ts";

const base = "http://schemas.openxmlformats.org";
export const namespaces = `xmlns:p="${base}/presentationml/2006/main" xmlns:a="${base}/drawingml/2006/main" xmlns:r="${base}/officeDocument/2006/relationships" xmlns:dgm="${base}/drawingml/2006/diagram" xmlns:c="${base}/drawingml/2006/chart" xmlns:mc="${base}/markup-compatibility/2006"`;

export interface SlidePart {
  /** XML of its shapes. */
  readonly shapes: string;
  /** Attributes of the slide. */
  readonly attributes?: string;
  /** What it refers to besides its layout. */
  readonly related?: Parameters<typeof relations>[0];
}

/** @param layout XML of the layout's shapes; `master` of the master's, `styles` of its text styles */
export function makePptx(
  slides: readonly SlidePart[],
  {
    layout = "",
    master = "",
    styles = "",
    attributes = "",
    parts = {},
  }: {
    layout?: string;
    master?: string;
    styles?: string;
    attributes?: string;
    parts?: Record<string, string>;
  } = {},
): Uint8Array {
  const tree = (shapes: string) => `<p:cSld><p:spTree>${shapes}</p:spTree></p:cSld>`;
  const ids = slides.map((_, at) => `<p:sldId id="${256 + at}" r:id="s${at}"/>`);
  const files = slides.flatMap((slide, at) => [
    [
      `ppt/slides/slide${at}.xml`,
      `<p:sld ${namespaces} ${slide.attributes ?? ""}>${tree(slide.shapes)}</p:sld>`,
    ],
    [
      `ppt/slides/_rels/slide${at}.xml.rels`,
      relations([["l", "slideLayout", "../layout.xml"], ...(slide.related ?? [])]),
    ],
  ]);
  return makeZip({
    "_rels/.rels": relations([["r1", "officeDocument", "ppt/presentation.xml"]]),
    "ppt/presentation.xml": `<p:presentation ${namespaces} ${attributes}><p:sldSz cx="9144000" cy="6858000"/><p:sldIdLst>${ids.join("")}</p:sldIdLst></p:presentation>`,
    "ppt/_rels/presentation.xml.rels": relations(
      slides.map((_, at) => [`s${at}`, "slide", `slides/slide${at}.xml`] as const),
    ),
    "ppt/layout.xml": `<p:sldLayout ${namespaces}>${tree(layout)}</p:sldLayout>`,
    "ppt/_rels/layout.xml.rels": relations([["m", "slideMaster", "master.xml"]]),
    "ppt/master.xml": `<p:sldMaster ${namespaces}>${tree(master)}<p:txStyles>${styles}</p:txStyles></p:sldMaster>`,
    ...Object.fromEntries(files),
    ...parts,
  });
}

/** A paragraph; `properties` as XML. */
export function line(text: string, properties = ""): string {
  return `<a:p>${properties}<a:r><a:t>${text}</a:t></a:r></a:p>`;
}

/**
 * A shape with text.
 * @param at left, top, width and height in inches
 */
export function shape(
  lines: string,
  {
    holder,
    at,
    hidden = false,
    style = "",
  }: {
    holder?: string;
    at?: readonly [number, number, number, number];
    hidden?: boolean;
    style?: string;
  } = {},
): string {
  const [x = 0, y = 0, cx = 0, cy = 0] = (at ?? []).map((inches) => inches * 914_400);
  const frame = at
    ? `<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm>`
    : "";
  return `<p:sp><p:nvSpPr><p:cNvPr id="1" name="x" ${hidden ? 'hidden="1"' : ""}/><p:nvPr>${holder === undefined ? "" : `<p:ph ${holder}/>`}</p:nvPr></p:nvSpPr><p:spPr>${frame}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle>${style}</a:lstStyle>${lines}</p:txBody></p:sp>`;
}

export function graphic(data: string): string {
  return `<p:graphicFrame><p:nvGraphicFramePr/><a:graphic><a:graphicData>${data}</a:graphicData></a:graphic></p:graphicFrame>`;
}
