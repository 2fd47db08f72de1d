// Which paragraphs of a Schedule the words of law leave a matter to.
import { describe, expect, it } from "vitest";
import { readLaw } from "../../src/law/law-text.ts";
import {
  findScheduleParagraphs,
  listScheduleParagraphs,
} from "../../src/law/schedule-paragraphs.ts";
import { fieldLaw } from "../support/made-up-evidence.ts";
import { makeLaw, paragraphAt, placesOf } from "../support/made-up-law.ts";

/** Of words of regulation 7. */
function listIn(text: string): string[] {
  const [read] = makeLaw([[["7(1)", text]]]);
  return listScheduleParagraphs(read?.mentions ?? []);
}

describe("listScheduleParagraphs", () => {
  it.each([
    ["the matters in paragraphs 1 and 2 of Schedule 2", ["sch/2/para/1", "sch/2/para/2"]],
    [
      "the matters in paragraphs 4 to 6 of Schedule 2",
      ["sch/2/para/4", "sch/2/para/5", "sch/2/para/6"],
    ],
    ["what paragraph 3 of Schedule 1 lists", ["sch/1/para/3"]],
    ["paragraph 3 of Schedule 1 or, at sea, paragraph 3 of Schedule 1", ["sch/1/para/3"]],
  ])("reads %s", (text, addresses) => {
    expect(listIn(text)).toEqual(addresses);
  });

  it.each([
    "the matters listed in Schedule 1",
    "the records in paragraph 2",
    "as in regulation 5(2)",
    "",
  ])("finds none in “%s”", (text) => {
    expect(listIn(text)).toEqual([]);
  });
});

describe("findScheduleParagraphs", () => {
  const lines = [
    [
      ["7(1)", "(1) The keeper must hold—"],
      ["7(1)(a)", "(a) the papers in paragraphs 1 and 2 of Schedule 2; and"],
      ["7(1)(b)", "(b) the keys."],
    ],
    [["Schedule 2 para 1", "The ticket of the keeper."]],
    [
      ["Schedule 2 para 2", "A letter that names—"],
      ["Schedule 2 para 2(a)", "(a) the rock."],
    ],
  ] as const;

  it("gives those that the quoted words name, whole and in their order", () => {
    const law = readLaw(makeLaw(lines));
    const paragraph = paragraphAt(law, "7(1)");
    const found = findScheduleParagraphs(paragraph, placesOf("7(1)", "7(1)(a)"), law);
    expect(found).toEqual([
      paragraphAt(law, "Schedule 2 para 1"),
      paragraphAt(law, "Schedule 2 para 2(a)"),
    ]);
  });

  it("gives none for words that are not quoted", () => {
    const law = readLaw(makeLaw(lines));
    const paragraph = paragraphAt(law, "7(1)");
    expect(findScheduleParagraphs(paragraph, placesOf("7(1)", "7(1)(b)"), law)).toEqual([]);
  });

  it("gives those at hand, of the document itself", () => {
    const old = { ...fieldLaw, id: "old", file: "old.pdf" };
    const law = readLaw([...makeLaw(lines.slice(0, 2)), ...makeLaw(lines.slice(2), old)]);
    const found = findScheduleParagraphs(
      paragraphAt(law, "7(1)"),
      placesOf("7(1)", "7(1)(a)"),
      law,
    );
    expect(found.map(({ address }) => address)).toEqual(["sch/2/para/1"]);
  });
});
