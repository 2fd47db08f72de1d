// Takes files or folders that were given; lists their files, each with the home whose it is, by the walls of the run.
import { realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { CharmError } from "../errors.ts";
import { nodeOf } from "../files/node-of.ts";
import { crossing, nodesOfHomes } from "../homes/crossing.ts";
import type { Home } from "../homes/homes.ts";
import { ownerOfPath } from "../homes/scope.ts";
import type { Library } from "../library/library.ts";
import { listChecked, type ListedCheck } from "../use-cases/list-checked.ts";
import type { RunDeps } from "./run-deps.ts";

export type Owned = ListedCheck & { readonly owner: Home | null };

/**
 * A folder's files of other homes are left out in a run for one.
 * @throws CharmError `other-home-file` for a file that was named itself and is, or may be, another home's than it seems or
 *   than the run is for, and as `listChecked`
 */
export async function listOwned(
  paths: readonly string[],
  { homes, settings }: Pick<RunDeps, "homes" | "settings">,
): Promise<readonly Owned[]> {
  const { list, choice } = homes;
  // Facts of homes are read, though not as documents.
  const listed = (await listChecked(paths)).filter(
    ({ path, found }) => !found || !list.some(({ facts }) => facts === path),
  );
  const owned = await findOwners(listed, list);
  if (choice.kind !== "one" || settings.homes.wanted === null) return owned;
  const others = owned.filter(({ owner }) => owner !== null && owner !== choice.home);
  const mine = owned.filter((one) => !others.includes(one));
  // Of a folder the rest is checked; where there is no rest, silence would pass for praise.
  const given = others.find(({ found }) => !found || mine.length === 0);
  if (given !== undefined) {
    throw new CharmError(
      "other-home-file",
      `${given.file} lies in the folder of another home than ${choice.home.name}.`,
      { hint: "Leave out --home: a file in a home's folder is checked for that home." },
    );
  }
  return mine;
}

/** By where a file really is; one that a link brings into the folder of another home is not read. */
async function findOwners(
  listed: readonly ListedCheck[],
  list: readonly Home[],
): Promise<readonly Owned[]> {
  if (list.length === 0) return listed.map((one) => ({ ...one, owner: null }));
  const looked = await Promise.all(
    listed.map(async (one) => {
      const folder = await realpath(dirname(one.path)).catch(() => dirname(one.path));
      const found = await stat(one.path).catch(() => null);
      return {
        one,
        placed: ownerOfPath(join(folder, basename(one.path)), list),
        linked: ownerOfPath(await realpath(one.path).catch(() => one.path), list),
        ...(found?.isFile() === true ? nodeOf(found) : {}),
      };
    }),
  );
  const nodes = await nodesOfHomes(list, looked);
  return looked.map(({ one, placed, linked, node }) => {
    const [only, ...others] = nodes.get(node ?? "") ?? [];
    // A file that lies elsewhere is that of the home whose it is as well.
    const owner = placed ?? linked ?? (others.length === 0 ? only : null) ?? null;
    const why = crossing(owner, linked ?? owner, nodes.get(node ?? ""));
    if (why === null || one.unread !== null) return { ...one, owner };
    if (one.found) return { ...one, owner, unread: why };
    throw new CharmError("other-home-file", `${one.file} is not checked. ${why}`, {
      hint: "Check the file where it really is, or a copy of it.",
    });
  });
}

/** The own documents of a library, as far as the run sees it. */
export function listOwn(
  { documents }: Pick<Library, "documents">,
  { settings, surroundings: { cwd } }: Pick<RunDeps, "settings" | "surroundings">,
): ListedCheck[] {
  return documents
    .filter(({ authority }) => authority === "own")
    .map(({ file }) => ({
      file,
      path: resolve(cwd, settings.corpus, file),
      found: true,
      unread: null,
    }));
}
