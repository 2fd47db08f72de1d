// Dots that lead to a value make a row; dots for omitted words do not.
import { describe, expect, it } from "vitest";
import { splitLeaders } from "../../../src/extract/pdf/leader-rows.ts";
import { makeLine } from "../../structure/make-lines.ts";

const split = (text: string) => splitLeaders(makeLine(text));

describe("splitLeaders", () => {
  it.each([
    ["Harbour office .......... 204", ["Harbour office", "204"]],
    ["Lamp oil . . . . . . . £4 a gallon", ["Lamp oil", "£4 a gallon"]],
    ["Keeper ______ Grace Darling", ["Keeper", "Grace Darling"]],
  ])("makes rows, with the value behind a colon: %s", (text, row) =>
    expect(split(text)).toMatchObject({ cells: row, text: row.join(": ") }),
  );

  it.each([
    "the keeper . . . . . . . . . shall light it",
    "in the exercise of his functions ....",
    "and so on... The lamp burns",
  ])("leaves text alone: %s", (text) => expect(split(text)).toMatchObject({ cells: null, text }));
});
