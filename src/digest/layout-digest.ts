// Takes a digest; gives what is printed of it: what changed by own document, what to talk over by quality standard, and the
// update in the sections that an association of managers meets under.
import type { Change, ChangeKind } from "../compare/change.ts";
import { nameChange, nameDate, nameDigest, nameMark, kindNames } from "../compare/write/words.ts";
import type { ComparedEdition, TouchedCitation } from "../compare/comparison.ts";
import { plain, strong, type PrintBlock } from "../report/print-block.ts";
import { sanitiseLine } from "../text/sanitise.ts";
import type { DatedComparison, Digest } from "./digest.ts";
import { isOfStandard, isOfWorkforce, standards } from "./standards.ts";

/** A change with the comparison that it is of. */
interface Entry {
  readonly change: Change;
  readonly at: number;
  readonly of: DatedComparison;
}

export function layoutDigest(digest: Digest): PrintBlock[] {
  const all = digest.comparisons.flatMap((of) =>
    of.changes.map((change, at): Entry => ({ change, at, of })),
  );
  const entries = all.filter(({ of }) => of.new.authority !== "own");
  return [
    heading(1, `What changed since ${digest.since}`),
    paragraph(describeLooked(digest)),
    ...digest.comparisons.map((of) =>
      item(
        `${nameEdition(of.new)}: ${describeDate(of)}; ${nameDigest(of.new)}, before ${nameDigest(of.old)} (${nameDate(of.old)})`,
      ),
    ),
    heading(2, "What to do, by document"),
    ...layoutDocuments(digest, all),
    heading(2, "For the regional meeting of managers, by quality standard"),
    ...layoutStandards(entries, noChange(digest)),
    heading(2, "Fortnightly update"),
    paragraph(
      "The sections are those that an association of managers meets under; they are no guidance.",
    ),
    ...layoutUpdate(digest, entries),
    heading(2, "Not known"),
    ...orNone(
      digest.unknown.map(({ file, why }) => item(`${file}: ${why}`)),
      "Nothing is open.",
    ),
  ];
}

function describeLooked(digest: Digest): string {
  const { looked, comparisons, added, removed } = digest;
  const documents = looked === 1 ? "1 document was" : `${looked} documents were`;
  if (comparisons.length + added.length + removed.length === 0)
    return `${documents} looked at. ${noChange(digest)}`;
  return `${documents} looked at: ${comparisons.length} changed, ${added.length} came, ${removed.length} went.`;
}

const nobodyBound = "(voluntary: no law and no guidance)";

/** Nobody is bound to a voluntary text, and wherever it is named that is said. */
function nameEdition({ title, authority }: ComparedEdition): string {
  return authority === "voluntary" ? `${title} ${nobodyBound}` : title;
}

/** A date that the older edition has too tells nothing of the change. */
function describeDate({ date, dateOf, old }: DatedComparison): string {
  if (date === null) return "states no date";
  if (dateOf === "in-force") return `in force from ${date}`;
  return date === old.date ? `dated ${date} as before: since when is not known` : `dated ${date}`;
}

/** Where dates are missing, that nothing is known is not that nothing changed. */
function noChange({ unknown }: Digest): string {
  return unknown.length === 0 ? "No change." : "No change is known; “Not known” says what is open.";
}

/** Each own document or report that cites what changed, then changes that none cites, then own documents that changed. */
function layoutDocuments(digest: Digest, all: readonly Entry[]): PrintBlock[] {
  const touching = digest.comparisons.flatMap((of) =>
    [...of.touched.documents, ...of.touched.reports].map((text) => ({ of, text })),
  );
  const files = [...new Set(touching.map(({ text }) => text.file))].toSorted();
  const cited = new Set<Change>();
  const blocks = files.flatMap((file) => [
    heading(3, file),
    ...touching
      .filter(({ text }) => text.file === file)
      .flatMap(({ of, text }) => layoutCited(of, text.citations, cited)),
  ]);
  const own = all.filter(({ of }) => of.new.authority === "own");
  const rest = all.filter((entry) => !own.includes(entry) && !cited.has(entry.change));
  return [
    ...blocks,
    ...titled("Cited by none of the documents looked through", rest.map(layoutEntry)),
    ...titled("Own documents that changed themselves", own.map(layoutEntry)),
    ...(all.length === 0 ? [paragraph(noChange(digest))] : []),
  ];
}

function layoutCited(
  of: DatedComparison,
  citations: readonly TouchedCitation[],
  cited: Set<Change>,
): PrintBlock[] {
  const byChange = new Map<number, TouchedCitation>();
  for (const citation of citations)
    for (const at of citation.changes) if (!byChange.has(at)) byChange.set(at, citation);
  return [...byChange]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([at, citation]) => {
      const change = of.changes[at];
      if (change === undefined) return [];
      cited.add(change);
      const { section, line } = citation;
      const where =
        section === null ? (line === null ? "" : ` (line ${line})`) : ` under “${section}”`;
      const todo = `To do: read what it says${where} against this, and ${remedies[change.kind]}.`;
      return [layoutEntry({ change, at, of }), item(todo, 1)];
    });
}

const remedies: Readonly<Record<ChangeKind, string>> = {
  reworded: "change it where it says otherwise",
  added: "say what it asks for, where that is wanted",
  removed: "see whether what rests on it still holds",
  renumbered: "cite it by its new number",
  moved: "cite it where it now stands",
};

function layoutEntry({ change, of }: Entry): PrintBlock {
  const { kind, marks, force } = change;
  const voluntary = of.new.authority === "voluntary";
  const said = [
    ...marks.map(nameMark),
    ...(force === null || voluntary ? [] : [`duty: ${force}`]),
    ...(marks.length > 0 ? [] : sayWords(change)),
    describeDate(of),
  ];
  const label = voluntary ? ` ${nobodyBound}` : "";
  return {
    kind: "item",
    depth: 0,
    tight: true,
    runs: [
      strong(sanitiseLine(nameChange(change, of))),
      plain(`${label}: ${kindNames[kind]}; ${sanitiseLine(said.join("; "))}`),
    ],
  };
}

/** Words of a text, and changes of words, that are shown of one change; charm diff shows all. */
const mostWords = 40;
const mostShown = 3;

function sayWords({ kind, words, newText, oldText }: Change): string[] {
  if (kind === "added" || kind === "removed") {
    const all = (newText ?? oldText ?? "").split(/\s+/);
    return [`“${all.slice(0, mostWords).join(" ")}${all.length > mostWords ? " …" : ""}”`];
  }
  const shown = words.slice(0, mostShown).map((one) => `“${one.old || "—"}” → “${one.new || "—"}”`);
  const more = words.length - shown.length;
  return more > 0 ? [...shown, `and ${more} more`] : shown;
}

function layoutStandards(entries: readonly Entry[], none: string): PrintBlock[] {
  const placed = new Set<Entry>();
  const blocks = standards.flatMap((standard) => {
    const own = entries.filter(({ change, of }) => isOfStandard(change, standard, of));
    for (const entry of own) placed.add(entry);
    const name = `Regulation ${standard.regulation}: ${standard.name}`;
    return [heading(3, name), ...orNone(own.flatMap(layoutTopic), none)];
  });
  const rest = entries.filter((entry) => !placed.has(entry));
  return [
    ...blocks,
    heading(3, "Of no single standard"),
    ...orNone(rest.flatMap(layoutTopic), none),
  ];
}

function layoutTopic(entry: Entry): PrintBlock[] {
  return [
    layoutEntry(entry),
    item("To discuss: what each home does about it now, and what that leaves to be changed.", 1),
  ];
}

function layoutUpdate(digest: Digest, entries: readonly Entry[]): PrintBlock[] {
  const { added, removed } = digest;
  const bind = ({ of }: Entry) =>
    ["legislation", "statutory-guidance", "inspection"].includes(of.new.authority);
  const cited = ({ of, at }: Entry) =>
    [...of.touched.documents, ...of.touched.reports].some(({ citations }) =>
      citations.some(({ changes }) => changes.includes(at)),
    );
  const ofStandard = ({ change, of }: Entry) =>
    standards.some((standard) => isOfStandard(change, standard, of));
  const section = (title: string, chosen: readonly Entry[]) => [
    heading(3, title),
    ...orNone(chosen.map(layoutEntry), noChange(digest)),
  ];
  const news = [
    ...added.map((one) => item(`New: ${nameEdition(one)} (${nameDate(one)})`)),
    ...removed.map((one) => item(`No longer held: ${nameEdition(one)}`)),
    ...entries
      .filter(({ at }) => at === 0)
      .map(({ of }) => item(`New edition: ${nameEdition(of.new)}, ${describeDate(of)}`)),
  ];
  return [
    ...section("Issues and solutions", entries.filter(cited)),
    ...section("Meeting the Quality Standards", entries.filter(ofStandard)),
    ...section(
      "Good practice",
      entries.filter((entry) => !bind(entry)),
    ),
    ...section(
      "Workforce",
      entries.filter(({ change, of }) => isOfWorkforce(change, of)),
    ),
    heading(3, "News"),
    ...orNone(news, "No news."),
  ];
}

function titled(title: string, blocks: readonly PrintBlock[]): PrintBlock[] {
  return blocks.length === 0 ? [] : [heading(3, title), ...blocks];
}

function orNone(blocks: readonly PrintBlock[], none: string): PrintBlock[] {
  return blocks.length === 0 ? [paragraph(none)] : [...blocks];
}

function heading(level: 1 | 2 | 3, text: string): PrintBlock {
  return { kind: "heading", level, runs: [plain(sanitiseLine(text))] };
}

function paragraph(text: string): PrintBlock {
  return { kind: "paragraph", runs: [plain(sanitiseLine(text))] };
}

function item(text: string, depth = 0): PrintBlock {
  return { kind: "item", depth, runs: [plain(sanitiseLine(text))], tight: true };
}
