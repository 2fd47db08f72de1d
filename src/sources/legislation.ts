// Takes a text of legislation.gov.uk; gives the effects that other legislation has on it, as its changes feed lists them.
//
// The feed is Atom, with an Effect of legislation.gov.uk's metadata in each entry. Its fields are those that the
// publisher documents (github.com/legislation/data-documentation, formats/atom.md and model/effects.md): `Applied` says
// of the effect, and of each of its days in force, whether the revised text has it in; `RequiresApplied` whether it is
// ever to be written into it; `Prospective` stands in the place of a day that is not set.
import { SaxesParser } from "saxes";
import type { Web } from "./web.ts";
import { refused } from "./web-faults.ts";

const origin = "https://www.legislation.gov.uk";
/** Pages of a feed that are read, of 50 effects each. */
const mostPages = 20;

/** An effect, from one day on: one that comes into force in parts is several. */
export interface Effect {
  /** As the feed has it: "reg. 12(2)". */
  readonly provisions: string;
  /** "words substituted", "inserted". */
  readonly kind: string;
  /** What brings it about: "SI 2022/634". */
  readonly by: string;
  /** ISO day; null while none is set. */
  readonly inForce: string | null;
  /** Whether the published text has it in. */
  readonly applied: boolean;
  /** Whether the published text is to have it in: not where what it changes was repealed before, for one. */
  readonly toApply: boolean;
}

export interface Effects {
  readonly effects: readonly Effect[];
  /** False where the feed has more than are read. */
  readonly isWhole: boolean;
}

/** @param path such as `uksi/2015/541` @throws CharmError `source-refused` for anything but such a feed, and as `web` */
export async function readEffects(path: string, web: Web): Promise<Effects> {
  const effects: Effect[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const url = `${origin}/changes/affected/${path}/data.feed?results-count=50&page=${page}`;
    const { bytes } = await web(url);
    const read = parseFeed(Buffer.from(bytes).toString(), url);
    effects.push(...read.effects);
    if (!read.more || read.effects.length === 0) return { effects, isWhole: true };
  }
  return { effects, isWhole: false };
}

const metadata = "http://www.legislation.gov.uk/namespaces/metadata";
/** What the number of a statutory instrument is written with, by the type that the feed has. */
const series: Readonly<Record<string, string>> = {
  UnitedKingdomStatutoryInstrument: "SI",
  UnitedKingdomPublicGeneralAct: "Act",
};

type OpenEffect = Omit<Effect, "inForce">;
type Day = Pick<Effect, "inForce" | "applied">;

/** @throws CharmError `source-refused` for what is no such feed */
function parseFeed(text: string, url: string): { effects: Effect[]; more: boolean } {
  const effects: Effect[] = [];
  let days: Day[] = [];
  let open: OpenEffect | null = null;
  let [isFeed, more, within] = [false, "", ""];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", ({ local, uri, attributes }) => {
    const value = (name: string) => attributes[name]?.value.trim() ?? "";
    within = local;
    if (local === "feed") isFeed = true;
    if (uri !== metadata) return;
    if (local === "Effect") [open, days] = [toEffect(value), []];
    if (local === "InForce" && open !== null) days.push(toDay(value, open));
  });
  parser.on("text", (words) => {
    if (within === "morePages") more += words;
  });
  parser.on("closetag", ({ local, uri }) => {
    within = "";
    if (local !== "Effect" || uri !== metadata || open === null) return;
    effects.push(...spread(open, days));
    open = null;
  });
  try {
    parser.write(text).close();
  } catch {
    throw refused(url, "it is no XML");
  }
  if (!isFeed) throw refused(url, "it is no feed of changes");
  return { effects, more: Number(more.trim()) > 0 };
}

function spread(effect: OpenEffect, days: readonly Day[]): Effect[] {
  const from = days.length > 0 ? days : [{ inForce: null, applied: effect.applied }];
  return from
    .map((day) => ({ ...effect, ...day }))
    .toSorted((a, b) => ((a.inForce ?? "9") < (b.inForce ?? "9") ? -1 : 1));
}

/** A day that says nothing of its own is as the effect is. */
function toDay(value: (name: string) => string, { applied }: OpenEffect): Day {
  const date = value("Date");
  const own = value("Applied");
  return {
    inForce: value("Prospective") !== "true" && /^\d{4}-\d\d-\d\d$/.test(date) ? date : null,
    applied: own === "" ? applied : own === "true",
  };
}

function toEffect(value: (name: string) => string): OpenEffect {
  const [year, number] = [value("AffectingYear"), value("AffectingNumber")];
  const made = `${series[value("AffectingClass")] ?? value("AffectingClass")} ${year}/${number}`;
  return {
    provisions: value("AffectedProvisions"),
    kind: value("Type"),
    by: [made.trim(), value("AffectingProvisions")].filter((part) => part !== "").join(", "),
    applied: value("Applied") === "true",
    toApply: value("RequiresApplied") !== "false",
  };
}
