// Takes the name of a document and a page; gives the file that it stands in, and the page as a picture.
import { join, resolve } from "node:path";
import type { LibraryDocument } from "../library/library.ts";
import { CharmError } from "../errors.ts";
import type { Picture } from "../extract/pdf/draw-page.ts";
import { canDrawPages, lookGuarded } from "../extract/pdf/guarded-look.ts";
import { readUnchanged } from "./read-unchanged.ts";
import { findDocument } from "../show/find-document.ts";

export interface PageFile {
  readonly file: string;
  readonly short: string;
  /** Absolute. */
  readonly path: string;
}

export interface PageRequest {
  /** Short name, title, file or part of one. */
  readonly document: string;
  /** Counted from 1. */
  readonly page: number;
  /** Draw it; `wanted` fails where it cannot be drawn, `tried` gives none. */
  readonly picture: "wanted" | "tried" | "none";
}

interface PageDeps {
  readonly documents: readonly LibraryDocument[];
  readonly corpus: string;
  readonly signal: AbortSignal;
}

/** Of the longer side, in pixels. */
const side = 1800;

/** @throws CharmError as `findDocument`; `page-unknown`, `page-not-drawn`, `canvas-missing` */
export async function showPage(
  { document: name, page, picture }: PageRequest,
  { documents, corpus, signal }: PageDeps,
): Promise<PageFile & { readonly picture: Picture | null }> {
  const document = findDocument(documents, name);
  const { file, short, pages } = document;
  if (pages === null)
    throw new CharmError("page-unknown", `${file} has no pages.`, {
      hint: `Show its outline:  charm show --tree "${short}"`,
    });
  if (page > pages)
    throw new CharmError("page-unknown", `${file} has ${pages} pages, and no page ${page}.`, {
      hint: `Name a page from 1 to ${pages}.`,
    });
  const found = { file, short, path: resolve(join(corpus, file)) };
  if (picture === "none") return { ...found, picture: null };
  const drawn = await draw(document, corpus, page, signal);
  if (picture === "tried") return { ...found, picture: drawn instanceof CharmError ? null : drawn };
  if (drawn instanceof CharmError) throw drawn;
  return { ...found, picture: drawn };
}

async function draw(
  document: LibraryDocument,
  corpus: string,
  page: number,
  signal: AbortSignal,
): Promise<Picture | CharmError> {
  const { file } = document;
  if (!/\.pdf$/i.test(file))
    return new CharmError("page-not-drawn", `${file} is no PDF; only pages of PDFs are drawn.`, {
      hint: "Leave -o out to read its text.",
    });
  if (!canDrawPages())
    return new CharmError("canvas-missing", "The package that draws pages is not installed.", {
      hint: "Install it:  npm install @napi-rs/canvas",
    });
  const bytes = await readUnchanged(corpus, document);
  if (bytes === null)
    return new CharmError("page-not-drawn", `${file} is not the file that was indexed.`, {
      hint: "Run `charm index`, and try again.",
    });
  const limits = { type: "image/png", side, bytes: Number.MAX_SAFE_INTEGER } as const;
  const [seen] = await lookGuarded({ bytes, wanted: [{ page, quotes: [] }], limits }, signal);
  if (seen?.picture) return seen.picture;
  return new CharmError("page-not-drawn", `Page ${page} of ${file} cannot be drawn.`, {
    hint: "Open it in another program:  charm show … --open",
  });
}
