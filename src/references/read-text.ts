// Takes all provisions of a document; gives the running text of one of them with its title and all inside it.
import type { Provision } from "../structure/provision.ts";

/** For comparing words, not for reading: no labels. Null when there is no such provision. */
export function readText(provisions: readonly Provision[], ordinal: number): string | null {
  const provision = provisions[ordinal];
  if (provision === undefined) return null;
  const parts = provision.content.map((item) =>
    "child" in item ? (readText(provisions, item.child) ?? "") : item.text,
  );
  return [provision.title ?? "", ...parts].join(" ").trim();
}
