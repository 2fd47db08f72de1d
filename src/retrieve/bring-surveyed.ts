// Takes a question after all of one kind of thing; gives the field's law and guidance that may require such things.
import type { Library } from "../library/library.ts";
import { readSurvey } from "../plan/survey.ts";
import { bringEvidence } from "./bring-evidence.ts";
import type { Evidence } from "./evidence.ts";

/** Passages of one document that are looked at. */
const looked = 300;

/** None for a question that is no survey. @param score what each of them counts */
export async function bringSurveyed(
  question: string,
  score: number,
  library: Library,
): Promise<Evidence[]> {
  const survey = readSurvey(question);
  if (survey === null) return [];
  const ofField = library.documents.filter(
    ({ authority, field }) =>
      (authority === "legislation" || authority === "statutory-guidance") && field,
  );
  const searches = ofField.map(({ id }) =>
    library.searchText(survey.words, looked, { documentIds: [id] }),
  );
  const hits = (await Promise.all(searches)).flat();
  const passages = await library.passages(hits.map(({ id }) => id));
  return bringEvidence(passages, library, () => score);
}
