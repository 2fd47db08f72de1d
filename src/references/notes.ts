// Typed remarks on how a reference was resolved, and their prose.

export type NoteSeverity = "error" | "warning" | "note";

const templates = {
  "not-found": "There is no {asked} in {document}; the nearest is {nearest}.",
  "series-ends": "There is no {asked}; in {document} they run from {first} to {last}.",
  "single-only": "There is no {asked}; in {document} there is only {last}.",
  "no-such-series": "There is no {asked}: {document} has no {series}; cite {instead}.",
  "not-held-anywhere": "No document of the library has {asked}.",
  omitted: "{locator} has been omitted from {document} by amendment.",
  temporary: "{locator} in {document} is temporary text that has expired, though still printed.",
  "wrong-division": "There is no {asked} in {document}: it has {has}.",
  "page-disagrees": "{locator} stands on {pages} of {document}, not on {said}.",
  "read-in": "No document was named; read in {document}. Also in: {others}.",
  "assumed-document": "No document was named; read in {document}.",
  "several-places":
    "{asked} stands in {document} more than once; {taken} was taken, {others} may be meant.",
  "several-documents": "{asked} may be in {others} as well; {document} was taken.",
  "held-elsewhere": "{asked} stands in {others}, but an unnamed reference is not read there.",
  "ordinal-standard":
    "The law letters the quality standards and does not number them; counted in order, this is {locator}.",
  "other-standards": "Other sets of standards go by number or name too: {others}.",
  "read-as-part": "There is no such Chapter in {document}; Part {number} was taken.",
  "read-as-list": "Read as a list: {list}.",
  "former-name": "Before {now} this was {former} ({matter}); now see {place}.",
  revoked: "{name} has been revoked by {by}.",
  superseded: "{name} has been replaced by {by}.",
  enacted: "{name} became {by}; clause numbers changed.",
  "clause-enacted": "{clause} of the Bill became {place}.",
  "edition-not-held":
    "The {asked} edition of {document} is not in the library; the library has {held}.",
  "edition-older":
    "The {asked} edition of {document} is older than the one in the library ({held}).",
  "edition-unknown": "No {asked} edition of {document} is known; the library has {held}.",
  "version-not-held": "Version {asked} was named; the library has {held}.",
  "implied-act": "No Act was named; by the custom of the field the {name} is meant.",
  "not-in-library": "{name} is not in the library.",
  "name-misspelt": "There is no {written}; the {name} is meant.",
  "guide-paragraph": "{document} has a paragraph {asked}.",
  "other-heading": "By the heading “{title}”, the {name} are meant.",
  "heading-differs": "{locator} is headed “{is}”, not “{said}”.",
  "heading-missing": "No heading “{said}” was found in {document}.",
  "topic-found": "Of {whole}, {locator} is about “{topic}”.",
  "needs-place": "{asked} depends on the provision it stands in.",
  "unnamed-document": "Which document is meant cannot be told from here.",
  unexplained: "{asked} was not found.",
  "own-numbering": "{document} does not number its commitments; {asked} is a numbering of charm's.",
} as const;

export type NoteCode = keyof typeof templates;

/** A remark: `code` for programs, `args` for the prose of {@link describeNote}. */
export interface Note {
  readonly code: NoteCode;
  readonly severity: NoteSeverity;
  readonly args: Readonly<Record<string, string>>;
}

const severities: Partial<Record<NoteCode, NoteSeverity>> = {
  "not-found": "error",
  "series-ends": "error",
  "single-only": "error",
  "no-such-series": "error",
  "not-held-anywhere": "error",
  omitted: "error",
  "wrong-division": "error",
  "page-disagrees": "error",
  "edition-unknown": "error",
  "needs-place": "error",
  temporary: "warning",
  "assumed-document": "warning",
  "several-places": "warning",
  "several-documents": "warning",
  "ordinal-standard": "warning",
  "other-standards": "warning",
  "read-as-part": "warning",
  "former-name": "warning",
  revoked: "warning",
  superseded: "warning",
  enacted: "warning",
  "clause-enacted": "warning",
  "edition-not-held": "warning",
  "edition-older": "warning",
  "version-not-held": "warning",
  "heading-missing": "warning",
  "name-misspelt": "warning",
};

/** A remark of the severity its code has, unless another is given. */
export function makeNote(
  code: NoteCode,
  args: Readonly<Record<string, string>> = {},
  severity: NoteSeverity = severities[code] ?? "note",
): Note {
  return { code, severity, args };
}

/** The remark as one sentence. */
export function describeNote(note: Note): string {
  return templates[note.code].replaceAll(
    /\{(\w+)\}/g,
    (_match, name: string) => note.args[name] ?? "…",
  );
}

const withArticle =
  /\b(?:Act|Regulations|Order|Rules|Bill)(?: \d{4})?$|^(?:Guide|Charter)\b|\b(?:handbook|policy|framework|plan)$/i;

/** A document's name as it stands in a sentence: "the Guide", "the Children Act 2004", "KCSIE". */
export function nameDocument(name: string): string {
  if (/^the /i.test(name)) return name.replace(/^The /, "the ");
  if (/^(?:Her|His) /.test(name)) return name;
  return withArticle.test(name) ? `the ${name}` : name;
}

/** "A", "A and B", "A, B and C". */
export function joinNames(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? "";
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}
