// Takes the catalogue of official documents, what their publishers say, or what was fetched; gives it to read.
import type { SourceEntry } from "../sources/find-held.ts";
import type { CheckedSource, SourceState } from "../sources/check-source.ts";
import { standingOf, type Standing } from "../sources/judge-effects.ts";
import type { Effect } from "../sources/legislation.ts";
import { sanitiseLine } from "../text/sanitise.ts";
import { wrapText } from "../text/wrap.ts";
import type { PulledSource } from "../use-cases/pull-source.ts";
import type { Look } from "./terminal/style.ts";

const words: Readonly<Record<SourceState, string>> = {
  newer: "newer edition",
  withdrawn: "withdrawn",
  unknown: "look there",
  "page-changed": "page changed",
  same: "same",
  "not-held": "not held",
  "link-only": "link only",
  failed: "not asked",
};

/** Columns of the ids, and of states. */
const margin = 16;
/** Effects that are named; the others are counted. */
const mostEffects = 12;

export function renderCatalogue(sources: readonly SourceEntry[], look: Look): string {
  const held = sources.filter(({ held: one }) => one !== null).length;
  const lines = sources.flatMap(({ id, title, number, licence, url, held: one }) => [
    ...entry(id, `${title}${number === null ? "" : ` (${number})`}`, look),
    ...more(one === null ? "not held" : describeHeld(one), look),
    ...more(`${url} (${licence})`, look),
  ]);
  return `${[...lines, "", `${sources.length} documents, ${held} held.`].join("\n")}\n`;
}

function describeHeld({ file, date, sha256 }: NonNullable<SourceEntry["held"]>): string {
  return `held: ${file}, ${date === null ? "no date" : `as at ${date}`}, sha256 ${sha256.slice(0, 8)}`;
}

/** @param today ISO day */
export function renderCheckedSources(
  checked: readonly CheckedSource[],
  today: string,
  look: Look,
): string {
  const { style } = look;
  const lines = checked.flatMap(({ id, title, url, state, message, change, newest, effects }) => {
    const paint = state === "newer" || state === "withdrawn" ? style.red : style.yellow;
    const word = state === "same" ? words.same : paint(words[state]);
    return [
      ...entry(id, title, look),
      ...more(`${word}: ${message}`, look),
      ...(change === null ? [] : more(`${change.day}: “${change.note}”`, look)),
      ...effects
        .slice(0, mostEffects)
        .flatMap((effect) => more(describeEffect(effect, today), look)),
      ...(effects.length > mostEffects
        ? more(`and ${effects.length - mostEffects} more effects`, look)
        : []),
      ...(state === "same" ? [] : more(newest ?? url, look)),
    ];
  });
  return `${lines.join("\n")}\n`;
}

const standings: Readonly<Record<Standing, string>> = {
  applied: "in the published text",
  "in-force": "NOT in the published text",
  "to-come": "not yet in the published text",
  undated: "not in the published text",
  "not-to-apply": "not to be written into the text",
};

function describeEffect(effect: Effect, today: string): string {
  const { provisions, kind, by, inForce } = effect;
  const standing = standingOf(effect, today);
  const from = standing === "to-come" ? "in force from" : "in force since";
  const when = inForce === null ? "no day in force" : `${from} ${inForce}`;
  return `${provisions} ${kind} by ${by}: ${when}, ${standings[standing]}`;
}

export function renderPulled(pulled: readonly PulledSource[]): string {
  const lines = pulled.map(({ id, status, file, supersedes, supersededBy }) => {
    if (status === "unchanged") return `${id}: unchanged, ${file}`;
    const old = supersedes === null ? "" : `; ${supersedes} stays, superseded`;
    const later = supersededBy === null ? "" : `; superseded by ${supersededBy}`;
    return `${id}: ${file}${old}${later}, noted in sources.yaml`;
  });
  return `${lines.map(sanitiseLine).join("\n")}\n`;
}

function entry(id: string, title: string, { width, style }: Look): string[] {
  const [first = "", ...rest] = wrapText(sanitiseLine(title), Math.max(20, width - margin));
  return [
    `${style.bold(id.padEnd(margin))}${first}`,
    ...rest.map((line) => " ".repeat(margin) + line),
  ];
}

function more(text: string, { width }: Look): string[] {
  return wrapText(sanitiseLine(text), Math.max(20, width - margin)).map(
    (line) => " ".repeat(margin) + line,
  );
}
