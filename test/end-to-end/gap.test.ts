// `charm gap` on Word files of a home that does not exist: where words may hide, whose duty a row is, and what it ends with.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { GapMatrix, GapRow } from "../../src/gap/matrix.ts";
import {
  docxParts,
  makeZip,
  para,
  paragraph,
  partXml,
  relations,
  run,
  table,
} from "../extract/word/make-docx.ts";
import { isBuilt } from "../support/project.ts";
import { runCharm } from "../support/run-charm.ts";
import { hasShared, sharedPath, withoutShared } from "../support/shared-folder.ts";

const heading = (text: string) => paragraph(text, { style: "heading1" });
const box = (text: string) =>
  `<w:p><w:r><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${para(run(text))}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r></w:p>`;

/** Said in a table, in a text box and in the footer, and nowhere else. */
const hidden = docxParts(
  [
    heading("Complaints procedure"),
    table([
      ["Step", "What happens"],
      ["Outcome", "The person who complained is told the outcome in writing."],
    ]),
    box("A written record is kept of each complaint, what was done and the outcome."),
    '<w:sectPr><w:footerReference w:type="default" r:id="f9"/></w:sectPr>',
  ].join(""),
  {
    "word/_rels/document.xml.rels": relations([
      ["s1", "styles", "styles.xml"],
      ["f9", "footer", "footer1.xml"],
    ]),
    "word/footer1.xml": partXml(
      "ftr",
      para(run("The complaints procedure is reviewed every year by the registered manager.")),
    ),
  },
);

const sop = `# Statement of purpose

## Education

Blackthorn House is not registered as a school and gives no lessons.

## Ages

We care for children aged 11 to 18.
`;
const second = "# Admissions\n\nChildren between 12 and 18 may be placed with us.\n";

let cwd: string;

async function gap(set: string, ...args: string[]) {
  const { code, stdout, stderr } = await runCharm(["gap", set, ...args, "--json"], { cwd });
  return { code, stdout, stderr, ...(JSON.parse(stdout || "{}") as GapMatrix) };
}

const byLocator = (rows: readonly GapRow[], locator: string) =>
  rows.filter((row) => row.locator.startsWith(locator));

// Nothing can be started before `npm run build`.
describe.skipIf(!isBuilt || !hasShared)(`charm gap${withoutShared}`, { timeout: 60_000 }, () => {
  beforeAll(async () => {
    cwd = await mkdtemp(join(inject("runFolder"), "gap-"));
    await mkdir(join(cwd, "corpus/own"), { recursive: true });
    for (const file of [
      "Childrens_Homes_England_Regulations_2015_SI_2015_541_revised_2024-05.pdf",
      "Guide_to_Children_s_Home_Standards_inc_quality_standards_Version__1.17_FINAL.pdf",
    ])
      await cp(sharedPath("guidance", file), join(cwd, "corpus", file));
    await writeFile(join(cwd, "corpus/own/complaints.docx"), makeZip(hidden));
    await writeFile(join(cwd, "corpus/own/sop.md"), sop);
    await writeFile(join(cwd, "corpus/own/admissions.md"), second);
    await writeFile(
      join(cwd, "advice.md"),
      "# Complaints\n\nYour home could keep a record of each complaint.\n",
    );
    await runCharm(["index"], { cwd });
  }, 120_000);
  afterAll(() => rm(cwd, { recursive: true, force: true }));

  it("finds words that stand only in a table, in a text box or in the footer", async () => {
    const { rows } = await gap("complaints", "--against", "corpus/own/complaints.docx");
    const quotes = rows.flatMap(({ evidence }) => evidence.map(({ quote }) => quote)).join("\n");
    expect(quotes).toContain("told the outcome in writing");
    expect(quotes).toContain("A written record is kept of each complaint");
    expect(quotes).toContain("reviewed every year");
  });

  it("takes advice for no arrangement", async () => {
    const { rows } = await gap("complaints", "--against", "advice.md");
    expect(rows.filter(({ verdict }) => verdict === "met")).toEqual([]);
    expect(rows.some(({ why }) => why === "advice")).toBe(true);
  });

  it("says whose duty a row is, and counts no other's as a gap", async () => {
    const missing = await gap("missing", "--against", "corpus/own/sop.md");
    const authority = byLocator(missing.rows, "9.23");
    expect(authority.length).toBeGreaterThan(0);
    expect(new Set(authority.map(({ duty }) => duty))).toEqual(new Set(["not-home"]));
    const charter = await gap("wellbeing-charter", "--against", "corpus/own/sop.md");
    expect(charter.code).toBe(0);
    const ids = charter.rows.map(({ locator }) => locator);
    expect(ids.filter((id) => /^O3[a-d]$/.test(id))).toHaveLength(4);
    expect(ids.filter((id) => /^P\d$/.test(id))).toHaveLength(7);
    expect(new Set(charter.rows.map(({ duty }) => duty))).toEqual(
      new Set(["voluntary", "self-assessment"]),
    );
  });

  it("rules out what does not apply, and shows what contradicts", async () => {
    const { rows, conflicts } = await gap("schedule-1", "--against", "corpus/own");
    const school = byLocator(rows, "Schedule 1 para 11");
    expect(school.length).toBeGreaterThan(0);
    expect(
      school.every(({ verdict, condition }) => verdict === "not_applicable" && condition !== null),
    ).toBe(true);
    const at = conflicts.findIndex(({ kind }) => kind === "ages");
    expect(conflicts[at]?.sides.map(({ file }) => file).toSorted()).toEqual([
      "corpus/own/admissions.md",
      "corpus/own/sop.md",
    ]);
    expect(rows.some(({ conflicts: of }) => of.includes(at))).toBe(true);
  });

  it("holds a set against all own documents where none is named, to the same bytes", async () => {
    const files = ["corpus/own/complaints.docx", "corpus/own/sop.md", "corpus/own/admissions.md"];
    const one = await gap("complaints", "--against", ...files);
    const other = await gap("complaints", "--against", ...files.toReversed());
    expect(other.stdout).toBe(one.stdout);
    const all = await gap("complaints");
    expect(all.rows.map(({ verdict }) => verdict)).toEqual(one.rows.map(({ verdict }) => verdict));
    expect(all.summary.documents.map(({ file }) => file)).toEqual([
      "own/admissions.md",
      "own/complaints.docx",
      "own/sop.md",
    ]);
  });

  it("ends with 3 where a must may be missing, and writes every form", async () => {
    for (const name of ["gap.md", "gap.csv", "gap.xlsx", "gap.docx", "gap.html"]) {
      const { code } = await runCharm(["gap", "complaints", "-o", name], { cwd });
      expect(code).toBe(3);
      expect((await readFile(join(cwd, name))).length).toBeGreaterThan(1000);
    }
    const { code, stderr } = await runCharm(["gap", "complaints", "--home", "Nowhere"], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining("--home")]);
  });
});
