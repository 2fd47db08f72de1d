// Takes the path of a result that `charm eval --json` wrote; gives it, for comparing.
import { CharmError } from "../errors.ts";
import { readFile } from "../files/read-file.ts";
import type { Evaluation } from "../use-cases/evaluate-retrieval.ts";

const hint = "Name a file that `charm eval … --json` has written.";

/** @throws CharmError `evaluation-unreadable`, `evaluation-malformed` */
export async function readEvaluation(path: string): Promise<Evaluation> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new CharmError("evaluation-unreadable", `${path} cannot be read.`, { hint, cause });
  });
  const value = parse(text);
  if (isEvaluation(value)) return value;
  throw new CharmError("evaluation-malformed", `${path} holds no result of charm eval.`, { hint });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return null;
  }
}

function isEvaluation(value: unknown): value is Evaluation {
  if (typeof value !== "object" || value === null) return false;
  const { questions } = value as { questions?: unknown };
  return Array.isArray(questions) && questions.every(isQuestion);
}

function isQuestion(value: unknown): boolean {
  const { id, rank } = (value ?? {}) as { id?: unknown; rank?: unknown };
  return typeof id === "string" && (rank === null || typeof rank === "number");
}
