// Takes a piece of a question; says whether it only asks for a judgement of what is asked before it: "… and is that lawful?".
import { setOfWords } from "../lists.ts";
import { contentStemList } from "../text/content-stems.ts";
import { auxiliaries } from "./split-joined.ts";

/** "Is", "how does", "what would": what follows is asked to be judged. */
const opening = new RegExp(
  `^(?:so\\s+)?(?:(what|how(?:\\s+well)?)\\s+)?(?:${auxiliaries})(?:n['’]t)?\\s+(.*?)[.?!\\s]*$`,
  "i",
);
/** Stands for what was asked before. */
const anaphor = /\b(?:that|this|it|they|them|these|those)\b/i;

/** Say that something is as it should be, or is not. */
const verdicts = new Set(
  contentStemList(
    "right wrong ok okay fine good bad allow permit permissible accept acceptable happy correct proper sufficient " +
      "adequate inadequate compliant appropriate reasonable valid satisfactory comply conform fit meet match satisfy " +
      "agree accord square compare breach break contradict exceed infringe pass fall short line against",
  ),
);
/** Whose stems are those of what they are judged by, and degrees: "often enough", "more often", "what the law wants". */
const verdict =
  /\b(?:(?:un)?lawful|(?:il)?legal|enough|too|more|less|fewer|better|\p{L}+er than|longer|shorter|sooner|later|earlier|higher|lower|in time)\b|^\S+ (?:what|as|how)\b/iu;

/** By what and by whom it is judged, and what these do. */
const judges = new Set(
  contentStemList(
    "law legal unlawful illegal legislation regulation guide guidance standard rule act statute statutory requirement " +
      "minimum maximum limit ofsted inspector inspection provision section paragraph schedule children's homes quality england",
  ),
);
const demands = new Set(contentStemList("require expect want ask demand say need"));
/** Of what there can be enough, or too much, and what says no more. */
const measures = setOfWords(
  "much many few little long short often soon quick quickly fast slow early late high low big small strict old young " +
    "frequent frequently regular regularly enough too more less fewer better longer shorter sooner later earlier " +
    "higher lower time about still really actually",
);

/**
 * It speaks of what was asked before, and all that it says of that is whether it is as it should be. "Is it recorded?" and
 * "does that go to Ofsted?" ask for something of their own.
 */
export function asksForJudgement(piece: string): boolean {
  const [, what, said = ""] = opening.exec(piece.trim()) ?? [];
  if (!anaphor.test(said)) return false;
  // "Are those times legal?": the noun only repeats what was asked.
  return [said, said.replace(demonstrated, "")].some((words) => onlyJudges(words, what));
}

const demonstrated = /^(?:that|this|these|those)\s+\p{L}+\s+(?=\p{L})/iu;

function onlyJudges(said: string, what: string | undefined): boolean {
  const words = said.toLowerCase().match(/\p{L}[\p{L}’'-]*/gu) ?? [];
  const stems = contentStemList(words.filter((word) => !measures.has(word)).join(" "));
  return (
    stems.every((stem) => verdicts.has(stem) || judges.has(stem) || demands.has(stem)) &&
    (verdict.test(said) ||
      stems.some((stem) => verdicts.has(stem) || (what !== undefined && judges.has(stem))))
  );
}
