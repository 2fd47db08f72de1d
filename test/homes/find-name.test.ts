import { describe, expect, it } from "vitest";
import { findHomeName, findInQuestion } from "../../src/homes/find-name.ts";

const inText = (name: string, text: string) =>
  findHomeName(name)(text).map(({ start, end }) => text.slice(start, end));
const inQuestion = (name: string, text: string) =>
  findInQuestion(name, text).map(({ start, end }) => text.slice(start, end));

describe("the name of a home in a text", () => {
  it.each([
    ["Oak Lodge", "Staff of Oak-Lodge sign.", "Oak-Lodge"],
    ["Oak Lodge", "OakLodge’s staff sign.", "OakLodge"],
    ["Oak Lodge", "OAKLODGE POLICY", "OAKLODGE"],
    ["Oak Lodge", "At Oaklodge we sign.", "Oaklodge"],
    ["Oak Lodge", "Oak\u2011Lodge signs.", "Oak\u2011Lodge"],
    ["The Oakery", "Children of the Oakery sing.", "the Oakery"],
    ["St Mary's House", "At St. Mary’s House", "St. Mary’s House"],
    ["St Mary's House", "Saint Marys House", "Saint Marys House"],
    ["Tŷ Gwyn", "Ty Gwyn, Ty\u0302 Gwyn", "Ty Gwyn Ty\u0302 Gwyn"],
    ["Ash & Elm Cottage", "Ash and Elm Cottage", "Ash and Elm Cottage"],
    ["Oak", "At Oak and Oak’s garden", "Oak Oak"],
  ])("%s: %s", (name, text, found) => {
    expect(inText(name, text).join(" ")).toBe(found);
  });

  it.each([
    ["Oak Lodge", "Oak furniture fills the lodge."],
    ["Oak Lodge", "oak-lodge in small letters may be anything"],
    ["New Start", "Each child makes a new start; a new-start meeting is held."],
    ["Green House", "Greenhouse rules are kept. Plants stand in the greenhouse."],
    ["Oak", "Oak-panelled walls, Royal Oak Road."],
    ["Hope", "Hope is not enough."],
    ["The Willows", "Children play under the willows."],
    ["Elm House", "Helm House and Elm Houses"],
  ])("%s is not named by: %s", (name, text) => {
    expect(inText(name, text)).toEqual([]);
  });
});

describe("the name of a home in a question", () => {
  it.each([
    ["Oak Lodge", "what does oak-lodge say about bedtimes?", "oak-lodge"],
    ["Oak Lodge", "does oaklodge have a fire plan?", "oaklodge"],
    ["Oak Lodge", "Is the oak lodge’s rule on phones like Oak Lodge’s?", "oak lodge Oak Lodge"],
    ["The Oakery", "who manages the oakery?", "the oakery"],
    ["Green House", "Does Greenhouse have one?", "Greenhouse"],
    ["Tŷ Gwyn", "what does ty gwyn do?", "ty gwyn"],
  ])("%s: %s", (name, text, found) => {
    expect(inQuestion(name, text).join(" ")).toBe(found);
  });

  it.each([
    ["Oak Lodge", "is oak furniture allowed in our lodge?"],
    ["Oak", "is oak flooring safe?"],
    ["Green House", "may children use the greenhouse?"],
    ["New Start", "does every child get a new start?"],
  ])("%s is not named by: %s", (name, text) => {
    expect(inQuestion(name, text)).toEqual([]);
  });
});
