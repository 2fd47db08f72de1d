// Takes a text of legislation.gov.uk and a day; gives the address of its text as it stood on that day, and tells one from others.
//
// A version's address takes a day, any day, and /data.pdf behind it makes it a PDF: the publisher's own reference of
// addresses (github.com/legislation/data-documentation, model/uris/reference.md and formats/pdf.md). A day before its
// texts by days begin (1 February 1991 at the earliest) leads to the first of them, one before the law was made to 404.
import { refused } from "./web-faults.ts";

const origin = "https://www.legislation.gov.uk";

/** @param path such as `uksi/2015/541` @param asAt ISO day; null for the text as it now stands */
export function addressAsAt(path: string, asAt: string | null): string {
  return `${origin}/${path}${asAt === null ? "" : `/${asAt}`}/data.pdf`;
}

/**
 * A text that began before the day and stood on it may come from the address of its first day.
 * @param url where the text came from
 * @throws CharmError `source-refused` where it is that of a later day, of no day, or as it was made
 */
export function requireAsAt(url: string, asAt: string): void {
  const day = /\/(\d{4}-\d{2}-\d{2})\/data\.pdf$/.exec(new URL(url).pathname)?.[1];
  if (day !== undefined && day <= asAt) return;
  const other =
    day === undefined ? "it is no text of a day" : `the first text by days is of ${day}`;
  throw refused(url, `a text as at ${asAt} was asked for, and ${other}`);
}
