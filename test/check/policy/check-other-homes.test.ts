import { describe, expect, it } from "vitest";
import { checkOtherHomes } from "../../../src/check/policy/check-other-homes.ts";
import type { Piece } from "../../../src/check/policy/policy.ts";

const names = {
  homes: ["Oak", "The Lodge", "Oak Lodge", "Birch Tree House", "New Start", "St John's"],
  people: ["Jane Oakley", "Mrs Marta Price", "Sam"],
  own: ["Elm House", "Elm", "EH", "Oak Care Ltd", "Tomas Reyes", "Lena Price"],
};

const toPiece = (text: string): Piece => ({
  kind: "text",
  text,
  headings: [],
  page: null,
  line: 1,
});
const told = (...texts: string[]) =>
  checkOtherHomes(texts.map(toPiece), names).map(({ piece, finding }) => [
    piece,
    finding.reference,
  ]);

describe("names of other homes", () => {
  it.each([
    ["The manager of Oak Lodge signs.", "Oak Lodge"],
    ["OAK  LODGE", "OAK  LODGE"],
    ["Oak Lodge’s rota hangs here.", "Oak Lodge"],
    ["At Oak we eat at six.", "Oak"],
    ["Staff of the Lodge meet.", "the Lodge"],
    ["Birch Tree House | 4 beds", "Birch Tree House"],
    ["They moved to New Start in May.", "New Start"],
    ["The key is at St John’s.", "St John’s"],
    ["Ring Jane Oakley.", "Jane Oakley"],
    ["Ms. Oakley keeps the key.", "Ms. Oakley"],
    ["J Oakley (manager)", "J Oakley"],
    ["Approved by Marta Price", "Marta Price"],
    ["Name of home: Ash Cottage", "Ash Cottage"],
    ["Home name | The Willows", "The Willows"],
  ])("are told in %j", (text, name) => {
    expect(told(text)).toEqual([[0, name]]);
  });

  it("are found among those of thousands of people, with apostrophes as they come", () => {
    const many = Array.from({ length: 3000 }, (_, at) => `Per${at} Son${at}`);
    const people = [...many, "Ann O'Brien", "Zoë Ferré"];
    const text = "Ann OBrien rings Zoe Ferré, and Son7’s sister Per7 Son7.";
    const found = checkOtherHomes([toPiece(text)], { ...names, people });
    expect(found.map(({ finding }) => finding.reference)).toEqual([
      "Per7 Son7",
      "Ann OBrien",
      "Zoe Ferré",
    ]);
  });

  it.each([
    "An oak tree stands in the garden; the oak table is for meals.",
    "The surgery is in Royal Oak Road, the dentist in Oak Street.",
    "Oak Care Ltd employs all staff of Elm House.",
    "Children may lodge a complaint with the lodge keeper.",
    "We plant a birch tree each spring.",
    "Every child makes a new start.",
    "Tomas Reyes visits each month.",
    "Lena Price and Ms Price decide.",
    "Sam keeps the log.",
    "Oakley makes sunglasses; OAKS grow.",
    "Name of home: Elm House Children's Home",
    "Name of home: TBC",
    "Name of home: [home]",
    "Home name | Manager | Telephone",
    "Name of home | Registered Manager",
    "Name of home: All Homes",
    "Name of home: to be displayed at the door",
  ])("are not told in %j", (text) => {
    expect(told(text)).toEqual([]);
  });

  it("are told once each, where they first stand, with how often they do", () => {
    const pieces = ["Elm House.", "Oak Lodge.", "Oak Lodge and Oak Lodge; Jane Oakley."].map(
      toPiece,
    );
    const found = checkOtherHomes(pieces, names);
    expect(found.map(({ piece }) => piece)).toEqual([1, 2]);
    expect(found[0]?.finding).toMatchObject({
      code: "other-home-name",
      severity: "warning",
      message: "“Oak Lodge” is another home. It stands here 3 times.",
    });
  });
});
