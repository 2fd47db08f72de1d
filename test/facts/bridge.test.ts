// Times of own documents beside those of law that answer the same question, in a made-up world.
import { expect, it } from "vitest";
import { bridgeTimes } from "../../src/facts/bridge.ts";
import { readNorms } from "../../src/facts/norms.ts";
import { readOwnRow } from "../../src/facts/own-row.ts";
import { readOwnSentences } from "../../src/facts/own-sentences.ts";
import type { MeasureNearness } from "../../src/score/nearness.ts";
import { structures } from "../support/lighthouse.ts";

const [law] = structures;
if (law === undefined) throw new Error("The made-up world has a law.");
const norms = readNorms(law.info, law.structure.provisions);

/** How near own words come to the monthly visits of regulation 5. */
function nearnessOf({ visits }: { readonly visits: number }): MeasureNearness {
  return async (words, texts) => texts.map(() => (/\bvisit/i.test(words) ? visits : 0));
}

const isAsked = (address: string) => (norm: (typeof norms)[number]) =>
  norm.sentence.provision.address === address;

async function judge(near: number, visits: number, asked = "reg/5/1") {
  const own = readOwnSentences("A stranger looks in on us every quarter.", "");
  const said = own.map((sentence) => ({ sentence, near }));
  const found = await bridgeTimes(said, norms, isAsked(asked), nearnessOf({ visits }));
  return found.map((one) => one && [one.verdict, one.norm.sentence.provision.address]);
}

it("compares times where own words and law both answer", async () => {
  expect(await judge(0.5, 0.45)).toEqual([["falls-short", "reg/5/1"]]);
});

it("says nothing where the three are not near enough, or the law was not asked about", async () => {
  expect(await judge(0.4, 0.3)).toEqual([null]);
  expect(await judge(0.5, 0.45, "reg/4/2/a")).toEqual([null]);
});

it("asks more of a cell, which has next to no words of its own", async () => {
  const rows = readOwnRow("What | How often", "Someone drops in | every quarter", "Calendar");
  const told = async (near: number) => {
    const said = rows.map((sentence) => ({ sentence, near }));
    return bridgeTimes(said, norms, isAsked("reg/5/1"), nearnessOf({ visits: 0.4 }));
  };
  expect(await told(0.4)).toEqual([null]);
  expect((await told(0.6))[0]?.verdict).toBe("falls-short");
});

it("says nothing where two sentences would have it otherwise", async () => {
  const own = readOwnSentences("Ada comes every quarter. Bea comes every week.", "");
  const said = own.map((sentence) => ({ sentence, near: 0.5 }));
  const nearness = nearnessOf({ visits: 0.4 });
  expect(await bridgeTimes(said, norms, isAsked("reg/5/1"), nearness)).toEqual([null, null]);
});

it("holds nothing that others do against the law", async () => {
  const own = readOwnSentences("Ofsted inspects us every quarter.", "");
  const said = own.map((sentence) => ({ sentence, near: 0.6 }));
  const nearness = nearnessOf({ visits: 0.6 });
  expect(await bridgeTimes(said, norms, isAsked("reg/5/1"), nearness)).toEqual([null]);
});
