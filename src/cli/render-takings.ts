// Takes indexed documents; gives, by what charm takes them for, their names, and what to write to change that.
import type { Authority } from "../document.ts";
import type { FileProblem } from "../discover/list-files.ts";
import { groupBy } from "../lists.ts";
import { sanitiseLine } from "../text/sanitise.ts";
import { wrapIndented, wrapText } from "../text/wrap.ts";
import type { IndexedDocument, Identity } from "../use-cases/describe-indexed.ts";
import { describeDocument } from "./describe-document.ts";
import { countOf } from "./format.ts";
import type { Look } from "./terminal/style.ts";

const titles: Readonly<Record<Authority, string>> = {
  legislation: "Law",
  "statutory-guidance": "Statutory guidance",
  inspection: "Inspection",
  own: "Your own documents",
  voluntary: "Charters and the like, which bind nobody",
  other: "Other",
  untrusted: "Not trusted, and so never quoted",
};

/** Documents named in each group; the others are counted. */
const mostNamed = 20;
/** Entries of sources.yaml that are written out. */
const mostEntries = 4;

type Taken = IndexedDocument & { readonly identity: Identity };

/** The groups, strongest authority first, each under its title; then the files that are not read. */
export function renderTakings(
  documents: readonly IndexedDocument[],
  unread: readonly FileProblem[],
  look: Look,
): string[] {
  const taken = takenOf(documents);
  const groups = groupBy(taken, ({ identity }) => identity.authority);
  const editions = groupBy(taken, nameOf);
  const tell = (one: Taken) => describeTaken(one, (editions.get(nameOf(one)) ?? []).length > 1);
  const lines = (Object.keys(titles) as Authority[]).flatMap((authority) =>
    renderGroup(titles[authority], groups.get(authority) ?? [], tell, look),
  );
  const notRead = renderGroup(
    "Not read",
    unread,
    ({ file, message }) => `${file} – ${message}`,
    look,
  );
  return [...lines, ...notRead];
}

/** What to write where charm cannot tell what a document is, or is wrong. */
export function renderAdvice(documents: readonly IndexedDocument[], { width }: Look): string[] {
  const taken = takenOf(documents);
  const unsure = taken.filter(
    ({ identity, authorityDeclared }) => identity.authority === "other" && !authorityDeclared,
  );
  const first = taken[0];
  if (first === undefined) return [];
  const said =
    unsure.length === 0
      ? "If charm takes a document for the wrong thing, say so in sources.yaml in the corpus folder, for example:"
      : `charm cannot tell what ${unsure.length === 1 ? "this document is, and takes it" : "these documents are, and takes them"} for “other”. If the words are your own, write in sources.yaml in the corpus folder:`;
  const places = unsure.length === 0 ? [first.file] : groupPlaces(unsure, taken);
  const more = places.length - mostEntries;
  // An example of what charm takes it for already would change nothing.
  const meant = unsure.length === 0 && first.identity.authority === "own" ? "other" : "own";
  return [
    ...wrapText(said, width),
    "documents:",
    ...places
      .slice(0, mostEntries)
      .flatMap((place) => [`  - file: ${quoteYaml(place)}`, `    authority: ${meant}`]),
    ...(more > 0 ? [`  # and ${countOf(more, "more place")} of them`] : []),
    ...wrapText(
      "Or authority: legislation, statutory-guidance, inspection, voluntary, other. A folder (own/) or a pattern (own/*.docx) holds for the files that come later too.",
      width,
    ),
  ];
}

function takenOf(documents: readonly IndexedDocument[]): Taken[] {
  return documents.filter(
    (document): document is Taken => document.identity !== null && document.status !== "failed",
  );
}

/** Two files that go by the same title and version may be two editions all the same. */
function nameOf({ identity: { title, version } }: Taken): string {
  return `${title}#${version ?? ""}`;
}

/** @param shared another file goes by the same title and version: its bytes and date tell them apart */
function describeTaken({ file, identity, home }: Taken, shared: boolean): string {
  const { short, version, date, authority, sha256 } = identity;
  const edition = shared
    ? ` [sha256 ${sha256.slice(0, 8)}${date === null ? ", no date" : ""}]`
    : "";
  const whose =
    home === undefined || (home === null && authority !== "own") ? "" : ` (${home ?? "all homes"})`;
  return `${file} – ${describeDocument({ document: short, version, date })}${edition}${whose}`;
}

function renderGroup<T>(
  title: string,
  members: readonly T[],
  describe: (member: T) => string,
  look: Look,
): string[] {
  if (members.length === 0) return [];
  const more = members.length - mostNamed;
  return [
    look.style.bold(title),
    ...members.slice(0, mostNamed).flatMap((member) => {
      const [line = "", ...rest] = wrapIndented(sanitiseLine(describe(member)), "    ", look);
      return [line.slice(2), ...rest];
    }),
    ...(more > 0 ? [`  and ${more} more; charm index --json names them all`] : []),
  ];
}

/** The folder where nothing else stands in it, else the file. */
function groupPlaces(unsure: readonly Taken[], taken: readonly Taken[]): string[] {
  const isUnsure = new Set(unsure.map(({ file }) => file));
  const places = unsure.map(({ file }) => {
    const folder = file.slice(0, file.lastIndexOf("/") + 1);
    const inside = taken.filter((other) => other.file.startsWith(folder));
    return folder !== "" && inside.every((other) => isUnsure.has(other.file)) ? folder : file;
  });
  return [...new Set(places)];
}

/** As YAML reads it back. */
function quoteYaml(text: string): string {
  const plain = /^[\p{L}\d][\p{L}\d ./()&_+,’'-]*$/u.test(text) && !text.endsWith(" ");
  return plain ? text : sanitiseLine(JSON.stringify(text));
}
