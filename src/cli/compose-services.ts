// Takes the settings of a run; gives the use cases with their model and library behind them: the composition root.
import type { Embedder } from "../embed/embedder.ts";
import type { Library } from "../library/library.ts";
import type { Settings } from "../settings/settings.ts";
import type { EvidenceDeps } from "../retrieve/evidence-deps.ts";
import type { OpenDeps } from "../use-cases/open-library.ts";
import { chooseEmbedder, openBuiltIn, type OnWait } from "./open-embedder.ts";
import type { Hooks, Surroundings, Services } from "./services.ts";

/**
 * Nothing but the embedding model's folder is looked at yet, or the length of an endpoint's vectors asked for; the
 * model, the library and each use case are loaded by the first call that needs them.
 * @param note writes a line that must be seen even in a quiet run
 * @throws CharmError as the embedding model's opening: `model-missing`, `embedding-folder-missing` and their like
 */
export async function composeServices(
  settings: Settings,
  surroundings: Surroundings,
  note: (line: string) => void = writeNote,
): Promise<Services> {
  const { corpus, index } = settings;
  let tellWait: OnWait = () => {};
  const embedders = chooseEmbedder(settings, surroundings, (...wait) => tellWait(...wait));
  const queryEmbedder = await embedders.open("queries");
  const builtIn = settings.embedding.kind === "built-in";
  const openings: Openings = {
    embedder: queryEmbedder,
    openModel: () => (builtIn ? Promise.resolve(queryEmbedder) : openBuiltIn("queries")),
  };
  const openDeps = ({ signal, onEvent, onModelEvent }: Hooks): OpenDeps => {
    tellWait = (seconds, why) => onModelEvent({ kind: "waiting", seconds, why });
    return {
      queryEmbedder,
      openIndexEmbedder: () => embedders.open("passages"),
      signal,
      onEvent: noteSending(embedders.host, note, onEvent),
    };
  };
  const withLibrary = async <T>(
    hooks: Hooks,
    work: (library: Library) => Promise<T>,
  ): Promise<T> => {
    const { openUpToDate } = await import("../use-cases/open-library.ts");
    const { onBehind } = hooks;
    const library = await openUpToDate({ corpus, index }, { ...openDeps(hooks), onBehind });
    try {
      return await work(library);
    } finally {
      library.close();
    }
  };
  /** A report that is not there is told before the library is opened, which may take minutes. */
  const withReports = async <T>(
    files: readonly string[],
    hooks: Hooks,
    work: (library: Library) => Promise<T>,
  ): Promise<T> => {
    const { readReportFile } = await import("../use-cases/check-reports.ts");
    for (const file of files) await readReportFile(file);
    return withLibrary(hooks, work);
  };
  return {
    index: async (request, hooks) => {
      const { bringUpToDate } = await import("../use-cases/open-library.ts");
      // A rebuild deletes the old library first: a model that does not work must be told of before.
      if (request.rebuild && settings.embedding.kind !== "built-in") {
        await queryEmbedder.embed(["trial"], hooks.signal);
      }
      const report = await bringUpToDate({ corpus, index, ...request }, openDeps(hooks));
      report.library.close();
      return report;
    },
    ask: async (questions, options, hooks) => {
      const { openEngine, settleEngine } = await import("./open-engine.ts");
      const choice = await settleEngine(settings, options, surroundings);
      return withLibrary(hooks, async (library) => {
        const { answerQuestions } = await import("../use-cases/answer-questions.ts");
        const deps = await evidenceDeps(library, openings, hooks);
        const { engine, close } = await openEngine(choice, deps, hooks);
        try {
          return await answerQuestions(questions, deps, engine, options);
        } finally {
          close();
        }
      });
    },
    dryRun: async (questions, options, hooks) => {
      const { checkDryRun, dryRunQuestions, settleEngine } = await import("./open-engine.ts");
      // Nothing is sent, so neither a key nor a connection is needed.
      const choice = await settleEngine(settings, { ...options, frozen: true }, surroundings);
      checkDryRun(choice);
      return withLibrary(hooks, async (library) =>
        dryRunQuestions(questions, choice, await evidenceDeps(library, openings, hooks)),
      );
    },
    search: (query, { k, explain, documents, authorities }, hooks) =>
      withLibrary(hooks, async (library) => {
        const { searchLibrary } = await import("../use-cases/search-library.ts");
        const { findDocument } = await import("../show/find-document.ts");
        const named = documents.map((name) => findDocument(library.documents, name).id);
        const filter = {
          ...(named.length === 0 ? {} : { documentIds: named }),
          ...(authorities.length === 0 ? {} : { authorities }),
        };
        return searchLibrary(library, queryEmbedder, query, { k, explain, filter });
      }),
    show: (surfaces, hooks) =>
      withLibrary(hooks, async (library) => {
        const { showReferences } = await import("../use-cases/show-references.ts");
        return showReferences(surfaces, { library, signal: hooks.signal });
      }),
    outline: (name, hooks) =>
      withLibrary(hooks, async (library) => {
        const { showOutline } = await import("../use-cases/show-outline.ts");
        return showOutline(name, library);
      }),
    check: (files, hooks) =>
      withReports(files, hooks, async (library) => {
        const { checkReports } = await import("../use-cases/check-reports.ts");
        return checkReports(files, { library, signal: hooks.signal });
      }),
    fix: (files, hooks) =>
      withReports(files, hooks, async (library) => {
        const { fixReports } = await import("../use-cases/fix-reports.ts");
        return fixReports(files, { library, signal: hooks.signal });
      }),
    eval: async (path, onQuestion, hooks) => {
      const { readEvalQuestions } = await import("../use-cases/evaluate-questions.ts");
      const questions = await readEvalQuestions(path);
      return withLibrary(hooks, async (library) => {
        const { searchLibrary } = await import("../use-cases/search-library.ts");
        const { evaluateRetrieval } = await import("../use-cases/evaluate-retrieval.ts");
        const search = (query: string, k: number) =>
          searchLibrary(library, queryEmbedder, query, { k });
        return evaluateRetrieval(questions, { search, onQuestion, signal: hooks.signal });
      });
    },
    close: () => queryEmbedder.close(),
  };
}

/** References are read once, when the first question asks for them. */
async function evidenceDeps(
  library: Library,
  { embedder, openModel }: Openings,
  { signal }: Hooks,
): Promise<EvidenceDeps> {
  const { openReferences } = await import("../use-cases/open-references.ts");
  const { createSubjectFinder } = await import("../use-cases/find-subjects.ts");
  let opened: ReturnType<typeof openReferences> | null = null;
  const references = () => (opened ??= openReferences(library));
  return { library, embedder, references, subjects: createSubjectFinder(openModel), signal };
}

/** The model that questions are embedded with, and the built-in one, which may be the same. */
interface Openings {
  readonly embedder: Embedder;
  readonly openModel: () => Promise<Embedder>;
}

/** Says, before it happens and once a run, that the text of documents leaves this machine. */
function noteSending(
  host: string | null,
  note: (line: string) => void,
  onEvent: Hooks["onEvent"],
): Hooks["onEvent"] {
  return (event) => {
    if (host !== null && event.kind === "planned" && event.toDo > 0) {
      note(`The text of the documents is sent to ${host} to be embedded.`);
    }
    onEvent(event);
  };
}

function writeNote(line: string): void {
  process.stderr.write(`${line}\n`);
}
