// Takes a part of a question; gives it without the names that only tell its story and that no document knows.
//
// "Our manager Jane Smith is leaving" asks what "Our manager is leaving" asks; the name would only pull the search
// towards passages with other names in them.
import type { Library } from "../library/library.ts";
import type { QuestionPart } from "../plan/plan-question.ts";
import { dropNames, speaksOf, type Names } from "../plan/read-names.ts";

/** Passages in which a name is looked for: full text puts those with all its words first. */
const looked = 5;

export async function leaveOutNames(
  part: QuestionPart,
  { told }: Names,
  library: Library,
): Promise<QuestionPart> {
  const known = await Promise.all(told.map((name) => isKnown(name, library)));
  const unknown = told.filter((_, i) => !known[i]);
  const query = dropNames(part.query, unknown);
  const variants = part.variants.map((variant) => dropNames(variant, unknown));
  return { ...part, query, variants: [...new Set(variants)].filter((each) => each !== query) };
}

async function isKnown(name: string, library: Library): Promise<boolean> {
  if (library.documents.some(({ title }) => speaksOf(title, name))) return true;
  const hits = await library.searchText(name, looked);
  const passages = await library.passages(hits.map(({ id }) => id));
  return passages.some(({ text, trail }) => speaksOf(`${trail.join(" ")} ${text}`, name));
}
