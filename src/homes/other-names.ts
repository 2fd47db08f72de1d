// Takes the homes and one of them; gives the names by which other homes and their people are known in its documents.
import { CharmError } from "../errors.ts";
import { isLeftBlank, keyOfHomeName } from "../settings/fold-home-name.ts";
import type { HomeFacts } from "./facts.ts";
import type { Home } from "./homes.ts";
import { readFactsOf } from "./read-facts.ts";

export interface OtherNames {
  /** Names and aliases of other homes. */
  readonly homes: readonly string[];
  /** First and last names of their people. */
  readonly people: readonly string[];
  /** What the home itself and its people are called, by which no other is meant. */
  readonly own: readonly string[];
}

/**
 * Who is in the facts of the home as well is none of another; where the home has no facts, nobody can say so of anybody.
 * @param onFault called for facts of another home that cannot be used, with the line of charm.yaml that tells of that home
 * @throws CharmError `facts-missing`, `facts-invalid` for the home's own facts
 */
export async function listOtherNames(
  home: Home,
  list: readonly Home[],
  onFault: (line: number) => void,
): Promise<OtherNames> {
  const facts = await readFactsOf(home);
  const others = await Promise.all(
    list
      .filter((other) => other !== home)
      .map(async (other) => ({ other, facts: await readOthers(other, onFault) })),
  );
  const own = [...namesOf(home, facts), ...peopleOf(facts)];
  const known = new Set(own.map(keyOfHomeName));
  const leaveOwn = (names: readonly string[]) =>
    [...new Set(names)].filter((name) => !known.has(keyOfHomeName(name)));
  const people = facts === null ? [] : others.flatMap((each) => peopleOf(each.facts));
  return {
    homes: leaveOwn(
      others.flatMap(({ other, facts: theirs }) =>
        homeNamesOf(other, theirs).filter((name) => !isLeftBlank(name)),
      ),
    ),
    people: leaveOwn(people),
    own,
  };
}

function namesOf(home: Home, facts: HomeFacts | null): string[] {
  const { name = null, aliases = [] } = facts?.provider ?? {};
  return [...homeNamesOf(home, facts), ...(name === null ? [] : [name]), ...aliases];
}

function homeNamesOf({ name, aliases }: Home, facts: HomeFacts | null): string[] {
  return [name, ...aliases, ...(facts === null ? [] : [facts.name, ...facts.aliases])];
}

function peopleOf(facts: HomeFacts | null): string[] {
  return facts?.people.flatMap(({ name }) => name ?? []) ?? [];
}

/** A fault in them neither stops a run for another home nor brings their words into it. */
async function readOthers(home: Home, onFault: (line: number) => void): Promise<HomeFacts | null> {
  return readFactsOf(home).catch((error: unknown) => {
    if (!(error instanceof CharmError)) throw error;
    onFault(home.line);
    return null;
  });
}
