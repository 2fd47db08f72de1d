// Pages read in their pictures: which way up, how sure, in what sizes, and which could not be.
import { expect, it } from "vitest";
import { readPictures } from "../../../../src/extract/pdf/ocr/read-pictures.ts";
import { makeRawPage, texts } from "../make-raw-pages.ts";
import { drawNames, seeLine, standIn } from "./stand-in.ts";

const none = new Uint8Array();
const read = (
  recogniser: ReturnType<typeof standIn>,
  numbers: readonly number[],
  signal?: AbortSignal,
) => {
  const wanted = numbers.map((number) => makeRawPage(number, [["Stamp", { step: 20 }]]));
  return readPictures(none, wanted, { recogniser, draw: drawNames }, signal);
};

it("takes the place of what the page held, in points of the page", async () => {
  const { pages, readings, failed } = await read(
    standIn(() => [seeLine("The lamp burns by night."), seeLine("It is trimmed:0.31 daily.", 200)]),
    [1],
  );
  expect(texts(pages.get(1))).toEqual(["The lamp burns by night.", "It is trimmed daily."]);
  const [line] = pages.get(1)?.lines ?? [];
  expect(line?.left).toBeCloseTo(72, 0);
  expect(line?.baseline).toBeCloseTo(36, 0);
  expect(line?.size).toBe(12);
  expect(readings).toEqual({ 1: { confidence: 0.88, words: 9, unsure: 1 } });
  expect(failed).toEqual([]);
});

it("sets the text of all pages to one size, and headings to theirs", async () => {
  const heights: Record<string, readonly number[]> = { 1: [47, 90, 52], 2: [49, 30, 48] };
  const seen = standIn((picture) =>
    (heights[picture] ?? []).map((height, at) =>
      seeLine("Keepers keep the light", 100 * at, height),
    ),
  );
  const { pages } = await read(seen, [1, 2]);
  const sizes = [1, 2].map((page) => pages.get(page)?.lines.map(({ size }) => size));
  expect(sizes).toEqual([
    [11.5, 21.5, 11.5],
    [11.5, 7, 11.5],
  ]);
});

it("takes words that stand far apart for cells, but not a number and its text", async () => {
  const lines = [seeLine("2.1 →The lamp burns."), seeLine("Living here →81 →86 →90", 200)];
  const { pages } = await read(
    standIn(() => lines),
    [1],
  );
  expect(pages.get(1)?.lines.map(({ text, cells }) => [text, cells])).toEqual([
    ["2.1 The lamp burns.", null],
    ["Living here | 81 | 86 | 90", ["Living here", "81", "86", "90"]],
  ]);
});

it("names pages that cannot be drawn or read, and goes on", async () => {
  const seen = standIn((picture) => (picture === "2" ? null : [seeLine("The horn sounds.")]));
  const { pages, failed } = await read(seen, [1, 2, 99, 4, 5, 6]);
  expect(failed).toEqual([2, 99]);
  expect([...pages.keys()]).toEqual([1, 4, 5, 6]);
  expect(seen.asked).toEqual(["1", "2", "4", "5", "6"]);
});

it("turns a page upright whose words nobody is sure of", async () => {
  const upright = [seeLine("Every keeper writes in the log.")];
  const seen = standIn((picture) =>
    picture.includes("turned 270") ? upright : [seeLine("aw:0.2 Ue:0.3 the:0.7")],
  );
  const { pages, readings } = await read(seen, [3]);
  expect(seen.asked).toEqual([
    "3",
    "3 turned 90 small",
    "3 turned 180 small",
    "3 turned 270 small",
    "3 turned 270",
  ]);
  expect(texts(pages.get(3))).toEqual(["Every keeper writes in the log."]);
  expect(pages.get(3)).toMatchObject({ width: 842, height: 595 });
  expect(readings[3]?.confidence).toBe(0.95);
});

it("keeps what it saw where no way up is better, words that it is not sure of too", async () => {
  const { pages, readings } = await read(
    standIn(() => [seeLine("lamp:0.5 horn:0.4")]),
    [1],
  );
  expect(texts(pages.get(1))).toEqual(["lamp horn"]);
  expect(readings[1]).toEqual({ confidence: 0.45, words: 2, unsure: 2 });
});

it("says nothing of how sure it is of a page without words", async () => {
  const { pages, readings, failed } = await read(
    standIn(() => []),
    [1],
  );
  expect([pages.get(1)?.lines, readings, failed]).toEqual([[], {}, []]);
});

it("ends when it is told to", async () => {
  const stop = new AbortController();
  const seen = standIn(() => {
    stop.abort(new Error("stopped"));
    return [seeLine("The horn sounds.")];
  });
  await expect(read(seen, [1, 2, 3], stop.signal)).rejects.toThrow("stopped");
  expect(seen.asked).toEqual(["1"]);
});
