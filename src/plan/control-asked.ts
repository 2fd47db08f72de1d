// Takes what is asked of a document; tells whether it asks for what documents say of themselves (version, review, approval),
// and which of their fields answers.
import { setOfWords } from "../lists.ts";
import { contentStemList } from "../text/content-stems.ts";

/** What may be asked of a document itself: each line one thing, in the words that fields and questions have for it. */
const things: readonly ReadonlySet<string>[] = [
  "version edition revision issue draft",
  "approve approved approval ratified adopted signed agreed",
  "author wrote written write prepared drafted",
  "owner owns owned responsible",
  "review reviewed reviewing revised updated",
  "issued published issue",
  "effective force",
  "expire expires expiry",
].map((words) => new Set([...setOfWords(words)].flatMap((word) => contentStemList(word))));

/** Words that say of such a thing which, of whom or when. */
const around = new Set(
  contentStemList(
    "date last next due again latest current currently number no when who what is it document policy procedure plan file copy day year month come up get have by need needs",
  ),
);
const coming = /\b(?:next|due|again|expir\w+)\b/i;

/** What is asked of the document itself and of nothing else; null where the question is after anything else. */
export interface ControlAsked {
  readonly stems: ReadonlySet<string>;
  /** When it is due, not when it last was. */
  readonly coming: boolean;
}

export function readControlAsked(topic: string): ControlAsked | null {
  const stems = contentStemList(topic);
  const asked = things.filter((thing) => stems.some((stem) => thing.has(stem)));
  const known = stems.every((stem) => around.has(stem) || asked.some((thing) => thing.has(stem)));
  if (asked.length === 0 || !known) return null;
  return { stems: new Set(asked.flatMap((thing) => [...thing])), coming: coming.test(topic) };
}

/** 0 where a field is not what is asked for. */
export function answersControl(field: string, asked: ControlAsked): number {
  const [first = ""] = field.split(/[:\d[]/);
  const isOfIt = contentStemList(`${first} ${field}`.slice(0, 40)).some((stem) =>
    asked.stems.has(stem),
  );
  if (!isOfIt) return 0;
  return coming.test(field) === asked.coming ? 1 : 0.4;
}
