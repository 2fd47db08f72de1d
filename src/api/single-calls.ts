// One call on a library that is opened for it and closed behind it: for programs that ask once.
import type { GapMatrix } from "../gap/matrix.ts";
import type { Answer } from "../report/answer.ts";
import type { CheckedJson, IndexJson, SearchJson, ShownJson } from "./contracts.ts";
import type { CallOptions } from "./events.ts";
import type { Library } from "./library.ts";
import { openLibrary } from "./open-library.ts";
import type {
  AskOptions,
  CheckOptions,
  GapOptions,
  IndexOptions,
  LibraryOptions,
  SearchOptions,
} from "./options.ts";

/** As `Library.index`. */
export function index(options: LibraryOptions & IndexOptions = {}): Promise<IndexJson> {
  return withLibrary(options, (library, call) => library.index(call));
}

/** As `Library.ask`. */
export function ask(
  questions: string | readonly string[],
  options: LibraryOptions & AskOptions = {},
): Promise<readonly Answer[]> {
  return withLibrary(options, (library, call) => library.ask(questions, call));
}

/** As `Library.search`. */
export function search(
  query: string,
  options: LibraryOptions & SearchOptions = {},
): Promise<SearchJson> {
  return withLibrary(options, (library, call) => library.search(query, call));
}

/** As `Library.show`. */
export function show(
  references: string | readonly string[],
  options: LibraryOptions & CallOptions = {},
): Promise<readonly ShownJson[]> {
  return withLibrary(options, (library, call) => library.show(references, call));
}

/** As `Library.check`. */
export function check(
  paths: string | readonly string[],
  options: LibraryOptions & CheckOptions = {},
): Promise<readonly CheckedJson[]> {
  return withLibrary(options, (library, call) => library.check(paths, call));
}

/** As `Library.gap`. */
export function gap(set: string, options: LibraryOptions & GapOptions = {}): Promise<GapMatrix> {
  return withLibrary(options, (library, call) => library.gap(set, call));
}

/** What is said of the library, and what is said of the call. */
async function withLibrary<Options extends LibraryOptions, Result>(
  options: Options,
  work: (library: Library, call: Omit<Options, keyof LibraryOptions>) => Promise<Result>,
): Promise<Result> {
  const { cwd, corpus, index: uri, offline, home, allHomes, asAt, model, env, ...call } = options;
  const place = { cwd, corpus, index: uri, offline, home, allHomes, asAt, model, env };
  const library = await openLibrary(place);
  try {
    return await work(library, call);
  } finally {
    await library.close();
  }
}
