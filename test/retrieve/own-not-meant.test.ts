// Whose policy answers where a question says whose it asks about.
import { expect, it } from "vitest";
import type { DocumentInfo } from "../../src/document.ts";
import { findOwnNotMeant } from "../../src/retrieve/restrict.ts";

const document = (id: string, authority: DocumentInfo["authority"]) =>
  ({ id, authority }) as DocumentInfo;
const documents = [
  document("law", "legislation"),
  document("larkrise", "own"),
  document("gullhaven", "own"),
  document("harbour", "own"),
];
const leftOut = (near: Readonly<Record<string, number>>, documentIds?: readonly string[]) => [
  ...findOwnNotMeant(documents, documentIds ? { documentIds } : {}, new Map(Object.entries(near))),
];

it("leaves out the others where a question is surely about one, never the law", () => {
  expect(leftOut({ larkrise: 0.5, harbour: 0.1 })).toEqual(["gullhaven", "harbour"]);
});

it("keeps two of which it says much the same, and all where it says little", () => {
  expect(leftOut({ larkrise: 0.5, harbour: 0.3 })).toEqual(["gullhaven"]);
  expect(leftOut({ larkrise: 0.2 })).toEqual([]);
  expect(leftOut({ law: 0.9 })).toEqual([]);
});

it("leaves the choice to whoever asks for some of them", () => {
  expect(leftOut({ larkrise: 0.5 }, ["gullhaven"])).toEqual([]);
  expect(leftOut({ larkrise: 0.5 }, ["larkrise", "gullhaven", "harbour"])).toEqual([
    "gullhaven",
    "harbour",
  ]);
});
