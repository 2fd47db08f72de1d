// Homes of one provider with alike policies: nothing that a run for one of them writes has a word of another.
import { link, mkdtemp, readFile, readdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { main } from "../../src/cli/main.ts";
import type { Answer } from "../../src/report/answer.ts";
import { capture } from "../cli/run-cli.ts";
import { say, startServer } from "../language-model/scripted-server.ts";
import {
  director,
  madeUpHomes,
  makeHomes,
  policyFile,
  type MadeUpHome,
} from "../support/made-up-homes.ts";
import { isBuilt } from "../support/project.ts";

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const [elm, oak, birch] = madeUpHomes as readonly [MadeUpHome, MadeUpHome, MadeUpHome];

const questions = [
  "What does our missing policy say about the police?",
  "After how many minutes do we ring the police?",
  "Who is our registered manager?",
  "What does the Statement of Purpose say about ages?",
  "How much pocket money do children get?",
  "Is our behaviour support policy good enough?",
  "Do the Missing from Care Policy and the Statement of Purpose say the same about ages?",
  "What does our complaints policy say about letters?",
  "Who is told when a child is held, and what does the law require?",
  "What is the capital of Peru?",
  "What does our whistleblowing policy say?",
];

// Nothing can be indexed before `npm run build`.
describe.skipIf(!isBuilt)("a run for one home", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(inject("runFolder"), "homes-"));
    await makeHomes(folder);
  }, 30_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function run(
    argv: readonly string[],
    {
      cwd = folder,
      columns,
      env = {},
    }: { cwd?: string; columns?: number; env?: Record<string, string> } = {},
  ): Promise<Run> {
    const [stdout, stderr] = [capture(columns), capture()];
    const corpus = argv.includes("--corpus") ? [] : ["--corpus", join(folder, "corpus")];
    const index = argv.includes(join(folder, "corpus/elm")) ? "index-elm" : "index";
    const code = await main({
      argv: [...argv, ...corpus, "--index", join(folder, index)],
      stdin: Readable.from([""]),
      stdout: stdout.stream,
      stderr: stderr.stream,
      env,
      cwd,
      signal: new AbortController().signal,
    });
    return { code, stdout: stdout.text(), stderr: stderr.text() };
  }

  /** Words by which another home is known, in what a run for `home` has written. */
  function strangersIn(text: string, home: MadeUpHome): string[] {
    const others = madeUpHomes.filter((other) => other !== home);
    const words = others.flatMap(({ name, aliases, manager, minutes, token, folder: own }) => [
      ...aliases,
      ...name.split(" ").filter((word) => word !== "House"),
      ...manager.split(" "),
      own,
      token,
      `${minutes} minutes`,
      `£${minutes}`,
    ]);
    return words.filter((word) =>
      new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, "iu").test(
        text.replaceAll(/\bmark(?:ed|s)?\b/g, "").replaceAll(/\btree\b/g, ""),
      ),
    );
  }

  function expectWalls({ stdout, stderr }: Run, home: MadeUpHome): void {
    expect(strangersIn(stdout, home)).toEqual([]);
    expect(strangersIn(stderr, home)).toEqual([]);
  }

  it("makes the index without a word of the others, and answers from its own", async () => {
    const made = await run(["ask", "--home", "ELM", questions[0] ?? "", "--json"]);
    expectWalls(made, elm);
    expect(made.stderr).toContain("[");
    const [answer] = JSON.parse(made.stdout) as Answer[];
    expect(answer?.answer).toContain("after 30 minutes and say the word wagtail");
    expect(answer?.sources[0]?.file).toBe("elm/Missing from Care Policy.docx");
    // As if the others were not there: the digest, its three policies, and what is for all homes.
    expect(answer?.library.documents).toBe(5);
  }, 120_000);

  it("keeps the wall in every answer, form and file", async () => {
    const asked = ["ask", "--home", "Elm House"];
    const json = await run([...asked, "--json", ...questions]);
    expectWalls(json, elm);
    expect(json.stdout).toContain(elm.token);
    const report = join(folder, "elm-report.md");
    expectWalls(await run([...asked, ...questions.slice(2, 8), "-o", report]), elm);
    expect(strangersIn(await readFile(report, "utf8"), elm)).toEqual([]);
    expectWalls(await run([...asked, ...questions.slice(0, 4)], { columns: 90 }), elm);
    expectWalls(await run([...asked, "--dry-run", "--model", "m", ...questions.slice(0, 6)]), elm);
    const checked = await run(["check", "--home", "Elm House", report]);
    expect(checked.code).toBe(0);
    expectWalls(checked, elm);
    // A house without other names, and one that stands last.
    expectWalls(
      await run(["ask", "--home", birch.name, "--json", ...questions.slice(0, 5)]),
      birch,
    );
  }, 180_000);

  it("keeps it in searches, provisions, outlines and what is left out", async () => {
    for (const home of [elm, oak]) {
      const of = ["--home", home.name];
      for (const query of [
        "police minutes kestrel heron wagtail",
        "registered manager",
        "pocket money",
      ]) {
        const found = await run(["search", ...of, query, "-k", "50", "--json"]);
        const { results } = JSON.parse(found.stdout) as { results: { file: string }[] };
        expect(strangersIn(JSON.stringify(results), home)).toEqual([]);
        expect(results.some(({ file }) => file.startsWith(`${home.folder}/`))).toBe(true);
      }
      const left = `${home.folder}/Statement of Purpose.docx`;
      for (const [code, ...argv] of [
        [0, "show", "--tree", "Missing from Care"],
        [2, "show", "--tree", "Nowhere at all"],
        [3, "show", "Statement of Purpose", "reg 34(4)", "regulation 99"],
        [0, "show", "reg 34", "--json"],
        [2, "search", "--document", "Policy", "police"],
        [0, "search", "--authority", "own", "child"],
        [0, "show", "--left-out", left, "--json"],
        [0, "index"],
        [0, "index", "--json"],
        [0, "index", "--rebuild"],
        [3, "check", join(folder, "corpus"), "--json"],
      ] as const) {
        const shown = await run([...argv, ...of], home === elm ? {} : { columns: 90 });
        expectWalls(shown, home);
        expect([...argv, shown.code]).toEqual([...argv, code]);
      }
    }
    const hidden = await run([
      "show",
      "--home",
      "Elm",
      "--left-out",
      "oak/Statement of Purpose.docx",
    ]);
    expect(hidden.code).toBe(2);
    const evaluated = join(folder, "questions.jsonl");
    const need = { file: "elm/Missing from Care Policy.docx" };
    await writeFile(
      evaluated,
      `${JSON.stringify({ id: "q", question: questions[0], evidence: [need] })}\n`,
    );
    expectWalls(await run(["eval", evaluated, "--home", "Elm"]), elm);
  }, 180_000);

  it("keeps it in what a language model is sent, and in what is kept of its replies", async () => {
    const server = await startServer([say('{"items": [], "missing": ["nothing"]}')]);
    try {
      const env = { OPENAI_BASE_URL: server.baseUrl, OPENAI_API_KEY: "k" };
      for (const home of [elm, oak])
        expectWalls(
          await run(["ask", "--home", home.name, "--model", "m", questions[0] ?? ""], { env }),
          home,
        );
      const kept = (await readdir(folder, { recursive: true })).filter((name) =>
        /homes[/\\].*\.json$/.test(name),
      );
      for (const home of [elm, oak]) {
        const own = kept.filter((name) => name.includes(home.name.toLowerCase().replace(" ", "-")));
        expect(own.length).toBeGreaterThan(0);
        for (const name of own)
          expect(strangersIn(await readFile(join(folder, name), "utf8"), home)).toEqual([]);
      }
      const sent = server.requests.map(({ body }) => JSON.stringify(body));
      expect(sent.filter((body) => body.includes(elm.token) && body.includes(oak.token))).toEqual(
        [],
      );
      expect(sent.some((body) => body.includes(oak.token))).toBe(true);
    } finally {
      await server.close();
    }
  }, 120_000);

  it("is what one stands in the folder of, with the charm.yaml above", async () => {
    const inside = await run(["ask", questions[1] ?? "", "--json"], {
      cwd: join(folder, "corpus/oak"),
    });
    expectWalls(inside, oak);
    expect(inside.stdout).toContain("45 minutes");
  }, 60_000);

  it("is not stopped by what is wrong with the papers of another, nor told of it", async () => {
    const sources = join(folder, "corpus/oak/sources.yaml");
    await writeFile(sources, "documents:\n  - file: Rota.docx\n    authority: mine\n");
    for (const argv of [["ask", questions[0] ?? ""], ["index"], ["search", "police"]]) {
      const done = await run([...argv, "--home", "Elm"]);
      expect(done.code).toBe(0);
      expectWalls(done, elm);
    }
    expect((await run(["show", "reg 34"])).code).toBe(0);
    for (const argv of [["index"], ["ask", questions[0] ?? "", "--home", "Oak"]]) {
      const stopped = await run(argv);
      expect(stopped.code).toBe(2);
      expect(stopped.stderr).toContain("oak/sources.yaml, line 3");
    }
    await rm(sources);
    // Nothing of it was lost meanwhile.
    expect((await run(["search", "police", "--home", "Oak", "--json"])).stdout).toContain(
      oak.token,
    );
  }, 60_000);

  it("is not stopped by the facts of another, and is by its own", async () => {
    const facts = join(folder, "corpus/oak/home.yaml");
    const good = await readFile(facts, "utf8");
    await writeFile(facts, good.replace("name: Oak Lodge", "name: Elm House"));
    const policy = (home: string) => join(folder, `corpus/${home}/Statement of Purpose.docx`);
    try {
      const checked = await run(["check", policy("elm"), "--quiet"]);
      expect(checked.code).toBe(0);
      expectWalls(checked, elm);
      expect(checked.stderr).toMatch(/people of the home on line \d+ of charm.yaml/);
      expect((await run(["index", "--home", "Elm"])).code).toBe(0);
      for (const argv of [["check", policy("oak")], ["index"], ["index", "--home", "oak"]]) {
        const stopped = await run(argv);
        expect(stopped.code).toBe(2);
        expect(stopped.stderr).toContain("“Elm House”, and charm.yaml gives this file to “Oak");
      }
    } finally {
      await writeFile(facts, good);
    }
  }, 60_000);

  it("has none of another's files by a link, however the corpus is written", async () => {
    const inElm = (file: string) => join(folder, "corpus/elm", file);
    const policy = join(folder, "corpus/oak/Statement of Purpose.docx");
    const hidden = join(folder, "corpus/oak/.draft.docx");
    const linked = join(folder, "linked corpus");
    await writeFile(hidden, await readFile(policy));
    await symlink(policy, inElm("Purpose.docx"));
    await link(hidden, inElm("Draft.docx"));
    await symlink(join(folder, "corpus"), linked);
    try {
      for (const corpus of [join(folder, "corpus"), `${linked}/`, join(folder, "corpus/elm")]) {
        const of = ["--home", "Elm", "--corpus", corpus];
        expectWalls(await run(["ask", questions[3] ?? "", "--json", ...of]), elm);
        expectWalls(
          await run(["search", "registered manager ages", "--json", "-k", "50", ...of]),
          elm,
        );
        const told = await run(["index", ...of]);
        expectWalls(told, elm);
        expect(told.stdout + told.stderr).toContain("Purpose.docx");
        expect(told.stdout + told.stderr).toContain("Draft.docx");
      }
      expectWalls(await run(["show", "--home", "Elm", "--left-out", inElm("Draft.docx")]), elm);
      const folderOf = await run(["check", "--home", "Elm", inElm("."), "--json"]);
      expectWalls(folderOf, elm);
      for (const file of ["Purpose.docx", "Draft.docx"]) {
        expect(folderOf.stdout).toContain(file);
        expect((await run(["check", inElm(file)])).stderr).toContain("another home");
      }
    } finally {
      for (const each of [hidden, inElm("Purpose.docx"), inElm("Draft.docx"), linked])
        await rm(each);
    }
    await run(["index"]);
  }, 120_000);

  it("stands wherever one stands, and does not fall where charm.yaml is not found", async () => {
    const places = [join(folder, "corpus"), join(folder, "drafts"), "/"];
    for (const cwd of places) {
      const unnamed = await run(["ask", questions[0] ?? ""], { cwd });
      expect(unnamed.code).toBe(2);
      expect(unnamed.stderr).toContain("--home");
      expectWalls(await run(["search", "--home", "Elm", "police minutes"], { cwd }), elm);
    }
    const yaml = join(folder, "charm.yaml");
    const aside = join(folder, "aside.yaml");
    await rename(yaml, aside);
    try {
      for (const argv of [["ask", questions[0] ?? ""], ["index"], ["search", "police"]]) {
        const refused = await run(argv, { cwd: "/" });
        expect(refused.code).toBe(2);
        expect(refused.stderr).toContain("charm.yaml");
        for (const home of madeUpHomes) expect(refused.stdout).not.toContain(home.token);
      }
    } finally {
      await rename(aside, yaml);
    }
  }, 60_000);

  it("has to be named where own documents are meant, and the homes are listed", async () => {
    for (const argv of [
      ["ask", questions[0] ?? ""],
      ["ask", "What does the missing from care policy say about the police?"],
      ["ask", "Who is in charge at oak lodge?"],
      ["search", "--authority", "own", "police"],
      ["show", "--tree", "Statement of Purpose"],
      ["ask", "--home", "Ash", "What is regulation 34?"],
    ]) {
      const refused = await run(argv);
      expect(refused.code).toBe(2);
      for (const { name } of madeUpHomes) expect(refused.stderr).toContain(name);
      expect(refused.stderr).toContain(argv.includes("--home") ? "no home" : "--home");
    }
    for (const name of ["oak lodge", "oak-lodge", "Oaklodge", "OakLodge’s policy", "the lodge"]) {
      const other = await run(["ask", "--home", "Elm", `What does ${name} say about the police?`]);
      expect([name, other.code]).toEqual([name, 2]);
      expectWalls(other, elm);
    }
  }, 120_000);

  it("need not be named for the law, which is answered without own documents", async () => {
    const law = await run([
      "ask",
      "When must the police be told that a child is missing?",
      "--json",
    ]);
    const [answer] = JSON.parse(law.stdout) as Answer[];
    expect(answer?.sources.filter(({ authority }) => authority === "own")).toEqual([]);
    expect(answer?.findings.map(({ code }) => code)).toContain("own-documents-left-out");
    expect(law.stderr).toContain("--home");
    const found = await run(["search", "police minutes", "--json"]);
    for (const home of madeUpHomes) expect(found.stdout).not.toContain(home.token);
    expect(found.stderr).toContain("--all-homes");
    const all = await run(["search", "--all-homes", "police minutes", "-k", "30", "--json"]);
    for (const home of madeUpHomes) expect(all.stdout).toContain(home.token);
    expect(all.stderr).toBe("");
  }, 60_000);

  it("tells of other homes' names in the file of one, also in the marked copy", async () => {
    const path = join(folder, "drafts/elm/Fire Policy.docx");
    await writeFile(
      path,
      policyFile("Fire Policy", [
        ["Leaving", "Everybody leaves Oak Lodge by the front door. Staff of Oak Lodge count."],
        ["Who decides", `Mrs Oakley decides with ${director}. The oak table stays.`],
        ["Drills", "Elm House has a drill each month. The smith lives in Oak Road."],
      ]),
    );
    const marked = join(folder, "drafts/marked.docx");
    const checked = await run(["check", path, "--json", "-o", marked]);
    expect(checked.code).toBe(0);
    const [{ findings = [] } = {}] = JSON.parse(checked.stdout) as {
      findings: { code: string; reference: string; section: string; severity: string }[];
    }[];
    const told = findings.filter(({ code }) => code === "other-home-name");
    expect(told.map(({ reference, section, severity }) => [reference, section, severity])).toEqual([
      ["Oak Lodge", "Leaving", "warning"],
      ["Mrs Oakley", "Who decides", "warning"],
    ]);
    expect(strangersIn(checked.stdout, elm)).not.toContain("birch");
    expect((await readFile(marked)).length).toBeGreaterThan(0);
    const clean = join(folder, "corpus/elm/Statement of Purpose.docx");
    const copy = join(folder, "drafts/clean.docx");
    expectWalls(await run(["check", clean, "-o", copy]), elm);
    expect(strangersIn((await readFile(copy)).toString("latin1"), elm)).toEqual([]);
    for (const of of [path, join(folder, "drafts/elm")]) {
      const wrong = await run(["check", "--home", "oak", of]);
      expect(wrong.code).toBe(2);
      expect(wrong.stderr).toContain("another home");
    }
  }, 60_000);
});
