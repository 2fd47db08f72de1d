// Takes a place and what became of it; gives it as programs and readers are told of it.
import { namePlace } from "../place/name-place.ts";
import { pageKindOf, type PageKind } from "../document.ts";
import type { ChangedWords } from "./changed-words.ts";
import type { PlaceChange, PlaceKind } from "./compare-place.ts";
import type { LockedPlace, PolicyPlace } from "./lock.ts";

/** What became of one place: part of the JSON contract of `charm status`. */
export interface ToldChange extends PageKind {
  readonly kind: PlaceKind;
  /** As a reader cites it; of what stands under no number, how it begins. */
  readonly name: string;
  readonly file: string;
  readonly locator: string | null;
  readonly page: number | null;
  /** Where it stands now; null where it is gone. */
  readonly now: {
    readonly name: string;
    readonly file: string;
    readonly locator: string | null;
    readonly page: number | null;
    /** Edition: version and date as the document states them. */
    readonly version: string | null;
    readonly date: string | null;
  } | null;
  readonly words: readonly ChangedWords[];
  /** Questions of the report that rest on it; empty for policies. */
  readonly questions: readonly number[];
  /** Where in the policy; empty for reports. */
  readonly sections: readonly PolicyPlace[];
}

/** Words by which a quote is known. */
const opening = 8;

export function tellChange(
  place: LockedPlace,
  { kind, now, words }: PlaceChange,
  where: Pick<ToldChange, "questions" | "sections">,
): ToldChange {
  const { document, locator, page } = place;
  const there = now && {
    name: nameOf(now.document.short, now, now.text),
    file: now.document.file,
    locator: now.locator,
    page: now.page,
    version: now.document.version,
    date: now.document.date,
  };
  return {
    kind,
    name: nameOf(document.short, place, place.text),
    file: document.file,
    locator,
    page,
    ...pageKindOf({ file: document.file, pages: page }),
    now: there,
    words,
    ...where,
  };
}

function nameOf(
  short: string,
  place: Pick<LockedPlace, "locator" | "address">,
  text: string,
): string {
  if (place.locator !== null) return namePlace(short, place);
  const words = text.split(" ");
  const more = words.length > opening ? " …" : "";
  return `${short}, “${words.slice(0, opening).join(" ")}${more}”`;
}

/** "“should” became “must” (the manager … ensure that)". */
export function describeWords({ old, new: fresh, before, after }: ChangedWords): string {
  const told =
    old === ""
      ? `“${fresh}” was added`
      : fresh === ""
        ? `“${old}” was taken out`
        : `“${old}” became “${fresh}”`;
  const place = [before, "…", after].filter((part) => part !== "").join(" ");
  return place === "…" ? told : `${told} (${place})`;
}

/** One line: what became of which place, with the words that changed, at most so many of them. */
export function describeChange(change: ToldChange, most = 3): string {
  const { kind, name, page, now, words } = change;
  const where = page === null ? name : `${name} (page ${page})`;
  switch (kind) {
    case "moved":
      return `${where} stands, in the same words, ${describeMove(change)}.`;
    case "gone":
      return `${where} is no longer in the library.`;
    case "superseded": {
      const told = now === null ? "has no such place" : describeAll(words, most) || "says the same";
      const edition = now === null ? "A newer edition" : `A newer edition (${now.file})`;
      return `${where}: ${edition} ${now === null ? told : `is held: ${told}`}.`;
    }
    case "read-otherwise":
      return `${where} is read otherwise by this version of charm; the file is the same.`;
    case "changed": {
      const other = now !== null && now.locator !== change.locator ? ` (now ${now.name})` : "";
      return `${where} changed${other}: ${describeAll(words, most) || "its words are others"}.`;
    }
    default:
      return where;
  }
}

function describeMove({ name, file, page, now }: ToldChange): string {
  if (now === null) return "elsewhere";
  const parts = [
    ...(now.page === page || now.page === null ? [] : [`on page ${now.page}`]),
    ...(now.name === name ? [] : [`as ${now.name}`]),
    ...(now.file === file ? [] : [`in ${now.file}`]),
  ];
  return parts.length === 0 ? "in another edition" : parts.join(", ");
}

function describeAll(words: readonly ChangedWords[], most: number): string {
  const told = words.slice(0, most).map(describeWords);
  const rest = words.length - told.length;
  return [...told, ...(rest > 0 ? [`and ${rest} more`] : [])].join("; ");
}

/** " Rests on it: section “Records”, page 3; …"; empty for reports. */
export function describeSections({ sections }: Pick<ToldChange, "sections">): string {
  const told = sections.map(({ section, page }) =>
    [
      section === null ? "its beginning" : `section “${section}”`,
      ...(page === null ? [] : [`page ${page}`]),
    ].join(", "),
  );
  return told.length === 0 ? "" : ` See ${told.join("; ")}.`;
}
