// Takes answers; gives what is printed at the head of their report: what they were made from, and by what.
import type { DraftEngine } from "../draft/draft.ts";
import type { Answer, AnswerSource } from "./answer.ts";
import { documentsLine, writeCitedLine } from "../text/report-frame.ts";
import { layoutList, plain, type PrintBlock } from "./print-block.ts";

/** Digits of a digest that are printed: enough to tell libraries and prompts apart. */
const shownDigits = 16;

/** What the head of a report tells of a source. */
export type HeadSource = Pick<AnswerSource, "file" | "title" | "short" | "version" | "date">;

/** What it tells of an answer. */
export interface HeadAnswer extends Pick<Answer, "engine" | "library"> {
  readonly sources: readonly HeadSource[];
}

/** One head for all answers; nothing in it depends on when or where they were made. */
export function layoutHeader(answers: readonly HeadAnswer[]): PrintBlock[] {
  const [first] = answers;
  if (!first) return [];
  const { fingerprint, documents, behind = 0 } = first.library;
  const older = `, older than the corpus by ${behind} ${behind === 1 ? "file" : "files"}`;
  const counted = `${documents} ${documents === 1 ? "document" : "documents"}${behind === 0 ? "" : older}`;
  const engines = describeEngines(answers.map(({ engine }) => engine));
  const made = `Library: ${counted}, fingerprint ${fingerprint.slice(0, shownDigits)}. ${engines}`;
  return [
    { kind: "paragraph", runs: [plain(made)] },
    ...layoutDocuments(answers.flatMap((answer) => answer.sources)),
  ];
}

/** The documents of the sources, each once, in the order of its first source: readers pair both lists by it. */
export function layoutDocuments(sources: readonly HeadSource[]): PrintBlock[] {
  const byFile = new Map(sources.map((source) => [source.file, source]));
  return layoutList(
    documentsLine,
    [...byFile.values()].map((source) => [plain(writeCitedLine(source))]),
  );
}

/** What wrote the answers, with all that a model's words depend on. */
function describeEngines(engines: readonly DraftEngine[]): string {
  const written = engines.map(({ name, model, prompt }) => {
    if (model === null) return `${name} (the documents' own words, no language model)`;
    return `${name} (model ${[model, ...(prompt === undefined ? [] : [`prompt ${prompt}`])].join(", ")})`;
  });
  const evidence = engines.flatMap((engine) =>
    engine.evidence === undefined ? [] : [engine.evidence],
  );
  const digests = [...new Set(evidence)].map((digest) => digest.slice(0, shownDigits));
  const shown = digests.length === 0 ? "" : ` Evidence: ${digests.join(", ")}.`;
  return `Engine: ${[...new Set(written)].join("; ")}.${shown}`;
}
