// Which differences between law and guidance are shown: those that bear on what was asked.
import { describe, expect, it } from "vitest";
import { keepBearing } from "../../src/annotate/bearing.ts";
import type { QuotedDifference } from "../../src/annotate/differences.ts";

const topics = ["Who lights the lamp", "How soon a wreck is told", "Who pays the mate"];

/** Texts at these angles, in degrees; what is not named is at right angles to all of them. */
function createAngles(angles: Readonly<Record<string, number>>) {
  let calls = 0;
  return {
    embed: async (texts: readonly string[]) => {
      calls += 1;
      return texts.map((text) => {
        const angle = angles[text];
        if (angle === undefined) return Float32Array.of(0, 0, 1);
        const turned = (angle * Math.PI) / 180;
        return Float32Array.of(Math.cos(turned), Math.sin(turned), 0);
      });
    },
    calls: () => calls,
  };
}

const side = { addresses: [], words: /x/ };
const quoted = (topic: string, place: Partial<QuotedDifference>): QuotedDifference => ({
  known: { topic, law: side, guidance: side },
  direct: false,
  behind: 0,
  ...place,
});
const [lamp = "", wreck = ""] = topics;

async function kept(
  difference: QuotedDifference,
  angles: Readonly<Record<string, number>>,
  headings: readonly (string | null)[] = [],
): Promise<boolean> {
  const asked = {
    question: "asked",
    sections: headings.map((heading) => ({ heading, groups: [] })),
  };
  const embedder = createAngles({ [lamp]: 0, [wreck]: 90, ...angles });
  return (await keepBearing([difference], asked, topics, embedder)).length === 1;
}

describe("keepBearing", () => {
  it("keeps what the direct answer rests on, whatever the question says", async () => {
    const embedder = createAngles({});
    const direct = [quoted(lamp, { direct: true, behind: 0.3 })];
    expect(
      await keepBearing(direct, { question: "asked", sections: [] }, topics, embedder),
    ).toEqual(direct);
    expect(embedder.calls()).toBe(0);
  });

  it("drops what is quoted beside the answer and is about something else", async () => {
    expect(await kept(quoted(lamp, {}), { asked: 90 })).toBe(false);
    expect(await kept(quoted(lamp, { behind: 2 }), { asked: 90 })).toBe(false);
    expect(await kept(quoted(lamp, { direct: true, behind: 2 }), { asked: 90 })).toBe(false);
  });

  it("keeps what is near to the question, the further behind the nearer it must be", async () => {
    expect(await kept(quoted(lamp, { behind: 3 }), { asked: 20 })).toBe(true);
    expect(await kept(quoted(lamp, { behind: 0.2 }), { asked: 75 })).toBe(true);
    expect(await kept(quoted(lamp, { behind: 3 }), { asked: 75 })).toBe(false);
  });

  it("goes by the part of the question that is nearest", async () => {
    const angles = { asked: 90, "the lamp": 10 };
    expect(await kept(quoted(lamp, { behind: 3 }), angles, [null, "the lamp"])).toBe(true);
  });

  it("reads the figures of a model that finds all texts alike by how alike the topics are", async () => {
    const alike = { [lamp]: 0, [wreck]: 10, "Who pays the mate": 20 };
    expect(await kept(quoted(lamp, { behind: 3 }), { ...alike, asked: 15 })).toBe(false);
    expect(await kept(quoted(lamp, { behind: 3 }), { ...alike, asked: 3 })).toBe(true);
  });
});
