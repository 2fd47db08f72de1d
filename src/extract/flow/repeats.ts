// Takes what a document says stands in several places at once; decides how often its text is written out again.

/** Text that may still be written out again, in characters. */
export interface RepeatBudget {
  left: number;
}

/** As much as a book holds; a file that repeats more is made to fill the memory. */
const mostOfDocument = 2_000_000;
const mostOfTable = 300_000;

/** Of a document. */
export function openBudget(): RepeatBudget {
  return { left: mostOfDocument };
}

/** The share of one table: what it spends is gone from the document's. */
export function repeatInTable(document: RepeatBudget): RepeatBudget {
  let left = Math.min(mostOfTable, document.left);
  return {
    get left() {
      return left;
    },
    set left(value) {
      document.left -= left - value;
      left = value;
    },
  };
}

/** False where as much may not be repeated any more. @param characters 0 for what is empty, which costs something too */
export function spend(budget: RepeatBudget, characters: number): boolean {
  const cost = characters + 1;
  if (cost > budget.left) return false;
  budget.left -= cost;
  return true;
}
