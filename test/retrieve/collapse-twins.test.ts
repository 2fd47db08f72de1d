import { expect, it } from "vitest";
import { collapseTwins } from "../../src/retrieve/collapse-twins.ts";
import {
  lighthouseGuide,
  lighthouseLaw,
  makeEvidence,
  makePassage,
} from "../support/made-up-evidence.ts";

const rule = "The keeper must light the lamp before dusk and trim its wick every third hour.";
const law = makeEvidence(lighthouseLaw, makePassage(lighthouseLaw, [{ text: rule }]), { score: 2 });
const reprint = makeEvidence(
  lighthouseGuide,
  makePassage(lighthouseGuide, [{ text: rule, kind: "quotation" }]),
  { score: 3 },
);
const other = makeEvidence(
  lighthouseGuide,
  makePassage(lighthouseGuide, [{ text: "Oil is counted once a week." }], { ordinal: 1 }),
  { score: 1 },
);

it("puts the law in the place of its reprint, and names the reprint", () => {
  const collapsed = collapseTwins([reprint, law, other]);
  expect(collapsed.map(({ evidence }) => evidence.document.id)).toEqual(["law", "guide"]);
  expect(collapsed[0]?.evidence.score).toBe(3);
  expect(collapsed[0]?.twins).toEqual([reprint]);
  expect(collapsed[1]?.twins).toEqual([]);
});

it("keeps the best of passages that say the same and quote nothing", () => {
  const again = makeEvidence(
    lighthouseGuide,
    makePassage(lighthouseGuide, [{ text: rule }], { ordinal: 2 }),
  );
  expect(collapseTwins([again, law])[0]?.evidence).toEqual(again);
});

it("does not take a long passage for the short one it contains", () => {
  const long = makeEvidence(
    lighthouseGuide,
    makePassage(lighthouseGuide, [
      { text: `${rule} He keeps a log of ships, weather, visitors, stores and repairs made.` },
    ]),
  );
  expect(collapseTwins([law, long])).toHaveLength(2);
});
