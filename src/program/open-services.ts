// Takes the settings of a run; gives the use cases with their model and library behind them: the composition root.
import type { Authority } from "../document.ts";
import { requireNear } from "../library/folder-of.ts";
import { openHomes } from "../homes/open-homes.ts";
import type { Library } from "../library/library.ts";
import { once } from "../once.ts";
import type { Settings } from "../settings/settings.ts";
import type { OpenDeps } from "../use-cases/open-up-to-date.ts";
import { homeUnnamed, refuseUnnamedDocuments } from "../use-cases/refuse-unnamed-home.ts";
import type { Home } from "../homes/homes.ts";
import { isSeen, mayBeNamed } from "../homes/scope.ts";
import { chooseEmbedder, openFirst, type OnWait } from "./open-embedder.ts";
import type { Refuse, RunDeps } from "./run-deps.ts";
import { hideInErrors, hideOthers } from "./narrow-outcome.ts";
import { narrowLibrary } from "./narrow-library.ts";
import type { Hooks, Services, Surroundings } from "./services.ts";

/**
 * Nothing but the embedding model's folder is looked at yet, or the length of an endpoint's vectors asked for; the
 * model, the library and each use case are loaded by the first call that needs them.
 * @throws CharmError as `openHomes`, and as the embedding model's opening: `model-missing`, `embedding-folder-missing` and their like
 */
export async function openServices(
  settings: Settings,
  surroundings: Surroundings,
): Promise<Services> {
  const { corpus, index } = settings;
  requireNear(index, settings.offline);
  const homes = await openHomes(settings, surroundings.cwd);
  const place = { corpus, index, homes: homes.list };
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
        onEvent(hideOthers(event, homes));
      },
    };
  };
  const run: RunDeps = {
    settings,
    surroundings,
    embedder,
    openComparing: once(() => openFirst(settings, embedder)),
    homes,
    openLibrary: async (hooks, refuse, seen = homes, mayBeOld = false) => {
      const { openUpToDate } = await import("../use-cases/open-up-to-date.ts");
      const { onBehind } = hooks;
      const onOlder = mayBeOld ? hooks.onOlder : null;
      const deps = { ...openDeps(hooks), onBehind, onOlder };
      const mayFail = (owner: Home) => !isSeen(owner, seen.choice);
      const library = await hideInErrors(openUpToDate({ ...place, mayFail }, deps), homes);
      return narrowLibrary(library, seen, { refuse, onOwnLeftOut: hooks.onOwnLeftOut });
    },
  };
  const gapFinder = once(async () => (await import("./gap-files.ts")).openGapFinder(run));
  const drafter = once(async () => (await import("./draft-packs.ts")).openDrafter(run));
  return {
    corpus,
    index: async (...request) => {
      const { indexFiles } = await import("./index-files.ts");
      return indexFiles({ settings, place, homes, embedder, openDeps }, ...request);
    },
    refuseOutput: async (...request) => {
      const { refuseOutput } = await import("./refuse-output.ts");
      return refuseOutput(...request, run);
    },
    ...answerServices(run),
    ...libraryServices(run),
    gap: async (...request) => (await gapFinder())(...request),
    diff: async (...request) => {
      const { diffFiles } = await import("./diff-files.ts");
      return diffFiles(run, ...request);
    },
    digest: async (...request) => {
      const { digestCorpus } = await import("./digest-corpus.ts");
      return digestCorpus(run, ...request);
    },
    ...lockServices(run),
    sources: {
      list: async (...request) =>
        (await import("./official-sources.ts")).listSources(run, ...request),
      check: async (...request) =>
        (await import("./official-sources.ts")).checkSources(run, ...request),
      pull: async (...request) =>
        (await import("./official-sources.ts")).pullSources(run, ...request),
    },
    requirementSets: async () => {
      const { listRequirementSets } = await import("../use-cases/find-gaps.ts");
      return listRequirementSets();
    },
    draft: async (...request) => (await drafter())(...request),
    dryRunDraft: async (...request) => {
      const { dryRunDraft } = await import("./draft-packs.ts");
      return dryRunDraft(run, ...request);
    },
    packs: async () => {
      const { listAllPacks } = await import("../use-cases/list-packs.ts");
      const { ownPacks } = await import("./draft-packs.ts");
      return listAllPacks(ownPacks(run));
    },
    planBatch: async (request) => {
      const { planBatch } = await import("./plan-batch.ts");
      return planBatch(run, request);
    },
    batch: async (...request) => {
      const { batchJobs } = await import("./batch-jobs.ts");
      return batchJobs(run, ...request);
    },
    export: async (...request) => {
      const { exportWithPages } = await import("./export-pages.ts");
      return exportWithPages(run, ...request);
    },
    webPage: async (...request) => {
      const { writeWebPage } = await import("./export-pages.ts");
      return writeWebPage(run, ...request);
    },
    close: () => embedder.close(),
  };
}

function lockServices(run: RunDeps): Pick<Services, "lock" | "lockMatrix" | "status" | "refresh"> {
  return {
    lock: async (...request) => {
      const { lockWritten } = await import("./lock-reports.ts");
      return lockWritten(run, ...request);
    },
    lockMatrix: async (...request) => {
      const { lockWrittenMatrix } = await import("./lock-matrix.ts");
      return lockWrittenMatrix(run, ...request);
    },
    status: async (...request) => {
      const { statusOf } = await import("./run-status.ts");
      return statusOf(run, ...request);
    },
    refresh: async (...request) => {
      const { refreshLocked } = await import("./run-refresh.ts");
      return refreshLocked(run, ...request);
    },
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
): Pick<
  Services,
  | "search"
  | "show"
  | "page"
  | "outline"
  | "documents"
  | "leftOut"
  | "check"
  | "checkText"
  | "eval"
  | "makeQuestions"
> {
  return {
    search: (query, { documents, authorities, ...options }, hooks) =>
      withLibrary(
        run,
        hooks,
        { refuse: refuseNamed(run, documents, authorities), texts: [query, ...documents] },
        async (library) => {
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
        },
      ),
    show: (surfaces, hooks) =>
      withLibrary(
        run,
        hooks,
        { refuse: refuseNamed(run, surfaces), texts: surfaces },
        async (library) => {
          const { showReferences } = await import("../use-cases/show-references.ts");
          return showReferences(surfaces, { library, signal: hooks.signal });
        },
      ),
    page: (request, hooks) =>
      withLibrary(
        run,
        hooks,
        { refuse: refuseNamed(run, [request.document]), texts: [request.document] },
        async ({ documents }) => {
          const { showPage } = await import("../use-cases/show-page.ts");
          const { corpus } = run.settings;
          return showPage(request, { documents, corpus, signal: hooks.signal });
        },
      ),
    outline: (name, hooks) =>
      withLibrary(
        run,
        hooks,
        { refuse: refuseNamed(run, [name]), texts: [name] },
        async (library) => {
          const { showOutline } = await import("../use-cases/show-outline.ts");
          return showOutline(name, library);
        },
      ),
    documents: (hooks) => withLibrary(run, hooks, {}, async ({ documents }) => documents),
    leftOut: async (file, { signal }) => {
      const { showLeftOut } = await import("../use-cases/show-left-out.ts");
      const work = showLeftOut(file, {
        corpus: run.settings.corpus,
        signal,
        homes: run.homes.list,
        mayFail: (owner) => !isSeen(owner, run.homes.choice),
        mayBeNamed: (path) => mayBeNamed(path, run.homes),
      });
      return hideInErrors(work, run.homes);
    },
    check: async (...request) => {
      const { checkFiles } = await import("./check-files.ts");
      return checkFiles(run, ...request);
    },
    checkText: async (...request) => {
      const { checkText } = await import("./check-files.ts");
      return checkText(run, ...request);
    },
    eval: async (path, onQuestion, hooks) => {
      const { readEvalQuestions } = await import("../use-cases/evaluate-questions.ts");
      const questions = await readEvalQuestions(path);
      return withLibrary(run, hooks, {}, async (library) => {
        const { searchLibrary } = await import("../use-cases/search-library.ts");
        const { evaluateRetrieval } = await import("../use-cases/evaluate-retrieval.ts");
        const { toEvidenceDeps } = await import("./evidence-deps.ts");
        const deps = toEvidenceDeps(library, run, hooks);
        const search = (query: string, k: number) => searchLibrary(query, deps, { k });
        const { openReferences } = await import("../use-cases/open-references.ts");
        const { placeProvisions } = await import("../use-cases/evaluate-provisions.ts");
        const placed = placeProvisions(questions, await openReferences(library));
        return evaluateRetrieval(placed, { search, onQuestion, signal: hooks.signal });
      });
    },
    makeQuestions: (hooks) =>
      withLibrary(run, hooks, {}, async (library) => {
        const { makeQuestions } = await import("../use-cases/make-questions.ts");
        return makeQuestions(library);
      }),
  };
}

/** What only documents that are left out could give is refused, not found missing. */
function refuseNamed(
  { homes }: RunDeps,
  names: readonly string[],
  authorities: readonly Authority[] = [],
): Refuse {
  return (documents) => {
    if (authorities.includes("own") && homes.choice.kind === "none")
      throw homeUnnamed("Own documents are asked for", homes.list);
    refuseUnnamedDocuments(names, documents, homes);
  };
}

async function withLibrary<T>(
  { openLibrary, settings }: RunDeps,
  hooks: Hooks,
  { refuse, texts = [] }: { readonly refuse?: Refuse; readonly texts?: readonly string[] },
  work: (library: Library) => Promise<T>,
): Promise<T> {
  const library = await openLibrary(hooks, refuse, undefined, true);
  try {
    const { keepInForce } = await import("./keep-in-force.ts");
    return await work(await keepInForce(library, settings.asAt, texts));
  } finally {
    library.close();
  }
}
