// `charm sources` against a publisher on this machine: what is held, what is newer, and what is fetched or refused.
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import type { CheckedSource } from "../../src/sources/check-source.ts";
import {
  changesFeed,
  contentItem,
  file,
  json,
  startPublisher,
  type Publisher,
  type Reply,
} from "../sources/publisher.ts";
import { makePdf } from "../support/make-pdf.ts";
import { isBuilt } from "../support/project.ts";
import { runCharm } from "../support/run-charm.ts";

const page =
  "/government/publications/childrens-homes-regulations-including-quality-standards-guide";
const old = "https://assets.publishing.service.gov.uk/media/aaa/Guide.pdf";
const now = "https://assets.publishing.service.gov.uk/media/bbb/Guide.pdf";
const title = "Guide to the children's homes regulations including the quality standards";
const text = (word: string) =>
  makePdf({
    title,
    pages: [[`1.1 Staff ${word} write down what they saw in the log of the house.`]],
  });

let publisher: Publisher | null = null;
let cwd: string;
let count = 0;

// Nothing can be started before `npm run build`.
describe.skipIf(!isBuilt)("charm sources", { timeout: 60_000 }, () => {
  const base = () => join(inject("runFolder"), "sources");
  beforeEach(async () => {
    await mkdir(base(), { recursive: true });
    cwd = await mkdtemp(join(base(), `${(count += 1)}-`));
    await mkdir(join(cwd, "corpus"));
    await writeFile(join(cwd, "corpus/Guide.pdf"), await text("should"));
    await writeFile(
      join(cwd, "corpus/sources.yaml"),
      `# Ours.\ndocuments:\n  - file: Guide.pdf\n    title: ${title}\n    authority: statutory-guidance\n    date: 2015-04\n    url: ${old}\n`,
    );
  });
  afterEach(() => publisher?.close());
  afterAll(() => rm(base(), { recursive: true, force: true }));

  async function serve(replies: Record<string, Reply>) {
    publisher = await startPublisher(replies);
    const mirrors = Object.entries(publisher.mirrors).map(([host, at]) => `    ${host}: ${at}`);
    await writeFile(join(cwd, "charm.yaml"), `sources:\n  mirrors:\n${mirrors.join("\n")}\n`);
  }
  const charm = (...args: string[]) => runCharm(["sources", ...args], { cwd });
  const newPage = contentItem({
    changes: [["2026-05-01T08:00:00Z", "New edition."]],
    files: [["Guide", now]],
  });

  it("lists the catalogue with what is held, asking nobody", async () => {
    const { code, stdout } = await charm("list", "--json", "--offline");
    expect(code).toBe(0);
    const { sources } = JSON.parse(stdout) as {
      sources: { id: string; held: { file: string } | null }[];
    };
    expect(sources.length).toBeGreaterThan(25);
    expect(sources.filter(({ held }) => held !== null).map(({ id }) => id)).toEqual(["guide-2015"]);
    expect((await charm("list")).stdout).toContain("1 held");
  });

  it("ends with 4 where a newer edition is known, and with 0 where none is", async () => {
    await serve({
      [`/api/content${page}`]: json(newPage),
      "/media/aaa/Guide.pdf": file("%PDF- %%EOF"),
    });
    const { code, stdout } = await charm("check", "--json");
    const { checked } = JSON.parse(stdout) as { checked: CheckedSource[] };
    expect([code, checked.map(({ id, state }) => [id, state])]).toEqual([
      4,
      [["guide-2015", "newer"]],
    ]);
    const read = await charm("check");
    expect(read.stdout).toContain("2026-05-01: “New edition.”");
    await publisher?.close();
    await serve({ [`/api/content${page}`]: json(contentItem({ files: [["Guide", old]] })) });
    expect((await charm("check", "guide-2015")).code).toBe(0);
  });

  it("tells of one that cannot be asked beside the others", async () => {
    await serve({
      [`/api/content${page}`]: json(contentItem({ files: [["Guide", old]] })),
      "/changes/affected/uksi/2015/541/data.feed": file("<html>down</html>", "text/html"),
    });
    const { code, stdout } = await charm("check", "guide-2015", "chr-2015", "--json");
    const { checked } = JSON.parse(stdout) as { checked: CheckedSource[] };
    expect([code, checked.map(({ state }) => state)]).toEqual([0, ["same", "failed"]]);
    await publisher?.close();
    await serve({
      "/changes/affected/uksi/2015/541/data.feed": file(changesFeed([]), "application/atom+xml"),
    });
    expect((await charm("check", "guide-2015")).code).toBe(2);
  });

  it("fetches a newer edition beside the older, which it supersedes, and answers from the newer", async () => {
    const bytes = await text("must");
    await serve({ [`/api/content${page}`]: json(newPage), "/media/bbb/Guide.pdf": file(bytes) });
    const { code, stdout } = await charm("pull", "guide-2015", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      pulled: [{ status: "pulled", file: "Guide-2026-05-01.pdf", supersedes: "Guide.pdf" }],
    });
    expect(await readFile(join(cwd, "corpus/Guide-2026-05-01.pdf"))).toEqual(bytes);
    const sources = await readFile(join(cwd, "corpus/sources.yaml"), "utf8");
    expect(sources).toContain("# Ours.");
    expect(sources).toContain(now);
    const asked = await runCharm(["ask", "Who writes down what staff saw?"], { cwd });
    expect(asked.stdout).toContain("must write down");
    expect(asked.stdout).not.toContain("should write down");
    const again = await charm("pull", "guide-2015", "--json");
    expect(JSON.parse(again.stdout)).toMatchObject({ pulled: [{ status: "unchanged" }] });
    expect((await charm("check", "guide-2015")).code).toBe(0);
  });

  it("replaces and leaves nothing where what comes cannot be read", async () => {
    const before = await readdir(join(cwd, "corpus"));
    for (const bad of ["%PDF-1.7 no pages %%EOF", "<html>no</html>"]) {
      await serve({ [`/api/content${page}`]: json(newPage), "/media/bbb/Guide.pdf": file(bad) });
      const { code, stderr } = await charm("pull", "guide-2015");
      expect([code, stderr]).toEqual([2, expect.stringContaining("is not taken")]);
      await publisher?.close();
    }
    expect(await readdir(join(cwd, "corpus"))).toEqual(before);
  });

  it("begins a corpus, in a folder of it, and refuses one outside", async () => {
    await rm(join(cwd, "corpus"), { recursive: true });
    await serve({
      [`/api/content${page}`]: json(newPage),
      "/media/bbb/Guide.pdf": file(await text("may")),
    });
    const { code } = await charm("pull", "guide-2015", "--to", "official/guidance");
    expect(code).toBe(0);
    expect(await readdir(join(cwd, "corpus/official/guidance"))).toEqual(["Guide.pdf"]);
    for (const folder of ["..", "/tmp", "a/../../b"])
      expect((await charm("pull", "guide-2015", "--to", folder)).stderr).toContain(
        "no folder below",
      );
  });

  it("opens no connection offline, and knows a slip of an id", async () => {
    await serve({});
    for (const what of [["check"], ["pull", "guide-2015"]]) {
      const { code, stderr } = await charm(...what, "--offline");
      expect([code, stderr]).toEqual([2, expect.stringContaining("offline")]);
    }
    expect(publisher?.asked).toEqual([]);
    expect((await charm("check", "guide-2051")).stderr).toContain("Did you mean guide-2015?");
    expect((await charm("pull", "nspcc-rpf")).stderr).toContain("licenses no copies");
  });

  it("reads a corpus that was copied from elsewhere as it is", async () => {
    await copyFile(join(cwd, "corpus/Guide.pdf"), join(cwd, "corpus/Copy.pdf"));
    const { stdout } = await charm("list", "--json");
    expect(stdout).toContain('"file": "Guide.pdf"');
  });
});
