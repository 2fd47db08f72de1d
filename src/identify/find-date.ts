// Takes a document's front; gives the date that its text is as at.
import { extname } from "node:path";
import { readControlLines, type ControlLine } from "./control-lines.ts";
import type { Front } from "./front.ts";
import { dateAlone, findDates } from "./read-date.ts";
import { readableName } from "./readable-name.ts";

const thing =
  "(?:(?:page|policy|document|procedure|content|guidance|statement|this version|it) )?(?:was )?";
const put =
  "(?:published|issued|approved|adopted|ratified|agreed|implemented|authorised|signed off|endorsed)";
const putting =
  "(?:issue|publication|approval|adoption|ratification|implementation|authorisation|effective|start)";
const by = "(?: by\\b[^:|]{0,60}?)?(?: on)?(?: the)?";

/** What may stand before a date for it to be the date of the text, surest first. */
const labels = [
  "document generated",
  `${thing}(?:last )?(?:updated|revised|amended|modified)${by}|date (?:last )?(?:updated|revised|amended|modified)|(?:date of )?(?:last )?(?:update|revision|amendment)(?: date)?`,
  `${thing}(?:last )?reviewed${by}|date (?:last )?reviewed|(?:date of )?(?:last|latest|most recent|previous) review(?: date)?(?: on)?|as at|(?:date of )?(?:this )?version(?: date)?`,
  `${thing}(?:first )?${put}${by}|date (?:first )?${put}|(?:policy |document )?${putting} date|date of (?:policy |document )?${putting}|${putting}|(?:effective|in force|valid) (?:from|as of)|(?:with )?effect from`,
  "(?:policy |document |report )?dated?|(?:date )?(?:written|created|prepared)(?: on)?|date of (?:this |the )?(?:policy|document|report|plan|letter|assessment)|(?:policy|document) date",
  "inspection dates?:.{0,40}",
].map((label) => new RegExp(`^(?:${label})$`, "i"));
/** A version may be followed by its date, with or without a label. */
const afterVersion = /^\W{0,2}version\b.{0,80}$/i;
const versionRank = 2;

/** Before a date these say that it is still to come. */
const nextReview =
  /\b(?:next|due|expir\w*|renew\w*|until|planned|scheduled|to be|review by|for review|valid to)\b(?:[^|;]{0,40})$/i;
/** Without more, nobody can say of which review: the last, if the next is given too, else perhaps the next. */
const someReview = /^(?:(?:policy|document|date of) )?review(?: date)?$/i;

/**
 * ISO date, or its leading part, where the document clearly states one; null otherwise. A review that is due is not
 * the date of a text. When it was made into a PDF or Word file is no such statement, except of legislation.gov.uk,
 * which prints the law as it stands on that day, and of web pages, whose publisher's system says it.
 */
export function findDate(front: Front): string | null {
  if (front.info.author === "www.legislation.gov.uk" && front.info.created !== null)
    return front.info.created;
  const stated = readControlLines(front).flatMap(readStated);
  const next = stated.find(({ kind }) => kind === "next")?.iso;
  const dated = stated.flatMap(({ kind, iso }) => {
    if (kind === "review" && next !== undefined && iso < next) return [{ rank: versionRank, iso }];
    return typeof kind === "number" ? [{ rank: kind, iso }] : [];
  });
  const best = Math.min(...dated.map(({ rank }) => rank));
  const surest = dated.find(({ rank }) => rank === best)?.iso;
  if (surest !== undefined) return surest;
  return (
    aloneOnCover(front) ??
    fromPublisher(front) ??
    findDates(readableName(front.file))[0]?.iso ??
    null
  );
}

interface StatedDate {
  readonly iso: string;
  /** Rank of its label, or what else the date is. */
  readonly kind: number | "next" | "review";
}

function readStated({ text, control }: ControlLine): StatedDate[] {
  let from = 0;
  return findDates(text).flatMap(({ iso, at, end }) => {
    const before = text.slice(from, at);
    const first = from === 0;
    from = end;
    const kind = kindOf(before, control, first);
    return kind === null ? [] : [{ iso, kind }];
  });
}

/** @param first whether what stands before the date begins the line */
function kindOf(before: string, control: boolean, first: boolean): StatedDate["kind"] | null {
  const parts = before
    .trim()
    .replace(/[\s:|(–—-]+$/, "")
    .split(/[|;•\t]|\s[–—-]\s|[.,]\s|:\s/);
  const segment = (parts.at(-1) ?? "").replace(/^\W+/, "").trim();
  if (nextReview.test(segment)) return "next";
  const colon = /[:|]\s*$/.test(before);
  // The label opens its part of the line, or is the words before a colon: `No: 1 Review Date: June 2030`.
  const words = segment.split(/\s+/);
  const starts = control || colon ? words.keys() : [0];
  for (const start of starts) {
    const label = words.slice(start).join(" ");
    if (someReview.test(label)) return "review";
    const rank = labels.findIndex((each) => each.test(label));
    if (rank >= 0) return rank;
  }
  const whole = before.trim();
  const special = labels.findIndex((each) => each.test(whole));
  if (first && special >= 0) return special;
  return first && afterVersion.test(whole) ? versionRank : null;
}

/** A date in a line of its own; as a heading it is one of many in the text, and under a label it belongs to that. */
function aloneOnCover({ cover }: Front): string | null {
  for (const [at, line] of cover.entries()) {
    const date = (line.heading ?? 0) === 0 ? dateAlone(line.text) : null;
    const before = cover[at - 1]?.text.trim().replace(/:$/, "") ?? "";
    if (date !== null && !nextReview.test(before) && !someReview.test(before)) return date;
  }
  return null;
}

function fromPublisher({ file, info }: Front): string | null {
  return /^\.html?$/i.test(extname(file)) ? info.created : null;
}
