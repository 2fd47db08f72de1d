// Takes pages of a PDF that hold no text; draws them, has what is seen recognised, and gives the pages with it.
import type { PageReading } from "../../../document.ts";
import { cutBatches } from "../../../lists.ts";
import type { Line } from "../../page.ts";
import type { PictureLimits } from "../draw-page.ts";
import { lookGuarded } from "../guarded-look.ts";
import type { RawPage } from "../pdf-reader.ts";
import { sureEnough } from "./read-blocks.ts";
import type { RecognisedLine, Recogniser } from "./recogniser.ts";
import { measureReading, settleSizes, toLines } from "./to-lines.ts";

export interface OcrMeans {
  readonly recogniser: Recogniser;
  /** Draws pages; `lookGuarded` when left out. */
  readonly draw?: typeof lookGuarded;
  /** Called before each page, which counts from 1. */
  readonly onPicture?: (picture: number, of: number) => void;
}

export interface ReadPictures {
  /** Those that were read, without what they held as text before. */
  readonly pages: ReadonlyMap<number, RawPage>;
  /** How sure it is of each page on which it found words. */
  readonly readings: Readonly<Record<number, PageReading>>;
  /** Pages that cannot be drawn, or take more work or memory than a page may. */
  readonly failed: readonly number[];
}

/** As sharp as the recogniser needs, and no larger than A3 is at that. */
const full: PictureLimits = {
  type: "image/png",
  side: 5000,
  perInch: 300,
  bytes: Number.MAX_SAFE_INTEGER,
};
/** Enough to tell which way is up. */
const coarse: PictureLimits = { ...full, perInch: 150 };
const turns = [90, 180, 270] as const;
/** Pages drawn at once; bounds the memory. */
const atOnce = 4;

interface Seen {
  readonly lines: readonly RecognisedLine[];
  /** Pixels of its longer side. */
  readonly side: number;
  readonly turn: number;
}

/** @throws what the recogniser throws; the signal's reason when it is aborted */
export async function readPictures(
  bytes: Uint8Array,
  wanted: readonly RawPage[],
  means: OcrMeans,
  signal: AbortSignal = new AbortController().signal,
): Promise<ReadPictures> {
  const run: Run = { bytes, ...means, draw: means.draw ?? lookGuarded, signal };
  const found = new Map<number, Seen>();
  let picture = 0;
  for (const batch of cutBatches(wanted, atOnce)) {
    const pictures = await drawAll(
      run,
      batch.map(({ number }) => [number, 0] as const),
      full,
    );
    for (const [at, { number }] of batch.entries()) {
      means.onPicture?.((picture += 1), wanted.length);
      const seen = await recognise(run, pictures[at] ?? null, 0);
      if (seen !== null) found.set(number, await turnUpright(run, number, seen));
    }
  }
  return assemble(wanted, found);
}

interface Run extends Required<Pick<OcrMeans, "recogniser" | "draw">> {
  readonly bytes: Uint8Array;
  readonly signal: AbortSignal;
}

type Drawn = { readonly bytes: Uint8Array; readonly side: number } | null;

/** In the order of what is wanted: numbers of pages, and how far each is turned. */
async function drawAll(
  { bytes, draw, signal }: Run,
  wanted: readonly (readonly [page: number, turn: number])[],
  limits: PictureLimits,
): Promise<Drawn[]> {
  const asked = wanted.map(([page, turn]) => ({ page, quotes: [], turn }));
  const seen = await draw({ bytes, wanted: asked, limits }, signal);
  let next = 0;
  // A page that cannot be looked at is left out, and the others come in order.
  return wanted.map(([page]) => {
    if (seen[next]?.page !== page) return null;
    const picture = seen[next]?.picture ?? null;
    next += 1;
    return picture && { bytes: picture.bytes, side: Math.max(picture.width, picture.height) };
  });
}

async function recognise({ recogniser, signal }: Run, drawn: Drawn, turn: number) {
  if (drawn === null) return null;
  const lines = await recogniser.recognise(drawn.bytes, signal);
  return lines && { lines, side: drawn.side, turn };
}

/** A page that lies on its side, or on its head, gives words that nobody is sure of: it is looked at from all sides. */
async function turnUpright(run: Run, page: number, seen: Seen): Promise<Seen> {
  const reading = measureReading(seen.lines);
  if (reading === null || reading.confidence >= sureEnough) return seen;
  let best = { turn: 0, sure: countSure(seen.lines) };
  const pictures = await drawAll(
    run,
    turns.map((turn) => [page, turn] as const),
    coarse,
  );
  for (const [at, turn] of turns.entries()) {
    const tried = await recognise(run, pictures[at] ?? null, turn);
    const sure = countSure(tried?.lines ?? []);
    if (sure > best.sure) best = { turn, sure };
  }
  if (best.turn === 0) return seen;
  const [drawn] = await drawAll(run, [[page, best.turn]], full);
  const turned = await recognise(run, drawn ?? null, best.turn);
  const isBetter = (measureReading(turned?.lines ?? [])?.confidence ?? 0) > reading.confidence;
  return turned !== null && isBetter ? turned : seen;
}

/** Words of some length that it is sure of: rules and dust give short ones. */
function countSure(lines: readonly RecognisedLine[]): number {
  return lines
    .flatMap(({ words }) => words)
    .filter(({ text, confidence }) => confidence >= sureEnough && /\p{L}{3}/u.test(text)).length;
}

function assemble(wanted: readonly RawPage[], found: ReadonlyMap<number, Seen>): ReadPictures {
  const readings: Record<number, PageReading> = {};
  const lines = new Map<number, Line[]>();
  for (const { number, width, height } of wanted) {
    const seen = found.get(number);
    if (seen === undefined) continue;
    lines.set(number, toLines(seen.lines, seen.side / Math.max(width, height, 1)));
    const reading = measureReading(seen.lines);
    if (reading !== null) readings[number] = reading;
  }
  const settled = settleSizes(lines);
  const pages = wanted.flatMap((page) => {
    const own = settled.get(page.number);
    if (own === undefined) return [];
    const isOnSide = (found.get(page.number)?.turn ?? 0) % 180 !== 0;
    const size = isOnSide ? { width: page.height, height: page.width } : {};
    const read = { ...page, ...size, lines: own, overlaid: [], unmapped: 0 };
    return [[page.number, read] as const];
  });
  const failed = wanted.flatMap(({ number }) => (found.has(number) ? [] : number));
  return { pages: new Map(pages), readings, failed };
}
