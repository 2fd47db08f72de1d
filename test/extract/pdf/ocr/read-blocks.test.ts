// What tesseract.js gives, as lines of words.
import { expect, it } from "vitest";
import { readBlocks, type Block } from "../../../../src/extract/pdf/ocr/read-blocks.ts";

const box = (x0: number, y0: number, x1: number, y1: number) => ({ x0, y0, x1, y1 });
const blockOf = (...lines: readonly (readonly [text: string, confidence: number])[][]): Block => ({
  paragraphs: [
    {
      lines: lines.map((words, at) => ({
        bbox: box(10, at * 60, 500, at * 60 + 50),
        baseline: box(10, at * 60 + 38, 500, at * 60 + 42),
        rowAttributes: { rowHeight: 48 },
        words: words.map(([text, confidence]) => ({ bbox: box(10, 0, 60, 50), text, confidence })),
      })),
    },
  ],
});

it("keeps words that it is not sure of, and drops rules and dust", () => {
  const lines = readBlocks([
    blockOf([
      ["The", 96],
      ["1amp", 31],
      ["|", 12],
      ["–", 95],
    ]),
    blockOf([["=", 3]]),
  ]);
  expect(lines).toEqual([
    {
      words: [
        { text: "The", confidence: 0.96, left: 10, right: 60 },
        { text: "1amp", confidence: 0.31, left: 10, right: 60 },
        { text: "–", confidence: 0.95, left: 10, right: 60 },
      ],
      left: 10,
      right: 500,
      baseline: 40,
      height: 48,
    },
  ]);
});

it("keeps confidence within its bounds", () => {
  const [line] = readBlocks([
    blockOf([
      ["a", 101],
      ["b", -1],
    ]),
  ]);
  expect(line?.words.map(({ confidence }) => confidence)).toEqual([1, 0]);
});
