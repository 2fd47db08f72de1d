import { describe, expect, it } from "vitest";
import { sanitise, sanitiseLine, toSafeJson } from "../../src/text/sanitise.ts";

describe("sanitise", () => {
  it.each([
    ["a clear-screen sequence", "a\u001B[2Jb", "ab"],
    ["a window title", "a\u001B]0;title\u0007b", "ab"],
    ["a hyperlink", "\u001B]8;;https://x.example\u0007text\u001B]8;;\u0007", "text"],
    ["a sequence begun by a C1 control", "a\u009B31mb", "ab"],
    ["lone controls", "a\u0000\u0007\u0008\u007F\u0085b", "ab"],
    ["a carriage return, which would overwrite", "safe\rEVIL", "safe\nEVIL"],
    ["marks that reverse direction", "a\u202Eb\u2066c\u2069", "abc"],
    ["invisible tags", "a\u{E0041}b", "ab"],
    ["nothing else", "Café – “quoted” 🏠\n\tnext", "Café – “quoted” 🏠\n\tnext"],
  ])("%s", (_, text, expected) => {
    expect(sanitise(text)).toBe(expected);
  });

  it("keeps a name on one line", () => {
    expect(sanitiseLine(" a\nb\r\n\tc ")).toBe("a b c");
  });
});

describe("toSafeJson", () => {
  it("is JSON of the same value without a character that steers", () => {
    const value = { text: "a\u001B[2J\u009B\u202E\u{E0041}\u2028\r\nz", list: [1, null] };
    const json = toSafeJson(value);
    expect(JSON.parse(json)).toEqual(value);
    expect(json).toBe(
      '{\n  "text": "a\\u001b[2J\\u009b\\u202e\\udb40\\udc41\\u2028\\r\\nz",\n  "list": [\n    1,\n    null\n  ]\n}\n',
    );
  });
});
