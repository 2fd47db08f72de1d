// What a model says is missing: looked for in the library first, and said only where nothing there answers.
import { afterEach, describe, expect, test } from "vitest";
import { composeWithModel } from "../../../src/compose/language-model/compose-with-model.ts";
import { nowhere, type Lookup } from "../../../src/compose/language-model/lookup.ts";
import { loadAnswerPrompts } from "../../../src/compose/language-model/prepare-prompt.ts";
import type { Reply } from "../../../src/compose/language-model/reply.ts";
import type { Evidence } from "../../../src/retrieve/evidence.ts";
import type { RankedStatement } from "../../../src/score/rank-statements.ts";
import { listen, openModel } from "../../language-model/model-fixture.ts";
import { startServer, type ScriptedServer } from "../../language-model/scripted-server.ts";
import { advised, law, lenient, makeEvidence, parts, question } from "./fixtures.ts";
import { answerWith, book, inspect } from "./scripted-model.ts";

let server: ScriptedServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

const statement = (evidence: Evidence, score: number): RankedStatement => ({
  evidence,
  score,
  unit: evidence.passage.id,
  holds: false,
  words: 8,
  lines: [{ start: 0, end: evidence.passage.text.length, depth: 0, isItem: false }],
});
const payer = makeEvidence("The registered provider must pay for every ladder of the home.", {
  locator: "11(1)",
  id: "d1/payer",
});

async function missingOf(
  missing: readonly string[],
  lookup: Partial<Lookup>,
  items: Reply["items"] = [inspect, book],
  asked = { question, parts },
) {
  server = await startServer([answerWith({ items, missing })]);
  const model = openModel(server.baseUrl);
  const engine = {
    model,
    prompts: await loadAnswerPrompts(),
    check: lenient,
    lookup: { ...nowhere, ...lookup },
  };
  const draft = await composeWithModel(asked, engine, listen());
  return {
    lines: draft.missing,
    places: (draft.further ?? []).map(({ name }) => name.text),
    draft,
  };
}

describe("a line of what is missing", () => {
  test("stands where nothing in the library is likely to answer it", async () => {
    const { lines, places } = await missingOf(["who pays for ladders"], {});
    expect(lines).toEqual(["The passages shown to the model do not say who pays for ladders."]);
    expect(places).toEqual([]);
  });

  test("becomes a place to read on where a passage answers it", async () => {
    const search = async (line: string) =>
      line === "who pays for ladders" ? [statement(payer, 1.5)] : [];
    const { lines, places } = await missingOf(["who pays for ladders", "what colour ladders are"], {
      search,
    });
    expect(lines).toEqual(["The passages shown to the model do not say what colour ladders are."]);
    expect(places).toEqual(["Regulation 11(1)"]);
  });

  test("is neither said nor pointed at where a passage may answer it, or may not", async () => {
    const { lines, places } = await missingOf(["who pays for ladders"], {
      search: async () => [statement(payer, -0.9)],
    });
    expect({ lines, places }).toEqual({ lines: [], places: [] });
  });

  test.each([
    [
      "by the place that it cites",
      "how soon a ladder is looked at",
      async () => [statement(law, 2)],
    ],
    ["by its words", "whether ladders are inspected on purchase", async () => []],
  ])("goes where the report says it itself, %s", async (_, line, search) => {
    const items = [{ ...inspect, text: "Ladders are inspected within 14 days of purchase." }];
    const { lines, places } = await missingOf([line], { search }, items);
    expect({ lines, places }).toEqual({ lines: [], places: [] });
  });

  test("that names a provision which the model was not shown points at it", async () => {
    const named = async (line: string) => (line.includes("regulation 11") ? [payer] : [law]);
    const asked = await missingOf(["what regulation 11 says of cost"], { named });
    expect(asked).toMatchObject({ lines: [], places: ["Regulation 11(1)"] });
    await server?.close();
    // It was shown the other, and found nothing there.
    const shown = await missingOf(["what regulation 7(2) says of cost"], { named });
    expect(shown).toMatchObject({
      lines: ["The passages shown to the model do not say what regulation 7(2) says of cost."],
      places: [],
    });
  });

  test("may begin as the model was told that it ends", async () => {
    const { lines } = await missingOf(["The passages do not say who pays for ladders."], {});
    expect(lines).toEqual(["The passages shown to the model do not say who pays for ladders."]);
  });
});

test("a part that the model was silent on is said, with the nearest places, and is not said to be missing", async () => {
  const asked = {
    question,
    parts: [
      { heading: "Inspection", evidence: [law], ranked: [statement(law, 2)] },
      { heading: "Cost", evidence: [payer, advised], ranked: [statement(payer, 1)] },
    ],
  };
  const { lines, places, draft } = await missingOf(
    [],
    {},
    [inspect, { ...inspect, part: 1 }],
    asked,
  );
  expect(lines).toEqual([]);
  expect(places).toEqual(["Regulation 11(1)"]);
  expect(draft.partial).toBe(true);
  expect(draft.sections.at(-1)).toMatchObject({
    heading: "Cost",
    groups: [{ claims: [], note: expect.stringContaining("“See also” has the places") }],
  });
});
