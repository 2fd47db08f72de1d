// Takes a question; gives the places of own documents that it names by their numbers, with what stands there: "3.2 of our
// fire policy".
import type { Evidence } from "../retrieve/evidence.ts";
import { bringEvidence } from "../retrieve/bring-evidence.ts";
import type { Reference } from "../references/reference.ts";
import { readingsOf } from "../references/resolution.ts";
import { answeredFrom, type RankedStatement } from "../score/rank-statements.ts";
import { contentStemList } from "../text/content-stems.ts";
import type { AnswerDeps } from "./answer-deps.ts";

export interface AskedPlaces {
  /** What stands there, by document, in its order. */
  readonly statements: ReadonlyMap<string, readonly RankedStatement[]>;
  /** What stands there is all that is asked: "What is in 3.2 of our fire policy?" */
  readonly only: boolean;
}

/** What stands at a place that was asked for answers, whatever else is asked of it. */
const certain = answeredFrom + 4;

/** @param own ids of own documents that the question may mean @param topic what it asks of them */
export async function findOwnPlaces(
  question: string,
  own: readonly string[],
  topic: string,
  deps: AnswerDeps,
): Promise<AskedPlaces> {
  const references = await deps.references();
  const found = references
    .parse(question)
    .filter(isNumbered)
    .flatMap((reference) => {
      const readings = references.resolve(reference, own).flatMap(readingsOf);
      const places = readings
        .flatMap(({ places: held }) => held)
        .filter(({ documentId, ordinal }) => ordinal !== null && own.includes(documentId));
      return places.length === 0 ? [] : [{ surface: reference.surface, places }];
    });
  const statements = new Map<string, readonly RankedStatement[]>();
  for (const { documentId, ordinal } of found.flatMap(({ places }) => places)) {
    const provision = ordinal === null ? null : references.at(documentId, ordinal);
    if (provision === null) continue;
    // 3.1 lies in section 3, though not below its address.
    const to = references.within(provision).at(-1)?.ordinal ?? provision.ordinal;
    const range = { documentId, from: provision.ordinal, to };
    const passages = await deps.library.passagesHolding([range]);
    const held = bringEvidence(passages, deps.library, () => 1).flatMap((evidence) =>
      statementsIn(evidence, range),
    );
    if (held.length > 0)
      statements.set(documentId, [...(statements.get(documentId) ?? []), ...held]);
  }
  const rest = found.reduce((text, { surface }) => text.replace(surface, " "), topic);
  return { statements, only: contentStemList(rest).every((stem) => ofPlaces.has(stem)) };
}

/** A number alone is one of a place only where it has a point: "3.2", not "8 weeks". */
function isNumbered({ targets, bare, document }: Reference): boolean {
  return (
    targets.length > 0 &&
    (!bare || document !== null || targets.every(({ address }) => /\.\d/.test(address)))
  );
}

/** Words of questions after what stands somewhere. */
const ofPlaces = new Set(
  contentStemList("say stand contain paragraph section number under about read"),
);

function statementsIn(
  evidence: Evidence,
  { from, to }: { readonly from: number; readonly to: number },
): RankedStatement[] {
  const { document, passage } = evidence;
  return passage.spans
    .filter(({ provision }) => from <= provision && provision <= to)
    .map(({ start, end, kind }) => ({
      lines: [{ start, end, depth: 0, isItem: kind !== "text" }],
      words: passage.text.slice(start, end).split(/\s+/).length,
      evidence,
      unit: `${document.id}#${passage.trail.join("›")}`,
      holds: true,
      score: certain,
    }));
}
