// How changes, marks and editions are called wherever a comparison is written.
import { namePlace } from "../../place/name-place.ts";
import { sanitiseLine } from "../../text/sanitise.ts";
import type { Change, ChangedPlace, ChangeKind, ChangeMark, MarkKind } from "../change.ts";
import type { ChangeSummary, ComparedEdition, Comparison } from "../comparison.ts";

export const kindNames: Readonly<Record<ChangeKind, string>> = {
  reworded: "reworded",
  added: "added",
  removed: "removed",
  renumbered: "renumbered",
  moved: "moved",
};

const markNames: Readonly<Record<MarkKind, string>> = {
  force: "duty",
  time: "time",
  number: "number",
  who: "who is named",
  reference: "reference",
};

/** Digits of a digest that tell two uploads of one name apart. */
const digestDigits = 8;

export function nameDigest({ sha256 }: Pick<ComparedEdition, "sha256">): string {
  return sha256.slice(0, digestDigits);
}

/** The date that it states, else the one on which its file was made, said as such. */
export function nameDate({ date, made }: Pick<ComparedEdition, "date" | "made">): string {
  if (date !== null) return date;
  return made === null ? "states no date" : `states no date; file made ${made.slice(0, 10)}`;
}

/** "Guide 10.13, page 53"; of a text without pages, and of one that both have, without. */
function nameChanged(short: string, place: ChangedPlace): string {
  const name = nameIn(short, place);
  return place.page === null ? name : `${name}, page ${place.page}`;
}

function nameIn(short: string, place: ChangedPlace): string {
  return sanitiseLine(namePlace(short, place, place.trail));
}

/** Where it stands, and where it stood if that goes by another name. */
export function nameChange(change: Change, { old, new: now }: Comparison): string {
  const [was, is] = [change.old, change.new];
  if (is === null) return was === null ? "" : `${nameChanged(old.short, was)} of the older`;
  if (was === null || change.kind === "reworded") return nameChanged(now.short, is);
  const before = nameIn(now.short, was);
  const after = nameChanged(now.short, is);
  if (before !== nameIn(now.short, is)) return `${before} is now ${after}`;
  const [from, to] = [under(was), under(is)];
  return from === to ? after : `${after}, from “${from}” to “${to}”`;
}

function under({ trail }: ChangedPlace): string {
  return sanitiseLine(trail.at(-1) ?? "the beginning");
}

/** "duty: should → must". */
export function nameMark({ kind, old, new: now }: ChangeMark): string {
  const quote = (words: string | null) => (words === null ? "none" : `“${sanitiseLine(words)}”`);
  return `${markNames[kind]}: ${quote(old)} → ${quote(now)}`;
}

/** "3 changes: 2 reworded, 1 added; a duty in 1, a time in 1". */
export function nameSummary({ kinds, marks }: ChangeSummary): string {
  const count = Object.values(kinds).reduce((sum, one) => sum + one, 0);
  if (count === 0) return "No change was found.";
  const parts = Object.entries(kinds).flatMap(([kind, many]) =>
    many === 0 ? [] : [`${many} ${kindNames[kind as ChangeKind]}`],
  );
  const marked = Object.entries(marks).flatMap(([kind, many]) =>
    many === 0 ? [] : [`${markNames[kind as MarkKind]} in ${many}`],
  );
  const said = marked.length === 0 ? "" : `; of substance: ${marked.join(", ")}`;
  return `${count} ${count === 1 ? "change" : "changes"}: ${parts.join(", ")}${said}.`;
}
