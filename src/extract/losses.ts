// Takes the words that a reader leaves out and the parts that it cannot read, as it meets them; gives them as an
// extraction tells of them: the words for a person to look at, and a problem for each kind, with its places.
import type { Problem } from "../document.ts";
import { groupBy } from "../lists.ts";
import { openBudget, type RepeatBudget } from "./flow/repeats.ts";
import type { Extraction, LeftOut } from "./page.ts";

type Part = "inserted" | "picture" | "chart" | "object" | "embedded" | "note" | "formula";

/** Why words are left out, or what stands there unread. */
export type LossKind = LeftOut["reason"] | Part;

interface Loss {
  readonly kind: LossKind;
  readonly text: string;
  /** Heading above it as far as the file's own looks tell; null above the first. */
  readonly under: string | null;
  /** As `Page.number`. */
  readonly page: number | null;
}

export interface Losses {
  readonly list: Loss[];
  /** Problems of other kinds. */
  readonly problems: Problem[];
  /** Text of the heading last met, in formats that flow. */
  under: string | null;
  /** Whether what comes next goes on with the last piece that was left out. */
  isOpen: boolean;
  /** What the document may still write out again. */
  readonly repeats: RepeatBudget;
}

interface LossPlace {
  readonly page?: number | null;
  /** Whether pieces that follow each other for one reason are one, as the words of a paragraph are. */
  readonly joins?: boolean;
}

/** Places that one message names. */
const mostNamed = 5;
/** Words of a text that a message repeats, in characters. */
const longestWords = 120;

const settle = "Accept or reject the changes to settle it.";
const look = "charm show --left-out prints all that is left out.";
const write = "Write out what it says; in Word, an alternative text will do.";
const save = "Open the file in the program that made it and save it again.";
/** What changes the text comes first, `%` where more than one adds an s. Furniture of the page needs no telling. */
const told: readonly (readonly [
  LossKind,
  code: string,
  what: string,
  fate: string,
  advice: string,
])[] = [
  ["deleted", "tracked-deletion", "tracked deletion%", "left out", settle],
  ["inserted", "tracked-insertion", "tracked insertion%", "taken as text", settle],
  ["comment", "comment-not-read", "comment%", "not read", ""],
  ["note", "speaker-note-not-read", "speaker's note%", "not read", ""],
  ["picture", "picture-not-read", "picture%", "not read", write],
  ["chart", "chart-not-read", "chart%", "not read", write],
  ["object", "object-not-read", "embedded object%", "not read", write],
  ["embedded", "embedded-text-not-read", "embedded text% of another format", "not read", save],
  ["formula", "formula-not-read", "formula% without a stored result", "not read", save],
  ["hidden", "hidden-text", "piece% of hidden text", "left out", look],
  ["invisible", "invisible-text", "piece% of text that cannot be seen", "left out", look],
  ["struck", "struck-text", "piece% of struck-through text", "left out", look],
];
/** What stands in the text all the same, or has no words. */
const parts: ReadonlySet<LossKind> = new Set<Part>([
  "inserted",
  "picture",
  "chart",
  "object",
  "embedded",
  "note",
  "formula",
]);

/** @param repeats of the document, where it is being read already */
export function openLosses(repeats: RepeatBudget = openBudget()): Losses {
  return { list: [], problems: [], under: null, isOpen: false, repeats };
}

/** Text of white space alone is no loss. */
export function leaveOut(
  losses: Losses,
  kind: LeftOut["reason"] | "inserted",
  text: string,
  { page = null, joins = false }: LossPlace = {},
): void {
  const last = losses.list.at(-1);
  if (joins && losses.isOpen && last?.kind === kind && last.page === page) {
    losses.list.splice(-1, 1, { ...last, text: `${last.text}${text}` });
  } else if (text.trim() !== "") {
    losses.list.push({ kind, text, under: losses.under, page });
    losses.isOpen = joins;
  }
}

/** A paragraph ends: what is left out after it is another piece. */
export function endPiece(losses: Losses): void {
  losses.isOpen = false;
}

/** Something stands there whose words are not read. */
export function noteUnread(
  losses: Losses,
  kind: Part | "comment",
  { page = null, count = 1 }: { readonly page?: number | null; readonly count?: number } = {},
): void {
  for (let at = 0; at < count; at += 1)
    losses.list.push({ kind, text: "", under: losses.under, page });
}

/** @param saved whether pages are those of a word processor that last saved the file */
export function tellLosses(
  { list, problems }: Pick<Losses, "list" | "problems">,
  { saved = false }: { readonly saved?: boolean } = {},
): Pick<Extraction, "leftOut" | "problems"> {
  const tidied = list.map((loss) => ({ ...loss, text: loss.text.replace(/\s+/g, " ").trim() }));
  const groups = groupBy(tidied, ({ kind }) => kind);
  return {
    leftOut: tidied.flatMap(({ kind, text, page }) =>
      text === "" || !isReason(kind) ? [] : [{ page, text, reason: kind }],
    ),
    problems: [
      ...problems,
      ...told.flatMap(([kind, code, what, fate, advice]) => {
        const group = groups.get(kind) ?? [];
        const count = group.length;
        if (count === 0) return [];
        const things = `${count} ${what.replace("%", count === 1 ? "" : "s")}`;
        const head = `${things} ${count === 1 ? "is" : "are"} ${fate}`;
        const pages = [...new Set(group.flatMap(({ page }) => page ?? []))];
        return [{ code, pages, message: `${head}: ${namePlaces(group, saved)}. ${advice}`.trim() }];
      }),
    ],
  };
}

function isReason(kind: LossKind): kind is LeftOut["reason"] {
  return !parts.has(kind);
}

function namePlaces(group: readonly Loss[], saved: boolean): string {
  const places = [...new Set(group.map((loss) => placeOf(loss, saved)))];
  const more = places.length - mostNamed;
  return places.slice(0, mostNamed).join("; ") + (more > 0 ? `; and ${more} more` : "");
}

function placeOf({ kind, text, under, page }: Loss, saved: boolean): string {
  const where = [
    ...(under === null ? [] : [`under “${cut(under)}”`]),
    ...(page === null ? [] : [`page ${page}${saved ? " as last saved" : ""}`]),
  ];
  const place = where.length === 0 ? "before any heading" : where.join(", ");
  // What nobody sees on a page may be put there to be repeated.
  return text === "" || kind === "invisible" ? place : `${place} (“${cut(text)}”)`;
}

function cut(text: string): string {
  return text.length <= longestWords ? text : `${text.slice(0, longestWords).trimEnd()} …`;
}
