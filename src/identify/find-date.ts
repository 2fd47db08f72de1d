// Takes a document's front; gives the date that its text is as at.
import type { Front } from "./front.ts";
import { readableName } from "./find-title.ts";

const months =
  "january february march april may june july august september october november december".split(
    " ",
  );
/** Pattern of a month's name, whole or short. */
export const monthName =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)";
const anyDate = `(?:\\d{1,2}(?:st|nd|rd|th)? )?${monthName},? (?:19|20)\\d\\d|(?:19|20)\\d\\d-\\d\\d(?:-\\d\\d)?|\\d{1,2}/\\d{1,2}/(?:19|20)\\d\\d`;

/**
 * What may stand before a date at the start of a line for it to be the date of the text, surest first. Dates of a next
 * review or of an earlier inspection are not among them.
 */
const labels = [
  "Document Generated",
  "(?:Last )?(?:updated|revised|amended)(?: on)?",
  "(?:Last )?reviewed(?: on)?|As at|Date of (?:this )?version|Version[:| ].{0,80}?",
  "(?:First )?(?:published|issued|approved)(?: on)?",
  "Date of (?:issue|publication|approval)|(?:Issue|Publication|Approval|Effective|Version) date|Effective from|Date",
  "Inspection dates?:.{0,40}?",
];

/**
 * ISO date, or its leading part, where the document clearly states one; null otherwise. When it was made into a PDF
 * is no such statement, except of legislation.gov.uk, which prints the law as it stands on that day.
 */
export function findDate(front: Front): string | null {
  if (front.info.author === "www.legislation.gov.uk" && front.info.created !== null)
    return front.info.created;
  for (const label of labels) {
    const found = new RegExp(`^(?:${label})[:| ]*(${anyDate})`, "im").exec(front.opening)?.[1];
    const date = found ? toIso(found) : null;
    if (date !== null) return date;
  }
  for (const line of front.cover) {
    const alone = new RegExp(`^\\(?(${anyDate})\\)?$`, "i").exec(line.text.trim())?.[1];
    const date = alone ? toIso(alone) : null;
    if (date !== null) return date;
  }
  const named = new RegExp(`(?:^|\\s)\\(?(${anyDate})\\)?(?:\\s|$)`, "i").exec(
    readableName(front.file),
  )?.[1];
  return named ? toIso(named) : null;
}

/** `2 September 2024`, `April 2015`, `2015-04`, `01/04/2015` (day first) → ISO; null when there is no such day. */
export function toIso(text: string): string | null {
  const iso = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text);
  if (iso) return build(Number(iso[1]), Number(iso[2]), iso[3] ? Number(iso[3]) : null);
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (slashed) return build(Number(slashed[3]), Number(slashed[2]), Number(slashed[1]));
  const worded = /^(?:(\d{1,2})(?:st|nd|rd|th)? )?(\p{L}{3,}),? (\d{4})$/u.exec(text);
  if (!worded) return null;
  const index = months.findIndex((name) =>
    name.startsWith((worded[2] ?? "").toLowerCase().slice(0, 3)),
  );
  return build(Number(worded[3]), index + 1, worded[1] ? Number(worded[1]) : null);
}

function build(year: number, monthNumber: number, day: number | null): string | null {
  const date = new Date(Date.UTC(year, monthNumber - 1, day ?? 1));
  if (date.getUTCMonth() !== monthNumber - 1 || (day !== null && date.getUTCDate() !== day))
    return null;
  return date.toISOString().slice(0, day === null ? 7 : 10);
}
