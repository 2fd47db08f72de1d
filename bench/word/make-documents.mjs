// Makes Word documents as people make them, from a seed; gives each with what a reader of Word sees of it.
import { makeBuilder } from "./build-document.mjs";
import { kinds } from "./kinds.mjs";
import { ofWordAlone, unseen } from "./more-kinds.mjs";

/**
 * @param {number} seed the same gives the same bytes
 * @param {{ accepted?: boolean }} options `accepted`: the same documents with their tracked changes accepted, for readers
 *   that show deletions
 * @returns {{ name: string, group: "seen" | "unseen" | "of Word alone", bytes: Uint8Array, truth: import("./build-document.mjs").Truth }[]}
 */
export function makeDocuments(seed, { accepted = false } = {}) {
  return [
    ...Object.entries(kinds).map((kind) => [...kind, "seen"]),
    ...Object.entries(unseen).map((kind) => [...kind, "unseen"]),
    ...Object.entries(ofWordAlone).map((kind) => [...kind, "of Word alone"]),
  ].map(([name, make, group], at) => {
    const doc = makeBuilder(seed * 100 + at, accepted);
    make(doc);
    return { name, group, ...doc.finish() };
  });
}
