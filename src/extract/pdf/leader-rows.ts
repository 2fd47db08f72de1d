// Takes lines in which dots lead the eye from a name to its value; gives them as rows of a table, which they are.
import type { Line } from "../page.ts";

/** Words omitted from law are dots as well, with a sentence around them; a value is short and begins none. */
const led = /^(\S.*?\S)\s*(?:\.{4,}|(?:\.\s){5,}\.?|_{4,}|…{2,})\s*([\p{Lu}\d£$€+(][^.…_]{0,59})$/u;

export function splitLeaders(line: Line): Line {
  if (line.cells !== null || line.marks.length > 0) return line;
  const [, name, value] = led.exec(line.text) ?? [];
  if (name === undefined || value === undefined) return line;
  return { ...line, text: `${name}: ${value}`, cells: [name, value] };
}
