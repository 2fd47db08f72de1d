// Takes an answer and the pages that were looked at; gives the answer with where its quotes are printed.
import type { Answer, AnswerSource } from "./answer.ts";

/** What is known of a page of a file. */
interface LookedAt extends Pick<AnswerSource, "file" | "page"> {
  readonly quotes: readonly {
    readonly text: string;
    readonly rects: NonNullable<AnswerSource["rects"]>[number];
  }[];
}

/** Sources whose page was not looked at stay as they are. */
export function placeQuotes(answer: Answer, pages: readonly LookedAt[]): Answer {
  const sources = answer.sources.map((source) => {
    const looked = pages.find(({ file, page }) => file === source.file && page === source.page);
    if (looked === undefined || source.page === null) return source;
    const rects = source.quotes.map(
      (quote) => looked.quotes.find(({ text }) => fold(text) === fold(quote))?.rects ?? [],
    );
    return { ...source, rects };
  });
  return { ...answer, sources };
}

/** A report sets a quote on one line. */
function fold(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
