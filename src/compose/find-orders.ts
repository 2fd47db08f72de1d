// Takes evidence; tells which of it speaks to whoever writes the answer rather than to the reader of the document.
import type { Evidence } from "../retrieve/evidence.ts";
import { makeFinding, type Finding } from "../findings/finding.ts";
import { neutralise } from "./neutralise.ts";

/** Orders to a machine, its role taken away or given, and marks of a prompt: no rule for a home has any of them. */
const orders: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass) (?:(?:all|any|of|the|these|those|my|and) )*(?:your|previous|prior|earlier|preceding|above|system|foregoing)(?: (?:and|or|previous|prior|earlier|system|own))* (?:instructions?|prompts?|rules|orders|text|messages?|guidelines)\b/i,
  /\b(?:ignore|disregard|forget) (?:all|any|everything|the) (?:of the )?(?:instructions?|prompts?|above|before|you were told)\b/i,
  /\byou are (?:now|no longer) (?:an? |the )?(?:\w+ ){0,3}(?:free|ai|assistant|model|chatbot|bot|bound|unrestricted)\b/i,
  /\b(?:system prompt|developer message|as an ai(?: language)? model|jailbreak)\b/i,
  /\b(?:assistant|language model|chatbot|ai),? (?:you )?(?:must|should|will) (?:now )?(?:answer|say|state|reply|respond|write|output|cite)\b/i,
  /<\|im_(?:start|end)\|>|\[\/?INST\]|<<SYS>>|<\/?evidence-/i,
];

/** Looked for in the text as it can be seen, so that invisible characters hide nothing. */
export function givesOrders({ passage, leads = [] }: Evidence): boolean {
  const quotable = [passage.text, ...leads.map((lead) => lead.passage.text)];
  const seen = quotable.flatMap((text) => [text, neutralise(text).replace(/\s+/g, " ")]);
  return seen.some((text) => orders.some((order) => order.test(text)));
}

/** Each such passage once: it is not used, and whoever keeps the documents should know of it. */
export function tellOrders(evidence: readonly Evidence[]): Finding[] {
  const found = new Map(evidence.filter(givesOrders).map((one) => [one.passage.id, one]));
  return [...found.values()].map(({ passage, document }) => {
    const place = passage.page === null ? (passage.trail.at(-1) ?? null) : `page ${passage.page}`;
    const name = place === null ? document.file : `${document.file}, ${place}`;
    return makeFinding("evidence-withheld", { place: name }, { reference: name });
  });
}
