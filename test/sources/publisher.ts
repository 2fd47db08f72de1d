// A server on this machine that answers in the place of publishers, in the shapes of their answers.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Reply = (response: ServerResponse, request: IncomingMessage) => void;

export interface Publisher {
  /** For the settings `sources.mirrors`. */
  readonly mirrors: Readonly<Record<string, string>>;
  /** What was asked for, in order. */
  readonly asked: string[];
  /** What part of it was asked for, on which condition; null for the whole. */
  readonly ranges: ({ readonly range: string; readonly ifRange: string | null } | null)[];
  readonly close: () => Promise<void>;
}

/** @param replies by path, without the query */
export async function startPublisher(replies: Readonly<Record<string, Reply>>): Promise<Publisher> {
  const asked: string[] = [];
  const ranges: Publisher["ranges"] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? "").replace(/\?.*$/, "");
    asked.push(path);
    const { range = null, "if-range": ifRange } = request.headers;
    ranges.push(range === null ? null : { range, ifRange: ifRange?.toString() ?? null });
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
    ranges,
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

export interface MadeFile {
  readonly bytes: Uint8Array;
  /** `Last-Modified` or `ETag`, and what else is said of it. */
  readonly headers?: Record<string, string>;
  /** Answers end here, as if the connection were lost; the whole comes without it. */
  readonly cutAt?: number;
}

/** A file as servers give it that take ranges, on conditions or without (RFC 9110, 13.1.5 and 14). */
export const rangedFile =
  ({ bytes, headers = { etag: '"one"' }, cutAt }: MadeFile): Reply =>
  (response, { headers: asked }) => {
    const whole = bytes.length;
    const condition = asked["if-range"]?.toString();
    const holds =
      condition === undefined ||
      condition === headers["etag"] ||
      condition === headers["last-modified"];
    const start = holds ? Number(/^bytes=(\d+)-$/.exec(asked.range ?? "")?.[1] ?? "0") : 0;
    const same = { "content-type": "application/pdf", "accept-ranges": "bytes", ...headers };
    if (start >= whole) {
      response.writeHead(416, { "content-range": `bytes */${whole}` }).end();
      return;
    }
    response.writeHead(start === 0 ? 200 : 206, {
      ...same,
      "content-length": String(whole - start),
      ...(start === 0 ? {} : { "content-range": `bytes ${start}-${whole - 1}/${whole}` }),
    });
    if (cutAt === undefined) response.end(bytes.subarray(start));
    else {
      response.write(bytes.subarray(start, cutAt));
      setTimeout(() => response.destroy(), 50);
    }
  };

/** Answers with each in turn, and then with the last. */
export function inTurn(...replies: readonly Reply[]): Reply {
  let at = 0;
  return (response, request) => {
    replies[Math.min(at, replies.length - 1)]?.(response, request);
    at += 1;
  };
}

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
  /** Of a publisher who never writes it into the text. */
  readonly toApply?: boolean;
  /** Days in force in the place of the one, each in the published text or not. */
  readonly days?: readonly (readonly [day: string, applied: boolean])[];
}

/** A page of the changes feed of legislation.gov.uk. */
export function changesFeed(effects: readonly MadeEffect[], morePages = 0): string {
  const entries = effects.map(
    ({ provisions, kind, number, inForce, applied, toApply = true, days }) =>
      `<entry><title>Effect</title><content type="text/xml"><ukm:Effect AffectedClass="UnitedKingdomStatutoryInstrument" AffectedProvisions="${provisions}" Type="${kind}" AffectingClass="UnitedKingdomStatutoryInstrument" AffectingYear="2026" AffectingNumber="${number}" AffectingProvisions="reg. 2" Applied="${applied}" RequiresApplied="${toApply}"><ukm:InForceDates>${(days ?? (inForce === undefined ? [] : [[inForce, applied] as const])).map(([day, isIn]) => (day === "prospective" ? `<ukm:InForce Prospective="true" Applied="${isIn}"/>` : `<ukm:InForce Date="${day}" Qualification="wholly in force" Applied="${isIn}"/>`)).join("")}</ukm:InForceDates></ukm:Effect></content></entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:leg="http://www.legislation.gov.uk/namespaces/legislation" xmlns:ukm="http://www.legislation.gov.uk/namespaces/metadata"><leg:page>1</leg:page><leg:morePages>${morePages}</leg:morePages>${entries.join("")}</feed>`;
}
