// Takes keyed evidence and a mark; gives the text that a prompt shows it as.
import type { Passage, Span } from "../../chunk/passage.ts";
import { authorityWords } from "../../draft/authorities.ts";
import { firstOfEach } from "../../lists.ts";
import { splitAddress } from "../../place/address.ts";
import { namePlace } from "../../place/name-place.ts";
import type { Evidence } from "../../retrieve/evidence.ts";
import type { KeyedEvidence } from "./keyed-evidence.ts";
import { neutralise, neutraliseLine } from "../neutralise.ts";

/**
 * <mark>
 * k3f9a law: Regulation 28(2)
 * ^ what the text hangs from, where it begins inside a provision
 * | a line of the text
 * 3| a line of the provision with this number
 * </mark>
 */
export function renderEvidence(pieces: readonly KeyedEvidence[], mark: string): string {
  return [`<${mark}>`, ...pieces.map(renderPiece), `</${mark}>`].join("\n");
}

/** "- Regulations: The Children's Homes … (as at 2024-05)": each document once. */
export function renderDocuments(pieces: readonly Pick<KeyedEvidence, "evidence">[]): string {
  const documents = firstOfEach(
    pieces.map(({ evidence }) => evidence.document),
    ({ id }) => id,
  );
  return documents
    .map(({ short, title, version, date }) => {
      const dated = [version, date && `as at ${date}`].filter(Boolean).join(", ");
      return `- ${neutraliseLine(short)}: ${neutraliseLine(title)}${dated === "" ? "" : ` (${neutraliseLine(dated)})`}`;
    })
    .join("\n");
}

export function renderPiece({ key, evidence, leadIn }: KeyedEvidence): string {
  const { passage, document } = evidence;
  const head = `${key} ${authorityWords[document.authority].prompt}: ${neutraliseLine(nameEvidence(evidence))}`;
  const above = leadIn === null ? [] : [`^ ${neutraliseLine(leadIn, 600)}`];
  return [head, ...above, ...renderLines(passage)].join("\n");
}

/** As a reader would cite it: "Regulation 28(2)", "Guide 12.1, 12.2" of several paragraphs. */
export function nameEvidence({ passage, document }: Evidence): string {
  const locator = passage.locator ?? (passage.locators.slice(0, 4).join(", ") || null);
  const address = passage.spans[0]?.address ?? null;
  return namePlace(document.short, { locator, address }, passage.trail);
}

/** The bar keeps every line of a document apart from the prompt's own, wherever a line break stands. */
function renderLines(passage: Passage): string[] {
  const { text, spans } = passage;
  let named = passage.locator;
  let from = 0;
  const lines: string[] = [];
  for (const line of text.split("\n")) {
    const span = spans.find(({ end }) => end > from);
    const number = span === undefined ? null : numberOf(span, named, line);
    if (span !== undefined) named = span.locator;
    from += line.length + 1;
    const [first = "", ...more] = neutralise(line).split("\n");
    lines.push(`${number ?? ""}| ${first.trimEnd()}`, ...more.map((each) => `| ${each.trimEnd()}`));
  }
  return lines;
}

/** The number of a paragraph, where its text does not have it: clauses of law begin with theirs. */
function numberOf({ locator, address }: Span, named: string | null, line: string): string | null {
  if (locator === null || locator === named || /^\(\w+\)/.test(line)) return null;
  const label = address === null ? locator : (splitAddress(address).at(-1)?.label ?? locator);
  return /^\d[\w.]{0,9}$/.test(label) ? label : null;
}
