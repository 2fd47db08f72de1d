import { expect, test } from "vitest";
import type { Library } from "../../src/library/library.ts";
import { leaveOutNames } from "../../src/use-cases/leave-out-names.ts";
import { findNames } from "../../src/use-cases/find-names.ts";
import { lighthouseLaw, makePassage } from "../support/made-up-evidence.ts";

/** A library of one passage, which every search finds. */
function makeLibrary(text: string, passageCount = 1): Library {
  const passage = makePassage(lighthouseLaw, [{ text }]);
  return {
    documents: [{ ...lighthouseLaw, passageCount }],
    searchText: async () => [{ id: passage.id, documentId: lighthouseLaw.id, score: 1 }],
    passages: async (ids: readonly string[]) => ids.map(() => passage),
  } as unknown as Library;
}

const part = {
  query: "Our keeper works in Leeds. What must he hold?",
  variants: ["Our keeper works in Leeds.", "What must he hold?"],
  heading: null,
};

async function leaveOut(library: Library) {
  return leaveOutNames(part, await findNames(part.query, library), library);
}

test("a name of the story that no document has is left out of what is searched for", async () => {
  expect(await leaveOut(makeLibrary("The keeper must hold a certificate."))).toEqual({
    query: "Our keeper works. What must he hold?",
    variants: ["Our keeper works.", "What must he hold?"],
    heading: null,
  });
});

test("a name that a document has stays", async () => {
  expect(await leaveOut(makeLibrary("The office in Leeds is closed."))).toEqual(part);
});

const none = { neighbours: [], asked: [], told: [] };

test.each([
  "What must the Night Watch Handover record?",
  "Who fills in our Induction Checklist?",
  "What is entered in the Induction Checklist?",
  "What Must The Induction Checklist Contain?",
  "What Is Entered in the Night Watch Checklist at Gull Rock?",
  "Write a letter to the Lamp Oil Supplier about the Night Watch.",
])("capitals make no name of words: %s", async (question) => {
  expect(await findNames(question, makeLibrary("The keeper lights the lamp."))).toEqual(none);
});

test("a word that the library writes without a capital is no name where one would stand", async () => {
  const question = "Who is told when a wreck is seen at Night?";
  expect(await findNames(question, makeLibrary("The lamp is lit at Night."))).toEqual({
    ...none,
    asked: ["Night"],
  });
  expect(await findNames(question, makeLibrary("The lamp is lit at night."))).toEqual(none);
  // "night@harbour.example" is no word of a text.
  const address = makeLibrary("Write to night@harbour.example about wrecks.");
  expect((await findNames(question, address)).asked).toEqual(["Night"]);
});

test("capitals that a large library never writes small are a name", async () => {
  const question = "What does the Gull Trust pay a keeper?";
  const text = "The keeper lights the lamp.";
  expect(await findNames(question, makeLibrary(text))).toEqual(none);
  expect((await findNames(question, makeLibrary(text, 5000))).asked).toEqual(["Gull Trust"]);
});
