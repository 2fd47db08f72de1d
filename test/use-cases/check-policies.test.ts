import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tellKind } from "../../src/check/document-kind.ts";
import { readReport } from "../../src/check/read-report.ts";
import { listChecked } from "../../src/use-cases/list-checked.ts";
import { readChecked } from "../../src/use-cases/read-checked.ts";
import { docxParts, makeZip, paragraph } from "../extract/word/make-docx.ts";
import { view } from "../support/lighthouse.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "charm-policies-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const kindOf = (markdown: string): string => tellKind(readReport(markdown), view);

describe("what a file is", () => {
  it.each([
    ["policy", "# Storm policy\n\nStaff must close the shutters (Regulation 4).\n"],
    ["policy", "# Policy\n\nSee page 4.\n\n## References\n\n- Regulations 2031, regulation 4\n"],
    ["report", "Staff must close the shutters. [1]\n\n## Sources\n\n- [1] Guide.pdf, page 3\n"],
    ["report", "Staff should keep the log in ink (Guide, page 3)."],
    [
      "own-report",
      '# Report\n\n## QUESTION\n"Who?"\n\n## RESPONSE\nKeepers. [1]\n\n### SOURCES CONSULTED\n- [1] File: Guide.pdf, Page: 3\n',
    ],
  ])("%s", (kind, markdown) => {
    expect(kindOf(markdown)).toBe(kind);
  });
});

describe("a file to check", () => {
  it("has the lines of a text file", async () => {
    const path = join(folder, "storm.md");
    await writeFile(
      path,
      "---\ntitle: Storm\n---\n\n# Storms\n\nClose the\nshutters.\n\n- **Ring** twice.\n",
    );
    const { pieces } = await (await readChecked(path)).policy();
    expect(pieces.map(({ text, line }) => [text, line])).toEqual([
      ["Storms", 5],
      ["Close the shutters.", 7],
      ["Ring twice.", 10],
    ]);
  });

  it("has them beside tags and links in it, and notes at its end", async () => {
    const path = join(folder, "tags.md");
    await writeFile(
      path,
      [
        "# Bells[^1]",
        "A bell<br>rings at noon, see [the rota](rings/at/noon.md) for who.",
        "- The <b>big</b> bell",
        "| When | Who |\n|---|---|\n| <i>Noon</i> | The cook |",
        "The clock stands still.",
        "[^1]: Bells are rung by hand.",
      ].join("\n\n"),
    );
    const { pieces } = await (await readChecked(path)).policy();
    const lineOf = (words: string) => pieces.find(({ text }) => text.includes(words))?.line;
    const sought = ["Bells", "for who", "big bell", "The cook", "stands still"];
    expect(sought.map(lineOf)).toEqual([1, 3, 5, 9, 11]);
  });

  it("of Word has headings, tables and footers for its report and its policy", async () => {
    const path = join(folder, "storm.docx");
    const body =
      paragraph("Storms", { style: "heading1" }) +
      paragraph("Close the shutters.") +
      `<w:tbl><w:tr><w:tc>${paragraph("Who")}</w:tc><w:tc>${paragraph("Cook")}</w:tc></w:tr></w:tbl>`;
    await writeFile(path, makeZip(docxParts(body)));
    const read = await readChecked(path);
    expect(read.markdown).toContain("Close the shutters.");
    const { pieces } = await read.policy();
    expect(pieces.map(({ kind, text, headings }) => [kind, text, headings])).toEqual([
      ["heading", "Storms", []],
      ["text", "Close the shutters.", ["Storms"]],
      ["row", "Who | Cook", ["Storms"]],
    ]);
    // A finding on a line of the Markdown is one on the piece it was made of.
    const at = read.markdown.split("\n").indexOf("Close the shutters.");
    expect(read.pieces?.[at]?.text).toBe("Close the shutters.");
  });

  it("that is damaged or of no kind that is read is named, with what to do", async () => {
    const damaged = join(folder, "damaged.docx");
    await writeFile(damaged, "no zip");
    await expect(readChecked(damaged)).rejects.toThrow(damaged);
    await expect(readChecked(damaged)).rejects.toMatchObject({ code: "report-unreadable" });
    const old = join(folder, "old.doc");
    await writeFile(old, new Uint8Array([208, 207, 0, 1]));
    await expect(readChecked(old)).rejects.toMatchObject({
      hint: expect.stringContaining(".docx") as string,
    });
  });
});

describe("paths to check", () => {
  it("of a folder are all files in it, in order, with those that are not read", async () => {
    const inside = join(folder, "policies");
    await mkdir(join(inside, "sub"), { recursive: true });
    await writeFile(join(inside, "b.md"), "# B");
    await writeFile(join(inside, "sub", "a.txt"), "A");
    await writeFile(join(inside, "c.doc"), "C");
    await writeFile(join(inside, "~$b.docx"), "lock");
    const listed = await listChecked([inside, join(inside, "b.md")]);
    expect(
      listed.map(({ file, found, unread }) => [
        file.slice(inside.length + 1),
        found,
        unread === null,
      ]),
    ).toEqual([
      ["b.md", true, true],
      ["c.doc", true, false],
      [join("sub", "a.txt"), true, true],
      ["b.md", false, true],
    ]);
  });

  it("of a folder tell what of it cannot be looked at", async () => {
    const inside = join(folder, "links");
    await mkdir(join(inside, "sub"), { recursive: true });
    await writeFile(join(folder, "outside.md"), "# Outside");
    await symlink(join(folder, "outside.md"), join(inside, "out.md"));
    await symlink(join(inside, "sub"), join(inside, "within"));
    await writeFile(join(inside, "a\nb.md"), "# Unsafe");
    const listed = await listChecked([inside]);
    expect(listed.map(({ file, unread }) => [file.slice(inside.length + 1), unread])).toEqual([
      ['"a\\nb.md"', expect.stringContaining("control characters")],
      ["out.md", expect.stringContaining("leads out")],
      ["within", expect.stringContaining("link to a folder")],
    ]);
  });

  it("of a folder are opened by the names they have on the disk", async () => {
    const inside = join(folder, "accents");
    await mkdir(inside);
    const name = "Cafe\u0301.md";
    await writeFile(join(inside, name), "# Coffee");
    const [listed] = await listChecked([inside]);
    expect(listed?.file).toBe(join(inside, "Caf\u00E9.md"));
    expect((await readChecked(listed?.path ?? "")).markdown).toBe("# Coffee");
  });

  it("that are not there or empty are named", async () => {
    await expect(listChecked([join(folder, "none")])).rejects.toMatchObject({
      code: "report-missing",
      exitCode: 2,
    });
    const empty = join(folder, "empty");
    await mkdir(empty);
    await expect(listChecked([empty])).rejects.toMatchObject({ code: "nothing-to-check" });
  });
});
