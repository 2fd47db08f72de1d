// Takes what is asked of a home; tells which fact of its home.yaml that is, where nothing else is asked.
import { setOfWords } from "../lists.ts";
import { contentStemList } from "../text/content-stems.ts";

/** A field of home.yaml, or whoever holds a post. */
export type FactAsked =
  | { readonly field: "person"; readonly post: string; readonly reached: boolean }
  | { readonly field: HomeField };

/** Fields of home.yaml that people ask for by themselves. */
export type HomeField = keyof typeof fields;

/** What each is called, the longest name first where one is part of another. */
const fields = {
  provider: "registered provider, provider, provider company, company that runs",
  urn: "unique reference number, urn, ofsted number, registration number",
  address: "address, postcode",
  postalAddress: "postal address",
  telephone: "telephone number, phone number, telephone, phone",
  email: "email address, email, e-mail address, e-mail",
  capacity:
    "capacity, registered capacity, number of children, many children, many young people, number of places, many places, number of beds, many beds",
  ages: "age range, ages, age group, age of children, how old",
  hostAuthority: "host authority, host local authority",
  placingAuthorities: "placing authorities, placing authority",
} as const;

/** Posts as home.yaml has them, with what else their holders are called. */
const posts: Readonly<Record<string, string>> = {
  "registered-manager": "registered manager, manager, home manager, head of home",
  "deputy-manager": "deputy manager, deputy",
  "responsible-individual": "responsible individual, ri, nominated individual",
  "nominated-director": "nominated director",
  "designated-safeguarding-lead": "designated safeguarding lead, safeguarding lead, dsl",
  "independent-person": "independent person, independent visitor",
  "fire-officer": "fire officer",
  "first-aid-lead": "first aid lead",
  "medication-lead": "medication lead, medicines lead",
  "health-and-safety-lead": "health and safety lead",
  "data-protection-lead": "data protection lead, data protection officer",
  "education-lead": "education lead",
  "complaints-officer": "complaints officer",
};

/** Words that may stand beside a name and ask for nothing else. */
const beside = new Set(
  contentStemList(
    "name names named called call home house current currently now present children child young people take have " +
      "look after live care register registered give tell know hold person",
  ),
);
const reaching = new Set(
  contentStemList("telephone phone number email e-mail contact details ring call"),
);

const persons = Object.entries(posts).flatMap(([post, names]) =>
  names.split(", ").map((name) => ({ post, stems: contentStemList(name) })),
);
const named = Object.entries(fields).flatMap(([field, names]) =>
  names.split(", ").map((name) => ({ field: field as HomeField, stems: contentStemList(name) })),
);
const longestFirst = (a: Stemmed, b: Stemmed) => b.stems.length - a.stems.length;
interface Stemmed {
  readonly stems: readonly string[];
}

/** How a question opens that asks for a name, a number or a place, and not for what is done. */
const asksWhich =
  /^(?:(?:so|and|please|tell me)\s+)?(?:who|whose|what|what['’]s|who['’]s|whats|whos|which|where|how (?:many|old)|for how many|give|name)\b/i;
/** "Who is a manager?" asks what one is. */
const anyOne = setOfWords("a an any each every");

/** Null where something else is asked, or more. @param topic without the names of documents */
export function readFactAsked(topic: string): FactAsked | null {
  if (!asksWhich.test(topic.trim())) return null;
  const stems = contentStemList(topic);
  const rest = (name: Stemmed, more: ReadonlySet<string>): boolean => {
    const at = stems.findIndex((_, i) => name.stems.every((stem, j) => stems[i + j] === stem));
    return (
      at >= 0 &&
      stems.every(
        (stem, i) => (i >= at && i < at + name.stems.length) || beside.has(stem) || more.has(stem),
      )
    );
  };
  const words = topic.toLowerCase().split(/[^\p{L}]+/u);
  if (words.some((word) => anyOne.has(word))) return null;
  const person = persons.toSorted(longestFirst).find((one) => rest(one, reaching));
  if (person !== undefined) {
    const reached = stems.some((stem) => reaching.has(stem));
    const isAsked = reached || /\b(?:who|whos|who['’]s|whose|name|named|called)\b/i.test(topic);
    return isAsked ? { field: "person", post: person.post, reached } : null;
  }
  const field = named.toSorted(longestFirst).find((one) => rest(one, none));
  return field === undefined ? null : { field: field.field };
}

const none: ReadonlySet<string> = new Set();
