// Takes what is asked for, the documents and the homes; refuses what means own documents of a home that the run is not for.
import { CharmError } from "../errors.ts";
import { findHomeName } from "../homes/find-name.ts";
import type { Home, Homes } from "../homes/homes.ts";
import { nameHomes } from "../homes/open-homes.ts";
import { chooseAnew, isInScope } from "../homes/scope.ts";
import { readMeant, saysOurs } from "../plan/meant-documents.ts";
import type { NamedDocument } from "../plan/document-names.ts";
import { findMentions } from "../plan/mentions.ts";
import { findFitting } from "../show/find-document.ts";
import type { TextRange } from "../text/sentences.ts";

type Document = NamedDocument & { readonly file: string };

/**
 * With several homes and none named, a question that says "we" or "our", or that means own documents of any home, can only
 * be answered from the documents of one. In a run for one home, a question that names another is not answered from the documents of that one.
 * @throws CharmError `home-unnamed`, `other-home-asked`
 */
export function refuseUnnamedHome(
  questions: readonly string[],
  documents: readonly Document[],
  homes: Homes,
): void {
  const { list, choice } = homes;
  if (choice.kind === "all") return;
  if (choice.kind === "one") {
    if (!questions.some((question) => namesAnother(question, choice.home, list))) return;
    throw new CharmError(
      "other-home-asked",
      `The question names another home than ${choice.home.name}, for which this run is.`,
      { hint: "Ask it with that home after --home, or leave its name out." },
    );
  }
  const asked = questions.find((question) => meansOwn(question, documents, homes));
  if (asked !== undefined) throw homeUnnamed(`“${asked}” means a home's own documents`, list);
}

/**
 * @param names of documents, as they are typed
 * @throws CharmError `home-unnamed` for one that is known only among those left out
 */
export function refuseUnnamedDocuments(
  names: readonly string[],
  documents: readonly Document[],
  homes: Homes,
): void {
  if (homes.choice.kind !== "none") return;
  const inScope = documents.filter((document) => isInScope(document, homes));
  const left = names.find(
    (name) => findFitting(inScope, name).length === 0 && findFitting(documents, name).length > 0,
  );
  if (left !== undefined) throw homeUnnamed(`“${left}” is among own documents`, homes.list);
}

/** @param what stands before the list of homes */
export function homeUnnamed(what: string, list: readonly Home[]): CharmError {
  const [first] = list;
  return new CharmError(
    "home-unnamed",
    `${what}, and charm.yaml has several homes: ${nameHomes(list)}.`,
    { hint: `Say which with --home NAME, such as  --home "${first?.name}"` },
  );
}

function meansOwn(question: string, documents: readonly Document[], homes: Homes): boolean {
  if (saysOurs(question) || homes.list.some((home) => placesOf(home, question).length > 0))
    return true;
  // Alike documents of several homes bear alike names, by which none of them is meant alone.
  return homes.list.some((home) => {
    const theirs = chooseAnew(homes, { kind: "one", home });
    const seen = documents.filter((document) => isInScope(document, theirs));
    return readMeant(question, seen)?.ours === true || asksOf(question, seen);
  });
}

/** "Does the missing policy fit regulation 34?" is asked of the policy; whether it must be there, of the law. */
function asksOf(question: string, documents: readonly Document[]): boolean {
  const [first] = findMentions(question, documents);
  if (first === undefined) return false;
  const opens = /^\s*(?:do|does|did|is|are|was|were|has|have)\s*$/i.test(
    question.slice(0, first.start),
  );
  return opens && !/\b(?:must|should|shall|needs?|have to|required?|requires)\b/i.test(question);
}

/** In questions names of several words are typed in small letters too. */
function placesOf({ name, aliases }: Home, question: string): TextRange[] {
  return [name, ...aliases].flatMap((each) =>
    each.includes(" ")
      ? findHomeName(each.toUpperCase())(question.toUpperCase())
      : findHomeName(each)(question),
  );
}

/** "Oak Tree House" does not name the home Oak where it is what this one is called. */
function namesAnother(question: string, home: Home, list: readonly Home[]): boolean {
  const own = placesOf(home, question);
  return list
    .filter((other) => other !== home)
    .flatMap((other) => placesOf(other, question))
    .some((place) => !own.some(({ start, end }) => start <= place.start && place.end <= end));
}
