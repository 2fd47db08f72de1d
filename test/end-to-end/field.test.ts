// Another field is another folder of data: lighthouses, with a law, a custom, a term replaced and a catalogue of their own.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makePdf } from "../support/make-pdf.ts";
import { isBuilt } from "../support/project.ts";
import { runCharm } from "../support/run-charm.ts";

const tables = {
  field: {
    name: "lighthouses",
    checked: "2026-11",
    title: "\\blighthouses?\\b",
    guideTitle: "\\bguide to keeping lighthouses\\b",
    regulations: "lr1901",
    act: "la1890",
    formerRegulations: "lr1860",
  },
  instruments: {
    instruments: [
      { key: "la1890", name: "Lamps Act 1890", instrument: "act", number: "1890 c. 4" },
      {
        key: "lr1901",
        name: "Lighthouse Regulations 1901",
        instrument: "regulations",
        number: "1901/7",
        cited: { short: "Lamp rules", authority: "legislation" },
      },
      {
        key: "lr1860",
        name: "Lighthouse Regulations 1860",
        instrument: "regulations",
        number: "1860/2",
        ended: { code: "revoked", by: "Lighthouse Regulations 1901" },
      },
    ],
    passedIn: { "Lamps Act": [1890] },
  },
  replaced: [
    {
      names: ["Board of Beacons"],
      now: "the Harbour Office",
      since: "1900",
      source: "Lamps Act 1890",
      sourceDate: "1890",
    },
  ],
  catalogue: {
    checked: "2026-11",
    source: "made up",
    documents: [
      {
        id: "lamp-rules",
        title: "Lighthouse Regulations 1901",
        number: "SR 1901/7",
        publisher: "Harbour Office",
        authority: "legislation",
        licence: "none",
        url: "https://example.org/lamps",
        at: { kind: "link" },
        editions: [],
      },
    ],
  },
};

// Nothing can be started before `npm run build`.
describe.skipIf(!isBuilt)("a field of its own", { timeout: 60_000 }, () => {
  let cwd: string;
  beforeAll(async () => {
    cwd = await mkdtemp(join(tmpdir(), "charm-field-"));
    await mkdir(join(cwd, "lamps"));
    for (const [name, table] of Object.entries(tables))
      await writeFile(join(cwd, "lamps", `${name}.json`), JSON.stringify(table));
    await mkdir(join(cwd, "corpus"));
    const pages = [
      [
        "STATUTORY INSTRUMENTS",
        "1901 No. 7",
        "The Lighthouse Regulations 1901",
        "Lighting of the lamp",
        "1.—(1) The keeper must light the lamp at dusk.",
        "(2) The keeper must write in the log when the lamp was lit.",
        "Oil",
        "2. The keeper must have oil for forty nights in store.",
      ],
    ];
    const title = "Lighthouse Regulations 1901";
    await writeFile(join(cwd, "corpus/rules.pdf"), await makePdf({ title, pages }));
    await writeFile(
      join(cwd, "corpus/sources.yaml"),
      `documents:\n  - file: rules.pdf\n    title: ${title}\n    authority: legislation\n`,
    );
    await writeFile(
      join(cwd, "policy.md"),
      "# Our policy on oil\n\nWe tell the Board of Beacons under regulation 2, and Ofsted when we like.\n",
    );
  });
  afterAll(() => rm(cwd, { recursive: true, force: true }));

  const charm = (...args: string[]) =>
    runCharm(args, { cwd, env: { CHARM_FIELD: join(cwd, "lamps") } });

  it("means its own law by a number alone, and cites it by its short name", async () => {
    const { stdout, code } = await charm("show", "reg 1(2)");
    expect(code).toBe(0);
    expect(stdout).toContain("Lamp rules");
    expect(stdout).toContain("must write in the log");
    const { stdout: listed } = await charm("index", "--json");
    expect(JSON.parse(listed)).toMatchObject({
      documents: [{ file: "rules.pdf", short: "Lamp rules" }],
    });
  });

  it("finds what its own tables say was replaced, and nothing of another field", async () => {
    const { stdout } = await charm("check", "policy.md", "--as", "policy", "--json");
    expect(stdout).toContain("the Harbour Office");
    expect(stdout).not.toContain("inspectorate");
  });

  it("lists its own catalogue, with what is held", async () => {
    const { stdout } = await charm("sources", "list", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      sources: [{ id: "lamp-rules", held: { file: "rules.pdf" } }],
    });
  });

  it("names the file of a table that cannot be read", async () => {
    const env = { CHARM_FIELD: join(cwd, "corpus") };
    const { stderr, code } = await runCharm(["show", "reg 1"], { cwd, env });
    expect(code).toBe(2);
    expect(stderr).toContain("field.json cannot be read");
    expect(stderr).toContain("docs/field.md");
  });
});
