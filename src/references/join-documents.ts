// Gives references joined by "and" the document that is named once for all of them.
import type { DocumentMention, Reference } from "./reference.ts";
import { isCompatible } from "./trailing.ts";

/** Text between two references that share the document named after the second. */
const joint = /^(?:\s+(?:of|to|in),)?,?\s*(?:,|\band\b|\bor\b|&)\s*(?:and\s+|or\s+)?(?:the\s+)?$/;

/**
 * "Regulation 36 and Schedule 7 of the Fostering Regulations", "sections 5 and 18 of, and Schedule 11 to, the 1994 Act":
 * a reference without a document takes that of the one it is joined to, when such a place can be in it.
 */
export function joinDocuments(text: string, references: readonly Reference[]): Reference[] {
  const joined = [...references];
  joinForwards(text, joined);
  joinPronouns(text, joined);
  for (let index = joined.length - 2; index >= 0; index--) {
    const before = joined[index] as Reference;
    const after = joined[index + 1] as Reference;
    const [first] = before.targets;
    if (before.document !== null || after.document === null || first === undefined) continue;
    if (before.bare || before.relative || !namedBehind(after)) continue;
    // Longer gaps cannot match; slicing them would make long texts slow.
    if (after.start - before.end > 24 || !joint.test(text.slice(before.end, after.start))) continue;
    if (isCompatible(first, after.document))
      joined[index] = { ...before, document: after.document };
  }
  return joined;
}

/** "Children Act 1989, s. 17(11), Sch. 2": after a document and a place in it, further places joined to it. */
function joinForwards(text: string, joined: Reference[]): void {
  for (let index = 1; index < joined.length; index++) {
    const before = joined[index - 1] as Reference;
    const after = joined[index] as Reference;
    const [first] = after.targets;
    if (before.document === null || before.targets.length === 0 || namedBehind(before)) continue;
    if (after.document !== null || first === undefined || after.bare || after.relative) continue;
    if (
      after.start - before.end > 8 ||
      !/^,?\s*(?:and\s+)?$/.test(text.slice(before.end, after.start))
    )
      continue;
    if (isCompatible(first, before.document))
      joined[index] = { ...after, document: before.document };
  }
}

/** How far behind the name of a document a pronoun still stands for it. */
const pronounReach = 160;

/** "The Guide … paragraph 9.3 of it": a place in the document that was named last, in the same sentence. */
function joinPronouns(text: string, joined: Reference[]): void {
  let named: { readonly end: number; readonly document: DocumentMention } | null = null;
  for (const [index, reference] of joined.entries()) {
    const [first] = reference.targets;
    const { end, document } = reference;
    if (document !== null) named = { end, document };
    else if (
      named !== null &&
      first !== undefined &&
      !reference.bare &&
      /^ of it(?![\p{L}\p{N}])/u.test(text.slice(reference.end, reference.end + 7)) &&
      reference.start - named.end <= pronounReach &&
      !/[.?!]\s/.test(text.slice(named.end, reference.start)) &&
      isCompatible(first, named.document)
    )
      joined[index] = { ...reference, document: named.document };
  }
}

/** The document stands after the place, not before it ("Guide 10.8"). */
function namedBehind(reference: Reference): boolean {
  const written = reference.document?.written ?? "";
  return (
    reference.targets.length > 0 && !reference.surface.replace(/^the /i, "").startsWith(written)
  );
}
