// Takes a text of legislation.gov.uk; gives the effects that other legislation has on it, as its changes feed lists them.
//
// The feed is Atom, with an Effect of legislation.gov.uk's metadata in each entry.
import { SaxesParser } from "saxes";
import { refused, type Web } from "./web.ts";

const origin = "https://www.legislation.gov.uk";
/** Pages of a feed that are read, of 50 effects each. */
const mostPages = 20;

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
}

/** @param path such as `uksi/2015/541` @throws CharmError `source-refused` for anything but such a feed, and as `web` */
export async function readEffects(path: string, web: Web): Promise<Effect[]> {
  const effects: Effect[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const url = `${origin}/changes/affected/${path}/data.feed?results-count=50&page=${page}`;
    const { bytes } = await web(url);
    const read = parseFeed(Buffer.from(bytes).toString(), url);
    effects.push(...read.effects);
    if (!read.more || read.effects.length === 0) break;
  }
  return effects;
}

const metadata = "http://www.legislation.gov.uk/namespaces/metadata";
/** What the number of a statutory instrument is written with, by the type that the feed has. */
const series: Readonly<Record<string, string>> = {
  UnitedKingdomStatutoryInstrument: "SI",
  UnitedKingdomPublicGeneralAct: "Act",
};

interface OpenEffect {
  readonly effect: Omit<Effect, "inForce">;
  readonly days: string[];
}

/** @throws CharmError `source-refused` for what is no such feed */
function parseFeed(text: string, url: string): { effects: Effect[]; more: boolean } {
  const effects: Effect[] = [];
  let [open, isFeed, more, within]: [OpenEffect | null, boolean, string, string] = [
    null,
    false,
    "",
    "",
  ];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", ({ local, uri, attributes }) => {
    const value = (name: string) => attributes[name]?.value.trim() ?? "";
    within = local;
    if (local === "feed") isFeed = true;
    if (uri !== metadata) return;
    if (local === "Effect") open = { effect: toEffect(value), days: [] };
    if (local === "InForce" && /^\d{4}-\d\d-\d\d$/.test(value("Date")))
      open?.days.push(value("Date"));
  });
  parser.on("text", (words) => {
    if (within === "morePages") more += words;
  });
  parser.on("closetag", ({ local, uri }) => {
    within = "";
    if (local !== "Effect" || uri !== metadata || open === null) return;
    effects.push({ ...open.effect, inForce: open.days.toSorted()[0] ?? null });
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

function toEffect(value: (name: string) => string): Omit<Effect, "inForce"> {
  const [year, number] = [value("AffectingYear"), value("AffectingNumber")];
  const made = `${series[value("AffectingClass")] ?? value("AffectingClass")} ${year}/${number}`;
  return {
    provisions: value("AffectedProvisions"),
    kind: value("Type"),
    by: [made.trim(), value("AffectingProvisions")].filter((part) => part !== "").join(", "),
    applied: value("Applied") === "true",
  };
}
