// Takes the library of a run and files that were named; gives the provider's own documents whose dates are looked at.
import { resolve } from "node:path";
import { readDocument } from "../check/read-document.ts";
import { findAnnouncedReview } from "../check/policy/check-review-date.ts";
import { openGuardedReader } from "../extract/pdf/guarded-reader.ts";
import { ownerOf, ownerOfPath } from "../homes/scope.ts";
import type { Library, LibraryDocument } from "../library/library.ts";
import type { Paper } from "../lock/paper.ts";
import { openReferences } from "../use-cases/open-references.ts";
import type { Cite } from "../use-cases/due.ts";
import { readChecked, type ReadMeans } from "../use-cases/read-checked.ts";
import { isFieldLaw } from "../field/of-field.ts";
import { joinTextLines, readProvisionLines } from "../show/provision-lines.ts";
import { namePlace } from "../place/name-place.ts";
import type { RunDeps } from "./run-deps.ts";

/** A file outside the library whose dates are looked at. */
export interface NamedPaper {
  readonly path: string;
  readonly shown: string;
  /** As `Paper.locked`. */
  readonly locked: string | null;
}

export interface ReadPapers {
  readonly papers: readonly Paper[];
  /** Files that could not be read, a line each. */
  readonly unread: readonly string[];
}

/**
 * Own documents of the library, as a user reads their paths, and the files named, each once.
 * @param show gives the path that a reader is shown for an absolute one
 */
export async function readPapers(
  run: RunDeps,
  library: Pick<Library, "documents" | "provisions">,
  named: readonly NamedPaper[],
  { show, signal }: { readonly show: (path: string) => string; readonly signal: AbortSignal },
): Promise<ReadPapers> {
  const { corpus } = run.settings;
  const { cwd } = run.surroundings;
  const reader = openGuardedReader();
  const papers = new Map<string, Paper>();
  const unread: string[] = [];
  try {
    const own = library.documents.filter(({ authority }) => authority === "own");
    for (const info of own) {
      signal.throwIfAborted();
      const path = resolve(cwd, corpus, info.file);
      const held = await readHeld(info, path, library, { signal, reader });
      const home = ownerOf(info.file, run.homes.list)?.name ?? null;
      const locked = named.find((one) => one.path === path)?.locked ?? null;
      const { title, date } = info;
      papers.set(path, { file: show(path), home, title, date, pieces: held, locked });
    }
    for (const { path, shown, locked } of named) {
      if (papers.has(path)) continue;
      signal.throwIfAborted();
      try {
        const { title, pieces } = await (await readChecked(path, { signal, reader })).policy();
        const home = ownerOfPath(path, run.homes.list)?.name ?? null;
        papers.set(path, { file: shown, home, title, date: null, pieces, locked });
      } catch {
        signal.throwIfAborted();
        unread.push(`${shown} could not be read, so nothing is said of its dates.`);
      }
    }
  } finally {
    await reader.close();
  }
  return { papers: [...papers.values()], unread };
}

/** Headers and footers of a PDF are in no provision: only its file tells of them. */
async function readHeld(
  info: LibraryDocument,
  path: string,
  library: Pick<Library, "provisions">,
  means: ReadMeans,
): Promise<Paper["pieces"]> {
  const provisions = await library.provisions(info.id);
  const { pieces } = readDocument({ kind: info.kind, provisions });
  if (!/\.pdf$/i.test(info.file) || findAnnouncedReview(pieces) !== null) return pieces;
  const read = await readChecked(path, means)
    .then((file) => file.policy())
    .catch(() => null);
  means.signal?.throwIfAborted();
  return read?.pieces ?? pieces;
}

/** Provisions of law by their references, word for word. */
export async function openCite(
  library: Pick<Library, "documents" | "outline" | "provisions">,
): Promise<Cite> {
  const references = await openReferences(library);
  const scope = library.documents.filter(isFieldLaw).map(({ id }) => id);
  return async (written) => {
    const [reference] = references.parse(written);
    const [resolution] = reference === undefined ? [] : references.resolve(reference, scope);
    const place = resolution?.status === "found" ? resolution.reading?.places[0] : undefined;
    const info = library.documents.find(({ id }) => id === place?.documentId);
    if (place === undefined || info === undefined || place.ordinal === null) return null;
    const provisions = new Map(
      (await library.provisions(info.id)).map((one) => [one.ordinal, one]),
    );
    const provision = provisions.get(place.ordinal);
    if (provision === undefined) return null;
    const text = joinTextLines(readProvisionLines(provisions, provision).lines);
    return { name: namePlace(info.short, place), file: info.file, page: place.page, text };
  };
}
