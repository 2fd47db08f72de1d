// Takes a query in one or more wordings; gives the passages that bear on it: found, named, referred to, or completed.
import type { SearchFilter } from "../library/library.ts";
import { bestOfEach } from "../lists.ts";
import type { Wordings } from "../plan/wordings.ts";
import { attachMentions } from "./attach-mentions.ts";
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
import {
  findOwnNotMeant,
  isQuotable,
  isWithin,
  keepForemost,
  leaveOutReprints,
} from "./restrict.ts";
import { rankQuery } from "./rank-query.ts";
import type { SubjectMatches } from "./subjects/match-subjects.ts";
import { placeSubjects } from "./subjects/place-subjects.ts";

const noSubjects: SubjectMatches = {
  provisions: [],
  statements: new Map(),
  beyond: { all: 0, own: 0 },
};

/** What a survey brings counts this much of the best. */
const surveyedShare = 0.64;

/** Best first. */
export async function gather(
  { asked, others }: Wordings,
  deps: EvidenceDeps,
  profile: GatherProfile,
  filter: SearchFilter = {},
): Promise<Evidence[]> {
  const { library } = deps;
  const options = { k: profile.ranked, filter };
  const reading = deps.references();
  const [references, matches, ...rankings] = await Promise.all([
    reading,
    deps.subjects?.([asked, ...others]) ?? noSubjects,
    ...[asked, ...others].map(async (each) => rankQuery(each, deps, await reading, options)),
  ]);
  const said = await (await deps.names?.())?.read(asked);
  const notMeant = findOwnNotMeant(library.documents, filter, said?.near);
  const isWanted = (each: Evidence) =>
    isWithin(filter, each) &&
    (!profile.quoted || (isQuotable(each) && !notMeant.has(each.document.id)));
  const ranked = keepForemost(
    joinRankings(rankings, profile.otherWordings).filter(isWanted),
    profile.pool,
  );
  const best = ranked[0]?.score ?? 1;
  const subjects = placeSubjects(matches.provisions, references);
  const near = spreadSubjects(subjects, references);
  const brought = await Promise.all([
    findNamedPassages(asked, profile.named * best, library, references),
    followReferences(ranked, library, references, profile.linked),
    bringSubjects(subjects, near, best, library, references, profile.subjects),
  ]);
  const merged = mergeEvidence(ranked, brought.flat().filter(isWanted));
  if (!profile.quoted) return merged;
  const found = await attachMentions(merged, library);
  const rest = await Promise.all([
    completeUnits(found, library),
    bringDelegatedLists(found, library, references),
    bringSurveyed(asked, surveyedShare * best, library),
  ]);
  const whole = leaveOutReprints(mergeEvidence(found, rest.flat().filter(isWanted)));
  const holdsOwn = library.documents.some(({ authority }) => authority === "own");
  const { all, own: ofOwn } = matches.beyond;
  const answering = new Set(subjects.map(({ provision }) => provision.documentId));
  const known = {
    statements: matches.statements,
    beyond: holdsOwn ? all : Math.max(all, ofOwn),
  };
  const close = whole.map((each) => {
    const subjectsOf = near.get(each.document.id);
    const own = [...(subjectsOf ?? [])].map(
      ([ordinal, { similarity }]) => [ordinal, similarity] as const,
    );
    return {
      ...each,
      subjects: new Map(own),
      known: { ...known, ofDocument: answering.has(each.document.id) },
    };
  });
  return attachLeadIns(await attachMentions(close, library), library, references);
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
