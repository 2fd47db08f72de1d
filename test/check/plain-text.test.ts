import { expect, it } from "vitest";
import { hideEscapes, toPlainText } from "../../src/check/plain-text.ts";

it("shows what was escaped as it was written, whatever else stands in the text", () => {
  // Fonts of symbols leave characters of the private use area in documents.
  for (const text of ["\\*\\[a\\]\\*", "\u{E05B}x\u{E05D}", "\u{F000}\u{E041}", "\u{100041}"])
    expect(toPlainText(hideEscapes(text))).toBe(text.replaceAll("\\", ""));
});

it("makes nothing of an escaped mark", () => {
  expect(toPlainText(hideEscapes("\\*\\*must\\*\\* **must**"))).toBe("**must** must");
});
