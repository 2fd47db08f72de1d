// Makes small PDFs: with text, with a picture only, or behind a password.
import { crc32, deflateSync } from "node:zlib";
import Pdf from "pdfkit";

export interface PdfContent {
  /** Paragraphs of each page. */
  readonly pages: readonly (readonly string[])[];
  readonly title?: string;
  /** Asked for when the file is opened. */
  readonly password?: string;
  /** Draws a picture on each page. */
  readonly picture?: boolean;
}

export async function makePdf(content: PdfContent): Promise<Buffer> {
  const doc = new Pdf({
    autoFirstPage: false,
    info: { Title: content.title ?? "", CreationDate: new Date("2020-01-01T00:00:00Z") },
    ...(content.password === undefined
      ? {}
      : { userPassword: content.password, pdfVersion: "1.7" as const }),
  });
  const chunks: Buffer[] = [];
  doc.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => doc.on("end", resolve));
  for (const paragraphs of content.pages) {
    doc.addPage({ size: "A4", margin: 72 });
    if (content.picture === true) doc.image(makePng(64), 100, 100, { width: 300 });
    for (const paragraph of paragraphs) doc.fontSize(11).text(paragraph).moveDown();
  }
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

/** A chequered square in shades of grey. */
export function makePng(side: number): Buffer {
  const rows = Buffer.alloc(side * (side + 1));
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1)
      rows[y * (side + 1) + 1 + x] = ((x >> 3) + (y >> 3)) % 2 === 0 ? 40 : 220;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // Eight bits a point, grey.
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    pngChunk("IHDR", header),
    pngChunk("IDAT", deflateSync(rows)),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
