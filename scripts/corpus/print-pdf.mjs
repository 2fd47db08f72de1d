// Takes a parsed source; gives the bytes of its PDF, the same for the same source on every machine.
import { PDFDocument } from "pdfkit";
import { breakLines } from "./break-lines.mjs";
import { fontOf, furniture, page, styleOf, table, textWidth } from "./styles.mjs";

/**
 * @param {{ front: import("./parse-source.mjs").FrontMatter, blocks: import("./parse-source.mjs").Block[] }} source
 * @returns {Promise<Buffer>}
 */
export async function printPdf({ front, blocks }) {
  const doc = new PDFDocument({
    size: [page.width, page.height],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    // Deflate gives different bytes with different builds of zlib.
    compress: false,
    lang: "en-GB",
    displayTitle: true,
    info: {
      Title: front.title,
      Subject: front.subject,
      Author: "charm",
      Creator: "charm",
      Producer: "pdfkit",
      CreationDate: new Date(`${front.date}T00:00:00Z`),
    },
  });
  const bytes = collect(doc);
  const pen = createPen(doc);
  for (const [index, block] of blocks.entries()) printBlock(pen, block, blocks[index + 1]);
  printFurniture(doc, front);
  doc.end();
  return bytes;
}

function collect(doc) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    doc.on("data", (chunk) => chunks.push(chunk));
    doc.on("end", () => resolve(Buffer.concat(chunks)));
    doc.on("error", reject);
  });
}

/** Where the next line goes, and the means to set it. */
function createPen(doc) {
  const bottom = page.height - page.bottom;
  const pen = {
    doc,
    y: bottom,
    room: () => bottom - pen.y,
    atTop: () => pen.y <= page.top,
    newPage: () => {
      doc.addPage();
      pen.y = page.top;
    },
    measure: (size) => (text, run) => doc.font(fontOf(run)).fontSize(size).widthOfString(text),
    drawLine: (line, x, baseline, size) => {
      let at = x;
      for (const piece of line.pieces) {
        doc.font(fontOf(piece)).fontSize(size).fillColor("black");
        doc.text(piece.text, at, baseline, { lineBreak: false, baseline: "alphabetic" });
        at += piece.width;
      }
    },
  };
  pen.newPage();
  return pen;
}

function printBlock(pen, block, next) {
  if (block.kind === "page-break") pen.newPage();
  else if (block.kind === "table") printTable(pen, block);
  else printText(pen, block, next);
}

function printText(pen, block, next) {
  const style = styleOf(block);
  const styled = block.runs.map((run) => ({
    ...run,
    bold: run.bold || style.bold,
    italic: run.italic || style.italic,
  }));
  const lines = breakLines(styled, textWidth - style.indent, pen.measure(style.size));
  if (!pen.atTop()) pen.y += style.before;
  // A heading stays with the start of what follows it.
  const follows = block.kind === "heading" && next ? (next.kind === "heading" ? 70 : 46) : 0;
  if (block.kind === "heading" && lines.length * style.leading + follows > pen.room())
    pen.newPage();
  for (let start = 0; start < lines.length;) {
    const count = linesThatFit(
      lines.length - start,
      Math.floor(pen.room() / style.leading),
      pen.atTop(),
    );
    if (count === 0) {
      pen.newPage();
      continue;
    }
    for (const line of lines.slice(start, start + count)) {
      pen.y += style.leading;
      pen.drawLine(line, page.left + style.indent, pen.y - style.leading * 0.26, style.size);
    }
    if (block.kind === "item" && start === 0) drawBullet(pen, count, style);
    start += count;
  }
  pen.y += style.after;
}

/** Neither the first nor the last line of a paragraph stands alone on a page. */
function linesThatFit(left, room, atTop) {
  if (left <= room) return left;
  if (atTop) return room;
  if (left <= 3) return 0;
  const count = Math.min(room, left - 2);
  return count < 2 ? 0 : count;
}

function drawBullet(pen, count, style) {
  const baseline = pen.y - style.leading * (count - 1) - style.leading * 0.26;
  pen.drawLine(
    { pieces: [{ text: "•", bold: false, italic: false, width: 0 }] },
    page.left + 4,
    baseline,
    style.size,
  );
}

function printTable(pen, block) {
  const total = block.widths.reduce((sum, width) => sum + width, 0);
  const widths = block.widths.map((width) => (width / total) * textWidth);
  const rows = block.rows.map((cells, index) =>
    layRow(
      pen,
      index === 0 ? cells.map((cell) => cell.map((run) => ({ ...run, bold: true }))) : cells,
      widths,
    ),
  );
  const [head, ...rest] = rows;
  if (head.height + (rest[0]?.height ?? 0) > pen.room()) pen.newPage();
  drawRow(pen, head, widths, true);
  for (const row of rest) {
    if (row.height > pen.room()) {
      pen.newPage();
      drawRow(pen, head, widths, true);
    }
    drawRow(pen, row, widths, false);
  }
  pen.y += table.after;
}

function layRow(pen, cells, widths) {
  const lines = cells.map((cell, index) =>
    breakLines(cell, widths[index] - 2 * table.padding, pen.measure(table.size)),
  );
  const most = Math.max(1, ...lines.map((cell) => cell.length));
  return { lines, height: most * table.leading + 2 * table.padding };
}

function drawRow(pen, row, widths, isHead) {
  const { doc } = pen;
  let x = page.left;
  for (const [index, lines] of row.lines.entries()) {
    if (isHead) doc.rect(x, pen.y, widths[index], row.height).fill("#e8e8e8");
    doc.lineWidth(table.rule).rect(x, pen.y, widths[index], row.height).stroke("#555555");
    let baseline = pen.y + table.padding + table.leading * 0.76;
    for (const line of lines) {
      pen.drawLine(line, x + table.padding, baseline, table.size);
      baseline += table.leading;
    }
    x += widths[index];
  }
  pen.y += row.height;
}

function printFurniture(doc, front) {
  const { start, count } = doc.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    doc.switchToPage(index);
    doc.fontSize(furniture.size).fillColor("#333333");
    const line = { lineBreak: false, baseline: "alphabetic" };
    if (index > start) doc.font("Helvetica").text(front.title, page.left, furniture.header, line);
    doc.font("Helvetica-Oblique").text(front.disclaimer, page.left, furniture.disclaimer, line);
    doc
      .font("Helvetica")
      .text(`Page ${index - start + 1} of ${count}`, page.left, furniture.pageNumber, line);
    doc.lineWidth(0.5).moveTo(page.left, furniture.disclaimer - 12);
    doc.lineTo(page.width - page.right, furniture.disclaimer - 12).stroke("#999999");
  }
}
