// Takes the rows of a document's outline; gives its contents: headings and titled provisions with their pages.
import type { OutlineRow } from "../library/library.ts";
import { nameAddress } from "../references/nearest.ts";

/** A line of contents. */
export interface OutlineEntry extends Pick<
  OutlineRow,
  "kind" | "locator" | "title" | "page" | "pageEnd" | "standing"
> {
  /** 0 for the outermost. */
  readonly depth: number;
  /** First and last of the numbered paragraphs right below it that have no line of their own. */
  readonly paragraphs: { readonly from: string; readonly to: string } | null;
}

const lesser: ReadonlySet<OutlineRow["kind"]> = new Set(["document", "definition", "footnote"]);

/** @param rows all of one document, in order of ordinal */
export function readOutline(rows: readonly OutlineRow[]): OutlineEntry[] {
  const depths = new Map<number, number>();
  const entries: OutlineEntry[] = [];
  for (const row of rows) {
    const around = row.parent === null ? -1 : (depths.get(row.parent) ?? -1);
    const listed = isListed(row);
    depths.set(row.ordinal, listed ? around + 1 : around);
    if (!listed) continue;
    const { ordinal, kind, locator, title, page, pageEnd, standing } = row;
    const paragraphs = kind === "quotation" ? null : listParagraphs(rows, ordinal);
    const quoted =
      kind === "quotation"
        ? `quoted: ${row.quotes === null ? "another document" : nameAddress(row.quotes)}`
        : title;
    entries.push({
      depth: around + 1,
      kind,
      locator,
      title: quoted,
      page,
      pageEnd,
      paragraphs,
      standing,
    });
  }
  return entries;
}

/** Whatever has a title, boxes that quote the law, and numbered units of legislation that have none. */
function isListed({ kind, title, locator }: OutlineRow): boolean {
  if (lesser.has(kind)) return false;
  if (title !== null || kind === "quotation") return true;
  return (
    locator !== null && ["regulation", "section", "article", "schedule", "annex"].includes(kind)
  );
}

/** Numbers of a heading's own paragraphs: "10.1" to "10.7". */
function listParagraphs(rows: readonly OutlineRow[], parent: number): OutlineEntry["paragraphs"] {
  const own = rows.filter((row) => row.parent === parent && row.kind === "paragraph");
  const from = own[0]?.locator ?? null;
  const to = own.at(-1)?.locator ?? null;
  return from === null || to === null ? null : { from, to };
}
