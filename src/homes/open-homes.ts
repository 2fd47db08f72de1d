// Takes the settings of a run; gives the provider's homes with their folders, and for which of them the run is.
import { realpath, stat } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import { CharmError } from "../errors.ts";
import { liesIn } from "../files/lies-in.ts";
import { nearestWord } from "../settings/nearest-word.ts";
import { foldHomeName } from "../settings/fold-home-name.ts";
import type { HomeSettings, Settings } from "../settings/settings.ts";
import type { Home, HomeChoice, Homes } from "./homes.ts";

/**
 * Messages name lines of charm.yaml and no home: what is wrong with the entry of one may be told in a run for another.
 * @throws CharmError `home-folder-missing`, `home-folders-overlap`, and as `chooseHome`
 */
export async function openHomes(
  { homes: { folder, list, wanted, all }, corpus }: Pick<Settings, "homes" | "corpus">,
  cwd: string,
): Promise<Homes> {
  const corpora = await waysTo(resolve(cwd, corpus));
  const placed = await Promise.all(list.map((home) => placeHome(home, folder, corpora)));
  refuseOverlap(placed);
  return { list: placed, choice: chooseHome(placed, { wanted, all, cwd }) };
}

async function placeHome(
  { name, aliases, facts, line, folders: named }: HomeSettings,
  folder: string,
  corpora: readonly string[],
): Promise<Home> {
  const found = await Promise.all(
    named.map(async (one) => {
      const candidates = [...new Set([resolve(folder, one), resolve(corpora[0] ?? folder, one)])];
      const there = (await Promise.all(candidates.map(waysToFolder))).flat();
      // What lies in no folder of a home belongs to all homes: a slip here would take a wall down.
      if (there.length > 0) return there;
      throw new CharmError(
        "home-folder-missing",
        `charm.yaml: a folder of the home on line ${line} is not there.`,
        { hint: "Name it as seen from the folder of charm.yaml or from the corpus, or make it." },
      );
    }),
  );
  const folders = [...new Set(found.flat())];
  const file = facts === null ? null : resolve(folder, facts);
  return {
    name,
    aliases,
    line,
    folders,
    inCorpus: below(corpora, folders),
    facts: file,
    factsInCorpus: file === null ? [] : below(corpora, await waysTo(file)),
  };
}

/** As the corpus names files: with forward slashes, in Unicode form C. */
function below(corpora: readonly string[], paths: readonly string[]): string[] {
  const names = paths.flatMap((path) =>
    corpora
      .filter((corpus) => liesIn(path, corpus))
      .map((corpus) => relative(corpus, path).split(sep).join("/").normalize("NFC")),
  );
  return [...new Set(names)];
}

async function waysToFolder(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  return found?.isDirectory() ? waysTo(path) : [];
}

/** A path as written, and as its links and the capitals on the disk have it. */
async function waysTo(path: string): Promise<string[]> {
  const real = await realpath(path).catch(() => path);
  return [...new Set([path, real])];
}

function refuseOverlap(homes: readonly Home[]): void {
  for (const [at, one] of homes.entries()) {
    for (const other of homes.slice(at + 1)) {
      const shared = one.folders.some((a) =>
        other.folders.some((b) => liesIn(a, b) || liesIn(b, a)),
      );
      if (!shared) continue;
      throw new CharmError(
        "home-folders-overlap",
        `charm.yaml: a folder of the home on line ${other.line} is, or is in, or holds one of the home on line ${one.line}.`,
        {
          hint: "Give each home folders of its own; what is for all homes belongs in no home's folder.",
        },
      );
    }
  }
}

interface Wish {
  readonly wanted: string | null;
  readonly all: boolean;
  readonly cwd: string;
}

/** @throws CharmError `homes-and-home`, `homes-unset`, `home-unknown` */
function chooseHome(list: readonly Home[], { wanted, all, cwd }: Wish): HomeChoice {
  if (wanted !== null && all) {
    throw new CharmError("homes-and-home", "--home names one home, and --all-homes means all.", {
      hint: "Give one of the two.",
    });
  }
  if (wanted !== null) return { kind: "one", home: findHome(list, wanted) };
  if (all || list.length === 0) return { kind: "all" };
  const [only] = list;
  const around = list.find(({ folders }) => folders.some((folder) => liesIn(cwd, folder)));
  const home = around ?? (list.length === 1 ? only : undefined);
  return home === undefined ? { kind: "none" } : { kind: "one", home };
}

/** By name or alias. @throws CharmError `homes-unset`, `home-unknown` */
export function findHome(list: readonly Home[], wanted: string): Home {
  if (list.length === 0) {
    throw new CharmError("homes-unset", "--home takes a home of charm.yaml, which names none.", {
      hint: "Write there:\nhomes:\n  - name: Elm House\n    folders: [own/elm]",
    });
  }
  const key = foldHomeName(wanted);
  const namesOf = ({ name, aliases }: Home) => [name, ...aliases];
  const found = list.find((home) => namesOf(home).some((name) => foldHomeName(name) === key));
  if (found !== undefined) return found;
  const meant = nearestWord(wanted, list.flatMap(namesOf));
  throw new CharmError("home-unknown", `charm.yaml has no home “${wanted}”.`, {
    hint: `${meant === null ? "" : `Did you mean “${meant}”? `}Its homes are ${nameHomes(list)}.`,
  });
}

/** "Elm House, Oak Lodge". */
export function nameHomes(list: readonly Home[]): string {
  return list.map(({ name }) => name).join(", ");
}
