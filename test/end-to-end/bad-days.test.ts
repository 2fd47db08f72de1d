// The built program on bad days: files that cannot be read, Ctrl-C, and an index that cannot be written.
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { makePdf } from "../support/make-pdf.ts";
import { findBoundProgram } from "../support/other-user.ts";
import { isBuilt } from "../support/project.ts";
import { runCharm, runProgram } from "../support/run-charm.ts";

interface IndexJson {
  readonly documents: readonly {
    readonly file: string;
    readonly status: string;
    readonly problems: readonly { readonly code: string; readonly message: string }[];
  }[];
  readonly fingerprint: string;
}

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(inject("runFolder"), "bad-days-"));
});
afterAll(() => rm(home, { recursive: true, force: true }));

async function makeCorpus(name: string, files: Readonly<Record<string, string | Buffer>>) {
  const cwd = join(home, name);
  await mkdir(join(cwd, "corpus"), { recursive: true });
  for (const [file, content] of Object.entries(files))
    await writeFile(join(cwd, "corpus", file), content);
  return cwd;
}

const readIndex = ({ stdout }: { stdout: string }) => JSON.parse(stdout) as IndexJson;
const paragraph = (i: number, subject: string) =>
  `${i}.1 The keeper looks after the ${subject} number ${i} with care and writes it in the book.\n`;

// Nothing can be started before `npm run build`.
describe.skipIf(!isBuilt)("the built program", () => {
  it("reports each bad PDF by name and reason, and answers from the good ones", async () => {
    const rule = "Every visitor to the lighthouse must sign the book in the hall.";
    const cwd = await makeCorpus("pdfs", {
      "good.pdf": await makePdf({ title: "House rules", pages: [[rule]] }),
      "corrupt.pdf": "%PDF-1.7\nnot much of one",
      "locked.pdf": await makePdf({ pages: [[rule]], password: "secret" }),
      "scan.pdf": await makePdf({ pages: [[]], picture: true }),
    });
    const indexed = await runCharm(["index", "--json"], { cwd });
    expect(indexed.code).toBe(0);
    expect(
      readIndex(indexed).documents.map(({ file, status, problems }) => [
        file,
        status,
        problems[0]?.code,
      ]),
    ).toEqual([
      ["corrupt.pdf", "failed", "unreadable"],
      ["good.pdf", "added", undefined],
      ["locked.pdf", "failed", "encrypted"],
      ["scan.pdf", "failed", "no-text"],
    ]);
    for (const name of ["corrupt.pdf", "locked.pdf", "scan.pdf"])
      expect(indexed.stderr).toContain(`${name}: failed`);

    const asked = await runCharm(["ask", "What must a visitor sign?"], { cwd });
    expect(asked).toMatchObject({ code: 0, stderr: "" });
    expect(asked.stdout).toContain("File: good.pdf, Page: 1");
  });

  it("says that there is nothing to read, with 2", async () => {
    const cwd = await makeCorpus("empty", { "notes.xyz": "?" });
    const run = await runCharm(["ask", "What must a visitor sign?"], { cwd });
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toMatch(
      /^error: The corpus folder corpus holds no document that can be read, only "notes\.xyz"\./,
    );
    expect(await readdir(cwd)).toEqual(["corpus"]);
  });

  it("refuses an unknown flag with 2 before it does anything", async () => {
    const cwd = await makeCorpus("flag", { "rules.md": paragraph(1, "lamp") });
    const run = await runCharm(["index", "--rebild"], { cwd });
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain("--rebuild");
    expect(await readdir(cwd)).toEqual(["corpus"]);
  });

  it("stops at Ctrl-C with 130, keeps what is stored, and finishes the next time", async () => {
    const subjects = ["bell", "boat", "horn", "lamp", "oars", "rope", "sail", "wick"];
    const chapter = (subject: string) =>
      Array.from({ length: 20 }, (_, i) => paragraph(i + 1, subject)).join("\n");
    const files = subjects.map((name) => [`${name}.md`, `# ${name}\n\n${chapter(name)}`]);
    const cwd = await makeCorpus("stopped", Object.fromEntries(files));
    const stopped = await runCharm(["index"], { cwd, interruptAt: /: added/ });
    expect(stopped).toMatchObject({ code: 130, stdout: "" });
    expect(stopped.stderr).toContain("Interrupted. What was indexed so far is kept.");

    const rest = await runCharm(["index", "--json"], { cwd });
    expect(rest.code).toBe(0);
    const statuses = readIndex(rest).documents.map(({ status }) => status);
    expect(statuses).toHaveLength(subjects.length);
    expect(new Set(statuses)).toEqual(new Set(["added", "unchanged"]));

    const fresh = await runCharm(["index", "--json", "--index", "fresh"], { cwd });
    expect(readIndex(fresh).fingerprint).toBe(readIndex(rest).fingerprint);
  }, 120_000);

  it.skipIf(process.platform === "win32")(
    "keeps what it knows of a folder that it may not open",
    async () => {
      const cwd = await makeCorpus("shut", { "rules.md": paragraph(1, "lamp") });
      await mkdir(join(cwd, "corpus/shut"));
      await writeFile(join(cwd, "corpus/shut/boat.md"), paragraph(2, "boat"));
      const { folder, node, user } = await findBoundProgram();
      const charm = (...args: string[]) =>
        runProgram(node, [join(folder, "bin/charm.js"), ...args], { cwd, ...user });
      await chmod(home, 0o755);
      await chmod(cwd, 0o777);
      const first = readIndex(await charm("index", "--json"));
      await chmod(join(cwd, "corpus/shut"), 0);
      try {
        const again = await charm("index", "--json");
        expect(readIndex(again).documents.map(({ file, status }) => [file, status])).toEqual([
          ["rules.md", "unchanged"],
          ["shut/boat.md", "unchanged"],
        ]);
        expect(readIndex(again).fingerprint).toBe(first.fingerprint);
        expect(again.stdout).toContain("This folder cannot be opened. Check who may read it.");
      } finally {
        await chmod(join(cwd, "corpus/shut"), 0o755);
      }
    },
    60_000,
  );

  // As root nothing is read-only, so that the program is run as nobody; elsewhere as oneself.
  it.skipIf(process.platform === "win32")(
    "reads an index that it cannot write, and says so when it must write",
    async () => {
      const cwd = await makeCorpus("read-only", {
        "rules.md": "# House rules\n\n1.1 Every visitor must sign the book in the hall.\n",
      });
      const { folder, node, user } = await findBoundProgram();
      const charm = (...args: string[]) =>
        runProgram(node, [join(folder, "bin/charm.js"), ...args], { cwd, ...user });
      await runCharm(["index"], { cwd });
      await changeRights(home, cwd, false);
      try {
        const asked = await charm("ask", "What must a visitor sign?");
        expect(asked).toMatchObject({ code: 0, stderr: "" });
        await writeFile(join(cwd, "corpus", "more.md"), "# More\n\n1.1 The lamp is lit at dusk.\n");
        const indexed = await charm("index");
        expect(indexed).toMatchObject({ code: 2, stdout: "" });
        expect(indexed.stderr).toMatch(
          /error: The index .*read-only\/index cannot be written\.\n {2}Make/,
        );
      } finally {
        await changeRights(home, cwd, true);
      }
    },
    60_000,
  );
});

/** Takes away, or gives back, the right to write in the index; the folders above may be entered by all. */
async function changeRights(above: string, cwd: string, writable: boolean): Promise<void> {
  await chmod(above, 0o755);
  await chmod(cwd, 0o755);
  const index = join(cwd, "index");
  const entries = await readdir(index, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const folder = entry.isDirectory() ? 0o555 : 0o444;
    await chmod(join(entry.parentPath, entry.name), writable ? folder | 0o200 : folder);
  }
  await chmod(index, writable ? 0o755 : 0o555);
}
