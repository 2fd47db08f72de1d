import { describe, expect, it } from "vitest";
import { dropNames, readNames, speaksOf } from "../../src/plan/read-names.ts";

describe("names that an answer must speak of", () => {
  it.each([
    ["What are the fees in Croydon?", ["Croydon"]],
    ["Who inspects homes in the North West?", ["North West"]],
    ["Should we write to Care Inspectorate Wales today?", ["Care Inspectorate Wales"]],
    ["What does Kent County Council pay for a placement?", ["Kent County Council"]],
    ["When was Maple House last inspected?", ["Maple House"]],
    [
      "What must we keep under the Lighthouse Keeping Regulations?",
      ["Lighthouse Keeping Regulations"],
    ],
    ["Where can I find the list of homes in Leeds?", ["Leeds"]],
    ["Who is the keeper at Gull City Council?", ["Gull City Council"]],
    ["How does the Wellbeing Charter fit?", ["Wellbeing Charter"]],
    ["What does the Harbour Dues Act 1999 say?", ["Harbour Dues Act"]],
    ["What Must A Keeper In North West Do?", []],
    ["What must the keeper do?", []],
    ["What goes into our House Rules?", []],
    ["Is a fire drill due in March?", []],
  ])("%s", (question, expected) => {
    expect(readNames(question).asked).toEqual(expected);
  });
});

describe("names that only tell the story", () => {
  it.each([
    ["We plan to open a home in Leeds. What must our statement of purpose contain?", ["Leeds"]],
    ["Our manager Jane Smith is leaving. Who must we tell?", ["Jane Smith"]],
    ["What must the manager of Maple House hold?", ["Maple House"]],
    ["Can staff at our home in Brighton restrain a child?", ["Brighton"]],
    ["Who is told when our nominee Mr Brown resigns?", ["Mr Brown"]],
    ["May Kent County Council’s social worker see the file?", ["Kent County Council"]],
    ["Does regulation 44 apply to Maple House?", ["Maple House"]],
    ["What is the fee for a new children's home in Leeds?", ["Leeds"]],
    ["A policy on bullying for our home in Leeds", ["Leeds"]],
    ["A director was fined on holiday in Spain. Must Ofsted be told?", ["Spain"]],
  ])("%s", (question, expected) => {
    expect(readNames(question)).toEqual({ neighbours: [], asked: [], told: expected });
  });
});

describe("England's neighbours", () => {
  it.each([
    ["What are the rules in Scotland?", ["Scotland"]],
    ["What must a home in Wales hold?", ["Wales"]],
    ["We are opening a home in Scotland. What must our manager hold?", ["Scotland"]],
    [
      "Must a home on the Isle of Man register, and what must one in the Isle of Man pay?",
      ["Isle of Man"],
    ],
    ["A boy whose mother lives in Wales is ill. Must we tell her?", []],
  ])("%s", (question, expected) => {
    expect(readNames(question).neighbours).toEqual(expected);
  });
});

describe("a question without names", () => {
  it.each([
    [
      "Our home in Leeds is full. Whom must we tell?",
      ["Leeds"],
      "Our home is full. Whom must we tell?",
    ],
    ["Our manager, Jane Smith, is leaving in March.", ["Jane Smith"], "Our manager, is leaving."],
    ["What must the manager of Maple House hold?", ["Maple House"], "What must the manager hold?"],
    [
      "A boy placed by the London Borough of Harrow is ill.",
      ["London Borough of Harrow"],
      "A boy placed is ill.",
    ],
    ["What changed in March 2024?", [], "What changed in March 2024?"],
    ["Is Leedstown in Leeds?", ["Leeds"], "Is Leedstown?"],
  ])("%s", (question, names, expected) => {
    expect(dropNames(question, names)).toBe(expected);
  });
});

it("a text speaks of a name in any capitals, and as a word of its own", () => {
  expect(speaksOf("in the NORTH WEST of England", "North West")).toBe(true);
  expect(speaksOf("the Leedstown road", "Leeds")).toBe(false);
});
