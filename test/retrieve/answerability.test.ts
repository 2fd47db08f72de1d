import { describe, expect, it } from "vitest";
import type { Evidence, SignalValues } from "../../src/retrieve/evidence.ts";
import { assessAnswerability, readAnswerSignals } from "../../src/retrieve/answerability.ts";

const weak = { text: 0.8, phrases: 0, vector: 0.35, tokens: 0.45, length: 4.5 };
const strong = { text: 2.8, phrases: 2.4, vector: 0.75, tokens: 0.75, length: 4.5 };

/** What `assessAnswerability` reads of evidence. */
function evidence(signals: SignalValues, text = "Lamps are lit at dusk."): Evidence {
  return {
    passage: { text } as Evidence["passage"],
    document: {} as Evidence["document"],
    score: 0.5,
    signals,
    similarity: signals.vector ?? 0,
  };
}

const rest = Array.from({ length: 9 }, () => evidence(weak));

describe("assessAnswerability", () => {
  it("takes a question to be answered by a passage close to it", () => {
    const { likelihood, answerable } = assessAnswerability(null, [evidence(strong), ...rest]);
    expect(likelihood).toBeGreaterThan(0.8);
    expect(answerable).toBe(true);
  });

  it("takes a question to have no answer where nothing is close to it", () => {
    const { likelihood, answerable } = assessAnswerability(
      { kind: "money", words: "how much" },
      rest,
    );
    expect(likelihood).toBeLessThan(0.1);
    expect(answerable).toBe(false);
  });

  it("gives the same whatever the order and whatever came without signals", () => {
    const linked = { ...evidence({ linked: 1 }), similarity: 0 };
    const ranked = [evidence(strong), ...rest];
    const turned = [linked, ...ranked.toReversed()];
    expect(assessAnswerability(null, turned).likelihood).toBeCloseTo(
      assessAnswerability(null, ranked).likelihood,
      10,
    );
  });

  it("counts a document's own signals for nothing", () => {
    const own = { ...weak, subject: 1, binding: 1, document: 1 };
    const first = assessAnswerability(null, rest);
    const second = assessAnswerability(
      null,
      rest.map(() => evidence(own)),
    );
    expect(second.likelihood).toBe(first.likelihood);
  });

  it("counts against it that no passage holds the sum of money asked for", () => {
    const asks = { kind: "money", words: "how much" } as const;
    const without = assessAnswerability(asks, [evidence(strong), ...rest]);
    const priced = assessAnswerability(asks, [evidence(strong, "A lamp is £12."), ...rest]);
    expect(without.likelihood).toBeLessThan(priced.likelihood);
    expect(priced.likelihood).toBe(
      assessAnswerability(null, [evidence(strong), ...rest]).likelihood,
    );
  });

  it("counts no time as lacking, which passages about anything hold", () => {
    const asks = { kind: "length", words: "how long" } as const;
    const found = [evidence(strong), ...rest];
    expect(assessAnswerability(asks, found)).toEqual(assessAnswerability(null, found));
  });

  it("takes a provision that the question names as its answer", () => {
    const named = evidence({ named: 1 });
    expect(assessAnswerability(null, [named, ...rest]).answerable).toBe(true);
  });

  it("judges by words alone without token vectors", () => {
    const withoutTokens = ({ text, phrases, vector }: typeof weak) => ({ text, phrases, vector });
    const close = evidence(withoutTokens(strong));
    const far = rest.map(() => evidence(withoutTokens(weak)));
    const found = assessAnswerability(null, [close, ...far]);
    const none = assessAnswerability(null, far);
    expect(found.likelihood).toBeGreaterThan(none.likelihood);
  });

  it("knows no answer where nothing was found", () => {
    expect(assessAnswerability(null, [])).toEqual({
      likelihood: 0,
      answerable: false,
    });
  });
});

describe("readAnswerSignals", () => {
  it("measures how far the best of the foremost ten leads them", () => {
    const signals = readAnswerSignals(null, [evidence(strong), ...rest, ...rest]);
    const alone = readAnswerSignals(null, rest);
    expect(signals?.nearest).toBe(0.75);
    expect(signals?.lacking).toBe(0);
    expect(signals?.lead).toBeCloseTo(0.9 * ((signals?.best ?? 0) - (alone?.best ?? 0)), 10);
    expect(alone?.lead).toBeCloseTo(0, 10);
  });

  it("has nothing to say of evidence without signals", () => {
    expect(readAnswerSignals(null, [evidence({})])).toBeNull();
  });
});
