// The order in which the parts of a page are read.
import { describe, expect, it } from "vitest";
import { assembleLines } from "../../../src/extract/pdf/assemble-lines.ts";
import type { Rule, RunPage, TextRun, Upright } from "../../../src/extract/pdf/text-run.ts";

type Placed = readonly [text: string, left: number, baseline: number, look?: Partial<TextRun>];

const run = ([text, left, baseline, look]: Placed): TextRun => {
  const size = look?.size ?? 10;
  const right = left + text.length * size * 0.5;
  const plain = {
    font: "Serif",
    bold: false,
    italic: false,
    pale: false,
    goesOn: false,
    spaced: true,
  };
  return { text, left, right, baseline, size, ...plain, ...look };
};
const lines = (
  placed: readonly Placed[],
  drawn: { rules?: readonly Rule[]; uprights?: readonly Upright[] } = {},
) => {
  const page: RunPage = {
    label: null,
    width: 595,
    height: 842,
    runs: placed.map(run),
    rules: drawn.rules ?? [],
    uprights: drawn.uprights ?? [],
  };
  return assembleLines(page);
};
const textsOf = (...args: Parameters<typeof lines>) => lines(...args).map((line) => line.text);
const across = (top: number): Rule => ({ left: 72, right: 500, top });

describe("assembleLines", () => {
  it("joins the runs of a line, with spaces where they stand apart", () => {
    expect(
      textsOf([
        ["the lamp", 72, 100],
        ["house", 112, 100, { spaced: false }],
        ["burns", 142, 100],
      ]),
    ).toEqual(["the lamphouse burns"]);
  });

  it("keeps a label with its text however far it stands", () => {
    expect(
      textsOf([
        ["10.12", 72, 100],
        ["The lamp burns.", 120, 100],
      ]),
    ).toEqual(["10.12 The lamp burns."]);
  });

  it.each([
    ["460", "547", "460 | 547"],
    ["2019", "2018", "2019 | 2018"],
    ["(12)", "(15)", "(12) | (15)"],
    ["2", "(1) The lamp burns.", "2 (1) The lamp burns."],
    ["2", "(1)", "2 (1)"],
  ])("takes %j before %j for %j", (first, second, expected) => {
    expect(
      textsOf([
        [first, 72, 100],
        [second, 120, 100],
      ]),
    ).toEqual([expected]);
  });

  it("reads a table of figures row by row, however often its first column ends at one place", () => {
    const rows = Array.from({ length: 8 }, (_, i): Placed[] => [
      [`Lamps in harbour number ${i}`, 72, 100 + 16 * i],
      [`${310 + i}`, 300, 100 + 16 * i],
      [`${257 + i}`, 375, 100 + 16 * i],
      [`${289 + i}`, 450, 100 + 16 * i],
    ]);
    const title: Placed = ["The lamps of the harbour by year", 72, 60];
    expect(textsOf([title, ...rows.flat()]).at(-1)).toBe(
      "Lamps in harbour number 7 | 317 | 264 | 296",
    );
  });

  it("lifts raised marks out of the text, on pages that are mostly small print too", () => {
    const small: Placed[] = Array.from({ length: 9 }, (_, i) => [
      "a long footnote in small print that fills most of the page",
      72,
      600 + i * 10,
      { size: 7 },
    ]);
    const [line] = lines([
      ["The lamp burns oil", 72, 100],
      ["12", 162, 96, { size: 6 }],
      ["by night.", 172, 100],
      ...small,
    ]);
    expect(line?.text).toBe("The lamp burns oil by night.");
    expect(line?.marks).toEqual([{ at: 18, label: "12", kind: "footnote" }]);
  });

  it("keeps an ordinal's raised letters in the text", () => {
    const [line] = lines([
      ["on the 1", 72, 100],
      ["st", 112, 96, { size: 6, spaced: false }],
      ["of May", 122, 100],
    ]);
    expect(line?.text).toBe("on the 1st of May");
  });

  it("calls a line bold only when it is so throughout", () => {
    const [named, title] = lines([
      ["Keeper of the light:", 72, 100, { bold: true, font: "Bold" }],
      ["Ada", 176, 100],
      ["Keepers", 72, 130, { bold: true, font: "Bold" }],
    ]);
    expect([named?.bold, title?.bold]).toEqual([false, true]);
  });
});

describe("tables", () => {
  it("reads rows between rules, with the titles above the first", () => {
    const cells = lines(
      [
        ["Light", 72, 96],
        ["Keeper", 300, 96],
        ["North", 72, 116],
        ["Ada, since", 300, 116],
        ["last autumn", 300, 128],
        ["South", 72, 150],
        ["Ben", 300, 150],
      ],
      { rules: [across(102), across(136), across(160)] },
    ).map((line) => line.cells);
    expect(cells).toEqual([
      ["Light", "Keeper"],
      ["North", "Ada, since last autumn"],
      ["South", "Ben"],
    ]);
  });

  const sides = (top: number, bottom: number, ...lefts: number[]): Upright[] =>
    lefts.map((left) => ({ left, top, bottom }));

  it("gives a cell that reaches over rows to each of them", () => {
    const right = (top: number): Rule => ({ left: 200, right: 500, top });
    const cells = lines(
      [
        ["Fog", 80, 124],
        ["First keeper", 210, 116],
        ["Sound the horn", 350, 116],
        ["Second keeper", 210, 136],
        ["Ring the bell", 350, 136],
        ["Storm", 80, 156],
        ["All keepers", 210, 156],
        ["Launch the boat", 350, 156],
      ],
      {
        rules: [across(102), right(122), across(142), across(162)],
        uprights: sides(102, 162, 72, 200, 340, 500),
      },
    ).map((line) => line.cells);
    expect(cells).toEqual([
      ["Fog", "First keeper", "Sound the horn"],
      ["Fog", "Second keeper", "Ring the bell"],
      ["Storm", "All keepers", "Launch the boat"],
    ]);
  });

  it("gives a title that reaches over columns to each of them", () => {
    const right = (top: number): Rule => ({ left: 200, right: 500, top });
    const cells = lines(
      [
        ["Weather", 80, 124],
        ["Who keeps watch", 270, 116],
        ["Day", 210, 136],
        ["Night", 350, 136],
        ["Fog", 80, 156],
        ["Ada", 210, 156],
        ["Ben", 350, 156],
      ],
      {
        rules: [across(102), right(122), across(142), across(162)],
        uprights: [...sides(102, 162, 72, 200, 500), ...sides(122, 162, 340)],
      },
    ).map((line) => line.cells);
    expect(cells).toEqual([
      ["Weather", "Who keeps watch Day", "Who keeps watch Night"],
      ["Fog", "Ada", "Ben"],
    ]);
  });

  it("finds rows without rules by their pauses", () => {
    const row = (y: number, name: string): Placed[] => [
      [`${name} light`, 72, y],
      ["Repeal the whole of it", 300, y],
      ["and the schedule too", 300, y + 12],
      ["and its notes", 300, y + 24],
    ];
    const names = ["North", "South", "West", "East", "Upper", "Lower", "Inner"];
    expect(textsOf(names.flatMap((name, i) => row(100 + 44 * i, name)))).toEqual(
      names.map(
        (name) => `${name} light | Repeal the whole of it and the schedule too and its notes`,
      ),
    );
  });

  it("reads each line of a block of figures as a row", () => {
    const figures: Placed[] = ["Ada", "Ben", "Cid", "Dot"].flatMap((name, i): Placed[] => [
      [name, 76, 112 + i * 12],
      [`${i}1`, 200, 112 + i * 12],
      [`${i}2`, 300, 112 + i * 12],
    ]);
    expect(
      textsOf(figures, {
        rules: [across(100), across(155)],
        uprights: [
          { left: 72, top: 100, bottom: 155 },
          { left: 190, top: 100, bottom: 155 },
          { left: 290, top: 100, bottom: 155 },
          { left: 500, top: 100, bottom: 155 },
        ],
      }),
    ).toEqual(["Ada | 01 | 02", "Ben | 11 | 12", "Cid | 21 | 22", "Dot | 31 | 32"]);
  });

  it("takes a mark in a cell along", () => {
    const [row] = lines(
      [
        ["North", 76, 112],
        ["burns oil", 200, 112],
        ["4", 246, 109, { size: 6 }],
        ["by night", 254, 112],
        ["South", 76, 142],
        ["is dark", 200, 142],
      ],
      {
        rules: [across(100), across(130), across(150)],
        uprights: [72, 190, 500].map((left) => ({ left, top: 100, bottom: 150 })),
      },
    );
    expect(row?.text).toBe("North | burns oil by night");
    expect(row?.marks).toEqual([{ at: 17, label: "4", kind: "footnote" }]);
  });

  it("is not misled by a numbered text between two rules", () => {
    const prose = "The keeper of a light looks after its lamp and horn";
    expect(
      textsOf(
        [
          ["33", 72, 120],
          [prose, 110, 120],
          ["through all the watches of the night.", 110, 132],
          ["34", 72, 150],
          ["The mate helps.", 110, 150],
        ],
        { rules: [across(100), across(180), across(200)] },
      ),
    ).toEqual([`33 ${prose}`, "through all the watches of the night.", "34 The mate helps."]);
  });
});
