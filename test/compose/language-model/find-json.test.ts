// JSON found in texts, and closed behind its last whole item where it was cut off.
import { describe, expect, test } from "vitest";
import { findJson } from "../../../src/compose/language-model/find-json.ts";

const find = (text: string) => [...findJson(text)];
const whole = (value: unknown) => ({ value, whole: true });

describe("findJson", () => {
  test.each([
    ["an object", '{"a": 1}', [whole({ a: 1 })]],
    ["in prose with braces", 'Use {this}: {"a": [1]} (not {that}).', [whole({ a: [1] })]],
    ["brackets and quotes inside a string", '{"a": "}]\\"{"}', [whole({ a: '}]"{' })]],
    ["a list of objects", '[{"a": 1}, {"a": 2}]', [whole([{ a: 1 }, { a: 2 }])]],
    [
      "two, the outermost of each",
      '{"a": {"b": 1}} and {"c": 2}',
      [whole({ a: { b: 1 } }), whole({ c: 2 })],
    ],
    [
      "a comma too many and a line break in a string",
      '{"a": ["x\ny", "z",],}',
      [whole({ a: ["x y", "z"] })],
    ],
    ["commas and brackets in a string stay", '{"a": ["x,]", "y",]}', [whole({ a: ["x,]", "y"] })]],
    ["none", "no [brackets] {at} all", []],
    ["brackets that do not match", '{"a": [1}', []],
  ])("%s", (_, text, values) => {
    expect(find(text)).toEqual(values);
  });

  test.each([
    ["in the second item", '{"n": 1, "items": [{"t": "a", "s": [{"k": 1}]}, {"t": "b', ["a"]],
    ["between items", '{"items": [{"t": "a"}, {"t": "b"},', ["a", "b"]],
    ["in the list inside an item", '{"items": [{"t": "a"}, {"t": "b", "s": [{"k": 1}', ["a"]],
    ["behind the list", '{"items": [{"t": "a"}], "missing": ["x', ["a"]],
    ["in another object", '{"answer": {"items": [{"t": "a"}, {"t', ["a"]],
  ])("cut %s", (_, text, texts) => {
    const [found] = find(text);
    expect(found?.whole).toBe(false);
    expect(JSON.stringify(found?.value).match(/(?<="t":")\w/g)).toEqual(texts);
  });

  test.each(['{"items": [{"t": "a', '{"items": [', '{"a": 1, "b'])("%s has no whole item", (text) =>
    expect(find(text)).toEqual([]),
  );
});
