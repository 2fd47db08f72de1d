// Takes two options that exclude each other; refuses them where both are given.
import { CharmError } from "../../errors.ts";

/** @throws CharmError `options-together` */
export function refuseTogether(
  both: boolean,
  [one, other]: readonly [string, string],
  example: string,
): void {
  if (!both) return;
  throw new CharmError("options-together", `${one} and ${other} cannot be given together.`, {
    hint: `Leave one of them out:  ${example}`,
  });
}
