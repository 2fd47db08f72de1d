// Takes the pieces of a home's document and the names of other homes; tells where one of these stands in it.
import { makeFinding, type Finding } from "../../findings/finding.ts";
import { findHomeName, findPerson, lastWord } from "../../homes/find-name.ts";
import type { OtherNames } from "../../homes/other-names.ts";
import type { TextRange } from "../../text/sentences.ts";
import type { Piece } from "./policy.ts";

/** One finding for each name, at its first place. */
export function checkOtherHomes(
  pieces: readonly Piece[],
  { homes, people, own }: OtherNames,
): { readonly piece: number; readonly finding: Finding }[] {
  const ours = own.map(findHomeName);
  const lastNames = new Set(own.map((name) => lastWord(name).toLowerCase()));
  const sought = [
    ...homes.map((name) => ({ variant: "home" as const, find: findHomeName(name) })),
    ...people.map((name) => ({
      variant: "person" as const,
      find: findPerson(name, !lastNames.has(lastWord(name).toLowerCase())),
    })),
  ];
  const taken = pieces.map(({ text }) => ours.flatMap((find) => find(text)));
  return sought.flatMap(({ variant, find }) => {
    const places = pieces.flatMap(({ text }, piece) =>
      find(text).flatMap((range) => {
        const within = ({ start, end }: TextRange) => start <= range.start && range.end <= end;
        // "Oak Lodge" of another home hides its alias "Oak"; what the home itself is called hides both.
        if (taken[piece]?.some(within)) return [];
        taken[piece]?.push(range);
        return [{ piece, words: text.slice(range.start, range.end) }];
      }),
    );
    const [first] = places;
    if (first === undefined) return [];
    const more = places.length - 1;
    const again =
      more === 0 ? "" : ` It stands here ${more === 1 ? "twice" : `${more + 1} times`}.`;
    const args = { variant, name: first.words, again };
    const finding = makeFinding("other-home-name", args, { reference: first.words });
    return [{ piece: first.piece, finding }];
  });
}
