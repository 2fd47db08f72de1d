// The worked example of a batch, run by the built program: walls between homes, runs that are killed, jobs that fail.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { copyExample, findStrangers, readTree } from "../support/batch-example.ts";
import { isBuilt } from "../support/project.ts";
import { createRandom, takeSeed } from "../support/seeded-random.ts";
import { runCharm, type ProgramOptions } from "../support/run-charm.ts";

const namesOf = (home: string) =>
  ["night-care.docx", "night-care.md", "question-1.docx", "question-1.md"].map(
    (name) => `${home}/${name}`,
  );

describe.skipIf(!isBuilt)("a batch for three homes", { timeout: 180_000 }, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(inject("runFolder"), "batch-"));
    await copyExample(folder);
  }, 30_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const batch = (manifest: string, output: string, options: Partial<ProgramOptions> = {}) =>
    runCharm(["batch", manifest, "--yes", "-o", output, "--offline"], { cwd: folder, ...options });

  it("makes each home's files from that home's documents alone", async () => {
    const done = await batch("first.yaml", "whole");
    expect(done.code).toBe(0);
    expect(done.stdout).toContain("6 jobs: 6 done (6 by this run), 0 with errors, 0 failed.");
    const tree = await readTree(join(folder, "whole"));
    expect([...tree.keys()].toSorted()).toEqual([
      ".charm-batch.jsonl",
      ...namesOf("fern-cottage"),
      ...namesOf("harbour-view"),
      "summary.json",
      "summary.md",
      "summary.xlsx",
      ...namesOf("thistle-house"),
    ]);
    expect(await findStrangers(join(folder, "whole"))).toEqual([]);
    const night = tree.get("thistle-house/night-care.md")?.toString("utf8");
    expect(night).toContain("Two members of staff are awake at night at Thistle House");
    expect(tree.get("harbour-view/question-1.md")?.toString("utf8")).toContain("sea wall");
    const summary = tree.get("summary.md")?.toString("utf8") ?? "";
    expect(summary).toMatch(
      /## Harbour View\n\n### Blanks[\s\S]*### Errors[\s\S]*### Contradictions across its files \(1\)/,
    );
  });

  it("is as if it had never been stopped, however often it was killed", async () => {
    const whole = await readTree(join(folder, "whole"));
    const random = createRandom(takeSeed("when a batch is killed"));
    for (let round = 0; round < 4; round += 1) {
      const after = Math.floor(random() * 400);
      const told = new RegExp(`\\[${1 + (round % 4)}/6\\]`);
      const killed = await batch("first.yaml", "killed", { killAt: { told, after } });
      expect(killed.code === null || killed.code === 0).toBe(true);
      if (round === 1) await rm(join(folder, "killed"), { recursive: true });
    }
    const resumed = await batch("first.yaml", "killed");
    expect(resumed.code).toBe(0);
    expect(resumed.stderr).toContain("unchanged since an earlier run");
    expect(await readTree(join(folder, "killed"))).toEqual(whole);
    const again = await batch("first.yaml", "killed");
    expect(again.stdout).toContain("6 done (0 by this run)");
  });

  it("makes drafts that are checked for their home where none is named", async () => {
    for (const file of ["night-care.md", "night-care.docx"]) {
      const path = join("whole/thistle-house", file);
      const checked = await runCharm(["check", path, "--offline", "--json"], { cwd: folder });
      expect(JSON.parse(checked.stdout)).toEqual([{ file: path, findings: [] }]);
    }
  });

  it("ends at once when it is told to, and goes on from there", async () => {
    const stopped = await batch("first.yaml", "stopped", { interruptAt: /\[2\/6\]/ });
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toContain("The same command goes on from here.");
    await batch("first.yaml", "stopped");
    expect(await readTree(join(folder, "stopped"))).toEqual(await readTree(join(folder, "whole")));
  });

  it("leaves the other jobs where one has no facts and one an unknown pack", async () => {
    const rows = [
      "home,pack,output,facts",
      "Thistle House,night-care,a.md,",
      "Harbour View,night-care,b.md,facts/gone.yaml",
      "Fern Cottage,night-caer,c.md,",
      "Fern Cottage,night-care,d.md,",
      "Fern Cottage,night-care,e.md,corpus/harbour-view/home.yaml",
    ];
    await writeFile(join(folder, "some.csv"), rows.join("\n"));
    const done = await batch("some.csv", "some");
    expect(done.code).toBe(3);
    const names = [...(await readTree(join(folder, "some"))).keys()];
    expect(names.filter((name) => /^[a-e]/.test(name))).toEqual(["a.md", "d.md"]);
    const summary = await readFile(join(folder, "some/summary.md"), "utf8");
    expect(summary).toMatch(/line 3 .*gone\.yaml/);
    expect(summary).toMatch(/line 4 .*There is no pack “night-caer”.* Did you mean night-care/);
    expect(summary).toMatch(/line 6 .*is of “Harbour View”, not of “Fern Cottage”/);
  });

  it("does not write what names another home, wherever the name comes from", async () => {
    const shared = join(folder, "corpus/provider/Nights.md");
    const text = "# Nights of the company\n\nTwo staff are awake at night, as at Harbour View.\n";
    await writeFile(shared, text);
    const done = await batch("first.yaml", "named");
    expect(done.code).toBe(3);
    expect(done.stderr).toMatch(/Fern Cottage, .*: failed\. .*names another home, Harbour View/);
    expect(await findStrangers(join(folder, "named"))).toEqual([]);
    await rm(shared);
  });

  it("refuses a folder in the corpus, and two jobs with one file, before anything runs", async () => {
    const inside = await batch("first.yaml", "corpus/out");
    expect([inside.code, inside.stdout]).toEqual([2, ""]);
    await writeFile(
      join(folder, "twice.csv"),
      "home,pack,output\nFern Cottage,night-care,x/a.md\nHarbour View,night-care,X/A.md\n",
    );
    const twice = await batch("twice.csv", "twice");
    expect(twice.code).toBe(2);
    expect(twice.stderr).toContain("lines 2 and 3 both ask");
    await expect(readTree(join(folder, "twice"))).rejects.toThrow(/ENOENT/);
  });
});
