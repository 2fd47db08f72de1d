// Takes a provider's own document as checking reads it; gives what it says in units, with what keeps each from proving
// anything, and what was left blank in it.
import { findCopies } from "../check/policy/find-copies.ts";
import type { Policy } from "../check/policy/policy.ts";
import type { SourceWords } from "../check/policy/source-words.ts";
import type { Problem } from "../document.ts";
import { groupBy } from "../lists.ts";
import { findBlanks } from "../text/blanks.ts";
import { findFlaw, speaksToHomes } from "./find-flaw.ts";
import type { BlankPlace } from "./matrix.ts";
import type { JudgedUnit, OwnDocument } from "./own-document.ts";
import { findEmptyHeadings, readUnits, type OwnUnit } from "./own-unit.ts";
import { readDraft } from "./read-draft.ts";
import { toPlace } from "./to-place.ts";

/** @param source words of law and guidance, by which copies of them are known */
export function readOwnDocument(
  file: string,
  read: Policy & { readonly problems: readonly Problem[] },
  source: SourceWords,
): OwnDocument {
  const { policy, flaws, isDraft } = readDraft(read);
  const units = readUnits(policy, file);
  const copied = measureCopies(policy, units, source);
  const advises = speaksToHomes(units);
  const judged = units.map((unit, i): JudgedUnit => ({
    ...unit,
    flaw: flaws.get(unit.piece) ?? findFlaw(unit, copied[i] ?? 0, advises),
  }));
  const blanks = judged.flatMap(blanksOf);
  const { problems } = policy;
  return {
    file,
    policy,
    units: judged,
    emptyHeadings: findEmptyHeadings(policy, file),
    blanks,
    problems,
    isDraft,
  };
}

/** Of each unit the share of its words that are copied. */
function measureCopies(policy: Policy, units: readonly OwnUnit[], source: SourceWords): number[] {
  const copied = groupBy(
    findCopies(policy.pieces, source).flatMap(({ written }) => written),
    ({ piece }) => piece,
  );
  return units.map(({ piece, start, text }) => {
    const end = start + text.length;
    const inside = (copied.get(piece) ?? []).filter(
      (word) => word.start >= start && word.end <= end,
    );
    const all = text.match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)?.length ?? 0;
    return all === 0 ? 0 : inside.length / all;
  });
}

function blanksOf(unit: OwnUnit): BlankPlace[] {
  return findBlanks(unit.text).map(({ start, end }) => ({
    ...toPlace(unit),
    blank: unit.text.slice(start, end),
  }));
}
