// Takes a draft; gives every place of it that is to be filled in, in its order.
import { draftHeadings } from "../text/draft-frame.ts";
import type { DraftSection, PolicyDraft } from "./policy-draft.ts";

export interface ListedBlank {
  /** Heading that it stands under. */
  readonly section: string;
  /** What has to be said there. */
  readonly text: string;
  /** Id of the requirement that asks for it; null where none does. */
  readonly requirement: string | null;
}

export function listBlanks(draft: PolicyDraft): ListedBlank[] {
  const { control, conflicts, facts, child, sections } = draft;
  const settle = conflicts.map(({ parts }) => ({ title: draftHeadings.conflicts, parts }));
  const known = facts === null ? [] : [{ ...facts, title: draftHeadings.facts }];
  return [
    ...control.flatMap(({ blank }) =>
      blank === null ? [] : [{ section: draftHeadings.control, text: blank, requirement: null }],
    ),
    ...[...settle, ...known, ...child, ...sections].flatMap(blanksIn),
  ];
}

/** A place that a section has already is not asked for twice by what a model wrote of it. */
function blanksIn({ title, parts }: DraftSection): ListedBlank[] {
  const own = parts.flatMap((part) => (part.kind === "blank" ? [part] : []));
  const written = parts
    .flatMap((part) => (part.kind === "prose" ? part.sentences : []))
    .flatMap(({ runs }) => runs.flatMap(({ kind, text }) => (kind === "blank" ? [text] : [])));
  const fresh = [...new Set(written)].filter((text) => !own.some((one) => one.text === text));
  return [...fresh.map((text) => ({ text, requirement: null })), ...own].map(
    ({ text, requirement }) => ({ section: title, text, requirement }),
  );
}
