import { describe, expect, it } from "vitest";
import { CharmError } from "../../src/errors.ts";
import type { Home, Homes } from "../../src/homes/homes.ts";
import { hideInErrors, hideOthers, narrowOutcome } from "../../src/program/narrow-outcome.ts";
import type { IndexOutcome } from "../../src/program/services.ts";

const makeHome = (name: string, folder: string): Home => ({
  name,
  aliases: [],
  facts: null,
  factsInCorpus: [`${folder}/home.yaml`],
  line: 1,
  folders: [`/corpus/${folder}`],
  inCorpus: [folder],
});
const [elm, oak] = [makeHome("Elm House", "elm"), makeHome("Oak Lodge", "oak")];
const forElm: Homes = { list: [elm, oak], choice: { kind: "one", home: elm } };
const forNone: Homes = { ...forElm, choice: { kind: "none" } };

const result = (file: string) => ({
  file,
  status: "added" as const,
  pages: 1,
  passages: 2,
  problems: [{ code: "hidden-text", pages: [], message: `A word of ${file}` }],
});
const document = (file: string, authority: "own" | "legislation") => ({
  ...result(file),
  identity: { title: file, short: file, version: null, date: null, authority, sha256: "0a" },
  authorityDeclared: false,
});
const outcome: IndexOutcome = {
  documents: [
    document("elm/a.docx", "own"),
    document("oak/a.docx", "own"),
    document("oak/law.pdf", "legislation"),
    { ...document("oak/gone.docx", "own"), identity: null, status: "removed" },
    document("common.docx", "own"),
  ],
  unread: [
    { file: "oak/a.bin", code: "not-read", pages: [], message: "No." },
    { file: "elm/home.yaml", code: "not-read", pages: [], message: "No." },
    { file: "elm/a.bin", code: "not-read", pages: [], message: "No." },
  ],
  problems: [
    {
      file: "sources.yaml",
      code: "declared-missing",
      message: "sources.yaml, line 2: nothing is called oak/b.docx.",
    },
    {
      file: "sources.yaml",
      code: "declared-missing",
      message: "sources.yaml, line 9: nothing is called elm/b.docx.",
    },
  ],
  fingerprint: "f",
};

describe("what indexing tells in a run for one home", () => {
  it("has the home's files, what is for all, and no word of the others", () => {
    const narrowed = narrowOutcome(outcome, forElm);
    expect(narrowed.documents.map(({ file, home }) => [file, home])).toEqual([
      ["elm/a.docx", "Elm House"],
      ["oak/law.pdf", null],
      ["common.docx", null],
    ]);
    expect(narrowed.unread.map(({ file }) => file)).toEqual(["elm/a.bin"]);
    expect(narrowed.problems).toEqual(outcome.problems.slice(1));
  });

  it("is all of it where no home was named, and as ever where there are none", () => {
    const whole = narrowOutcome(outcome, forNone);
    expect(whole.documents.map(({ home }) => home)).toEqual([
      "Elm House",
      "Oak Lodge",
      null,
      "Oak Lodge",
      null,
    ]);
    expect(whole.problems).toEqual(outcome.problems);
    const none = narrowOutcome(outcome, { list: [], choice: { kind: "all" } });
    expect(none).toEqual(outcome);
  });

  it("counts files of others and does not name them", () => {
    const hidden = hideOthers({ kind: "file", result: result("oak/a.docx"), bytes: 9 }, forElm);
    expect(hidden).toMatchObject({ bytes: 9, result: { status: "added", problems: [] } });
    expect(JSON.stringify(hidden)).not.toContain("oak");
    const reading = hideOthers({ kind: "reading", file: "oak/a.docx", number: 3 }, forElm);
    expect(reading).toMatchObject({ number: 3 });
    expect(JSON.stringify(reading)).not.toContain("oak");
    const own = { kind: "reading", file: "elm/a.docx", number: 3 } as const;
    expect(hideOthers(own, forElm)).toBe(own);
  });

  it("says of failures in others' files only that there are", async () => {
    const fail = (message: string) => Promise.reject(new CharmError("sources-invalid", message));
    await expect(hideInErrors(fail("oak/sources.yaml, line 3"), forElm)).rejects.toMatchObject({
      code: "sources-invalid",
      message: expect.not.stringContaining("oak") as string,
    });
    for (const [message, homes] of [
      ["elm/sources.yaml, line 3", forElm],
      ["oak/sources.yaml, line 3", forNone],
    ] as const)
      await expect(hideInErrors(fail(message), homes)).rejects.toThrow(message);
  });
});
