// Takes a gathered part of a question; gives it as a model is asked it: with its evidence, the most valuable first.
import { firstOfEach } from "../../lists.ts";
import { isWithin } from "../../place/address.ts";
import { findDelegations } from "../../retrieve/delegated-lists.ts";
import type { Evidence } from "../../retrieve/evidence.ts";
import { answeredFrom, unscored, type RankedStatement } from "../../score/rank-statements.ts";
import type { AskedPart, GatheredPart } from "../engine.ts";
import { givesOrders } from "../find-orders.ts";
import { nowhere, type Lookup } from "./lookup.ts";

/** Law this far behind the best of its part still brings the Schedule that it leaves a list to (logarithm of odds). */
const delegating = 1.2;
/** Passages of guidance that bring the paragraph before and after. */
const withNeighbours = 8;
/** Passages of a document that the question is about, where none of its statements answers. */
const ofNamed = 6;

export function askParts(
  parts: readonly GatheredPart[],
  lookup: Lookup = nowhere,
): Promise<AskedPart[]> {
  return Promise.all(parts.map((part) => orderEvidence(part, lookup)));
}

async function orderEvidence(part: GatheredPart, lookup: Lookup): Promise<AskedPart> {
  const { heading, query, ranked, evidence, writes, asks, unmet } = part;
  const named = namedOwn(part, lookup);
  const own = await orderOwn(part, named, lookup);
  const likely = ranked.filter(({ score }) => score >= answeredFrom);
  const foremost = withSchedules(likely, evidence);
  const guidance = foremost.filter(({ document }) => document.authority === "statutory-guidance");
  const around = await lookup.around(guidance.slice(0, withNeighbours));
  // What was not worth scoring is not worth reading either, unless the question names it.
  const rest = passagesOf(ranked.filter(({ score }) => score > unscored));
  const asked = evidence.filter(({ signals }) => signals.named === 1);
  const withheld = evidence.filter(givesOrders);
  const ordered = firstOfEach([...foremost, ...asked, ...around, ...rest, ...withheld], idOf);
  return {
    heading,
    query,
    ranked,
    unmet,
    evidence: ordered,
    own,
    aboutOwn: named.length > 0,
    ...(asks === undefined ? {} : { asks }),
    ...(writes === undefined ? {} : { writes }),
  };
}

/** Own documents that the part is about, also where it asks what the law says to them. */
function namedOwn({ own, query }: GatheredPart, lookup: Lookup): readonly string[] {
  if (own?.named === true) return own.findings.map(({ document }) => document.id);
  return lookup.mentioned(query);
}

/** What own documents say, by their own measure first; of those the question is about, something in any case. */
async function orderOwn(
  { own, ranked, query }: GatheredPart,
  named: readonly string[],
  lookup: Lookup,
): Promise<Evidence[]> {
  const findings = own === undefined ? [] : [...own.findings, ...own.others];
  const said = passagesOf(findings.flatMap(({ statements }) => statements));
  const near = named.length === 0 ? [] : await lookup.within(named, query);
  const isOwn = ({ document }: Evidence) => document.authority === "own";
  const others = passagesOf(ranked.filter(({ score }) => score > unscored)).filter(isOwn);
  return firstOfEach([...said, ...near.slice(0, ofNamed), ...others], idOf);
}

/** Passages by their best statement, behind law that leaves a list to a Schedule those of the Schedule. */
function withSchedules(
  ranked: readonly RankedStatement[],
  evidence: readonly Evidence[],
): Evidence[] {
  const least = (ranked[0]?.score ?? 0) - delegating;
  const leaving = new Set(
    ranked.filter(({ score }) => score >= least).map((each) => each.evidence.passage.id),
  );
  return passagesOf(ranked).flatMap((source) => {
    const { passage, document } = source;
    if (document.authority !== "legislation" || !leaving.has(passage.id)) return [source];
    const schedules = findDelegations(source.mentions ?? []);
    const isListed = ({ passage: other }: Evidence) =>
      other.documentId === passage.documentId &&
      schedules.some((schedule) => isWithin(other.spans[0]?.address ?? null, schedule));
    const listed = evidence.filter(isListed);
    return [source, ...listed.toSorted((a, b) => a.passage.ordinal - b.passage.ordinal)];
  });
}

function passagesOf(statements: readonly RankedStatement[]): Evidence[] {
  return firstOfEach(
    statements.map(({ evidence }) => evidence),
    idOf,
  );
}

function idOf({ passage }: Evidence): string {
  return passage.id;
}
