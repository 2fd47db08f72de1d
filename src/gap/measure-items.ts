// Takes requirements and the units found for each; gives how near each thing that a row lists comes to what a unit says.
import type { QuestionVectors, TokenEmbedder } from "../embed/token-embedder.ts";
import type { Requirement } from "../requirements/requirement.ts";
import { maxSim } from "../retrieve/max-sim.ts";
import { bounds } from "./bounds.ts";
import type { FoundUnit } from "./find-units.ts";
import type { JudgedUnit } from "./own-document.ts";

/** -1 to 1; 0 for what was not found near the row. */
export type MeasureItem = (item: string, unit: JudgedUnit) => number;

/** Units that the items of a row are looked for in. */
const most = 8;

/** By their own words, without the heading: a heading that names a thing says nothing of it. */
export async function measureItems(
  requirements: readonly Requirement[],
  found: readonly (readonly FoundUnit<JudgedUnit>[])[],
  embedder: TokenEmbedder,
): Promise<MeasureItem> {
  const items = new Set<string>();
  const units = new Set<JudgedUnit>();
  for (const [i, { row }] of requirements.entries()) {
    const { list, recipient } = row.expects;
    if (list.length + recipient.length === 0) continue;
    for (const item of [...list, ...recipient]) items.add(item);
    for (const { unit, score } of (found[i] ?? []).slice(0, most))
      if (score >= bounds.near) units.add(unit);
  }
  const bare = [...units];
  const vectors = await embedder.embedPassages(
    bare.map(({ lead, text }) => `${lead} ${text}`.trim()),
  );
  const byUnit = new Map(bare.map((unit, i) => [unit, vectors[i]?.tokens]));
  const byItem = new Map<string, QuestionVectors>();
  for (const item of items) byItem.set(item, await embedder.embedQuestion(item));
  return (item, unit) => {
    const [asked, tokens] = [byItem.get(item), byUnit.get(unit)];
    return asked === undefined || tokens === undefined
      ? 0
      : maxSim(asked, tokens, embedder.tokenDimensions);
  };
}
