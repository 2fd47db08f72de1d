// Takes answers; gives what is printed at the head of their report: what they were made from, and by what.
import type { DraftEngine } from "../draft/draft.ts";
import type { Answer, AnswerSource } from "./answer.ts";
import { documentsLine } from "../text/report-frame.ts";
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
  const { fingerprint, documents } = first.library;
  const counted = `${documents} ${documents === 1 ? "document" : "documents"}`;
  const engines = describeEngines(answers.map(({ engine }) => engine));
  const made = `Library: ${counted}, fingerprint ${fingerprint.slice(0, shownDigits)}. ${engines}`;
  const sources = answers.flatMap((answer) => answer.sources);
  const byFile = new Map(sources.map((source) => [source.file, source]));
  const cited = [...byFile.values()].map(describeCited);
  return [
    { kind: "paragraph", runs: [plain(made)] },
    ...layoutList(
      documentsLine,
      cited.map((document) => [plain(document)]),
    ),
  ];
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

/** "Guide: Guide to the homes, version 1.17, as at 2015-04". */
function describeCited({ short, title, version, date }: HeadSource): string {
  const named = title === short ? title : `${short}: ${title}`;
  // "Working together 2023" needs no "version 2023"; "as at 2026-06-29" is a version and a date in one.
  const edition = version === null || title.includes(version) ? "" : `, ${nameVersion(version)}`;
  const dated = date === null || version?.includes(date) ? "" : `, as at ${date}`;
  const unknown = version === null && date === null ? ", version and date not stated" : "";
  return `${named}${edition}${dated}${unknown}`;
}

function nameVersion(version: string): string {
  return /^v?\d[\d.]*$/i.test(version) ? `version ${version}` : version;
}
