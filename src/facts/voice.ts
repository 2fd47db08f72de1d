// Takes a sentence of an own document; tells whether the document says of itself, and as so, what the sentence speaks of:
// neither denied nor supposed, not told of the past, of others, or of what law forbids.

const adult = "staff|workers?|employees?|adults?|colleagues?|managers?|team|carers?|keyworkers?";

/** Told by, or of, another: law, an authority, other homes. */
const others = new RegExp(
  "\\b(?:regulations?|guide|guidance|acts?|laws?|standards|legislation|ofsted|inspectors?|tribunals?|research|report)\\s+(?:(?!(?:is|are|be|was|were)\\b)\\w+\\s+){0,2}?(?:says?|said|states?|stated|lists?|defines?|allows?|warns?|makes it|finds?|found|tells?|told|expects?|forbids?|prohibits?|treats?)\\b" +
    "|\\b(?:some|other|many|most|another|certain|former|previous|neighbouring|old)\\s+(?:\\w+\\s+)?(?:schools?|homes?|houses?|providers?|families|places?|councils?|services?|company|companies|organisations?|owners?|countries|agencies)\\b" +
    "|\\b(?:at|in|by) (?:school|prison|hospital|foster care)\\b",
  "i",
);

/** A clause behind one of these does not say when the main verb is. */
const subordinate =
  /\b(?:who|whom|which|that|when|where|if|after|once|because|how|what|why|since)\s+(?:[\w’'-]+\s+){0,4}?(?:was|were|did|had|found)\b/gi;
const past =
  /\b(?:(?<!(?:is|are|get|gets) )used to|no longer|in the past|formerly|previously|historically|until (?:19|20)\d\d|before (?:19|20)\d\d|(?:has|have) ended|had|was|were|did|found)\b/i;

/** What would be, were something so: no rule that is lived by. */
const supposed =
  /^(?:were|had)\s+(?:an?|any\w*|the|we|it|some\w*|staff|this|our)\b|\bwould(?: not)? (?:be (?:an?|un\w+|dis\w+|sus\w+|wrong)|have|lead|mean|amount|breach|count|never)\b|\b(?:imagine|suppose|supposing|scenario|case study|for example, if|for instance, if)\b|\?\s*$/i;

const quoted = /[“"][^”"]*\s[^”"]*\s[^”"]*\s[^”"]*[”"]/;

/** Whether a sentence tells what the home does: in doubt not, since another's voice and another time look much alike. */
export function speaksForItself(text: string): boolean {
  const main = text.replaceAll(subordinate, " ");
  return !(others.test(text) || past.test(main) || supposed.test(text) || quoted.test(text));
}

/** What is denied without a "not": by a verb, by what it would be, or by what happens to those who do it. */
const rejecting = new RegExp(
  "\\b(?:rul(?:e|es|ed|ing) out|forb(?:id|ids|idden|idding)|prohibit\\w*|outlaw\\w*|disallow\\w*|abolish\\w*|cease[ds]?|refrain\\w*|abstain\\w*|(?:do|does|done) away with|scrapped|dropped|discontinued|off limits|out of the question|instead of|in place of|as opposed to|rather than|unlike|free (?:of|from)|regardless of|opposed to)\\b" +
    "|\\b(?:is|are|be) banned(?! from| for)\\b" +
    `|\\b(?:we|${adult}|home|nobody) (?:\\w+ly )?(?:refus\\w*|declin\\w*|avoid\\w*|reject\\w*|disagree\\w*|end(?:s|ed)?|stop(?:s|ped)?|gave up)\\b` +
    "|\\b(?:is|are|be|as|amounts? to|counts? as)\\s+(?:\\w+\\s+){0,2}?(?:unacceptable|unlawful|illegal|wrong|misconduct|abuse|abusive|degrading|cruel)\\b|\\bagainst the (?:law|rules?)\\b" +
    `|\\b(?:${adult})\\b[^.;]*\\bwho\\b[^.;]*\\b(?:dismiss|suspend|disciplin|report|investigat)\\w*` +
    "|\\b(?:regulations?|reg\\.?|section|schedule)\\s+\\d|\\bcourts?\\b",
  "i",
);

/** A heading or lead-in under which things stand that are not done. */
const denying =
  /\b(?:not|no|never|nobody|none|nothing|cannot|without|prohibited|forbidden|banned|unacceptable|unlawful|illegal|ruled out|avoid|avoided|history|background|the law|legal|myths?|definitions?)\b|n['’]t\b/i;

/** Done to keep somebody well or safe, and not for what a child did. */
const protective =
  /\b(?:safeguard\w*|protect\w*|safety|safe|harm|welfare|interests?|risk\w*|allerg\w*|diet\w*|religio\w*|doctors?|dentist said|prescri\w*|medical advice|illness|ill|hygiene)\b/i;

/** "If talking does not work, …": when something is done, and not that it is not. */
const condition = /\b(?:if|when|where|once|because)\b[^,:;]*,/gi;

/**
 * Whether something is rejected by its own words or by what it stands under, or is done for another end than discipline.
 * @param context what it stands under, and what leads into it
 */
export function isRejected(text: string, context: string): boolean {
  return (
    rejecting.test(text) ||
    denying.test(context.replaceAll(condition, " ")) ||
    protective.test(text)
  );
}

/** Somebody in care, as the one who goes without. */
const child =
  "child(?:ren)?|young (?:people|persons?|ones?)|residents?|boys?|girls?|anyone|anybody|whoever|everyone|everybody|he|she|they|those|group|house";
const receiving =
  "get|gets|have|has|receive|receives|eat|eats|phone|call|see|visit|use|watch|buy|earn|sleep|join|go|be given|be allowed|given|allowed|permitted|paid";
const goesWithout = new RegExp(
  `\\b(?:${child})\\b[^.;:]*?\\b(?:(?:do|does|will|may|can|shall|must|is|are)(?: not|n['’]t)|cannot) (?:then |yet |also )?(?:${receiving})\\b` +
    `|\\b(?:${child})\\b[^.;:]*?\\b(?:has|have|gets?|receives?) (?:no|neither|nothing)\\b` +
    `|\\bno (?:\\w+ ){1,5}for (?:an?|any|the|that|those|whoever|anyone|child\\w*|young)\\b` +
    `|\\b(?:no (?:${child})|nobody|no one)\\b[^.;:]*?\\b(?:may|can|gets?|has|have|will|goes)\\s+(?:${receiving}|out)\\b`,
  "i",
);
const penal = /\b(?:sanctions?|consequences?|punish\w*|penalt(?:y|ies)|rewards?|disciplin\w*)\b/i;
const caused =
  /\b(?:who|whoever|if|when|where|after|because|until)\b|\b(?:that|the) (?:evening|night|day|week|weekend)\b/i;
const taking =
  /\b(?:take|lose|forfeit|stop|cancel|withhold|fine|dock|deny|refuse|punish|deprive)\w*\b/i;

/**
 * Whether a sentence says no and means that a child goes without something for what was done: "A child who swears has no
 * pudding". A no to the measure itself ("No sanction …", "Nobody may take …") is the opposite.
 */
export function deniesToChild(text: string): boolean {
  const main = text.replaceAll(/\bwho(?:ever)? \w+/gi, " ");
  return goesWithout.test(text) && caused.test(text) && !penal.test(text) && !taking.test(main);
}
