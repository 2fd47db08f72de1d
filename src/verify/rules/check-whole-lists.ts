// Takes a claim; finds lists of law in it that are begun and not finished, with nothing to show it.
import { quotesOf, type DraftClaim } from "../../draft/draft.ts";
import { makeFinding, type Finding } from "../../findings/finding.ts";
import { isWithin } from "../../place/address.ts";
import { namePlace } from "../../place/name-place.ts";
import type { ReferenceView } from "../statement.ts";

/** A provision whose own words are quoted. */
interface Quoted {
  readonly documentId: string;
  readonly short: string;
  readonly address: string;
  readonly locator: string | null;
}

/** A gap that does not say what it stands for leaves nothing unseen: it is taken for all that is missing. */
export function checkWholeLists(claim: DraftClaim, view: ReferenceView): Finding[] {
  const gaps = claim.lines.flatMap(({ parts }) =>
    parts.flatMap((part) => (part.kind === "gap" ? [part] : [])),
  );
  if (gaps.some(({ left }) => left === undefined)) return [];
  const named = new Set(
    gaps.flatMap(({ left }) => left?.items.map((item) => `${left.documentId}#${item}`) ?? []),
  );
  const quoted = listQuoted(claim);
  return quoted.flatMap((lead) => {
    const { documentId, short, locator, address } = lead;
    const missing = view
      .itemsOf(documentId, address)
      .filter((item) => !named.has(`${documentId}#${item.address}`))
      .filter((item) => !quoted.some((one) => isOf(one, documentId, item.address)));
    if (missing.length === 0) return [];
    const place = namePlace(short, { locator, address });
    const left = missing.map((item) => item.locator).join(", ");
    return [makeFinding("list-cut", { place, left }, { reference: place })];
  });
}

function isOf(one: Quoted, documentId: string, address: string): boolean {
  return one.documentId === documentId && isWithin(one.address, address);
}

/** Provisions of law that the claim's own lines quote, each once. */
function listQuoted({ lines }: DraftClaim): Quoted[] {
  const found = new Map<string, Quoted>();
  const quotes = lines
    .filter(({ parts }) => parts.some(({ kind }) => kind === "quote"))
    .flatMap(quotesOf);
  for (const { evidence, start, end } of quotes) {
    const { document, passage } = evidence;
    if (document.authority !== "legislation") continue;
    for (const span of passage.spans) {
      const { address, locator } = span;
      if (address === null || span.end <= start || end <= span.start) continue;
      const { id: documentId, short } = document;
      found.set(`${documentId}#${address}`, { documentId, short, address, locator });
    }
  }
  return [...found.values()];
}
