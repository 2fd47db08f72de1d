// Takes a set of requirements and the files or folders of a home; gives the matrix, from that home's documents alone.
import { join } from "node:path";
import type { TokenEmbedder } from "../embed/token-embedder.ts";
import { CharmError } from "../errors.ts";
import type { NamedFacts } from "../gap/conflicts/find-conflicts.ts";
import type { GapMatrix } from "../gap/matrix.ts";
import type { Home, Homes } from "../homes/homes.ts";
import { readFactsOf } from "../homes/read-facts.ts";
import { chooseAnew } from "../homes/scope.ts";
import { ownPacksFolder } from "../packs/find-pack.ts";
import { findGaps } from "../use-cases/find-gaps.ts";
import { nameAsGiven } from "../use-cases/list-checked.ts";
import { lockPolicies } from "./lock-policies.ts";
import { listOwned, type Owned } from "./list-owned.ts";
import { keepInForce } from "./keep-in-force.ts";
import { openComparer } from "./open-comparer.ts";
import type { RunDeps } from "./run-deps.ts";
import type { GapRequestOptions, Hooks } from "./services.ts";

type FindGapsIn = (request: GapRequestOptions, hooks: Hooks) => Promise<GapMatrix>;

/** Vectors are kept from call to call. */
export function openGapFinder(run: RunDeps): FindGapsIn {
  const openEmbedder = openComparer(run);
  return (request, hooks) => findGapsIn(run, request, hooks, openEmbedder);
}

/**
 * @throws CharmError `homes-mixed` where the files are of several homes, `other-home-file` where one that was named is
 *   another's, and as `findGaps`
 */
async function findGapsIn(
  run: RunDeps,
  { set, setPath, against, lock }: GapRequestOptions,
  hooks: Hooks,
  openEmbedder: () => Promise<TokenEmbedder>,
): Promise<GapMatrix> {
  // A file that is not there is told before the library is opened, which may take minutes.
  const owned = await listOwned(
    against.map(({ path }) => path),
    run,
  );
  const home = homeOf(owned, run.homes);
  const files = owned.map((one) => ({ ...one, file: nameAsGiven(one.file, against) }));
  const homes = home === null ? run.homes : chooseAnew(run.homes, { kind: "one", home });
  const facts = await factsOf(home);
  const library = await run.openLibrary(hooks, undefined, homes);
  try {
    const { signal } = hooks;
    const packs = join(run.settings.homes.folder, ownPacksFolder);
    const inForce = await keepInForce(library, run.settings.asAt, []);
    const request = { set, setPath, packs, files, home: facts };
    const matrix = await findGaps(request, { library: inForce, openEmbedder, signal });
    if (lock) await lockPolicies(files, matrix, library, signal);
    return matrix;
  } finally {
    library.close();
  }
}

/** The home whose files they are, or that the run is for; null where they are nobody's. */
function homeOf(files: readonly Owned[], { choice }: Homes): Home | null {
  const owners = [...new Set(files.flatMap(({ owner }) => owner ?? []))];
  if (owners.length > 1) {
    throw new CharmError("homes-mixed", "The files are of several homes.", {
      hint: "Name one of them with --home, or give the files of one.",
    });
  }
  return owners[0] ?? (choice.kind === "one" ? choice.home : null);
}

async function factsOf(home: Home | null): Promise<NamedFacts | null> {
  const facts = home === null ? null : await readFactsOf(home, "home.yaml");
  return facts === null ? null : { file: "home.yaml", facts };
}
