// Takes a draft of an answer; gives it shortened: to the direct answer, or to a number of words spent on the best first.
import type {
  Draft,
  DraftClaim,
  DraftGroup,
  DraftPointer,
  DraftSection,
  LeftOut,
} from "../draft/draft.ts";
import { furtherTitle, missingTitle, tellLeftOut } from "../draft/fixed-words.ts";
import { plainLine, quotedText } from "../draft/line-parts.ts";
import type { Finding } from "../findings/finding.ts";

/** Without what stands under headings. A draft with no direct answer keeps what it has. */
export function keepDirect(draft: Draft): Draft {
  if (draft.direct.length === 0) return draft;
  const { further: _further, notes: _notes, ...rest } = draft;
  return { ...rest, sections: [] };
}

/** What stays or goes as a whole: a claim, what a group says without a source, or a place to read on. */
interface Item {
  readonly of: DraftClaim | DraftGroup | DraftPointer;
  readonly kind: "claim" | "silence" | "pointer";
  readonly words: number;
  /** What is printed over it if it stays, once for all that stands under it. */
  readonly titles: readonly Title[];
}

interface Title {
  readonly over: object;
  readonly words: number;
}

/**
 * Whole statements only: the direct answer first, then by how well they answer, then notes and places to read on. What
 * stays is in the order of the draft. The first stays however long it is, and so does what is said to be missing.
 *
 * @param most words of all that is printed of the answer, marks of sources not counted
 */
export function limitWords(draft: Draft, most: number): Draft {
  const items = listItems(draft);
  const missing = draft.missing.length === 0 ? [] : [missingTitle, ...draft.missing];
  const said = draft.note === undefined ? missing : [...missing, draft.note];
  const room = most - said.reduce((sum, text) => sum + countIn(text), 0);
  // What was left out, before or now, is told in a line of its own.
  const line = countIn(tellLeftOut({ statements: 2, places: 2 }));
  if (costOf(items) <= room - (draft.leftOut === undefined ? 0 : line)) return draft;
  const kept = spend(items, room - line);
  const stays = new Set(kept.map(({ of }) => of));
  return keepItems(draft, stays, countLeftOut(items.filter(({ of }) => !stays.has(of))));
}

function spend(items: readonly Item[], room: number): Item[] {
  const kept: Item[] = [];
  for (const item of items)
    if (kept.length === 0 || costOf([...kept, item]) <= room) kept.push(item);
  return kept;
}

/** Words of items and of what is printed over them. */
function costOf(items: readonly Item[]): number {
  const titles = new Map(
    items.flatMap((item) => item.titles).map(({ over, words }) => [over, words]),
  );
  const counts = [...items.map(({ words }) => words), ...titles.values()];
  return counts.reduce((sum, words) => sum + words, 0);
}

/** Best first. */
function listItems({ direct, sections, further = [], notes }: Draft): Item[] {
  const answers = sections.flatMap(sectionItems);
  const seeAlso = { over: further, words: countIn(furtherTitle) };
  return [
    ...direct.map((claim) => claimItem(claim, [])),
    ...answers.toSorted((a, b) => behindOf(a) - behindOf(b)),
    ...(notes === undefined ? [] : sectionItems(notes)),
    ...further.map((of): Item => ({
      of,
      kind: "pointer",
      words: countPointer(of),
      titles: [seeAlso],
    })),
  ];
}

function sectionItems(section: DraftSection): Item[] {
  const heading = { over: section, words: countIn(section.heading ?? "") };
  return section.groups.flatMap((group): Item[] => {
    const titles = [heading, { over: group, words: countIn(group.title) }];
    const words = countIn([group.note ?? "", ...(group.items ?? [])].join(" "));
    return [
      ...group.claims.map((claim) => claimItem(claim, titles)),
      ...(words === 0 ? [] : [{ of: group, kind: "silence" as const, words, titles }]),
    ];
  });
}

function claimItem(of: DraftClaim, titles: readonly Title[]): Item {
  return { of, kind: "claim", words: countWords(of), titles };
}

/** Of a claim's best line, 0 where the order of the draft tells; that documents are silent comes last. */
function behindOf({ of, kind }: Item): number {
  if (kind !== "claim" || !("lines" in of)) return Number.POSITIVE_INFINITY;
  const known = of.lines.flatMap(({ behind }) => behind ?? []);
  return known.length === 0 ? 0 : Math.min(...known);
}

function keepItems(draft: Draft, stays: ReadonlySet<object>, leftOut: LeftOut): Draft {
  const untold: Finding[] = [];
  const keepSection = (section: DraftSection): DraftSection[] => {
    const groups = section.groups.flatMap((group): DraftGroup[] => {
      const claims = group.claims.filter((claim) => stays.has(claim));
      const gone = group.claims.filter((claim) => !stays.has(claim));
      untold.push(...gone.flatMap(({ tells }) => tells ?? []));
      if (stays.has(group)) return [{ ...group, claims }];
      untold.push(...(group.tells ?? []));
      return claims.length === 0 ? [] : [{ title: group.title, claims }];
    });
    return groups.length === 0 ? [] : [{ ...section, groups }];
  };
  const { further = [], notes, ...rest } = draft;
  const pointers = further.filter((pointer) => stays.has(pointer));
  const [noted] = notes === undefined ? [] : keepSection(notes);
  return {
    ...rest,
    direct: draft.direct.filter((claim) => stays.has(claim)),
    sections: draft.sections.flatMap(keepSection),
    ...(pointers.length === 0 ? {} : { further: pointers }),
    ...(noted === undefined ? {} : { notes: noted }),
    leftOut: addUp(leftOut, draft.leftOut),
    // What no note tells any more must be told beside the answer.
    ...(draft.findings === undefined
      ? {}
      : { findings: draft.findings.map((one) => (untold.includes(one) ? tellBeside(one) : one)) }),
  };
}

function tellBeside({ said: _said, ...finding }: Finding): Finding {
  return finding;
}

function countLeftOut(items: readonly Item[]): LeftOut {
  const places = items.filter(({ kind }) => kind === "pointer").length;
  return { statements: items.length - places, places };
}

function addUp(now: LeftOut, before: LeftOut = { statements: 0, places: 0 }): LeftOut {
  return {
    statements: before.statements + now.statements,
    places: before.places + now.places,
  };
}

/** Words of a claim's lines, marks that stand alone included. */
export function countWords({ lines }: DraftClaim): number {
  return lines.reduce((sum, line) => sum + countIn(plainLine(line)), 0);
}

function countPointer({ name, told, opening, under, goesOn }: DraftPointer): number {
  const shown = told === "opening" ? quotedText(opening) : "";
  const beside = under === null ? "" : `under ${under}`;
  return countIn(`${name.text} ${beside} ${shown}${goesOn ? " …" : ""}`);
}

function countIn(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
