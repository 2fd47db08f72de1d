// Takes the working directory; gives what the charm.yaml says that holds there.
import { realpath } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { CharmError } from "../errors.ts";
import { liesIn } from "../files/lies-in.ts";
import { readFile } from "../files/read-file.ts";
import type { ParsedSettings, PartialSettings } from "./parse-settings.ts";

const settingsName = "charm.yaml";

/** A file with its place. */
export interface PlacedSettings extends ParsedSettings {
  /** Absolute path of the folder it is in; the working directory where there is none. */
  readonly folder: string;
  /** Absolute path of the corpus that it means. */
  readonly ownCorpus: string;
}

export interface SettingsFile extends PlacedSettings {
  /** What it means by saying nothing, as seen from the working directory. */
  readonly defaults: { readonly corpus: string; readonly index: string };
}

/**
 * The one in the working directory, or else that of the nearest folder above that names homes, whose paths are then given
 * as seen from here: a wall may not depend on how deep one stands. One above that names none has nothing to say here.
 * @throws CharmError `settings-invalid`, `secret-in-settings`
 */
export async function findSettingsFile(cwd: string): Promise<SettingsFile> {
  const text = await readSettingsText(cwd, settingsName);
  const defaultsHere = { defaults: defaultPlaces };
  if (text !== null) return { ...(await parse(text, cwd, settingsName)), ...defaultsHere };
  const above = await findHomesAbove(cwd, cwd);
  if (above === null) return { ...placed({ said: {}, homeLines: [] }, cwd), ...defaultsHere };
  const { folder } = above;
  const seen = (path: string) => join(relative(cwd, folder), path);
  const defaults = { corpus: seen(defaultPlaces.corpus), index: seen(defaultPlaces.index) };
  return { ...above, said: moveSaid(above.said, folder, cwd), defaults };
}

/**
 * Of two files that may speak of the homes of a corpus, the one whose homes have folders there: the one that holds in the
 * working directory, or that of the nearest folder above the corpus that names homes, for a run that stands elsewhere.
 * @param corpus as seen from the working directory
 * @throws CharmError as `findSettingsFile`
 */
export async function findHomesOf(
  corpus: string,
  file: PlacedSettings,
  cwd: string,
): Promise<PlacedSettings> {
  const real = await realpath(resolve(cwd, corpus)).catch(() => null);
  if (real === null || (await hasHomesIn(real, file))) return file;
  const above = await findHomesAbove(join(real, "inside"), cwd);
  return above !== null && (await hasHomesIn(real, above)) ? above : file;
}

async function hasHomesIn(real: string, { said, folder, ownCorpus }: PlacedSettings) {
  // Folders of homes are named from the folder of charm.yaml or from the corpus.
  const named = (said.homes ?? []).flatMap(({ folders }) => folders);
  const places = named.flatMap((one) => [resolve(folder, one), resolve(ownCorpus, one)]);
  const found = await Promise.all(places.map((place) => realpath(place).catch(() => place)));
  return found.some((place) => liesIn(place, real) || liesIn(real, place));
}

const defaultPlaces = { corpus: "corpus", index: "index" };

async function findHomesAbove(start: string, cwd: string): Promise<PlacedSettings | null> {
  for (let folder = dirname(start); ; folder = dirname(folder)) {
    const name = join(relative(cwd, folder), settingsName);
    // One that cannot be read there is no concern of this folder.
    const text = await readSettingsText(folder, name).catch(() => null);
    // Only a file that speaks of homes holds for a folder below it, so only its faults are of any concern.
    if (text !== null && /(?:^|[{,])\s*["']?homes["']?\s*:/m.test(text))
      return parse(text, folder, name);
    if (folder === dirname(folder)) return null;
  }
}

/** Relative paths as seen from the working directory. */
function moveSaid(said: PartialSettings, folder: string, cwd: string): PartialSettings {
  const moved = (path: string) => relative(cwd, resolve(folder, path)) || ".";
  const { corpus, index, model, embedding } = said;
  return {
    ...said,
    ...(corpus === undefined ? {} : { corpus: moved(corpus) }),
    // A place behind an address is the same from everywhere.
    ...(index === undefined || /^[a-z][a-z0-9+.-]+:\/\//i.test(index)
      ? {}
      : { index: moved(index) }),
    ...(model?.cache === undefined ? {} : { model: { ...model, cache: moved(model.cache) } }),
    ...(embedding?.kind === "onnx"
      ? { embedding: { ...embedding, folder: moved(embedding.folder) } }
      : {}),
  };
}

async function parse(text: string, folder: string, name: string): Promise<PlacedSettings> {
  const { parseSettings } = await import("./parse-settings.ts");
  return placed(await parseSettings(text, name), folder);
}

function placed(parsed: ParsedSettings, folder: string): PlacedSettings {
  const ownCorpus = resolve(folder, parsed.said.corpus ?? defaultPlaces.corpus);
  return { ...parsed, folder, ownCorpus };
}

/** Null where there is none. */
async function readSettingsText(folder: string, name: string): Promise<string | null> {
  try {
    return await readFile(join(folder, settingsName), "utf8");
  } catch (cause) {
    if (["ENOENT", "ENOTDIR"].includes((cause as NodeJS.ErrnoException).code ?? "")) return null;
    throw new CharmError("settings-invalid", `${name} cannot be opened.`, {
      hint: "Check that it is a file, and who may read it.",
      cause,
    });
  }
}
