// Takes a document of the catalogue; fetches its newest edition, or of legislation that of a day, checked to be what its name says.
import { escapeHtml } from "../text/escape-html.ts";
import type { CatalogueEntry } from "./catalogue.ts";
import { chooseFile, nameOf } from "./check-source.ts";
import type { HeldDocument } from "./find-held.ts";
import { readGovukPage, type GovukPage } from "./govuk.ts";
import { CharmError } from "../errors.ts";
import { addressAsAt, requireAsAt } from "./legislation-as-at.ts";
import type { PartialFile } from "./partial-file.ts";
import { isFileType, type WebAnswer } from "./read-answer.ts";
import type { Web } from "./web.ts";
import { refused } from "./web-faults.ts";

export interface FetchedEdition {
  /** As its publisher calls the file, with characters that every system takes. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where it came from. */
  readonly url: string;
  /** ISO day of the publisher's latest change, or on which the text stood so; null where it does not say. */
  readonly date: string | null;
  /** Whether it is the text of a day that was named, and not the newest. */
  readonly isDated: boolean;
}

export interface Fetching {
  readonly web: Web;
  /** ISO day of which the text is asked for, of legislation; null for the newest edition. */
  readonly asAt: string | null;
  /**
   * Opens what is kept of a download that was cut off. @param since when the edition appeared, in milliseconds since
   * 1970; null where nobody says @returns null where nothing can be kept
   */
  readonly openPartial: (asked: string, since: number | null) => Promise<PartialFile | null>;
}

/**
 * @throws CharmError `source-link-only` for what nobody licenses copies of, `source-undated` where a day is named and
 *   the publisher has no texts by days, `source-refused` where what comes is no whole file of its kind, and as `web`
 */
export async function fetchEdition(
  entry: CatalogueEntry,
  held: HeldDocument | null,
  fetching: Fetching,
): Promise<FetchedEdition> {
  const { at, id, url, title } = entry;
  const { asAt, web } = fetching;
  if (at.kind === "link") {
    throw new CharmError("source-link-only", `${title} is not fetched.`, {
      hint: `Its publisher licenses no copies. Save it yourself if you may: ${url}`,
    });
  }
  if (at.kind === "legislation") return fetchLaw(id, at.path, fetching);
  if (asAt !== null) {
    throw new CharmError("source-undated", `${title} is not published by days.`, {
      hint: `Only legislation.gov.uk is asked for texts of a day. Leave --as-at out for ${id}, or see ${url}`,
    });
  }
  return fetchPage(entry, await readGovukPage(at.path, web), held, fetching);
}

async function fetchLaw(id: string, path: string, fetching: Fetching): Promise<FetchedEdition> {
  const { asAt } = fetching;
  const address = addressAsAt(path, asAt);
  const answer = await fetchPdf(address, null, fetching);
  if (asAt === null)
    return {
      name: `${id}.pdf`,
      bytes: answer.bytes,
      url: address,
      date: null,
      isDated: false,
    };
  requireAsAt(answer.url, asAt);
  return {
    name: `${id}-${asAt}.pdf`,
    bytes: answer.bytes,
    url: answer.url,
    date: asAt,
    isDated: true,
  };
}

async function fetchPage(
  { id, url, title }: CatalogueEntry,
  page: GovukPage,
  held: HeldDocument | null,
  fetching: Fetching,
): Promise<FetchedEdition> {
  const date = page.changes[0]?.day ?? page.updated;
  const file = chooseFile(page, held);
  if (file !== null) {
    const { bytes } = await fetchPdf(file.url, page.changedAt, fetching);
    return { name: safeName(nameOf(file.url)), bytes, url: file.url, date, isDated: false };
  }
  if (page.body === null || page.body.trim() === "")
    throw refused(url, "there is neither a PDF nor a text on the page");
  const html = `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head><body>\n<h1>${escapeHtml(title)}</h1>\n${page.body}\n</body></html>\n`;
  return { name: `${id}.html`, bytes: Buffer.from(html), url, date, isDated: false };
}

async function fetchPdf(
  address: string,
  since: number | null,
  { web, openPartial }: Fetching,
): Promise<WebAnswer> {
  const partial = await openPartial(address, since);
  try {
    return requirePdf(await web(address, partial));
  } finally {
    await partial?.close();
  }
}

/** A page that says “not found” with the status 200 is no PDF, nor is the first half of one. */
function requirePdf(answer: WebAnswer): WebAnswer {
  const { url, type, bytes } = answer;
  const ends = (part: Uint8Array) => Buffer.from(part).toString("latin1");
  if (!isFileType(type)) throw refused(url, `it is ${type}, no PDF`);
  if (!ends(bytes.subarray(0, 1024)).includes("%PDF-"))
    throw refused(url, "it does not begin as a PDF does");
  if (!ends(bytes.subarray(-2048)).includes("%%EOF")) throw refused(url, "its end is missing");
  return answer;
}

function safeName(name: string): string {
  const plain = name.replaceAll(/[^\p{L}\p{N}._() -]/gu, "_").replace(/^[. ]+/, "");
  return plain.length > 120 ? `${plain.slice(0, 100)}.pdf` : plain;
}
