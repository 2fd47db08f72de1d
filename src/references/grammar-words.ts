// Closed lists of words that the grammar of references rests on.
import { setOfWords } from "../lists.ts";
import type { Instrument } from "./reference.ts";
import type { Token } from "./tokens.ts";

/** What a word before a number makes of it. */
export interface Head {
  /** Key of the addresses it leads to. */
  readonly key: string;
  readonly plural: boolean;
  /** Too short or common to count unless the number follows at once, with at most a full stop between. */
  readonly short: boolean;
}

/** Words that name a kind of provision, one or several of it. */
const headWords: readonly (readonly [key: string, singular: string, plural: string])[] = [
  ["reg", "regulation reg", "regulations regs"],
  ["s", "section sec s", "sections ss"],
  ["art", "article art", "articles arts"],
  ["rule", "rule", "rules"],
  ["clause", "clause", "clauses"],
  ["sch", "schedule sch sched", "schedules schs"],
  ["part", "part pt", "parts"],
  ["chapter", "chapter ch", "chapters"],
  ["annex", "annex annexe", "annexes"],
  ["appendix", "appendix", "appendices"],
  ["para", "paragraph para", "paragraphs paras"],
  ["page", "page p", "pages pp"],
  ["fn", "footnote fn", "footnotes"],
  ["standard", "standard", "standards"],
];

const shortHeads = setOfWords("sec s ss art arts pt ch p pp fn");

/** Heads by lower-case word. */
export const heads: ReadonlyMap<string, Head> = new Map(
  headWords.flatMap(([key, singular, plural]) => [
    ...toHeads(key, singular, false),
    ...toHeads(key, plural, true),
  ]),
);

/** What a token that is such a word makes of the number after it. */
export function headOf(token: Token | undefined): Head | undefined {
  return token === undefined ? undefined : heads.get(token.lower);
}

function toHeads(key: string, words: string, plural: boolean): (readonly [string, Head])[] {
  return words.split(" ").map((word) => [word, { key, plural, short: shortHeads.has(word) }]);
}

/** Heads that only ever lead to bracketed labels, found from where the text stands. */
export const relativeHeads: ReadonlyMap<string, "sub-paragraph" | "subsection"> = new Map([
  ["sub-paragraph", "sub-paragraph"],
  ["sub-paragraphs", "sub-paragraph"],
  ["subparagraph", "sub-paragraph"],
  ["subparagraphs", "sub-paragraph"],
  ["sub-para", "sub-paragraph"],
  ["subsection", "subsection"],
  ["subsections", "subsection"],
  ["sub-section", "subsection"],
  ["sub-sections", "subsection"],
]);

export const instrumentWords: ReadonlyMap<string, Instrument> = new Map([
  ["act", "act"],
  ["regulations", "regulations"],
  ["order", "order"],
  ["rules", "rules"],
  ["bill", "bill"],
  ["convention", "convention"],
]);

const numberWords = "one two three four five six seven eight nine ten eleven twelve".split(" ");

/** "two" → 2; null for other words. */
export function numberOfWord(word: string): number | null {
  const index = numberWords.indexOf(word.toLowerCase());
  return index < 0 ? null : index + 1;
}

/** Words after a number that make it a quantity, not the number of a provision. */
export const quantityWords: ReadonlySet<string> = setOfWords(
  "am pm hour hours hr hrs minute minutes min mins day days week weeks month months year years fortnight litre litres " +
    "liter liters ml kg kgs kilogram kilograms gram grams mg metre metres meter meters cm mm km mile miles percent per " +
    "pence pounds gbp million billion thousand hundred times",
);

/** Month names; with a capital, since "may" and "march" are words too. */
export const months: ReadonlySet<string> = setOfWords(
  "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug " +
    "Sept Sep Oct Nov Dec",
);

/** Words before a decimal that make it something else: a version, an amount. */
export const nonParagraphLeads: ReadonlySet<string> = setOfWords(
  "version versions v ver edition release revision rev build gbp usd eur aged score scored rating average mean median " +
    "ratio figure fig table level grade band tel telephone phone fax node release",
);

/** Nouns that follow a reference and say which matter of it is meant. */
export const topicWords: ReadonlySet<string> = setOfWords(
  "visit visits visitor visitors report reports reporting monitoring review reviews notification notifications " +
    "notifiable event events incident incidents order orders enquiry enquiries inquiry inquiries investigation " +
    "investigations assessment assessments accommodation agreement agreements check checks certificate certificates " +
    "application applications audit audits inspection inspections consent plan plans meeting meetings duty duties",
);

/** Two-letter words in brackets that are no labels. */
export const notLabels: ReadonlySet<string> = setOfWords(
  "am an as at be by do eg eu go he ie if in is it me my no of on or pm so to uk up us we",
);

/** Words that begin a remark in brackets rather than the heading of the provision before it. */
export const remarkStarts: ReadonlySet<string> = setOfWords(
  "which that who whose as see e.g eg ie i.e for if where when including and or but by in of on to not now formerly " +
    "also with from is are was were has have had may must should shall will can being both all any each it they this " +
    "these those there page pages paragraph paragraphs paragraphs p pp para paras regulation regulations section " +
    "sections schedule schedules annex amended inserted substituted revoked",
);
