// Takes the id of a question; says in which half of the development questions it is.

import { createHash } from "node:crypto";

/**
 * 0 for the half that weights are fitted on, 1 for the half held out; by the last bit of the id's SHA-256.
 *
 * @param {string} id
 */
export function halfOf(id) {
  return (createHash("sha256").update(id).digest().at(-1) ?? 0) % 2;
}
