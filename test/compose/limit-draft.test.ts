import { describe, expect, it } from "vitest";
import { keepDirect, limitWords } from "../../src/compose/limit-draft.ts";
import type { Draft, DraftClaim } from "../../src/draft/draft.ts";
import { plainLine, words } from "../../src/draft/line-parts.ts";

const claim = (...texts: string[]): DraftClaim => ({
  authority: "own",
  lines: texts.map((text, depth) => ({ depth, parts: [words(text)] })),
});

const draft: Draft = {
  question: "What of lamps?",
  direct: [claim("Lamps are lit at dusk.")],
  sections: [
    {
      heading: "Lighting",
      groups: [
        {
          title: "Law",
          claims: [
            claim("The keeper lights them:", "the first", "the second"),
            claim("Not by day."),
          ],
        },
        { title: "Guidance", claims: [claim("It should be early.")] },
      ],
    },
    { heading: "Oil", groups: [{ title: "Own", claims: [], note: "Nothing on this was found." }] },
  ],
  missing: ["wicks"],
  engine: { name: "extractive", model: null },
};

const opening = ({ lines: [first] }: DraftClaim) => first && plainLine(first);
const shown = ({ direct, sections }: Draft) => [
  ...direct.map(opening),
  ...sections.flatMap(({ groups }) =>
    groups.flatMap(({ title, claims }) => [title, ...claims.map(opening)]),
  ),
];

describe("keepDirect", () => {
  it("leaves the direct answer, and what is missing", () => {
    expect(shown(keepDirect(draft))).toEqual(["Lamps are lit at dusk."]);
    expect(keepDirect(draft).missing).toEqual(["wicks"]);
  });

  it("changes nothing where there is no direct answer", () => {
    const without = { ...draft, direct: [] };
    expect(keepDirect(without)).toEqual(without);
  });
});

describe("limitWords", () => {
  it("keeps whole statements from the front, and no heading without any", () => {
    expect(shown(limitWords(draft, 15))).toEqual([
      "Lamps are lit at dusk.",
      "Law",
      "The keeper lights them:",
      "Own",
    ]);
  });

  it("stops at the first that does not fit, though a later one would", () => {
    expect(shown(limitWords(draft, 11))).toEqual(["Lamps are lit at dusk.", "Own"]);
  });

  it("keeps one statement however little is allowed, and all when enough is", () => {
    expect(shown(limitWords(draft, 1))).toEqual(["Lamps are lit at dusk.", "Own"]);
    expect(limitWords(draft, 500)).toEqual(draft);
  });
});
