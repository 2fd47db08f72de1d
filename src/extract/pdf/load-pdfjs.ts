// Loads pdf-parse and pdf.js when the first PDF comes, and undoes what they do to the rest of the program.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/**
 * pdf.js brings replacements for parts of the language, for old browsers. Its Array.prototype.push is many times
 * slower than Node's own and would stay for every part of the program (16% of the time of reading guidance), so the
 * native one is put back.
 */
export async function loadPdfjs() {
  // oxlint-disable-next-line unbound-method -- it is put back where it was, not called
  const { push } = Array.prototype;
  const [{ PDFParse }, { OPS }] = await Promise.all([
    import("pdf-parse"),
    import("pdfjs-dist/legacy/build/pdf.mjs"),
    // Otherwise loaded with the first document, replacements and all.
    import("pdfjs-dist/legacy/build/pdf.worker.mjs"),
  ]);
  // oxlint-disable-next-line no-extend-native
  Array.prototype.push = push;
  return { PDFParse, OPS };
}

/** Where pdf.js is installed, whose character maps East Asian fonts need. */
export function pdfjsFolder(): URL {
  const require = createRequire(import.meta.url);
  return pathToFileURL(require.resolve("pdfjs-dist/package.json"));
}
