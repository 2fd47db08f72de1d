import { link, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkMarkable } from "../../src/use-cases/mark-checked.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "charm-mark-"));
  await writeFile(join(folder, "a.docx"), "");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it("takes one Word file and another name of its kind", async () => {
  const at = (name: string): string => join(folder, name);
  await checkMarkable([at("a.docx")], at("b.docx"));
  const refused: [string[], string, string][] = [
    [["a.docx", "b.docx"], "c.docx", "output-of-one"],
    [["a.md"], "b.docx", "output-not-word"],
    [["a.docx"], "b.docm", "output-not-word"],
    [["a.docx"], "a.docx", "output-is-input"],
  ];
  for (const [files, output, code] of refused)
    await expect(checkMarkable(files.map(at), at(output))).rejects.toMatchObject({
      code,
      exitCode: 2,
    });
  await symlink(at("a.docx"), at("link.docx"));
  await link(at("a.docx"), at("hard.docx"));
  for (const same of ["link.docx", "hard.docx", "./a.docx"])
    await expect(checkMarkable([at("a.docx")], at(same))).rejects.toMatchObject({
      code: "output-is-input",
    });
});

it("does not write through a link, to a file that is there or not", async () => {
  const at = (name: string): string => join(folder, name);
  await writeFile(at("other.txt"), "Keep this.");
  await symlink(at("other.txt"), at("away.docx"));
  await symlink(at("nowhere.docx"), at("dangling.docx"));
  for (const output of ["away.docx", "dangling.docx"])
    await expect(checkMarkable([at("a.docx")], at(output))).rejects.toMatchObject({
      code: "output-is-link",
    });
});

it("does not write over what is open in Word or LibreOffice", async () => {
  const at = (name: string): string => join(folder, name);
  const locks = [
    ["short.docx", "~$short.docx", "Word"],
    ["Marked policy.docx", "~$rked policy.docx", "Word"],
    ["open.docx", ".~lock.open.docx#", "LibreOffice"],
  ] as const;
  for (const [output, lock, program] of locks) {
    await writeFile(at(lock), "");
    await expect(checkMarkable([at("a.docx")], at(output))).rejects.toThrow(
      `is open in ${program}`,
    );
  }
});
