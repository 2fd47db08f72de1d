// Takes what is known of a document; gives its title, version and date as one line.
import type { ShownOutline } from "../show/shown.ts";

type KnownDocument = Pick<ShownOutline, "document" | "version" | "date">;

/** `House rules, version 2, as at 2030-01`; a date that the version names already is not said again. */
export function describeDocument({ document, version, date }: KnownDocument): string {
  const numbered = version !== null && /^\d[\d.]*$/.test(version);
  const dated = date === null || version?.includes(date) === true;
  const parts = [
    document,
    numbered ? `version ${version}` : version,
    dated ? null : `as at ${date}`,
  ];
  return parts.filter((part) => part !== null).join(", ");
}
