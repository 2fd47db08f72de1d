// Takes a number that stands in none of the sources; tells whether its writer counted or reckoned it from what does.
import type { Quantity } from "../../text/quantities.ts";
import { readTimeFacts } from "../../text/time-facts.ts";
import { findActors } from "../duty-holders.ts";
import type { SentenceClaim } from "./rule.ts";

/** "six visits a year" of what is done every two months. */
export function isReckoned({ sentence, units }: SentenceClaim, { value }: Quantity): boolean {
  if (!/\b(?:a|each|every|per) year\b/i.test(sentence) || value === null) return false;
  const year = 365 * 24;
  return units.some(({ lead, text }) =>
    readTimeFacts(`${lead} ${text}`).some(
      ({ role, hours }) =>
        role === "interval" &&
        hours.most > 0 &&
        Math.round(year / hours.most) <= value &&
        value <= Math.round(year / Math.max(hours.least, 1)),
    ),
  );
}

/** "three conditions": a list with that many items; of people, with that many who act. */
export function isCounted(claim: SentenceClaim, fact: Quantity): boolean {
  const people = countsPeople.test(claim.sentence.slice(fact.end));
  const items = new Map<string, number>();
  for (const { lead, text } of claim.units)
    if (lead !== "" && (!people || namesFirst(text))) items.set(lead, (items.get(lead) ?? 0) + 1);
  return [...items.values()].includes(fact.value ?? -1);
}

/** "the placing authorities of children;" is somebody. */
function namesFirst(text: string): boolean {
  return findActors(text).some(({ start }) =>
    /^\W*(?:the |an? |each |any )?$/i.test(text.slice(0, start)),
  );
}

const countsPeople = /^\s+(?:\w+ )?(?:people|persons|adults|staff|members|colleagues|workers)\b/i;
