import { describe, expect, it } from "vitest";
import type { ProgressEvent } from "../../src/api/events.ts";
import { toLibrary } from "../../src/api/library.ts";
import { CharmError } from "../../src/errors.ts";
import type { Hooks, Services } from "../../src/program/services.ts";
import { answer } from "../cli/fixtures.ts";

/** A library whose use cases are these alone. */
function open(services: Partial<Services>) {
  let closed = 0;
  const close = async () => void (closed += 1);
  const library = toLibrary({ corpus: "docs", close, ...services } as Services, "/provider");
  return { library, closed: () => closed };
}

async function* answers(): AsyncGenerator<typeof answer> {
  yield answer;
  yield { ...answer, question: "And at night?" };
}

/** Settles when it is told to. */
function waiting<T>(result: T) {
  let settle = () => {};
  const done = new Promise<T>((resolve) => (settle = () => resolve(result)));
  return { done, settle };
}

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: unknown) => (error instanceof CharmError ? error.code : error),
  );

describe("a library", () => {
  it("completes what is left out or undefined as the command line does", async () => {
    const asked: unknown[] = [];
    const { library } = open({
      ask: (questions, options) => {
        asked.push(questions, options);
        return answers();
      },
      search: async (...request) => (asked.push(request.slice(0, 2)), []),
      gap: async (request) => (asked.push(request), {} as never),
    });
    expect(await library.ask("Who?", { brief: true, maxWords: undefined })).toHaveLength(2);
    await library.search("book", { k: 3, documents: ["Guide"] });
    await library.gap("missing", { against: ["a.docx"], documents: ["own/b.docx"] });
    expect(asked).toEqual([
      ["Who?"],
      {
        brief: true,
        maxWords: null,
        write: false,
        engine: null,
        unverified: null,
        frozen: false,
        maxTokens: null,
        maxCost: null,
      },
      ["book", { k: 3, explain: false, documents: ["Guide"], authorities: [] }],
      {
        set: "missing",
        setPath: "/provider/missing",
        lock: false,
        against: [
          { given: "a.docx", path: "/provider/a.docx" },
          { given: "own/b.docx", path: "/provider/docs/own/b.docx" },
        ],
      },
    ]);
    expect(library.corpus).toBe("/provider/docs");
  });

  it("names files as they were given, and gives exactly the fields of the contract", async () => {
    const finding = { code: "todo", severity: "note", message: "TBC", args: {}, within: "TBC" };
    const { library } = open({
      check: async ([path = ""]) => [{ file: path, findings: [finding as never] }],
    });
    expect(await library.check("a/policy.docx")).toEqual([
      {
        file: "a/policy.docx",
        findings: [
          {
            code: "todo",
            severity: "note",
            message: "TBC",
            args: {},
            line: null,
            section: null,
            page: null,
            reference: null,
            place: null,
          },
        ],
      },
    ]);
  });

  it("refuses what cannot be meant, with a code", async () => {
    const { library } = open({});
    expect(await codeOf(library.ask([]))).toBe("question-empty");
    expect(await codeOf(library.ask(["Who?", " "]))).toBe("question-empty");
    expect(await codeOf(library.ask("Who?", { maxWords: 0 }))).toBe("option-invalid");
    expect(await codeOf(library.search(""))).toBe("query-empty");
    for (const k of [0, 1.5, 1001, Number.NaN])
      expect(await codeOf(library.search("x", { k }))).toBe("option-invalid");
    const authorities = ["laws" as never];
    expect(await codeOf(library.search("x", { authorities }))).toBe("option-invalid");
    expect(await codeOf(library.show([""]))).toBe("reference-empty");
    expect(await codeOf(library.check([]))).toBe("report-unnamed");
    expect(await codeOf(library.gap(" "))).toBe("set-unnamed");
  });

  it("tells every hook as an event of its own kind", async () => {
    const cause = new CharmError("index-locked", "It is locked.");
    const { library } = open({
      documents: async (hooks: Hooks) => {
        hooks.onBehind("missing");
        hooks.onEvent({ kind: "finishing" });
        hooks.onModelEvent({ kind: "writing", characters: 3 });
        hooks.onOlder({ files: 2, cause });
        hooks.onOwnLeftOut();
        hooks.onFactsUnread(7);
        hooks.onSending("example.test");
        return [];
      },
    });
    const events: ProgressEvent[] = [];
    await library.listDocuments({ onEvent: (event) => events.push(event) });
    expect(events).toEqual([
      { kind: "behind", why: "missing" },
      { kind: "finishing" },
      { kind: "model", event: { kind: "writing", characters: 3 } },
      { kind: "older", files: 2, cause },
      { kind: "own-left-out" },
      { kind: "facts-unread", line: 7 },
      { kind: "sending", host: "example.test" },
    ]);
  });

  it("rejects with the reason of its signal, whatever the call came to", async () => {
    const stop = new AbortController();
    const reason = new Error("enough");
    const { library } = open({
      search: async () => {
        stop.abort(reason);
        throw new Error("the connection broke");
      },
      documents: async () => [],
    });
    await expect(library.search("x", { signal: stop.signal })).rejects.toBe(reason);
    await expect(library.listDocuments({ signal: stop.signal })).rejects.toBe(reason);
    await expect(library.ask("Who?", { signal: stop.signal })).rejects.toBe(reason);
  });

  it("makes its first call alone, which may have to make the index", async () => {
    const begun: string[] = [];
    const first = waiting([]);
    const { library } = open({
      search: (query) => {
        begun.push(query);
        return query === "first" ? first.done : Promise.resolve([]);
      },
    });
    const calls = ["first", "second", "third"].map((query) => library.search(query));
    await new Promise((settle) => setTimeout(settle, 5));
    expect(begun).toEqual(["first"]);
    first.settle();
    await Promise.all(calls);
    expect(begun).toEqual(["first", "second", "third"]);
  });

  it("lets others go on while the answers of the first call are taken, or after it failed", async () => {
    const { library } = open({ ask: answers, search: async () => [] });
    for await (const { question } of library.askEach("Who?")) await library.search(question);
    const failing = open({
      show: () => Promise.reject(new CharmError("corpus-missing", "No.")),
      search: async () => [],
    }).library;
    const calls = [failing.show("reg 1"), failing.search("x")];
    expect(await Promise.all(calls.map(codeOf))).toEqual(["corpus-missing", null]);
  });

  it("closes once, and refuses calls afterwards", async () => {
    const { library, closed } = open({ ask: answers });
    await library[Symbol.asyncDispose]();
    await library.close();
    expect(closed()).toBe(1);
    expect(await codeOf(library.search("x"))).toBe("library-closed");
    expect(await codeOf(library.ask("x"))).toBe("library-closed");
  });
});
