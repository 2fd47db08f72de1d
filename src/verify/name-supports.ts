// Names the place of a support as a reader would.
import { familyOf, isWithin } from "../place/address.ts";
import { joinNames } from "../references/notes.ts";
import type { Support } from "./statement.ts";

/** "Regulations 28(2)", "Guide 10.12 and 10.13", "Guide, page 53", "SCCIF, “Staffing”". */
export function nameSupport(support: Support): string {
  const { document, page, pageEnd, trail } = support;
  const places = support.places.filter(({ address }) => familyOf(address) !== "fn");
  const outermost = places
    .filter(
      (place) => !places.some((other) => other !== place && isWithin(place.address, other.address)),
    )
    .map(({ locator }) => locator);
  const [first] = outermost;
  if (first !== undefined && outermost.length <= 3)
    return `${document.short} ${joinNames(outermost)}`;
  if (first !== undefined && page === null)
    return `${document.short} ${first} to ${outermost.at(-1)}`;
  if (page !== null) {
    const pages =
      pageEnd !== null && pageEnd !== page ? `pages ${page}–${pageEnd}` : `page ${page}`;
    return `${document.short}, ${pages}`;
  }
  const heading = trail.at(-1);
  return heading === undefined ? document.short : `${document.short}, “${heading}”`;
}

/** Supports by name, each once. */
export function nameSupports(supports: readonly Support[]): string {
  const names = [...new Set(supports.map(nameSupport))];
  return names.length > 3
    ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`
    : joinNames(names);
}
