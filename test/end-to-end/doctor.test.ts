// `charm doctor` on an installation in order, and on ones that are not.
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { DoctorJson } from "../../src/cli/handlers/run-doctor.ts";
import { isBuilt } from "../support/project.ts";
import { runCharm } from "../support/run-charm.ts";

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(inject("runFolder"), "doctor-"));
});
afterAll(() => rm(home, { recursive: true, force: true }));

async function makeFolder(name: string, files: Readonly<Record<string, string>>) {
  const cwd = join(home, name);
  await mkdir(join(cwd, "corpus"), { recursive: true });
  for (const [file, text] of Object.entries(files)) await writeFile(join(cwd, file), text);
  return cwd;
}

async function examine(cwd: string, env: Record<string, string> = {}) {
  const run = await runCharm(["doctor", "--json"], { cwd, env });
  const { examinations } = JSON.parse(run.stdout) as DoctorJson;
  const states = Object.fromEntries(examinations.map(({ part, state }) => [part, state]));
  return { ...run, examinations, states };
}

// Nothing can be started before `npm run build`.
describe.skipIf(!isBuilt)("charm doctor", () => {
  it("finds all in order, and writes nothing", async () => {
    const cwd = await makeFolder("sound", {
      "corpus/rules.md": "# Rules\n\nVisitors sign in.\n",
      "charm.yaml": "offline: true\n",
    });
    await runCharm(["index"], { cwd });
    const before = await readdir(cwd, { recursive: true });
    const { code, states, examinations } = await examine(cwd, { CHARM_CORPUS: "corpus" });
    expect(code).toBe(0);
    expect(new Set(Object.values(states))).toEqual(new Set(["ok"]));
    const settings = examinations.find(({ part }) => part === "settings")?.details;
    expect(settings).toContain("corpus: corpus (CHARM_CORPUS)");
    expect(settings).toContain(`offline: yes (${cwd}/charm.yaml)`);
    expect(settings).toContain("index: index (default)");
    expect(await readdir(cwd, { recursive: true })).toEqual(before);
  });

  it("goes on where something is wrong, and ends with 2", async () => {
    const cwd = await makeFolder("empty", {});
    const { code, states, stdout } = await examine(cwd, {
      OPENAI_API_KEY: "sk-secret-0987654321",
      OPENAI_BASE_URL: "http://127.0.0.1:9/v1",
      CHARM_MODEL: "m",
    });
    expect(code).toBe(2);
    expect(states).toMatchObject({ corpus: "error", library: "warning", endpoint: "warning" });
    expect(stdout).not.toContain("0987654321");
  });

  it("tells of a charm.yaml that cannot be read, and of a library that is damaged", async () => {
    const faulty = await makeFolder("faulty", { "charm.yaml": "corpsu: x\n" });
    expect((await examine(faulty)).states).toMatchObject({ models: "ok", settings: "error" });
    const damaged = await makeFolder("damaged", { "corpus/a.md": "# A\n\nText.\n", index: "x" });
    expect((await examine(damaged)).states).toMatchObject({ corpus: "ok", library: "error" });
  });
});
