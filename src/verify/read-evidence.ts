// Takes evidence that a statement cites; gives it as supports.
import type { Evidence } from "../retrieve/evidence.ts";
import type { ProvisionName } from "../references/reader.ts";
import type { Support } from "./statement.ts";

/** What a passage hangs from when it begins inside a provision, as retrieval attached it; null when nothing. */
export function attachedLeadIn({ leads = [] }: Evidence): string | null {
  const texts = leads.map(({ passage, start, end }) => passage.text.slice(start, end).trim());
  return texts.length === 0 ? null : texts.join(" ");
}

export function toSupport(evidence: Evidence): Support {
  const { passage, document } = evidence;
  const { text, page, pageEnd, spans, trail, standing } = passage;
  return {
    document,
    text,
    leadIn: attachedLeadIn(evidence),
    page,
    pageEnd,
    places: namedPlaces(spans),
    trail,
    standing,
  };
}

/** Of runs of text the provisions that have a name, each once. */
export function namedPlaces(
  runs: readonly { readonly locator: string | null; readonly address: string | null }[],
): ProvisionName[] {
  const places = new Map<string, ProvisionName>();
  for (const { locator, address } of runs)
    if (locator !== null && address !== null) places.set(address, { locator, address });
  return [...places.values()];
}
