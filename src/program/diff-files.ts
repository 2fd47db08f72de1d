// Takes two editions as the user named them; gives their comparison. The library is opened only for what is no file.
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Comparison } from "../compare/comparison.ts";
import { discoverCorpus } from "../discover/discover-corpus.ts";
import { CharmError } from "../errors.ts";
import { openGuardedReader } from "../extract/pdf/guarded-reader.ts";
import { isInScope, isSeen, mayBeNamed } from "../homes/scope.ts";
import { isOwnFolder } from "../identify/own-folders.ts";
import { compareFiles } from "../use-cases/compare-files.ts";
import { nameAsGiven, type ListedCheck } from "../use-cases/list-checked.ts";
import type { ReadMeans } from "../use-cases/read-checked.ts";
import { readEdition, toEdition, type ReadEdition } from "../use-cases/read-edition.ts";
import { refuseUnnamedDocuments } from "../use-cases/refuse-unnamed-home.ts";
import { findDocument } from "../show/find-document.ts";
import { listOwned } from "./list-owned.ts";
import type { RunDeps } from "./run-deps.ts";
import type { DiffRequestOptions, Hooks } from "./services.ts";

/**
 * @throws CharmError `edition-missing`, `edition-is-folder`, `edition-unreadable`, `document-unknown`,
 *   `document-ambiguous`, and as `listOwned`
 */
export async function diffFiles(
  run: RunDeps,
  { old, new: now, against }: DiffRequestOptions,
  hooks: Hooks,
): Promise<Comparison> {
  const reader = openGuardedReader();
  try {
    const means: ReadMeans = { signal: hooks.signal, reader };
    const [before, after] = await openEditions(run, [old, now], hooks, means);
    const paths = new Set([resolve(run.surroundings.cwd, old), resolve(run.surroundings.cwd, now)]);
    const texts = await listTexts(run, against);
    return await compareFiles(
      before,
      after,
      texts.filter(({ path }) => !paths.has(path)),
      means,
    );
  } finally {
    await reader.close();
  }
}

/** Files first, so that what is wrong with one is told at once. */
async function openEditions(
  run: RunDeps,
  names: readonly [string, string],
  hooks: Hooks,
  means: ReadMeans,
): Promise<readonly [ReadEdition, ReadEdition]> {
  const { corpus } = run.settings;
  const { list, choice } = run.homes;
  const mayFail = (owner: (typeof list)[number]) => !isSeen(owner, choice);
  const read: (ReadEdition | null)[] = [];
  for (const name of names) {
    const path = resolve(run.surroundings.cwd, name);
    const found = await stat(path).catch(() => null);
    if (found?.isDirectory() === true) throw isFolder(name);
    if (found !== null) await listOwned([path], run);
    else if (looksLikePath(name)) throw isMissing(name);
    read.push(
      found === null
        ? null
        : await readEdition(name, path, { corpus, homes: list, mayFail, means }),
    );
  }
  const [old = null, now = null] = read;
  if (old !== null && now !== null) return [old, now];
  const asked = names.filter((_name, i) => read[i] === null);
  const refuse: Parameters<RunDeps["openLibrary"]>[1] = (documents) =>
    refuseUnnamedDocuments(asked, documents, run.homes);
  const library = await run.openLibrary(hooks, refuse).catch((error: unknown) => {
    // Whoever named a file wants to hear of it, not of a corpus.
    const isCorpus = error instanceof CharmError && error.code.startsWith("corpus-");
    throw isCorpus && asked[0] !== undefined ? isMissing(asked[0]) : error;
  });
  try {
    const held = async (name: string) => {
      const info = findDocument(library.documents, name);
      return toEdition(info, await library.provisions(info.id));
    };
    return [old ?? (await held(names[0])), now ?? (await held(names[1]))];
  } finally {
    library.close();
  }
}

/** The name of a document has no folder before it. */
function looksLikePath(name: string): boolean {
  return /[\\/]/.test(name);
}

function isFolder(name: string): CharmError {
  return new CharmError(
    "edition-is-folder",
    `${name} is a folder; charm diff compares two files.`,
    {
      hint: "Name the older file, then the newer one.",
    },
  );
}

function isMissing(name: string): CharmError {
  return new CharmError("edition-missing", `There is no file ${name}.`, {
    hint: "Give the path of a file, or the name of a document of the library (charm index lists them).",
  });
}

/** Reports and own documents that may cite what changed; own documents of the corpus where none is given. */
export async function listTexts(
  run: RunDeps,
  against: DiffRequestOptions["against"],
): Promise<ListedCheck[]> {
  return against.length > 0 ? listGiven(run, against) : listOwnDocuments(run);
}

async function listGiven(
  run: RunDeps,
  against: DiffRequestOptions["against"],
): Promise<ListedCheck[]> {
  const owned = await listOwned(
    against.map(({ path }) => path),
    run,
  );
  return owned.map((one) => ({ ...one, file: nameAsGiven(one.file, against) }));
}

/** The provider's own documents in the corpus folder, as far as the run may see them; none where there is no corpus. */
async function listOwnDocuments({ settings, homes }: RunDeps): Promise<ListedCheck[]> {
  const mayFail = (owner: (typeof homes.list)[number]) => !isSeen(owner, homes.choice);
  const found = await discoverCorpus(settings.corpus, { homes: homes.list, mayFail }).catch(
    (error: unknown) => {
      if (error instanceof CharmError && error.code.startsWith("corpus-")) return null;
      throw error;
    },
  );
  return (found?.files ?? [])
    .filter(
      ({ file, declared, home }) =>
        (declared.authority === "own" ||
          home !== undefined ||
          (declared.authority === undefined && isOwnFolder(file))) &&
        mayBeNamed(file, homes) &&
        isInScope({ file, authority: "own" }, homes),
    )
    .map(({ file, path }) => ({ file, path, found: true, unread: null }));
}
