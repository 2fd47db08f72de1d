// Questions on the provider's own Word files, as a user asks them, with the built-in model and law beside them.
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { docxParts, makeZip, paragraph, table } from "../extract/word/make-docx.ts";
import type { Answer } from "../../src/report/answer.ts";
import { isBuilt, root } from "../support/project.ts";
import { runCharm } from "../support/run-charm.ts";

const digest = "Digest_of_the_Childrens_Homes_Regulations_2015.pdf";

const heading = (text: string) =>
  `<w:p><w:pPr><w:pStyle w:val="heading1"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const core = (title: string) =>
  `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></cp:coreProperties>`;
const docx = (title: string, ...body: readonly string[]) =>
  makeZip(docxParts([heading(title), ...body].join(""), { "docProps/core.xml": core(title) }));

const missing = docx(
  "Missing from Home Procedure",
  heading("First steps"),
  paragraph("Staff search the barn and the orchard. After 40 minutes the police are rung on 101."),
  heading("Coming back"),
  paragraph("A worker from Beacon Advocacy offers a return interview within four days."),
  heading("Numbers"),
  table([
    ["Who", "Number"],
    ["Beacon Advocacy", "01632 960555"],
    ["Out of hours social worker", "TBC"],
  ]),
);
const guide = docx(
  "Children's Guide",
  heading("Money"),
  paragraph("You get £9 per week pocket money, on Fridays."),
  heading("Being late"),
  paragraph("If you are not back, the police are rung after two hours."),
);

// Nothing can be started before `npm run build`.
describe.skipIf(!isBuilt)("charm ask on own documents in Word", () => {
  let home: string;
  const ask = async (question: string): Promise<Answer> => {
    const { stdout } = await runCharm(["ask", question, "--json"], { cwd: home });
    return (JSON.parse(stdout) as Answer[])[0] as Answer;
  };
  const opening = ({ answer }: Answer) => answer.split("\n")[0] ?? "";
  const quotesOf = ({ sources }: Answer, file: string) =>
    sources.filter((source) => source.file.includes(file)).flatMap(({ quotes }) => quotes);

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), "charm-own-documents-"));
    await mkdir(join(home, "corpus/own"), { recursive: true });
    await copyFile(join(root, "corpus", digest), join(home, "corpus", digest));
    await writeFile(join(home, "corpus/own/missing.docx"), missing);
    await writeFile(join(home, "corpus/own/guide.docx"), guide);
    // With these there are twenty, and only one speaks of pocket money.
    for (let i = 1; i <= 18; i += 1) {
      const policy = docx(`Policy ${i} on barrels`, paragraph(`Barrel ${i} is for rain.`));
      await writeFile(join(home, `corpus/own/barrel-${i}.docx`), policy);
    }
    await writeFile(
      join(home, "corpus/sources.yaml"),
      `documents:\n  - file: own/*.docx\n    authority: own\n  - file: ${digest}\n    authority: legislation\n`,
    );
  });
  afterAll(() => rm(home, { recursive: true, force: true }));

  it("opens with what a document says that is nearly named, and the law follows", async () => {
    const answer = await ask("What does our missing procedure say about ringing the police?");
    expect(opening(answer)).toContain("Missing from Home Procedure, “First steps”");
    expect(quotesOf(answer, "missing")[0]).toContain("After 40 minutes the police are rung");
    expect(answer.claims[0]?.authority).toBe("own");
  }, 60_000);

  it("says first that a document does not say, and quotes none of it", async () => {
    const answer = await ask("What does our missing procedure say about insurance?");
    expect(opening(answer)).toMatch(/^Missing from Home Procedure does not say\./);
    expect(quotesOf(answer, "missing")).toEqual([]);
    expect(answer.missing.join()).toContain("Missing from Home Procedure does not say");
  });

  it("says that a place was left blank", async () => {
    const answer = await ask(
      "What is the number of the out of hours social worker in our missing procedure?",
    );
    expect(opening(answer)).toMatch(/^Missing from Home Procedure leaves this blank: “TBC”/);
    expect(quotesOf(answer, "missing").join()).toContain("Out of hours social worker");
  });

  it("says that two documents differ, and quotes both places", async () => {
    const answer = await ask(
      "Do our missing procedure and the Children's Guide say the same about when the police are rung?",
    );
    expect(opening(answer)).toMatch(/differ: .*40 minutes.*two hours/);
    expect(quotesOf(answer, "missing").join()).toContain("40 minutes");
    expect(quotesOf(answer, "guide").join()).toContain("two hours");
  });

  it("finds what one document says, whoever is named", async () => {
    const answer = await ask("How much pocket money do children get?");
    expect(opening(answer)).toContain("£9 per week pocket money");
    expect(answer.answer).not.toContain("no document of the library");
  });

  it("leaves what the law requires to the law", async () => {
    const answer = await ask("What must our missing child policy set out?");
    expect(answer.claims[0]?.authority).toBe("legislation");
  });
});
