// Takes the settings of a run; gives the use cases with their model and library behind them: the composition root.
import type { Library } from "../library/library.ts";
import type { Settings } from "../settings/settings.ts";
import type { OpenDeps } from "../use-cases/open-up-to-date.ts";
import { chooseEmbedder, type OnWait } from "./open-embedder.ts";
import type { RunDeps } from "./run-deps.ts";
import type { Hooks, Services, Surroundings } from "./services.ts";

/**
 * Nothing but the embedding model's folder is looked at yet, or the length of an endpoint's vectors asked for; the
 * model, the library and each use case are loaded by the first call that needs them.
 * @throws CharmError as the embedding model's opening: `model-missing`, `embedding-folder-missing` and their like
 */
export async function openServices(
  settings: Settings,
  surroundings: Surroundings,
): Promise<Services> {
  const { corpus, index, embedding } = settings;
  let tellWait: OnWait = () => {};
  const { open, host } = chooseEmbedder(settings, surroundings, (...wait) => tellWait(...wait));
  const embedder = await open("queries");
  const openDeps = ({ signal, onEvent, onModelEvent, onSending }: Hooks): OpenDeps => {
    tellWait = (seconds, why) => onModelEvent({ kind: "waiting", seconds, why });
    return {
      queryEmbedder: embedder,
      openIndexEmbedder: () => open("passages"),
      signal,
      onEvent: (event) => {
        if (host !== null && event.kind === "planned" && event.toDo > 0) onSending(host);
        onEvent(event);
      },
    };
  };
  const run: RunDeps = {
    settings,
    surroundings,
    embedder,
    openLibrary: async (hooks) => {
      const { openUpToDate } = await import("../use-cases/open-up-to-date.ts");
      return openUpToDate({ corpus, index }, { ...openDeps(hooks), onBehind: hooks.onBehind });
    },
  };
  return {
    index: async (request, hooks) => {
      const { bringUpToDate } = await import("../use-cases/open-up-to-date.ts");
      // A rebuild deletes the old library first: a model that does not work must be told of before.
      if (request.rebuild && embedding.kind !== "built-in") {
        await embedder.embed(["trial"], hooks.signal);
      }
      const place = { corpus, index, ...request };
      const { library, ...outcome } = await bringUpToDate(place, openDeps(hooks));
      library.close();
      return outcome;
    },
    ...answerServices(run),
    ...libraryServices(run),
    close: () => embedder.close(),
  };
}

function answerServices(run: RunDeps): Pick<Services, "ask" | "dryRun"> {
  return {
    ask: async function* (...request) {
      const { askQuestions } = await import("./ask-questions.ts");
      yield* askQuestions(run, ...request);
    },
    dryRun: async function* (...request) {
      const { showPrompts } = await import("./ask-questions.ts");
      yield* showPrompts(run, ...request);
    },
  };
}

function libraryServices(
  run: RunDeps,
): Pick<Services, "search" | "show" | "outline" | "leftOut" | "check" | "eval"> {
  return {
    search: (query, { documents, authorities, ...options }, hooks) =>
      withLibrary(run, hooks, async (library) => {
        const { searchLibrary } = await import("../use-cases/search-library.ts");
        const { findDocument } = await import("../show/find-document.ts");
        const named = documents.map((name) => findDocument(library.documents, name).id);
        const filter = {
          ...(named.length === 0 ? {} : { documentIds: named }),
          ...(authorities.length === 0 ? {} : { authorities }),
        };
        const { toEvidenceDeps } = await import("./evidence-deps.ts");
        const deps = toEvidenceDeps(library, run, hooks);
        return searchLibrary(query, deps, { ...options, filter });
      }),
    show: (surfaces, hooks) =>
      withLibrary(run, hooks, async (library) => {
        const { showReferences } = await import("../use-cases/show-references.ts");
        return showReferences(surfaces, { library, signal: hooks.signal });
      }),
    outline: (name, hooks) =>
      withLibrary(run, hooks, async (library) => {
        const { showOutline } = await import("../use-cases/show-outline.ts");
        return showOutline(name, library);
      }),
    leftOut: async (file, { signal }) => {
      const { showLeftOut } = await import("../use-cases/show-left-out.ts");
      return showLeftOut(file, { corpus: run.settings.corpus, signal });
    },
    check: async (paths, { fix, as, output }, hooks) => {
      const { checkReports } = await import("../use-cases/check-reports.ts");
      const { listChecked } = await import("../use-cases/list-checked.ts");
      // A report that is not there is told before the library is opened, which may take minutes.
      await listChecked(paths);
      const { checkMarkable, markChecked } = await import("../use-cases/mark-checked.ts");
      const { prepareFile } = await import("../files/write-file-atomically.ts");
      if (output !== null) await checkMarkable(paths, output);
      const marked = output === null ? null : await prepareFile(output);
      return withLibrary(run, hooks, async (library) => {
        const { toEvidenceDeps } = await import("./evidence-deps.ts");
        const today = new Date().toISOString().slice(0, 10);
        const deps = { ...toEvidenceDeps(library, run, hooks), today };
        if (!fix) {
          const checked = await checkReports(paths, deps, as);
          const [report] = checked;
          if (marked !== null && report !== undefined)
            await marked.write(await markChecked(report.file, report.findings, library));
          return checked;
        }
        const { fixReports } = await import("../use-cases/fix-reports.ts");
        return fixReports(paths, deps, as);
      });
    },
    eval: async (path, onQuestion, hooks) => {
      const { readEvalQuestions } = await import("../use-cases/evaluate-questions.ts");
      const questions = await readEvalQuestions(path);
      return withLibrary(run, hooks, async (library) => {
        const { searchLibrary } = await import("../use-cases/search-library.ts");
        const { evaluateRetrieval } = await import("../use-cases/evaluate-retrieval.ts");
        const { toEvidenceDeps } = await import("./evidence-deps.ts");
        const deps = toEvidenceDeps(library, run, hooks);
        const search = (query: string, k: number) => searchLibrary(query, deps, { k });
        return evaluateRetrieval(questions, { search, onQuestion, signal: hooks.signal });
      });
    },
  };
}

async function withLibrary<T>(
  { openLibrary }: RunDeps,
  hooks: Hooks,
  work: (library: Library) => Promise<T>,
): Promise<T> {
  const library = await openLibrary(hooks);
  try {
    return await work(library);
  } finally {
    library.close();
  }
}
