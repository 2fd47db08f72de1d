// Takes a page of gov.uk; gives what its content item says: what was changed when, and the files on it.
//
// Neither the address of a file nor its ETag tells of a newer one: each upload has an address of its own, and the old
// one goes on answering. Shapes as the GOV.UK Content API gives them (content-api.publishing.service.gov.uk).
import { z } from "zod";
import type { Web } from "./web.ts";
import { refused } from "./web-faults.ts";

const origin = "https://www.gov.uk";

const attachment = z.object({
  title: z.string().catch(""),
  url: z.string(),
  attachment_type: z.string().nullish(),
  content_type: z.string().nullish(),
  filename: z.string().nullish(),
});

const change = z.object({ note: z.string().catch(""), public_timestamp: z.string() });

const item = z.object({
  title: z.string(),
  public_updated_at: z.string().nullish(),
  withdrawn_notice: z.object({ withdrawn_at: z.string().nullish() }).partial().nullish(),
  details: z.object({
    body: z.string().nullish(),
    attachments: z.array(attachment).nullish(),
    change_history: z.array(change).nullish(),
  }),
  links: z
    .object({
      parent: z.array(z.object({ base_path: z.string().nullish() })).nullish(),
    })
    .nullish(),
});

export interface PageFile {
  readonly title: string;
  /** Absolute. */
  readonly url: string;
  readonly isPdf: boolean;
}

export interface GovukPage {
  readonly title: string;
  /** ISO day on which the page was last changed for readers; null where it does not say. */
  readonly updated: string | null;
  /** When it was last changed for readers, in milliseconds since 1970; null where it does not say. */
  readonly changedAt: number | null;
  /** The publisher's own notes on changes, newest first. */
  readonly changes: readonly { readonly day: string; readonly note: string }[];
  readonly files: readonly PageFile[];
  /** The text itself where the page is the document, as HTML; null where files are. */
  readonly body: string | null;
  readonly withdrawn: boolean;
}

/** @param path with a slash in front @throws CharmError `source-refused` for anything but a content item, and as `web` */
export async function readGovukPage(path: string, web: Web): Promise<GovukPage> {
  const { found, url } = await readItem(path, web);
  const changes = (found.details.change_history ?? []).map(toChange);
  // A page below a publication leaves its history to that.
  const above = changes.length === 0 ? found.links?.parent?.[0]?.base_path : null;
  const parent = above ? await readItem(above, web) : null;
  const history = parent ? (parent.found.details.change_history ?? []).map(toChange) : changes;
  const files = (found.details.attachments ?? []).map((one): PageFile => ({
    title: one.title,
    url: new URL(one.url, url).href,
    isPdf: one.content_type === "application/pdf" || /\.pdf$/i.test(one.url),
  }));
  const updated = found.public_updated_at ?? parent?.found.public_updated_at ?? null;
  const times = [
    updated,
    ...((parent?.found ?? found).details.change_history?.map((one) => one.public_timestamp) ?? []),
  ]
    .map((one) => Date.parse(one ?? ""))
    .filter((one) => !Number.isNaN(one));
  return {
    title: found.title,
    updated: updated === null ? null : dayOf(updated),
    changedAt: times.length === 0 ? null : Math.max(...times),
    changes: history.toSorted((a, b) => (a.day < b.day ? 1 : -1)),
    files,
    body: files.length === 0 ? (found.details.body ?? null) : null,
    withdrawn: found.withdrawn_notice?.withdrawn_at !== undefined,
  };
}

async function readItem(path: string, web: Web) {
  const url = `${origin}/api/content${path}`;
  const { type, bytes } = await web(url);
  if (type !== "application/json") throw refused(url, `it is ${type || "of no type"}, no JSON`);
  try {
    return {
      url: `${origin}${path}`,
      found: item.parse(JSON.parse(Buffer.from(bytes).toString())),
    };
  } catch {
    throw refused(url, "it is no content item");
  }
}

function toChange({ note, public_timestamp: at }: z.infer<typeof change>) {
  return { day: dayOf(at), note: note.replace(/\s+/g, " ").trim() };
}

function dayOf(timestamp: string): string {
  return timestamp.slice(0, 10);
}
