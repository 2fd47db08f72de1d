// Takes options; gives the library they name, for programs that use charm as a package.
import { resolve } from "node:path";
import { CharmError } from "../errors.ts";
import { folderOf } from "../library/folder-of.ts";
import type { Settings } from "../settings/settings.ts";
import { isDay } from "../text/is-day.ts";
import { toLibrary, type Library } from "./library.ts";
import { openRun } from "./open-run.ts";
import type { LibraryOptions } from "./options.ts";

/**
 * Opens a library; the documents are read by the first call that needs them. Whoever opens it closes it.
 * @throws CharmError `settings-invalid`, `as-at-no-day`, `home-unknown` and their like
 */
export async function openLibrary(options: LibraryOptions = {}): Promise<Library> {
  const { env = process.env, model, corpus, index, offline, home, allHomes, asAt } = options;
  const cwd = resolve(options.cwd ?? ".");
  if (asAt !== undefined && !isDay(asAt))
    throw new CharmError("as-at-no-day", `asAt “${asAt}” is no day.`, {
      hint: "Write it as 2024-06-30.",
    });
  const named = model === undefined ? {} : { model: { name: model } };
  const flags = { corpus, index, offline, home, allHomes, asAt, ...named };
  const place = (settings: Settings) => placeIn(settings, cwd);
  return toLibrary(await openRun({ flags, env, cwd, place }), cwd);
}

/** A program need not stand in the folder that it speaks of. */
function placeIn(settings: Settings, cwd: string): Settings {
  const { corpus, index } = settings;
  const isFolder = !index.startsWith("file://") && folderOf(index) !== null;
  return {
    ...settings,
    corpus: resolve(cwd, corpus),
    index: isFolder ? resolve(cwd, index) : index,
  };
}
