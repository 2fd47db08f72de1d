// Takes the pieces of a home's document and the names of other homes; tells where one of these stands in it.
import { makeFinding, type Finding } from "../../findings/finding.ts";
import { findHomeName, findPerson, lastWord, mayHold, wordsOf } from "../../homes/find-name.ts";
import type { OtherNames } from "../../homes/other-names.ts";
import { firstOfEach, setOfWords } from "../../lists.ts";
import { isLeftBlank, keyOfHomeName } from "../../settings/fold-home-name.ts";
import { contentStopWords, searchStopWords } from "../../text/stop-words.ts";
import type { TextRange } from "../../text/sentences.ts";
import type { Piece } from "./policy.ts";

interface Found {
  readonly piece: number;
  readonly finding: Finding;
}

/** One finding for each name, at its first place. */
export function checkOtherHomes(
  pieces: readonly Piece[],
  { homes, people, own }: OtherNames,
): Found[] {
  const ours = own.map(findHomeName);
  const lastNames = new Set(own.map((name) => lastWord(name).toLowerCase()));
  // The longest first: "Oak Lodge" is not the alias "Oak".
  const byLength = homes.toSorted((a, b) => b.length - a.length);
  const words = wordsOf(pieces.map(({ text }) => text));
  const sought = [
    ...byLength.map((name) => ({ variant: "home" as const, find: findHomeName(name) })),
    ...people
      .filter((name) => mayHold(words, name))
      .map((name) => ({
        variant: "person" as const,
        find: findPerson(name, !lastNames.has(lastWord(name).toLowerCase())),
      })),
  ];
  const called = findCalled(pieces, own);
  const taken = pieces.map(({ text }) => ours.flatMap((find) => find(text)));
  const named = sought.flatMap(({ variant, find }) => {
    const places = pieces.flatMap(({ text }, piece) =>
      find(text).flatMap((range) => {
        const within = ({ start, end }: TextRange) => start <= range.start && range.end <= end;
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
  // What is known to be another home's name is told as such.
  const known = new Set(named.map(({ finding }) => finding.reference));
  return [...named, ...called.filter(({ finding }) => !known.has(finding.reference))];
}

/** "Name of home: Ash Cottage", in a paragraph or a row of two cells. */
const label =
  /^(?:the )?(?:name of (?:the )?(?:children[’']?s[’']? )?home|home(?:[’']s)? name)\s*[:|]\s*(.+)$/i;
/** Words of other labels, which stand beside one in the head of a table. */
const ofLabels = setOfWords(
  "address authority contact date email individual manager name number organisation person post postcode provider role signature telephone title urn version",
);

/** "All homes". */
function isVague(first: string): boolean {
  return first !== "the" && searchStopWords.has(first);
}

/** @param own names of the home, itself the first */
function findCalled(pieces: readonly Piece[], own: readonly string[]): Found[] {
  const [name = ""] = own;
  const found = pieces.flatMap(({ text }, piece) => {
    const called = label.exec(text)?.[1]?.trim() ?? "";
    const words = called.match(/[\p{L}\p{N}’'-]+/gu) ?? [];
    const isName =
      words.some((word) => word.length > 2) &&
      words.length <= 5 &&
      !isVague(words[0]?.toLowerCase() ?? "") &&
      !/[|[\]_<>«]/.test(called) &&
      !isLeftBlank(called) &&
      words.every((word) => /^\p{Lu}/u.test(word) || contentStopWords.has(word)) &&
      !words.some((word) => ofLabels.has(word.toLowerCase()));
    const folded = keyOfHomeName(called);
    const isOurs = own.some((each) => {
      const ours = keyOfHomeName(each);
      return folded.includes(ours) || ours.includes(folded);
    });
    if (!isName || isOurs) return [];
    const args = { variant: "called", name: called, own: name } as const;
    return [{ piece, finding: makeFinding("other-home-name", args, { reference: called }) }];
  });
  return firstOfEach(found, ({ finding }) => finding.reference ?? "");
}
