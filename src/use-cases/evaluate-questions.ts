// Reads question files for `charm eval`: a table, one JSON object a line with the places of the evidence, or BEIR's queries
// and relevance judgements.
import { basename, dirname, join } from "node:path";
import { CharmError } from "../errors.ts";
import { readFile } from "../files/read-file.ts";
import type { EvalQuestion, EvidenceNeed, EvidencePlace } from "./eval-question.ts";
import { readQuestionSheet } from "./evaluate-sheet.ts";

/**
 * Questions with at least one need; those marked unanswerable are left out.
 *
 * - `*.csv` and `*.xlsx`: a table, as `readQuestionSheet` reads it
 * - `*.jsonl` with `question` and `evidence_all_of`: `[[{ doc, pages | section | locator }]]`
 * - `queries.jsonl` of BEIR (`_id`, `text`), with `qrels.tsv` or `qrels/test.tsv` beside it; a corpus id there is a file
 *   name, with `#page=53` or `#10.13` for a place in it
 * @throws CharmError `questions-unreadable`, `questions-malformed`
 */
export async function readEvalQuestions(path: string): Promise<EvalQuestion[]> {
  if (/\.(?:csv|xlsx)$/i.test(path))
    return refuseNone(path, readQuestionSheet(basename(path), await readBytes(path)));
  const rows = parseLines(path, (await readBytes(path)).toString("utf8"));
  const isBeir = rows.some((row) => "_id" in row);
  const questions = isBeir
    ? joinJudgements(rows, parseJudgements(await readJudgements(path)))
    : rows.filter(({ type }) => type !== "unanswerable").map((row, at) => readRow(path, row, at));
  return refuseNone(path, questions);
}

function refuseNone(path: string, questions: readonly EvalQuestion[]): EvalQuestion[] {
  const usable = questions.filter(({ needs }) => needs.length > 0);
  if (usable.length > 0) return usable;
  throw malformed(path, "no question in it says where its evidence is");
}

type Row = Readonly<Record<string, unknown>>;

function parseLines(path: string, text: string): Row[] {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.flatMap((line, at) => {
    if (line === "") return [];
    try {
      return [JSON.parse(line) as Row];
    } catch {
      throw malformed(path, `line ${at + 1} is not JSON`);
    }
  });
}

/** As a question file has it: with the path of the file as `doc`. */
type WrittenPlace = Omit<EvidencePlace, "file"> & { readonly doc?: string };

function readRow(path: string, row: Row, at: number): EvalQuestion {
  const { id, question, evidence_all_of: needs } = row;
  if (typeof question !== "string" || !Array.isArray(needs)) {
    throw malformed(path, `line ${at + 1} lacks "question" or "evidence_all_of"`);
  }
  return {
    id: typeof id === "string" ? id : String(at + 1),
    text: question,
    needs: (needs as WrittenPlace[][]).map((places) => ({
      anyOf: places.map(readPlace),
      grade: 1,
    })),
  };
}

function readPlace({ doc = "", ...place }: WrittenPlace): EvidencePlace {
  return { ...place, file: basename(doc) };
}

/** Lines of `query-id corpus-id score`, tabs between, with or without a heading. */
function parseJudgements(text: string): Map<string, EvidenceNeed[]> {
  const needs = new Map<string, EvidenceNeed[]>();
  for (const line of text.split("\n")) {
    const [query, corpus, score] = line.trim().split("\t");
    const grade = Number(score);
    if (query === undefined || corpus === undefined || !(grade > 0)) continue;
    const list = needs.get(query) ?? [];
    list.push({ anyOf: [parseCorpusId(corpus)], grade });
    needs.set(query, list);
  }
  return needs;
}

function parseCorpusId(id: string): EvidencePlace {
  const [name = "", place] = id.split("#");
  const file = basename(name);
  if (place === undefined) return { file };
  const page = /^page=(\d+)$/.exec(place)?.[1];
  return page === undefined ? { file, locator: place } : { file, pages: [Number(page)] };
}

function joinJudgements(rows: readonly Row[], needs: ReadonlyMap<string, EvidenceNeed[]>) {
  return rows.map((row) => {
    const id = String(row["_id"]);
    return { id, text: String(row["text"] ?? ""), needs: needs.get(id) ?? [] };
  });
}

async function readJudgements(path: string): Promise<string> {
  const folder = dirname(path);
  for (const name of ["qrels.tsv", join("qrels", "test.tsv"), join("qrels", "dev.tsv")]) {
    const text = await readFile(join(folder, name), "utf8").catch(() => null);
    if (text !== null) return text;
  }
  throw new CharmError("questions-malformed", `There are no relevance judgements beside ${path}.`, {
    hint: "Put qrels.tsv (query-id, corpus-id, score) into the same folder.",
  });
}

function readBytes(path: string): Promise<Buffer> {
  return readFile(path).catch((cause: unknown) => {
    if (cause instanceof CharmError) throw cause;
    throw new CharmError("questions-unreadable", `The question file ${path} cannot be read.`, {
      hint: "Check the name, and who may read it.",
      cause,
    });
  });
}

function malformed(path: string, problem: string): CharmError {
  return new CharmError(
    "questions-malformed",
    `The question file ${path} cannot be used: ${problem}.`,
    {
      hint: 'Each line is an object such as {"id": "q1", "question": "…", "evidence_all_of": [[{"doc": "a.pdf", "pages": [3]}]]}.',
    },
  );
}
