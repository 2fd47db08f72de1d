// Labels of provisions ("2", "22C", "10.13", "c", "ii"): their shape and their order.

export type LabelShape = "number" | "letter" | "roman";

const romanPattern = /^(?:x{0,3})(?:ix|iv|v?i{0,3})$/i;

/** Value of a small roman numeral (1 to 39); null when it is not one. */
export function romanValue(label: string): number | null {
  if (label === "" || !romanPattern.test(label)) return null;
  const values: Record<string, number> = { i: 1, v: 5, x: 10 };
  let total = 0;
  let last = 0;
  for (const letter of label.toLowerCase().split("").toReversed()) {
    const value = values[letter] ?? 0;
    total += value < last ? -value : value;
    last = Math.max(last, value);
  }
  return total;
}

/** Every shape a label may have: `i` may be a letter or a numeral, `c` is a letter. */
export function shapesOf(label: string): readonly LabelShape[] {
  if (/^\d/.test(label)) return ["number"];
  if (romanValue(label) === null) return ["letter"];
  return label.length === 1 ? ["roman", "letter"] : ["roman"];
}

/** How a label stands in an address: `1A` upper case after the digits, letters alone lower case. */
export function normaliseLabel(label: string): string {
  return /^\d/.test(label) ? label.toUpperCase() : label.toLowerCase();
}

/** Inserted provisions whose suffix starts with Z come before those that start with A (22ZA, 22A, 22B). */
function suffixKey(suffix: string): string {
  return suffix === "" ? "" : suffix.replace(/^Z/i, "@").toUpperCase();
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Order of two labels of one list: 2 < 2A < 10, 10.9 < 10.10, c < d, ix < x; numbers before letters. */
export function compareLabels(a: string, b: string): number {
  if (a === b) return 0;
  const numberA = /^(\d+(?:\.\d+)*)([A-Za-z]*)$/.exec(a);
  const numberB = /^(\d+(?:\.\d+)*)([A-Za-z]*)$/.exec(b);
  if (numberA !== null && numberB !== null) {
    const partsA = (numberA[1] ?? "").split(".").map(Number);
    const partsB = (numberB[1] ?? "").split(".").map(Number);
    for (let index = 0; index < Math.max(partsA.length, partsB.length); index++) {
      const difference = (partsA[index] ?? -1) - (partsB[index] ?? -1);
      if (difference !== 0) return difference;
    }
    return compareText(suffixKey(numberA[2] ?? ""), suffixKey(numberB[2] ?? ""));
  }
  if (numberA !== null) return -1;
  if (numberB !== null) return 1;
  const romanA = romanValue(a);
  const romanB = romanValue(b);
  if (romanA !== null && romanB !== null && (a.length > 1 || b.length > 1)) return romanA - romanB;
  return compareText(suffixKey(a), suffixKey(b));
}
