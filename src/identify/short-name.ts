// Takes a document's title; gives a short name for citations.
import { wordsOf } from "./words-of.ts";

/** Short names are no longer than this, in characters: enough for a regulation's name with its year. */
const longestShort = 44;

/**
 * How citations name a document: its title, without what is not needed to know it. An acronym is used only where the
 * title itself gives it.
 */
export function shortName(title: string): string {
  const whole = title.replace(/^The\s+(?=\p{Lu})/u, "").trim();
  const named = givenAcronym(whole);
  if (named.length <= longestShort) return named;
  const main = /^(.{12,}?)(?::\s|\s[–—-]\s|\s\()/.exec(named)?.[1] ?? named;
  return main.length <= longestShort ? main : cutAtWord(main);
}

/** `Social care framework (SCF): homes` → `SCF: homes`, when the letters are the initials of the words before them. */
function givenAcronym(title: string): string {
  const found = /^(.+?)\s*\((\p{Lu}{3,8})\)(.*)$/u.exec(title);
  const [before, letters, after] = [found?.[1] ?? "", found?.[2] ?? "", found?.[3] ?? ""];
  const initials = wordsOf(before)
    .map((word) => word[0]?.toUpperCase())
    .join("");
  return letters !== "" && initials.endsWith(letters) ? `${letters}${after}`.trim() : title;
}

function cutAtWord(text: string): string {
  const cut = text.slice(0, longestShort + 1).replace(/\s+\S*$/, "");
  return cut.replace(
    /(?:[\s,;:–—-]+(?:of|the|and|or|for|to|in|on|with|a|an|by|from|including))*[\s,;:–—-]*$/i,
    "",
  );
}
