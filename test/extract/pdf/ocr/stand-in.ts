// Stands in for a recogniser and for the drawing of pages: what it "sees" is told beforehand.
import type { lookGuarded } from "../../../../src/extract/pdf/guarded-look.ts";
import type { RecognisedLine, Recogniser } from "../../../../src/extract/pdf/ocr/recogniser.ts";

/**
 * A line of words, of which each may carry its confidence behind a colon: `lamp:0.4`; 0.95 without. An arrow before a word
 * puts it into the next column.
 */
export function seeLine(text: string, top = 100, height = 50): RecognisedLine {
  let right = 270;
  const words = text.split(" ").map((word) => {
    const [, said = word, confidence = "0.95"] = /^(.+):([\d.]+)$/.exec(word) ?? [];
    const left = right + (said.startsWith("→") ? 200 : 30);
    right = left + 30 * said.length;
    return { text: said.replace("→", ""), confidence: Number(confidence), left, right };
  });
  return { words, left: 300, right: 300 + 30 * text.length, baseline: top + height, height };
}

export interface StandIn extends Recogniser {
  /** What it was asked to read, in order. */
  readonly asked: string[];
}

/** @param see gives what a picture holds; its bytes are the text that `drawNames` wrote into it */
export function standIn(
  see: (picture: string) => readonly RecognisedLine[] | null,
  id = "stand-in 1",
): StandIn {
  const asked: string[] = [];
  return {
    id,
    asked,
    recognise: async (picture, signal) => {
      signal.throwIfAborted();
      const name = Buffer.from(picture).toString("latin1");
      asked.push(name);
      return see(name);
    },
    close: async () => {},
  };
}

/** A picture that says what it is of: `2` is page 2, `2 turned 90` the same on its side, `small` where it is drawn coarsely. */
export const drawNames: typeof lookGuarded = async ({ wanted, limits }) =>
  wanted
    .filter(({ page }) => page !== 99)
    .map(({ page, turn = 0 }) => {
      const small = (limits?.perInch ?? 0) < 300 ? " small" : "";
      const name = `${page}${turn === 0 ? "" : ` turned ${turn}`}${small}`;
      // A4 at 300 pixels an inch.
      const [width, height] = turn % 180 === 0 ? [2480, 3508] : [3508, 2480];
      const picture = { type: "image/png", bytes: Buffer.from(name), width, height } as const;
      return { page, rects: [], picture };
    });
