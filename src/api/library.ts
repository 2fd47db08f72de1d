// A library as programs use it: every call with typed options, and the results that the command line prints with --json.
import { join, resolve } from "node:path";
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
import { callServices } from "./call-services.ts";
import type { CallOptions } from "./events.ts";
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
  const placed = (paths: readonly string[]) =>
    paths.map((given) => ({ given, path: resolve(cwd, given) }));
  const { call, callEach, close } = callServices(services);
  const askEach = (questions: string | readonly string[], options: AskOptions = {}) =>
    callEach(options, (program, hooks) => {
      const asked = readTexts(questions, "question-empty", "question");
      return program.ask(asked, completeAnswer(options), hooks);
    });
  return {
    corpus,
    index: ({ paths = [], rebuild = false, ocr = false, ...options } = {}) =>
      call(options, async (program, hooks) =>
        toIndexJson(await program.index({ paths, rebuild, ocr }, hooks)),
      ),
    ask: async (questions, options) => {
      const answers: Answer[] = [];
      for await (const answer of askEach(questions, options)) answers.push(answer);
      return answers;
    },
    askEach,
    search: (query, options = {}) =>
      call(options, async (program, hooks) => {
        readTexts(query, "query-empty", "query");
        return { query, results: await program.search(query, completeSearch(options), hooks) };
      }),
    show: (references, options = {}) =>
      call(options, async (program, hooks) => {
        const asked = readTexts(references, "reference-empty", "reference");
        return (await program.show(asked, hooks)).map(toShownJson);
      }),
    outline: (document, options = {}) =>
      call(options, (program, hooks) => program.outline(document, hooks)),
    check: (paths, { as = null, fix = false, lock = false, ...options } = {}) =>
      call(options, async (program, hooks) => {
        const given = placed(readTexts(paths, "report-unnamed", "file to check"));
        const absolute = given.map(({ path }) => path);
        const checked = await program.check(absolute, { as, fix, lock, output: null }, hooks);
        return checked.map((one) => toCheckedJson({ ...one, file: nameAsGiven(one.file, given) }));
      }),
    checkText: (text, { as = null, ...options } = {}) =>
      call(options, async (program, hooks) =>
        (await program.checkText(text, as, hooks)).map(toFindingJson),
      ),
    gap: (set, { against = [], documents = [], lock = false, ...options } = {}) =>
      call(options, async (program, hooks) => {
        readTexts(set, "set-unnamed", "set of requirements");
        const held = documents.map((file) => ({ given: file, path: join(corpus, file) }));
        const files = [...placed(against), ...held];
        return program.gap({ set, setPath: resolve(cwd, set), against: files, lock }, hooks);
      }),
    listRequirementSets: () => call({}, (program) => program.requirementSets()),
    listDocuments: (options = {}) =>
      call(options, async (program, hooks) => (await program.documents(hooks)).map(toDocumentJson)),
    close,
    [Symbol.asyncDispose]: close,
  };
}
