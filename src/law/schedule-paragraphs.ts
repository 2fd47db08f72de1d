// Takes words of law; gives the paragraphs of its Schedules to which they leave a matter: "paragraphs 1 and 2 of Schedule 2".
import type { Mention } from "../references/mention.ts";
import { allWithin, type LawProvision, type LawText } from "./law-text.ts";

const mostPlaces = 3;

/** Addresses in their order, each once: `sch/2/para/1`. @param mentions what words of one law speak of */
export function listScheduleParagraphs(mentions: readonly Mention[]): string[] {
  const addresses = mentions
    .filter(({ documentId, to }) => to.documentId === documentId)
    .map(({ to }) => to.address)
    .filter((address) => /^sch\/[^/]+\/para\/[^/]+$/.test(address));
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
    const own = listScheduleParagraphs(mentionsIn(provision));
    return own.length > mostPlaces ? [] : own;
  });
  const found = addresses.map((address) => law.paragraphOf(paragraph.documentId, address));
  return [...new Set(found.flatMap((each) => each ?? []))];
}

/** What a provision's own words speak of. */
function mentionsIn({ content }: LawProvision): Mention[] {
  return content.flatMap((piece) =>
    "evidence" in piece
      ? (piece.evidence.mentions ?? []).filter(
          ({ start }) => piece.start <= start && start < piece.end,
        )
      : [],
  );
}
