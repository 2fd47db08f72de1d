import { describe, expect, it } from "vitest";
import { describeFile, describeProgress } from "../../../src/cli/progress/describe-progress.ts";
import { advanceProgress, startProgress } from "../../../src/cli/progress/index-progress.ts";
import { showProgress } from "../../../src/cli/progress/show-progress.ts";
import type { IndexedFile, IndexEvent } from "../../../src/use-cases/events.ts";
import { capture } from "../run-cli.ts";

const result = (file: string, more: Partial<IndexedFile> = {}): IndexedFile => ({
  file,
  status: "added",
  pages: 10,
  passages: 64,
  problems: [],
  ...more,
});

const failed = result("b.pdf", {
  status: "failed",
  pages: null,
  passages: 0,
  problems: [{ code: "encrypted", pages: [], message: "It needs a password." }],
});

const events: readonly IndexEvent[] = [
  { kind: "planned", toDo: 2, bytes: 200 },
  { kind: "file", result: result("old.pdf", { status: "unchanged" }), bytes: 0 },
  { kind: "reading", file: "a.pdf", number: 1 },
  { kind: "pages", file: "a.pdf", pages: 10, of: 10 },
  { kind: "reading", file: "b.pdf", number: 2 },
  { kind: "embedded", passages: 32, waiting: 32 },
  { kind: "file", result: failed, bytes: 100 },
  { kind: "embedded", passages: 32, waiting: 0 },
  { kind: "file", result: result("a.pdf"), bytes: 100 },
  {
    kind: "file",
    result: result("gone.pdf", { status: "removed", pages: null, passages: 0 }),
    bytes: 0,
  },
  { kind: "finishing" },
];

describe("how far indexing is", () => {
  it("in words, event by event, ten seconds apart", () => {
    let progress = startProgress();
    const shown = events.map((event, i) => {
      progress = advanceProgress(progress, event, i * 10_000);
      return describeProgress(progress);
    });
    expect(shown).toEqual([
      "Indexing 0 of 2 files · 0 pages · 0 passages",
      "Indexing 0 of 2 files · 0 pages · 0 passages",
      "Indexing 0 of 2 files · 0 pages · 0 passages · a.pdf",
      "Indexing 0 of 2 files · 10 pages · 0 passages · about 30 s left · a.pdf",
      "Indexing 0 of 2 files · 10 pages · 0 passages · about 40 s left · b.pdf",
      "Indexing 0 of 2 files · 10 pages · 32 passages · about 50 s left · b.pdf",
      "Indexing 1 of 2 files · 10 pages · 32 passages · about 50 s left",
      "Indexing 1 of 2 files · 10 pages · 64 passages · a few seconds left",
      "Indexing 2 of 2 files · 10 pages · 64 passages · a few seconds left",
      "Indexing 2 of 2 files · 10 pages · 64 passages · a few seconds left",
      "Finishing the index",
    ]);
  });

  it("in a line a file, with its problems and their pages", () => {
    const problems = [
      { code: "pages-without-text", pages: [3, 4, 5, 9], message: "These pages have no text." },
      { code: "changed-while-indexing", pages: [], message: "It changed." },
    ];
    expect(describeFile(result("a.pdf", { problems }))).toBe(
      "a.pdf: added, 10 pages, 64 passages. These pages have no text (pages 3–5, 9). It changed.",
    );
    expect(describeFile(result("a.md", { pages: null, passages: 1 }))).toBe(
      "a.md: added, 1 passage",
    );
  });
});

describe("showProgress", () => {
  const show = (columns: number | undefined, quiet: boolean, shown = events) => {
    const { stream, text } = capture(columns);
    const progress = showProgress(stream, { quiet, summarised: false, env: {} });
    for (const event of shown) progress.onEvent(event);
    progress.stop();
    return text();
  };

  it("is plain lines off a terminal, without unchanged files", () => {
    expect(show(undefined, false)).toBe(
      [
        "Indexing 2 files",
        "[1/2] b.pdf: failed. It needs a password.",
        "[2/2] a.pdf: added, 10 pages, 64 passages",
        "gone.pdf: removed",
        "Finishing the index",
        "",
      ].join("\n"),
    );
  });

  it("is silent when quiet, and when there is nothing to do", () => {
    expect(show(undefined, true)).toBe("");
    expect(show(80, true)).toBe("");
    const idle: IndexEvent[] = [
      { kind: "planned", toDo: 0, bytes: 0 },
      { kind: "file", result: result("old.pdf", { status: "unchanged" }), bytes: 0 },
      { kind: "file", result: { ...failed, file: "bad.pdf" }, bytes: 0 },
    ];
    expect(show(undefined, false, idle)).toBe("");
    expect(show(80, false, idle)).toBe("");
  });

  it.each([true, false])("tells where text is sent, quiet (%s) or not", (quiet) => {
    const { stream, text } = capture();
    const { onEvent } = showProgress(stream, { quiet, summarised: false, env: {} });
    onEvent({ kind: "sending", host: "example.test:8080" });
    expect(text()).toBe("The text of the documents is sent to example.test:8080 to be embedded.\n");
  });

  it("is plain on a terminal that says it has no columns: a moving line would never be drawn", () => {
    expect(show(0, false)).toContain("[2/2] a.pdf");
  });

  it("moves on a terminal, and clears its line and shows the cursor again when it stops", async () => {
    const { stream, text } = capture(80);
    // ora moves the cursor by the methods of a terminal's stream.
    Object.assign(stream, { cursorTo: () => true, clearLine: () => true, moveCursor: () => true });
    const progress = showProgress(stream, { quiet: false, summarised: false, env: {} });
    for (const event of events.slice(0, 7)) progress.onEvent(event);
    await expect.poll(text).toContain("Indexing 1 of 2 files");
    progress.stop();
    expect(text()).toContain("\u001B[?25h");
    expect(text()).toMatch(/b\.pdf: failed\. It needs a password\.\n$/);
  });
});
