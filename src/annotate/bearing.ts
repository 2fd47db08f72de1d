// Takes differences between law and guidance whose words an answer quotes; gives those that bear on what was asked.
import type { Draft } from "../draft/draft.ts";
import type { Embedder } from "../embed/embedder.ts";
import type { QuotedDifference } from "./differences.ts";

/**
 * How near the topic must be to what was asked, where 0 is as near as topics are to one another and 1 the same: by itself,
 * or where the words are among what answers best, no further behind than this (logarithm of odds). In the direct answer
 * such words bear on the question whatever it says.
 */
const bears = { topic: 0.5, besideBest: 0.2, behind: 0.6 };

/** @param topics of all that are known: their mean nearness to one another tells what the model's figures mean */
export async function keepBearing(
  quoted: readonly QuotedDifference[],
  { question, sections }: Pick<Draft, "question" | "sections">,
  topics: readonly string[],
  embedder: Pick<Embedder, "embed">,
): Promise<QuotedDifference[]> {
  if (quoted.every(answersDirectly)) return [...quoted];
  const asked = [question, ...sections.flatMap(({ heading }) => heading ?? [])];
  const vectors = await embedder.embed([...topics, ...asked]);
  const known = vectors.slice(0, topics.length);
  const apart = mean(
    known.flatMap((one, i) => known.slice(0, i).map((other) => cosine(one, other))),
  );
  return quoted.filter((difference) => {
    if (answersDirectly(difference)) return true;
    const topic = known[topics.indexOf(difference.known.topic)];
    if (topic === undefined) return false;
    const nearest = Math.max(...vectors.slice(topics.length).map((each) => cosine(topic, each)));
    const near = (nearest - apart) / Math.max(1 - apart, Number.EPSILON);
    return near >= (difference.behind <= bears.behind ? bears.besideBest : bears.topic);
  });
}

function answersDirectly({ direct, behind }: QuotedDifference): boolean {
  return direct && behind <= bears.behind;
}

/** Of vectors of length 1. */
function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
