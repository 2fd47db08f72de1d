// Takes a sentence; gives the part of it that is made up to show what a rule means, and asserts nothing.
import type { TextRange } from "../text/sentences.ts";
import { readModals } from "./modality.ts";

const opening =
  /^\W*(?:(?:if|when|where|suppose|say|take|imagine),? )?(?:for (?:example|instance)|e\.g\.)/i;
/** "… after the visit, so a report on 3 March is due before April is out" */
const following = /[,;:—–] (?:so|thus|for (?:example|instance),?) an? /i;

/**
 * "For example, if a boy of fourteen is excluded on 3 May, staff must …": all up to what must, should or may be so. Null
 * where nothing is made up.
 */
export function findMadeUp(sentence: string): TextRange | null {
  const example = following.exec(sentence);
  if (example !== null) return { start: example.index, end: sentence.length };
  if (!opening.test(sentence)) return null;
  const end = readModals(sentence)[0]?.start ?? sentence.length;
  return { start: 0, end };
}
