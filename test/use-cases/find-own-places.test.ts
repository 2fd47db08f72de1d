// Places of own documents that a question names by their numbers.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Library } from "../../src/library/library.ts";
import { textOfLines } from "../../src/score/statements.ts";
import { findOwnPlaces } from "../../src/use-cases/find-own-places.ts";
import { openReferences } from "../../src/use-cases/open-references.ts";
import { createFakeEmbedder } from "../support/fake-embedder.ts";
import { fakeNearness } from "../support/fake-nearness.ts";
import { makeTempHome, type TempHome } from "../support/temp-home.ts";

const policy = `# Lamp Policy

## 1 Oil

Oil is bought in May.

## 2 Lighting

### 2.1 At dusk

The keeper lights the lamp.

### 2.2 In fog

The mate rings the bell.
`;

let home: TempHome;
let library: Library;
beforeAll(async () => {
  home = await makeTempHome();
  await home.write("own/Lamp Policy.md", policy);
  library = await home.open();
});
afterAll(async () => {
  library?.close();
  await home?.delete();
});

async function placesOf(question: string, topic = question) {
  const references = () => openReferences(library);
  const deps = { library, embedder: createFakeEmbedder(), references };
  const own = library.documents.map(({ id }) => id);
  const { statements, only } = await findOwnPlaces(question, own, topic, {
    ...deps,
    nearness: fakeNearness,
    likeness: fakeNearness,
  });
  const texts = [...statements.values()]
    .flat()
    .map((each) => textOfLines(each, each.evidence.passage.text));
  return { texts, only };
}

it.each([
  ["What is in 2.2 of the lamp policy?", ["The mate rings the bell."]],
  ["What does section 1 of our lamp policy say?", ["Oil is bought in May."]],
  [
    "What does section 2 of the lamp policy say?",
    ["The keeper lights the lamp.", "The mate rings the bell."],
  ],
])("%s", async (question, texts) => {
  expect((await placesOf(question)).texts).toEqual(texts);
});

it("tells whether anything else is asked", async () => {
  expect((await placesOf("What is in 2.2 of the lamp policy?", "What is in 2.2?")).only).toBe(true);
  const more = await placesOf("Who rings the bell in 2.2 of the lamp policy?", "Who rings in 2.2?");
  expect(more.only).toBe(false);
});

it("takes no figure for a place", async () => {
  expect((await placesOf("Does our lamp policy say anything about 2 hours?")).texts).toEqual([]);
});
