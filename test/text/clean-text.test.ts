import { describe, expect, it } from "vitest";
import { cleanText } from "../../src/text/clean-text.ts";

describe("cleanText", () => {
  it("leaves plain text as it is", () => {
    const plain = "The manager’s rôle – “must” • 24 hours… £3 ≥ 2\nnext line";
    expect(cleanText(plain)).toBe(plain);
  });

  it("removes terminal escapes, bells and C1 controls", () => {
    expect(cleanText("\u001b[31mred\u001b[0m\u0007 \u009b2Jx\u0000y\u007f")).toBe(
      "[31mred[0m 2Jxy",
    );
  });

  it("removes bidirectional overrides, isolates and marks", () => {
    expect(cleanText("a\u202Eb\u2066c\u2069d\u200Fe\u061Cf")).toBe("abcdef");
  });

  it("removes zero-width, soft hyphen, byte order mark, variation selectors and tag characters", () => {
    expect(cleanText("\uFEFFsafe\u00ADguard\u200Bing\u200D\uFE0F\u{E0041}\u{E0042}!")).toBe(
      "safeguarding!",
    );
  });

  it("turns other white space into spaces and carriage returns into newlines", () => {
    expect(cleanText("a\tb\u00A0c\u2009d\u3000e\fg\r\nh\ri")).toBe("a b c d e g\nh\ni");
  });

  it("spells ligatures out and leaves other compatibility characters alone", () => {
    expect(cleanText("ofﬁce ﬂow aﬀect eﬃcient baﬄe ﬅ ﬆ ½ ² ™")).toBe(
      "office flow affect efficient baffle st st ½ ² ™",
    );
  });

  it("composes letters and marks", () => {
    expect(cleanText("cafe\u0301")).toBe("caf\u00e9");
    expect(cleanText("\u212B")).toBe("\u00C5");
  });

  it("replaces half a surrogate pair and keeps whole ones", () => {
    expect(cleanText("a\uD83Db 😀")).toBe("a\uFFFDb 😀");
  });

  it("gives no unsafe character and does nothing the second time, whatever comes in", () => {
    // A small linear congruential generator, so that the run is the same each time (Numerical Recipes constants).
    let seed = 7;
    const next = (below: number) => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return seed % below;
    };
    for (let round = 0; round < 2000; round += 1) {
      let text = "";
      for (let i = 0; i < 30; i += 1) {
        const code = [next(0xa0), 0x2000 + next(0x80), next(0x10000), 0xe0000 + next(0x200)][
          next(4)
        ];
        text += String.fromCodePoint(code ?? 0);
      }
      const clean = cleanText(text);
      // oxlint-disable-next-line no-control-regex
      expect(clean).not.toMatch(/[\0-\x09\x0B-\x1F\x7F-\x9F]/);
      expect(clean).not.toMatch(
        /[\u00A0\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFB00-\uFB06]/,
      );
      expect(cleanText(clean)).toBe(clean);
    }
  });

  it("is quick on plain lines", () => {
    const line =
      "The registered person must ensure that the home’s policies – all of them – are kept under review";
    const start = performance.now();
    for (let i = 0; i < 50_000; i += 1) cleanText(line);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
