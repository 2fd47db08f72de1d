// Takes a document or file and the homes; tells whose it is, and whether a run for one of them may see it: the client wall.
import type { Authority } from "../document.ts";
import { isBelow, liesIn } from "../files/lies-in.ts";
import { setOfWords } from "../lists.ts";
import { findInQuestion } from "./find-name.ts";
import type { Home, HomeChoice, Homes } from "./homes.ts";

/** Law and what is issued for all homes is for all, whatever folder it lies in. */
const forAll = setOfWords("legislation statutory-guidance inspection");

/** The home in whose folder a file of the corpus lies; null where it lies in none. @param file path below the corpus */
export function ownerOf(file: string, list: readonly Home[]): Home | null {
  return list.find(({ inCorpus }) => inCorpus.some((folder) => isBelow(file, folder))) ?? null;
}

/** The home in whose folder a file anywhere lies. @param path absolute, with its links followed */
export function ownerOfPath(path: string, list: readonly Home[]): Home | null {
  // Letters with accents are written otherwise on some disks than in charm.yaml.
  const lies = (folder: string) => liesIn(path.normalize("NFC"), folder.normalize("NFC"));
  return list.find(({ folders }) => folders.some(lies)) ?? null;
}

/** Whether a run sees own documents of this home. */
export function isSeen(home: Home, choice: HomeChoice): boolean {
  return choice.kind === "all" || (choice.kind === "one" && choice.home === home);
}

/**
 * A run for one home sees what is for all, what is the home's, and what lies in no home's folder, which is the
 * provider's. A run for none sees nothing of the provider's own.
 */
export function isInScope(
  { file, authority }: { readonly file: string; readonly authority: Authority },
  { list, choice }: Homes,
): boolean {
  if (choice.kind === "all" || forAll.has(authority)) return true;
  const owner = ownerOf(file, list);
  if (owner !== null) return choice.kind === "one" && owner === choice.home;
  return choice.kind === "one" || authority !== "own";
}

/** Whether a file of which only the path is known may be named: it may not be another home's. */
export function mayBeNamed(file: string, { list, choice }: Homes): boolean {
  const owner = ownerOf(file, list);
  return choice.kind !== "one" || owner === null || owner === choice.home;
}

/** Whether a text names a home that the run is not for, or a file or folder of one. */
export function namesOthers(text: string, { list, choice }: Homes): boolean {
  if (choice.kind !== "one") return false;
  const others = list.filter((home) => home !== choice.home);
  return others.some(
    ({ name, aliases, inCorpus }) =>
      inCorpus.some((folder) => holdsWhole(text, folder)) ||
      [name, ...aliases].some((each) => findInQuestion(each, text).length > 0),
  );
}

/** Names and aliases of the homes that a run is for. */
export function namesInScope({ list, choice }: Homes): string[] {
  const seen = choice.kind === "one" ? [choice.home] : choice.kind === "all" ? list : [];
  return seen.flatMap(({ name, aliases }) => [name, ...aliases]);
}

/** As a word of its own, not as a part of one. */
function holdsWhole(text: string, words: string): boolean {
  const at = text.indexOf(words);
  if (words === "" || at < 0) return false;
  const rest = text.slice(at + words.length);
  const whole = !/[\p{L}\p{N}]$/u.test(text.slice(0, at)) && !/^[\p{L}\p{N}]/u.test(rest);
  return whole || holdsWhole(rest, words);
}

/** The homes by another choice. */
export function chooseAnew(homes: Homes, choice: HomeChoice): Homes {
  return { ...homes, choice };
}
