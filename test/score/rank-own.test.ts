// How the statements of own documents are ranked: by what is asked of them, in the same words or others.
import { expect, it } from "vitest";
import { answeredFrom } from "../../src/score/rank-statements.ts";
import { rankOwn, type OwnQuery } from "../../src/score/rank-own.ts";
import { makeEvidence, makePassage, ownPlan, textOf } from "../support/made-up-evidence.ts";

const lamp = "The mate trims the wick before dusk each day.";
const boat = "The boat takes stores out to the rock.";
const evidenceOf = (texts: readonly string[]) =>
  texts.map((text, ordinal) =>
    makeEvidence(ownPlan, makePassage(ownPlan, [{ text }], { ordinal, id: `plan:${ordinal}` })),
  );

/** Nearness as given for a question and a text; a little where nothing is given. */
async function rank(
  query: Partial<OwnQuery>,
  near: Readonly<Record<string, Record<string, number>>>,
  texts: readonly string[] = [lamp, boat],
  evidence = evidenceOf(texts),
) {
  const measure = async (question: string, compared: readonly string[]) =>
    compared.map((text) => near[question]?.[text] ?? 0.1);
  const deps = {
    match: async (_: unknown, passages: readonly { readonly statements: readonly unknown[] }[]) =>
      passages.map(({ statements }) => statements.map(() => 0)),
    nearness: measure,
    likeness: measure,
  };
  const topic = "signals?";
  const whole = { question: `What of ${topic}`, topic, law: [], ...query };
  const ranked = await rankOwn(whole, evidence, deps);
  return ranked.map((each) => ({ text: textOf(each), answers: each.score >= answeredFrom }));
}

it("ranks by nearness to what is asked, and tells what is near enough to answer", async () => {
  expect(await rank({}, { "signals?": { [boat]: 0.6, [lamp]: 0.3 } })).toEqual([
    { text: boat, answers: true },
    { text: lamp, answers: false },
  ]);
});

it("finds what is said in other words of the same matter, where that is near at all", async () => {
  const asked = "a pat down";
  const search = "Two mates are there for a search.";
  const found = await rank({ topic: asked }, { [asked]: { [search]: 0.3 } }, [search, lamp]);
  expect(found).toMatchObject([{ text: search, answers: true }, { answers: false }]);
});

it("answers what is asked of a document itself by the field that tells it, and by no other", async () => {
  const foot = "Log policy | Version 3 | Last reviewed: May 2029 | Next review: May 2030";
  const trail = ["Header and footer"];
  const running = makeEvidence(
    ownPlan,
    makePassage(ownPlan, [{ text: foot }], { trail, id: "plan:9" }),
  );
  const due = await rank({ topic: "when is due for review?" }, {}, [], [running]);
  expect(due[0]?.text).toBe("Next review: May 2030");
  const last = await rank({ topic: "When was last reviewed?" }, {}, [], [running]);
  expect(last[0]?.text).toBe("Last reviewed: May 2029");
  expect(await rank({ topic: "Which brass is reviewed?" }, {}, [], [running])).toEqual([]);
});

it("puts what holds the kind of thing asked for before what does not", async () => {
  const asks = { kind: "frequency", words: "how often" } as const;
  const near = { "signals?": { [boat]: 0.42, [lamp]: 0.4 } };
  const [first] = await rank({ asks }, near);
  expect(first?.text).toBe(lamp);
});

it("counts no word that only asks, and what a document is about as said in all of it", async () => {
  const often = "How often signals are tried is for the mate.";
  const [first] = await rank(
    { topic: "How often is the boat sent?", asks: { kind: "frequency", words: "how often" } },
    {},
    [often, "The boat is sent each week."],
  );
  expect(first?.text).toBe("The boat is sent each week.");
  const titled = { topic: "stores on gull rock", byTitle: true } as const;
  const { byTitle: _, ...untitled } = titled;
  expect((await rank(titled, { [titled.topic]: { [boat]: 0.3 } }))[0]).toEqual({
    text: boat,
    answers: true,
  });
  expect((await rank(untitled, { [titled.topic]: { [boat]: 0.3 } }))[0]).toEqual({
    text: boat,
    answers: false,
  });
});
