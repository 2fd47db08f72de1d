// Takes an open library; gives what gathering evidence from it needs.
import type { Library } from "../library/library.ts";
import { once } from "../once.ts";
import type { EvidenceDeps } from "../retrieve/evidence-deps.ts";
import { createSubjectFinder } from "../use-cases/find-subjects.ts";
import { openReferences } from "../use-cases/open-references.ts";
import { openBuiltIn } from "./open-embedder.ts";
import type { RunDeps } from "./run-deps.ts";
import type { Hooks } from "./services.ts";

/** References and subjects are read once, when the first query asks for them. */
export function toEvidenceDeps(
  library: Library,
  { embedder, settings }: RunDeps,
  { signal }: Pick<Hooks, "signal">,
): EvidenceDeps {
  // The vectors of the subjects are the built-in model's, whatever model passages are embedded with.
  const builtIn = settings.embedding.kind === "built-in";
  return {
    library,
    embedder,
    references: once(() => openReferences(library)),
    subjects: createSubjectFinder(async () => (builtIn ? embedder : openBuiltIn("queries"))),
    signal,
  };
}
