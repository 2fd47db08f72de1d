// Takes words of law; gives the paragraphs of its Schedules to which they leave a matter: "paragraphs 1 and 2 of Schedule 2".
import { linkReferences } from "../references/link-references.ts";
import { allWithin, ownText, type LawProvision, type LawText } from "./law-text.ts";

const mostPlaces = 3;

/** Addresses in their order, each once: `sch/2/para/1`. @param links as `linkReferences` gives them */
export function listScheduleParagraphs(links: readonly string[]): string[] {
  const addresses = links.flatMap((link) => {
    const [, schedule, first, last] =
      /^(sch\/[^/.#]+\/para)\/(\d+)(?:\.\.(\d+))?$/.exec(link) ?? [];
    if (schedule === undefined) return [];
    const count = Math.max(0, Number(last ?? first) - Number(first) + 1);
    return Array.from({ length: count }, (_, i) => `${schedule}/${Number(first) + i}`);
  });
  return [...new Set(addresses)];
}

/**
 * Those to which the quoted words of a paragraph leave something, as far as they are at hand. Each provision is asked by
 * itself: one that names too many is about the Schedule, and not the end of a sentence.
 */
export function findScheduleParagraphs(
  paragraph: LawProvision,
  kept: ReadonlySet<string>,
  law: LawText,
): LawProvision[] {
  const quoted = allWithin(paragraph).filter(({ address }) => kept.has(address));
  const addresses = quoted.flatMap((provision) => {
    const own = listScheduleParagraphs(linkReferences(ownText(provision)));
    return own.length > mostPlaces ? [] : own;
  });
  const found = addresses.map((address) => law.paragraphOf(paragraph.documentId, address));
  return [...new Set(found.flatMap((each) => each ?? []))];
}
