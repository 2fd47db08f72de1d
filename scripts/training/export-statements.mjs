// Writes the statements of a library, for training: a line of JSON for each passage. For maintainers; needs
// `npm run build` and a library of the guidance (`charm index`).
//
//   node scripts/training/export-statements.mjs --index DIR > statements.jsonl
//
// The official texts are not part of this project. Training data names a statement by its key (src/score/statement-key.ts).
import { parseArgs } from "node:util";

import { findStatements, textOfLines } from "../../dist/score/statements.js";
import { openLibrary } from "../../dist/library/open-library.js";
import { keyOf } from "../../dist/score/statement-key.js";

const { values: options } = parseArgs({ options: { index: { type: "string", default: "index" } } });
const library = await openLibrary(options.index, null);
if (library === null) throw new Error(`There is no library at ${options.index}.`);
for (const { id, short } of library.documents) {
  for (const passage of await library.passagesOf(id)) {
    const statements = findStatements(passage).map((statement) => {
      const text = textOfLines(statement, passage.text);
      const addresses = statement.lines.map(
        ({ start }) => passage.spans.find(({ end }) => end > start)?.address ?? null,
      );
      return {
        key: keyOf(short, text),
        text,
        addresses: [...new Set(addresses)].filter((address) => address !== null),
      };
    });
    console.log(
      JSON.stringify({ document: short, trail: passage.trail, text: passage.text, statements }),
    );
  }
}
library.close();
