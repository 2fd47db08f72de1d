// Takes a query in one or more wordings; gives the passages that bear on it: found, named, referred to, or completed.
import type { SearchFilter } from "../library/library.ts";
import { bestOfEach } from "../lists.ts";
import type { Wordings } from "../plan/wordings.ts";
import { bringDelegatedLists } from "./delegated-lists.ts";
import { bringSubjects, spreadSubjects } from "./bring-subjects.ts";
import { bringSurveyed } from "./bring-surveyed.ts";
import { completeUnits } from "./complete-units.ts";
import type { Evidence } from "./evidence.ts";
import type { EvidenceDeps } from "./evidence-deps.ts";
import { findNamedPassages, followReferences } from "./follow-references.ts";
import { attachLeadIns } from "./lead-ins.ts";
import { byScore, mergeEvidence } from "./merge-evidence.ts";
import type { GatherProfile } from "./profiles.ts";
import { isQuotable, isWithin, keepForemost, leaveOutReprints } from "./restrict.ts";
import { retrieve } from "./retrieve.ts";
import { placeSubjects } from "./subjects/place-subjects.ts";

export interface Gathered {
  /** Best first. */
  readonly evidence: readonly Evidence[];
  /** Similarity of the nearest subject whose provision the library holds; null where none is known. */
  readonly subject: number | null;
}

/** What a survey brings counts this much of the best. */
const surveyedShare = 0.64;

export async function gather(
  { asked, others, ofInspectorate }: Wordings,
  deps: EvidenceDeps,
  profile: GatherProfile,
  filter: SearchFilter = {},
): Promise<Gathered> {
  const { library, embedder } = deps;
  const [text] = asked;
  const options = { k: profile.ranked, filter, ...(ofInspectorate ? { ofInspectorate } : {}) };
  const [references, matches, ...rankings] = await Promise.all([
    deps.references(),
    deps.subjects?.([text, ...others]) ?? [],
    ...[...asked, ...others].map((each) => retrieve(library, embedder, each, options)),
  ]);
  const isWanted = (each: Evidence) =>
    isWithin(filter, each) && (!profile.quoted || isQuotable(each));
  const ranked = keepForemost(
    joinRankings(rankings, profile.otherWordings).filter(isWanted),
    profile.pool,
  );
  const best = ranked[0]?.score ?? 1;
  const subjects = placeSubjects(matches, references);
  const closeness = spreadSubjects(subjects, references);
  const brought = await Promise.all([
    findNamedPassages(text, profile.named * best, library, references),
    followReferences(ranked, library, references, profile.linked),
    bringSubjects(subjects, closeness, best, library, references, profile.subjects),
  ]);
  const found = mergeEvidence(ranked, brought.flat().filter(isWanted));
  const subject = subjects[0]?.similarity ?? null;
  if (!profile.quoted) return { evidence: found, subject };
  const rest = await Promise.all([
    completeUnits(found, library),
    bringDelegatedLists(found, library),
    bringSurveyed(text, surveyedShare * best, library),
  ]);
  const whole = leaveOutReprints(mergeEvidence(found, rest.flat().filter(isWanted)));
  const close = whole.map((each) => {
    const subjectsOf = closeness.get(each.document.id);
    return subjectsOf === undefined ? each : { ...each, subjects: subjectsOf };
  });
  return { evidence: await attachLeadIns(close, library), subject };
}

/** A passage counts by the wording that finds it best. @param share what it counts by another than the first */
function joinRankings(
  [first = [], ...later]: readonly (readonly Evidence[])[],
  share: number,
): Evidence[] {
  const further = later.flat().map((each) => ({ ...each, score: share * each.score }));
  const best = bestOfEach(
    [...first, ...further],
    ({ passage }) => passage.id,
    (one, held) => one.score > held.score,
  );
  return best.sort(byScore);
}
