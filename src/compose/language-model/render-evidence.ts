// Takes keyed evidence and a mark; gives the text that a prompt shows it as.
import { authorityWords } from "../../draft/authorities.ts";
import { namePlace } from "../../place/name-place.ts";
import type { KeyedEvidence } from "./keyed-evidence.ts";
import { neutralise, neutraliseLine } from "../neutralise.ts";

/**
 * <mark 1 of 2 key="k3f9a" authority="…" document="…" place="…">
 * ^ what the text hangs from, where it begins inside a provision
 * | a line of the text
 * </mark>
 */
export function renderEvidence(pieces: readonly KeyedEvidence[], mark: string): string {
  return pieces
    .map((piece, index) => renderPiece(piece, mark, { number: index + 1, of: pieces.length }))
    .join("\n\n");
}

export function renderPiece(
  { key, evidence, leadIn }: KeyedEvidence,
  mark: string,
  { number, of }: { readonly number: number; readonly of: number },
): string {
  const { passage, document } = evidence;
  const dated = [document.version, document.date && `as at ${document.date}`].filter(Boolean);
  const title = `${document.title}${dated.length > 0 ? ` (${dated.join(", ")})` : ""}`;
  const place = namePlace(
    document.short,
    {
      locator: passage.locator ?? firstLocators(evidence),
      address: passage.spans[0]?.address ?? null,
    },
    passage.trail,
  );
  const facts = {
    key,
    authority: authorityWords[document.authority].prompt,
    document: neutraliseLine(title),
    place: neutraliseLine(place),
    ...(passage.trail.length > 0 ? { under: neutraliseLine(passage.trail.join(" › ")) } : {}),
  };
  const head = Object.entries(facts).map(([name, value]) => `${name}="${value}"`);
  const above = leadIn === null ? [] : [`^ ${neutraliseLine(leadIn, 600)}`];
  // The bar keeps every line of a document apart from the prompt's own, wherever a line break stands.
  const lines = neutralise(passage.text)
    .split("\n")
    .map((line) => `| ${line.trimEnd()}`);
  return [`<${mark} ${number} of ${of} ${head.join(" ")}>`, ...above, ...lines, `</${mark}>`].join(
    "\n",
  );
}

/** "12.1, 12.2" of a passage of several paragraphs. */
function firstLocators({ passage }: KeyedEvidence["evidence"]): string | null {
  return passage.locators.length > 0 ? passage.locators.slice(0, 4).join(", ") : null;
}
