// Takes the catalogue of official documents, what their publishers say, or what was fetched; gives it to read.
import type { SourceEntry } from "../sources/find-held.ts";
import type { CheckedSource, SourceState } from "../sources/check-source.ts";
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

export function renderCheckedSources(checked: readonly CheckedSource[], look: Look): string {
  const { style } = look;
  const lines = checked.flatMap(({ id, title, url, state, message, change, newest, effects }) => {
    const paint = state === "newer" || state === "withdrawn" ? style.red : style.yellow;
    const word = state === "same" ? words.same : paint(words[state]);
    return [
      ...entry(id, title, look),
      ...more(`${word}: ${message}`, look),
      ...(change === null ? [] : more(`${change.day}: “${change.note}”`, look)),
      ...effects.slice(0, mostEffects).flatMap((effect) => more(describeEffect(effect), look)),
      ...(effects.length > mostEffects
        ? more(`and ${effects.length - mostEffects} more effects`, look)
        : []),
      ...(state === "same" ? [] : more(newest ?? url, look)),
    ];
  });
  return `${lines.join("\n")}\n`;
}

function describeEffect({ provisions, kind, by, inForce, applied }: Effect): string {
  const when = inForce === null ? "no date in force" : `in force ${inForce}`;
  return `${provisions} ${kind} by ${by}: ${when}, ${applied ? "" : "not "}in the published text`;
}

export function renderPulled(pulled: readonly PulledSource[]): string {
  const lines = pulled.map(({ id, status, file, supersedes }) => {
    const old = supersedes === null ? "" : `; ${supersedes} stays, superseded`;
    return status === "unchanged"
      ? `${id}: unchanged, ${file}`
      : `${id}: ${file}${old}, noted in sources.yaml`;
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
