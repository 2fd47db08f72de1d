// Takes what was met in a Word document that is no text, or no text any more; gives the problems a reader should know of.
import type { Problem } from "../../document.ts";
import { groupBy } from "../../lists.ts";
import type { Loss, LossKind } from "./reader.ts";

/** Places that one message names. */
const mostNamed = 5;
/** Words of a text that a message repeats, in characters. */
const longestWords = 120;

const kinds: Record<LossKind, { code: string; one: string; many: string; advice: string }> = {
  deletion: {
    code: "tracked-deletion",
    one: "A tracked deletion is left out",
    many: "tracked deletions are left out",
    advice: "Accept or reject the changes in Word to settle it.",
  },
  insertion: {
    code: "tracked-insertion",
    one: "A tracked insertion is taken as text",
    many: "tracked insertions are taken as text",
    advice: "Accept or reject the changes in Word to settle it.",
  },
  comment: {
    code: "comment-not-read",
    one: "A comment is not read",
    many: "comments are not read",
    advice: "",
  },
  picture: {
    code: "picture-not-read",
    one: "A picture stands there whose words cannot be read",
    many: "pictures stand there whose words cannot be read",
    advice: "Give it an alternative text in Word, or write out what it says.",
  },
  embedded: {
    code: "embedded-text-not-read",
    one: "A text of another format that is put in there is not read",
    many: "texts of other formats that are put in there are not read",
    advice: "Open the file in Word and save it again, which makes it part of the text.",
  },
  hidden: {
    code: "hidden-text",
    one: "Text that Word does not show is left out",
    many: "pieces of text that Word does not show are left out",
    advice: "",
  },
  struck: {
    code: "struck-text",
    one: "Struck-through text is left out",
    many: "pieces of struck-through text are left out",
    advice: "",
  },
};

/** One problem a kind, what changes the text first, with the places in order. */
export function describeLosses(losses: readonly Loss[]): Problem[] {
  const groups = groupBy(losses, ({ kind }) => kind);
  return (Object.keys(kinds) as LossKind[]).flatMap((kind) => {
    const group = groups.get(kind);
    if (!group) return [];
    const { code, one, many, advice } = kinds[kind];
    const named = group.slice(0, mostNamed).map(placeOf);
    const more = group.length - named.length;
    const places = named.join("; ") + (more > 0 ? `; and ${more} more` : "");
    const head = group.length === 1 ? one : `${group.length} ${many}`;
    const pages = [...new Set(group.flatMap(({ page }) => page ?? []))];
    return { code, pages, message: `${head}: ${places}.${advice ? ` ${advice}` : ""}` };
  });
}

function placeOf({ kind, words, under, page }: Loss): string {
  const where = under === null ? "at the start" : `under “${cut(under)}”`;
  const saved = page === null ? "" : `, page ${page} as last saved`;
  const shown = words === "" || kind === "picture" ? "" : ` (“${cut(words)}”)`;
  const what = kind === "picture" && words !== "picture" ? ` (${words})` : "";
  return `${where}${saved}${shown}${what}`;
}

function cut(text: string): string {
  const folded = text.replace(/\s+/g, " ");
  return folded.length <= longestWords ? folded : `${folded.slice(0, longestWords).trimEnd()} …`;
}
