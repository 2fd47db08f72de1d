import { expect, test } from "vitest";
import type { Library } from "../../src/library/library.ts";
import { leaveOutNames } from "../../src/use-cases/leave-out-names.ts";
import { lighthouseLaw, makePassage } from "../support/made-up-evidence.ts";

/** A library of one passage, which every search finds. */
function makeLibrary(text: string): Library {
  const passage = makePassage(lighthouseLaw, [{ text }]);
  return {
    documents: [lighthouseLaw],
    searchText: async () => [{ id: passage.id, documentId: lighthouseLaw.id, score: 1 }],
    passages: async (ids: readonly string[]) => ids.map(() => passage),
  } as unknown as Library;
}

const part = {
  query: "Our keeper works in Leeds. What must he hold?",
  variants: ["Our keeper works in Leeds.", "What must he hold?"],
  heading: null,
};

test("a name of the story that no document has is left out of what is searched for", async () => {
  expect(await leaveOutNames(part, makeLibrary("The keeper must hold a certificate."))).toEqual({
    query: "Our keeper works. What must he hold?",
    variants: ["Our keeper works.", "What must he hold?"],
    heading: null,
  });
});

test("a name that a document has stays", async () => {
  expect(await leaveOutNames(part, makeLibrary("The office in Leeds is closed."))).toEqual(part);
});
