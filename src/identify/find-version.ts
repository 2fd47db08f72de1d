// Takes a document's front; gives the version it states.
import type { Authority } from "../document.ts";
import { monthName, toIso } from "./find-date.ts";
import { readableName } from "./find-title.ts";
import type { Front } from "./front.ts";

/** Before a year in a title these make it the year of a law, a period or a date, and not of an edition. */
const notEditions = new RegExp(
  `^(?:acts?|regulations?|orders?|rules|to|and|in|of|from|since|until|${monthName})$`,
  "i",
);

/** Null where none is clearly stated. Legislation is named by its number: `SI 2015/541`, `2004 c. 31`. */
export function findVersion(front: Front, title: string, authority: Authority): string | null {
  if (authority === "legislation") return legislationNumber(front.opening);
  const note = /^Version note:.*\b(\d{4}-\d\d-\d\d)\b/im.exec(front.opening)?.[1];
  if (note && toIso(note)) return `as at ${note}`;
  const cover = front.cover.map((line) => line.text).join("\n");
  const stated =
    /^\W{0,2}Version(?: (?:no\.?|number))?[:| ]+v?(\d+(?:\.\d+)*[a-z]?|draft \d+)(?=\s*(?:$|[,;|(–-]))/im.exec(
      cover,
    )?.[1];
  const named = /\bversion (\d+(?:\.\d+)*)\b|\sv(\d+(?:\.\d+)*)$/i.exec(readableName(front.file));
  const edition = /^.{8,}?(\p{L}+)\s((?:19|20)\d\d)(?=$|:\s)/u.exec(title);
  const year = edition && !notEditions.test(edition[1] ?? "") ? edition[2] : null;
  return stated ?? named?.[1] ?? named?.[2] ?? year ?? null;
}

function legislationNumber(opening: string): string | null {
  const instrument = /^(\d{4}) No\. (\d+)/m.exec(opening);
  if (instrument) return `SI ${instrument[1]}/${instrument[2]}`;
  const act = /^(\d{4}) CHAPTER (\d+)/m.exec(opening);
  return act ? `${act[1]} c. ${act[2]}` : null;
}
