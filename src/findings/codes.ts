// Every finding there can be: its usual severity and all of its wordings. docs/findings.md explains each.

export type Severity = "error" | "warning" | "note";

interface Template {
  /** Usual severity; a rule may give a milder one where it cannot be sure. */
  readonly severity: Severity;
  /** `{name}` is filled in from the arguments; of several wordings the argument `variant` chooses one. */
  readonly message: string | Readonly<Record<string, string>>;
}

/** A remark on how a reference was read, in a sentence of its own (src/references/notes.ts). */
const noted = "{said}";
/** A close copy of the source with other words in one spot. */
const exchanged = "The statement follows {place} word for word but has “{claimed}” for “{said}”.";

export const findingTemplates = {
  "quote-not-on-page": {
    severity: "error",
    message: {
      absent: "The words quoted do not stand in {place}.",
      departs: "The words quoted do not stand in {place}; it has “{printed}” for “{quoted}”.",
      elsewhere: "The words quoted do not stand in {place}; they stand in {other}.",
      "not-in-piece": "The words quoted do not stand in the piece they are said to be from.",
      "not-in-cited": "The words in quotation marks do not stand in what is cited.",
    },
  },
  "quote-hides-words": {
    severity: "error",
    message: "The quotation from {place} leaves out words that change what it says: “{hidden}”.",
  },
  "page-paragraph-mismatch": {
    severity: "error",
    message: { noted, listed: "{document} {locator} is on {pages}, not on page {said}." },
  },
  "reference-missing": {
    severity: "error",
    message: {
      noted,
      "not-in-document": "{document} has no {reference}.",
      "no-page": "{document} has {pages} pages; there is no page {page}.",
    },
  },
  "reference-ambiguous": { severity: "warning", message: { noted } },
  "reference-external": {
    severity: "note",
    message: { noted, unnamed: "{said} The sources cited do not name it either." },
  },
  "reference-unsupported": {
    severity: "error",
    message: {
      elsewhere: "The statement names {reference}, but what it cites is {sources}.",
      silent: "Nothing in {sources} speaks of {words}.",
      joined: "{place} does not say it of “{claimed}”.",
    },
  },
  "arrangement-unsourced": {
    severity: "error",
    message: {
      otherwise:
        "What the home’s sources say does not bear it out: no more may be said, and nothing else.",
      "law-as-done": "It tells as done what {sources} asks for, and no source of the home says so.",
      mixed:
        "It says of one thing what the law asks for and what the home does: each needs a sentence.",
      words: "Nothing in the sources of its section speaks of {words}.",
      blank: "The place to complete says something itself: {words}.",
      hangs: "It goes on from a sentence that is left out.",
      unnamed: "It does not say who or what it speaks of.",
    },
  },
  "statement-uncited": {
    severity: "error",
    message: {
      quotation: "A quotation that cites nothing: “{text}”",
      statement: "A statement that cites nothing: “{text}”",
      "of-model": "The statement cites nothing.",
      "nothing-listed": "Nothing is cited for “{text}”",
      listed: "Nothing is cited for “{text}”; {place} speaks of it.",
      unborne: "Nothing is cited for “{text}”.",
      unspoken: "Nothing is cited for “{text}”; no source listed speaks of {words}.",
    },
  },
  "marker-unknown": { severity: "error", message: "{marker} stands for no source of the list." },
  "must-for-should": {
    severity: "error",
    message: {
      exchanged: "The statement says “{claimed}” where {place} says {said}.",
      should: "The statement says “{claimed}” where {place} says that it should be so.",
      may: "The statement says “{claimed}” where {place} says that it may be so.",
      silent: "The statement says “{claimed}” where {place} says nothing of a duty.",
    },
  },
  "should-for-must": {
    severity: "error",
    message: {
      exchanged: "The statement says “{claimed}” where {place} says {said}.",
      must: "The statement says “{claimed}” where {place} says that it must be so.",
      should: "The statement says “{claimed}” where {place} says that it should be so.",
    },
  },
  "wrong-duty-holder": {
    severity: "error",
    message: {
      exchanged,
      bears: "The statement lays this on {claimed}; {place} lays it on {said}.",
      receives: "The statement lays this on {claimed}, to whom it is done in {place}.",
      aside: "The statement has {claimed} told; {place} speaks of {claimed} in another place.",
      decides: "The statement leaves this to {claimed}; {place} leaves it to {said}.",
      stranger: "The statement speaks of {claimed}, of whom the source says nothing.",
    },
  },
  "number-not-in-source": {
    severity: "error",
    message: {
      absent: "“{claimed}” does not stand in {sources}.",
      instead: "“{claimed}” does not stand in {sources}; {place} says “{said}”.",
      "of-another": "“{claimed}” is said of something else; of this {place} says “{said}”.",
      "to-another": "“{claimed}” stands in {place} where it speaks of {said}.",
    },
  },
  "limit-changed": {
    severity: "error",
    message: {
      changed: "The statement makes “{claimed}” of a limit that {place} gives as “{said}”.",
      added: "The statement says “{claimed}” where {place} sets no such limit.",
    },
  },
  "negation-changed": {
    severity: "error",
    message: {
      exchanged,
      waived: "The statement says “{claimed}” where {place} says “{said}”.",
      denied: "The statement says “{claimed}” where {place} denies nothing.",
      forbidden: "The statement says “{claimed}” where {place} forbids it.",
      undenied: "{place} says “{said}”; the statement denies nothing.",
    },
  },
  "wording-changed": { severity: "error", message: { exchanged } },
  "list-cut": {
    severity: "warning",
    message:
      "The list of {place} is quoted without {left}, and nothing shows that they are left out.",
  },
  "list-changed": {
    severity: "error",
    message: "The statement joins with “{claimed}” what {place} joins with “{said}”.",
  },
  "opposite-said": {
    severity: "error",
    message: "The statement says “{claimed}” where {place} says “{said}”.",
  },
  "condition-dropped": {
    severity: "warning",
    message:
      "{place} makes this depend on a condition that the statement leaves out: “{condition}”.",
  },
  "own-document-as-authority": {
    severity: "error",
    message: {
      binding: "{document} is the provider's own document: it cannot say what must be done.",
      listed:
        "{document} is the provider's own document, listed as if it had the standing of law and guidance.",
    },
  },
  "weak-authority": {
    severity: "error",
    message: {
      voluntary:
        "{document} binds nobody (a voluntary standard), yet the statement says what must be done.",
      other:
        "{document} binds nobody (no law or guidance), yet the statement says what must be done.",
    },
  },
  "guidance-as-law": {
    severity: "warning",
    message: {
      guidance: "The statement calls this law, but {place} is guidance.",
      plan: "The statement calls this law, but {place} is neither law nor guidance.",
      law: "The statement calls this guidance, but {place} is law.",
    },
  },
  "untrusted-source": {
    severity: "error",
    message: "{document} is not trusted, and nothing may rest on it.",
  },
  "expired-text-cited": {
    severity: "error",
    message: {
      noted,
      omitted: "{place} has been omitted by amendment.",
      temporary: "{place} is temporary text that has run out.",
    },
  },
  "document-not-in-library": {
    severity: "error",
    message: "{document} is not in the library, so nothing that rests on it can be checked.",
  },
  "repeated-source": {
    severity: "warning",
    message: "{place} is listed already on line {first}.",
  },
  "source-unused": { severity: "note", message: "{place} is listed but never cited." },
  "required-called-optional": {
    severity: "error",
    message: "This is put outside what guidance asks for, but {place} is about it: “{title}”.",
  },
  "source-disclaimed": {
    severity: "warning",
    message: "The report says that it was written without the text it goes by: “{said}”.",
  },
  "key-unknown": {
    severity: "error",
    message: "“{key}” is the key of no evidence that was given.",
  },
  "lead-left-out": {
    severity: "error",
    message: "It goes on words that were left out.",
  },
  "evidence-withheld": {
    severity: "warning",
    message: "A passage of {place} gives orders to whoever writes the answer; it was not used.",
  },
  "model-not-used": {
    severity: "error",
    message: "The answer is in the documents' own words, not the language model's: {reason}",
  },
  "prose-not-written": {
    severity: "error",
    message:
      "The draft is without a language model’s connecting text, or without some of it: {reason}",
  },
  "reply-cut": {
    severity: "warning",
    message:
      "The model's reply broke off before its end: what was whole of it is shown, and more may have been to come.",
  },
  "revision-not-made": {
    severity: "warning",
    message: "Statements found wanting were not put right: {reason}",
  },
  "statement-revised": {
    severity: "note",
    message:
      "The model's first wording did not stand up to its source and was replaced by “{text}”",
  },
  "prompt-cut": {
    severity: "warning",
    message:
      "The endpoint read only {tokens} tokens of the prompt: its window may be smaller than charm was told (model.context).",
  },
  "law-and-guidance-differ": {
    severity: "note",
    message: "{law} and {guidance} differ on this: {matter}. The law prevails.",
  },
  "guidance-overtaken": {
    severity: "note",
    message: "{place} speaks of {term}; since then: {now} ({newer}).",
  },
  "file-not-read": { severity: "error", message: "{why}" },
  "read-in-part": { severity: "note", message: "{what}" },
  "name-misspelt": {
    severity: "note",
    message: "“{written}” is called the {right}.",
  },
  "another-matter": {
    severity: "warning",
    message: "{named} is about something else: “{title}”. On “{matter}” see {meant}.",
  },
  "replaced-named": {
    severity: "warning",
    message: {
      noted,
      term: "“{term}” is out of date. Since {since}: {now} ({source}).",
    },
  },
  "copy-changed": {
    severity: "warning",
    message: "This copies {place}, but not word for word: {changes}. {said}",
  },
  "words-of-another-place": {
    severity: "warning",
    message: "These words stand in {place}, not in {named}: “{words}”",
  },
  "left-blank": {
    severity: "warning",
    message: {
      once: "“{blank}” is still to be filled in.",
      often: "“{blank}” is still to be filled in, and so are {more} more like it.",
    },
  },
  "template-remains": {
    severity: "warning",
    message: "“{words}” is left over from a template or from a chat with a machine.",
  },
  "review-overdue": {
    severity: "warning",
    message: "The review was due by {date}.",
  },
  "appendix-differs": {
    severity: "warning",
    message: {
      another: "{named} is “{title}”; “{meant}” is {other}.",
      unlike: "{named} is “{title}”, which is something else.",
      absent: "There is no {named}; the document has {held}.",
    },
  },
  "other-home-name": {
    severity: "warning",
    message: {
      home: "“{name}” is another home.{again}",
      called: "The home is called “{name}” here, and {own} in charm.yaml.",
      person: "“{name}” stands in the facts of another home, and not of this one.{again}",
    },
  },
  "own-documents-left-out": {
    severity: "note",
    message:
      "Own documents were left out: there are several homes in charm.yaml, and none was named (--home NAME).",
  },
  "weaker-than-law": {
    severity: "warning",
    message: {
      limit: "This asks for less than the place it names: “{claimed}”; {place} has “{said}”.",
      force: "This says “{claimed}”; {place}, which it names, says that it must be so.",
    },
  },
  "edition-superseded": {
    severity: "warning",
    message: "{older}: the library holds {newer}.",
  },
} as const satisfies Readonly<Record<string, Template>>;

export type FindingCode = keyof typeof findingTemplates;

type MessageOf<Code extends FindingCode> = (typeof findingTemplates)[Code]["message"];

/** Names in braces. */
type NamesIn<Message> = Message extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type ArgsFor<Message> = Message extends string
  ? Readonly<Record<NamesIn<Message>, string>>
  : {
      [Variant in keyof Message]: { readonly variant: Variant } & Readonly<
        Record<NamesIn<Message[Variant]>, string>
      >;
    }[keyof Message];

/** What the message of a code is made of: the names in its wording and, where it has several, the `variant`. */
export type FindingArgs<Code extends FindingCode = FindingCode> = Code extends FindingCode
  ? ArgsFor<MessageOf<Code>>
  : never;

/** The message of a finding, in one sentence or two. */
export function describeFinding<Code extends FindingCode>(
  code: Code,
  args: FindingArgs<Code>,
): string {
  const { message }: Template = findingTemplates[code];
  const values: Readonly<Record<string, string>> = args;
  const wording = typeof message === "string" ? message : (message[values["variant"] ?? ""] ?? "");
  return wording.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? "");
}
