// The whole of grounding, with the stage that verifies: forty ways of citing wrongly, and a faithful model.
import { afterEach, describe, expect, test } from "vitest";
import { composeWithModel } from "../../../src/compose/language-model/compose-with-model.ts";
import { openModelEngine } from "../../../src/compose/language-model/open-engine.ts";
import type { ReplyItem, ReplySource } from "../../../src/compose/language-model/reply.ts";
import { createReferenceView } from "../../../src/verify/reference-view.ts";
import { listen, optionsFor } from "../../language-model/model-fixture.ts";
import { say, startServer, type ScriptedServer } from "../../language-model/scripted-server.ts";
import { keysIn, writeReply } from "./fixtures.ts";
import { faithful, wrong } from "./ladder-statements.ts";
import { ladderLibrary, ladders } from "./ladders.ts";

let server: ScriptedServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

const context = { references: createReferenceView(ladderLibrary()) };
/** What a model makes of the items: its first answer, and the same again when it is told what is wrong. */
async function answer(items: readonly ReplyItem[]) {
  const toKeys = (prompt: string, sources: readonly ReplySource[]) => {
    const keys = keysIn(prompt);
    return sources.map(({ key, quote }) => ({ key: keys.get(key) ?? key, quote }));
  };
  server = await startServer([
    say(({ body }) => {
      const prompt = body.messages[1]?.content ?? "";
      const own = items.map((item) => ({ ...item, sources: toKeys(prompt, item.sources) }));
      return writeReply({ items: own, missing: [] }, "structured");
    }),
    say(({ body }) => {
      const prompt = body.messages[1]?.content ?? "";
      const revisions = items.map(({ text, sources }, i) => ({
        id: `s${i + 1}`,
        text,
        sources: toKeys(prompt, sources),
      }));
      return JSON.stringify({ revisions });
    }),
  ]);
  const engine = await openModelEngine(optionsFor(server.baseUrl), context);
  const asked = {
    question: "What must we do about ladders?",
    parts: [{ heading: null, evidence: Object.values(ladders) }],
  };
  const draft = await composeWithModel(asked, engine, listen());
  engine.model.close();
  await server.close();
  const shown = draft.sections.flatMap(({ groups }) =>
    groups.flatMap(({ claims }) => claims.map(({ lines }) => lines[0]?.text ?? "")),
  );
  return { shown, findings: draft.findings ?? [], calls: engine.model.usage().calls };
}

describe("forty ways of citing wrongly", () => {
  test("are forty", () => expect(wrong).toHaveLength(40));

  test.each(wrong)("%s", async (_, item) => {
    const { shown, findings, calls } = await answer([item]);
    expect({ shown, found: findings.length > 0, calls }).toEqual({
      shown: [],
      found: true,
      calls: 2,
    });
  });
});

describe("a faithful model", () => {
  test.each(faithful.map((item) => [item.text, item] as const))("%s", async (text, item) => {
    const { shown, findings } = await answer([item]);
    expect({ shown, findings }).toEqual({ shown: [text], findings: [] });
  });
});
