// pdf.js gives no types for its worker, which is loaded only for its effect.
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs";
