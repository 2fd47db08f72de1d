// Takes a line of a list of sources; gives it as a note names it: "Regulations, regulation 34(4), page 25".
import { readableName } from "../identify/readable-name.ts";
import { writeOcrMark } from "../text/ocr-words.ts";
import { readSourceLine, type SourceLine } from "../text/report-frame.ts";

interface SourcePlace {
  /** "regulation"; null where the locator says it itself: "Schedule 1 para 3". */
  readonly unit: string | null;
  readonly locator: string;
}

/**
 * Where the words around a citation name one of the places on the page, the note names that one; else all of them.
 * @param line behind its marker
 * @param short how the text calls the document; null where it does not say
 * @param around words of the line that cites it
 */
export function nameSource(line: string, short: string | null, around: string): string {
  const source = readSourceLine(line);
  if (source === null) return line;
  const places = readPlaces(source.places);
  const meant = places.filter(({ locator }) => holds(around, locator));
  const said = writePlaces(meant.length > 0 ? meant : places);
  return [short ?? readableName(source.file), said, ...wherein(source)]
    .filter((part) => part !== "")
    .join(", ");
}

/** Whether a label may name this source: it names a place on its page, or the source gives none. */
export function mayBeNamedBy(label: string, line: string): boolean {
  const places = readPlaces(readSourceLine(line)?.places ?? "");
  return places.length === 0 || places.some(({ locator }) => holds(label, locator));
}

function wherein({ page, pageLabel, pageKind, ocr, section }: SourceLine): string[] {
  if (page === null) return section === null ? [] : [`“${section}”`];
  const printed = pageLabel === undefined ? "" : ` (printed ${pageLabel})`;
  const under = pageKind === "saved" && section !== null ? [`“${section}”`] : [];
  const seen = ocr === undefined ? "" : ` (${writeOcrMark(ocr.confidence)})`;
  return [...under, `page ${page}${printed}${seen}`];
}

/** "regulations 28(2), 28(3), Schedule 1 para 3": one word for the numbers that follow it. */
function readPlaces(text: string): SourcePlace[] {
  let unit: string | null = null;
  return text
    .split(/,\s+/)
    .filter((part) => part !== "")
    .map((part) => {
      const [, word, number] = /^([a-z]+) (.+)$/.exec(part) ?? [];
      if (word !== undefined && number !== undefined) {
        unit = word.replace(/s$/, "");
        return { unit, locator: number };
      }
      if (!/^\d/.test(part)) unit = null;
      return { unit, locator: part };
    });
}

function writePlaces(places: readonly SourcePlace[]): string {
  const counts = new Map<string | null, number>();
  for (const { unit } of places) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  let [before, stem]: [string | null, string] = [null, ""];
  return places
    .map(({ unit, locator }) => {
      const named = unit !== null && unit !== before;
      // "Schedule 1 para 6, 7, 8".
      const own = unit === null ? locator.replace(/\d+$/, "") : "";
      const known = own !== "" && own === stem && own.endsWith(" ");
      [before, stem] = [unit, own];
      if (known) return locator.slice(own.length);
      return named ? `${unit}${(counts.get(unit) ?? 0) > 1 ? "s" : ""} ${locator}` : locator;
    })
    .join(", ");
}

/** As a whole: "16(1)" is not in "16(1)(a)", nor "6" in "16". */
function holds(text: string, locator: string): boolean {
  for (let at = text.indexOf(locator); at >= 0; at = text.indexOf(locator, at + 1)) {
    const [before, after] = [text.charAt(at - 1), text.slice(at + locator.length)];
    if (!/[\p{L}\p{N}.]/u.test(before) && !/^(?:[\p{L}\p{N}(]|\.\d)/u.test(after)) return true;
  }
  return false;
}
