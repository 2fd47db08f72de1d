// Takes evidence and what was asked; gives its statements ranked by how well each answers.
import type { Evidence } from "../retrieve/evidence.ts";
import { findStatements, type Statement } from "./statements.ts";
import { coverage, weighStems } from "./terms.ts";

export interface RankedStatement extends Statement {
  readonly evidence: Evidence;
  /** 0–1 and a little over; comparable within one part of a question. */
  readonly score: number;
  /** The regulation, section or heading it stands in: statements of one unit belong together. */
  readonly unit: string;
}

export type Embed = (texts: readonly string[]) => Promise<readonly Float32Array[]>;

/** How much the passage's rank, the statement's own meaning and its words count. */
const shares = { passage: 0.5, meaning: 0.3, words: 0.2 };
/** Statements of the unit that answers best are more likely to belong to the answer. */
const unitShare = 0.12;
/** Statements compared by meaning; each costs a run of the model. */
const mostCompared = 64;

export async function rankStatements(
  query: string,
  evidence: readonly Evidence[],
  embed: Embed,
): Promise<RankedStatement[]> {
  const weights = weighStems(query, evidence.map(({ passage }) => passage.text));
  const best = Math.max(...evidence.map(({ score }) => score), Number.MIN_VALUE);
  const units = scoreUnits(evidence, best);
  const all = evidence.flatMap((candidate) =>
    findStatements(candidate.passage).map((statement) => {
      const text = statementText(candidate, statement);
      const unit = unitOf(candidate);
      const words = coverage(weights, text);
      const passage = candidate.score / best;
      return { statement, candidate, text, unit, words, prior: shares.passage * passage + shares.words * words };
    }),
  );
  const compared = all.sort((a, b) => b.prior - a.prior || compareIds(a.candidate, b.candidate)).slice(0, mostCompared);
  const [question, ...vectors] = await embed([query, ...compared.map(({ text }) => text)]);
  const similar = vectors.map((vector) => dot(question ?? vector, vector));
  const closest = Math.max(...similar, Number.MIN_VALUE);
  return compared
    .map((entry, i) => ({
      ...entry.statement,
      evidence: entry.candidate,
      unit: entry.unit,
      score:
        entry.prior +
        (shares.meaning * Math.max(0, similar[i] ?? 0)) / closest +
        unitShare * (units.get(entry.unit) ?? 0),
    }))
    .sort((a, b) => b.score - a.score || compareIds(a.evidence, b.evidence) || firstStart(a) - firstStart(b));
}

function firstStart(statement: Statement): number {
  return statement.lines.at(-1)?.start ?? 0;
}

function compareIds(a: Evidence, b: Evidence): number {
  return a.passage.id < b.passage.id ? -1 : a.passage.id > b.passage.id ? 1 : 0;
}

/** "reg 28" of one document, or the innermost heading. */
export function unitOf({ passage, document }: Evidence): string {
  const locator = passage.locator ?? passage.locators[0] ?? null;
  const unit = document.authority === "legislation" && locator ? locator.replace(/\(.*$/, "") : passage.trail.join("›");
  return `${document.id}#${unit}`;
}

/** A unit counts by its best passage, and a little by each further one. */
function scoreUnits(evidence: readonly Evidence[], best: number): Map<string, number> {
  const scores = new Map<string, number>();
  for (const candidate of evidence) {
    const unit = unitOf(candidate);
    const before = scores.get(unit);
    const share = candidate.score / best;
    scores.set(unit, before === undefined ? share : before + 0.15 * share);
  }
  const top = Math.max(...scores.values(), Number.MIN_VALUE);
  return new Map([...scores].map(([unit, score]) => [unit, score / top]));
}

function statementText({ passage }: Evidence, statement: Statement): string {
  const text = statement.lines.map(({ start, end }) => passage.text.slice(start, end)).join(" ");
  return `${passage.trail.slice(-2).join(". ")}. ${text}`;
}

function dot(a: Float32Array, b: Float32Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i += 1) total += (a[i] ?? 0) * (b[i] ?? 0);
  return total;
}
