import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { layoutDigest } from "../../src/digest/layout-digest.ts";
import type { Digest } from "../../src/digest/digest.ts";
import { writeMarkdown } from "../../src/report/write-markdown.ts";
import { listChecked } from "../../src/use-cases/list-checked.ts";
import { makeDigest, type DigestSources } from "../../src/use-cases/make-digest.ts";
import { readEdition, type ReadEdition } from "../../src/use-cases/read-edition.ts";

/** Law of the field in form and title, in words of our own. */
const law = `# Children's Homes (Lantern) Regulations 2031

## 1 The protection of children standard

1.1 The registered person must see to it that a lamp is lit within 2 hours of dusk.

1.2 A lamp is put out by whoever lit it.

## 2 Staff

2.1 The registered person should give each member of staff a lamp of their own.

2.2 Lamps are handed back by staff who leave.
`;

const charter = `# Lamplight charter

1. Members should share what works with each other once a year.
`;

const policy = `# Lamps

We light a lamp when the law says so (Law.md, paragraph 1.1).
`;

let folder = "";
let sources: Omit<DigestSources, "pairs">;
const path = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "charm-digest-"));
  await writeFile(path("Law.md"), law);
  await writeFile(path("Law_new.md"), law.replace("2 hours", "1 hour"));
  await writeFile(path("Charter.md"), charter);
  await writeFile(path("Charter_new.md"), charter.replace("once", "twice"));
  await writeFile(path("lamps.md"), policy);
  sources = { since: "2031-01-01", added: [], removed: [], unknown: [], looked: 2 };
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(name: string, more: Partial<ReadEdition["edition"]>): Promise<ReadEdition> {
  const deps = { corpus: path("corpus"), means: {} };
  const found = await readEdition(name, path(name), deps);
  return { ...found, edition: { ...found.edition, ...more } };
}

async function digestOf(
  old: string,
  now: string,
  more: Partial<ReadEdition["edition"]>,
  inForceFrom: string | null,
): Promise<Digest> {
  const pair = { old: () => read(old, more), new: () => read(now, more), inForceFrom };
  const texts = await listChecked([path("lamps.md")]);
  return makeDigest({ ...sources, pairs: [pair] }, texts, {});
}

function sectionOf(digest: Digest, title: string): string {
  const page = writeMarkdown(layoutDigest(digest));
  return (page.split(`# ${title}\n`)[1] ?? "").split("\n#")[0] ?? "";
}

describe("a digest", () => {
  it("tells each own document what it cites that changed, from when, and what to do", async () => {
    const law2031 = { authority: "legislation" } as const;
    const digest = await digestOf("Law.md", "Law_new.md", law2031, "2031-09-01");
    const own = sectionOf(digest, path("lamps.md"));
    expect(own).toContain("time: “2 hours” → “1 hour”; in force from 2031-09-01");
    expect(own).toContain("To do: read what it says under “Lamps” against this");
    expect(sectionOf(digest, "Issues and solutions")).toContain("“2 hours” → “1 hour”");
    expect(sectionOf(digest, "Good practice")).toContain("No change.");
    expect(sectionOf(digest, "News")).toContain("in force from 2031-09-01");
  });

  it("never shows a voluntary text as guidance", async () => {
    const voluntary = { authority: "voluntary" } as const;
    const digest = await digestOf("Charter.md", "Charter_new.md", voluntary, null);
    const page = writeMarkdown(layoutDigest(digest));
    const lines = page.split("\n").filter((line) => line.includes("Lamplight charter"));
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line).toContain("(voluntary: no law and no guidance)");
    expect(page).not.toContain("duty:");
    expect(sectionOf(digest, "Meeting the Quality Standards")).toContain("No change.");
    expect(sectionOf(digest, "Good practice")).toContain("“once a year” → “twice a year”");
  });

  it("says that nothing changed, and where dates are missing that nothing is known", async () => {
    const digest = await digestOf("Law.md", "Law.md", {}, null);
    expect(digest.comparisons).toEqual([]);
    expect(sectionOf(digest, "What to do, by document")).toContain("No change.");
    expect(sectionOf(digest, "Workforce")).toContain("No change.");
    const open = { ...digest, unknown: [{ file: "Law.md", why: "It states no date." }] };
    expect(sectionOf(open, "What to do, by document")).toContain("No change is known");
    expect(sectionOf(open, "Not known")).toContain("Law.md: It states no date.");
  });
});
