// The whole of grounding in both protocols, with the stage that verifies: forty ways of citing wrongly, and a faithful model.
import { afterEach, describe, expect, test } from "vitest";
import { composeWithModel } from "../../../src/compose/language-model/compose-with-model.ts";
import { openModelEngine } from "../../../src/compose/language-model/open-engine.ts";
import type { ReplyItem } from "../../../src/compose/language-model/reply.ts";
import { plainLine } from "../../../src/draft/line-parts.ts";
import type { Protocol } from "../../../src/language-model/chat.ts";
import { createReader } from "../../../src/references/reader.ts";
import { listen, optionsFor } from "../../language-model/model-fixture.ts";
import { startServer, type ScriptedServer } from "../../language-model/scripted-server.ts";
import { wrong } from "./ladder-statements.ts";
import { subtle } from "./ladder-subtleties.ts";
import { faithful } from "./ladder-truths.ts";
import { ladderLibrary, ladders } from "./ladders.ts";
import { answerWith, repeatItems } from "./scripted-model.ts";

let server: ScriptedServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

const context = { references: createReader(ladderLibrary()) };
const protocols = ["structured", "text"] as const;

/** What becomes of items when the model says the same again on being told what is wrong with them. */
async function answer(items: readonly ReplyItem[], protocol: Protocol) {
  server = await startServer([answerWith({ items, missing: [] }), repeatItems(items)]);
  const engine = await openModelEngine(optionsFor(server.baseUrl, { protocol }), context);
  const asked = {
    question: "What must we do about ladders?",
    parts: [{ heading: null, evidence: Object.values(ladders) }],
  };
  const draft = await composeWithModel(asked, engine, listen());
  engine.model.close();
  await server.close();
  const shown = draft.sections.flatMap(({ groups }) =>
    groups.flatMap(({ claims }) =>
      claims.map(({ lines: [first] }) => (first ? plainLine(first) : "")),
    ),
  );
  return { shown, findings: draft.findings ?? [], calls: engine.model.usage().calls };
}

describe.each(protocols)("forty ways of citing wrongly, in the %s protocol", (protocol) => {
  test("are forty", () => expect(wrong).toHaveLength(40));

  test.each(wrong)("%s", async (_, item) => {
    const { shown, findings, calls } = await answer([item], protocol);
    expect({ shown, found: findings.length > 0, calls }).toEqual({
      shown: [],
      found: true,
      calls: 2,
    });
  });

  test("all in one reply: none is shown, and each is told of", async () => {
    const items = wrong.map(([, item]) => item);
    const { shown, findings } = await answer(items, protocol);
    expect(shown).toEqual([]);
    const untold = items.filter(
      ({ text }) => !findings.some(({ message }) => message.startsWith(`Left out: “${text}”`)),
    );
    expect(untold).toEqual([]);
  });
});

describe.each(protocols)("twenty subtler ways, in the %s protocol", (protocol) => {
  test("are twenty", () => expect(subtle).toHaveLength(20));

  test.each(subtle)("%s", async (_, item) => {
    const { shown, findings } = await answer([item], protocol);
    expect({ shown, found: findings.length > 0 }).toEqual({ shown: [], found: true });
  });
});

describe.each(protocols)("a faithful model, in the %s protocol", (protocol) => {
  test.each(faithful.map((item) => [item.text, item] as const))("%s", async (text, item) => {
    const { shown, findings } = await answer([item], protocol);
    expect({ shown, findings }).toEqual({ shown: [text], findings: [] });
  });

  test("all in one reply: every statement is shown, and nothing is sent back", async () => {
    const { shown, findings, calls } = await answer(faithful, protocol);
    expect(shown.toSorted()).toEqual(faithful.map(({ text }) => text).toSorted());
    expect({ findings, calls }).toEqual({ findings: [], calls: 1 });
  });
});
