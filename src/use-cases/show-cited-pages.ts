// Takes the sources of a report; gives the pages that they name, drawn from the corpus with the quotes placed in them.
import type { Text } from "../export/blocks.ts";
import type { CitedPage } from "../export/html/pages/cited-page.ts";
import { canDrawPages, lookGuarded } from "../extract/pdf/guarded-look.ts";
import type { PictureLimits } from "../extract/pdf/draw-page.ts";
import type { SeenPage } from "../extract/pdf/look-at-pages.ts";
import type { Library, LibraryDocument } from "../library/library.ts";
import { groupBy } from "../lists.ts";
import { readUnchanged } from "./read-unchanged.ts";
import { readSourceLine } from "../text/report-frame.ts";

interface PagesDeps {
  readonly library: Library;
  readonly corpus: string;
  readonly signal: AbortSignal;
}

/** A page of a file, or a section of one without pages. */
interface Place {
  readonly document: LibraryDocument;
  readonly page: number | null;
  readonly section: string | null;
  readonly sources: readonly number[];
  readonly quotes: readonly string[];
}

/** Most bytes of all pictures of a report, and of one: a report of 3 MB can still be sent and opened. */
const most = { all: 2_000_000, one: 110_000 };
/** More pages are shown as text. */
const mostDrawn = 60;
/** Of the longer side, in pixels: print of 9 points can be read. */
const side = 1300;

const notDrawn = {
  missing:
    "Shown as text: to draw pages, install the package @napi-rs/canvas (npm install @napi-rs/canvas).",
  changed: "The file has changed since it was indexed: nothing is shown of it.",
  failed: "Shown as text: this page cannot be drawn.",
};

/** Pages in the order in which the text lists them; sources that the library does not hold have none. */
export async function showCitedPages(text: Text, deps: PagesDeps): Promise<CitedPage[]> {
  const places = findPlaces(text, deps.library.documents);
  const drawn = await drawPlaces(places, deps);
  let bytes = 0;
  const pages: CitedPage[] = [];
  for (const place of places) {
    const { document, sources, quotes } = place;
    const look = drawn.get(place);
    const fits = (size: number) => (bytes += size) <= most.all;
    const picture = look?.seen?.picture;
    const isShown = picture !== null && picture !== undefined && fits(picture.bytes.length);
    const isPdf = place.page !== null && isPdfFile(document);
    const note = look?.isChanged === true ? notDrawn.changed : noteOf(isShown, isPdf);
    pages.push({
      sources,
      file: document.file,
      page: place.page,
      name: nameOf(place),
      picture: isShown ? picture : null,
      text: isShown || look?.isChanged === true ? [] : await readPlace(place, deps.library),
      quotes: quotes.map((quote, at) => ({ text: quote, rects: look?.seen?.rects[at] ?? [] })),
      note,
    });
  }
  return pages;
}

function noteOf(isShown: boolean, isPdf: boolean): string | null {
  if (isShown || !isPdf) return null;
  return canDrawPages() ? notDrawn.failed : notDrawn.missing;
}

/** Several lists of sources may name one page: it is shown once. */
function findPlaces(text: Text, documents: readonly LibraryDocument[]): Place[] {
  const named = text.sources.flatMap(({ line, quotes }, source) => {
    const read = readSourceLine(line);
    const document = documents.find(({ file }) => file === read?.file);
    if (read === null || document === undefined) return [];
    return [{ document, page: read.page, section: read.section, source, quotes }];
  });
  const groups = groupBy(named, ({ document, page, section }) =>
    JSON.stringify([document.file, page, section]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { document, page, section } = first;
    const quotes = [...new Set(group.flatMap((one) => one.quotes.map(withoutMarks)))];
    return [{ document, page, section, sources: group.map(({ source }) => source), quotes }];
  });
}

/** The words between the quotation marks. */
function withoutMarks(quote: string): string {
  return quote.replaceAll(/^["“]|["”]$/g, "").trim();
}

function nameOf({ document, page, section }: Place): string {
  if (page !== null) return `${document.short}, page ${page}`;
  return section === null ? document.short : `${document.short}, “${section}”`;
}

function isPdfFile({ file }: LibraryDocument): boolean {
  return /\.pdf$/i.test(file);
}

interface Look {
  readonly seen: SeenPage | null;
  /** The file is not the one that was indexed, or is gone. */
  readonly isChanged: boolean;
}

async function drawPlaces(
  places: readonly Place[],
  { corpus, signal }: PagesDeps,
): Promise<Map<Place, Look>> {
  const inPdfs = places.filter(({ page, document }) => page !== null && isPdfFile(document));
  const chosen = inPdfs.slice(0, mostDrawn);
  const share = Math.floor(most.all / Math.max(1, chosen.length));
  const limits: PictureLimits | null = canDrawPages()
    ? { type: "image/webp", side, bytes: Math.min(most.one, share) }
    : null;
  const drawn = new Map<Place, Look>();
  for (const group of groupBy(chosen, ({ document }) => document.id).values()) {
    const [first] = group;
    const bytes = first && (await readUnchanged(corpus, first.document));
    if (!bytes) {
      for (const place of group) drawn.set(place, { seen: null, isChanged: true });
      continue;
    }
    const wanted = group.map(({ page, quotes }) => ({ page: page ?? 1, quotes }));
    const seen = await lookGuarded({ bytes, wanted, limits }, signal);
    for (const place of group) {
      const found = seen.find(({ page }) => page === place.page) ?? null;
      drawn.set(place, { seen: found, isChanged: false });
    }
  }
  return drawn;
}

/** What the library holds of the page or section, a line each. */
async function readPlace({ document, page, section }: Place, library: Library): Promise<string[]> {
  const passages = await library.passagesOf(document.id);
  return passages
    .filter(({ trail }) => page !== null || section === null || trail.at(-1) === section)
    .flatMap(({ text, spans }) =>
      spans
        .filter((span) => page === null || span.page === page)
        .map(({ start, end }) => text.slice(start, end).replaceAll(/\s+/g, " ").trim()),
    );
}
