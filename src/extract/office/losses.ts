// Takes the words that a reader leaves out and the parts that it cannot read; gives them as an extraction tells of them.
import type { Problem } from "../../document.ts";
import type { Extraction, LeftOut } from "../page.ts";

/** What a reader leaves out while it reads. */
export interface Losses {
  readonly leftOut: LeftOut[];
  /** How many parts of each kind are not read, by page or by place: `on sheet “Rota”`; "" for somewhere. */
  readonly unread: Map<UnreadKind, Map<string, UnreadPlace>>;
  readonly problems: Problem[];
  /** Whether what comes next goes on with the last piece that was left out. */
  isOpen: boolean;
}

type UnreadKind = keyof typeof unreadWords;

interface UnreadPlace {
  count: number;
  readonly page: number | null;
}

const unreadWords = {
  comments: ["comment is", "comments are", "not quoted"],
  notes: ["speaker's note is", "speaker's notes are", "not quoted"],
  pictures: ["picture is", "pictures are", "not read"],
  charts: ["chart is", "charts are", "not read"],
  objects: ["embedded object is", "embedded objects are", "not read"],
  formulas: [
    "formula has no",
    "formulas have no",
    "stored result, so that nothing is quoted for it",
  ],
} as const;

const reasonWords: Partial<Record<LeftOut["reason"], string>> = {
  hidden: "Hidden text was left out",
  struck: "Struck-through text was left out",
  deleted: "Text that a tracked change deletes was left out",
};

export function openLosses(): Losses {
  return { leftOut: [], unread: new Map(), problems: [], isOpen: false };
}

/**
 * Text of white space alone is no loss.
 * @param joins whether pieces that follow each other for one reason are one, as the words of a paragraph are
 */
export function leaveOut(
  losses: Losses,
  reason: LeftOut["reason"],
  text: string,
  { page = null, joins = false }: { page?: number | null; joins?: boolean } = {},
): void {
  const last = losses.leftOut.at(-1);
  if (joins && losses.isOpen && last?.reason === reason && last.page === page) {
    losses.leftOut.splice(-1, 1, { ...last, text: `${last.text}${text}` });
  } else if (text.trim() !== "") {
    losses.leftOut.push({ page, text, reason });
    losses.isOpen = joins;
  }
}

/** A paragraph ends: what is left out after it is another piece. */
export function endPiece(losses: Losses): void {
  losses.isOpen = false;
}

export function countUnread(
  losses: Losses,
  kind: UnreadKind,
  { where = "", page = null, count = 1 }: { where?: string; page?: number | null; count?: number },
): void {
  if (count === 0) return;
  const places = losses.unread.get(kind) ?? new Map<string, UnreadPlace>();
  losses.unread.set(kind, places);
  const key = page === null ? where : String(page);
  const place = places.get(key) ?? { count: 0, page };
  places.set(key, place);
  place.count += count;
}

/** The same extraction, with what was left out and a problem for each reason. */
export function withLosses(extraction: Extraction, losses: Losses): Extraction {
  const leftOut = losses.leftOut.map((left) => ({ ...left, text: tidy(left.text) }));
  return {
    ...extraction,
    leftOut: [...extraction.leftOut, ...leftOut],
    problems: [
      ...extraction.problems,
      ...losses.problems,
      ...Object.keys(reasonWords).flatMap((reason) => tellReason(leftOut, reason)),
      ...[...losses.unread].map(([kind, places]) => tellUnread(kind, places)),
    ],
  };
}

function tellReason(leftOut: readonly LeftOut[], reason: string): Problem[] {
  const texts = leftOut.filter((left) => left.reason === reason);
  if (texts.length === 0) return [];
  const some = texts.slice(0, 3).map(({ text }) => `“${shorten(text)}”`);
  const more = texts.length > 3 ? ` and ${texts.length - 3} more` : "";
  const message = `${reasonWords[reason as LeftOut["reason"]]}: ${some.join(", ")}${more}.`;
  return [{ code: `${reason}-text`, pages: pagesOf(texts), message }];
}

function tellUnread(kind: UnreadKind, places: ReadonlyMap<string, UnreadPlace>): Problem {
  const count = [...places.values()].reduce((sum, place) => sum + place.count, 0);
  const [one, several, fate] = unreadWords[kind];
  const named = [...places].filter(([key, { page }]) => key !== "" && page === null);
  const some = named
    .slice(0, 5)
    .map(([key]) => key)
    .join(", ");
  const where = some === "" ? "" : ` (${some}${named.length > 5 ? ", …" : ""})`;
  return {
    code: `${kind}-not-read`,
    pages: pagesOf([...places.values()]),
    message: `${count} ${count === 1 ? one : several} ${fate}${where}.`,
  };
}

function pagesOf(list: readonly { readonly page: number | null }[]): number[] {
  return [...new Set(list.flatMap(({ page }) => (page === null ? [] : [page])))];
}

function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text;
}
