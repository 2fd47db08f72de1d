// Reads how strongly a sentence speaks: what it demands, advises or allows, and what it forbids.
import type { TextRange } from "../text/sentences.ts";

export type Force = "must" | "should" | "may";

export interface Modal extends TextRange {
  readonly force: Force;
  /** Forbids rather than demands: "must not", "may not". */
  readonly negative: boolean;
  /** As written: `must not`, `is required to`. */
  readonly words: string;
  /** Whose duty it is stands before it ("X must"), or behind it ("requires X to"). */
  readonly bearer: "before" | "behind" | "none";
  /** False for words that may also tell of a need, a task or an inability: "needs to", "is responsible for". */
  readonly firm: boolean;
}

interface Form {
  readonly pattern: string;
  readonly force: Force;
  readonly bearer: Modal["bearer"];
}

/** Longest first where one begins with another. */
const forms: readonly Form[] = [
  {
    pattern: "may only|can only|may not|cannot|can ?not|can never|can['’]t",
    force: "must",
    bearer: "before",
  },
  { pattern: "must|shall", force: "must", bearer: "before" },
  {
    pattern:
      "(?:is|are|be|was|were) (?:legally |also |therefore )?(?:required|obliged|bound) to|(?:has|have) (?:a|the|an overall)? ?(?:legal |statutory )?dut(?:y|ies) to|(?:has|have) to|(?:needs?) to",
    force: "must",
    bearer: "before",
  },
  {
    pattern:
      "(?:is|are) (?:ultimately |legally |jointly |also |directly )?(?:responsible|accountable) for",
    force: "must",
    bearer: "before",
  },
  {
    pattern:
      "requires?|requiring|obliges?|requirements?|required|mandatory|compulsory|obligatory|essential|crucial|imperative|prohibited|forbidden|banned|unlawful|illegal|offence",
    force: "must",
    bearer: "none",
  },
  { pattern: "should|ought to", force: "should", bearer: "before" },
  {
    pattern: "(?:is|are) (?:also )?(?:expected|advised|encouraged|recommended) to",
    force: "should",
    bearer: "before",
  },
  {
    pattern:
      "expected|recommended|recommends?|expects?|expectations?|good practice|best practice|advisable|ideally",
    force: "should",
    bearer: "none",
  },
  {
    pattern:
      "(?:may|might) (?:well |also )?(?:have|need) to|may|might|(?:is|are) (?:free|permitted|allowed|entitled) to|need not|(?:is|are) not (?:required|obliged) to|(?:does|do) not (?:have|need) to|(?:does|do) not need|optional|at (?:its|their|the) discretion",
    force: "may",
    bearer: "before",
  },
  {
    pattern:
      "exempt(?:ed)? from|unnecessary|not (?:needed|necessary)|no need (?:to|for)|needs? no|no (?:[\\w’'-]+ ){1,6}?needs?(?: to| any)?|no (?:[\\w’'-]+ ){1,6}?(?:is|are) (?:needed|necessary)|excused from|waived",
    force: "may",
    bearer: "none",
  },
];

const anyModal = new RegExp(forms.map(({ pattern }) => `\\b(?:${pattern})(?!\\w)`).join("|"), "gi");
const matchers = forms.map((form) => ({
  ...form,
  match: new RegExp(`^(?:${form.pattern})$`, "i"),
}));

/** "not" directly behind, or one adverb away; "no person must" directly before. */
const negatedBehind =
  /^\s*(?:\w+ly\s+|also\s+|in any (?:case|circumstances)\s+)?(?:not|never|n['’]t)\b/i;
/** "must not be forgotten" demands as "must be remembered" does. */
const affirming =
  /^\s*(?:not|never)\s+(?:be\s+)?(?:forg[eo]t\w*|overlook\w*|ignor\w*|neglect\w*|fail\w*|omit\w*|left out|miss(?:ed)?|hesitate)\b/i;
const negatedBefore = /\b(?:no|nobody|no one|neither|nor|never)\s+(?:[\w’'-]+\s+){0,4}$/i;
/** Month and other nouns that look like modals. */
const notModal = /^(?:May|Must|Shall|Should)\b/;

const soft =
  /^(?:needs? to|cannot|can ?not|can never|can['’]t|(?:is|are) .*(?:responsible|accountable) for)$/i;

export function readModals(sentence: string): Modal[] {
  return [...sentence.matchAll(anyModal)].flatMap((match) => {
    const words = match[0];
    const start = match.index;
    const end = start + words.length;
    const form = matchers.find((entry) => entry.match.test(words));
    if (
      form === undefined ||
      isMonth(sentence, start, end) ||
      isInverted(sentence, start) ||
      isCompared(sentence, start)
    )
      return [];
    const behind =
      /^(?:requir|oblig)(?!.*ments?$)/i.test(words) && towards.test(sentence.slice(end));
    const bearer =
      (behind || laidOn.test(sentence.slice(start))) && form.bearer === "none"
        ? "behind"
        : form.bearer;
    const { force, negative } = judgeForce(form.force, words, sentence, start, end);
    const firm = bearer !== "none" && !soft.test(words);
    return [{ force, negative, words: words.toLowerCase(), start, end, bearer, firm }];
  });
}

/** "a requirement for the officer to …": the same. */
const laidOn = /^(?:requirement|duty|obligation) (?:for|on) [^.;:]{0,80}\bto\b/i;

const waiving =
  /^(?:need not|optional|required|mandatory|compulsory|(?:is|are|does|do) not |at |exempt|unnecessary|not ne|no |needs? no|excused|waived)/;

/** Says that something need not be: "optional", "is not required", "exempt from". A plain "may" is no such word. */
export function waives({ force, words }: Modal): boolean {
  return force === "may" && waiving.test(words);
}

/** "requires the registered person to …": whose duty it is follows. */
const towards = /^ [^.;:]{0,80}\bto\b/;

/** "may be appointed only if", "only a person who … may": what is allowed only so is forbidden otherwise. */
function isRestricted(sentence: string, start: number, end: number): boolean {
  const behind = /^[^.;:]*?\bonly\s+(?:if|when|where|with|after|by|in|for|to|on|once|as|until)\b/i;
  const before = /(?:^|[.;:,]\s*)(?:\([^)]*\)\s*)?only\b[^.;:,]*$/i;
  return behind.test(sentence.slice(end)) || before.test(sentence.slice(0, start));
}

/** "No measure that is excessive may be used" forbids, and forbidding binds; "may only" restricts without denying. */
function judgeForce(
  force: Force,
  words: string,
  sentence: string,
  start: number,
  end: number,
): Pick<Modal, "force" | "negative"> {
  // "No notice is required" leaves free; it demands nothing.
  if (
    /^(?:(?:is|are|be|was|were) )?(?:required(?: to)?|mandatory|compulsory|obligatory|essential)$/i.test(
      words,
    )
  ) {
    const free =
      negatedBefore.test(sentence.slice(0, start)) || /\bnot\s+$/i.test(sentence.slice(0, start));
    return { force: free ? "may" : force, negative: false };
  }
  if (force === "may" && waiving.test(words.toLowerCase())) return { force, negative: false };
  if (force === "may" && isRestricted(sentence, start, end))
    return { force: "must", negative: false };
  const around =
    (!affirming.test(sentence.slice(end)) && negatedBehind.test(sentence.slice(end))) ||
    negatedBefore.test(sentence.slice(0, start));
  const none = force === "may" && (around || /^(?:\([^)]*\)\s*)?no\b/i.test(sentence));
  const denying =
    /\b(?:may not|cannot|can ?not|can never|can['’]t|prohibited|forbidden|banned|unlawful|illegal|offence)\b/i;
  const negative = !/\bonly$/i.test(words) && (around || none || denying.test(words));
  return { force: none ? "must" : force, negative };
}

/** "1 May 2015", "in May": the month, not the verb. */
function isMonth(sentence: string, start: number, end: number): boolean {
  const words = sentence.slice(start, end);
  if (!notModal.test(words) || !words.startsWith("May")) return false;
  return (
    /\d\s*$|\b(?:in|of|since|by|until|from|to)\s+$/i.test(sentence.slice(0, start)) ||
    /^\s+\d/.test(sentence.slice(end))
  );
}

/** "Should a child die, …": a condition and no advice. */
function isInverted(sentence: string, start: number): boolean {
  return /^should\b[^?]*$/i.test(sentence.slice(start)) && !/\w/.test(sentence.slice(0, start));
}

/** Whether a text that begins with a modal and "not" affirms all the same: "must not be forgotten". */
export function affirms(text: string): boolean {
  return /^\w+ /.test(text) && affirming.test(text.slice(text.indexOf(" ")));
}

/** Whether a text that begins with a modal and "not" sets a limit, as affirming words do too: "must never go beyond what is necessary". */
export function bounds(text: string): boolean {
  return bounding.test(text);
}

const bounding =
  /^(?:\w+ )?(?:not|never) (?:exceed\w*|go (?:beyond|further than)|(?:be|last|take) (?:more|less|longer|greater|fewer) than)\b/i;

/** "is not enough": judges what was said, and denies nothing of a source. */
export function appraises(text: string): boolean {
  return /^\w+(?: not|n['’]t) (?:yet |quite )?(?:enough|sufficient|adequate|acceptable|compliant|in line|right|the same|what)\b/i.test(
    text,
  );
}

/** "half as often as it should be": measures, and demands nothing. */
function isCompared(sentence: string, start: number): boolean {
  return /\b(?:as|than) (?:it|they|this|that|he|she|you|we)\s+$/i.test(sentence.slice(0, start));
}

/** Words that deny or except: a text with one of them does not plainly affirm. */
const denial =
  /\b(?:not|no|never|nor|neither|none|nobody|nothing|without|cannot|except|excluding|excludes?|exempt\w*|unless|only|fails?|failing|failure|lacks?|prohibit\w*|forb\w+|refus\w+|prevent\w*|avoid\w*|stop\w*|refrain\w*|disqualif\w*|unfit|other than|rather than|instead|against|un(?:able|willing|lawful|suitable|necessary))\b|n['’]t\b/i;

/** Words as good as a denial: "inadequate" for "does not meet", "unlikely" for "will not". */
const inner =
  /\b(?:(?:im(?:possib|proper)|in(?:adequa|appropria|suffici|valid|complet))\w*|unlikely|rarely|seldom|hardly)\b/i;

export function deniesInWord(text: string): boolean {
  return inner.test(text);
}

export function denies(text: string): boolean {
  return denial.test(text);
}

/** The strongest force of some modals; null without any. */
export function strongest(modals: readonly Modal[]): Force | null {
  for (const force of ["must", "should", "may"] as const) {
    if (modals.some((modal) => modal.force === force)) return force;
  }
  return null;
}
