// Takes a document's front; gives the version it states.
import type { Authority } from "../document.ts";
import { readControlLines, type ControlLine } from "./control-lines.ts";
import type { Front } from "./front.ts";
import { monthName, toIso } from "./read-date.ts";
import { readableName } from "./readable-name.ts";

/** Before a year in a title these make it the year of a law, a period or a date, and not of an edition. */
const notEditions = new RegExp(
  `^(?:acts?|regulations?|orders?|rules|to|and|in|of|from|since|until|${monthName})$`,
  "i",
);

const number = "v?(\\d+(?:\\.\\d+)*[a-z]?|draft \\d+)";
const numbered = "(?: (?:no\\.?|number))?(?! of\\b)[:|. ]+";
/** What may follow: the end, punctuation, a date, or the label of the next thing in a line of several. */
const follows = `(?=\\s*(?:$|[,;|(–-]|(?:effective|from|issued?|approved|reviewed|dated|last)\\b)|\\s(?:\\d{1,2} )?${monthName}\\b|\\s\\d{1,2}[./]|\\s[A-Z][\\p{L} ]{2,30}:)`;
/** Opening its line. */
const opens = new RegExp(
  `^\\W{0,2}(?:(?:document|policy) )?(?:version|ver\\.)${numbered}${number}${follows}`,
  "iu",
);
/** With a colon, anywhere: `Ref: 12 Version No: 3`. */
const colon = new RegExp(
  `\\b(?:version|(?:issue|revision) (?:no\\.?|number))(?: (?:no\\.?|number))?: ?${number}${follows}`,
  "iu",
);
/** Anywhere in a line that is about the document. */
const within = new RegExp(
  `\\b(?:version|edition|issue|revision|ver\\.|rev\\.?)${numbered}${number}${follows}|(?<!licen[cs]e )\\bv\\.? ?(\\d+(?:\\.\\d+)*)\\b`,
  "iu",
);

/** Null where none is clearly stated. Legislation is named by its number: `SI 2015/541`, `2004 c. 31`. */
export function findVersion(front: Front, title: string, authority: Authority): string | null {
  if (authority === "legislation") return legislationNumber(front.opening);
  const note = /^Version note:.*\b(\d{4}-\d\d-\d\d)\b/im.exec(front.opening)?.[1];
  if (note && toIso(note)) return `as at ${note}`;
  const stated = readControlLines(front)
    .map(statedIn)
    .find((version) => version !== null);
  const alone = front.cover
    .map((line) => /^v\.? ?(\d+(?:\.\d+)*)$/i.exec(line.text.trim())?.[1])
    .find((version) => version !== undefined);
  const named = /\bversion (\d+(?:\.\d+)*)\b|\sv(\d+(?:\.\d+)*)\b/i.exec(readableName(front.file));
  const edition = /^.{8,}?(\p{L}+)\s((?:19|20)\d\d)(?=$|:\s)/u.exec(title);
  const year = edition && !notEditions.test(edition[1] ?? "") ? edition[2] : null;
  return stated ?? alone ?? named?.[1] ?? named?.[2] ?? year ?? null;
}

function statedIn({ text, control }: ControlLine): string | null {
  const found = opens.exec(text) ?? colon.exec(text) ?? (control ? within.exec(text) : null);
  return found?.[1] ?? found?.[2] ?? null;
}

function legislationNumber(opening: string): string | null {
  const instrument = /^(\d{4}) No\. (\d+)/m.exec(opening);
  if (instrument) return `SI ${instrument[1]}/${instrument[2]}`;
  const act = /^(\d{4}) CHAPTER (\d+)/m.exec(opening);
  return act ? `${act[1]} c. ${act[2]}` : null;
}
