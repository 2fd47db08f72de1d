// Signs that a text was scraped or pasted together, each measured on its own. They take plain text and give numbers.

/** Words of a text, lower case. */
function readWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu) ?? [];
}

/** Length of the runs of words that are compared, in words: shorter ones recur in any text. */
const runLength = 8;

/**
 * Share (0–1) of a text's runs of eight words that stand in it more than once. Law and tables repeat formulas, some of
 * them often; what tells is the same sentence in the middle of others.
 */
export function measureRepeats(text: string): number {
  const words = readWords(text);
  const counts = new Map<string, number>();
  for (let i = 0; i + runLength <= words.length; i += 1) {
    const run = words.slice(i, i + runLength).join(" ");
    counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  const total = words.length - runLength + 1;
  if (total <= 0) return 0;
  let repeated = 0;
  for (const count of counts.values()) if (count > 1) repeated += count;
  return repeated / total;
}

/** What belongs to web pages alone: code as such may stand in a technical paper. */
const script =
  /\bnew Date\b|\bdocument\.(?:write|cookie|getElement\w*|ready|createElement)\b|\bwindow\.(?:location|open|onload|dataLayer)\b|\bgetElementById\b|\bjQuery\b|\baddEventListener\b|<\/?(?:script|div|span|iframe)\b|&nbsp;|\bgtag\(|<!\[CDATA\[/g;

/** Pieces of web pages' scripts and markup, as they stand in the text. */
export function findScriptResidue(text: string): string[] {
  return [...text.matchAll(script)].map(([piece]) => piece);
}

/** How many items make a list of links, and how little of their words the rest of the text may have. */
const linkList = { fewest: 6, mostWords: 9, foreign: 0.6 };

/**
 * Items of a last paragraph that is nothing but titles in a row, of matters that the text does not speak of: what link
 * farms put under the pages they copy. Empty when there is none.
 */
export function findLinkSpam(paragraphs: readonly string[]): string[] {
  const last = paragraphs.at(-1) ?? "";
  const items = last
    .split(/,\s*|\s[|·•]\s/)
    .map((item) => item.trim())
    .filter((item) => item !== "");
  if (items.length < linkList.fewest || /[.;]\s+\p{Lu}/u.test(last)) return [];
  const titles = items.filter((item) => isTitle(item));
  if (titles.length < items.length * 0.7) return [];
  const rest = new Set(readWords(paragraphs.slice(0, -1).join(" ")));
  const words = readWords(items.join(" ")).filter((word) => word.length > 3);
  const foreign = words.filter((word) => !rest.has(word)).length;
  return words.length > 0 && foreign / words.length >= linkList.foreign ? titles : [];
}

/** Every word of weight begins with a capital. */
function isTitle(item: string): boolean {
  const words = item.split(/\s+/).filter((word) => word.length > 3);
  if (words.length === 0 || item.split(/\s+/).length > linkList.mostWords) return false;
  return words.filter((word) => /^[\p{Lu}\p{N}'’]/u.test(word)).length >= words.length * 0.8;
}

/**
 * Places, for every thousand words, at which pieces of other texts seem to have been joined: words run together
 * ("familiesThe"), sentences that begin without a capital, marks in impossible order.
 */
export function measureSplices(text: string): number {
  const words = readWords(text).length;
  if (words === 0) return 0;
  // Names such as McDonald have fewer small letters before the capital. Looking back from the rare mark is quick.
  const joined = text.match(/(?<=\p{Ll}{3})\p{Lu}\p{Ll}{2}/gu)?.length ?? 0;
  const uncapped = text.match(/(?<=\p{Ll}{3})[.!?] \p{Ll}{3}/gu)?.length ?? 0;
  const marks =
    text.match(/[!?:,;]\s?[!?:.,;]|\.\.\.\s+\p{Lu}\p{Ll}+|\(\s\w+|\w\s\)|\s@\s/gu)?.length ?? 0;
  return ((joined + uncapped + marks) * 1000) / words;
}
