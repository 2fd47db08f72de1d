// A library as programs use it: every call with typed options, and the results that the command line prints with --json.
import { isAbsolute, join, resolve } from "node:path";
import { CharmError } from "../errors.ts";
import type { GapMatrix } from "../gap/matrix.ts";
import type { Services } from "../program/services.ts";
import type { Answer } from "../report/answer.ts";
import type { ShownOutline } from "../show/shown.ts";
import type { ListedSet } from "../use-cases/find-gaps.ts";
import { nameAsGiven } from "../use-cases/list-checked.ts";
import {
  toCheckedJson,
  toDocumentJson,
  toFindingJson,
  toIndexJson,
  toShownJson,
  type CheckedJson,
  type DocumentJson,
  type FindingJson,
  type IndexJson,
  type SearchJson,
  type ShownJson,
} from "./contracts.ts";
import { toHooks, type CallOptions } from "./events.ts";
import {
  completeAnswer,
  completeSearch,
  readTexts,
  type AskOptions,
  type CheckOptions,
  type CheckTextOptions,
  type GapOptions,
  type IndexOptions,
  type SearchOptions,
} from "./options.ts";

/**
 * An open library. All calls but `close` and `listRequirementSets` bring it up to date with the corpus first. Each
 * rejects with `CharmError` for what a person can mend, and with the reason of its signal where that is aborted.
 */
export interface Library extends AsyncDisposable {
  /** Absolute path of the folder of the documents. */
  readonly corpus: string;
  /** What became of each file. */
  index(options?: IndexOptions): Promise<IndexJson>;
  /** One answer a question, in order. */
  ask(questions: string | readonly string[], options?: AskOptions): Promise<readonly Answer[]>;
  /** The same, each answer when it is there. */
  askEach(questions: string | readonly string[], options?: AskOptions): AsyncIterable<Answer>;
  /** The passages that bear on words or a question, best first. */
  search(query: string, options?: SearchOptions): Promise<SearchJson>;
  /** One entry a reference, in order: provisions however they are written, or pages ("Guide page 53"). */
  show(
    references: string | readonly string[],
    options?: CallOptions,
  ): Promise<readonly ShownJson[]>;
  /** Headings and provisions of a document with their pages. @param document short name, file, or part of it */
  outline(document: string, options?: CallOptions): Promise<ShownOutline>;
  /** One entry a file, in order. @param paths of files and folders */
  check(paths: string | readonly string[], options?: CheckOptions): Promise<readonly CheckedJson[]>;
  /** As `check`, of a text in Markdown that is in no file. */
  checkText(text: string, options?: CheckTextOptions): Promise<readonly FindingJson[]>;
  /** Which requirement is met where in a home's documents. @param set name of a set, or path of a YAML file */
  gap(set: string, options?: GapOptions): Promise<GapMatrix>;
  /** The sets that charm comes with, in the order of their names. */
  listRequirementSets(): Promise<readonly ListedSet[]>;
  /** The documents that answers can rest on, in order of file name. */
  listDocuments(options?: CallOptions): Promise<readonly DocumentJson[]>;
  /** Ends what works in the background. Harmless when called again; other calls are then refused. */
  close(): Promise<void>;
}

/** @param cwd absolute path that relative ones are seen from */
export function toLibrary(services: Services, cwd: string): Library {
  const corpus = resolve(cwd, services.corpus);
  const at = (path: string) => (isAbsolute(path) ? path : resolve(cwd, path));
  const placed = (paths: readonly string[]) => paths.map((given) => ({ given, path: at(given) }));
  let closing: Promise<void> | null = null;
  const open = (): Services => {
    if (closing === null) return services;
    throw new CharmError("library-closed", "The library is closed.", {
      hint: "Open it again, or close it later.",
    });
  };
  const close = () => (closing ??= services.close());
  const askEach = async function* (questions: string | readonly string[], options: AskOptions) {
    const asked = readTexts(questions, "question-empty", "question");
    yield* open().ask(asked, completeAnswer(options), toHooks(options));
  };
  return {
    corpus,
    index: async ({ paths = [], rebuild = false, ...call } = {}) =>
      toIndexJson(await open().index({ paths, rebuild }, toHooks(call))),
    ask: async (questions, options = {}) => {
      const answers: Answer[] = [];
      for await (const answer of askEach(questions, options)) answers.push(answer);
      return answers;
    },
    askEach: (questions, options = {}) => askEach(questions, options),
    search: async (query, options = {}) => {
      readTexts(query, "query-empty", "query");
      const results = await open().search(query, completeSearch(options), toHooks(options));
      return { query, results };
    },
    show: async (references, call = {}) => {
      const asked = readTexts(references, "reference-empty", "reference");
      return (await open().show(asked, toHooks(call))).map(toShownJson);
    },
    outline: async (document, call = {}) => open().outline(document, toHooks(call)),
    check: async (paths, { as = null, fix = false, lock = false, ...call } = {}) => {
      const given = placed(readTexts(paths, "report-unnamed", "file to check"));
      const options = { as, fix, lock, output: null };
      const absolute = given.map(({ path }) => path);
      const checked = await open().check(absolute, options, toHooks(call));
      return checked.map((one) => toCheckedJson({ ...one, file: nameAsGiven(one.file, given) }));
    },
    checkText: async (text, { as = null, ...call } = {}) =>
      (await open().checkText(text, as, toHooks(call))).map(toFindingJson),
    gap: async (set, { against = [], documents = [], lock = false, ...call } = {}) => {
      readTexts(set, "set-unnamed", "set of requirements");
      const held = documents.map((file) => ({ given: file, path: join(corpus, file) }));
      const request = { set, setPath: at(set), against: [...placed(against), ...held], lock };
      return open().gap(request, toHooks(call));
    },
    listRequirementSets: async () => open().requirementSets(),
    listDocuments: async (call = {}) => (await open().documents(toHooks(call))).map(toDocumentJson),
    close,
    [Symbol.asyncDispose]: close,
  };
}
