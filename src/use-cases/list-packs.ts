// Gives the packs that can be drafted from, each with what its document has to say.
import type { Duty } from "../requirements/checklist.ts";
import { listPacks, openPack } from "../packs/find-pack.ts";
import type { PackFact, PackKind } from "../packs/pack.ts";

export interface ListedRequirement {
  readonly id: string;
  /** A reference as people write it; null where the text is not in the library. */
  readonly place: string | null;
  readonly requirement: string | null;
  /** Null where the document that is referred to decides. */
  readonly duty: Duty | null;
}

/** One entry of `charm draft --list`. */
export interface ListedPack {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly kind: PackKind;
  /** Provisions by which the document is asked for. */
  readonly askedBy: readonly string[];
  /** What `charm gap` takes for the same requirements. */
  readonly set: string;
  readonly facts: readonly PackFact[];
  readonly sections: readonly string[];
  readonly requirements: readonly ListedRequirement[];
}

/**
 * @param own absolute path of the folder of the user's packs; null for none
 * @throws CharmError `pack-invalid`
 */
export async function listAllPacks(own: string | null): Promise<ListedPack[]> {
  const named = await listPacks(own);
  const packs = await Promise.all(named.map(({ path, file, name }) => openPack(path, file, name)));
  return packs.map(({ name, title, about, kind, askedBy, set, facts, child, sections, parts }) => ({
    name,
    title,
    about,
    kind,
    askedBy: askedBy.flatMap(({ place }) => place ?? []),
    set,
    facts,
    sections: [...child, ...sections].map((section) => section.title),
    requirements: parts
      .flatMap(({ rows }) => rows)
      .map(({ id, place, requirement, duty }) => ({ id, place, requirement, duty })),
  }));
}
