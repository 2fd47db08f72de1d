// Takes a document and a place in it; gives the name a reader would cite it by, from which the place can be read again.
import { familyOf } from "./address.ts";

/** A place as far as its name tells: both null under plain headings. */
export interface NamedPlace {
  readonly locator: string | null;
  readonly address: string | null;
}

/**
 * "Regulation 28(2)", "Fire Order, article 5(1)", "Guide 10.12", "Working Together, paragraph 12", "Larkrise plan,
 * section 2", "Larkrise plan, “Staffing”".
 * @param short how citations name the document
 * @param trail titles of the headings the place stands under, outermost first
 */
export function namePlace(short: string, place: NamedPlace, trail: readonly string[] = []): string {
  const { locator } = place;
  if (locator === null) {
    const heading = trail.at(-1);
    return heading ? `${short}, “${heading}”` : short;
  }
  const unit = unitWord(place);
  // A number with a point is a paragraph's wherever it stands; one without may be a page as well.
  if (unit === null || locator.includes(".")) return `${short} ${locator}`;
  // "Regulations, regulation 28" says one thing twice.
  return short.toLowerCase() === `${unit}s`
    ? `${short.slice(0, -1)} ${locator}`
    : `${short}, ${unit} ${locator}`;
}

const unitWords: Readonly<Record<string, string>> = {
  reg: "regulation",
  s: "section",
  art: "article",
  rule: "rule",
  para: "paragraph",
  sec: "section",
};

/** What a bare number is the number of; null for a place that says so itself: "Annex A 1.3", "Schedule 1". */
export function unitWord({ address }: NamedPlace): string | null {
  return address === null ? null : (unitWords[familyOf(address)] ?? null);
}
