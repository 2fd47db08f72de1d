// Takes questions whose answers are expected at provisions, and the references of a library; gives them with files and pages.
import { basename } from "node:path";
import { CharmError } from "../errors.ts";
import type { ReferenceReader } from "../references/reader.ts";
import type { EvalQuestion, EvidencePlace } from "./eval-question.ts";

/** @throws CharmError `questions-malformed` for a provision that the library does not have */
export function placeProvisions(
  questions: readonly EvalQuestion[],
  references: ReferenceReader,
): EvalQuestion[] {
  const place = (wanted: EvidencePlace): EvidencePlace[] =>
    wanted.provision === undefined ? [wanted] : findProvision(wanted.provision, references);
  return questions.map(({ needs, ...question }) => ({
    ...question,
    needs: needs.map(({ anyOf, grade }) => ({ anyOf: anyOf.flatMap(place), grade })),
  }));
}

function findProvision(surface: string, references: ReferenceReader): EvidencePlace[] {
  const places = references
    .parse(surface)
    .flatMap((reference) => references.resolve(reference))
    .flatMap(({ reading }) => reading?.places ?? []);
  if (places.length === 0) {
    throw new CharmError("questions-malformed", `There is no “${surface}” in the library.`, {
      hint: `Look it up with  charm show "${surface}"`,
    });
  }
  return places.map(({ file, page, pageEnd, locator }) => {
    const name = basename(file);
    if (page === null) return { file: name, ...(locator === null ? {} : { locator }) };
    const last = pageEnd ?? page;
    return { file: name, pages: Array.from({ length: last - page + 1 }, (_, at) => page + at) };
  });
}
