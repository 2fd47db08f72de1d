import { describe, expect, it } from "vitest";
import { explainNonReference } from "../../src/references/non-references.ts";
import { parseReferences } from "../../src/references/parse-references.ts";

const size = 100_000;

function fill(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

/** Texts made to send a careless pattern back and forth. */
const pieces = [
  "(",
  ")(",
  "(1)",
  "(a",
  "( 1 ) ",
  "9",
  "1.",
  "1.1",
  "1.1 ",
  "a",
  "a-",
  "a'",
  "Act ",
  "Aa, ",
  "Aa and Bb of Cc Act ",
  "(Aa) Regulations ",
  "the ",
  "the calm, ",
  "standard ",
  "regulation ",
  "regulation 1, ",
  "regulations 1 and 2 and ",
  "regulation 1(a)(",
  "regulation 1 to ",
  "paragraph 1 of ",
  "Part 1 of Schedule 1 of ",
  "page 1, ",
  "page 1 (",
  "Schedule 1 (paragraphs ",
  "SCCIF, Good, ",
  "Working ",
  "File: ",
  "x.pdf",
  "File: x.pdf ",
  "https://www.legislation.gov.uk/uksi/2015/541/",
  "“the ",
  "Children Act 1989 (“",
  "S.I. 2015/",
  "1(a), ",
  " \n",
  "\u2013",
];

describe("time", () => {
  it.each(pieces)("is linear for %j", (piece) => {
    const text = fill(piece, size);
    const start = performance.now();
    parseReferences(text);
    // A few hundred milliseconds on a busy machine; a quadratic reader takes many seconds.
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  it("is bounded for explanations", () => {
    const start = performance.now();
    for (const piece of pieces) explainNonReference(fill(piece, size));
    expect(performance.now() - start).toBeLessThan(500);
  });
});
