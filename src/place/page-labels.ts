// The numbers printed on pages, where they are not those of the sheets: "iv", "A-3", 1 on sheet 5.
import type { PageLabels } from "../document.ts";

/** Null where nothing differs. */
export function collectLabels(
  pages: readonly { readonly number: number | null; readonly label?: string | null }[],
): PageLabels | null {
  const labels: Record<number, string> = {};
  for (const { number, label = null } of pages)
    if (number !== null && label !== null && label.replace(/^0+(?=\d)/, "") !== String(number))
      labels[number] = label;
  return Object.keys(labels).length > 0 ? labels : null;
}

/** The printed number of a page, as a field to spread into what tells of it; nothing where it is the sheet's. */
export function labelField(
  labels: PageLabels | null | undefined,
  page: number | null,
): { readonly pageLabel?: string } {
  const label = page === null ? undefined : labels?.[page];
  return label === undefined ? {} : { pageLabel: label };
}

/** The sheets that this number is printed on: often one, several where numbering starts again. */
export function sheetsLabelled(labels: PageLabels | null | undefined, label: string): number[] {
  return Object.entries(labels ?? {})
    .filter(([, printed]) => printed.toLowerCase() === label.toLowerCase())
    .map(([sheet]) => Number(sheet))
    .sort((a, b) => a - b);
}
