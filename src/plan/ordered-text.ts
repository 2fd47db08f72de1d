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

const courtesy =
  "(?:please\\s+)?(?:(?:can|could|would|will) you\\s+(?:please\\s+)?|(?:i|we)\\s+(?:would like you to\\s+)?)?";
const order = new RegExp(
  `^${courtesy}(?<verb>${verbs})(?:\\s+(?:up|out))?(?:\\s+(?:me|us))?\\s+(?:an?|the|our|my|some|this)?\\s*(?<kind>(?:[\\p{L}\\d’'-]+\\s+){0,3}?(?:(?<form>${forms})|${documents}))\\b(?<rest>.*)$`,
  "iu",
);
/** "Write to the authority about …": a letter, though nobody calls it one. */
const writing = new RegExp(`^${courtesy}write(?:\\s+back)?\\s+(?<rest>to\\s+\\S.*)$`, "iu");
/** Another text in the same breath: "… and a pocket money policy". */
const another = new RegExp(
  `^(?:,\\s*|,?\\s+and\\s+)(?:also\\s+)?(?<article>an?|our|my|the)\\s+(?=(?:[\\p{L}\\d’'-]+\\s+){0,3}?(?:${forms}|${documents})\\b)`,
  "iu",
);
const joining =
  /^[\s,:–-]*(?:(?:on|of|about|for|covering|regarding|concerning|that covers|setting out)\s+)?/i;

/** Null for what asks to be told: "Outline …", "List …", "What must a policy cover?". */
export function readOrder(sentence: string): OrderedText | null {
  const addressed = writing.exec(sentence.trim())?.groups?.["rest"];
  if (addressed !== undefined) return { kind: "letter", about: addressed.replace(/[.?!\s]+$/, "") };
  const { verb = "", kind = "", form, rest = "" } = order.exec(sentence.trim())?.groups ?? {};
  if (kind === "" || (lending.test(verb) && form === undefined)) return null;
  return { kind: kind.toLowerCase(), about: rest.replace(joining, "").replace(/[.?!\s]+$/, "") };
}

/**
 * An order of several texts as one order each; the same where it orders one. What the last is to be about goes for a bare
 * "policy" before it as well.
 */
export function splitOrder(sentence: string): string[] {
  const { verb = "", kind = "", rest = "" } = order.exec(sentence.trim())?.groups ?? {};
  const next = another.exec(rest);
  if (readOrder(sentence) === null || next === null) return [sentence];
  const behind = rest.slice(next[0].length);
  const more = splitOrder(`${verb} ${next.groups?.["article"] ?? "a"} ${behind}`);
  const about = order.exec(more.at(-1) ?? "")?.groups?.["rest"] ?? "";
  const shared = /\s/.test(kind.trim()) ? "" : about.replace(/[.?!\s]+$/, "");
  return [`${sentence.trim().slice(0, -rest.length)}${shared}`, ...more];
}

/** What to search for: what it is about where its kind says nothing, and its kind as well where documents name it. */
export function searchedOf(sentence: string): string | null {
  const { form, kind = "", rest = "" } = order.exec(sentence.trim())?.groups ?? {};
  const ordered = readOrder(sentence);
  if (ordered === null) return null;
  if (kind === "") return ordered.about.replace(/^to\s+/i, "");
  // "Write a letter to the authority": to whom it goes belongs to its subject.
  if (form !== undefined && ordered.about !== "") {
    const before = kind.slice(0, kind.length - form.length).trim();
    return `${before} ${rest.replace(joining, "")}`.trim();
  }
  return `${kind}${rest}`.trim();
}
