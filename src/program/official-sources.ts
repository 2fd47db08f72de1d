// Takes ids of official documents; gives what is held of them, whether newer editions are known, or fetches these.
import { resolve } from "node:path";
import { CharmError, exitCodes, messageOf } from "../errors.ts";
import type { LibraryDocument } from "../library/library.ts";
import { findEntries, readCatalogue } from "../sources/catalogue.ts";
import { checkSource, tellFailed, type CheckedSource } from "../sources/check-source.ts";
import { fetchEdition } from "../sources/fetch-edition.ts";
import { findEditions, findHeld, tellHeld, type SourceEntry } from "../sources/find-held.ts";
import { openPartialFile } from "../sources/partial-file.ts";
import { openWeb, type Web } from "../sources/web.ts";
import { pullSource, type PulledSource } from "../use-cases/pull-source.ts";
import type { RunDeps } from "./run-deps.ts";
import type { Hooks } from "./services.ts";

/** Asks nobody: the catalogue beside what the library holds. */
export async function listSources(run: RunDeps, hooks: Hooks): Promise<SourceEntry[]> {
  const { documents } = await readCatalogue();
  const held = await documentsOf(run, hooks);
  return documents.map((entry) => {
    const { id, title, number, publisher, authority, licence, url } = entry;
    const known = tellHeld(findHeld(entry, held));
    return { id, title, number, publisher, authority, licence, url, held: known };
  });
}

/**
 * Asks their publishers. One that cannot be asked is told beside the others.
 * @param ids those that are held where none is named
 * @param today ISO day
 * @throws CharmError `sources-offline`, `source-unknown`, `nothing-held`; `source-unreachable` where none could be asked
 */
export async function checkSources(
  run: RunDeps,
  ids: readonly string[],
  today: string,
  hooks: Hooks,
): Promise<CheckedSource[]> {
  const catalogue = await readCatalogue();
  const named = findEntries(ids, catalogue);
  const web = openPublishers(run, hooks, "charm sources check");
  const held = await documentsOf(run, hooks);
  const entries =
    named.length > 0
      ? named
      : catalogue.documents.filter((entry) => findHeld(entry, held) !== null);
  if (entries.length === 0) {
    throw new CharmError("nothing-held", "The library holds no document of the catalogue.", {
      hint: "Name some:  charm sources check chr-2015 guide-2015  (charm sources list shows them all)",
    });
  }
  const checked: CheckedSource[] = [];
  let failure: unknown = null;
  for (const entry of entries) {
    hooks.signal.throwIfAborted();
    try {
      checked.push(await checkSource(entry, findHeld(entry, held), web, today));
    } catch (error) {
      hooks.signal.throwIfAborted();
      failure = error;
      checked.push(tellFailed(entry, findHeld(entry, held), messageOf(error)));
    }
  }
  if (checked.every(({ state }) => state === "failed")) throw failure;
  return checked;
}

/**
 * One after the other, each whole: what was pulled before one fails is kept, and a second run asks for the rest, of a
 * file that was cut off for what did not come. With the setting `asAt` it fetches the texts of that day.
 * @param folder below the corpus, as given; null for the corpus itself
 * @throws CharmError as `fetchEdition` and `pullSource`, `sources-offline`, `source-unknown`, `folder-outside`, `as-at-to-come`
 */
export async function pullSources(
  run: RunDeps,
  ids: readonly string[],
  folder: string | null,
  hooks: Hooks,
): Promise<PulledSource[]> {
  const entries = findEntries(ids, await readCatalogue());
  const web = openPublishers(run, hooks, "charm sources pull");
  const { settings, surroundings } = run;
  const { asAt } = settings;
  refuseToCome(asAt);
  const corpus = resolve(surroundings.cwd, settings.corpus);
  const below = toBelow(folder);
  const held = await documentsOf(run, hooks).catch((error: unknown) => {
    // The first documents of a corpus may come this way.
    if (error instanceof CharmError && /^corpus-(?:missing|empty)$/.test(error.code)) return [];
    throw error;
  });
  const pulled: PulledSource[] = [];
  for (const entry of entries) {
    hooks.signal.throwIfAborted();
    const editions = { current: findHeld(entry, held), all: findEditions(entry, held) };
    const edition = await fetchEdition(entry, editions.current, {
      web,
      asAt,
      openPartial: (asked, since) => openPartialFile(corpus, entry.id, asked, since),
    });
    const place = { corpus, folder: below };
    pulled.push(await pullSource(entry, edition, editions, place, hooks.signal));
  }
  return pulled;
}

/** How a text will stand on a day to come, nobody can know: what is made until then may change it. */
function refuseToCome(asAt: string | null): void {
  if (asAt === null || asAt <= new Date().toISOString().slice(0, 10)) return;
  throw new CharmError("as-at-to-come", `--as-at ${asAt} is still to come.`, {
    hint: "Leave it out for the text as it now stands; charm sources check lists what comes into force later.",
  });
}

function toBelow(folder: string | null): string {
  const parts = (folder ?? "").split(/[\\/]/).filter((part) => part !== "" && part !== ".");
  if (!/^(?:[\\/]|[A-Za-z]:)/.test(folder ?? "") && !parts.includes("..")) return parts.join("/");
  throw new CharmError("folder-outside", `${folder} is no folder below the corpus.`, {
    hint: "Name one as seen from the corpus, such as  --to law",
  });
}

function openPublishers({ settings, surroundings }: RunDeps, hooks: Hooks, what: string): Web {
  if (settings.offline) {
    throw new CharmError("sources-offline", `${what} asks publishers, and this run is offline.`, {
      hint: "Leave --offline out, and see CHARM_OFFLINE and charm.yaml.",
      exitCode: exitCodes.usage,
    });
  }
  return openWeb({
    proxies: surroundings.proxies,
    mirrors: settings.mirrors,
    signal: hooks.signal,
  });
}

async function documentsOf(run: RunDeps, hooks: Hooks): Promise<readonly LibraryDocument[]> {
  const library = await run.openLibrary(hooks);
  try {
    return library.documents;
  } finally {
    library.close();
  }
}
