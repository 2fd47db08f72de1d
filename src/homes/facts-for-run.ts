// Takes a file of facts that is named for a draft, and the home that the draft is for; gives the facts, which are no other home's.
import { realpath } from "node:fs/promises";
import { CharmError } from "../errors.ts";
import { keyOfHomeName } from "../settings/fold-home-name.ts";
import type { HomeFacts } from "./facts.ts";
import type { Home } from "./homes.ts";
import { readFacts } from "./read-facts.ts";
import { ownerOfPath } from "./scope.ts";

export interface GivenFacts {
  readonly facts: HomeFacts;
  /** The home that they are of; null for one that charm.yaml does not know. */
  readonly home: Home | null;
}

export interface FactsWish {
  readonly path: string;
  /** How messages name the file. */
  readonly name: string;
  /** The only home of charm.yaml that they may be of; null where the run is for none. */
  readonly home: Home | null;
  /** Whether they must be of that home, since it was named; otherwise they may be of a home outside charm.yaml. */
  readonly isNamed: boolean;
}

/**
 * Facts are of a home by the name in them, and by where the file lies: where the two differ, nobody can tell.
 * @throws CharmError `facts-of-other-home`, and as `readFacts`
 */
export async function factsForRun(
  { path, name, home, isNamed }: FactsWish,
  list: readonly Home[],
): Promise<GivenFacts> {
  const facts = await readFacts(path, name);
  const bearers = list.filter((one) => bearsName(one, facts));
  const refuse = (what: string): CharmError =>
    new CharmError("facts-of-other-home", `${name} ${what}.`, {
      hint: isNamed
        ? "Name that home's own facts, or none, so that those of charm.yaml are taken."
        : "Name the home that the draft is for, or facts of a home that charm.yaml does not know.",
    });
  const other = bearers.find((one) => one !== home);
  const isOwn = bearers.length > 0 && other === undefined;
  if (home !== null && isNamed && !isOwn)
    throw refuse(`is of “${facts.name}”, not of “${home.name}”`);
  if (other !== undefined)
    throw refuse(`is of “${other.name}”, and the draft is not for that home`);
  const owner = await ownerOfFacts(path, list);
  if (owner !== null && !(isOwn && owner === home))
    throw refuse("is the file of facts of another home, or lies in the folder of one");
  return { facts, home: isOwn ? home : null };
}

function bearsName({ name, aliases }: Home, facts: HomeFacts): boolean {
  const own = new Set([name, ...aliases].map(keyOfHomeName));
  return [facts.name, ...facts.aliases].some((each) => own.has(keyOfHomeName(each)));
}

/** The home to which charm.yaml gives the file, or in whose folder it lies. */
async function ownerOfFacts(path: string, list: readonly Home[]): Promise<Home | null> {
  const resolved = await realpath(path);
  for (const home of list) {
    const given = home.facts === null ? null : await realpath(home.facts).catch(() => null);
    if (given === resolved) return home;
  }
  return ownerOfPath(resolved, list);
}
