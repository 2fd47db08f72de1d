// Recognises regulations that guidance reprints in a box, and reads them as a quotation, not as the law itself.
import type { Line } from "../extract/page.ts";
import { createClauses } from "./clauses.ts";
import type { Measure } from "./measure.ts";
import type { NumberedStart } from "./numbered-start.ts";
import { cutStart, type Node, type Tree } from "./tree.ts";

export interface QuotedLaw {
  /** True for a line that still belongs to the quotation. */
  holds(line: Line): boolean;
  read(line: Line, page: number | null): void;
}

type QuotedStart = Pick<NumberedStart, "number" | "length">;

/** "12. (1) The …" in another typeface than the guidance's own. */
export function startsQuotedLaw(line: Line, measure: Measure): QuotedStart | null {
  if (line.font === "" || line.font === measure.font || line.bold || line.cells) return null;
  if (Math.abs(line.size - measure.body) < 0.4 && sameFamily(line.font, measure.font)) return null;
  const match = /^(\d{1,3}[A-Z]?)\.\s*(?:[—–-]\s*)?(?=\(1\)|[A-Z])/.exec(line.text);
  return match?.[1] ? { number: match[1], length: match[0].length } : null;
}

export function createQuotedLaw(
  tree: Tree,
  parent: Node,
  start: QuotedStart,
  line: Line,
  page: number | null,
): QuotedLaw {
  const node = tree.add(parent, {
    kind: "quotation",
    address: `quoted/reg/${start.number}`,
    locator: `regulation ${start.number} as quoted`,
    title: null,
    quotes: `reg/${start.number}`,
    page,
  });
  const clauses = createClauses(tree, node, { margin: line.left - 8.5, hanging: false });
  const read = (next: Line, on: number | null) => {
    for (const clause of clauses.read(next, on)) {
      clause.quotes = clause.address.replace(/^quoted\//, "");
      clause.locator = `regulation ${quotedLocator(clause.quotes)} as quoted`;
    }
  };
  read(cutStart(line, start.length, node), page);
  const family = line.font;
  return {
    holds: (next) => sameFamily(next.font, family) && Math.abs(next.size - line.size) < 0.6,
    read,
  };
}

function quotedLocator(address: string): string {
  const [, number = "", ...labels] = address.split("/");
  return number + labels.map((label) => `(${label})`).join("");
}

/** "TimesNewRomanPS-BoldMT" and "TimesNewRomanPSMT" are one family. */
function sameFamily(a: string, b: string): boolean {
  const family = (name: string) =>
    name
      .replace(/[-,].*$/, "")
      .replace(/(?:PS)?MT$|PS$/, "")
      .toLowerCase();
  return family(a) === family(b);
}
