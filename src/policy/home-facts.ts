// Takes the facts of a home; gives each that a pack asks for as a sentence of fixed form, or what is missing of it.
import type { Conflict } from "../gap/matrix.ts";
import type { HomeFacts } from "../homes/facts.ts";
import type { PackFact } from "../packs/pack.ts";

/** One fact as it is stated. */
export interface StatedFact {
  readonly fact: PackFact;
  /** A sentence; null for what is not known. */
  readonly says: string | null;
  /** What has to be filled in where it is not known. */
  readonly lacks: string;
}

export function stateFact(fact: PackFact, facts: HomeFacts): StatedFact {
  const said = simple[fact]?.(facts);
  if (said !== undefined) return { fact, ...said };
  return { fact, ...statePost(fact.replaceAll("-", " "), fact, facts) };
}

type Said = Pick<StatedFact, "says" | "lacks">;

function say(
  value: string | number | null,
  sentence: (value: string) => string,
  lacks: string,
): Said {
  return { says: value === null ? null : sentence(String(value)), lacks };
}

const simple: Partial<Readonly<Record<PackFact, (facts: HomeFacts) => Said>>> = {
  provider: ({ provider }) =>
    say(
      provider.name,
      (name) => `The registered provider is ${name}.`,
      "name of the registered provider",
    ),
  address: ({ address }) =>
    say(address, (at) => `The address of the home is ${at}.`, "address of the home"),
  telephone: ({ telephone }) =>
    say(
      telephone,
      (number) => `The telephone number of the home is ${number}.`,
      "telephone number of the home",
    ),
  email: ({ email }) =>
    say(email, (at) => `The e-mail address of the home is ${at}.`, "e-mail address of the home"),
  urn: ({ urn }) =>
    say(
      urn,
      (number) => `The number under which the home is registered is ${number}.`,
      "number under which the home is registered",
    ),
  capacity: ({ capacity }) =>
    say(
      capacity,
      (count) => `The home is registered for ${count} ${count === "1" ? "child" : "children"}.`,
      "number of children the home is registered for",
    ),
  ages: ({ ages: { from, to } }) =>
    say(
      from === null || to === null ? null : `${from} to ${to}`,
      (range) => `The home is for children aged ${range} years.`,
      "ages of the children the home is for",
    ),
  "host-authority": ({ hostAuthority }) =>
    say(
      hostAuthority,
      (name) => `The home stands in the area of ${name}.`,
      "local authority in whose area the home stands",
    ),
  "placing-authorities": ({ placingAuthorities }) =>
    say(
      placingAuthorities.length === 0 ? null : placingAuthorities.join(", "),
      (names) => `Authorities that place children in the home: ${names}.`,
      "authorities that place children in the home",
    ),
};

/** Whoever has left is none; who is meant where two hold a post that one person holds, nobody can say from here. */
function statePost(post: string, key: string, { people }: HomeFacts): Said {
  const names = people.flatMap((one) =>
    one.post === key && one.until === null && one.name !== null ? [one.name] : [],
  );
  const [name] = names;
  if (names.length > 1)
    return { says: null, lacks: `which of ${names.join(" and ")} is the ${post}` };
  return say(name ?? null, (who) => `The ${post} is ${who}.`, `name of the ${post}`);
}

/** Whether a contradiction is about a fact. */
export function isAboutFact(
  fact: PackFact,
  { kind, key }: Pick<Conflict, "kind" | "key">,
): boolean {
  if (fact === "ages" || fact === "capacity") return kind === fact;
  const who = fact === "provider" ? "registered provider" : fact.replaceAll("-", " ");
  return kind === "name" && key === who;
}
