import { describe, expect, it } from "vitest";
import { chooseWidth, wantsColour } from "../../../src/cli/terminal/abilities.ts";
import { capture } from "../run-cli.ts";

describe("wantsColour", () => {
  it.each<[boolean, Record<string, string>, boolean]>([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: "1" }, false],
    [true, { NO_COLOR: "" }, true],
    [true, { TERM: "dumb" }, false],
    [false, { FORCE_COLOR: "1" }, true],
    [false, { FORCE_COLOR: "1", NO_COLOR: "1" }, true],
    [true, { FORCE_COLOR: "0" }, false],
  ])("terminal %s, %j", (terminal, env, expected) => {
    expect(wantsColour(capture(terminal ? 80 : undefined).stream, env)).toBe(expected);
  });
});

describe("chooseWidth", () => {
  it.each<[number | undefined, number]>([
    [undefined, 80],
    [0, 80],
    [20, 40],
    [72, 72],
    [250, 100],
  ])("%s columns", (columns, width) => {
    expect(chooseWidth(capture(columns).stream)).toBe(width);
  });
});
