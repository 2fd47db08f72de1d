// What the embedder and full text see of a passage: its text with the names that say where it stands.
import type { Passage } from "./passage.ts";

/** Words of headings in front of a passage; more would drown its text. */
const mostTrailWords = 30;

/** Short name, headings and text; the names are never quoted. */
export function indexedText(short: string, passage: Pick<Passage, "trail" | "text">): string {
  const trail = passage.trail.filter(
    (title, i) => title !== passage.trail[i - 1] && title !== short,
  );
  const words = [short, ...trail].join(". ").split(/\s+/);
  // The innermost headings say most, the short name stands first whatever is cut.
  const kept =
    words.length <= mostTrailWords
      ? words
      : [...short.split(/\s+/), ...words.slice(-mostTrailWords)];
  return `${kept.join(" ")}. ${passage.text}`;
}
