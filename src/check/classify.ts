// Tells what a sentence of a report is: a requirement, a statement, the author's advice, a link, or a quotation.
import { readModals, strongest } from "../verify/modality.ts";
import { blankOut, findQuotes } from "../verify/quotes.ts";
import type { StatementKind } from "../verify/statement.ts";
import { contentStems } from "../text/word-stems.ts";

const advising =
  /^(?:consider|explore|think about|try|aim|offer|seek|encourage|invest|use|look at|start)\b|\b(?:consider (?:adding|using|having|age|a|an|the|these|methods)|can (?:also )?(?:help|be (?:beneficial|helpful|challenging|difficult|expensive|demanding))|could (?:also )?(?:help|be)|we (?:recommend|suggest|advise)|good idea|you (?:may|might) (?:want|wish)|is a good starting point)\b/i;
const adviceHeading =
  /\b(?:challenges?|mitigation|recommendations?|suggest\w*|tips|next steps|ideas)\b/i;
/** Titles and labels of charm's own over what no document says. */
const ofWriter =
  /\badvice, not a requirement\b|^(?:to ask|to talk over|scenario|draft text, to be checked and completed)$/i;
const missingHeading =
  /\b(?:not (?:found|covered|held|answered)|not in the (?:corpus|library|documents)|what is missing)\b/i;
const leadingOn =
  /^(?:based on|by (?:carefully |proactively )?|in (?:summary|conclusion|short)|overall|this (?:section|report|part|document|answer)|the following|below|here|engine:|library:|documents?:|model:)/i;
/** A conditional without "if": "should an incident occur". */
const inverted = /\bshould\s+(?:\w+\s+){1,6}(?:be|arise|occur|happen|need)\b/i;

/** Whether a label in front of a sentence says that it is its writer's own. */
export function isOfWriter(label: string): boolean {
  return ofWriter.test(label);
}

/** @param headings headings the sentence stands under, outermost first */
export function classify(text: string, headings: readonly string[]): StatementKind {
  if (/^without a language model charm quotes and does not draft\b/i.test(text))
    return "connective";
  const outside = blankOut(text, findQuotes(text));
  const own = contentStems(outside.replace(/^[^:]{0,120}:(?=\s*$|\s{2,})/, ""));
  if (findQuotes(text).length > 0 && own.size <= 1) return "quote";
  if (headings.some((heading) => missingHeading.test(heading))) return "absence";
  // "dietary requirements" and "as required" bind nobody.
  const modals = readModals(outside).filter(
    ({ words }) => !/^(?:requirements?|required)$/.test(words),
  );
  const force = strongest(modals);
  const binds = modals.some(({ force: each, bearer }) => each !== "may" && bearer !== "none");
  if (leadingOn.test(text) && !binds) return "connective";
  if (headings.some((heading) => ofWriter.test(heading))) return "advice";
  if (headings.some((heading) => adviceHeading.test(heading)) || advising.test(outside))
    return "advice";
  if (/:\s*$/.test(text)) return force === "must" && binds ? "requirement" : "connective";
  if (force === "must") return "requirement";
  if (force === "should" && !inverted.test(outside)) return "requirement";
  return "statement";
}
