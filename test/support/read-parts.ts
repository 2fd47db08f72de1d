// Writes the parts of a drafted line down, so that a test can say what is a name, what is quoted and where a gap shows.
import type { DraftLine } from "../../src/draft/draft.ts";
import { quotedText } from "../../src/draft/line-parts.ts";

/** "name: Guide 10.12", "words: :", "strong: Law:", "quote: …", "gap", "blank: date". */
export function readParts({ parts }: Pick<DraftLine, "parts">): string[] {
  return parts.map((part) => {
    switch (part.kind) {
      case "gap":
        return part.kind;
      case "quote":
        return `quote: ${quotedText(part.quote)}`;
      case "blank":
        return `blank: ${part.label}`;
      case "words":
        return `${part.strong === true ? "strong" : "words"}: ${part.text}`;
      default:
        return `name: ${part.text}`;
    }
  });
}
