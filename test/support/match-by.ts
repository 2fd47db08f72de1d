// Matches statements without a model: by a number for the text of each.
import type { MatchStatements } from "../../src/score/match-statements.ts";
import { textOfLines } from "../../src/score/statements.ts";

export const matchBy =
  (near: (text: string) => number): MatchStatements =>
  async (_, passages) =>
    passages.map(({ passage, statements }) =>
      statements.map((statement) => near(textOfLines(statement, passage.text))),
    );
