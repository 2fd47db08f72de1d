// Takes a sentence; tells whether it orders a text to be written, of what kind and about what.

export interface OrderedText {
  /** "letter", "induction checklist". */
  readonly kind: string;
  /** What it is to be about, as it was written; empty where only the kind says so. */
  readonly about: string;
}

/** Texts of which no document of law says what they are: only their subject can be looked for. */
const forms =
  "letters?|e-?mails?|messages?|agendas?|checklists?|check-lists?|briefings?(?: notes?| papers?)?|memos?|memorandum|leaflets?|posters?|presentations?|slides|scripts?|templates?|newsletters?|articles?|speech|minutes|cover sheets?|sections?|paragraphs?|chapters?|parts?|notes?";
/** Texts that the law and its guidance speak of by these names. */
const documents =
  "polic(?:y|ies)|procedures?|protocols?|plans?|reports?|notices?|forms?|statements?(?: of purpose)?|handbooks?|guides?|job descriptions?|adverts?|contracts?|rotas?|timetables?|schedules?|risk assessments?|records?|agreements?|pro ?formas?";
const verbs =
  "write|draft|prepare|compose|create|produce|design|put together|make|type|give|provide|send|do|need|want";
/** With these only a text that is no answer in itself is an order to write: "give me a report on …" may want to be told. */
const lending = /^(?:make|give|provide|send|do|need|want)$/i;

const order = new RegExp(
  `^(?:please\\s+)?(?:(?:can|could|would|will) you\\s+(?:please\\s+)?|(?:i|we)\\s+(?:would like you to\\s+)?)?(?<verb>${verbs})(?:\\s+(?:up|out))?(?:\\s+(?:me|us))?\\s+(?:an?|the|our|my|some|this)?\\s*(?<kind>(?:[\\p{L}\\d’'-]+\\s+){0,3}?(?:(?<form>${forms})|${documents}))\\b(?<rest>.*)$`,
  "iu",
);
const joining =
  /^[\s,:–-]*(?:(?:on|of|about|for|covering|regarding|concerning|that covers|setting out)\s+)?/i;

/** Null for what asks to be told: "Outline …", "List …", "What must a policy cover?". */
export function readOrder(sentence: string): OrderedText | null {
  const { verb = "", kind = "", form, rest = "" } = order.exec(sentence.trim())?.groups ?? {};
  if (kind === "" || (lending.test(verb) && form === undefined)) return null;
  return { kind: kind.toLowerCase(), about: rest.replace(joining, "").replace(/[.?!\s]+$/, "") };
}

/** What to search for: what it is about where its kind says nothing, and its kind as well where documents name it. */
export function searchedOf(sentence: string): string | null {
  const { form, kind = "", rest = "" } = order.exec(sentence.trim())?.groups ?? {};
  const ordered = readOrder(sentence);
  if (ordered === null) return null;
  // "Write a letter to the authority": to whom it goes belongs to its subject.
  if (form !== undefined && ordered.about !== "") {
    const before = kind.slice(0, kind.length - form.length).trim();
    return `${before} ${rest.replace(joining, "")}`.trim();
  }
  return `${kind}${rest}`.trim();
}
