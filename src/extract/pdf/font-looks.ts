// Finds what the fonts of a page look like: their real names, and whether they are bold or italic.
import type { PDFPageProxy } from "pdfjs-dist/types/src/display/api.js";

export interface FontLook {
  readonly name: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/**
 * Finds the real names of fonts not met before. pdf.js hands them over only with a page's drawing operators, which
 * cost more than its text, so they are asked for only on the pages where a new font appears.
 */
export async function learnFonts(
  page: PDFPageProxy,
  items: readonly object[],
  fonts: Map<string, FontLook>,
): Promise<void> {
  const unknown = new Set<string>();
  for (const item of items) {
    if ("fontName" in item && !fonts.has(String(item.fontName))) unknown.add(String(item.fontName));
  }
  if (unknown.size === 0) return;
  await page.getOperatorList().catch(() => null);
  for (const key of unknown) {
    const font = page.commonObjs.has(key)
      ? (page.commonObjs.get(key) as { name?: string; bold?: boolean; italic?: boolean } | null)
      : null;
    const name = font?.name ?? key;
    fonts.set(key, {
      name: name.replace(/^[A-Z]{6}\+/, ""),
      bold: font?.bold === true || /bold|black|heavy|demi|semib/i.test(name),
      italic: font?.italic === true || /ital|obli/i.test(name),
    });
  }
}
