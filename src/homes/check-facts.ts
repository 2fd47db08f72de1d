// Takes the homes of a run; reads the facts of those that it is for, so that what is wrong in them is told.
import type { Homes } from "./homes.ts";
import { readFactsOf } from "./read-facts.ts";

/** @throws CharmError as `readFactsOf` */
export async function checkFacts({ list, choice }: Homes): Promise<void> {
  const homes = choice.kind === "one" ? [choice.home] : list;
  for (const home of homes) await readFactsOf(home);
}
