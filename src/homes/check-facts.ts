// Takes the homes of a run; reads the facts of those that it is for, so that what is wrong in them is told.
import type { Homes } from "./homes.ts";
import { readFacts } from "./read-facts.ts";

/** @throws CharmError as `readFacts` */
export async function checkFacts({ list, choice }: Homes): Promise<void> {
  const homes = choice.kind === "one" ? [choice.home] : list;
  for (const { facts } of homes) if (facts !== null) await readFacts(facts, facts);
}
