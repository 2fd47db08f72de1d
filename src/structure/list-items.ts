// Takes a provision; tells whether it is an item of a list, which means nothing without the words it hangs from.
import { splitAddress } from "../place/address.ts";
import type { Provision } from "./provision.ts";

/** "(b)" and "(ii)", in force; "(2)" is a paragraph, which stands for itself. */
export function isListItem({
  kind,
  standing,
  address,
}: Pick<Provision, "kind" | "standing" | "address">): boolean {
  const label = splitAddress(address).at(-1)?.label ?? "";
  return kind === "clause" && standing === "current" && !/^\d/.test(label);
}
