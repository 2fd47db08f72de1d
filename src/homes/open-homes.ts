// Takes the settings of a run; gives the provider's homes with their folders, and for which of them the run is.
import { realpath, stat } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import { CharmError } from "../errors.ts";
import { liesIn } from "../files/lies-in.ts";
import { ownerOfPath } from "./scope.ts";
import { nearestWord } from "../settings/nearest-word.ts";
import { keyOfHomeName } from "../settings/fold-home-name.ts";
import type { HomeSettings, Settings } from "../settings/settings.ts";
import type { Home, HomeChoice, Homes } from "./homes.ts";

/**
 * Messages name lines of charm.yaml and no home: what is wrong with the entry of one may be told in a run for another.
 * @throws CharmError `home-folder-missing`, `home-folders-overlap`, `facts-shared`, and as `chooseHome`
 */
export async function openHomes(
  {
    homes: { folder, corpus: ownCorpus, list, wanted, all },
    corpus,
  }: Pick<Settings, "homes" | "corpus">,
  cwd: string,
): Promise<Homes> {
  const corpora = await waysTo(resolve(cwd, corpus));
  const roots = [folder, ownCorpus, ...corpora.slice(0, 1)];
  const placed = await Promise.all(list.map((home) => placeHome(home, folder, { roots, corpora })));
  refuseOverlap(placed);
  await refuseSharedFacts(placed);
  const standing = await realpath(cwd).catch(() => cwd);
  return { list: placed, choice: chooseHome(placed, { wanted, all, cwd: standing }) };
}

interface Places {
  /** From where folders are named, absolute. */
  readonly roots: readonly string[];
  /** Ways to the corpus of the run. */
  readonly corpora: readonly string[];
}

async function placeHome(
  { name, aliases, facts, line, folders: named }: HomeSettings,
  folder: string,
  { roots, corpora }: Places,
): Promise<Home> {
  const found = await Promise.all(
    named.map(async (one) => {
      // Disks differ in how they write letters with accents.
      const written = new Set([one, one.normalize("NFC"), one.normalize("NFD")]);
      const candidates = [
        ...new Set(roots.flatMap((root) => [...written].map((each) => resolve(root, each)))),
      ];
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

/** As the corpus names files: with forward slashes, in Unicode form C; a corpus within a folder is of it as a whole. */
function below(corpora: readonly string[], paths: readonly string[]): string[] {
  const names = paths.flatMap((path) =>
    corpora.flatMap((corpus) => {
      if (liesIn(corpus, path)) return [""];
      if (!liesIn(path, corpus)) return [];
      return [relative(corpus, path).split(sep).join("/").normalize("NFC")];
    }),
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
  const plain = homes.map(({ folders }) => folders.map((each) => each.normalize("NFC")));
  for (const [at, one] of homes.entries()) {
    for (const [past, other] of homes.slice(at + 1).entries()) {
      const shared = plain[at]?.some((a) =>
        plain[at + 1 + past]?.some((b) => liesIn(a, b) || liesIn(b, a)),
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

/** What is known of one home is never what is known of another. */
async function refuseSharedFacts(homes: readonly Home[]): Promise<void> {
  const takers = new Map<string, Home>();
  for (const home of homes) {
    if (home.facts === null) continue;
    const real = await realpath(home.facts).catch(() => home.facts ?? "");
    const owner = takers.get(real) ?? ownerOfPath(real, homes) ?? home;
    takers.set(real, home);
    if (owner === home) continue;
    throw new CharmError(
      "facts-shared",
      `charm.yaml: the file of facts of the home on line ${home.line} is that of the home on line ${owner.line}, or lies in its folder.`,
      { hint: "Give each home a file of facts of its own." },
    );
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
  const around = ownerOfPath(cwd, list);
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
  const key = keyOfHomeName(wanted);
  const namesOf = ({ name, aliases }: Home) => [name, ...aliases];
  const found = list.find((home) => namesOf(home).some((name) => keyOfHomeName(name) === key));
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
