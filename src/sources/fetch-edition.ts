// Takes a document of the catalogue; fetches its newest edition from its publisher, checked to be what its name says.
import { escapeHtml } from "../text/escape-html.ts";
import type { CatalogueEntry } from "./catalogue.ts";
import { chooseFile, nameOf } from "./check-source.ts";
import type { HeldDocument } from "./find-held.ts";
import { readGovukPage, type GovukPage } from "./govuk.ts";
import { CharmError } from "../errors.ts";
import { refused, type Web, type WebAnswer } from "./web.ts";

export interface FetchedEdition {
  /** As its publisher calls the file, with characters that every system takes. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where it came from. */
  readonly url: string;
  /** ISO day of the publisher's latest change; null where it does not say. */
  readonly date: string | null;
}

/**
 * @throws CharmError `source-link-only` for what nobody licenses copies of, `source-refused` where what comes is no whole
 *   file of its kind, and as `web`
 */
export async function fetchEdition(
  entry: CatalogueEntry,
  held: HeldDocument | null,
  web: Web,
): Promise<FetchedEdition> {
  const { at, id, url } = entry;
  switch (at.kind) {
    case "link":
      throw new CharmError("source-link-only", `${entry.title} is not fetched.`, {
        hint: `Its publisher licenses no copies. Save it yourself if you may: ${url}`,
      });
    case "legislation": {
      const address = `https://www.legislation.gov.uk/${at.path}/data.pdf`;
      const answer = requirePdf(await web(address));
      return { name: `${id}.pdf`, bytes: answer.bytes, url: address, date: null };
    }
    case "govuk":
      return fetchPage(entry, await readGovukPage(at.path, web), held, web);
  }
}

async function fetchPage(
  { id, url, title }: CatalogueEntry,
  page: GovukPage,
  held: HeldDocument | null,
  web: Web,
): Promise<FetchedEdition> {
  const date = page.changes[0]?.day ?? page.updated;
  const file = chooseFile(page, held);
  if (file !== null) {
    const { bytes } = requirePdf(await web(file.url));
    return { name: safeName(nameOf(file.url)), bytes, url: file.url, date };
  }
  if (page.body === null || page.body.trim() === "")
    throw refused(url, "there is neither a PDF nor a text on the page");
  const html = `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head><body>\n<h1>${escapeHtml(title)}</h1>\n${page.body}\n</body></html>\n`;
  return { name: `${id}.html`, bytes: Buffer.from(html), url, date };
}

/** A page that says “not found” with the status 200 is no PDF, nor is the first half of one. */
function requirePdf(answer: WebAnswer): WebAnswer {
  const { url, type, bytes } = answer;
  const ends = (part: Uint8Array) => Buffer.from(part).toString("latin1");
  if (type !== "" && type !== "application/pdf" && type !== "application/octet-stream")
    throw refused(url, `it is ${type}, no PDF`);
  if (!ends(bytes.subarray(0, 1024)).includes("%PDF-"))
    throw refused(url, "it does not begin as a PDF does");
  if (!ends(bytes.subarray(-2048)).includes("%%EOF")) throw refused(url, "its end is missing");
  return answer;
}

function safeName(name: string): string {
  const plain = name.replaceAll(/[^\p{L}\p{N}._() -]/gu, "_").replace(/^[. ]+/, "");
  return plain.length > 120 ? `${plain.slice(0, 100)}.pdf` : plain;
}
