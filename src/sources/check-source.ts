// Takes a document of the catalogue, the edition that is held and what its publisher says; gives whether a newer one is known.
import type { CatalogueEntry } from "./catalogue.ts";
import { tellHeld, type HeldDocument, type SourceEntry } from "./find-held.ts";
import { readGovukPage, type GovukPage } from "./govuk.ts";
import { judgeEffects } from "./judge-effects.ts";
import { readEffects, type Effect } from "./legislation.ts";
import type { Web } from "./web.ts";

/**
 * - `newer`: an edition or a text in force that is not the one held
 * - `page-changed`: the page changed, the document on it is the one held
 * - `same`: nothing is published that has changed since the edition that is held
 * - `unknown`: the page changed since, and whether the document did cannot be told
 * - `not-held`: what is published; no edition is held
 * - `withdrawn`: the publisher has withdrawn it
 * - `link-only`: nothing is asked of publishers who license no copies
 * - `failed`: it could not be asked
 */
export const sourceStates = [
  "newer",
  "withdrawn",
  "unknown",
  "page-changed",
  "same",
  "not-held",
  "link-only",
  "failed",
] as const;
export type SourceState = (typeof sourceStates)[number];

export interface CheckedSource {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly state: SourceState;
  readonly held: SourceEntry["held"];
  /** The publisher's own note on the latest change, and its day. */
  readonly change: { readonly day: string; readonly note: string } | null;
  /** Address of the newest file, where that is known. */
  readonly newest: string | null;
  /** Of legislation: those in the published text since the one that is held, then those that it does not have. */
  readonly effects: readonly Effect[];
  /** One sentence. */
  readonly message: string;
}

type Found = Pick<CheckedSource, "state" | "change" | "newest" | "effects" | "message">;

/** @param today ISO day @throws CharmError as `web` */
export async function checkSource(
  entry: CatalogueEntry,
  held: HeldDocument | null,
  web: Web,
  today: string,
): Promise<CheckedSource> {
  const { at } = entry;
  const about = describe(entry, held);
  switch (at.kind) {
    case "link":
      return { ...about, ...nothing, state: "link-only", message: "Look at its page yourself." };
    case "govuk":
      return { ...about, ...judgePage(await readGovukPage(at.path, web), held) };
    case "legislation":
      return { ...about, ...judgeEffects(await readEffects(at.path, web), held, today) };
  }
}

/** One that could not be asked. @param message why */
export function tellFailed(
  entry: CatalogueEntry,
  held: HeldDocument | null,
  message: string,
): CheckedSource {
  return { ...describe(entry, held), ...nothing, state: "failed", message };
}

function describe({ id, title, url }: CatalogueEntry, held: HeldDocument | null) {
  return { id, title, url, held: tellHeld(held) };
}

const nothing = { change: null, newest: null, effects: [] };

function judgePage(page: GovukPage, held: HeldDocument | null): Found {
  const { files, changes, updated } = page;
  const [change = null] = changes;
  const newest = chooseFile(page, held)?.url ?? null;
  const found = { ...nothing, change, newest };
  const last = change?.day ?? updated;
  const when = last === null ? "" : ` on ${last}`;
  if (page.withdrawn)
    return { ...found, state: "withdrawn", message: "The publisher has withdrawn it." };
  if (held === null)
    return { ...found, state: "not-held", message: `Last changed${when}; no edition is held.` };
  const isAfter =
    last !== null && held.date !== null && last.slice(0, held.date.length) > held.date;
  if (files.some((file) => file.url === held.url)) {
    return isAfter
      ? {
          ...found,
          state: "page-changed",
          message: `The page changed${when}, the document did not.`,
        }
      : { ...found, state: "same", message: "The file on the page is the one held." };
  }
  // The file that is held was on the page, and another has its place.
  if (held.url !== null && files.length > 0 && isAsset(held.url))
    return { ...found, state: "newer", message: `Another file has its place${when}.` };
  if (!isAfter) {
    return held.date === null || last === null
      ? {
          ...found,
          state: "unknown",
          message: `Last changed${when}; the edition held has no date.`,
        }
      : { ...found, state: "same", message: `Not changed since ${held.date}.` };
  }
  if (page.body !== null) return { ...found, state: "newer", message: `The text changed${when}.` };
  return {
    ...found,
    state: "unknown",
    message: `The page changed${when}; which file is held is not known. Say its address as url in sources.yaml.`,
  };
}

function isAsset(url: string): boolean {
  return URL.canParse(url) && new URL(url).hostname === "assets.publishing.service.gov.uk";
}

/** The file that is held, by its name or place; else the first PDF. */
export function chooseFile({ files }: GovukPage, held: HeldDocument | null) {
  const pdfs = files.filter(({ isPdf }) => isPdf);
  const named = pdfs.find(({ url }) => held !== null && nameOf(url) === nameOf(held.file));
  return named ?? pdfs[0] ?? null;
}

export function nameOf(address: string): string {
  return decodeURIComponent(address.slice(address.lastIndexOf("/") + 1));
}
