// What law binds to, and how an own document stands to it, in a made-up world.
import { describe, expect, it } from "vitest";
import { judgeAll } from "../../src/facts/judge.ts";
import type { KnownMatter } from "../../src/facts/known-statements.ts";
import type { MatterDeps } from "../../src/facts/matter.ts";
import { readNorms } from "../../src/facts/norms.ts";
import { readOwnSentences } from "../../src/facts/own-sentences.ts";
import { structures } from "../support/lighthouse.ts";

const [law] = structures;
if (law === undefined) throw new Error("The made-up world has a law.");
const norms = readNorms(law.info, law.structure.provisions);

/** What sentences are about, by a word of theirs, and how near known statements of it come. */
const matters: readonly (readonly [RegExp, string, Partial<KnownMatter>])[] = [
  [/\bwreck/i, "reg/4/2/a", { times: 0.8 }],
  [/\bscribbles/i, "reg/4/2/a", { times: 0.48 }],
  [/\bscribbles/i, "reg/9/1", { times: 0.6 }],
  [/\bsent to\b/i, "reg/4/2/b", { times: 0.8 }],
  [/\bvisits?\b/i, "reg/5/1", { times: 0.6 }],
];

const deps: MatterDeps = {
  known: async (sentences) =>
    sentences.map(({ wordings }) => {
      const near = matters.filter(([words]) => wordings.some((one) => words.test(one)));
      const found = near.map(([, address, values]): [string, KnownMatter] => {
        const all = { about: 0, breaks: 0, keeps: 0, times: 0, ...values };
        return [address, { address, ...all, about: Math.max(all.times, all.breaks, all.keeps) }];
      });
      return { matters: new Map(found), beside: 0.2, besideAlike: 0.2 };
    }),
};

async function judge(text: string, isAsked = false) {
  const found = await judgeAll(readOwnSentences(text, ""), norms, deps, () => isAsked);
  return found
    .flat()
    .map(({ verdict, norm, said }) => [
      verdict,
      norm.sentence.provision.address,
      said.own,
      said.law,
    ]);
}

it("reads the times that law binds to, with what they hang from", () => {
  const times = norms.filter(({ kind }) => kind === "time");
  expect(times.map(({ sentence, fact }) => [sentence.provision.address, fact?.words])).toEqual([
    ["reg/3/2/a", "3 years"],
    ["reg/4/2/a", "36 hours"],
    ["reg/4/2/b", "5 days"],
    ["reg/5/1", "once each month"],
  ]);
  expect(times[1]?.sentence.text).toMatch(
    /^The registered person must ensure that within 36 hours/,
  );
  expect(times[1]?.texts[0]).not.toContain("36");
});

describe("a sentence on the matter of a provision", () => {
  const sentence = (time: string) =>
    `The registered person must ensure that of a wreck, a log of the wreck is made ${time}, which states the names of the boats.`;
  it.each([
    ["within 72 hours", "falls-short"],
    ["within 36 hours", "meets"],
    ["within 12 hours", "goes-beyond"],
  ])("%s: %s", async (time, verdict) => {
    const words = time.replace("within ", "");
    expect(await judge(sentence(time))).toEqual([[verdict, "reg/4/2/a", words, "36 hours"]]);
  });

  it.each([
    ["within no time", "gives no time"],
    ["every two days", "gives a time of another kind"],
  ])("%s %s", async (time) => {
    expect(await judge(sentence(time))).toEqual([]);
  });

  it("promises nothing where it only aims at it", async () => {
    const aimed = sentence("within 12 hours").replace("must", "should");
    expect(await judge(aimed)).toEqual([]);
  });
});

it("says nothing of another matter, however its times are", async () => {
  expect(await judge("The brass is polished within 72 hours.")).toEqual([]);
  expect(await judge("The social worker visits the children every two months.")).toEqual([]);
});

it("needs less where the provision was asked about", async () => {
  const text = "Somebody scribbles down which boats went down within 72 hours.";
  expect(await judge(text)).toEqual([]);
  expect(await judge(text, true)).toEqual([["falls-short", "reg/4/2/a", "72 hours", "36 hours"]]);
});
