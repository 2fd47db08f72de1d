// The subject index that comes with the program: whole, of our own wording, and about provisions that exist.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBuiltInEmbedder } from "../../../src/embed/built-in.ts";
import type { Embedder } from "../../../src/embed/embedder.ts";
import { openSubjects } from "../../../src/retrieve/subjects/open-subjects.ts";
import type { Subject, SubjectIndex } from "../../../src/retrieve/subjects/subject-index.ts";
import { createSubjectFinder } from "../../../src/use-cases/find-subjects.ts";
import { sharedPath } from "../../support/shared-folder.ts";

let index: SubjectIndex;
let embedder: Embedder;
beforeAll(async () => {
  index = await openSubjects();
  embedder = await openBuiltInEmbedder();
});
afterAll(() => embedder.close());

it("has a vector for each phrase", () => {
  expect(index.vectors).toHaveLength(index.subjects.length * 384);
  const keys = index.subjects.map(({ address, phrase }) => `${address} ${phrase.toLowerCase()}`);
  expect(new Set(keys).size).toBe(keys.length);
});

it("says what people ask, and no provision numbers, addresses or contact details", () => {
  const odd = index.subjects.filter(
    ({ phrase }) =>
      phrase.split(" ").length < 3 ||
      phrase.split(" ").length > 18 ||
      /["“”]|\d{5}|@|https?:|\b(?:regulation|reg|paragraph|para)\.? ?\d/i.test(phrase),
  );
  expect(odd).toEqual([]);
});

it("finds provisions by everyday words", async () => {
  const find = createSubjectFinder(async () => embedder);
  const first = async (text: string) =>
    (await find([text])).slice(0, 8).map(({ address }) => address);
  expect(await first("Who may look at the CCTV, and may we film in the lounge?")).toContain(
    "reg/24/1",
  );
  expect(await first("A lad broke a telly. May we dock his allowance?")).toContain("reg/19/2/f");
  const files = await first("How many years do we hang on to a kid's file?");
  expect(files.some((address) => address.startsWith("reg/36/"))).toBe(true);
});

interface Unit {
  readonly ref: string;
}

const held = (() => {
  try {
    const regulations = JSON.parse(
      readFileSync(sharedPath("domain", "regs_index.json"), "utf8"),
    ) as { units: readonly Unit[]; regulations: readonly { number: number }[] };
    const guide = JSON.parse(readFileSync(sharedPath("domain", "guide_index.json"), "utf8")) as {
      paragraphs: readonly { zone: string; para: string }[];
    };
    return { regulations, guide };
  } catch {
    return null;
  }
})();

describe.skipIf(held === null)("addresses (skipped without ../shared)", () => {
  const refs = new Set([
    ...(held?.regulations.units ?? []).map(({ ref }) => ref),
    ...(held?.regulations.regulations ?? []).map(({ number }) => String(number)),
    ...(held?.guide.paragraphs ?? []).map(({ zone, para }) =>
      zone === "main" ? para : `${zone} ${para}`,
    ),
  ]);

  it("are of provisions that exist", () => {
    const unknown = index.subjects.filter((subject) => !refs.has(writeRef(subject)));
    // Definitions are units by their term, not by an address.
    expect(unknown.filter(({ address }) => !address.startsWith("reg/2/1/def/"))).toEqual([]);
  });

  it("are of nearly every paragraph of the Guide", () => {
    const present = new Set(index.subjects.map(writeRef));
    const paragraphs = held?.guide.paragraphs ?? [];
    const missing = paragraphs.filter(
      ({ zone, para }) => !present.has(zone === "main" ? para : `${zone} ${para}`),
    );
    expect(missing.length).toBeLessThan(paragraphs.length * 0.02);
  });
});

/** "reg/28/2/c" → "28(2)(c)", "sch/1/para/19" → "Sch 1 para 19", "annex-a/1.3" → "Annex A 1.3". */
function writeRef({ address }: Subject): string {
  const [kind = "", number = "", ...units] = address.split("/");
  const nested = (labels: readonly string[]) => labels.map((label) => `(${label})`).join("");
  if (kind === "reg") return `${number}${nested(units)}`;
  if (kind === "sch") {
    const [, para, ...below] = units;
    return para === undefined ? `Sch ${number}` : `Sch ${number} para ${para}${nested(below)}`;
  }
  return kind === "para"
    ? number
    : `${kind.replace("annex-", "Annex ").replace(/\w$/, (letter) => letter.toUpperCase())} ${number}`;
}
