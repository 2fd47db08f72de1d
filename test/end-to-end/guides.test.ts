// Every command of the pages for providers and consultants, in their order, in folders as these pages describe them.
import { spawnSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { docxParts, makeZip, paragraph } from "../extract/word/make-docx.ts";
import { isBuilt, root } from "../support/project.ts";
import { runCharm } from "../support/run-charm.ts";
import { hasShared, sharedPath, withoutShared } from "../support/shared-folder.ts";

interface Command {
  readonly line: string;
  readonly args: readonly string[];
  /** Exit codes that the page speaks of. */
  readonly codes: readonly number[];
  /** With the official texts in the corpus. */
  readonly official: boolean;
}

const digests = [
  "Digest_of_the_Childrens_Homes_Regulations_2015.pdf",
  "Digest_of_the_Guide_to_the_Childrens_Homes_Regulations.pdf",
];

const heading = (text: string) =>
  `<w:p><w:pPr><w:pStyle w:val="heading1"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
/** With a regulation that does not exist, and a blank. */
const policy = makeZip(
  docxParts(
    [
      heading("Missing child policy"),
      heading("First steps"),
      paragraph("Staff look in the house. The police are rung as regulation 34(9) requires."),
      heading("Coming back"),
      paragraph("Somebody from outside the home offers a talk within 72 hours. Who that is: TBC."),
    ].join(""),
  ),
);

function readCommands(page: string): Command[] {
  const lines = [...page.matchAll(/^```sh\n([^]*?)^```$/gm)].flatMap(([, block = ""]) =>
    block.trim().split("\n"),
  );
  return lines.map((line) => {
    const [typed = "", remark = ""] = line.split(" # ");
    const words = typed.trim().match(/"[^"]*"|\S+/g) ?? [];
    return {
      line,
      args: words.slice(1).map((word) => word.replaceAll('"', "")),
      codes: remark.includes("ends with 3") ? [3] : [0],
      official: remark.includes("official texts"),
    };
  });
}

const yamlBlocks = (page: string) =>
  [...page.matchAll(/^```yaml\n([^]*?)^```$/gm)].map(([, block = ""]) => block);

async function runAll(cwd: string, commands: readonly Command[]): Promise<void> {
  for (const { line, args, codes } of commands) {
    const { code, stderr } = await runCharm(args, { cwd });
    const ended = codes.includes(code ?? -1) ? "as the page says" : `with ${code}: ${stderr}`;
    expect.soft(`${line} ended ${ended}`).toBe(`${line} ended as the page says`);
  }
}

const facts = (name: string, children: number) =>
  `name: ${name}\ncapacity: ${children}\npeople:\n  - post: registered-manager\n    name: Jo Example\n`;

// Nothing can be started before `npm run build`.
describe.skipIf(!isBuilt)("the pages for people", { timeout: 240_000 }, () => {
  let cwd: string;
  beforeAll(async () => {
    cwd = await mkdtemp(join(tmpdir(), "charm-guides-"));
  });
  afterAll(() => rm(cwd, { recursive: true, force: true }));

  const official = [
    "Childrens_Homes_England_Regulations_2015_SI_2015_541_revised_2024-05.pdf",
    "Guide_to_Children_s_Home_Standards_inc_quality_standards_Version__1.17_FINAL.pdf",
  ];

  async function takeOfficialTexts(folder: string): Promise<void> {
    await Promise.all(
      [...digests, "sources.yaml"].map((name) => rm(join(folder, "corpus", name), { force: true })),
    );
    for (const name of official)
      await cp(sharedPath("guidance", name), join(folder, "corpus", name));
  }

  /** With the sample first; what needs the official texts comes after, where they are. */
  async function runWithTexts(folder: string, commands: readonly Command[]): Promise<void> {
    await runAll(
      folder,
      commands.filter(({ official: needs }) => !needs),
    );
    if (!hasShared) return;
    await takeOfficialTexts(folder);
    await runAll(
      folder,
      commands.filter(({ official: needs }) => needs),
    );
  }

  it("the picture of a terminal in the README is what the commands print", () => {
    const script = join(root, "scripts/record-terminal.mjs");
    const { status, stderr } = spawnSync(process.execPath, [script, "--check"], {
      encoding: "utf8",
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  it(`for providers: each command does what the page says${withoutShared}`, async () => {
    const folder = join(cwd, "provider");
    await mkdir(folder);
    await writeFile(join(folder, "policy.docx"), policy);
    const commands = readCommands(await readFile(join(root, "docs/for-providers.md"), "utf8"));
    expect(commands.length).toBeGreaterThan(7);
    await runWithTexts(folder, commands);
  });

  it(`for consultants: each command does what the page says${withoutShared}`, async () => {
    const folder = join(cwd, "consultant");
    const page = await readFile(join(root, "docs/for-consultants.md"), "utf8");
    const [settings = "", manifest = ""] = yamlBlocks(page);
    for (const [home, name, children] of [
      ["elm", "Elm House", 4],
      ["oak", "Oak Lodge", 3],
    ] as const) {
      await mkdir(join(folder, "corpus", home), { recursive: true });
      await writeFile(join(folder, "corpus", home, "home.yaml"), facts(name, children));
      await writeFile(join(folder, "corpus", home, "policy.docx"), policy);
    }
    await mkdir(join(folder, "marked"));
    await mkdir(join(folder, "drafts"), { recursive: true });
    await writeFile(join(folder, "charm.yaml"), settings);
    await writeFile(join(folder, "manifest.yaml"), manifest);
    for (const name of digests) await cp(join(root, "corpus", name), join(folder, "corpus", name));
    const commands = readCommands(page);
    expect(commands.length).toBeGreaterThan(8);
    await runWithTexts(folder, commands);
  });
});
