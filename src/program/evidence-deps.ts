// Takes an open library; gives what answering from it needs.
import { basename } from "node:path";
import type { TokenEmbedder } from "../embed/token-embedder.ts";
import type { Library } from "../library/library.ts";
import { readFactSheet, type FactSheet } from "../homes/fact-lines.ts";
import type { HomeChoice } from "../homes/homes.ts";
import { namesInScope } from "../homes/scope.ts";
import { builtInModels } from "../models/built-in-models.ts";
import { once } from "../once.ts";
import { createNearness } from "../score/nearness.ts";
import type { AnswerDeps } from "../use-cases/answer-deps.ts";
import { createStatementFinder } from "../use-cases/find-known-statements.ts";
import { createSubjectFinder } from "../use-cases/find-subjects.ts";
import { openReferences } from "../use-cases/open-references.ts";
import { openBuiltIn } from "./open-embedder.ts";
import type { RunDeps } from "./run-deps.ts";
import type { Hooks } from "./services.ts";

/** References and subjects are read once, when the first query asks for them. */
export function toEvidenceDeps(
  library: Library,
  { embedder, settings, homes }: RunDeps,
  { signal }: Pick<Hooks, "signal">,
): AnswerDeps {
  // Subjects and statements are compared by the first built-in model, whatever model passages are embedded with.
  const { embedding } = settings;
  const isFirst =
    embedding.kind === "built-in" && (embedding.model ?? builtInModels[0]) === builtInModels[0];
  const first = once(async () =>
    isFirst ? (embedder as TokenEmbedder) : openBuiltIn("queries", builtInModels[0]),
  );
  return {
    library,
    embedder,
    references: once(() => openReferences(library)),
    subjects: createSubjectFinder(first),
    known: createStatementFinder(first),
    ...createNearness(first),
    homes: namesInScope(homes),
    facts: once(() => factsOf(homes.choice)),
    signal,
  };
}

async function factsOf(choice: HomeChoice): Promise<FactSheet | null> {
  if (choice.kind !== "one" || choice.home.facts === null) return null;
  const { facts, factsInCorpus } = choice.home;
  return readFactSheet(facts, factsInCorpus[0] ?? basename(facts));
}
