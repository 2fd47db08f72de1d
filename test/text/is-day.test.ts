import { describe, expect, it } from "vitest";
import { isDate, isDay } from "../../src/text/is-day.ts";

describe("a day", () => {
  it.each(["2026-03-01", "2024-02-29", "0050-12-31"])("is %s", (text) => {
    expect(isDay(text)).toBe(true);
    expect(isDate(text)).toBe(true);
  });

  it.each(["2026-02-29", "2026-13-01", "2026-00-10", "2026-3-1", "2026-03", "1 March 2026", ""])(
    "is not %s",
    (text) => expect(isDay(text)).toBe(false),
  );
});

describe("a date", () => {
  it.each(["2026", "2026-03", "2026-03-31"])("is %s", (text) => {
    expect(isDate(text)).toBe(true);
  });

  it.each(["2026-13", "2026-00", "2026-0", "202", "2026-04-31", "2026-", "March 2026", ""])(
    "is not %s",
    (text) => expect(isDate(text)).toBe(false),
  );
});
