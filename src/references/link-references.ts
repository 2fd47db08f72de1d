// Takes a text; gives the provisions it refers to as links, before it is known which documents a library will hold.
import { parseReferences } from "./parse-references.ts";
import { writeTarget } from "./reference.ts";

/**
 * Canonical addresses, each once, in order: `reg/28/2`, `reg/4..14`; in front of a `#` the document they are in, where
 * the text names one: `Children Act 1989#s/22G`. References relative to where they stand, and bare numbers, which only
 * their surroundings make references, are left out.
 */
export function linkReferences(text: string): string[] {
  const links = parseReferences(text)
    .filter((reference) => !reference.bare && !reference.relative)
    .flatMap((reference) => {
      const name = reference.document?.name;
      return reference.targets.map((target) =>
        name === undefined ? writeTarget(target) : `${name}#${writeTarget(target)}`,
      );
    });
  return [...new Set(links)];
}
