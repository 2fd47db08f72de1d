// Looks for every quotation of a statement in what it cites, word for word.
import { makeFinding } from "../codes.ts";
import type { Finding } from "../finding.ts";
import { nameSupports } from "../place.ts";
import { findDeparture, findQuotes, foldText, holdsQuote } from "../quotes.ts";
import type { Statement, Support } from "../statement.ts";

export function checkQuotes(statement: Statement, supports: readonly Support[]): Finding[] {
  const quotes = findQuotes(statement.text).map(({ text }) => text);
  const unmarked = statement.kind === "quote" && quotes.length === 0 ? [statement.text] : [];
  const wanted = [...quotes, ...unmarked];
  if (wanted.length === 0 || supports.length === 0) return [];
  const folded = supports.map(({ text, leadIn }) => foldText(`${leadIn ?? ""}\n${text}`));
  const joined = foldText(supports.map(({ text }) => text).join("\n"));
  return wanted
    .filter((quote) => ![...folded, joined].some((text) => holdsQuote(text, quote)))
    .map((quote) => {
      const departure = folded
        .map((text) => findDeparture(text, quote))
        .find((found) => found !== null);
      const nearest = departure ? `; it has “${departure.printed}” for “${departure.quoted}”` : "";
      const { line } = statement;
      const position = { reference: quote, ...(line === undefined ? {} : { line }) };
      return makeFinding("quote-not-on-page", { place: nameSupports(supports), nearest }, position);
    });
}
