// Takes a line of a document's cover; says whether it can be the document's title, and what speaks for it.
import { setOfWords } from "../lists.ts";
import type { FrontLine } from "./front.ts";
import { dateAlone } from "./read-date.ts";

/** Names of publishers and kinds of publication stand on covers in large letters too. */
const publication =
  /^(?:HM Government|Department (?:for|of) .{3,40}|Ministry of .{3,40}|Ofsted|GOV\.UK|Guidance|Statutory guidance|DRAFT|(?:strictly |private and )?confidential)$/i;

/** What sections of any policy or report are called: true of none, and of all of them. */
const sectionNames = setOfWords(
  "aim aims objective objectives purpose scope introduction background overview contents index foreword preface summary rationale definition definitions statement policy procedure procedures policies guidance guidelines legislation references responsibilities roles context principles terms application document version control history executive table legal framework intent this the our of and for about why we have what is page abstract glossary acknowledgements appendix annex",
);

/** What the words before a colon, or a cell, say when they tell of the document and are no title. */
const control =
  /^(?:(?:document|policy|doc|our|site|home)\s)?(?:ref(?:erence)?|number|no\.?|version|author|owner|dated?|approv\p{L}*|(?:next |last )?review\p{L}*|issued?|status|page|prepared|written|created|signed|signature|name|role|registered\b.*|responsible\b.*|manager|provider|urn|ofsted\b.*|unique\b.*|sc\d+|tel\p{L}*|phone|mobile|fax|e-?mail|address|website|circulation|distribution|applies to|effective|inspection\b.*|to|from|fao|cc|attn|attention)\b[^:|]{0,40}[:|]/iu;
const contact =
  /@|https?:|www\.|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b(?:tel|phone|fax)\b.*\d|^\+?[\d\s()-]{9,}$/i;
const salutation = /^(?:dear\b|to whom it may concern|hello\b|hi\b)/i;

/** A line that opens a letter's text. */
export function isSalutation(text: string): boolean {
  return salutation.test(text.trim()) && text.length < 60;
}

/** The kinds of document that a text names are taken out of its words. */
export function isKindWord(word: string): boolean {
  return bareKind.test(word);
}

/** No date, publisher, section, addressee, control of the document, contact or sentence. */
export function canBeTitle({ text: written, cells }: Pick<FrontLine, "text" | "cells">): boolean {
  const text = written.trim();
  return (
    cells === null &&
    /\p{L}{3}/u.test(text) &&
    text.length <= 200 &&
    // What starts small is the rest of a sentence.
    /^\P{Ll}/u.test(text) &&
    !/[.;,:]$/.test(text) &&
    !/\p{Ll}\. \p{Lu}/u.test(text) &&
    dateAlone(text) === null &&
    !/^version\b.{0,12}$/i.test(text) &&
    !publication.test(text) &&
    !isSectionName(text) &&
    !/^\d{1,2}(?:(?:\.\d+)*[.)]|(?:\.\d+)+)\s/.test(text) &&
    !control.test(text) &&
    !contact.test(text) &&
    !isSalutation(text)
  );
}

/** `Policy Statement`, `1. Introduction`, `Aims and objectives of this policy`: made of such words alone. */
function isSectionName(text: string): boolean {
  const words =
    text
      .toLowerCase()
      .replace(/^[\d.()\s]+/, "")
      .match(/[\p{L}'’]+/gu) ?? [];
  // What every home must have is called by two such words (regulation 16).
  if (words.join(" ").startsWith("statement of purpose")) return false;
  return words.length > 0 && words.every((word) => sectionNames.has(word));
}

const kinds =
  "policy|policies|procedures?|statement|assessment|plan|guide|guidance|guidelines|handbook|charter|protocol|form|report|record|register|rota|agreement|contract|checklist|template|letter|minutes|schedule|manual|strategy|framework|code|regulations|act|standards|review|questionnaire|survey|programme|notice|leaflet|booklet|matrix|log|audit|description|specification|prospectus|brochure|pathway|toolkit|briefing|circular|rules|pack|evaluation|consultation|terms";
const kindOfDocument = new RegExp(`\\b(?:${kinds})\\b`, "i");
const bareKind = new RegExp(
  `^(?:${kinds})(?: (?:and|&) (?:${kinds}))*(?: (?:and|&) guidance)?$`,
  "i",
);

/** The line names a kind of document, as titles do. */
export function namesKind(text: string): boolean {
  return kindOfDocument.test(text);
}

/** `Policy and procedure`: the rest of a title above it. */
export function isBareKind(text: string): boolean {
  return bareKind.test(text.trim());
}

const places =
  /\b(?:Ltd|Limited|LLP|plc|CIC|Inc|Group|Trust|Company|Services?|Council|Association|Foundation|Partnership|Consortium|House|Homes?|Lodge|Cottage|Farm|Hall|Manor|Grange|Villa|Barn|Court|Place|Residential|Children[’']s Home)\.?$/i;
const joining = /\b(?:on|from|to|in|into|with|a|an|when|how|your|our|my|what|who)\b/i;

/** A house, company or council by name, and nothing said of what the document is. */
export function isHouseName(text: string, file: string): boolean {
  const folders = file.split("/").slice(0, -1);
  const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
  if (folders.some((folder) => same(folder, text))) return true;
  if (namesKind(text) || joining.test(text)) return false;
  const parts = text
    .split(/\s[–—-]\s|\s*[|,]\s*|\s+\(/)
    .map((part) => part.replace(/\)$/, "").trim());
  return parts.every(
    (part) => places.test(part) && part.split(" ").length <= 6 && /^\p{Lu}/u.test(part),
  );
}
