// Takes the provisions of a document; gives the text of each with its pages, and finds texts and quotes among them again.
import type { Provision } from "../structure/provision.ts";
import { bareText, foldText } from "./normal-text.ts";

/** A text, and on which page each part of it stands. */
export interface PagedText {
  readonly address: string;
  readonly locator: string | null;
  /** To be read. */
  readonly folded: string;
  /** To be compared. */
  readonly bare: string;
  /** Page of the character at an offset in `bare`; null in files without pages. */
  readonly pageAt: (offset: number) => number | null;
}

export interface DocumentTexts {
  /** The provision at an address with everything in it; null where there is none, or it is no longer law. */
  readonly at: (address: string) => PagedText | null;
  /** The one provision under a number that has exactly this text; null where none or several have. */
  readonly findSame: (bare: string) => PagedText | null;
  /** The document as a whole. */
  readonly whole: PagedText;
  /** Each block of text by itself, in order. */
  readonly blocks: () => readonly PagedText[];
}

/** Texts of fewer characters may stand anywhere: finding one again proves nothing. */
const fewestCharacters = 40;

/** @param provisions all of the document, in order */
export function readTexts(provisions: readonly Provision[]): DocumentTexts {
  const byOrdinal = new Map(provisions.map((one) => [one.ordinal, one]));
  const byAddress = new Map(provisions.map((one) => [one.address.toLowerCase(), one]));
  const made = new Map<Provision, PagedText>();
  const textOf = (provision: Provision): PagedText => {
    const held = made.get(provision);
    if (held !== undefined) return held;
    const text = joinParts(provision, collect(provision, byOrdinal));
    made.set(provision, text);
    return text;
  };
  let same: Map<string, PagedText | null> | null = null;
  let blocks: PagedText[] | null = null;
  const [root] = provisions;
  return {
    at: (address) => {
      const provision = byAddress.get(address.toLowerCase());
      return provision === undefined || isOmitted(provision, byOrdinal) ? null : textOf(provision);
    },
    findSame: (bare) => {
      if (bare.length < fewestCharacters) return null;
      same ??= indexTexts(provisions.filter(({ locator }) => locator !== null).map(textOf));
      return same.get(bare) ?? null;
    },
    get whole() {
      return root === undefined ? nothing : textOf(root);
    },
    blocks: () => (blocks ??= provisions.flatMap(blocksOf)),
  };
}

const nothing: PagedText = {
  address: "",
  locator: null,
  folded: "",
  bare: "",
  pageAt: () => null,
};

interface Part {
  readonly text: string;
  readonly page: number | null;
}

function isOmitted(provision: Provision, byOrdinal: ReadonlyMap<number, Provision>): boolean {
  if (provision.standing === "omitted") return true;
  const parent = provision.parent === null ? undefined : byOrdinal.get(provision.parent);
  return parent !== undefined && isOmitted(parent, byOrdinal);
}

/** Notes stand behind the text, and only in the document as a whole: a note is no part of the paragraph it hangs from. */
function collect(root: Provision, byOrdinal: ReadonlyMap<number, Provision>): Part[] {
  const [parts, notes]: [Part[], Part[]] = [[], []];
  const visit = (provision: Provision, into: Part[]): void => {
    if (provision.title !== null && provision !== root)
      into.push({ text: provision.title, page: provision.page });
    for (const item of provision.content) {
      if (!("child" in item)) {
        into.push(item);
        continue;
      }
      const child = byOrdinal.get(item.child);
      if (child === undefined || child.standing === "omitted") continue;
      if (child.kind === "footnote") visit(child, notes);
      else {
        const label = labelOf(child);
        if (label !== "") into.push({ text: label, page: child.page });
        visit(child, into);
      }
    }
  };
  visit(root, parts);
  return root.parent === null ? [...parts, ...notes] : parts;
}

/** "(a)" of an item: the same words under another letter are another item. */
function labelOf({ kind, address }: Provision): string {
  if (kind !== "clause") return "";
  return `(${(address.split("/").at(-1) ?? "").replace(/~\d+$/, "")})`;
}

function joinParts({ address, locator }: Provision, parts: readonly Part[]): PagedText {
  const starts: { readonly at: number; readonly page: number | null }[] = [];
  let bare = "";
  for (const { text, page } of parts) {
    if (starts.at(-1)?.page !== page) starts.push({ at: bare.length, page });
    bare += bareText(text);
  }
  return {
    address,
    locator,
    folded: foldText(parts.map(({ text }) => text).join(" ")),
    bare,
    pageAt: (offset) => (starts.findLast(({ at }) => at <= offset) ?? starts[0])?.page ?? null,
  };
}

function blocksOf(provision: Provision): PagedText[] {
  return provision.content.flatMap((item) =>
    "child" in item ? [] : [joinParts(provision, [item])],
  );
}

/** Null for a text that several provisions have. */
function indexTexts(texts: readonly PagedText[]): Map<string, PagedText | null> {
  const index = new Map<string, PagedText | null>();
  for (const text of texts) index.set(text.bare, index.has(text.bare) ? null : text);
  return index;
}
