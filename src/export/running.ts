// What stands on every page of a document, and its words.
import type { DocumentControl } from "./blocks.ts";

export interface Running {
  /** Name of the home; null for a document of no home. */
  readonly home: string | null;
  readonly control: DocumentControl;
}

/** "POL-07 | Version 2.1 | Review May 2027"; empty where nothing is said. */
export function writeControl({ number, version, reviewDate }: DocumentControl): string {
  return [
    ...(number === null ? [] : [number]),
    ...(version === null
      ? []
      : [`Version ${version.replace(/^v(?:ersion|er)?\.?\s*(?=\d)/i, "")}`]),
    ...(reviewDate === null ? [] : [`Review ${reviewDate}`]),
  ].join(" | ");
}
