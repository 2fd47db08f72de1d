// Labels of provisions such as 2, 22C, 10.13, (b), (iv): what they can be, and which comes after which.

import { compareText } from "../text/compare-text.ts";

export type LabelShape = "number" | "letter" | "roman";

export type LabelForm = "number" | "letter" | "roman" | "capital";

const romanValues: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** The greatest numeral of a list that no one could take for letters: (l) and (c) are the twelfth and the third. */
const greatestUsual = 39;
/** The greatest that a printed list may reach, where its neighbours tell what it is. */
export const greatestPrinted = 399;

/** Value of a roman numeral, or null when it is none in standard form, or greater than asked for. */
export function romanValue(text: string, greatest = greatestUsual): number | null {
  const lower = text.toLowerCase();
  if (!/^(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(lower) || lower === "") return null;
  let total = 0;
  for (let i = 0; i < lower.length; i += 1) {
    const value = romanValues[lower[i] ?? ""] ?? 0;
    total += value < (romanValues[lower[i + 1] ?? ""] ?? 0) ? -value : value;
  }
  return total <= greatest ? total : null;
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

/** The forms a printed label may have; (i) may be a letter or a numeral, and only its neighbours tell. */
export function labelForms(label: string): LabelForm[] {
  if (/^[A-Z]?\d+[A-Z]*$/.test(label)) return ["number"];
  if (/^[A-Z]{1,2}$/.test(label)) return ["capital"];
  const forms: LabelForm[] = [];
  const stem = label.replace(/[A-Z]+$/, "");
  if (/^([a-z])(?:\1|[a-h])?$/.test(stem)) forms.push("letter");
  if (
    romanValue(stem, greatestPrinted) !== null ||
    romanValue(stem.slice(0, -1), greatestPrinted) !== null
  )
    forms.push("roman");
  return forms;
}

/**
 * Place of a label in its sequence, comparable within one form: [3, ""] for (c), [3, "A"] for (3A), [3, "a"] for (ca),
 * which was inserted after (c). Of the two things (aa) may be, this is what stands after (a), not what follows (z).
 */
function labelOrder(label: string, form: LabelForm): [number, string] {
  if (form === "number") {
    const [, before = "", stem = "", after = ""] = /^([A-Z]?)(\d+)([A-Z]*)$/.exec(label) ?? [];
    return before === "" ? [Number.parseInt(stem, 10), after] : [0, before + stem + after];
  }
  if (form === "capital") return [letterValue(label), label.slice(1)];
  if (form === "letter") {
    // (za) is what stands before an (a) that was there first.
    if (/^z[a-z]/.test(label)) return [0, label.slice(1)];
    return [letterValue(label), label.slice(1)];
  }
  const stem = label.replace(/[A-Z]+$/, "");
  const whole = romanValue(stem, greatestPrinted);
  if (whole !== null) return [whole, label.slice(stem.length)];
  return [romanValue(stem.slice(0, -1), greatestPrinted) ?? 0, label.slice(stem.length - 1)];
}

function letterValue(label: string): number {
  return label.toLowerCase().charCodeAt(0) - 96;
}

/** True when `label` comes directly after `last`: (c) after (b), (3A) after (3), (4) after (3B), (ca) after (c). */
export function isNext(last: string, label: string, form: LabelForm): boolean {
  if (form === "letter" && followsAlphabet(last, label)) return true;
  const [a, as] = labelOrder(last, form);
  const [b, bs] = labelOrder(label, form);
  if (b === a + 1) return bs === "" || bs === "A";
  if (b !== a) return false;
  if (bs.length > as.length) return bs.toLowerCase() === `${as}a`.toLowerCase();
  return bs.length === as.length && bs > as;
}

/** (aa) after (z), (bb) after (aa): an alphabet that was too short. */
function followsAlphabet(last: string, label: string): boolean {
  if (!/^([a-z])\1$/.test(label)) return false;
  if (last === "z") return label === "aa";
  return /^([a-z])\1$/.test(last) && letterValue(label) === letterValue(last) + 1;
}

/** True when `label` comes anywhere after `last`, as it does when what stood between was repealed. */
export function isLater(last: string, label: string, form: LabelForm): boolean {
  const [a, as] = labelOrder(last, form);
  const [b, bs] = labelOrder(label, form);
  return b > a || (b === a && bs > as);
}

/** True for the first label of a list: (1), (a), (i), (A), and what was inserted before it: (A1), (za). */
export function isFirst(label: string): boolean {
  return /^(?:1|a|i|A|A1|za)$/.test(label);
}
