// Takes the old and the new text of a provision; gives the words that changed, with those around them.
import { diffWords } from "../text/align-words.ts";
import { groupNeighbours } from "../lists.ts";
import { bareText } from "./normal-text.ts";

/** A stretch that reads otherwise; one side is empty where words were only added or left out. */
export interface ChangedWords {
  readonly old: string;
  readonly new: string;
  /** Up to three words right before and behind, which both texts share. */
  readonly before: string;
  readonly after: string;
}

const around = 3;
/** Words between two changes that are told as one. */
const near = 2;

/** In the order of the text; what locks do not compare (white space, hyphens) is no change here either. */
export function findChangedWords(old: string, fresh: string): ChangedWords[] {
  const [left, right] = [old, fresh].map((text) => text.split(" ").filter((word) => word !== ""));
  if (left === undefined || right === undefined) return [];
  const hunks = diffWords(left.map(bareText), right.map(bareText));
  const stretches = groupNeighbours(hunks, (hunk, _, last) => hunk.oldFrom - last.oldTo <= near);
  return stretches
    .map((group) => {
      const [first, last] = [group[0], group.at(-1) ?? group[0]];
      return {
        old: left.slice(first.oldFrom, last.oldTo).join(" "),
        new: right.slice(first.newFrom, last.newTo).join(" "),
        before: left.slice(Math.max(0, first.oldFrom - around), first.oldFrom).join(" "),
        after: left.slice(last.oldTo, last.oldTo + around).join(" "),
      };
    })
    .filter((change) => bareText(change.old) !== bareText(change.new));
}
