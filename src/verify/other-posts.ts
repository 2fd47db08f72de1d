// Holds the names of people who bear no duty of their own in this field; tells whom a sentence names of whom no source speaks.

/** People with posts or callings who bear no duty of their own in this field, each group by one name: data, not a rule. */
const otherPosts = [
  "nurses?",
  "doctors?|GPs?|(?:medical|general) practitioners?|physicians?",
  "dentists?",
  "pharmacists?",
  "psychologists?|psychiatrists?|therapists?|counsellors?",
  "teachers?",
  "solicitors?|lawyers?|barristers?",
  "advocates?",
  "judges?|courts?|magistrates?",
  "directors?|trustees?|partners?|shareholders?",
  "secretar(?:y|ies)(?! of state)",
  "deput(?:y|ies)(?: managers?)?",
  "(?:shift|team|group) leaders?|seniors?",
  "line managers?",
  "guardians?",
  "volunteers?",
  "neighbours?",
  "contractors?|engineers?|electricians?",
  "auditors?|accountants?",
  "probation officers?|youth workers?",
  "health visitors?",
  "mentors?|coaches?|trainers?",
  "interpreters?|translators?",
].map((group) => new RegExp(`\\b(?:${group})\\b`, "i"));

/** Whom a sentence names by such a post, as written, and no source does; null where it names none. */
export function findOtherPost(sentence: string, sources: string): string | null {
  for (const group of otherPosts) {
    const words = group.exec(sentence)?.[0];
    if (words !== undefined && !group.test(sources)) return words;
  }
  return null;
}
