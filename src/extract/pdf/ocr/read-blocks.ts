// Takes what tesseract.js gives for a picture; gives its lines of words.
import type { RecognisedLine, RecognisedWord } from "./recogniser.ts";

interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

interface BlockLine {
  readonly bbox: Box;
  readonly baseline: Box;
  readonly rowAttributes: { readonly rowHeight: number };
  readonly words: readonly BlockWord[];
}

interface BlockWord {
  readonly bbox: Box;
  readonly text: string;
  readonly confidence: number;
}

/** A block of text, in reading order, as tesseract.js has it. */
export interface Block {
  readonly paragraphs: readonly { readonly lines: readonly BlockLine[] }[];
}

/** Below this nobody takes a word for read. */
export const sureEnough = 0.6;

export function readBlocks(blocks: readonly Block[]): RecognisedLine[] {
  return blocks
    .flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines))
    .map(readLine)
    .filter(({ words }) => words.length > 0);
}

function readLine({ bbox, baseline, rowAttributes, words }: BlockLine): RecognisedLine {
  return {
    words: words.map(readWord).filter((word) => !isSpeck(word)),
    left: bbox.x0,
    right: bbox.x1,
    baseline: (baseline.y0 + baseline.y1) / 2,
    height: rowAttributes.rowHeight,
  };
}

function readWord({ bbox, text, confidence }: BlockWord): RecognisedWord {
  const within = Math.min(1, Math.max(0, confidence / 100));
  return { text, confidence: within, left: bbox.x0, right: bbox.x1 };
}

/** Dust, rules and frames are taken for marks without a letter. */
function isSpeck({ text, confidence }: RecognisedWord): boolean {
  return confidence < sureEnough && !/[\p{L}\p{N}]/u.test(text);
}
