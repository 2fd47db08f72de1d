// Draws small PDFs for tests: text where it is put, lines, and pages turned.
import Pdf from "pdfkit";

export type Drawing = InstanceType<typeof Pdf>;

export interface TextLook {
  readonly size?: number;
  readonly bold?: boolean;
}

/** A4 pages; each function draws one. */
export async function drawPdf(pages: readonly ((pdf: Drawing) => void)[]): Promise<Uint8Array> {
  const pdf = new Pdf({ size: "A4", autoFirstPage: false, margin: 0 });
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve) => {
    pdf.on("end", () => resolve());
  });
  for (const draw of pages) {
    pdf.addPage();
    draw(pdf);
  }
  pdf.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

/** One line of text with its baseline at `y`, in points from the top left. */
export function write(pdf: Drawing, text: string, x: number, y: number, look: TextLook = {}): void {
  const size = look.size ?? 11;
  pdf.font(look.bold === true ? "Helvetica-Bold" : "Helvetica").fontSize(size);
  pdf.text(text, x, y, { lineBreak: false, baseline: "alphabetic" });
}

/** Lines of text one under the other. */
export function writeLines(
  pdf: Drawing,
  lines: readonly string[],
  x: number,
  y: number,
  look: TextLook & { step?: number } = {},
): void {
  lines.forEach((text, i) => write(pdf, text, x, y + i * (look.step ?? 14), look));
}

export function rule(pdf: Drawing, x1: number, y1: number, x2: number, y2: number): void {
  pdf.moveTo(x1, y1).lineTo(x2, y2).lineWidth(0.5).stroke();
}
