// Every pack that charm comes with, drafted for a home with documents: no line in it that no source says.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBuiltInEmbedder } from "../../src/embed/built-in.ts";
import { rememberVectors } from "../../src/embed/remembering.ts";
import type { TokenEmbedder } from "../../src/embed/token-embedder.ts";
import { findPack, listPacks } from "../../src/packs/find-pack.ts";
import { packFacts } from "../../src/packs/pack.ts";
import { stateFact } from "../../src/policy/home-facts.ts";
import { draftPolicy } from "../../src/use-cases/draft-policy.ts";
import { made } from "../policy/made-facts.ts";
import { readHeldDocuments, type HeldLaw } from "../support/held-law.ts";
import { hasShared } from "../support/shared-folder.ts";
import { findUnsourced } from "../support/unsourced-lines.ts";

const names = (await listPacks(null)).map(({ name }) => name);
const policy = `# House rules
Staff ring the police after 40 minutes. Each complaint is written into the complaints book.
## Medicines
Medicines are kept in a locked cabinet in the office, and the shift leader signs for each dose.
## Restraint
Every restraint is recorded within 24 hours, and the manager speaks to the child within 5 days.
`;

describe.skipIf(!hasShared)("every pack", { timeout: 60_000 }, () => {
  let folder: string;
  let held: HeldLaw;
  let embedder: TokenEmbedder;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "charm-all-drafts-"));
    await writeFile(join(folder, "rules.md"), policy);
    held = await readHeldDocuments([join(folder, "rules.md")]);
    embedder = rememberVectors(await openBuiltInEmbedder());
  }, 60_000);
  afterAll(async () => {
    await embedder?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(names)("%s rests on its sources and passes its own check", async (name) => {
    const pack = await findPack(name, name, null);
    const path = join(folder, "rules.md");
    const drafted = await draftPolicy(
      {
        pack,
        facts: made,
        factsFile: "home.yaml",
        files: [{ file: "rules.md", path, found: true, unread: null }],
        date: null,
      },
      {
        library: held.library,
        openEmbedder: async () => embedder,
        signal: new AbortController().signal,
      },
    );
    const sources = {
      pack,
      law: held.texts,
      own: new Map([["House rules", await readFile(path, "utf8")]]),
      facts: packFacts.flatMap((fact) => stateFact(fact, made).says ?? []),
      home: made.name,
    };
    expect(findUnsourced(drafted.markdown, sources)).toEqual([]);
    expect(drafted.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    const open = new Set(drafted.blanks.map(({ requirement }) => requirement));
    const quoted = drafted.draft.sections.flatMap(({ parts }) => parts);
    const isBare = !quoted.some(({ kind }) => kind === "own" || kind === "fact");
    const met = drafted.coverage.filter(({ verdict }) => verdict === "met");
    expect(isBare ? met : []).toEqual([]);
    expect(drafted.coverage.length).toBeGreaterThanOrEqual(
      [...open].filter((id) => id !== null).length,
    );
  });
});
