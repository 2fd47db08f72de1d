// Compares each of several things that a sentence joins in front of what it says of them with where its sources say it.
import type { Finding } from "../../findings/finding.ts";
import { contentStems } from "../../text/word-stems.ts";
import type { SourceUnit } from "../align.ts";
import { readModals } from "../modality.ts";
import { blankOut } from "../quotes.ts";
import { findAgainst, type SentenceClaim } from "./rule.ts";

/** Share of a part's words by which a unit speaks of it. */
const speaksOf = 0.5;
/** Words of what is said that a source must have to be the one that says it. */
const fewestTold = 2;
/** By how much less of what is said a unit must say of one part than another says of the other. */
const clearlyLess = 0.4;

/**
 * "A and B must be reviewed", "if A or B happens, the board must be told", where only a source that does not speak of B
 * says so: worth a mark. Of one source's paragraphs or of several.
 */
export function checkJoined(claim: SentenceClaim): readonly Finding[] {
  if (claim.context.strict !== true || claim.statement.kind !== "requirement") return [];
  const parts = readJoined(claim);
  if (parts === null) return [];
  const rest = contentStems(parts.rest);
  const tells = (unit: SourceUnit) => shareIn(rest, unit);
  const held = parts.joined.flatMap((text) => {
    const stems = contentStems(text);
    const units =
      stems.size === 0 ? [] : claim.units.filter((unit) => shareIn(stems, unit) >= speaksOf);
    const [best] = units.toSorted((a, b) => tells(b) - tells(a));
    return best === undefined ? [] : [{ text: text.trim(), unit: best, told: tells(best) }];
  });
  const [least, ...others] = held.toSorted((a, b) => a.told - b.told);
  const most = others.at(-1);
  if (least === undefined || most === undefined || most.told - least.told < clearlyLess) return [];
  if (most.told * rest.size < fewestTold) return [];
  const options = { reference: least.text, severity: "warning" } as const;
  const args = { variant: "joined", claimed: least.text } as const;
  return [findAgainst(claim, most.unit.support, "reference-unsupported", args, options)];
}

/** What is joined, and what is said of it all; null where nothing is. */
function readJoined({ sentence, references }: SentenceClaim) {
  const text = blankOut(sentence, references);
  const [modal] = readModals(text);
  if (modal === undefined || modal.bearer !== "before") return null;
  const condition = /^\W*(?:if|where|when)\b([^,]*),/i.exec(text);
  const end = condition?.[0].length ?? modal.start;
  const [first = "", ...more] = (condition?.[1] ?? text.slice(0, end)).split(/\b(?:and|or)\b/i);
  // A comma joins only where a list ends with such a word.
  const joined = more.length === 0 ? [first] : [...first.split(","), ...more];
  return joined.length < 2 ? null : { joined, rest: text.slice(end) };
}

function shareIn(stems: ReadonlySet<string>, { stems: own, lead }: SourceUnit): number {
  const led = contentStems(lead);
  const shared = [...stems].filter((stem) => own.has(stem) || led.has(stem));
  return stems.size === 0 ? 0 : shared.length / stems.size;
}
