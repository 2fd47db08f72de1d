// `charm init`: from an empty folder to the first answer, and never over anything that is there.
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { isBuilt } from "../support/project.ts";
import { runCharm } from "../support/run-charm.ts";

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(inject("runFolder"), "init-"));
});
afterAll(() => rm(home, { recursive: true, force: true }));

// Nothing can be started before `npm run build`.
describe.skipIf(!isBuilt)("charm init", () => {
  it("leads from an empty folder to an answer, by what charm itself says", async () => {
    const cwd = join(home, "empty");
    await mkdir(cwd);
    const question = ["ask", "What qualifications must our registered manager hold?"];
    const lost = await runCharm(question, { cwd });
    expect([lost.code, lost.stderr]).toEqual([2, expect.stringContaining("charm init")]);
    const made = await runCharm(["init"], { cwd });
    expect([made.code, made.stdout]).toEqual([0, expect.stringContaining("made charm.yaml")]);
    const answered = await runCharm(question, { cwd });
    expect([answered.code, answered.stdout]).toEqual([0, expect.stringContaining("28(2)")]);
  });

  it("changes nothing that is there, and puts no sample beside documents", async () => {
    const cwd = join(home, "used");
    await mkdir(join(cwd, "corpus"), { recursive: true });
    await writeFile(join(cwd, "corpus/rules.md"), "# Rules\n\nVisitors sign in.\n");
    await writeFile(join(cwd, "charm.yaml"), "offline: true\n");
    const { stdout } = await runCharm(["init", "--json", "--quiet"], { cwd });
    expect(JSON.parse(stdout)).toEqual({
      folder: ".",
      made: ["corpus/sources.yaml"],
      kept: ["charm.yaml"],
    });
    expect(await readFile(join(cwd, "charm.yaml"), "utf8")).toBe("offline: true\n");
    expect((await runCharm(["index"], { cwd })).code).toBe(0);
    const again = await runCharm(["init", "--json", "--quiet"], { cwd });
    expect(JSON.parse(again.stdout)).toMatchObject({ made: [] });
  });

  it("names the folder that cannot be set up", async () => {
    const file = join(home, "file");
    await writeFile(file, "x");
    const { code, stderr } = await runCharm(["init", "-o", "file"], { cwd: home });
    expect([code, stderr]).toEqual([2, expect.stringContaining(file)]);
    expect(await readdir(home)).toContain("file");
  });
});
