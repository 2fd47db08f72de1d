// Which statements have the same key.
import { expect, it } from "vitest";
import { keyOf } from "../../src/score/statement-key.ts";

const key = keyOf("Lighthouse Guide", "2.1 Each keeper must light his lamp.");

it("is ten hexadecimal digits, the same each time and on every machine", () => {
  expect(key).toMatch(/^[\da-f]{10}$/);
  expect(keyOf("a", "b")).toBe("7e18f73731");
});

it.each([
  ["spaces and line ends", " 2.1  Each keeper\n must\tlight his lamp.\n"],
  ["case", "2.1 EACH Keeper must light his LAMP."],
  ["signs between words", "2.1. Each keeper must – light his lamp"],
])("does not go by %s", (_, text) => {
  expect(keyOf("Lighthouse Guide", text)).toBe(key);
});

it.each([
  ["document", "Lighthouse Law", "2.1 Each keeper must light his lamp."],
  ["edition", "Lighthouse Guide 2", "2.1 Each keeper must light his lamp."],
  ["words", "Lighthouse Guide", "2.1 Each keeper must light his horn."],
  ["number", "Lighthouse Guide", "2.2 Each keeper must light his lamp."],
  ["order of words", "Lighthouse Guide", "2.1 Each lamp must light his keeper."],
])("goes by the %s", (_, short, text) => {
  expect(keyOf(short, text)).not.toBe(key);
});

it("goes by letters of any alphabet", () => {
  expect(keyOf("a", "tŷ")).not.toBe(keyOf("a", "tô"));
});

it("keeps words apart", () => {
  expect(keyOf("a", "in to")).not.toBe(keyOf("a", "into"));
  expect(keyOf("a", "1 1")).not.toBe(keyOf("a", "11"));
});
