// Takes a document, a set and judged rows; gives for each row what is known of the units near it.
import { basename } from "node:path";

import { sourceWordsOf } from "../../dist/check/policy/check-policy.js";
import { describeUnits, lengthWorth, prepareUnits } from "../../dist/gap/find-units.js";
import { isRuledOut, readHomeFacts } from "../../dist/gap/home-facts.js";
import { measureItems } from "../../dist/gap/measure-items.js";
import { readOwnDocument } from "../../dist/gap/read-own-document.js";
import { isFieldGuide, isFieldLaw } from "../../dist/references/known-instruments.js";
import { findSet } from "../../dist/requirements/find-set.js";
import { resolveRequirements } from "../../dist/requirements/resolve-requirements.js";
import { openReferences } from "../../dist/use-cases/open-references.js";
import { readChecked } from "../../dist/use-cases/read-checked.js";

export async function openDescriber(library, embedder) {
  const field = library.documents.filter((info) => isFieldLaw(info) || isFieldGuide(info));
  const loaded = [];
  for (const info of field)
    loaded.push({ info, provisions: await library.provisions(info.id), passages: [] });
  const references = await openReferences(library);
  return { library, embedder, references, source: sourceWordsOf({ loaded }) };
}

/** @param judged rows of the gold: `id`, `verdict`, `why`, `places` */
export async function describeDocument(describer, path, set, judged) {
  const { library, embedder, references, source } = describer;
  const policy = await (await readChecked(path)).policy();
  const { units, emptyHeadings } = readOwnDocument(basename(path), policy, source);
  const checklist = await findSet(set, set);
  const requirements = await resolveRequirements(checklist, set, { library, references });
  const prepared = await prepareUnits(units, embedder);
  const described = await describeUnits(requirements, prepared, embedder);
  const isJudged = ({ row }) => judged.some(({ id }) => id === row.id);
  const every = described.map((row) => row.map(({ unit }) => ({ unit, score: 0 })));
  const nearness = await measureItems(
    requirements.filter(isJudged),
    every.filter((_, i) => isJudged(requirements[i])),
    embedder,
  );
  const base = lengthWorth(units.length);
  const facts = readHomeFacts(units);
  return judged.flatMap((gold) => {
    const at = requirements.findIndex(({ row }) => row.id === gold.id);
    if (at === -1) throw new Error(`${gold.id} is no row of ${set}.`);
    const requirement = requirements[at];
    const isRight = ({ text, section }) =>
      ["met", "partly"].includes(gold.verdict) &&
      gold.places.some((place) => text.includes(place) || section === place);
    const own = described[at].map((one) => ({ ...one, right: isRight(one.unit) }));
    const ruledOut = isRuledOut(requirement.row.when, facts);
    return [{ ...gold, requirement, described: own, emptyHeadings, nearness, base, ruledOut }];
  });
}
