// Takes the name of a pack and a home; gives the draft, made from that home's documents and facts alone.
import { basename, join, resolve } from "node:path";
import { CharmError } from "../errors.ts";
import type { HomeFacts } from "../homes/facts.ts";
import type { Homes } from "../homes/homes.ts";
import { factsForRun } from "../homes/facts-for-run.ts";
import { readFactsOf } from "../homes/read-facts.ts";
import { chooseAnew } from "../homes/scope.ts";
import { findPack, ownPacksFolder } from "../packs/find-pack.ts";
import type { TokenEmbedder } from "../embed/token-embedder.ts";
import type { LanguageModelOptions } from "../language-model/model-options.ts";
import type { ProseDryRun } from "../policy/prose/dry-run-prose.ts";
import { openWriter, type OpenedWriter } from "../policy/prose/write-prose.ts";
import type { ReferenceReader } from "../references/reader.ts";
import { createNearness } from "../score/nearness.ts";
import {
  draftPolicy,
  dryRunPolicy,
  type DraftDeps,
  type DraftedPolicy,
  type DraftRequest,
} from "../use-cases/draft-policy.ts";
import { homeUnnamed } from "../use-cases/refuse-unnamed-home.ts";
import { keepInForce } from "./keep-in-force.ts";
import { listOwn } from "./list-owned.ts";
import { openComparer } from "./open-comparer.ts";
import type { RunDeps } from "./run-deps.ts";
import { unsaidOptions, type DraftRequestOptions, type Hooks } from "./services.ts";
import { nothingAsked, settleModel } from "./settle-model.ts";

type DraftIn = (request: DraftRequestOptions, hooks: Hooks) => Promise<DraftedPolicy>;

/** The embedding model is opened once, for however many drafts. */
export function openDrafter(run: RunDeps, openEmbedder = openComparer(run)): DraftIn {
  return (request, hooks) =>
    withHome(run, request, hooks, openEmbedder, (asked, deps) => draftPolicy(asked, deps));
}

/**
 * What a language model would be sent for a draft.
 * @throws CharmError `dry-run-extractive` when no model would be asked
 */
export async function dryRunDraft(
  run: RunDeps,
  request: DraftRequestOptions,
  hooks: Hooks,
): Promise<ProseDryRun> {
  // Nothing is sent, so neither a key nor a connection is needed.
  const frozen = { ...request, frozen: true };
  return withHome(run, frozen, hooks, openComparer(run), (asked, deps) => {
    if (deps.openWriter === undefined) throw nothingAsked();
    return dryRunPolicy(asked, { ...deps, openWriter: deps.openWriter });
  });
}

async function withHome<T>(
  run: RunDeps,
  request: DraftRequestOptions,
  hooks: Hooks,
  openEmbedder: () => Promise<TokenEmbedder>,
  work: (asked: DraftRequest, deps: DraftDeps) => Promise<T>,
): Promise<T> {
  // What is named wrongly is told before the library is opened, which may take minutes.
  const pack = await findPack(request.pack, request.packPath, ownPacks(run));
  const { homes, facts, factsFile } = await chooseHome(run, request);
  const said = { ...unsaidOptions, ...request };
  const model = await settleModel(run.settings, said, run.surroundings, homes.choice);
  const opened = await run.openLibrary(hooks, undefined, homes);
  try {
    const { date } = request;
    const library = await keepInForce(opened, run.settings.asAt, []);
    const files = listOwn(library, run);
    const { signal, onModelEvent } = hooks;
    const deps = { library, openEmbedder, signal, onModelEvent };
    const writer = model === null ? {} : { openWriter: openWriterOf(model, openEmbedder) };
    return await work({ pack, facts, factsFile, files, date }, { ...deps, ...writer });
  } finally {
    opened.close();
  }
}

function openWriterOf(model: LanguageModelOptions, openEmbedder: () => Promise<TokenEmbedder>) {
  return (references: ReferenceReader): Promise<OpenedWriter> =>
    openWriter(model, { references }, createNearness(openEmbedder).nearness);
}

export function ownPacks({ settings }: Pick<RunDeps, "settings">): string {
  return join(settings.homes.folder, ownPacksFolder);
}

interface DraftedHome {
  readonly homes: Homes;
  readonly facts: HomeFacts;
  readonly factsFile: string;
}

/** @throws CharmError `home-unnamed`, `facts-unset`, `facts-of-other-home`, `facts-missing`, `facts-invalid` */
async function chooseHome(
  { homes, settings, surroundings: { cwd } }: RunDeps,
  { facts: given }: DraftRequestOptions,
): Promise<DraftedHome> {
  const { choice, list } = homes;
  if (given !== null) {
    const wish = {
      path: resolve(cwd, given),
      name: given,
      home: choice.kind === "one" ? choice.home : null,
      isNamed: settings.homes.wanted !== null,
    };
    const { facts, home } = await factsForRun(wish, list);
    // A home that charm.yaml does not know has no documents among those of others.
    const isOutside = list.length > 0 && home === null;
    const seen = isOutside ? chooseAnew(homes, { kind: "none" }) : homes;
    return { homes: seen, facts, factsFile: basename(given) };
  }
  if (choice.kind !== "one") {
    if (list.length > 0) throw homeUnnamed("A draft is asked for", list);
    throw new CharmError("facts-unset", "Nothing says which home the draft is for.", {
      hint: "Name its facts with --facts home.yaml; charm init home writes such a file.",
    });
  }
  const { home } = choice;
  const factsFile = basename(home.facts ?? "");
  const facts = await readFactsOf(home, factsFile);
  if (facts === null) {
    throw new CharmError("facts-unset", `charm.yaml names no file of facts for ${home.name}.`, {
      hint: "Write one with charm init home, and name it there under “facts:”.",
    });
  }
  return { homes, facts, factsFile };
}
