// Takes an open library; gives what answering from it needs.
import type { Library } from "../library/library.ts";
import { readFactSheet } from "../homes/fact-lines.ts";
import { namesInScope } from "../homes/scope.ts";
import { once } from "../once.ts";
import { readDocumentNames } from "../retrieve/document-names.ts";
import { createNearness } from "../score/nearness.ts";
import type { AnswerDeps } from "../use-cases/answer-deps.ts";
import { createStatementFinder } from "../use-cases/find-known-statements.ts";
import { createSubjectFinder } from "../use-cases/find-subjects.ts";
import { openReferences } from "../use-cases/open-references.ts";
import type { RunDeps } from "./run-deps.ts";
import type { Hooks } from "./services.ts";

/** What rests on the built-in model alone, and what it found: the next question of a run takes it as it is. */
const findersOf = new WeakMap<RunDeps["openComparing"], ReturnType<typeof makeFinders>>();

function makeFinders(openComparing: RunDeps["openComparing"]) {
  return {
    subjects: createSubjectFinder(openComparing),
    known: createStatementFinder(openComparing),
    ...createNearness(openComparing),
  };
}

/** References and subjects are read once, when the first query asks for them. */
export function toEvidenceDeps(
  library: Library,
  { embedder, openComparing, homes }: RunDeps,
  { signal }: Pick<Hooks, "signal">,
): AnswerDeps {
  const { choice } = homes;
  const finders = findersOf.get(openComparing) ?? makeFinders(openComparing);
  findersOf.set(openComparing, finders);
  return {
    library,
    embedder,
    references: once(() => openReferences(library)),
    names: once(() => readDocumentNames(library)),
    ...finders,
    homes: namesInScope(homes),
    facts: once(async () => (choice.kind === "one" ? readFactSheet(choice.home) : null)),
    signal,
  };
}
