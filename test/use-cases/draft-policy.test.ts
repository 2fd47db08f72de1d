// Drafts made from the real packs, the real law and a made-up home, with the built-in model.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readHeldDocuments } from "../support/held-law.ts";
import { openBuiltInEmbedder } from "../../src/embed/built-in.ts";
import { rememberVectors } from "../../src/embed/remembering.ts";
import type { TokenEmbedder } from "../../src/embed/token-embedder.ts";
import type { HomeFacts } from "../../src/homes/facts.ts";
import type { Library } from "../../src/library/library.ts";
import { findPack } from "../../src/packs/find-pack.ts";
import { stateFact } from "../../src/policy/home-facts.ts";
import { packFacts } from "../../src/packs/pack.ts";
import { draftPolicy, type DraftedPolicy } from "../../src/use-cases/draft-policy.ts";
import { findGaps } from "../../src/use-cases/find-gaps.ts";
import { made } from "../policy/made-facts.ts";
import { hasShared } from "../support/shared-folder.ts";
import { findUnsourced } from "../support/unsourced-lines.ts";

const facts: HomeFacts = { ...made, capacity: 4, ages: { from: 11, to: 17 } };

const documents: Readonly<Record<string, string>> = {
  "missing.md": `# Missing policy
## When a child is not back
The shift leader rings the child, then searches house and garden.
The shift leader reports the child missing to the police within 60 minutes.
The on-call manager rings the social worker at once.
## When a child comes back
The keyworker gives the child something to eat and asks how they are.
The return conversation is held by TBC.
## Learning
Each incident of a missing child is evaluated to find gaps in the training, skills or knowledge of staff.
The record of each incident is shared with the placing authority.
## Review
Date of the next review: TBC
`,
  "purpose.md": `# Statement of Purpose
## The home
Elm House is registered for up to four children aged 11 to 18 years.
The responsible individual is TBC.
The home is not registered as a school.
## Missing children
A child who is missing is reported to the police within 30 minutes.
`,
};

describe.skipIf(!hasShared)("draftPolicy", { timeout: 60_000 }, () => {
  let folder: string;
  let library: Library;
  let embedder: TokenEmbedder;
  const law: string[] = [];
  const draft = async (name: string, files: readonly string[], date: string | null = null) =>
    draftPolicy(
      {
        pack: await findPack(name, name, null),
        facts,
        factsFile: "home.yaml",
        files: files.map((file) => ({ file, path: join(folder, file), found: true, unread: null })),
        date,
      },
      { library, openEmbedder: async () => embedder, signal: new AbortController().signal },
    );
  const unsourced = async (name: string, { markdown, draft: { conflicts } }: DraftedPolicy) => {
    const told = conflicts.flatMap(({ parts }) =>
      parts.flatMap((part) => (part.kind === "fact" ? [part.text] : [])),
    );
    const said = packFacts.flatMap((fact) => stateFact(fact, facts).says ?? []);
    const pack = await findPack(name, name, null);
    const own = new Map(library.documents.map(({ file, short }) => [short, documents[file] ?? ""]));
    return findUnsourced(markdown, {
      pack,
      law,
      own,
      facts: [...said, ...told],
      home: "Elm House",
    });
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "charm-drafts-"));
    for (const [name, text] of Object.entries(documents)) await writeFile(join(folder, name), text);
    const files = Object.keys(documents).map((file) => join(folder, file));
    const held = await readHeldDocuments(files);
    library = held.library;
    law.push(...held.texts);
    embedder = rememberVectors(await openBuiltInEmbedder());
  }, 60_000);
  afterAll(async () => {
    await embedder?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("quotes each requirement and leaves it open where the home has no documents", async () => {
    const drafted = await draft("missing", []);
    const { blanks, coverage, findings, markdown } = drafted;
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(await unsourced("missing", drafted)).toEqual([]);
    const open = new Set(blanks.map(({ requirement }) => requirement));
    for (const { id, duty, verdict } of coverage) {
      expect(open.has(id)).toBe(duty !== "not-home");
      expect(verdict).not.toBe("met");
    }
    expect(markdown).not.toMatch(/The home's document, /);
  });

  it("quotes what the home says with its place, leaves open what is TBC, and settles nothing", async () => {
    const drafted = await draft("missing", ["missing.md", "purpose.md"]);
    const { markdown, draft: drawn, blanks } = drafted;
    expect(await unsourced("missing", drafted)).toEqual([]);
    expect(markdown).toContain(
      "**The home's document, Missing policy, “Learning”**: “The record of each incident is shared with the placing authority.”",
    );
    expect(markdown).not.toMatch(/“[^”]*TBC/);
    expect(drawn.conflicts.map(({ about }) => about)).toEqual([expect.stringMatching(/police/)]);
    expect(drawn.elsewhere.map(({ about }) => about)).toEqual([
      "Ages of the children the home is for",
    ]);
    expect(markdown).not.toContain("Ages of the children");
    for (const { parts } of drawn.conflicts) {
      expect(parts.filter(({ kind }) => kind === "own" || kind === "fact").length).toBeGreaterThan(
        1,
      );
      expect(parts.at(-1)?.kind).toBe("blank");
    }
    expect(blanks.length).toBe(
      markdown.split("## Contradictions")[0]?.match(/^- .*\[to complete: /gm)?.length,
    );
  });

  it("ends with the rows that gap gives for the draft, none met by a blank alone", async () => {
    const {
      markdown,
      coverage,
      draft: drawn,
      blanks,
    } = await draft("missing", ["missing.md", "purpose.md"]);
    const path = join(folder, "drafted.md");
    await writeFile(path, markdown);
    const { rows } = await findGaps(
      {
        set: "missing",
        setPath: "missing",
        packs: null,
        files: [{ file: "draft.md", path, found: false, unread: null }],
        home: null,
      },
      { library, openEmbedder: async () => embedder, signal: new AbortController().signal },
    );
    expect(rows.map(({ id, verdict }) => [id, verdict])).toEqual(
      coverage.map(({ id, verdict }) => [id, verdict]),
    );
    const quoted = drawn.sections
      .flatMap(({ parts }) => parts)
      .filter(({ kind }) => kind === "own");
    expect(quoted.length).toBeGreaterThan(0);
    expect(coverage.some(({ verdict }) => verdict === "met")).toBe(true);
    expect(blanks.length).toBeGreaterThan(0);
  });

  it("is seen to say what no source says where it does", async () => {
    const drafted = await draft("location-review", []);
    const slipped = drafted.markdown.replace(
      "## Storage\n",
      "## Storage\n\nStaff keep the review in the office.\n\n**The home's document, purpose.md**: “Staff look in every hour.”\n",
    );
    expect(await unsourced("location-review", { ...drafted, markdown: slipped })).toEqual([
      "Staff keep the review in the office.",
      "The home's document, purpose.md: “Staff look in every hour.”",
    ]);
  });

  it("states a fact by a fixed sentence, unless it is disputed or not known", async () => {
    const { markdown, blanks } = await draft("statement-of-purpose", ["purpose.md"]);
    expect(markdown).toContain(
      "**The home's facts, home.yaml**: The registered manager is Petra Vale.",
    );
    expect(markdown).not.toContain("The home is for children aged 11 to 17 years.");
    const open = blanks.map(({ text }) => text);
    expect(open).toContain("ages of the children the home is for");
    expect(open).toContain("name of the responsible individual");
  });

  it.each(["behaviour", "childrens-guide", "complaints-procedure", "independent-visit-report"])(
    "says nothing in %s that no source says, and passes its own check",
    async (name) => {
      const drafted = await draft(name, ["missing.md", "purpose.md"]);
      expect(await unsourced(name, drafted)).toEqual([]);
      expect(drafted.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    },
  );

  it("gives the same bytes for the same input, in whatever order the files come", async () => {
    const one = await draft("location-review", ["missing.md", "purpose.md"], "2026-03-01");
    const other = await draft("location-review", ["purpose.md", "missing.md"], "2026-03-01");
    expect(other.markdown).toBe(one.markdown);
    expect(one.markdown).toContain("| Next review | 2027-03-01 |");
  });

  it("takes no draft of its own for a document of the home", async () => {
    const { markdown } = await draft("location-review", []);
    await writeFile(join(folder, "old-draft.md"), markdown);
    const again = await draft("location-review", ["old-draft.md"]);
    expect(again.markdown).toBe(markdown);
    expect(again.leftOut).toMatchObject([{ file: "old-draft.md" }]);
  });
});
