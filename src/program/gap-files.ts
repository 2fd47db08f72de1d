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
import { nameAsGiven, type ListedCheck } from "../use-cases/list-checked.ts";
import { homeUnnamed } from "../use-cases/refuse-unnamed-home.ts";
import type { Library } from "../library/library.ts";
import { listOwn, listOwned, type Owned } from "./list-owned.ts";
import { lockPolicies } from "./lock-policies.ts";
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
  const { choice, list } = run.homes;
  if (against.length === 0 && list.length > 0 && choice.kind !== "one")
    throw homeUnnamed("No document is given with --against", list);
  // A file that is not there is told before the library is opened, which may take minutes.
  const owned = await listOwned(
    against.map(({ path }) => path),
    run,
  );
  const home = homeOf(owned, run.homes);
  const given = owned.map((one) => ({ ...one, file: nameAsGiven(one.file, against) }));
  const homes = home === null ? run.homes : chooseAnew(run.homes, { kind: "one", home });
  const facts = await factsOf(home);
  const library = await run.openLibrary(hooks, undefined, homes);
  try {
    const { signal } = hooks;
    const packs = join(run.settings.homes.folder, ownPacksFolder);
    const inForce = await keepInForce(library, run.settings.asAt, []);
    const files = against.length > 0 ? given : requireOwn(inForce, run);
    const request = { set, setPath, packs, files, home: facts };
    const matrix = await findGaps(request, { library: inForce, openEmbedder, signal });
    if (lock) await lockPolicies(files, matrix, library, signal);
    return matrix;
  } finally {
    library.close();
  }
}

/** @throws CharmError `nothing-to-check` where the library has no own document that the run may see */
function requireOwn(library: Library, run: RunDeps): ListedCheck[] {
  const own = listOwn(library, run);
  if (own.length > 0) return own;
  throw new CharmError("nothing-to-check", "The corpus has no documents of the home's own.", {
    hint: "Put them into a folder such as own/, say in sources.yaml that they are, or name files with --against.",
  });
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
