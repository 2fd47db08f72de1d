// Takes what an answer quotes and what its documents define; gives the abbreviations it quotes without their meaning, and
// claims that say it in the documents' own words.
import type { DraftClaim, Quote } from "../draft/draft.ts";
import { nameAt, placeAt, quotePart, strong, words } from "../draft/line-parts.ts";
import { firstOfEach } from "../lists.ts";
import { isWithin, unitOf } from "../place/address.ts";
import { offices } from "../references/field-facts.ts";
import type { LibraryProvision } from "../references/reference-library.ts";
import type { Evidence } from "../retrieve/evidence.ts";
import { placeKey } from "./cited-places.ts";

/** A definition of an abbreviation, its title: "HMCI". */
export type Abbreviation = LibraryProvision & { readonly title: string };

/**
 * In the order in which they are first quoted, each once. A document may define one for a single regulation: what is
 * quoted from there has that meaning, all else the first that is defined.
 * @param titledOf provisions of a document that have a title
 */
export function findAbbreviations(
  cited: readonly Quote[],
  titledOf: (documentId: string) => readonly LibraryProvision[],
): Abbreviation[] {
  const documents = [...new Set(cited.map(({ evidence }) => evidence.document.id))];
  const defined = new Map(documents.map((id) => [id, titledOf(id).filter(isAbbreviation)]));
  const places = cited.map(({ evidence, start, end }) => ({
    place: placeAt(evidence, start),
    text: evidence.passage.text.slice(start, end),
  }));
  const used = places.flatMap(({ place, text }) => {
    const known = defined.get(place.documentId) ?? [];
    const terms = new Set(text.match(/(?<![\p{L}\d])\p{Lu}{2,}(?![\p{L}\d])/gu));
    return [...terms].flatMap((term) => {
      const meanings = known.filter(({ title }) => title === term);
      const near = meanings.find(({ address }) => isWithin(place.address, unitOf(address)));
      return near ?? meanings[0] ?? [];
    });
  });
  const unexplained = used.filter(
    ({ documentId, address }) =>
      !places.some(
        ({ place }) => place.documentId === documentId && isWithin(place.address, address),
      ),
  );
  return firstOfEach(unexplained, placeKey);
}

function isAbbreviation(provision: LibraryProvision): provision is Abbreviation {
  return provision.kind === "definition" && /^\p{Lu}{2,}$/u.test(provision.title ?? "");
}

/** All that a passage has of a definition; null where none has it. */
export function quoteDefinition(
  { documentId, address }: LibraryProvision,
  evidence: readonly Evidence[],
): Quote | null {
  for (const each of evidence.filter(({ document }) => document.id === documentId)) {
    const own = each.passage.spans.filter((span) => isWithin(span.address, address));
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last) continue;
    const text = each.passage.text.slice(first.start, last.end);
    // In a list of definitions the mark at its end leads on to the next.
    return {
      evidence: each,
      start: first.start,
      end: first.start + text.replace(/[;,]\s*$/, "").length,
    };
  }
  return null;
}

/** "HMCI (Ofsted): Regulation 2(1) “HMCI”: ““HMCI” means …”". */
export function explain({ title }: Abbreviation, meaning: Quote): DraftClaim {
  const { evidence, start, end } = meaning;
  const said = evidence.passage.text.slice(start, end);
  const plain = offices.find(
    ({ term, means }) => term === title && new RegExp(means).test(said),
  )?.plain;
  const label = plain === undefined ? `${title}:` : `${title} (${plain}):`;
  const parts = [strong(label), nameAt(evidence, start), words(":"), quotePart(meaning)];
  return { authority: evidence.document.authority, lines: [{ depth: 0, parts }] };
}
