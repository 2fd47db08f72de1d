// What an item is, whatever a model calls it: nothing that states a duty escapes the check by its label.
import { describe, expect, test } from "vitest";
import { judgeKind } from "../../../src/compose/language-model/judge-kind.ts";
import type { ItemKind } from "../../../src/compose/language-model/reply.ts";

const judge = (kind: ItemKind, text: string) => judgeKind({ kind, text, sources: [] });

describe("judgeKind", () => {
  test.each([
    ["heading", "Qualifications of the manager"],
    ["heading", "Ladders and who looks after them"],
    ["link", "The following duties apply:"],
    ["link", "Two further points follow from the same text."],
    ["link", "In addition, the guide says this:"],
    ["advice", "Keep the ladder book near the door, where staff pass it."],
    ["advice", "You could agree with staff who looks at the book."],
    ["heading", "What the ladder book must contain"],
    ["heading", "Who must be told of a fall?"],
    ["heading", "People who are not allowed on a ladder"],
    ["heading", "While the keeper is away"],
    ["link", "Four kinds of fall must be reported:"],
    ["link", "The following people may ask for the book."],
    ["advice", "Which of these ladders would you trust, and why?"],
    ["advice", "Scenario: a girl of 12 has climbed the mast. What do you do first?"],
    ["advice", "Hang the keys by the door, so that nobody has to look for them at night."],
    ["advice", "Keep the regulation 10 reports in one folder."],
    ["advice", "Ask newcomers what they need."],
  ] as const)("%s: %s", (kind, text) => expect(judge(kind, text)).toBe(kind));

  test.each([
    ["heading", "Managers must hold a diploma"],
    ["heading", "Inspection within 28 days"],
    ["heading", "No ladder book is needed"],
    ["link", "The registered provider decides this alone."],
    ["link", "The following must be done within seven days:"],
    ["link", "Complaints go nowhere."],
    [
      "link",
      "Next, ladders over two metres long are exempt from these rules, and so are all of those that a contractor has brought with them.",
    ],
    ["advice", "You must buy a new ladder."],
    ["advice", "Inspect ladders every 3 months."],
    ["advice", "Inspect ladders every three months."],
    ["advice", "The registered manager should inspect ladders."],
    ["advice", "Regulation 7 covers this."],
    ["advice", "It is an offence to lend a ladder."],
    ["advice", "Ask the keeper whether he is well. He must be told within a day."],
    ["advice", "According to the Guide, ladders are to be painted."],
    ["advice", "Scenario: a ladder breaks. Regulation 7 requires a new one."],
    ["heading", "While the keeper is away nobody may climb"],
    ["link", "The placing authority must approve the following:"],
    ["link", "The following need not be reported:"],
  ] as const)("no %s: %s", (kind, text) => expect(judge(kind, text)).toBe("requirement"));
});

describe("what is the model's own", () => {
  test.each([
    ["draft", "We look at every ladder on Mondays and must sign the book."],
    ["draft", "Staff call [to complete: name] when a ladder is missing."],
    ["question", "Who must sign the book, and why?"],
    ["scenario", "A child of nine has climbed the long ladder and cannot come down."],
    ["table", "What | By when | Who"],
    ["row", "Name of the keeper | [to complete]"],
  ] as const)("%s: %s", (kind, text) => expect(judge(kind, text)).toBe(kind));

  test.each([
    ["draft", "Regulation 7(2) requires us to look at every ladder."],
    ["question", "Ladders must be looked at within 14 days. Is that so?"],
    ["scenario", "By law the keeper has the last word on ladders."],
    ["table", "Ladders within 14 days | Who"],
    // Cells say something without a verb.
    ["row", "A fall from a ladder | the cook"],
    ["row", "HMCI | 24 hours"],
    ["list", "The registered person must always:"],
  ] as const)("called %s, and yet a statement: %s", (kind, text) =>
    expect(judge(kind, text)).toBe("requirement"),
  );
});
