// Takes a document's front and title; gives what kind of text it is, `other` whenever that is in doubt.
import type { Authority } from "../document.ts";
import type { Front } from "./front.ts";
import { isOwnFolder } from "./own-folders.ts";

/** The first that applies decides, so that the most certain, and what must not be trusted, come first. */
const detectors: readonly (readonly [Authority, (front: Front, title: string) => boolean])[] = [
  ["legislation", isLegislation],
  ["statutory-guidance", isStatutoryGuidance],
  ["inspection", isInspectionGuidance],
  ["own", ({ file, inHome }) => inHome || isOwnFolder(file)],
  ["voluntary", isVoluntary],
];

/**
 * Only forms that are hard to mistake are recognised: legislation as legislation.gov.uk prints it, statutory guidance
 * that says so under Crown copyright, Ofsted's guidance as gov.uk prints it, charters and declarations of aims by title,
 * and the provider's own documents by the folder they are in.
 */
export function detectAuthority(front: Front, title: string): Authority {
  return detectors.find(([, applies]) => applies(front, title))?.[0] ?? "other";
}

function isLegislation({ opening, info }: Front): boolean {
  const enacted =
    info.author === "www.legislation.gov.uk" ||
    /BE IT ENACTED|in exercise of (?:the|its|his|her) powers?/i.test(fold(opening));
  const instrument =
    /^(?:UK |WELSH )?STATUTORY INSTRUMENTS$/m.test(opening) && /^\d{4} No\. \d+/m.test(opening);
  const act = /^\d{4} CHAPTER \d+$/m.test(opening) && /^An Act to\b/m.test(opening);
  return enacted && (instrument || act);
}

function isStatutoryGuidance(front: Front, title: string): boolean {
  const published =
    /©\s*Crown copyright/i.test(`${front.opening}\n${front.end}`) ||
    /^(?:HM Government|Department (?:for|of)\b|Ministry of\b)|@\S*\.gov\.uk$/i.test(
      front.info.author ?? "",
    );
  const stated =
    front.cover.some((line) => /^statutory guidance\b/i.test(line.text)) ||
    /\bstatutory guidance$/i.test(title) ||
    /\bthis (?:document |guide |guidance )?is statutory guidance\b|\b(?:this|the) (?:statutory )?(?:guide|guidance) is issued under\b|\bmust have regard to this (?:statutory )?(?:guide|guidance|document)\b/i.test(
      fold(front.early),
    );
  return published && stated;
}

/** Frameworks, handbooks and policies; not the report of one inspection, nor statistics. */
function isInspectionGuidance(front: Front, title: string): boolean {
  const { opening, info } = front;
  if (/^Registered provider:|^Inspection report for\b|^Inspection dates?:/im.test(opening))
    return false;
  const fromOfsted =
    /^(?:From|Publisher):\s*Ofsted\b/im.test(opening) ||
    /\bofsted\b/i.test(info.author ?? "") ||
    /\bofsted/i.test(publicationAddress(opening));
  if (!fromOfsted) return false;
  const kind = /^Guidance$/im.test(opening.split("\n").slice(0, 4).join("\n"));
  return kind || /\b(?:inspection framework|inspection handbook|enforcement policy)\b/i.test(title);
}

/** What gov.uk prints on the first pages; long addresses break over lines. */
function publicationAddress(opening: string): string {
  const start = /This publication is available at\s+(https:\/\/www\.gov\.uk\/\S+(?:\n\S*[-/]\S*)*)/;
  return start.exec(opening)?.[1] ?? "";
}

/** Titles of texts in which people say what they want or mean to do; a title may go on after a dash or a colon. */
const aims =
  /^(?:(?:the|our|my) )?(?:shared )?(?:ambitions?|aims|aspirations|vision|manifesto|pledges?)$|^(?:the )?changes we want\b/i;

/** What a group of people has set itself: charters, pledges, declarations of aims. It binds nobody. */
function isVoluntary({ opening, end }: Front, title: string): boolean {
  if (/\b(?:charter|manifesto|pledge)\b/i.test(title)) return true;
  const head = title.split(/\s[–—-]\s|:\s/)[0] ?? "";
  // What a government publishes under such a title is its policy.
  return aims.test(head.trim()) && !/©\s*Crown copyright/i.test(`${opening}\n${end}`);
}

function fold(text: string): string {
  return text.replace(/\s+/g, " ");
}
