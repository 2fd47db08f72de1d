// A library on an S3-compatible object store: one writer and several readers, and a writer that is killed.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { motoCommand, startObjectStore, type ObjectStore } from "../support/object-store.ts";
import { isBuilt } from "../support/project.ts";
import { runCharm, type ProgramOptions } from "../support/run-charm.ts";

const skipped = motoCommand === null ? " (skipped: no moto_server)" : "";
const question = "When must the lamp number 3 be lit?";

function rule(number: number, words = ""): string {
  const paragraphs = Array.from(
    { length: 12 },
    (_, at) =>
      `${at + 1}.1 The keeper must light the lamp number ${number} of row ${at} at dusk, and write it in the log.${words}`,
  );
  return `# Rules on lamp ${number}\n\n${paragraphs.join("\n\n")}\n`;
}

describe.skipIf(!isBuilt || motoCommand === null)(
  `a library on an object store${skipped}`,
  { timeout: 240_000 },
  () => {
    let store: ObjectStore;
    let cwd: string;
    beforeAll(async () => {
      store = await startObjectStore();
      cwd = await mkdtemp(join(tmpdir(), "charm-store-"));
      await mkdir(join(cwd, "corpus"));
      for (let at = 0; at < 6; at += 1)
        await writeFile(join(cwd, "corpus", `rule-${at}.md`), rule(at));
    }, 60_000);
    afterAll(async () => {
      store?.stop();
      await rm(cwd, { recursive: true, force: true });
    });

    const charm = (index: string, args: readonly string[], more: Partial<ProgramOptions> = {}) =>
      runCharm([...args, "--index", index], { cwd, env: store.env, ...more });
    const fingerprintOf = async (index: string): Promise<string> => {
      const { stdout } = await charm(index, ["index", "--json"]);
      return (JSON.parse(stdout) as { fingerprint: string }).fingerprint;
    };
    const headOf = (report: string) => /fingerprint (\w+)/.exec(report)?.[1];

    it("gives what one in a folder gives", async () => {
      const there = await charm(store.uri("first"), ["ask", question]);
      const here = await charm(join(cwd, "index"), ["ask", question]);
      expect(there).toMatchObject({ code: 0, stdout: here.stdout });
      const shown = await charm(store.uri("first"), ["show", "Rules on lamp 3"]);
      expect(shown).toMatchObject({ code: 0, stderr: "" });
    });

    it("is read by three while one writes, and each says how far behind it is", async () => {
      const index = store.uri("shared");
      const before = await fingerprintOf(index);
      for (let at = 6; at < 30; at += 1)
        await writeFile(join(cwd, "corpus", `rule-${at}.md`), rule(at));
      const writer = charm(index, ["index"]);
      const readers = Array.from({ length: 3 }, async () => {
        const runs = [];
        for (let run = 0; run < 3; run += 1) runs.push(await charm(index, ["ask", question]));
        return runs;
      });
      const read = (await Promise.all(readers)).flat();
      const written = await writer;
      const after = await fingerprintOf(index);
      expect(read.map(({ code }) => code)).toEqual(read.map(() => 0));
      for (const { stdout } of read) {
        expect(stdout).toContain("lamp number 3");
        // What is written shows document by document, and a report says how many are missing.
        const isWhole = [before, after].some((whole) => whole.startsWith(headOf(stdout) ?? "-"));
        expect(isWhole || stdout.includes("older than the corpus by")).toBe(true);
      }
      // Where a reader was first to bring it up to date, the writer is told that somebody else is at it.
      expect(written.code === 0 || written.stderr.includes("Another run is writing")).toBe(true);
      expect(after).toBe(await fingerprintOf(join(cwd, "whole")));
    });

    it("is read as it was when its writer is killed, and brought up to date by the next", async () => {
      const index = store.uri("killed");
      await fingerprintOf(index);
      for (let at = 0; at < 30; at += 1)
        await writeFile(join(cwd, "corpus", `rule-${at}.md`), rule(at, " Nobody else may."));
      const killed = await charm(index, ["index"], { killAt: { told: /\[\d+\/30\]/, after: 300 } });
      expect(killed.code).not.toBe(0);
      const searched = await charm(index, ["search", "lamp number 3"]);
      expect(searched.code).toBe(0);
      expect(searched.stdout).toContain("rule-3.md");
      expect(await fingerprintOf(index)).toBe(await fingerprintOf(join(cwd, "again")));
    });
  },
);
