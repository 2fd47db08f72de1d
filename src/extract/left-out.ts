// Takes what extraction left out of a file; gives the problems that tell its reader so.
import type { Problem } from "../document.ts";
import type { LeftOut } from "./page.ts";

/** What a person might take for the document's text, and must be told is none; furniture needs no telling. */
const told: readonly (readonly [LeftOut["reason"], string, string])[] = [
  ["struck", "struck-left-out", "Text that is struck through was left out"],
  ["hidden", "hidden-left-out", "Hidden text was left out"],
];

/** Words of each place, and places, that a message quotes. */
const quoted = { characters: 60, places: 3 };

/** One problem for each reason, with the first words of some of the places. */
export function tellLeftOut(leftOut: readonly LeftOut[]): Problem[] {
  return told.flatMap(([reason, code, said]) => {
    const places = leftOut.filter((each) => each.reason === reason);
    if (places.length === 0) return [];
    const words = places.slice(0, quoted.places).map(({ text }) => `“${shorten(text)}”`);
    const more = places.length > quoted.places ? ", and more" : "";
    const pages = [...new Set(places.flatMap(({ page }) => (page === null ? [] : [page])))];
    return [{ code, pages, message: `${said}: ${words.join(", ")}${more}.` }];
  });
}

function shorten(text: string): string {
  if (text.length <= quoted.characters) return text;
  return `${text.slice(0, quoted.characters).replace(/\s+\S*$/, "")} …`;
}
