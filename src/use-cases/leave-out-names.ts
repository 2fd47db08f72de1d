// Takes a part of a question; gives it without the names that only tell its story and that no document knows.
//
// "Our manager Jane Smith is leaving" asks what "Our manager is leaving" asks; the name would only pull the search
// towards passages with other names in them.
import type { Library } from "../library/library.ts";
import type { QuestionPart } from "../plan/plan-question.ts";
import { dropNames, type Names } from "../plan/read-names.ts";
import { findSpokenOf } from "./find-names.ts";

export async function leaveOutNames(
  part: QuestionPart,
  { told }: Names,
  library: Library,
): Promise<QuestionPart> {
  const known = await findSpokenOf(told, library);
  const unknown = told.filter((name) => !known.includes(name));
  const query = dropNames(part.query, unknown);
  const variants = part.variants.map((variant) => dropNames(variant, unknown));
  return { ...part, query, variants: [...new Set(variants)].filter((each) => each !== query) };
}
