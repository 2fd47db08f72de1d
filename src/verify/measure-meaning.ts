// Takes a statement and its sources; gives how near its sentences come to them in meaning, for the rules to weigh.
import type { MeasureNearness } from "../score/nearness.ts";
import { contentWords } from "../text/word-stems.ts";
import { readSourceUnits, type SourceUnit } from "./align.ts";
import { sentencesOf } from "./check-statement.ts";
import type { SentenceMeaning, Statement, Support } from "./statement.ts";

/** Nearness of each sentence of a statement, by its words. */
export async function measureMeaning(
  statement: Statement,
  supports: readonly Support[],
  nearness: MeasureNearness,
): Promise<(sentence: string) => SentenceMeaning | undefined> {
  const units = readSourceUnits(supports);
  const measured = new Map<string, SentenceMeaning>();
  for (const { sentence } of units.length === 0 ? [] : sentencesOf(statement)) {
    measured.set(sentence, await measureSentence(sentence, units, nearness));
  }
  return (sentence) => measured.get(sentence);
}

async function measureSentence(
  sentence: string,
  units: readonly SourceUnit[],
  nearness: MeasureNearness,
): Promise<SentenceMeaning> {
  const texts = units.map(({ lead, text }) => `${lead} ${text}`.trim());
  const held = new Set(units.flatMap(({ around }) => [...around]));
  const words = new Map<number, number>();
  for (const { stem, start, end } of contentWords(sentence)) {
    if (held.has(stem)) continue;
    words.set(start, Math.max(...(await nearness(sentence, texts, { start, end }))));
  }
  return { whole: Math.max(...(await nearness(sentence, texts))), words };
}
