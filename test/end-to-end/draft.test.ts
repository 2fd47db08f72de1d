// Drafts made by the built program, from a pack of the user's and the project's own corpus.
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isBuilt, root } from "../support/project.ts";
import { recordsPack } from "../support/records-pack.ts";
import { runCharm } from "../support/run-charm.ts";

const corpus = [
  "Digest_of_the_Childrens_Homes_Regulations_2015.pdf",
  "Larkrise_House_business_plan.pdf",
  "sources.yaml",
];
const pack = recordsPack(["address", "capacity"], ["case record", "file of each child"]);

// Nothing can be started before `npm run build`.
describe.skipIf(!isBuilt)("charm draft", { timeout: 60_000 }, () => {
  let home: string;
  const charm = (...args: string[]) => runCharm([...args, "--quiet"], { cwd: home });

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), "charm-draft-"));
    await mkdir(join(home, "corpus"));
    await mkdir(join(home, "packs"));
    for (const file of corpus)
      await copyFile(join(root, "corpus", file), join(home, "corpus", file));
    await writeFile(join(home, "packs/our-records.yaml"), pack);
    await mkdir(join(home, "corpus/own"));
    await writeFile(
      join(home, "corpus/own/records.md"),
      "# Records procedure\n\n## Case records\n\nEach child has a case record, and staff bring it up to date on every shift.\n",
    );
    await writeFile(join(home, "home.yaml"), "name: Larkrise House\ncapacity: 4\naddress: TBC\n");
    await charm("index");
  }, 120_000);
  afterAll(() => rm(home, { recursive: true, force: true }));

  it("writes what check and gap read: no error, and the rows of its own table", async () => {
    const args = ["draft", "our-records", "--facts", "home.yaml"];
    const first = await charm(...args, "-o", "draft.md", "--json");
    expect(first.code).toBe(0);
    const made = JSON.parse(first.stdout);
    const markdown = await readFile(join(home, "draft.md"), "utf8");
    expect(made.markdown).toBe(markdown);
    expect((await charm(...args)).stdout).toBe(markdown);
    expect(markdown).toContain(
      "“Each child has a case record, and staff bring it up to date on every shift.”",
    );
    expect(markdown).toContain("[to complete: address of the home]");
    expect((await charm("check", "draft.md")).code).toBe(0);
    const gap = await charm("gap", made.set, "--against", "draft.md", "--json");
    const rows = JSON.parse(gap.stdout).rows as { id: string; verdict: string }[];
    const table = made.coverage as { id: string; verdict: string }[];
    expect(rows.map(({ id, verdict }) => [id, verdict])).toEqual(
      table.map(({ id, verdict }) => [id, verdict]),
    );
  });

  it("lists the user's packs among its own", async () => {
    const packs = JSON.parse((await charm("draft", "--list", "--json")).stdout) as {
      name: string;
      requirements: unknown[];
    }[];
    expect(packs.find(({ name }) => name === "our-records")?.requirements.length).toBe(3);
    expect(packs.length).toBeGreaterThan(30);
  });

  it.each([
    [
      ["draft", "our-recods", "--facts", "home.yaml"],
      /no pack “our-recods”. Did you mean our-records\?/,
    ],
    [["draft", "our-records"], /Nothing says which home the draft is for/],
    [["draft", "our-records", "--facts", "none.yaml"], /none.yaml, cannot be opened/],
    [
      ["draft", "our-records", "--facts", "home.yaml", "--date", "2026-02-30"],
      /“2026-02-30” is no day/,
    ],
    [
      ["draft", "wrong.yaml", "--facts", "home.yaml"],
      /wrong.yaml, line 10: there is no “reg 36\(9\)” in the library/,
    ],
    [
      ["draft", "fire", "--facts", "home.yaml"],
      /not in the library, and fire.yaml rests on it \(line \d+/,
    ],
  ])("refuses %j", async (args, message) => {
    await writeFile(join(home, "wrong.yaml"), pack.replace("reg 36(1), req", "reg 36(9), req"));
    const { code, stderr } = await charm(...args);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });

  it("writes the facts of a home to fill in, and never over a file", async () => {
    const first = await charm("init", "home", "-o", "new.yaml");
    expect(first.code).toBe(0);
    const text = await readFile(join(home, "new.yaml"), "utf8");
    expect(text.split("\n")[0]).toMatch(
      /^# yaml-language-server: \$schema=.*schemas\/home\.schema\.json$/,
    );
    await writeFile(join(home, "new.yaml"), text.replace("name: TBC", "name: Fern House"));
    const again = await charm("init", "home", "-o", "new.yaml");
    expect(again).toMatchObject({ code: 2, stderr: expect.stringMatching(/is there already/) });
    const drafted = await charm("draft", "our-records", "--facts", "new.yaml");
    expect(drafted.stdout).toContain("**Home**: Fern House");
  });
});
