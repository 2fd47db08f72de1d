import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { discoverCorpus } from "../../src/discover/discover-corpus.ts";
import { CharmError } from "../../src/errors.ts";

let home: string;
let corpus: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "charm-discover-"));
  corpus = join(home, "corpus");
  await mkdir(corpus);
});
afterEach(() => rm(home, { recursive: true, force: true }));

async function put(file: string, text = "text"): Promise<void> {
  const path = join(corpus, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

async function failure(work: Promise<unknown>): Promise<CharmError> {
  const error = await work.then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(CharmError);
  return error as CharmError;
}

const names = async () => (await discoverCorpus(corpus)).files.map((file) => file.file);

describe("discoverCorpus: which files", () => {
  it("finds every kind in every folder, sorted, with size, time and an absolute path", async () => {
    for (const file of ["b.pdf", "a.TXT", "plans/c.md", "plans/deep/d.docx", "e.html", "f.htm"])
      await put(file);
    const { files, problems } = await discoverCorpus(corpus);
    expect(files.map((file) => file.file)).toEqual([
      "a.TXT",
      "b.pdf",
      "e.html",
      "f.htm",
      "plans/c.md",
      "plans/deep/d.docx",
    ]);
    expect(problems).toEqual([]);
    expect(files[1]).toMatchObject({ path: join(corpus, "b.pdf"), bytes: 4, declared: {} });
    expect(files[1]?.modified).toBeGreaterThan(0);
  });

  it("passes over hidden files, lock files, what systems leave, and node_modules", async () => {
    for (const file of [
      "a.txt",
      ".b.txt",
      ".git/c.txt",
      "~$d.docx",
      "node_modules/e.md",
      "Thumbs.db",
      "desktop.ini",
      "~WRL0005.tmp",
      ".~lock.a.odt#",
    ])
      await put(file);
    expect(await names()).toEqual(["a.txt"]);
    expect((await discoverCorpus(corpus)).unread).toEqual([]);
  });

  it("names every other file that is not read, with what to do", async () => {
    const advice: Readonly<Record<string, RegExp>> = {
      "Bedtimes.DOC": /“\.doc” are not read\. Open it .* save it as \.docx/,
      "Rota.numbers": /PDF/,
      "Letter.pages": /save it as \.docx/,
      "mail/Complaint.msg": /attachments/,
      "mail/Complaint.eml": /attachments/,
      "scan.JPG": /recognised text/,
      "old.zip": /Unpack/,
      "talk.mp3": /Write down/,
      "plan.xyz": /“\.xyz” are not read\. Save it as PDF/,
      notes: /without an extension/,
      "Guide.lnk": /put the document itself/,
    };
    for (const file of [
      ...Object.keys(advice),
      "a.txt",
      "b.markdown",
      "c.text",
      "d.docm",
      "e.dotx",
      "f.xhtml",
    ])
      await put(file);
    const { files, unread } = await discoverCorpus(corpus);
    expect(files.map(({ file }) => file)).toEqual([
      "a.txt",
      "b.markdown",
      "c.text",
      "d.docm",
      "e.dotx",
      "f.xhtml",
    ]);
    expect(unread.map(({ file }) => file).sort()).toEqual(Object.keys(advice).sort());
    for (const { file, message } of unread) expect(message).toMatch(advice[file] ?? /never/);
  });

  it("takes what a browser saved beside a page for its parts, and says so once", async () => {
    for (const file of [
      "Page.html",
      "Page_files/a.js",
      "Page_files/b.png",
      "Page_files/ad.html",
      "Plan_files/c.md",
    ])
      await put(file);
    const { files, unread } = await discoverCorpus(corpus);
    expect(files.map(({ file }) => file)).toEqual(["Page.html", "Plan_files/c.md"]);
    expect(unread).toMatchObject([{ file: "Page_files", code: "not-read" }]);
  });

  it("names files alike on every file system", async () => {
    await put("cafe\u0301.txt");
    expect(await names()).toEqual(["caf\u00e9.txt"]);
  });

  it("refuses names that could write control codes to a terminal", async () => {
    await put("a.txt");
    await put("b\u001b[2J.txt");
    const { files, problems } = await discoverCorpus(corpus);
    expect(files).toHaveLength(1);
    expect(problems).toMatchObject([{ code: "unsafe-name", file: '"b\\u001b[2J.txt"' }]);
  });

  it("follows links to files inside the corpus only", async () => {
    await put("a.txt");
    await put(".store/kept.pdf");
    await writeFile(join(home, "outside.txt"), "private");
    await mkdir(join(home, "elsewhere"));
    await symlink(join(corpus, ".store/kept.pdf"), join(corpus, "kept.pdf"));
    await symlink("../outside.txt", join(corpus, "leak.txt"));
    await symlink("../outside.txt", join(corpus, "leak.xlsx"));
    await symlink("../elsewhere", join(corpus, "folder"));
    await symlink("nowhere.txt", join(corpus, "broken.txt"));
    await symlink(".", join(corpus, "loop"));
    const { files, problems } = await discoverCorpus(corpus);
    expect(files.map((file) => file.file)).toEqual(["a.txt", "kept.pdf"]);
    expect(problems.map((problem) => `${problem.file}: ${problem.code}`)).toEqual([
      "broken.txt: link-not-followed",
      "folder: link-not-followed",
      "leak.txt: link-not-followed",
      "leak.xlsx: link-not-followed",
      "loop: link-not-followed",
    ]);
  });

  it("takes a corpus folder that is itself a link", async () => {
    await put("a.txt");
    await symlink(corpus, join(home, "linked"));
    expect((await discoverCorpus(join(home, "linked"))).files).toHaveLength(1);
  });

  it.skipIf(process.getuid?.() === 0)(
    "says which folder cannot be opened (skipped for root, who may open all)",
    async () => {
      await put("a.txt");
      await mkdir(join(corpus, "shut"), { mode: 0 });
      const { problems } = await discoverCorpus(corpus);
      expect(problems).toMatchObject([{ file: "shut", code: "unreadable" }]);
    },
  );
});

describe("discoverCorpus: no corpus", () => {
  it("says what to do when the folder is missing, a file, or empty", async () => {
    const missing = await failure(discoverCorpus(join(home, "none")));
    expect(missing).toMatchObject({ code: "corpus-missing", exitCode: 2 });
    expect(missing.message).toContain(join(home, "none"));
    expect(missing.hint).toContain("--corpus");

    await put("a.txt");
    const file = await failure(discoverCorpus(join(corpus, "a.txt")));
    expect(file).toMatchObject({ code: "corpus-missing", exitCode: 2 });
    expect(file.message).toContain("is a file");

    await mkdir(join(home, "empty"));
    const empty = await failure(discoverCorpus(join(home, "empty")));
    expect(empty).toMatchObject({ code: "corpus-empty", exitCode: 2 });
    expect(empty.hint).toContain(".docx");

    await writeFile(join(home, "empty", "plan.doc"), "x");
    const unread = await failure(discoverCorpus(join(home, "empty")));
    expect(unread.message).toContain('only "plan.doc"');
    expect(unread.hint).toContain("save it as .docx");
  });

  it("says where it looked for a relative folder", async () => {
    expect((await failure(discoverCorpus("no-such-corpus"))).message).toContain(process.cwd());
  });
});

describe("discoverCorpus: sources.yaml for several files", () => {
  const declare = async (entries: string, ...files: string[]) => {
    for (const file of files) await put(file);
    await put("sources.yaml", `documents:\n${entries}`);
    const discovery = await discoverCorpus(corpus);
    const declared = Object.fromEntries(discovery.files.map((file) => [file.file, file.declared]));
    return { declared, problems: discovery.problems.map(({ message }) => message) };
  };
  const own = { authority: "own" };

  it.each([
    ["a folder", "own/", { "own/a.md": own, "own/deep/b.md": own, "owner/c.md": {}, "d.md": {} }],
    [
      "a folder without its stroke",
      "own",
      { "own/a.md": own, "own/deep/b.md": own, "owner/c.md": {} },
    ],
    ["a folder as Windows writes it", "own\\deep", { "own/a.md": {}, "own/deep/b.md": own }],
    ["all below a folder", "own/**", { "own/a.md": own, "own/deep/b.md": own, "owner/c.md": {} }],
    ["the files of a folder", "own/*", { "own/a.md": own, "own/deep/b.md": {} }],
    ["files of a kind", "own/*.md", { "own/a.md": own, "own/b.txt": {}, "own/C.MD": own }],
    ["a kind in any folder", "**/*.md", { "a.md": own, "own/deep/b.md": own, "c.txt": {} }],
    ["a folder anywhere", "**/own/**", { "own/a.md": own, "x/own/b.md": own, "x/c.md": {} }],
    [
      "names that begin alike",
      "plan-?.md",
      { "plan-1.md": own, "plan-12.md": {}, "plans/plan-1.md": {} },
    ],
    ["everything", "**", { "a.md": own, "own/b.md": own }],
    ["the folder itself", "./", { "a.md": own, "own/b.md": own }],
    [
      "characters that mean something to programs",
      "own (new)/[a]+.md",
      { "own (new)/[a]+.md": own, "own (new)/a.md": {} },
    ],
  ])("says it of %s", async (_what, pattern, expected) => {
    const { declared, problems } = await declare(
      `  - file: "${pattern.replace("\\", "\\\\")}"\n    authority: own\n`,
      ...Object.keys(expected),
    );
    expect(declared).toEqual(expected);
    expect(problems).toEqual([]);
  });

  it("lets the narrower entry win, whatever their order, field by field", async () => {
    const { declared } = await declare(
      [
        "  - {file: own/charters/vow.md, title: Our vow}",
        "  - {file: own/charters/*.md, authority: voluntary}",
        "  - {file: own/, authority: own, licence: private}",
        "  - {file: '**/*.md', authority: other, date: '2024'}",
      ].join("\n"),
      "own/charters/vow.md",
      "own/plan.md",
      "law.md",
    );
    expect(declared).toEqual({
      "law.md": { authority: "other", date: "2024" },
      "own/charters/vow.md": {
        authority: "voluntary",
        licence: "private",
        date: "2024",
        title: "Our vow",
      },
      "own/plan.md": { authority: "own", licence: "private", date: "2024" },
    });
  });

  it("takes a name with a star for the file that has it", async () => {
    const { declared } = await declare("  - {file: 'a*.md', title: Star}\n", "a*.md", "ab.md");
    expect(declared).toEqual({ "a*.md": { title: "Star" }, "ab.md": {} });
  });

  it("warns of a pattern and a folder without documents", async () => {
    const { problems } = await declare("  - file: own/**\n  - file: plans/\n", "a.md");
    expect(problems).toEqual([
      "Line 2 describes “own/**”, and no document is there.",
      "Line 3 describes “plans/”, and no document is there.",
    ]);
  });

  it("is read below the folder of the sources.yaml", async () => {
    await put("homes/acton/a.md");
    await put("homes/sources.yaml", "documents:\n  - file: acton/\n    authority: own\n");
    expect((await discoverCorpus(corpus)).files[0]?.declared).toEqual(own);
  });

  it.each(["title", "short", "supersedes"])(
    "refuses a %s for several files, by line",
    async (field) => {
      await put("own/a.md");
      await put(
        "sources.yaml",
        `documents:\n  - file: a.md\n  - file: own/**\n    ${field}: Same\n`,
      );
      const error = await failure(discoverCorpus(corpus));
      expect(error.message).toContain("line 3: “own/**” stands for several files");
      expect(error.hint).toContain(field);
    },
  );

  it("refuses a pattern described twice", async () => {
    await put("own/a.md");
    await put("sources.yaml", "documents:\n  - file: own/*\n  - file: ./own/*\n");
    expect((await failure(discoverCorpus(corpus))).message).toContain(
      "described twice, first in line 2",
    );
  });
});

describe("discoverCorpus: sources.yaml", () => {
  it("attaches what is said of each file, every value as written", async () => {
    await put("Guide.pdf");
    await put("plan.md");
    await put(
      "sources.yaml",
      `documents:
  - file: ./Guide.pdf
    title: "Guide: the standards"
    version: 1.10
    date: 2015-04
    authority: statutory-guidance
    url: https://www.gov.uk/x
    licence:
  - file: plan.md
    short: 2024
`,
    );
    const { files, problems } = await discoverCorpus(corpus);
    expect(problems).toEqual([]);
    expect(files.map((file) => file.declared)).toEqual([
      {
        title: "Guide: the standards",
        version: "1.10",
        date: "2015-04",
        authority: "statutory-guidance",
        url: "https://www.gov.uk/x",
      },
      { short: "2024" },
    ]);
  });

  it("reads one in a folder below for the files there", async () => {
    await put("plans/plan.md");
    await put("plans/sources.yaml", "documents:\n  - file: plan.md\n    authority: own\n");
    expect((await discoverCorpus(corpus)).files[0]?.declared).toEqual({ authority: "own" });
  });

  it("warns of an entry without its file and of a misnamed sources.yml", async () => {
    await put("Guide.pdf");
    await put("sources.yml");
    await put(
      "sources.yaml",
      "documents:\n  - file: Guid.pdf\n    short: Guide\n  - file: ../up.pdf\n",
    );
    const { files, unread, problems } = await discoverCorpus(corpus);
    expect(files[0]?.declared).toEqual({});
    expect(unread).toMatchObject([{ file: "sources.yml", code: "not-read" }]);
    expect(problems).toMatchObject([
      { file: "sources.yaml", code: "declared-missing" },
      { file: "sources.yaml", code: "declared-missing" },
    ]);
    expect(problems[0]?.message).toContain("Line 2");
    expect(problems[0]?.message).toContain("the nearest is “Guide.pdf”");
  });

  it.each([
    ["an empty file", ""],
    ["only a comment", "# nothing yet\n"],
    ["an empty list", "documents:\n"],
  ])("takes %s", async (_name, text) => {
    await put("a.txt");
    await put("sources.yaml", text);
    expect((await discoverCorpus(corpus)).files).toHaveLength(1);
  });

  const entry = "documents:\n  - file: a.txt\n";
  it.each([
    ["bad YAML", 'documents:\n  - file: "a.txt\n', "line 3", "quotes"],
    ["a tab as indentation", "documents:\n\t- file: a.txt\n", "line 2", "indentation"],
    ["a key twice", `${entry}    title: A\n    title: B\n`, "line 4", "indentation"],
    [
      "an unknown authority",
      `${entry}    authority: statutary-guidance\n`,
      "line 3",
      "“statutory-guidance”",
    ],
    [
      "an authority nothing like one",
      `${entry}    authority: gospel\n`,
      "voluntary, other, untrusted",
      "authority: own",
    ],
    ["an unknown field", `${entry}    titel: A\n`, "line 3", "“title”"],
    ["an unknown top-level key", "files: []\n", "line 1", "documents:"],
    ["a list at the top", "- file: a.txt\n", "line 1", "documents:"],
    ["documents that are no list", "documents:\n  file: a.txt\n", "line 1", "- file:"],
    ["an entry that is a text", "documents:\n  - a.txt\n", "line 2", "- file:"],
    ["an entry without a file", "documents:\n  - title: A\n", "line 2", "- file:"],
    ["a date that is none", `${entry}    date: 2015-13\n`, "YYYY-MM", "date: 2015-04"],
    ["a day that is none", `${entry}    date: 2015-02-30\n`, "2015-02-30", "date: 2015-04"],
    ["an address that is none", `${entry}    url: javascript:alert(1)\n`, "line 3", "https://"],
    ["a list for a text", `${entry}    title: [a, b]\n`, "line 3", "title:"],
    ["the same file twice", `${entry}  - file: ./a.txt\n`, "first in line 2", "Join"],
    [
      "aliases without end",
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n`,
      "aliases",
      "Write",
    ],
  ])("refuses %s, saying where and what was expected", async (_name, text, said, hint) => {
    await put("a.txt");
    await put("sources.yaml", text);
    const error = await failure(discoverCorpus(corpus));
    expect(error).toMatchObject({ code: "sources-invalid", exitCode: 2 });
    expect(error.message).toContain(join(corpus, "sources.yaml"));
    expect(error.message).toContain(said);
    expect(error.hint).toContain(hint);
  });

  it("refuses two files that describe the same document", async () => {
    await put("plans/plan.md");
    await put("sources.yaml", "documents:\n  - file: plans/plan.md\n");
    await put("plans/sources.yaml", "documents:\n  - file: plan.md\n");
    const error = await failure(discoverCorpus(corpus));
    expect(error.code).toBe("sources-invalid");
    expect(error.message).toContain("plans/plan.md");
  });

  it("keeps control characters out of titles", async () => {
    await put("a.txt");
    await put(
      "sources.yaml",
      'documents:\n  - file: a.txt\n    title: "A\\u001b[31m \\u202E B\\n C"\n',
    );
    expect((await discoverCorpus(corpus)).files[0]?.declared.title).toBe("A[31m B C");
  });
});

describe("discoverCorpus: what only looks like a file", () => {
  it("tells of a folder named sources.yaml, and reads the documents in it", async () => {
    await put("sources.yaml/a.md");
    const { files, problems } = await discoverCorpus(corpus);
    expect(files.map(({ file }) => file)).toEqual(["sources.yaml/a.md"]);
    expect(problems).toMatchObject([{ file: "sources.yaml", code: "not-read" }]);
  });

  it.each(["/etc/a.md", "C:\\\\docs\\\\a.md", "\\\\\\\\host\\\\a.md"])(
    "refuses the absolute path %s",
    async (path) => {
      await put("a.md");
      await put("sources.yaml", `documents:\n  - file: a.md\n  - file: "${path}"\n`);
      const error = await failure(discoverCorpus(corpus));
      expect(error.code).toBe("sources-invalid");
      expect(error.message).toContain("line 3");
      expect(error.message).toContain("absolute");
    },
  );
});

describe("discoverCorpus: names that look alike", () => {
  it("reads one of two files whose names differ only in Unicode form, and tells of the other", async () => {
    await put("caf\u00E9.md", "one");
    await put("cafe\u0301.md", "two");
    // Some file systems hold them for one.
    if ((await readdir(corpus)).length < 2) return;
    const { files, problems } = await discoverCorpus(corpus);
    expect(files.map(({ file }) => file)).toEqual(["caf\u00E9.md"]);
    expect(problems).toMatchObject([{ file: "caf\u00E9.md", code: "same-name" }]);
  });

  it("tells of some entries without a document one by one, and counts the others", async () => {
    await put("a.md");
    const entries = Array.from(
      { length: 300 },
      (_, at) => `  - file: x${at}*.md\n    authority: own\n`,
    );
    await put("sources.yaml", `documents:\n${entries.join("")}`);
    const { problems } = await discoverCorpus(corpus);
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)?.message).toContain("250 more");
  });
});
