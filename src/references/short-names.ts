// Collects the short names that a text defines for documents: "the Children Act 1989 (“the 1989 Act”)".
import { findMentions } from "./document-mentions.ts";
import { foldName, indexNames } from "./names.ts";
import type { DocumentMention } from "./reference.ts";
import { tokenise } from "./tokens.ts";

/** Short names by their folded form (`1989 act`, `regulations`), each with the document it stands for. */
export type ShortNames = ReadonlyMap<string, DocumentMention>;

/** How far a definition may stand from the name, in characters. */
const reach = 90;

const behind =
  /^[\s\d]{0,10}\([^()“”"‘’]{0,40}[“"‘']\s*(?:the\s+)?([A-Z0-9][^“”"‘’'()]{1,40})[”"’']/;
const before =
  /[“"‘']\s*(?:the\s+)?([^“”"‘’']{2,40})[”"’']\s*\)?\s+(?:means?|is|are|refers?)\s+(?:to\s+)?(?:sections\s+of\s+|references\s+to\s+)?(?:the\s+)?$/;

const namesDocument =
  /\b(?:Act|Regulations|Order|Rules|Guide|Handbook|Code|Framework)\b|^[A-Z][A-Za-z&]*[A-Z]/;

/** Short names defined in a text, the first definition of each counting. Linear in the length of the text. */
export function collectShortNames(text: string): ShortNames {
  const tokens = tokenise(text);
  const names = new Map<string, DocumentMention>();
  for (const { mention, from, to } of findMentions(text, tokens, indexNames([]))) {
    if (!["title", "number", "name", "abbreviation"].includes(mention.kind)) continue;
    const start = tokens[from]?.start ?? 0;
    const end = tokens[to - 1]?.end ?? start;
    const defined = [
      behind.exec(text.slice(end, end + reach))?.[1],
      before.exec(text.slice(Math.max(0, start - reach), start))?.[1],
    ];
    for (const name of defined) {
      if (name === undefined || !namesDocument.test(name)) continue;
      const key = foldName(name);
      if (!names.has(key)) names.set(key, mention);
    }
  }
  return names;
}
