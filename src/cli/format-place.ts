// Takes a place in a document; gives it as readers cite it: locator and page.
import { joinParts } from "./format.ts";

interface PlaceOfDocument {
  readonly locator: string | null;
  readonly page: number | null;
  readonly pageEnd?: number | null;
}

/** `28(2)(c), p. 22`; `10.9, pp. 52–53`; empty where neither is known. */
export function formatPlace({ locator, page, pageEnd }: PlaceOfDocument): string {
  const isPage = /^pages? /.test(locator ?? "");
  const last = pageEnd ?? page;
  const pages = page === null || isPage ? "" : page === last ? `p. ${page}` : `pp. ${page}–${last}`;
  return joinParts([locator ?? "", pages], ", ");
}
