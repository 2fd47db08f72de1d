// Takes a question; tells whether it asks for all of one kind of thing that the law requires: policies, records, notices.
import { setOfWords } from "../lists.ts";

/** A kind of thing that provisions require, and how they say it. */
export interface Survey {
  /** Words to search full text for. */
  readonly words: string;
  /** What a sentence that requires one says. */
  readonly pattern: RegExp;
}

const duty = "\\b(?:must|shall|should|is required to|are required to)\\b";

function kind(words: string, verbs: string, things: string): Survey {
  return {
    words,
    pattern: new RegExp(
      `${duty}[^.;]{0,80}?\\b(?:${verbs})\\b[^.;]{0,120}?\\b(?:${things})\\b`,
      "i",
    ),
  };
}

const made =
  "prepare|implement|establish|have|compile|produce|make|operate|set out|put in place|provide|specify|take";
const policies = kind(
  "policy policies procedure procedures statement arrangements precautions prepare implement establish compile",
  made,
  "polic(?:y|ies)|procedures?|statement|arrangements?|precautions?|children['’]s guide|protocols?",
);
const records = kind(
  "records record register accounts keep maintain kept retain",
  "keep|kept|maintain(?:ed)?|make|made|retain(?:ed)?|record(?:ed)?|preserved?",
  "records?|register|accounts?|case records?",
);
const notices = kind(
  "notify notification notice inform HMCI placing authority without delay",
  "notify|notified|give notice|inform(?:ed)?|notification",
  "HMCI|Ofsted|authority|authorities|police|person|persons|board",
);
const plans = kind(
  "plan plans assessment review prepare",
  `${made}|review`,
  "plans?|assessments?|reviews?|risk assessments?",
);
const reports = kind(
  "report reports review produce written HMCI copy",
  "produce|make|prepare|provide|complete|submit|send|supply",
  "reports?|reviews?",
);

const kinds: readonly (readonly [RegExp, Survey])[] = [
  [/\b(?:policies|procedures)\b/i, policies],
  [/\b(?:records|registers)\b/i, records],
  [/\b(?:notifications|notices|events? to notify)\b/i, notices],
  [/\b(?:plans|assessments)\b/i, plans],
  [/\breports\b/i, reports],
];

/** Words that say nothing of which policies or records are meant. */
const general = setOfWords(
  "please list outline name set out summarise summarize give draft what which are is the a an all of any our we us you i they and or to in on at for by " +
    "from with must should shall need needs have has had do does be been being it its that there this these those each every other " +
    "essential mandatory statutory required require requires requirement requirements necessary main key legal legally written different types type kinds kind full complete " +
    "policies policy procedures procedure records record registers register notifications notification notices notice plans plan assessments assessment reports report documents document " +
    "keep kept keeping make made produce produced prepare prepared maintain maintained place before after opening open opens register registering registration registered start starting " +
    "according under law laws regulation regulations act guide guidance children children's home homes home's england english ofsted provider providers new run running expected " +
    "hold held send sent give given write wrote",
);

/**
 * "List the essential policies and procedures we must have before opening": all of a kind, and no subject by which
 * some are meant. "Which records must we keep of medicines?" is a question like any other. Null for those.
 */
export function readSurvey(question: string): Survey | null {
  const text = question.replaceAll("’", "'");
  const words = text.toLowerCase().match(/[a-z]+(?:'[a-z]+)?/g) ?? [];
  if (words.some((word) => !general.has(word))) return null;
  return kinds.find(([asked]) => asked.test(text))?.[1] ?? null;
}
