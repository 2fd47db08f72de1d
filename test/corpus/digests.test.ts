// The digests against the official documents: every number and page exists there, and the words are our own.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withoutNames } from "./allowed-names.ts";
import { readPages, readSource, sourceFolders } from "./corpus-sources.ts";
import { collectRuns, findSharedRuns, toWords } from "./word-runs.ts";
import { hasShared, sharedPath, withoutShared } from "../support/shared-folder.ts";

interface RegulationsIndex {
  readonly regulations: readonly { readonly number: number; readonly title: string }[];
  readonly schedules: readonly { readonly number: number; readonly title: string }[];
  readonly units: readonly { readonly ref: string; readonly pdf_page: number }[];
}

interface GuideIndex {
  readonly paragraphs: readonly {
    readonly zone: string;
    readonly para: string;
    readonly page: number;
  }[];
}

describe.skipIf(!hasShared)(`digest of the Regulations${withoutShared}`, () => {
  const source = readSource("regulations-digest");

  it("has entries only for provisions that exist", () => {
    const { pageOf } = readRegulations();
    const entries = [
      ...source.matchAll(/^\*\*(\d+[A-Z]?(?:\([^)]+\))*|Schedule \d+ para \d+)\*\*/gm),
    ];
    const unknown = entries.map((entry) => entry[1] ?? "").filter((ref) => !pageOf.has(ref));
    expect(entries.length).toBeGreaterThan(300);
    expect(unknown).toEqual([]);
  });

  it("gives every regulation and schedule its title and page", () => {
    const { titles, pageOf } = readRegulations();
    const heads = [
      ...source.matchAll(
        /^### (Regulation|Schedule) (\d+) — (.+)\n\n_.*?page (\d+) of the revised PDF/gm,
      ),
    ];
    expect(heads.length).toBeGreaterThanOrEqual(57);
    for (const [, kind, number, title, page] of heads) {
      const ref = kind === "Schedule" ? `Schedule ${number}` : (number ?? "");
      expect([ref, title, Number(page)]).toEqual([ref, titles.get(ref), pageOf.get(ref)]);
    }
  });

  it("covers the regulations a provider asks about", () => {
    const asked = "4-14 16 18-24 26-36 38-46 49 50".split(" ").flatMap((range) => {
      const [from = 0, to = from] = range.split("-").map(Number);
      return Array.from({ length: to - from + 1 }, (_, i) => from + i);
    });
    const missing = asked.filter((number) => !source.includes(`\n### Regulation ${number} — `));
    expect(missing).toEqual([]);
  });
});

describe.skipIf(!hasShared)(`digest of the Guide${withoutShared}`, () => {
  const source = readSource("guide-digest");

  it("has entries only for paragraphs that exist, each with its true page", () => {
    const pageOf = readGuide();
    let annex = "";
    let entries = 0;
    for (const line of source.split("\n")) {
      annex = line.startsWith("## ") ? (/^## (Annex [A-Z])/.exec(line)?.[1] ?? "") : annex;
      const number = /^\*\*(\d+\.\d+)\*\*/.exec(line)?.[1];
      if (!number) continue;
      entries += 1;
      const said = /\(official Guide page (\d+), (?:(Annex A) )?paragraph ([\d.]+)\)/.exec(line);
      const locator = `${annex} ${number}`.trim();
      expect([locator, Number(said?.[1])]).toEqual([locator, pageOf.get(locator)]);
      expect(`${said?.[2] ?? ""} ${said?.[3]}`.trim()).toBe(locator);
    }
    expect(entries).toBeGreaterThan(200);
  });
});

describe.skipIf(!hasShared)(`references in both digests and the plan${withoutShared}`, () => {
  it.each(sourceFolders)("exist: %s", (folder) => {
    const { pageOf } = readRegulations();
    const text = readSource(folder);
    const named = [...text.matchAll(/\b(?:regulations?|and|to|or|,) (\d+(?:\([0-9A-Za-z]+\))+)/gi)];
    const bare = [...text.matchAll(/\bregulations? (\d{1,2})(?![\d(.])/gi)];
    const unknown = [...named, ...bare]
      .map((match) => match[1] ?? "")
      .filter((ref) => !pageOf.has(ref));
    expect(unknown).toEqual([]);
    const schedules = [...text.matchAll(/Schedule (\d+) para(?:graph)? (\d+)/g)];
    for (const [, number, para] of schedules)
      expect(pageOf.has(`Schedule ${number} para ${para}`), `Schedule ${number} para ${para}`).toBe(
        true,
      );
  });

  it.each(sourceFolders)("agree with the Guide's pages: %s", (folder) => {
    const pageOf = readGuide();
    const text = readSource(folder);
    const pairs = text.matchAll(
      /paragraphs? (\d+\.\d+)(?: and (\d+\.\d+))?(?:,| \(official Guide| on) pages? (\d+)(?: and (\d+))?/g,
    );
    for (const [whole, first = "", second = first, page, otherPage = page] of pairs) {
      const said = [whole, Number(page), Number(otherPage)];
      expect(said).toEqual([whole, pageOf.get(first), pageOf.get(second)]);
    }
  });
});

describe.skipIf(!hasShared)(`list of the plan's gaps${withoutShared}`, () => {
  it("names provisions that exist", () => {
    const { pageOf } = readRegulations();
    const list = readFileSync(join("scripts", "corpus", "business-plan-gaps.md"), "utf8");
    const rows = list.split("\n").filter((line) => /^\| \d/.test(line));
    const refs = rows.flatMap((row) =>
      (row.split("|")[3] ?? "").split(",").map((ref) => ref.trim()),
    );
    expect(rows.length).toBeGreaterThanOrEqual(15);
    expect(refs.filter((ref) => !pageOf.has(ref))).toEqual([]);
  });
});

describe.skipIf(!hasShared)(`wording${withoutShared}`, () => {
  const length = 8;
  const official = readOfficialWords();

  it.each(sourceFolders)(
    "shares no run of eight words with the official texts: %s",
    async (folder) => {
      const known = collectRuns(await official, length);
      const words = withoutNames(toWords(readSource(folder).replaceAll(/[*_]/g, "")));
      expect(findSharedRuns(words, known, length)).toEqual([]);
    },
  );

  it.each(["regulations", "guide"])("nor does the subject index of the %s", async (source) => {
    const known = collectRuns(await official, length);
    const phrases = readFileSync(join("models", "subject-index", `${source}.tsv`), "utf8")
      .split("\n")
      .map((line) => line.split("\t")[1] ?? "");
    const shared = phrases.flatMap((phrase) =>
      findSharedRuns(withoutNames(toWords(phrase)), known, length),
    );
    expect(shared).toEqual([]);
  });
});

function readRegulations() {
  const index = JSON.parse(
    readFileSync(sharedPath("domain", "regs_index.json"), "utf8"),
  ) as RegulationsIndex;
  const written = (ref: string) => ref.replace(/^Sch /, "Schedule ");
  return {
    pageOf: new Map(index.units.map((unit) => [written(unit.ref), unit.pdf_page])),
    titles: new Map([
      ...index.regulations.map((entry) => [String(entry.number), entry.title] as const),
      ...index.schedules.map((entry) => [`Schedule ${entry.number}`, entry.title] as const),
    ]),
  };
}

/** First page of each paragraph, by its locator. */
function readGuide(): Map<string, number> {
  const index = JSON.parse(
    readFileSync(sharedPath("domain", "guide_index.json"), "utf8"),
  ) as GuideIndex;
  return new Map(
    index.paragraphs.map((entry) => [
      entry.zone === "main" ? entry.para : `${entry.zone} ${entry.para}`,
      entry.page,
    ]),
  );
}

/** Words of the Regulations, the Guide and the inspection framework, page furniture taken out. */
async function readOfficialWords(): Promise<string[]> {
  if (!hasShared) return [];
  const folder = sharedPath("guidance");
  const pages = [
    ...(await readPages(
      join(folder, "Childrens_Homes_England_Regulations_2015_SI_2015_541_revised_2024-05.pdf"),
    )),
    ...(await readPages(
      join(
        folder,
        "Guide_to_Children_s_Home_Standards_inc_quality_standards_Version__1.17_FINAL.pdf",
      ),
    )),
    readFileSync(join(folder, "Ofsted_SCCIF_childrens_homes.txt"), "utf8"),
  ];
  const furniture =
    /^\s*(?:\d{1,3}|Document Generated: .*|Changes to legislation: .*|Children's Homes \(England\) Regulations 2015\. \(See end.*)\s*$/gm;
  return toWords(pages.map((page) => page.replaceAll(furniture, "")).join("\n"));
}
