// Takes two libraries and their questions; gives signals of questions that have an answer and of questions that have none.

import { readFileSync } from "node:fs";
import { basename } from "node:path";

import { readAsked } from "../../dist/plan/asked-kind.js";
import { readAnswerSignals } from "../../dist/retrieve/answerability.js";
import { retrieve } from "../../dist/retrieve/retrieve.js";

/** Passages found for each question; more than are looked at. */
const k = 40;
/** Every how many of the ObliQA questions is asked. */
const everyObliqa = 6;

/**
 * `beyond`: written to have no answer; `unanswerable`: said to have none by the question file, never fitted on;
 * `without`: its answer's documents left out; `elsewhere`: asked of the library of another field.
 *
 * @typedef {"answerable" | "beyond" | "unanswerable" | "without" | "elsewhere"} Kind
 * @typedef {object} Case
 * @property {string} id   the same for all cases of one question
 * @property {"guidance" | "obliqa"} library
 * @property {Kind} kind
 * @property {string} question
 * @property {import("../../dist/retrieve/answerability.js").AnswerSignals} full
 * @property {import("../../dist/retrieve/answerability.js").AnswerSignals} plain   as if no token vectors were known
 */

/** Questions about the guidance, each with the files of its evidence. */
export function readGuidanceQuestions(file, reportFile) {
  const rows = readFileSync(file, "utf8").trim().split("\n").map(JSON.parse);
  const own = rows.map(({ id, question, evidence_all_of: needs }) => ({
    id,
    question,
    files: new Set(needs.flat().map(({ doc }) => doc)),
  }));
  if (reportFile === undefined) return own;
  const { questions } = JSON.parse(readFileSync(reportFile, "utf8"));
  const reports = questions.filter(({ group }) => group !== "ci");
  return [
    ...own,
    ...reports.map(({ id, question, expects }) => ({
      id,
      question,
      files: new Set(expects.map(({ ref }) => (ref.startsWith("Guide") ? "Guide" : "Regulations"))),
    })),
  ];
}

/**
 * @param {{ guidance: import("../../dist/library/library.js").Library, obliqa: import("../../dist/library/library.js").Library }} libraries
 * @param {import("../../dist/embed/embedder.js").Embedder} embedder
 * @param {{ guidance: ReturnType<typeof readGuidanceQuestions>, beyond: string[], obliqa: import("../../bench/obliqa/read-obliqa.mjs").ObliqaQuestion[] }} questions
 * @returns {Promise<Case[]>}
 */
export async function collectCases({ guidance, obliqa }, embedder, questions) {
  const cases = [];
  const add = async (library, name, kind, id, question, left = () => false) => {
    const kept = library.documents.filter((document) => !left(document)).map((each) => each.id);
    const filter = kept.length < library.documents.length ? { documentIds: kept } : null;
    const found = await retrieve(library, embedder, question, { k, ...(filter && { filter }) });
    const full = readAnswerSignals(readAsked(question), found);
    const plain = readAnswerSignals(readAsked(question), found.map(forgetTokens));
    if (full && plain) cases.push({ id, library: name, kind, question, full, plain });
  };
  for (const { id, question, files } of questions.guidance) {
    const left = ({ file, short }) => files.has(basename(file)) || files.has(short);
    if (files.size === 0) await add(guidance, "guidance", "unanswerable", id, question);
    else {
      await add(guidance, "guidance", "answerable", id, question);
      await add(guidance, "guidance", "without", id, question, left);
    }
    await add(obliqa, "obliqa", "elsewhere", id, question);
  }
  for (const question of questions.beyond) {
    await add(guidance, "guidance", "beyond", question, question);
  }
  const some = questions.obliqa.filter((_, at) => at % everyObliqa === 0);
  for (const { id, text, relevant } of some) {
    const files = new Set([...relevant].map((key) => `${key.split("#")[0]}.json`));
    await add(obliqa, "obliqa", "answerable", id, text);
    await add(obliqa, "obliqa", "without", id, text, ({ file }) => files.has(file));
    await add(guidance, "guidance", "elsewhere", id, text);
  }
  return cases;
}

function forgetTokens(evidence) {
  const { tokens: _, ...signals } = evidence.signals;
  return { ...evidence, signals };
}
