// A server on this machine that answers in the place of publishers, in the shapes of their answers.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Reply = (response: ServerResponse, request: IncomingMessage) => void;

export interface Publisher {
  /** For the settings `sources.mirrors`. */
  readonly mirrors: Readonly<Record<string, string>>;
  /** What was asked for, in order. */
  readonly asked: string[];
  readonly close: () => Promise<void>;
}

/** @param replies by path, without the query */
export async function startPublisher(replies: Readonly<Record<string, Reply>>): Promise<Publisher> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? "").replace(/\?.*$/, "");
    asked.push(path);
    const reply = replies[path];
    if (reply) reply(response, request);
    else response.writeHead(404).end("no such page");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    mirrors: {
      "www.gov.uk": base,
      "assets.publishing.service.gov.uk": base,
      "www.legislation.gov.uk": base,
    },
    asked,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

export const json =
  (value: unknown): Reply =>
  (response) =>
    response
      .writeHead(200, { "content-type": "application/json; charset=utf-8" })
      .end(JSON.stringify(value));

export const file =
  (
    bytes: Uint8Array | string,
    type = "application/pdf",
    headers: Record<string, string> = {},
  ): Reply =>
  (response) =>
    response.writeHead(200, { "content-type": type, etag: '"the-same"', ...headers }).end(bytes);

export const redirect =
  (to: string): Reply =>
  (response) =>
    response.writeHead(302, { location: to }).end();

export interface MadePage {
  readonly updated?: string;
  readonly changes?: readonly (readonly [at: string, note: string])[];
  readonly files?: readonly (readonly [title: string, url: string])[];
  readonly body?: string;
  readonly withdrawn?: boolean;
}

/** A content item as the GOV.UK Content API gives it, with what is looked at. */
export function contentItem({ updated, changes = [], files = [], body, withdrawn }: MadePage) {
  return {
    base_path: "/government/publications/x",
    document_type: "statutory_guidance",
    title: "A page",
    public_updated_at: updated ?? null,
    ...(withdrawn
      ? { withdrawn_notice: { explanation: "<p>Old.</p>", withdrawn_at: "2026-01-01T00:00:00Z" } }
      : {}),
    details: {
      body: body ?? "",
      attachments: files.map(([title, url]) => ({
        attachment_type: "file",
        content_type: "application/pdf",
        filename: url.slice(url.lastIndexOf("/") + 1),
        id: title,
        title,
        url,
      })),
      change_history: changes.map(([public_timestamp, note]) => ({ public_timestamp, note })),
    },
  };
}

export interface MadeEffect {
  readonly provisions: string;
  readonly kind: string;
  readonly number: string;
  readonly inForce?: string;
  readonly applied: boolean;
}

/** A page of the changes feed of legislation.gov.uk. */
export function changesFeed(effects: readonly MadeEffect[], morePages = 0): string {
  const entries = effects.map(
    ({ provisions, kind, number, inForce, applied }) =>
      `<entry><title>Effect</title><content type="text/xml"><ukm:Effect AffectedClass="UnitedKingdomStatutoryInstrument" AffectedProvisions="${provisions}" Type="${kind}" AffectingClass="UnitedKingdomStatutoryInstrument" AffectingYear="2026" AffectingNumber="${number}" AffectingProvisions="reg. 2" Applied="${applied}" RequiresApplied="true"><ukm:InForceDates>${inForce === undefined ? "" : `<ukm:InForce Date="${inForce}" Qualification="wholly in force" Applied="${applied}"/>`}</ukm:InForceDates></ukm:Effect></content></entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:leg="http://www.legislation.gov.uk/namespaces/legislation" xmlns:ukm="http://www.legislation.gov.uk/namespaces/metadata"><leg:page>1</leg:page><leg:morePages>${morePages}</leg:morePages>${entries.join("")}</feed>`;
}
