// Takes evidence; tells which of it is wanted: of the documents asked for, fit to be quoted, not crowding out the rest.
import type { Authority, DocumentInfo } from "../document.ts";
import type { SearchFilter } from "../library/library.ts";
import { familyOf } from "../place/address.ts";
import { isFieldLaw } from "../field/of-field.ts";
import type { Evidence } from "./evidence.ts";
import type { NearDocuments } from "./document-names.ts";
import type { GatherProfile } from "./profiles.ts";

/** Of the documents and authorities that a filter names; what was brought in was not searched for with it. */
export function isWithin(
  { documentIds, authorities }: SearchFilter,
  { document }: Evidence,
): boolean {
  return (
    (documentIds?.includes(document.id) ?? true) &&
    (authorities?.includes(document.authority) ?? true)
  );
}

/** In force, and of a document that is trusted. */
export function isQuotable({ passage, document }: Evidence): boolean {
  // What stands outside an Act's provisions, such as an explanatory note, is not law.
  if (document.authority === "legislation" && passage.locators.length === 0) return false;
  return passage.standing === "current" && document.authority !== "untrusted";
}

/** From here on a question says for certain that it is about an own document. */
const surelySaid = 0.25;

/**
 * Ids of own documents of which a question says less than half of what it says of one of them: another home's policy of the same
 * title is no answer to what is asked of this one.
 */
export function findOwnNotMeant(
  documents: readonly DocumentInfo[],
  { documentIds }: SearchFilter,
  near: NearDocuments = new Map(),
): ReadonlySet<string> {
  const own = documents.filter(({ authority }) => authority === "own").map(({ id }) => id);
  // Whoever asks for some of them has chosen.
  if (documentIds && !own.every((id) => documentIds.includes(id))) return new Set();
  const saidOf = (id: string) => near.get(id) ?? 0;
  const most = Math.max(0, ...own.map(saidOf));
  return new Set(most < surelySaid ? [] : own.filter((id) => saidOf(id) < most / 2));
}

/** The best of all, and the best of each authority, so that a long guide does not crowd out the law. */
export function keepForemost(
  ranked: readonly Evidence[],
  pool: GatherProfile["pool"],
): readonly Evidence[] {
  if (pool === null) return ranked;
  const counts = new Map<Authority, number>();
  return ranked.filter(({ document: { authority } }, i) => {
    const count = (counts.get(authority) ?? 0) + 1;
    counts.set(authority, count);
    return i < pool.best || count <= pool.each;
  });
}

/** Where the law itself is held, guidance's reprint of it is the same words with less authority. */
export function leaveOutReprints(evidence: readonly Evidence[]): Evidence[] {
  const held = evidence.some(({ document }) => isFieldLaw(document));
  return evidence.filter(
    ({ passage }) => !held || !passage.spans.some(({ address }) => isReprint(address)),
  );
}

/** Law that guidance prints (src/structure/quoted-law.ts). */
function isReprint(address: string | null): boolean {
  return address !== null && familyOf(address) === "quoted";
}
