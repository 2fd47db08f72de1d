// Takes references; gives the places of a library that they may mean, and the provisions that stand there.
import type { Place } from "../place/place.ts";
import type { Reference } from "../references/reference.ts";
import { readingsOf, type ResolutionStatus } from "../references/resolution.ts";
import type { Provision } from "../structure/provision.ts";
import type { LoadedDocument, ReportLibrary } from "./report-library.ts";

/**
 * Places in all readings, those of the reading taken first; nothing for a document as a whole.
 * @param statuses what a reference must be to count; whatever it is when left out
 */
export function findNamedPlaces(
  references: readonly Reference[],
  scope: readonly string[],
  { view }: ReportLibrary,
  statuses?: readonly ResolutionStatus[],
): Place[] {
  return references
    .filter(({ targets }) => targets.length > 0)
    .flatMap((reference) => view.resolve(reference, scope))
    .filter(({ status }) => statuses?.includes(status) ?? true)
    .flatMap(readingsOf)
    .flatMap(({ places }) => places);
}

/** The provisions that a reference names without doubt, each with its document. */
export function findNamedProvisions(
  references: readonly Reference[],
  scope: readonly string[],
  library: ReportLibrary,
): { readonly loaded: LoadedDocument; readonly provision: Provision }[] {
  return findNamedPlaces(references, scope, library, ["found"]).flatMap(
    ({ documentId, ordinal }) => {
      const loaded = library.load(documentId);
      const provision = ordinal === null ? undefined : loaded?.provisions[ordinal];
      return loaded === null || provision === undefined ? [] : [{ loaded, provision }];
    },
  );
}
