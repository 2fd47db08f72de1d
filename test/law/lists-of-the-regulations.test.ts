// Every list of the Regulations and their Schedules, quoted in each way: nothing is lost, told twice or out of its place.
import { beforeAll, describe, expect, it } from "vitest";
import { chunkDocument } from "../../src/chunk/chunk.ts";
import { quoteLaw } from "../../src/compose/quote-law.ts";
import { countKept, keepWhole } from "../../src/law/keep-whole.ts";
import { allWithin, itemsOf, leadOf, readLaw, type LawProvision } from "../../src/law/law-text.ts";
import { isWithin } from "../../src/place/address.ts";
import type { Evidence } from "../../src/retrieve/evidence.ts";
import type { Structure } from "../../src/structure/provision.ts";
import { readStructure } from "../../src/structure/structure.ts";
import { checkQuotedLaw, printedAt, type Stretch } from "../support/check-quoted-law.ts";
import { extractOnce } from "../support/extract-once.ts";
import { describeDocument, makeEvidence } from "../support/made-up-evidence.ts";
import { hasShared, sharedPath, withoutShared } from "../support/shared-folder.ts";

const file = "Childrens_Homes_England_Regulations_2015_SI_2015_541_revised_2024-05.pdf";
const regulations = describeDocument({ id: "regulations", file, authority: "legislation" });

interface Paragraph {
  readonly provision: LawProvision;
  readonly printed: readonly Stretch[];
  /** Of all that hangs from it, its own first. */
  readonly addresses: readonly string[];
}

function readParagraphs(law: readonly Evidence[]): Paragraph[] {
  const text = readLaw(law);
  const places = law.flatMap(({ passage }) =>
    passage.spans.flatMap(({ address }) => address ?? []),
  );
  const provisions = new Set(
    places.flatMap((place) => text.paragraphOf(regulations.id, place) ?? []),
  );
  return [...provisions].map((provision) => ({
    provision,
    printed: printedAt(law, provision.address),
    addresses: allWithin(provision).map(({ address }) => address),
  }));
}

/** The words before the list alone; each provision alone, so also the first item and the last; all but each. */
function choose({ addresses }: Paragraph): string[][] {
  const alone = addresses.map((address) => [address]);
  const allBut = addresses.map((left) => addresses.filter((other) => !isWithin(other, left)));
  return [...alone, ...allBut.filter((some) => some.length > 1)];
}

/** Provisions with all that they hang from. */
function withAbove({ addresses }: Paragraph, chosen: readonly string[]): Set<string> {
  return new Set(addresses.filter((above) => chosen.some((one) => isWithin(one, above))));
}

/** Of lists up to so many words all is quoted; at 0 only what limits, forbids or must all be met. */
const shorts = [0, 60, 260];

describe.skipIf(!hasShared)(`the lists of the 2015 Regulations${withoutShared}`, () => {
  let structure: Structure;
  beforeAll(async () => {
    structure = readStructure(await extractOnce(sharedPath("guidance", file)));
  });

  describe.each([
    ["as passages have them", 200, 5],
    ["cut into passages of a few lines", 40, 100],
  ])("%s", (_, most, fewestCut) => {
    let law: Evidence[];
    let lists: Paragraph[];
    beforeAll(() => {
      const limits = { most, fewest: most / 5, count: (text: string) => text.split(/\s+/).length };
      const passages = chunkDocument(regulations.id, structure, limits);
      law = passages.map((passage) => makeEvidence(regulations, passage));
      lists = readParagraphs(law).filter(({ provision }) => itemsOf(provision).length > 0);
    });

    it("are over 150, many of them in several passages", () => {
      const provisions = lists.flatMap(({ provision }) => allWithin(provision));
      expect(provisions.filter((each) => itemsOf(each).length > 0).length).toBeGreaterThan(150);
      const cut = lists.filter(
        ({ printed }) => new Set(printed.map(({ evidence }) => evidence)).size > 1,
      );
      expect(cut.length).toBeGreaterThan(fewestCut);
    });

    it("hold with the other paragraphs all that is in force, each stretch once", () => {
      const printed = readParagraphs(law).flatMap((paragraph) => paragraph.printed);
      const all = law
        .filter(({ passage }) => passage.standing === "current")
        .flatMap(({ passage }) => passage.spans)
        .filter(({ address, kind }) => address !== null && kind !== "footnote");
      expect(printed).toHaveLength(all.length);
      expect(new Set(printed.map(({ span }) => span))).toEqual(new Set(all));
    });

    it("are quoted, with what is left out named where it would stand, whatever is chosen of them", () => {
      const wrong = lists.flatMap((paragraph) =>
        choose(paragraph).flatMap((chosen) => {
          const { provision, printed } = paragraph;
          const whole = shorts.map((short) => keepWhole(provision, new Set(chosen), short));
          return [withAbove(paragraph, chosen), ...whole].flatMap((kept) =>
            checkQuotedLaw(printed, kept, quoteLaw(provision, kept)).map(
              (what) => `${provision.address} for ${chosen.join()}: ${what}`,
            ),
          );
        }),
      );
      expect(wrong).toEqual([]);
    });

    it("keep what is chosen of them and what that hangs from, and the more the longer a list may be", () => {
      const wrong = lists.flatMap((paragraph) =>
        choose(paragraph).flatMap((chosen) => {
          const { provision, addresses } = paragraph;
          const needed = withAbove(paragraph, chosen);
          const steps = [needed, ...shorts.map((s) => keepWhole(provision, new Set(chosen), s))];
          const grows = steps.every((kept, i) =>
            [...(steps[i - 1] ?? [])].every((address) => kept.has(address)),
          );
          const closed = steps.every(
            (kept) => [...withAbove(paragraph, [...kept])].join() === inOrder(kept, addresses),
          );
          return grows && closed ? [] : [`${provision.address} for ${chosen.join()}`];
        }),
      );
      expect(wrong).toEqual([]);
    });

    it("have all their items where they are short", () => {
      for (const { provision } of lists) {
        const items = itemsOf(provision).map(({ address }) => address);
        const level = new Set([provision.address, ...items]);
        const kept = keepWhole(provision, new Set(items.slice(0, 1)), countKept(provision, level));
        expect([...level].filter((address) => !kept.has(address))).toEqual([]);
      }
    });

    it("are whole where they forbid, whatever brings them", () => {
      const forbidding = lists
        .flatMap(({ provision }) => allWithin(provision))
        .filter((each) => itemsOf(each).length > 0)
        .filter((each) => /\b(?:not|no|only|unless|except)\b/.test(leadOf(each)));
      expect(forbidding.length).toBeGreaterThan(10);
      const cut = lists.flatMap((paragraph) =>
        choose(paragraph).flatMap((chosen) =>
          shorts.flatMap((short) => {
            const kept = keepWhole(paragraph.provision, new Set(chosen), short);
            return forbidding.filter(
              (each) =>
                kept.has(each.address) && allWithin(each).some(({ address }) => !kept.has(address)),
            );
          }),
        ),
      );
      expect([...new Set(cut.map(({ address }) => address))]).toEqual([]);
    });
  });
});

function inOrder(kept: ReadonlySet<string>, addresses: readonly string[]): string {
  return addresses.filter((address) => kept.has(address)).join();
}
