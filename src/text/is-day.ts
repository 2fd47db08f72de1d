// Tells whether a text is a day, month or year of the calendar as programs write it.

/** `2026-03-01`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const read = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 10) === text;
}

/** `2026-03-01`, `2026-03` or `2026`. */
export function isDate(text: string): boolean {
  return /^\d{4}(?:-\d{2}){0,2}$/.test(text) && isDay(text + "-01-01".slice(text.length - 4));
}
