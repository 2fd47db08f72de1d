// Takes pages of a PDF with text; gives a PDF of their pictures alone, as a scanner would, well or badly.
import { createCanvas, loadImage } from "@napi-rs/canvas";
import Pdf from "pdfkit";
import { lookGuarded } from "../../dist/extract/pdf/guarded-look.js";

/** How pages are scanned: dots an inch, degrees that the paper lies askew, specks a page, quality of JPEG out of 100. */
export const scanners = {
  good: { perInch: 300, askew: 0, specks: 0, quality: 90 },
  office: { perInch: 200, askew: 0.8, specks: 300, quality: 60 },
  poor: { perInch: 150, askew: 2, specks: 2000, quality: 35 },
};

/**
 * @param {Uint8Array} bytes of a PDF
 * @param {readonly number[]} pages counted from 1
 * @param {{ perInch: number, askew: number, specks: number, quality: number }} scanner
 * @returns {Promise<Uint8Array>} the same for the same input
 */
export async function makeScan(bytes, pages, scanner) {
  const limits = { type: "image/png", side: 6000, perInch: scanner.perInch, bytes: Infinity };
  const wanted = pages.map((page) => ({ page, quotes: [] }));
  const seen = await lookGuarded({ bytes, wanted, limits }, new AbortController().signal);
  const pdf = new Pdf({ autoFirstPage: false, margin: 0, info: { CreationDate: new Date(0) } });
  const chunks = [];
  pdf.on("data", (chunk) => chunks.push(chunk));
  const ended = new Promise((resolve) => pdf.on("end", resolve));
  for (const { picture } of seen) {
    if (picture === null) throw new Error("A page cannot be drawn: is @napi-rs/canvas installed?");
    const size = [picture.width, picture.height].map((side) => (side * 72) / scanner.perInch);
    pdf.addPage({ size, margin: 0 });
    pdf.image(await scan(picture, scanner), 0, 0, { width: size[0], height: size[1] });
  }
  pdf.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

async function scan({ bytes, width, height }, { askew, specks, quality }) {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#f8f8f4";
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate((askew * Math.PI) / 180);
  context.drawImage(await loadImage(Buffer.from(bytes)), -width / 2, -height / 2);
  context.resetTransform();
  const random = seeded(7);
  for (let speck = 0; speck < specks; speck += 1) {
    const shade = Math.floor(random() * 160);
    context.fillStyle = `rgb(${shade}, ${shade}, ${shade})`;
    context.fillRect(random() * width, random() * height, 1 + random() * 2, 1 + random() * 2);
  }
  return canvas.encode("jpeg", quality);
}

/** Numbers from 0 to 1 that are the same in every run. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
}
