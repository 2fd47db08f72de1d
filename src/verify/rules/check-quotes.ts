// Looks for every quotation of a statement in what it cites, word for word.
import { makeFinding, type Finding } from "../../findings/finding.ts";
import { readExceptionAhead, speaksOfException } from "../conditions.ts";
import { nameSupport, nameSupports } from "../name-supports.ts";
import {
  blankOut,
  findDeparture,
  findHidden,
  foldForQuotes,
  holdsQuote,
  readAhead,
  type FoldedText,
} from "../quotes.ts";
import type { Statement, Support } from "../statement.ts";

export function checkQuotes(statement: Statement, supports: readonly Support[]): Finding[] {
  const quotes = statement.quotes.map(({ text }) => text);
  const unmarked = statement.kind === "quote" && quotes.length === 0 ? [statement.text] : [];
  const wanted = [...quotes, ...unmarked];
  if (wanted.length === 0 || supports.length === 0) return [];
  const folded = supports.map(({ text, leadIn }) => foldForQuotes(`${leadIn ?? ""}\n${text}`));
  const joined = foldForQuotes(supports.map(({ text }) => text).join("\n"));
  const titles = supports
    .flatMap(({ trail, document }) => [...trail, document.title])
    .map(foldForQuotes);
  const missing = wanted
    .filter((quote) => ![...folded, joined, ...titles].some((text) => holdsQuote(text, quote)))
    .filter((quote) => !runsOn(folded, quote))
    .map((quote) => {
      const departure = folded
        .map((text) => findDeparture(text, quote))
        .find((found) => found !== null);
      const place = nameSupports(supports);
      const args = departure
        ? { variant: "departs" as const, place, ...departure }
        : { variant: "absent" as const, place };
      return makeFinding("quote-not-on-page", args, { reference: quote, line: statement.line });
    });
  return [...missing, ...quotes.flatMap((quote) => checkCuts(statement, supports, quote))];
}

/** A quotation may be word for word and yet mislead, by what it leaves out or ends before. */
function checkCuts(statement: Statement, supports: readonly Support[], quote: string): Finding[] {
  const position = { reference: quote, line: statement.line };
  for (const support of supports) {
    const place = nameSupport(support);
    const hidden = findHidden(foldForQuotes(support.text), quote);
    if (hidden !== null) {
      const words = hidden.length > 80 ? `${hidden.slice(0, 79)}…` : hidden;
      return [makeFinding("quote-hides-words", { place, hidden: words }, position)];
    }
    const condition = readExceptionAhead(readAhead(support.text, quote) ?? "");
    if (condition !== null && !speaksOfException(blankOut(statement.text, statement.quotes))) {
      const severity = "error" as const;
      return [makeFinding("condition-dropped", { place, condition }, { ...position, severity })];
    }
  }
  return [];
}

/** Whether a quotation begins on one page cited and ends on the next: footnotes may stand between the two. */
function runsOn(pages: readonly FoldedText[], quote: string): boolean {
  const words = quote.split(/\s+/);
  return pages.slice(0, -1).some((page, i) => {
    const next = pages[i + 1];
    if (next === undefined) return false;
    for (let at = words.length - 1; at > 0; at -= 1) {
      if (!holdsQuote(page, words.slice(0, at).join(" "))) continue;
      return holdsQuote(next, words.slice(at).join(" "));
    }
    return false;
  });
}
