// Takes a home's name as somebody writes it; gives the one way of writing by which names are compared.

/** Without regard to capitals, accents written as one letter or two, forms of the apostrophe and width of spaces. */
export function foldHomeName(name: string): string {
  return name.normalize("NFKC").replaceAll("’", "'").replace(/\s+/g, " ").trim().toLowerCase();
}

/** "TBC" is written where something is not known yet. */
export function isLeftBlank(value: string): boolean {
  return /^(?:|tbc)$/i.test(value.trim());
}
