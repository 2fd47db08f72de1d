// Words that do not tell one text from another; each reader of words leaves out those that say nothing to it.
import { setOfWords } from "../lists.ts";

/** Articles, pronouns, auxiliaries, modals and the commonest prepositions. */
const commonest =
  "a an and any are as at be been being but by can could did do does for from had has have having he her his " +
  "how i if in into is it its may me might more most must my no nor not of on once only or other our ours out " +
  "over own same shall she should so some such than that the their them then there these they this those to too " +
  "under until up very was we were what when where which who whom why will with would you your";
/** In a question they ask and in a search they are everywhere; in a sentence of law they can be what it turns on. */
const light = "about again all am between both don each few here just now s t us";
const joining = "doing hers him itself off theirs through upon while whose within without yours";

/** Stored phrases are made without them (search-stems.ts): with others every index would have to be built again. */
export const searchStopWords = setOfWords(`${commonest} ${light}`);

/** Where a question is compared with a sentence. Without the light words as well, answers got no better. */
export const contentStopWords = setOfWords(`${commonest} ${joining}`);

/** Words that say nothing of what a statement is about: those, words of any duty, words of citation. */
export const emptyWords = setOfWords(
  `${commonest} ${light} ${joining} ` +
    "above accordance according across after also before below cannot due during either ensure ensures ensuring " +
    "etc every following follows further however include included includes including least less like need needs " +
    "one onto others otherwise particular per provide provided provides regarding relation relevant required " +
    "requirement requirements requires respect said say saying says set sets state stated states stating " +
    "therefore two via way well whether act annex chapter clause guidance guide law legal legislation page para " +
    "paragraph paragraphs part reg regs regulation regulations schedule section sections standard standards " +
    "statutory sub subsection",
);
