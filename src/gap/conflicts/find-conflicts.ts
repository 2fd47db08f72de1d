// Takes the documents of one home and its facts; gives what they tell differently of the same thing.
import type { HomeFacts } from "../../homes/facts.ts";
import { firstOfEach, groupBy } from "../../lists.ts";
import type { Conflict, ConflictSide } from "../matrix.ts";
import type { OwnDocument } from "../own-document.ts";
import type { OwnUnit } from "../own-unit.ts";
import { toPlace } from "../to-place.ts";
import { agesTold, capacityTold, readAges, readCapacity } from "./children.ts";
import { compareDevices, readDevices } from "./devices.ts";
import {
  nameTold,
  providerTold,
  readAddressee,
  readNames,
  readProvider,
  readSupervision,
} from "./posts.ts";
import { findTimeConflicts, readPoliceTime } from "./time-limits.ts";
import type { ToldFact } from "./told-fact.ts";

export interface KnownConflict extends Conflict {
  /** The units whose words the sides quote. */
  readonly units: readonly OwnUnit[];
}

/** A home.yaml, as places name it. */
export interface NamedFacts {
  readonly file: string;
  readonly facts: HomeFacts;
}

const readers = [
  readAges,
  readCapacity,
  readNames,
  readProvider,
  readSupervision,
  readAddressee,
  readPoliceTime,
];

/** The law copied out, and what is left blank, tell nothing of the home. */
export function findConflicts(
  documents: readonly OwnDocument[],
  home: NamedFacts | null,
): KnownConflict[] {
  const units = documents
    .flatMap((document) => document.units)
    .filter(({ flaw }) => flaw === null || flaw === "heading-only");
  const devices = readDevices(units);
  const facts = [
    ...(home === null ? [] : factsOf(home)),
    ...units.flatMap((unit) => readers.flatMap((read) => read(unit))),
    ...devices,
  ];
  const told = [...groupBy(facts, ({ kind, key }) => `${kind}#${key}`).values()].flatMap(
    (group) => {
      const apart = firstOfEach(group, ({ value, unit }) => `${value}#${unit?.file ?? ""}`);
      return apart.every((one, i) => apart.slice(i + 1).every((other) => agree(one, other)))
        ? []
        : [toConflict(apart, home)];
    },
  );
  const pair = compareDevices(devices);
  const pairs = [
    ...(pair === null || told.some(({ kind }) => kind === "devices") ? [] : [pair]),
    ...findTimeConflicts(units),
  ];
  return [...told, ...pairs.map((one) => toConflict(one, home))];
}

/** The same, or one within the least that the other asks for: fewer weeks apart are more often. */
function agree(one: ToldFact, other: ToldFact): boolean {
  const [a, b] = [Number(one.value), Number(other.value)];
  return (
    one.value === other.value ||
    (one.atLeast === true && b <= a) ||
    (other.atLeast === true && a <= b)
  );
}

function factsOf({ facts }: NamedFacts): ToldFact[] {
  const { ages, capacity, people, provider } = facts;
  const inPost = people.filter(({ until, name }) => until === null && name !== null);
  return [
    ...(ages.from === null || ages.to === null ? [] : [agesTold(ages.from, ages.to, null)]),
    ...(capacity === null ? [] : [capacityTold(capacity, null)]),
    ...(provider.name === null ? [] : [providerTold(provider.name, null)]),
    ...inPost.map(({ post, name }) => nameTold(post.replaceAll("-", " "), name ?? "", null)),
  ];
}

function toConflict(facts: readonly ToldFact[], home: NamedFacts | null): KnownConflict {
  const sides = facts.map((fact): ConflictSide => {
    const { unit, says } = fact;
    const place =
      unit === null
        ? { file: home?.file ?? "", section: null, page: null, quote: says }
        : toPlace(unit);
    return { ...place, says };
  });
  const [first] = facts;
  return {
    kind: first?.kind ?? "",
    key: facts.every(({ key }) => key === first?.key) ? (first?.key ?? null) : null,
    about: first?.about ?? "",
    sides: sides.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
    units: facts.flatMap(({ unit }) => unit ?? []),
  };
}
