// `charm sources` against a publisher on this machine: what is held, what is newer, and what is fetched or refused.
import { spawn } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import type { CheckedSource } from "../../src/sources/check-source.ts";
import {
  changesFeed,
  contentItem,
  file,
  json,
  rangedFile,
  startPublisher,
  type Publisher,
  type Reply,
} from "../sources/publisher.ts";
import { makePdf } from "../support/make-pdf.ts";
import { isBuilt, root } from "../support/project.ts";
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

  it.each([
    ["SIGKILL", null],
    ["SIGINT", 130],
  ] as const)("goes on with a file after %s", async (how, code) => {
    const bytes = await text("must");
    const begun: Reply = (response) =>
      response
        .writeHead(200, {
          "content-type": "application/pdf",
          "content-length": bytes.length,
          etag: '"one"',
        })
        .write(bytes.subarray(0, 500));
    await serve({ [`/api/content${page}`]: json(newPage), "/media/bbb/Guide.pdf": begun });
    const args = [join(root, "bin/charm.js"), "sources", "pull", "guide-2015"];
    const child = spawn(process.execPath, args, { cwd, stdio: "ignore", env: { HOME: cwd } });
    const ended = new Promise((settle) => child.on("close", settle));
    const part = join(cwd, "corpus/.charm/pull/guide-2015.part");
    // The head before the bytes is shorter than 500.
    await expect
      .poll(
        () =>
          stat(part).then(
            ({ size }) => size,
            () => 0,
          ),
        { timeout: 20_000 },
      )
      .toBeGreaterThan(700);
    child.kill(how);
    expect(await ended).toBe(code);
    const { stdout } = await runCharm(["index", "--json"], { cwd });
    expect((JSON.parse(stdout) as { documents: unknown[] }).documents).toHaveLength(1);
    await publisher?.close();
    await serve({
      [`/api/content${page}`]: json(newPage),
      "/media/bbb/Guide.pdf": rangedFile({ bytes }),
    });
    expect((await charm("pull", "guide-2015")).code).toBe(0);
    expect(publisher?.ranges).toEqual([null, { range: "bytes=500-", ifRange: '"one"' }]);
    expect(await readFile(join(cwd, "corpus/Guide-2026-05-01.pdf"))).toEqual(bytes);
    expect((await readdir(join(cwd, "corpus"))).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("fetches the law as at days, which stand in their order, and answers by the day that is named", async () => {
    const law = "The Children's Homes (England) Regulations 2015";
    const edition = (word: string) =>
      makePdf({
        title: law,
        pages: [[`1. Staff ${word} write down what they saw in the log of the house.`]],
      });
    const path = (day: string) => `/uksi/2015/541/${day}/data.pdf`;
    await rm(join(cwd, "corpus"), { recursive: true });
    await mkdir(join(cwd, "corpus/law"), { recursive: true });
    await writeFile(join(cwd, "corpus/law/Regs.pdf"), await edition("always"));
    // Described beside it, and so not in the corpus' own as well.
    const beside = `documents:\n  - file: Regs.pdf\n    title: ${law}\n    authority: legislation\n    date: 2024-05-21\n`;
    await writeFile(join(cwd, "corpus/law/sources.yaml"), beside);
    await serve({
      [path("2016-01-01")]: file(await edition("first")),
      [path("2020-01-01")]: file(await edition("often")),
    });
    const pull = async (day: string) => {
      const { code, stdout } = await charm(
        "pull",
        "chr-2015",
        "--as-at",
        day,
        "--to",
        "law",
        "--json",
      );
      expect(code).toBe(0);
      return (JSON.parse(stdout) as { pulled: unknown[] }).pulled[0];
    };
    expect(await pull("2016-01-01")).toMatchObject({
      file: "law/chr-2015-2016-01-01.pdf",
      url: "https://www.legislation.gov.uk/uksi/2015/541/2016-01-01/data.pdf",
      date: "2016-01-01",
      supersedes: null,
      supersededBy: "law/Regs.pdf",
    });
    expect(await pull("2020-01-01")).toMatchObject({
      supersedes: "law/chr-2015-2016-01-01.pdf",
      supersededBy: "law/Regs.pdf",
    });
    expect(await pull("2020-01-01")).toMatchObject({ status: "unchanged" });
    expect(await readFile(join(cwd, "corpus/law/sources.yaml"), "utf8")).toBe(
      `${beside}    supersedes: law/chr-2015-2020-01-01.pdf\n`,
    );
    const found = async (...day: string[]) => {
      const { stdout } = await runCharm(["search", "log of the house", ...day, "--json"], { cwd });
      return (JSON.parse(stdout) as { results: { file: string }[] }).results.map((one) => one.file);
    };
    expect(await found("--as-at", "2017-06-01")).toEqual(["law/chr-2015-2016-01-01.pdf"]);
    expect(await found("--as-at", "2021-06-01")).toEqual(["law/chr-2015-2020-01-01.pdf"]);
    expect(await found()).toEqual(["law/Regs.pdf"]);
    const { stdout } = await charm("list", "--json");
    expect(stdout).toContain('"file": "law/Regs.pdf"');
  });

  it("refuses a day to come, a day of what is not published by days, and a day that is none", async () => {
    await serve({});
    const to = async (...args: string[]) => {
      const { code, stderr } = await charm("pull", ...args);
      return [code, stderr];
    };
    expect(await to("chr-2015", "--as-at", "2999-01-01")).toEqual([
      2,
      expect.stringContaining("is still to come"),
    ]);
    expect(await to("guide-2015", "--as-at", "2020-01-01")).toEqual([
      2,
      expect.stringContaining("not published by days"),
    ]);
    expect(await to("chr-2015", "--as-at", "2020-02-30")).toEqual([
      2,
      expect.stringContaining("is no day"),
    ]);
    expect(await to("chr-2015", "--as-at", "2020-01-01", "--offline")).toEqual([
      2,
      expect.stringContaining("offline"),
    ]);
    expect(publisher?.asked).toEqual([]);
    expect(await to("chr-2015", "--as-at", "2001-01-01")).toEqual([
      2,
      expect.stringContaining("it answers 404"),
    ]);
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
