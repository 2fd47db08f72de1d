// Questions that a home.yaml answers, beside the home's documents and without those of others.
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../src/report/answer.ts";
import { policyFile } from "../support/made-up-homes.ts";
import { isBuilt, root } from "../support/project.ts";
import { runCharm } from "../support/run-charm.ts";

const digest = "Digest_of_the_Childrens_Homes_Regulations_2015.pdf";
const homes = ["elm", "oak"].map((folder) => {
  const name = folder === "elm" ? "Elm House" : "Oak Lodge";
  return `  - name: ${name}\n    folders: [${folder}]\n    facts: corpus/${folder}/home.yaml\n`;
});
const elm = `name: Elm House
capacity: 4
people:
  - name: Petra Vale
    post: registered-manager
  - name: TBC
    post: responsible-individual
`;
const oak = `name: Oak Lodge
capacity: 7
people:
  - name: Jane Heron
    post: registered-manager
`;

// Nothing can be started before `npm run build`.
describe.skipIf(!isBuilt)("charm ask on what a home is", () => {
  let cwd: string;
  const ask = async (...questions: string[]): Promise<Answer[]> => {
    const { stdout } = await runCharm(["ask", "--home", "Elm House", "--json", ...questions], {
      cwd,
    });
    return JSON.parse(stdout) as Answer[];
  };

  beforeAll(async () => {
    cwd = await mkdtemp(join(tmpdir(), "charm-home-facts-"));
    await mkdir(join(cwd, "corpus/elm"), { recursive: true });
    await mkdir(join(cwd, "corpus/oak"));
    await copyFile(join(root, "corpus", digest), join(cwd, "corpus", digest));
    await writeFile(join(cwd, "charm.yaml"), `homes:\n${homes.join("")}`);
    await writeFile(join(cwd, "corpus/elm/home.yaml"), elm);
    await writeFile(join(cwd, "corpus/oak/home.yaml"), oak);
    const plan = (manager: string) =>
      policyFile("Plan", [["People", `The registered manager is ${manager}, who lives nearby.`]]);
    await writeFile(join(cwd, "corpus/elm/Plan.docx"), plan("Rosa Finch"));
    await writeFile(join(cwd, "corpus/oak/Plan.docx"), plan("Jane Heron"));
  });
  afterAll(() => rm(cwd, { recursive: true, force: true }));

  it("is told by home.yaml, cited as a source of its own, and where a document differs that is said", async () => {
    const [manager, capacity, individual] = await ask(
      "Who is our manager?",
      "What is our capacity?",
      "Who is our responsible individual?",
    );
    expect(manager?.answer).toMatch(/^home\.yaml and Plan differ: “Petra Vale”.*“Rosa Finch”/);
    expect(manager?.sources.map(({ file }) => file)).toEqual(["elm/Plan.docx", "elm/home.yaml"]);
    expect(capacity?.claims).toMatchObject([
      { authority: "own", text: "home.yaml: “capacity: 4”" },
    ]);
    expect(capacity?.sources).toMatchObject([{ file: "elm/home.yaml", quotes: ["capacity: 4"] }]);
    expect(individual?.answer).toMatch(/^home\.yaml leaves this blank: “TBC” stands there\./);
    expect(JSON.stringify([manager, capacity, individual])).not.toMatch(
      /Heron|oak|Oak|capacity: 7/,
    );
  }, 90_000);

  it("is held against the file when the report is checked", async () => {
    const report = join(cwd, "report.md");
    await runCharm(["ask", "--home", "Elm House", "Who is our manager?", "-o", report], { cwd });
    const check = () => runCharm(["check", "--home", "Elm House", report], { cwd });
    expect((await check()).code).toBe(0);
    await writeFile(join(cwd, "corpus/elm/home.yaml"), elm.replace("Petra Vale", "Greta Stone"));
    const after = await check();
    expect(after.code).toBe(3);
    expect(after.stdout).toContain("quote-not-on-page");
  }, 90_000);
});
