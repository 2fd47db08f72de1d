// Printed labels such as (1A), (b), (iv): what they can be, and which comes after which.

export type LabelForm = "number" | "letter" | "roman" | "capital";

const romanValues: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** Value of a lower-case roman numeral, or null when it is none in standard form. */
export function romanValue(text: string): number | null {
  if (!/^(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(text) || text === "") return null;
  let total = 0;
  for (let i = 0; i < text.length; i += 1) {
    const value = romanValues[text[i] ?? ""] ?? 0;
    total += value < (romanValues[text[i + 1] ?? ""] ?? 0) ? -value : value;
  }
  return total;
}

/** The forms a label may have; (i) may be a letter or a numeral, and only its neighbours tell. */
export function labelForms(label: string): LabelForm[] {
  if (/^\d+[A-Z]*$/.test(label)) return ["number"];
  if (/^[A-Z]{1,2}$/.test(label)) return ["capital"];
  const forms: LabelForm[] = [];
  const stem = label.replace(/[A-Z]+$/, "");
  if (/^([a-z])\1?$/.test(stem)) forms.push("letter");
  if (romanValue(stem) !== null) forms.push("roman");
  return forms;
}

/**
 * Place of a label in its sequence, comparable within one form: [3, ""] for (c), [3, "A"] for (3A), [27, ""] for (aa).
 */
export function labelOrder(label: string, form: LabelForm): [number, string] {
  const match = /^(\d+|[a-z]+|[A-Z]+?)([A-Z]*)$/.exec(label);
  const stem = match?.[1] ?? label;
  const suffix = match?.[2] ?? "";
  if (form === "number") return [Number.parseInt(stem, 10), suffix];
  if (form === "roman") return [romanValue(stem) ?? 0, suffix];
  if (form === "capital") return [alphabetic(label.toLowerCase()), ""];
  return [alphabetic(stem), suffix];
}

function alphabetic(stem: string): number {
  const first = stem.charCodeAt(0) - 96;
  return stem.length === 1 ? first : 26 * (stem.length - 1) + first;
}

/** True when `label` comes directly after `last`: (c) after (b), (3A) after (3), (4) after (3B). */
export function isNext(last: string, label: string, form: LabelForm): boolean {
  const [a, as] = labelOrder(last, form);
  const [b, bs] = labelOrder(label, form);
  if (b === a + 1) return bs === "" || bs === "A";
  if (b !== a) return false;
  return bs.length > as.length ? bs === `${as}A` : bs.length === as.length && bs > as;
}

/** True when `label` comes anywhere after `last`, as it does when what stood between was repealed. */
export function isLater(last: string, label: string, form: LabelForm): boolean {
  const [a, as] = labelOrder(last, form);
  const [b, bs] = labelOrder(label, form);
  return b > a || (b === a && bs > as);
}

/** True for the first label of a list: (1), (a), (i), (A). */
export function isFirst(label: string): boolean {
  return /^(?:1|a|i|A)$/.test(label);
}
