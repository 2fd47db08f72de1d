// Every written form of the field's own list, shown from the real documents read from their files.
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Library } from "../../src/library/library.ts";
import { joinTextLines } from "../../src/show/provision-lines.ts";
import type { ShownReference, ShownStatus } from "../../src/show/shown.ts";
import { prepareDocument, readFileBytes } from "../../src/use-cases/prepare-document.ts";
import { showReferences } from "../../src/use-cases/show-references.ts";
import { createMemoryLibrary, type HeldDocument } from "./show-memory-library.ts";
import { hasShared, sharedPath } from "../support/shared-folder.ts";

const files = [
  {
    file: "Childrens_Homes_England_Regulations_2015_SI_2015_541_revised_2024-05.pdf",
    declared: { short: "Regulations", title: "The Children's Homes (England) Regulations 2015" },
  },
  {
    file: "Guide_to_Children_s_Home_Standards_inc_quality_standards_Version__1.17_FINAL.pdf",
    declared: {
      short: "Guide",
      title: "Guide to the children's homes regulations including the quality standards",
      version: "1.17",
      date: "2015-04",
      authority: "statutory-guidance" as const,
    },
  },
  {
    file: "Ofsted_SCCIF_childrens_homes.txt",
    declared: {
      short: "SCCIF",
      title: "Social care common inspection framework (SCCIF): children's homes",
      authority: "inspection" as const,
    },
  },
];

const limits = { most: 200, fewest: 30, count: (text: string) => text.split(/\s+/).length };

async function readHeld({ file, declared }: (typeof files)[number]): Promise<HeldDocument> {
  const path = sharedPath("guidance", file);
  const source = { file, path, bytes: 0, modified: 0, declared };
  const prepared = await prepareDocument(source, await readFileBytes(source), limits);
  return { ...prepared, passages: prepared.passages.map(({ passage }) => passage) };
}

/** What each status of the list may become with only these documents at hand. */
const allowed: Readonly<Record<string, readonly ShownStatus[]>> = {
  ok: ["found"],
  "ok-warn": ["found"],
  "ok-if-prefixed": ["found"],
  "needs-context": ["found"],
  "invalid-pair": ["found"],
  ambiguous: ["ambiguous"],
  invalid: ["missing"],
  "invalid-omitted": ["missing"],
  external: ["external"],
  "external-superseded": ["external"],
  stale: ["external"],
  "stale-mapped": ["external"],
  label: ["missing"],
  "not-a-reference": ["missing"],
};

interface Form {
  readonly number: number;
  readonly surface: string;
  readonly status: string;
}

const forms: readonly Form[] = (
  hasShared ? readFileSync(sharedPath("domain", "references.txt"), "utf8") : ""
)
  .split("\n")
  .filter((line) => /^\d+\t/.test(line))
  .map((line) => line.split("\t"))
  .map(([number, surface, , status]) => ({
    number: Number(number),
    surface: surface ?? "",
    status: status ?? "",
  }));

/** The charter is not among these documents. */
const elsewhere = new Set([129]);

describe.skipIf(!hasShared)("what is shown for the list of written forms (needs ../shared)", () => {
  let library: Library;
  let shown: Map<string, ShownReference>;
  beforeAll(async () => {
    library = createMemoryLibrary(await Promise.all(files.map(readHeld)));
    const all = await showReferences(
      forms.map(({ surface }) => surface),
      { library },
    );
    shown = new Map(all.map((one) => [one.reference, one]));
  }, 60_000);

  it.each(forms)("$number $surface: $status", ({ number, surface, status }) => {
    const one = shown.get(surface.trim());
    const expected = elsewhere.has(number) ? ["external"] : allowed[status];
    expect(expected, `what ${status} may become`).toContain(one?.status);
    const found = one?.status === "found" || one?.status === "ambiguous";
    // Whoever is not shown a text is told why.
    const said = found ? one.targets.length : one?.notes.length;
    expect(said).toBeGreaterThan(0);
    for (const target of one?.targets ?? []) {
      expect(joinTextLines(target.lines)).not.toBe("");
      expect(target.page !== null || target.file.endsWith(".txt")).toBe(true);
    }
  });

  it("puts what follows a nested list where it is printed", async () => {
    const [one] = await showReferences(["regulation 51(1)"], { library });
    const lines = one?.targets[0]?.lines.map(({ depth, label }) => [depth, label]);
    expect(lines).toEqual([
      [0, ""],
      [1, "(a)"],
      [1, "(b)"],
      [0, ""],
    ]);
  });
});
