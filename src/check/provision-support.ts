// Takes a document's provisions; gives one of them, or a page, as a support: its text, and what it hangs from.
import { piecesOf, trailOf, type Piece } from "../chunk/pieces.ts";
import type { Span } from "../chunk/passage.ts";
import type { Provision } from "../structure/provision.ts";
import { namedPlaces } from "../verify/read-evidence.ts";
import type { Support } from "../verify/statement.ts";
import type { LoadedDocument } from "./report-library.ts";

/** A provision with everything under it. Empty text when nothing of it stands any more. */
export function provisionSupport(
  { info, provisions }: Pick<LoadedDocument, "info" | "provisions">,
  provision: Provision,
): Support {
  const pieces = piecesOf(provisions, provision);
  return {
    document: info,
    text: joinPieces(pieces),
    leadIn: leadInOf(provisions, provision),
    page: provision.page,
    pageEnd: provision.pageEnd,
    places: namedPlaces([provision, ...pieces]),
    trail: trailOf(provisions, provision),
    standing: standingOf(provisions, provision),
  };
}

function joinPieces(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text, continues }, i) => (i === 0 ? text : `${continues ? " " : "\n"}${text}`))
    .join("");
}

/** Own text of the enclosing clauses up to the place where the provision hangs from them; null when there is none. */
function leadInOf(provisions: readonly Provision[], provision: Provision): string | null {
  const leads: string[] = [];
  let inner = provision;
  while (inner.parent !== null) {
    const outer = provisions[inner.parent];
    if (outer === undefined || outer.kind === "document" || outer.kind === "heading") break;
    leads.unshift(...textBefore(outer, inner.ordinal));
    inner = outer;
  }
  const text = leads.join(" ").trim();
  return text === "" ? null : text;
}

function textBefore(outer: Provision, child: number): string[] {
  const texts: string[] = [];
  for (const item of outer.content) {
    if ("child" in item) {
      if (item.child === child) break;
    } else texts.push(item.text);
  }
  // Only what leads in counts: a whole sentence before a list of its own stands by itself.
  const last = texts.at(-1);
  return last !== undefined && /[—–:]\s*$/.test(last) ? [last] : [];
}

function standingOf(provisions: readonly Provision[], provision: Provision): Provision["standing"] {
  let at: Provision | undefined = provision;
  while (at !== undefined) {
    if (at.standing !== "current") return at.standing;
    at = at.parent === null ? undefined : provisions[at.parent];
  }
  return "current";
}

/** What stands on a page, in the order of the text. Null when no passage of the document has text on it. */
export function pageSupport({ info, passages }: LoadedDocument, page: number): Support | null {
  const texts: string[] = [];
  const onPage: Span[] = [];
  const trail: string[] = [];
  let standing: Support["standing"] | null = null;
  for (const passage of passages) {
    const spans = passage.spans.filter((span) => span.page === page);
    if (spans.length === 0) continue;
    texts.push(...spans.map(({ start, end }) => passage.text.slice(start, end)));
    onPage.push(...spans);
    trail.push(...passage.trail);
    if (standing === null || passage.standing === "current") standing = passage.standing;
  }
  if (texts.length === 0) return null;
  return {
    document: info,
    text: texts.join("\n"),
    leadIn: null,
    page,
    pageEnd: page,
    places: namedPlaces(onPage),
    trail: [...new Set(trail)],
    standing: standing ?? "current",
  };
}
