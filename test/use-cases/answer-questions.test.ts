// Answers come one at a time, so that whoever asks may print, store or stop between them.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../src/compose/engine.ts";
import type { Library } from "../../src/library/library.ts";
import { answerQuestions } from "../../src/use-cases/answer-questions.ts";
import { openReferences } from "../../src/use-cases/open-references.ts";
import { createFakeEmbedder } from "../support/fake-embedder.ts";
import { fakeNearness } from "../support/fake-nearness.ts";
import { makeTempHome, type TempHome } from "../support/temp-home.ts";

describe("answerQuestions", () => {
  let home: TempHome;
  let library: Library;
  beforeAll(async () => {
    home = await makeTempHome();
    await home.write("lamps.md", "# Lamps\n\nThe keeper must trim the lamp each evening.\n");
    library = await home.open();
  });
  afterAll(async () => {
    library?.close();
    await home?.delete();
  });

  it("composes an answer when it is asked for, and no further one once asking has ended", async () => {
    const composed: string[] = [];
    const engine: Engine = {
      compose: async ({ question }) => {
        composed.push(question);
        const by = { name: "made up", model: null };
        return { question, direct: [], sections: [], missing: [], engine: by };
      },
    };
    const deps = {
      library,
      embedder: createFakeEmbedder(),
      references: () => openReferences(library),
      nearness: fakeNearness,
      likeness: fakeNearness,
    };
    const questions = ["Who trims the lamp?", "Who lights it?", "Who puts it out?"];
    const answers = answerQuestions(questions, deps, engine);
    expect(composed).toEqual([]);
    for (const question of questions.slice(0, 2)) {
      expect(await answers.next()).toMatchObject({ done: false, value: { question } });
      expect(composed.at(-1)).toBe(question);
    }
    await answers.return(undefined);
    expect(await answers.next()).toMatchObject({ done: true });
    expect(composed).toEqual(questions.slice(0, 2));
  });
});
