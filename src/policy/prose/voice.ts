// Takes a sentence; tells whether it says that somebody of the home does something, rather than that it is to be done.
import { findActors } from "../../verify/duty-holders.ts";
import { readModals } from "../../verify/modality.ts";

/** Clauses behind one of these say when, why or who, and not what is asked for. */
const subordinate =
  /^\W*(?:if|when|whenever|where|wherever|once|before|after|until|unless|while|because|since|as|so that|who|which|that|whom|whose)\b/i;
/** Where one clause may end and another begin. */
const joints = /[,;:]\s+(?:and |but |so |then |or )?|\s+(?:and|but|so|then)\s+/g;
/** People of the home, and the home itself, as the subject of a clause. */
const ofHome =
  /^\W*(?:at \w[\w’' ]*?,? )?(?:(?:the|our|all|each|every|both|any|its|night|day|senior|duty|on-call|care|other|of) )*(?:we|staff|team|workers?|managers?|keyworkers?|leaders?|seniors?|deput(?:y|ies)|nobody|everybody|everyone|somebody|colleagues?|adults?)\b/i;
const homeActors = new Set([
  "registered-person",
  "registered-provider",
  "registered-manager",
  "responsible-individual",
  "home",
  "staff",
]);

/** @param label the words lead to a place to complete, and need no word for what is asked for */
export function tellsAsDone(text: string, { label = false } = {}): boolean {
  const clauses = splitClauses(text);
  const main = clauses.filter((clause) => !subordinate.test(clause));
  if (!label && !main.some(asks)) return true;
  return main.some((clause) => hasHomeSubject(clause) && !asks(clause));
}

function splitClauses(text: string): string[] {
  return text.split(joints).filter((clause) => clause.trim() !== "");
}

/** A word for what is asked for stands in the clause, and not only behind a "which". */
function asks(clause: string): boolean {
  const behind = clause.search(/\s(?:who|which|whom|whose)\b/i);
  return readModals(behind < 0 ? clause : clause.slice(0, behind)).length > 0;
}

function hasHomeSubject(clause: string): boolean {
  if (ofHome.test(clause)) return true;
  const [first] = findActors(clause);
  return (
    first !== undefined &&
    homeActors.has(first.actor) &&
    /^\W*(?:(?:the|our|a|an|all|each|every|any|at) )*$/i.test(clause.slice(0, first.start))
  );
}

/** "Who reads it: …", "The person who reads it is …": words that name what stands in the place behind them. */
export function isLabel(words: string): boolean {
  const bare = words.replace(/^[\s…]+$/, "");
  return bare === "" || /(?::|\b(?:is|are))\s*…[\s.;]*$/i.test(bare);
}
