// Takes the working directory; gives what the charm.yaml says that holds there.
import { readFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { CharmError } from "../errors.ts";
import { liesIn } from "../files/lies-in.ts";
import type { ParsedSettings, PartialSettings } from "./parse-settings.ts";

const settingsName = "charm.yaml";

export interface SettingsFile extends ParsedSettings {
  /** Absolute path of the folder it is in; the working directory where there is none. */
  readonly folder: string;
  /** What it means by saying nothing, as seen from the working directory. */
  readonly defaults: { readonly corpus: string; readonly index: string };
}

/**
 * The one in the working directory. In the folder of a home, that of the nearest folder above which names the home's folder:
 * its paths are then given as seen from here. Another one further up has nothing to say.
 * @throws CharmError `settings-invalid`, `secret-in-settings`
 */
export async function findSettingsFile(cwd: string): Promise<SettingsFile> {
  const text = await readSettingsText(cwd, settingsName);
  const none = { folder: cwd, said: {}, homeLines: [], defaults: defaultPlaces };
  if (text !== null) return { ...none, ...(await parse(text, settingsName)) };
  for (let folder = dirname(cwd); folder !== dirname(folder); folder = dirname(folder)) {
    const name = join(relative(cwd, folder), settingsName);
    // One that cannot be read there is no concern of this folder.
    const above = await readSettingsText(folder, name).catch(() => null);
    if (above === null) continue;
    // Only a file that speaks of homes can hold for a folder below it, so only its faults are of any concern.
    if (!/^\s*["']?homes["']?\s*:/m.test(above)) return none;
    const parsed = await parse(above, name);
    const places = placesOf(parsed.said, folder);
    if (!places.some((place) => liesIn(cwd, place))) return none;
    const seen = (path: string) => join(relative(cwd, folder), path);
    const defaults = { corpus: seen(defaultPlaces.corpus), index: seen(defaultPlaces.index) };
    return { ...parsed, said: moveSaid(parsed.said, folder, cwd), folder, defaults };
  }
  return none;
}

const defaultPlaces = { corpus: "corpus", index: "index" };

/** Folders of homes are named from the folder of charm.yaml or from the corpus. */
function placesOf({ homes = [], corpus = defaultPlaces.corpus }: PartialSettings, folder: string) {
  return homes.flatMap(({ folders }) =>
    folders.flatMap((one) => [resolve(folder, one), resolve(folder, corpus, one)]),
  );
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

async function parse(text: string, name: string): Promise<ParsedSettings> {
  const { parseSettings } = await import("./parse-settings.ts");
  return parseSettings(text, name);
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
