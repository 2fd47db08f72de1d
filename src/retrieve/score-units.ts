// Takes evidence; gives how well whole units (a regulation, a heading) and whole documents answer.
import { familyOf, unitOf } from "../place/address.ts";
import { isFieldLaw } from "../references/known-instruments.ts";
import { inField, linkReferences } from "../references/link-references.ts";
import type { Evidence } from "./evidence.ts";

/** Passages by which documents are compared. */
const foremost = 15;
/** How much each further passage adds to its unit's best. */
const further = 0.15;

/** "regulation 28" of one document, one definition, or the innermost heading, in Schedules too. */
export function answeringUnitOf({ passage, document }: Evidence): string {
  const law = document.authority === "legislation" ? passage.spans : [];
  const units = new Set(law.flatMap(({ address }) => numberedUnit(address)));
  const [first] = units;
  // Definitions have nothing to do with their neighbours, but where several make one passage.
  const unit = units.size > 1 ? unitOf(first ?? "") : first;
  return `${document.id}#${unit ?? passage.trail.join("›")}`;
}

/** The regulation or the definition that an address of law lies in; none of a Schedule. */
function numberedUnit(address: string | null): string[] {
  if (address === null || !["reg", "s", "art", "rule"].includes(familyOf(address))) return [];
  return [/^.*\/def\/[^/]+/.exec(address)?.[0] ?? unitOf(address)];
}

/** A unit counts by its best passage, and a little by each further one; 1 for the best unit. */
export function scoreUnits(evidence: readonly Evidence[], best: number): Map<string, number> {
  const scores = new Map<string, number>();
  for (const candidate of evidence) {
    const unit = answeringUnitOf(candidate);
    const before = scores.get(unit);
    const share = candidate.score / best;
    scores.set(unit, before === undefined ? share : before + further * share);
  }
  return normalise(scores);
}

/** A document counts by its passages among the foremost; 1 for the best document. */
export function scoreDocuments(evidence: readonly Evidence[], best: number): Map<string, number> {
  const scores = new Map<string, number>();
  for (const { document, score } of evidence.slice(0, foremost))
    scores.set(document.id, (scores.get(document.id) ?? 0) + score / best);
  return normalise(scores);
}

/** A passage of guidance counts by the best regulation that it, or a title over it, refers to; by passage id. */
export function scoreReferring(
  evidence: readonly Evidence[],
  units: ReadonlyMap<string, number>,
): Map<string, number> {
  const regulations = new Map<string, number>();
  for (const candidate of evidence) {
    if (!isFieldLaw(candidate.document)) continue;
    const unit = answeringUnitOf(candidate);
    const key = unit.slice(unit.indexOf("#") + 1);
    if (familyOf(key) !== "reg" || key !== unitOf(key)) continue;
    regulations.set(key, Math.max(units.get(unit) ?? 0, regulations.get(key) ?? 0));
  }
  return new Map(
    evidence
      .filter(({ document }) => document.authority !== "legislation")
      .map(({ passage }) => {
        const links = [...passage.links, ...linkReferences(passage.trail.slice(-2).join(". "))];
        const scores = links.flatMap(regulationsOf).map((key) => regulations.get(key) ?? 0);
        return [passage.id, Math.max(0, ...scores)];
      }),
  );
}

/** "reg/28/2/c" → "reg/28"; "reg/4..6" → each of the three; nothing of more, which points at nothing in particular. */
function regulationsOf(link: string): string[] {
  const [kind = "", number = ""] = inField(link).split("/");
  const [first, last] = number.split("..").map(Number);
  if (first === undefined || last === undefined) return [`${kind}/${number}`];
  const length = last - first + 1;
  if (!(length > 0 && length <= mostInRange)) return [];
  return Array.from({ length }, (_, i) => `${kind}/${first + i}`);
}

const mostInRange = 4;

function normalise(scores: ReadonlyMap<string, number>): Map<string, number> {
  const top = Math.max(...scores.values(), Number.MIN_VALUE);
  return new Map([...scores].map(([key, score]) => [key, score / top]));
}
