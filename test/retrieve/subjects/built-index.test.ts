// The subject index that comes with the program: whole, of our own wording, and about provisions that exist.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBuiltInEmbedder } from "../../../src/embed/built-in.ts";
import type { Embedder } from "../../../src/embed/embedder.ts";
import { openSubjects } from "../../../src/retrieve/subjects/open-subjects.ts";
import {
  readSubjects,
  subjectFiles,
  vectorScale,
  type ProvisionSubject,
  type SubjectIndex,
} from "../../../src/retrieve/subjects/subject-index.ts";
import { createSubjectFinder } from "../../../src/use-cases/find-subjects.ts";
import { sharedPath } from "../../support/shared-folder.ts";

let index: SubjectIndex;
let embedder: Embedder;
beforeAll(async () => {
  index = await openSubjects();
  embedder = await openBuiltInEmbedder();
});
afterAll(() => embedder.close());

const known = subjectFiles.flatMap((file) => {
  const path = new URL(`../../../models/subject-index/${file.name}`, import.meta.url);
  return readSubjects(file, readFileSync(path, "utf8"));
});
const provisions = known.flatMap(({ subject }) => ("address" in subject ? [subject] : []));

it("has a vector for each phrase, in the order of the files", async () => {
  expect(index.vectors).toHaveLength(known.length * 384);
  expect(index.subjects).toEqual(known.map(({ subject }) => subject));
  // The first and the last of each file stand for those between.
  const starts = subjectFiles.map((_, i) => countBefore(i));
  const rows = [...starts, ...starts.map((start) => start - 1)].filter((row) => row >= 0);
  const vectors = await embedder.embed(rows.map((row) => known[row]?.phrase ?? ""));
  const off = rows.filter((row, i) => {
    const stored = index.vectors.subarray(row * 384, (row + 1) * 384);
    return vectors[i]?.some((value, at) => Math.abs(value * vectorScale - (stored[at] ?? 0)) > 2);
  });
  expect(off).toEqual([]);
});

/** Phrases in the files before one. */
function countBefore(file: number): number {
  const texts = subjectFiles.slice(0, file).map(({ name }) => {
    const path = new URL(`../../../models/subject-index/${name}`, import.meta.url);
    return readFileSync(path, "utf8")
      .split("\n")
      .filter((line) => line !== "").length;
  });
  return texts.reduce((sum, lines) => sum + lines, 0);
}

it("says each thing once", () => {
  const lines = known.map(
    ({ subject, phrase }) => `${JSON.stringify(subject)} ${phrase.toLowerCase()}`,
  );
  const twice = lines.filter((line, i) => lines.indexOf(line) !== i);
  expect(twice).toEqual([]);
});

it("says what people ask, and no web addresses or contact details", () => {
  const odd = known.filter(
    ({ phrase }) =>
      phrase.trim() !== phrase ||
      !/[a-z]{2}/i.test(phrase) ||
      // Homes are named by such numbers in their reports: "SC" and six digits.
      /(?<!\bSC)\b\d{5}|@|https?:/i.test(phrase),
  );
  expect(odd).toEqual([]);
});

it("names statements by keys, and no key twice for one phrase", () => {
  const odd = known.filter(
    ({ subject }) =>
      subject.source === "statements" &&
      (!subject.keys.every((key) => /^[\da-f]{10}$/.test(key)) ||
        new Set(subject.keys).size < subject.keys.length),
  );
  expect(odd).toEqual([]);
});

describe("found by everyday words", () => {
  const find = async (text: string) => createSubjectFinder(async () => embedder)([text]);
  const first = async (text: string) =>
    (await find(text)).provisions.slice(0, 8).map(({ address }) => address);

  it("are provisions", async () => {
    expect(await first("Who may look at the CCTV, and may we film in the lounge?")).toContain(
      "reg/24/1",
    );
    expect(await first("A lad broke a telly. May we dock his allowance?")).toContain("reg/19/2/f");
    const files = await first("How many years do we hang on to a kid's file?");
    expect(files.some((address) => address.startsWith("reg/36/"))).toBe(true);
  });

  it("are statements, or what nothing answers, whichever comes nearer", async () => {
    const most = async (text: string) => {
      const { provisions: near, statements, beyond } = await find(text);
      return {
        provision: near[0]?.similarity ?? 0,
        statement: Math.max(...statements.values()),
        beyond: beyond.all,
      };
    };
    const site = await most("Does the statement of purpose have to be on our website?");
    expect(site.statement).toBeGreaterThan(site.beyond + 0.1);
    const fee = await most("What fee does Ofsted charge us each year for a home with four beds?");
    expect(fee.beyond).toBeGreaterThan(Math.max(fee.provision, fee.statement));
  });
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
    const unknown = provisions.filter((subject) => !refs.has(writeRef(subject)));
    // Definitions are units by their term, not by an address.
    expect(unknown.filter(({ address }) => !address.startsWith("reg/2/1/def/"))).toEqual([]);
  });

  it("are of nearly every paragraph of the Guide", () => {
    const present = new Set(provisions.map(writeRef));
    const paragraphs = held?.guide.paragraphs ?? [];
    const missing = paragraphs.filter(
      ({ zone, para }) => !present.has(zone === "main" ? para : `${zone} ${para}`),
    );
    expect(missing.length).toBeLessThan(paragraphs.length * 0.02);
  });
});

/** "reg/28/2/c" → "28(2)(c)", "sch/1/para/19" → "Sch 1 para 19", "annex-a/1.3" → "Annex A 1.3". */
function writeRef({ address }: ProvisionSubject): string {
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
