import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { readQuestions } from "../../src/cli/read-questions.ts";

const text = "Who keeps the café’s key?\r\n\r\nWhen do we ring – by 9 o’clock?\r\n";
const little = Buffer.from(text, "utf16le");
const big = Buffer.from(text, "utf16le").swap16();
const mark = Buffer.from([0xff, 0xfe]);

const read = (...chunks: (string | Uint8Array)[]) =>
  readQuestions(["-"], Readable.from(chunks), new AbortController().signal);

describe("readQuestions", () => {
  it.each<[string, (string | Uint8Array)[]]>([
    ["UTF-8", [Buffer.from(text)]],
    ["UTF-8 with a mark", [Buffer.from(`\ufeff${text}`)]],
    [
      "UTF-8 in pieces that cut a letter",
      [Buffer.from(text).subarray(0, 18), Buffer.from(text).subarray(18)],
    ],
    ["UTF-16 with a mark, as Windows PowerShell writes it", [Buffer.concat([mark, little])]],
    [
      "UTF-16 with a mark, in pieces of odd length",
      [mark, little.subarray(0, 7), little.subarray(7)],
    ],
    ["UTF-16 of the other order with a mark", [Buffer.from([0xfe, 0xff]), big]],
    ["UTF-16 without a mark", [little]],
    [
      "windows-1252",
      [Buffer.from(text.replaceAll("’", "\u0092").replace("–", "\u0096"), "latin1")],
    ],
    ["characters", [text]],
  ])("reads %s", async (_encoding, chunks) => {
    expect(await read(...chunks)).toEqual([
      "Who keeps the café’s key?",
      "When do we ring – by 9 o’clock?",
    ]);
  });

  it("refuses what is no text, and what holds no question", async () => {
    await expect(read(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 7, 8, 0]))).rejects.toMatchObject({
      code: "question-unreadable",
    });
    await expect(read(mark, Buffer.from("\n \n", "utf16le"))).rejects.toMatchObject({
      code: "question-empty",
    });
  });
});
