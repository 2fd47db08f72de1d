// Takes a page of a PDF; gives it as a picture that is no larger than asked.
import type { PDFPageProxy } from "pdfjs-dist/types/src/display/api.js";

export interface Picture {
  readonly type: "image/webp" | "image/png";
  readonly bytes: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

export interface PictureLimits {
  readonly type: Picture["type"];
  /** Of the wider side, in pixels. */
  readonly side: number;
  /** Most bytes; the best that fits is taken, else the smallest that can still be read. */
  readonly bytes: number;
  /** Most pixels an inch of paper; left out, as many as the side has room for. */
  readonly perInch?: number;
}

/** What is tried one after the other until it fits: share of the side, and quality out of 100. */
const steps = [
  [1, 60],
  [0.9, 45],
  [0.8, 35],
  [0.7, 25],
] as const;

/** A page is so many points an inch. */
const pointsPerInch = 72;

/**
 * @param turn to the right, in degrees that divide by 90
 * @throws where the package that draws is not installed, or the page cannot be drawn
 */
export async function drawPage(
  page: PDFPageProxy,
  limits: PictureLimits,
  turn = 0,
): Promise<Picture> {
  // `pdf-parse` asks for it; npm leaves it out with --omit=optional and where there is none for the system.
  const { createCanvas } = await import("@napi-rs/canvas");
  let best: Picture | null = null;
  for (const [share, quality] of limits.type === "image/png" ? [steps[0]] : steps) {
    const plain = page.getViewport({ scale: 1 });
    const longest = Math.max(plain.width, plain.height);
    if (!(Math.min(plain.width, plain.height) > 0)) throw new Error("The page has no size.");
    const finest = (limits.perInch ?? Number.POSITIVE_INFINITY) / pointsPerInch;
    const scale = Math.min((limits.side * share) / longest, finest);
    const viewport = page.getViewport({ scale, rotation: (page.rotate + turn) % 360 });
    const width = Math.max(1, Math.round(viewport.width));
    const height = Math.max(1, Math.round(viewport.height));
    const canvas = createCanvas(width, height);
    const context = canvas.getContext("2d");
    context.fillStyle = "#ffffff";
    context.fillRect(0, 0, width, height);
    // pdf.js names the browser's types, of which this package has what it uses.
    const target = { canvas, canvasContext: context, viewport } as unknown;
    await page.render(target as Parameters<PDFPageProxy["render"]>[0]).promise;
    const bytes =
      limits.type === "image/png"
        ? await canvas.encode("png")
        : await canvas.encode("webp", quality);
    best = { type: limits.type, bytes: new Uint8Array(bytes), width, height };
    if (best.bytes.length <= limits.bytes) break;
  }
  if (best === null) throw new Error("Nothing was drawn.");
  return best;
}
