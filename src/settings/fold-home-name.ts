// Takes a home's name as somebody writes it; gives the one way of writing by which names are compared.

/** Without regard to capitals, accents written as one letter or two, forms of the apostrophe and width of spaces. */
export function foldHomeName(name: string): string {
  return name.normalize("NFKC").replaceAll("’", "'").replace(/\s+/g, " ").trim().toLowerCase();
}

/**
 * What the close forms of a name have in common: "Oak Lodge", "Oak-Lodge", "Oaklodge"; "Tŷ Gwyn", "Ty Gwyn"; "The Willows",
 * "Willows". Of two homes the keys differ.
 */
export function keyOfHomeName(name: string): string {
  const plain = foldHomeName(name)
    .replace(/^the[ _‐‑-](?=.)/, "")
    .normalize("NFD")
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, "")
    .replaceAll("&", "and");
  return plain.replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
}

/** "TBC" is written where something is not known yet. */
export function isLeftBlank(value: string): boolean {
  return /^(?:|tbc)$/i.test(value.trim());
}
