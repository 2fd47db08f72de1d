// How the statements of own documents are ranked: by what is asked of them, and by the law that answers.
import { expect, it } from "vitest";
import { answeredFrom } from "../../src/score/rank-statements.ts";
import { rankOwn, type OwnQuery } from "../../src/score/rank-own.ts";
import { makeEvidence, makePassage, ownPlan, textOf } from "../support/made-up-evidence.ts";

const lamp = "The mate trims the wick before dusk each day.";
const boat = "The boat takes stores out to the rock.";
const evidence = [lamp, boat].map((text, ordinal) =>
  makeEvidence(ownPlan, makePassage(ownPlan, [{ text }], { ordinal, id: `plan:${ordinal}` })),
);

/** Nearness as given for a question and a text; a little where nothing is given. */
async function rank(
  query: Partial<OwnQuery>,
  near: Readonly<Record<string, Record<string, number>>>,
) {
  const deps = {
    match: async (_: unknown, passages: readonly { readonly statements: readonly unknown[] }[]) =>
      passages.map(({ statements }) => statements.map(() => 0)),
    nearness: async (question: string, texts: readonly string[]) =>
      texts.map((text) => near[question]?.[text] ?? 0.1),
  };
  const topic = "signals?";
  const whole = { question: `What of ${topic}`, topic, focus: null, law: [], ...query };
  const ranked = await rankOwn(whole, evidence, deps);
  return ranked.map((each) => ({ text: textOf(each), answers: each.score >= answeredFrom }));
}

it("ranks by nearness to what is asked, and tells what is near enough to answer", async () => {
  expect(await rank({}, { "signals?": { [boat]: 0.6, [lamp]: 0.3 } })).toEqual([
    { text: boat, answers: true },
    { text: lamp, answers: false },
  ]);
});

it("finds by the law's words what the question's do not, where the law speaks of the matter", async () => {
  const law = [{ text: "Signals must be tended.", score: -1 }];
  const near = { "Signals must be tended.": { [lamp]: 0.4 } };
  expect((await rank({ law }, near))[0]).toEqual({ text: lamp, answers: true });
  const other = [{ text: "Horns must be tended.", score: -1 }];
  const heard = { "Horns must be tended.": { [lamp]: 0.4 } };
  expect((await rank({ law: other }, heard))[0]?.answers).toBe(false);
});

it("puts what holds the kind of thing asked for before what does not", async () => {
  const asks = { kind: "frequency", words: "how often" } as const;
  const near = { "signals?": { [boat]: 0.42, [lamp]: 0.4 } };
  const [first] = await rank({ asks }, near);
  expect(first?.text).toBe(lamp);
});
