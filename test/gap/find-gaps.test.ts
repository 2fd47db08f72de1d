// Own documents held against the real sets, with the real law and the built-in model.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBuiltInEmbedder } from "../../src/embed/built-in.ts";
import { rememberVectors } from "../../src/embed/remembering.ts";
import type { TokenEmbedder } from "../../src/embed/token-embedder.ts";
import type { GapMatrix } from "../../src/gap/matrix.ts";
import type { Library } from "../../src/library/library.ts";
import { findGaps } from "../../src/use-cases/find-gaps.ts";
import { prepareDocument, readFileBytes } from "../../src/use-cases/prepare-document.ts";
import { createMemoryLibrary } from "../use-cases/show-memory-library.ts";
import { hasShared, sharedPath } from "../support/shared-folder.ts";

const law = [
  "Childrens_Homes_England_Regulations_2015_SI_2015_541_revised_2024-05.pdf",
  "Guide_to_Children_s_Home_Standards_inc_quality_standards_Version__1.17_FINAL.pdf",
];
const limits = { most: 200, fewest: 30, count: (text: string) => text.split(/\s+/).length };

const documents: Readonly<Record<string, string>> = {
  "behaviour.md": `# Behaviour policy
## Children and each other
No child may punish another child.
## Our approach
Adults are warm and consistent. All sanctions are logged.
## What we never do
Staff never use the following:

- Deprivation of food or drink
- Smacking, slapping or any physical punishment

## Restraint
Restraint in relation to a child is only permitted for the purpose of preventing injury to any person (including the child), serious damage to the property of any person (including the child), or a child who is accommodated in a secure children's home from absconding from the home.
`,
  "purpose.md": `# Statement of Purpose
## Location
The home stands in Fordham, five minutes from the park.
## Emergency admissions
## Education
The home is not registered as a school. Children go to local schools and staff help them with homework.
## Staff
Our team has male and female staff.
## People
| Post | Who |
| --- | --- |
| Registered Manager | Ann Lee, 3 Mill Road, Fordham FD1 2AB |
| Responsible Individual | TBC – Responsible Individual |
## Ages
The home cares for up to four boys and girls aged 11-18.
`,
  "guide.md": `# Children's guide
Our home is for children between 12 and 18 years old.
`,
};

describe.skipIf(!hasShared)("findGaps", () => {
  let folder: string;
  let library: Library;
  let embedder: TokenEmbedder;
  const run = (set: string, names: readonly string[], held = library): Promise<GapMatrix> =>
    findGaps(
      {
        set,
        setPath: join(folder, set),
        packs: null,
        files: names.map((file) => ({
          file,
          path: join(folder, file),
          found: false,
          unread: null,
        })),
        home: null,
      },
      {
        library: held,
        openEmbedder: async () => embedder,
        signal: new AbortController().signal,
      },
    );
  const rowOf = ({ rows }: GapMatrix, id: string) => rows.find((row) => row.id === id);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "charm-gaps-"));
    for (const [name, text] of Object.entries(documents)) await writeFile(join(folder, name), text);
    const held = [];
    for (const file of law) {
      const path = sharedPath("guidance", file);
      const source = { file, path, bytes: 0, modified: 0, declared: {} };
      const { passages, ...rest } = await prepareDocument(
        source,
        await readFileBytes(source),
        limits,
      );
      held.push({ ...rest, passages: passages.map(({ passage }) => passage) });
    }
    library = createMemoryLibrary(held);
    embedder = rememberVectors(await openBuiltInEmbedder());
  }, 60_000);
  afterAll(async () => {
    await embedder?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("gives the matters of Schedule 1 in order, quoted from the library", async () => {
    const { rows } = await run("schedule-1", ["purpose.md"]);
    expect(rows.length).toBe(34);
    expect(rows[4]).toMatchObject({
      locator: "Schedule 1 para 3(b)",
      duty: "must",
      requirement:
        "the age range, number and sex of children for whom it is intended that accommodation is to be provided; and",
    });
  });

  it("meets nothing by a heading, a blank or a matter that does not apply", async () => {
    const matrix = await run("schedule-1", ["purpose.md"]);
    expect(rowOf(matrix, "schedule-1-4")).toMatchObject({ verdict: "met", missing: null });
    expect(rowOf(matrix, "schedule-1-18-b")).toMatchObject({ verdict: "not_found", why: "blank" });
    expect(matrix.blanks).toMatchObject([{ file: "purpose.md", section: "People", blank: "TBC" }]);
    expect(rowOf(matrix, "schedule-1-22")?.verdict).not.toBe("met");
    expect(rowOf(matrix, "schedule-1-11")).toMatchObject({
      verdict: "not_applicable",
      evidence: [],
    });
    expect(rowOf(matrix, "schedule-1-21")?.verdict).toBe("not_applicable");
    expect(matrix.summary.gaps).toBe(true);
  });

  it("tells limbs, copies of the law and records without their time limit", async () => {
    const matrix = await run("behaviour", ["behaviour.md"]);
    expect(rowOf(matrix, "behaviour-35-3-a")?.verdict).not.toBe("met");
    expect(rowOf(matrix, "behaviour-19-2-b")).toMatchObject({
      verdict: "partly",
      why: "one-limb",
      missing: "consumption",
    });
    expect(rowOf(matrix, "behaviour-19-2-i")?.verdict).toBe("met");
    expect(rowOf(matrix, "behaviour-20-1-a")).toMatchObject({
      verdict: "partly",
      why: "copy-of-law",
    });
  });

  it("shows what contradicts a row, with both places", async () => {
    const { conflicts, rows } = await run("schedule-1", ["purpose.md", "guide.md"]);
    const at = conflicts.findIndex(({ kind }) => kind === "ages");
    expect(conflicts[at]?.sides.map(({ file, says }) => [file, says])).toEqual([
      ["guide.md", "12 to 18 years"],
      ["purpose.md", "11 to 18 years"],
    ]);
    const row = rows.find(({ id }) => id === "schedule-1-3-b");
    expect(row?.verdict).not.toBe("met");
    expect(row?.conflicts).toContain(at);
  });

  it("points a row on who somebody is to documents that name them otherwise", async () => {
    const named = (name: string) => `# Staffing\n\nThe registered manager is ${name}.\n`;
    await writeFile(join(folder, "one.md"), named("Ann Lee"));
    await writeFile(join(folder, "two.md"), named("Bea Holt"));
    const { conflicts, rows } = await run("registration-pack", ["one.md", "two.md"]);
    const at = conflicts.findIndex(({ kind }) => kind === "name");
    expect(conflicts[at]?.sides.map(({ says }) => says)).toEqual(["Ann Lee", "Bea Holt"]);
    const touched = rows.filter(({ conflicts: own }) => own.includes(at));
    expect(touched.length).toBeGreaterThan(0);
    for (const { verdict } of touched) expect(verdict).not.toBe("met");
  });

  it("quotes nothing that is not in the file", async () => {
    const { rows } = await run("schedule-1", Object.keys(documents));
    const places = rows.flatMap(({ evidence, near }) => [...evidence, ...near]);
    expect(places.length).toBeGreaterThan(10);
    const fold = (text: string) => text.replaceAll(/[^\p{L}\d]+/gu, " ");
    for (const { file, quote } of places) {
      expect(quote.split(/\s+/).length).toBeLessThanOrEqual(40);
      expect(fold(documents[file] ?? "")).toContain(fold(quote).trim());
    }
  });

  it("gives the same whatever the order of the files", async () => {
    const names = Object.keys(documents);
    const [one, other] = [
      await run("schedule-1", names),
      await run("schedule-1", names.toReversed()),
    ];
    expect(JSON.stringify(other)).toBe(JSON.stringify(one));
  });

  it("says that a file could not be read, and never that nothing is found because of it", async () => {
    await writeFile(join(folder, "broken.docx"), "PK no document");
    const { rows, summary } = await run("schedule-1", ["guide.md", "broken.docx"]);
    const silent = rows.filter(({ verdict }) => verdict === "not_found");
    expect(silent.length).toBeGreaterThan(10);
    for (const { why, unread } of silent) {
      expect(why).not.toBeNull();
      expect(unread[0]).toMatch(/^broken\.docx: /);
    }
    expect(summary.documents.map(({ file }) => file)).toEqual(["broken.docx", "guide.md"]);
  });

  it("refuses a place that is not there with its line, and a library without the Regulations", async () => {
    await writeFile(join(folder, "mine.yaml"), "requirements:\n  - reg 34(4)(a)\n  - reg 99(2)\n");
    await expect(run("mine.yaml", ["guide.md"])).rejects.toThrow("mine.yaml, line 3");
    const none = createMemoryLibrary([]);
    await expect(run("schedule-1", ["guide.md"], none)).rejects.toMatchObject({
      code: "requirements-not-held",
      exitCode: 2,
    });
  });
});
