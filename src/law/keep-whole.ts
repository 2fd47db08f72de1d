// Takes a paragraph of law and the provisions wanted of it; gives those that must be quoted for them to mean what they do.
import { allWithin, itemsOf, leadOf, ownText, type LawProvision } from "./law-text.ts";

/** Words whose force reaches over all that hangs from them: half a prohibition allows the rest. */
const forbidding = /\b(?:not|no|nor|never|only|unless|except(?:ed|ion|ions)?|prohibit(?:s|ed)?)\b/i;

/** Of several conditions that must all be met, some are none. (Duties stand item by item, and so do alternatives.) */
const conditional =
  /\b(?:if|where|when|provided|until|conditions?|requirements?|circumstances|purposes?|means|may)\b/i;

/** @param conditioned words above it make conditions of all that hangs from them */
function mustBeWhole(provision: LawProvision, conditioned: boolean): boolean {
  if (forbidding.test(leadOf(provision))) return true;
  return conditioned && itemsOf(provision).some((item) => /\band\s*$/.test(endOf(item)));
}

/**
 * Addresses of the provisions to quote, in no order: those wanted, the words that each hangs from, and the rest of every
 * list that forbids, limits or is short.
 * @param wanted addresses within the paragraph
 * @param short the items of a list are all quoted where they have up to so many words with its lead-in
 */
export function keepWhole(
  paragraph: LawProvision,
  wanted: ReadonlySet<string>,
  short: number,
): Set<string> {
  const kept = new Set<string>();
  if (allWithin(paragraph).some(({ address }) => wanted.has(address)))
    visit(paragraph, { whole: false, conditioned: false });
  return kept;

  function visit(provision: LawProvision, above: { whole: boolean; conditioned: boolean }): void {
    if (provision.withheld) return;
    const items = itemsOf(provision);
    kept.add(provision.address);
    const conditioned = above.conditioned || conditional.test(leadOf(provision));
    const whole = above.whole || mustBeWhole(provision, conditioned);
    const level = [provision, ...items].reduce((sum, each) => sum + countOwnWords(each), 0);
    for (const item of items) {
      const asked = allWithin(item).some(({ address }) => wanted.has(address));
      if (whole || asked) visit(item, { whole, conditioned });
      else if (level > short) continue;
      else if (mustBeWhole(item, conditioned)) visit(item, { whole: true, conditioned });
      // What hangs from an item that was not asked for may be left out, and is named.
      else if (!item.withheld) kept.add(item.address);
    }
  }
}

/** The words that a provision ends with. */
function endOf(provision: LawProvision): string {
  const last = provision.content.at(-1);
  if (last !== undefined && "content" in last) return endOf(last);
  return ownText(provision);
}

function countOwnWords(provision: LawProvision): number {
  return ownText(provision).match(/\S+/g)?.length ?? 0;
}

/** Words of the provisions with these addresses. */
export function countKept(paragraph: LawProvision, kept: ReadonlySet<string>): number {
  return allWithin(paragraph)
    .filter(({ address }) => kept.has(address))
    .reduce((sum, provision) => sum + countOwnWords(provision), 0);
}
