// Takes words that a model or the author of a report wrote; gives them as the statement that rules check: read once.
import { findQuotes } from "./quotes.ts";
import type { ReferenceView, Statement } from "./statement.ts";

/** A reference inside a quotation is the document's own and none of the statement's. */
export function readStatement(
  written: Omit<Statement, "quotes" | "references">,
  view: ReferenceView | null,
): Statement {
  const quotes = findQuotes(written.text);
  const references = (view?.parse(written.text) ?? []).filter(
    ({ start, end }) => !quotes.some((quote) => quote.start < end && start < quote.end),
  );
  return { ...written, quotes, references };
}
