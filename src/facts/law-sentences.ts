// Takes the provisions of a document of law or guidance; gives what each of them says as a sentence of its own: its own
// words, those they hang from, those that use a term it defines, and the title they stand under.
import { definedTerms, hasTerm } from "../law/limits.ts";
import { isWithin, paragraphOf, unitOf } from "../place/address.ts";
import type { Provision } from "../structure/provision.ts";

/** A provision's own words, and all that they must be read with to be understood alone. */
export interface LawSentence {
  readonly provision: Provision;
  /** The words it hangs from within its numbered paragraph, outermost first; empty without any. */
  readonly lead: string;
  /** Its own words before anything that hangs from it. */
  readonly own: string;
  /** Lead and own words, which it ends with. */
  readonly text: string;
  /** Own words of what hangs from it, in order. */
  readonly items: readonly string[];
  /** Addresses of provisions that it lends a meaning to: "by the relevant date", of "the relevant date is". */
  readonly serves: readonly string[];
  /** The words of those. */
  readonly served: string;
  /** Title of the regulation, section or heading. */
  readonly title: string | null;
}

/** In document order; what is not in force, and what only quotes another document, is left out. */
export function readLawSentences(provisions: readonly Provision[]): LawSentence[] {
  const byOrdinal = new Map(provisions.map((provision) => [provision.ordinal, provision]));
  const byUnit = new Map<string, Provision[]>();
  for (const provision of provisions) {
    const unit = unitOf(provision.address);
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), provision]);
  }
  return provisions.flatMap((provision) => {
    const own = ownWords(provision);
    if (own === "" || provision.standing !== "current" || provision.quotes !== null) return [];
    const above = enclosing(provision, byOrdinal);
    const paragraph = paragraphOf(provision.address);
    const leads = above
      .filter(({ address }) => isWithin(address, paragraph))
      .map(ownWords)
      .filter((words) => words !== "")
      .toReversed();
    const lead = leads.map((words) => words.replace(/\s*[—–-]\s*$/, "")).join(" ");
    const siblings = byUnit.get(unitOf(provision.address)) ?? [];
    const served = findServed(leads[0] ?? own, paragraph, siblings);
    const items = provision.content.flatMap((part) => {
      const item = "child" in part ? byOrdinal.get(part.child) : undefined;
      const words = item === undefined ? "" : ownWords(item);
      return words === "" ? [] : [words];
    });
    return [
      {
        provision,
        lead,
        own,
        text: `${lead} ${own}`.trim(),
        items,
        serves: served.map(({ address }) => address),
        served: served.map(ownWords).join(" "),
        title: provision.title ?? above.find(({ title }) => title !== null)?.title ?? null,
      },
    ];
  });
}

/** Provisions of other paragraphs that use the term which a paragraph gives a meaning. */
function findServed(
  opening: string,
  paragraph: string,
  siblings: readonly Provision[],
): Provision[] {
  // Printed text has the paragraph's number in front, and so has what the terms are read from.
  const terms = definedTerms(`(0) ${opening.replace(/^\(\w+\)\s*/, "")}`);
  if (terms.length === 0) return [];
  const using = siblings.filter(
    (other) =>
      !isWithin(other.address, paragraph) &&
      // One that may put a date off does not say what has to be done by it.
      terms.some((term) => hasTerm(ownWords(other), `by the ${term}`)),
  );
  const inside = siblings.filter((other) =>
    using.some(({ address }) => address !== other.address && isWithin(other.address, address)),
  );
  return [...using, ...inside];
}

/** Nearest first. */
function enclosing({ parent }: Provision, byOrdinal: ReadonlyMap<number, Provision>): Provision[] {
  const above = parent === null ? undefined : byOrdinal.get(parent);
  return above === undefined ? [] : [above, ...enclosing(above, byOrdinal)];
}

function ownWords({ content }: Provision): string {
  const first = content.findIndex((part) => "child" in part);
  const before = first < 0 ? content : content.slice(0, first);
  const texts = before.flatMap((part) =>
    "child" in part || part.kind === "head" ? [] : [part.text],
  );
  return texts.join(" ").replaceAll(/\s+/g, " ").trim();
}
