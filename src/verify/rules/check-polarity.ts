// Compares whether a sentence affirms or denies with whether the very words it was quoted from do.
import type { Finding } from "../../findings/finding.ts";
import { affirms, appraises, bounds, denies, deniesInWord, readModals } from "../modality.ts";
import { readQuantities } from "../../text/quantities.ts";
import { contentStems, contentWords } from "../../text/word-stems.ts";
import { findAgainst } from "./rule.ts";
import type { SourceUnit } from "../align.ts";
import type { Compared } from "./compared.ts";

/** "No report is published", "is not", "need not"; not "not only", "no later than", "whether or not". */
const denying =
  /\b(?:nobody|no one|none|neither|no(?! (?:later|more|less|fewer|sooner|doubt|matter|exceptions?)\b)|(?:is|are|does|do|has|have|was|were|will|must|need|may|should|can|shall) ?(?:not|never)\b(?! (?:only|just|least|later|less|more|always|all|every|necessarily)\b)|\w+n['’]t)\b/i;
/** As good as a denial. */
const unlikely = /\b(?:unlikely|no longer|rarely|seldom|hardly)\b/i;
/** Denies without a word that outright does. */
const negated = /\b(?:exclud\w*|bar(?:s|red)|bann\w*|ban|rul\w+ out|out of|free from|outside)\b/i;
/** What is denied behind one of these is told of something else. */
const subordinate =
  /\b(?:so that|such that|that|which|who|whom|whose|if|when|where|while|unless|until|because|though|although|whether|before|after|but|only|or|and)\b[^;:]*$/i;
/** "Nobody works as a nurse without …" demands; "need not be there on the first day" says when. */
const lifting =
  /\b(?:without|unless|except|other than|until)\b|^[^;:.]*\b(?:on the first day|at once|immediately|straight away|yet)\b/i;
const excepting = /\b(?:without|unless|except|other than|until)\b/i;
/** Words that have a denial in them, besides those that deny outright. */
const implied =
  /\bun(?!der|it|til|ion|ique|ivers|less)\w{4,}|\b(?:ceas|clos|end(?:s|ed)\b|absen|miss)\w*/i;

/** Only where the words quoted are known: what the rest of the piece denies is another matter. */
export function checkPolarity(compared: Compared): Finding[] {
  return [...findDenied(compared), ...findUndenied(compared)];
}

/** "give no deadline" of a source that gives none. */
const timeless =
  /^no (?:\w+ )?(?:deadline|time limit|time frame|timescale|period|number of (?:hours|days|weeks|months))\b/i;

function setsTime({ lead, text }: SourceUnit): boolean {
  return readQuantities(`${lead} ${text}`).some(({ kind }) => kind === "time");
}

/** What a quotation hangs from, and what stands before it in its own sentence. */
function wordsAhead({ lead, text }: SourceUnit, quoted: readonly string[]): string[] {
  const places = quoted.map((words) => text.indexOf(words.slice(0, sameBeginning)));
  return [lead, ...places.filter((at) => at > 0).map((at) => text.slice(0, at))];
}

/** Characters by which a quotation is found in its sentence. */
const sameBeginning = 20;

/** "is unlikely to take action", told as "will take action". */
function findUndenied({ claim, best }: Compared): Finding[] {
  const { sentence, supports } = claim;
  const quoted = supports.flatMap((support) => support.quoted ?? []);
  if (
    denies(sentence) ||
    deniesInWord(sentence) ||
    implied.test(sentence) ||
    negated.test(sentence)
  )
    return [];
  const stems = contentStems(sentence);
  const said = quoted.map((words) => {
    const denial = unlikely.exec(words) ?? denying.exec(words);
    if (denial === null || subordinate.test(words.slice(0, denial.index))) return null;
    const behind = words.slice(denial.index + denial[0].length);
    if (affirms(words.slice(denial.index)) || excepting.test(behind)) return null;
    const denied = contentWords(behind).slice(0, 2);
    return denied.some(({ stem }) => stems.has(stem)) ? denial[0] : null;
  });
  const [first] = said;
  if (first === undefined || first === null || said.includes(null)) return [];
  const args = { variant: "undenied", said: first } as const;
  return [findAgainst(claim, best.unit.support, "negation-changed", args, { severity: "warning" })];
}

function findDenied({ claim, mine, close, best }: Compared): Finding[] {
  const { sentence, supports } = claim;
  const quoted = supports.flatMap((support) => support.quoted ?? []);
  const denial = denying.exec(sentence);
  if (denial === null || quoted.length === 0) return [];
  const [claimed] = denial;
  if (subordinate.test(sentence.slice(0, denial.index))) return [];
  const behind = sentence.slice(denial.index);
  if (affirms(behind) || appraises(behind) || bounds(behind) || lifting.test(behind)) return [];
  if (timeless.test(behind) && !claim.units.some(setsTime)) return [];
  const ahead = close.flatMap(({ unit }) => (unit.quoted ? wordsAhead(unit, quoted) : []));
  const said = [...quoted, ...ahead];
  const allowed = quoted.some((words) =>
    readModals(words).some(({ force, negative }) => force === "may" && !negative),
  );
  // "Nobody may start" of what somebody "may permit"; who says when, or but for what, denies no more than that.
  const forbids =
    allowed && !mine.conditional && readModals(sentence).some(({ negative }) => negative);
  if (!forbids && said.some((words) => denies(words) || implied.test(words))) return [];
  const args = { variant: "denied", claimed } as const;
  const options = { reference: claimed, severity: "warning" } as const;
  return [findAgainst(claim, best.unit.support, "negation-changed", args, options)];
}
