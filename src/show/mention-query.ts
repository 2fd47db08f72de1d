// Takes a provision; gives the words to look for where it may be mentioned, and what a passage must have for that.
import type { OutlineRow } from "../library/library.ts";
import { splitAddress } from "../place/address.ts";

export interface MentionQuery {
  /** For full text. */
  readonly words: string;
  /** Cheap test of a text, before references in it are read. */
  readonly test: (text: string) => boolean;
}

/** How each kind of unit is written before its number, for full text and for looking. */
const kinds: Readonly<Record<string, { readonly word: string; readonly before: string }>> = {
  reg: { word: "regulation", before: "\\bregs?\\b|\\bregulations?" },
  s: { word: "section", before: "\\bss?\\b|\\bsections?" },
  art: { word: "article", before: "\\barts?\\b|\\barticles?" },
  sch: { word: "Schedule", before: "\\bschs?\\b|\\bschedules?" },
  part: { word: "Part", before: "\\bparts?\\b" },
  annex: { word: "Annex", before: "\\bannex" },
  appendix: { word: "Appendix", before: "\\bappend" },
  fn: { word: "footnote", before: "\\bfootnotes?\\b" },
};

/** Longest stretch from the word to the number: "regulations 8(2)(a)(vi) and (viii) to (x), 9(1) and 28". */
const reach = 80;

/**
 * A nested provision is never written as one word ("28(2)(c)" is a number and two letters), so what is looked for is
 * the number of the regulation, section or paragraph around it. Empty for plain headings, which have no number; a
 * standard is looked for by its name as well.
 * @param unitTitle title of the regulation or section that the provision is or is part of
 */
export function planMentions(
  row: Pick<OutlineRow, "address">,
  unitTitle: string | null,
): readonly MentionQuery[] {
  const [first, second] = splitAddress(row.address);
  if (first === undefined || first.label === "") return [];
  const { key } = first;
  if (key === "para") return [{ words: first.label, test: matching("", first.label) }];
  const kind = kinds[key ?? ""];
  if (kind === undefined) return [];
  // Of "Annex A 1.3" the number says more than the letter.
  const inAnnex = (key === "annex" || key === "appendix") && second !== undefined;
  const label = inAnnex ? second.label : first.label;
  const test = matching(inAnnex ? "" : kind.before, label);
  return [{ words: `${kind.word} ${label}`, test }, ...planName(unitTitle)];
}

/** "the leadership and management standard". */
function planName(title: string | null): readonly MentionQuery[] {
  if (title === null || !/\bstandard$/i.test(title)) return [];
  const fold = (text: string): string => text.toLowerCase().replaceAll("-", " ");
  const name = fold(title.replace(/^the\s+/i, ""));
  return [{ words: name, test: (text) => fold(text).includes(name) }];
}

/** "28" in "28(2)" and "regs 28", not in "128", "28.1" or "10.28". */
function matching(before: string, label: string): (text: string) => boolean {
  const escaped = label.replaceAll(/[^A-Za-z0-9]/g, String.raw`\$&`);
  const number = String.raw`(?<![\dA-Za-z]|\d\.)${escaped}(?![\dA-Za-z]|\.\d)`;
  const start = before === "" ? "" : String.raw`(?:${before})[^]{0,${reach}}?`;
  const pattern = new RegExp(start + number, "i");
  return (text) => pattern.test(text);
}
