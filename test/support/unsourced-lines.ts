// Takes a draft in Markdown and all that it may rest on; gives the lines whose words come from none of it.
import { readBlocks } from "../../src/check/blocks.ts";
import { toPlainText } from "../../src/check/plain-text.ts";
import type { Pack } from "../../src/packs/pack.ts";
import {
  draftHeadings,
  marksDraft,
  readDraftLine,
  withoutDraftBlanks,
} from "../../src/text/draft-frame.ts";
import { foldForQuotes, holdsQuote } from "../../src/verify/quotes.ts";

export interface DraftSources {
  readonly pack: Pack;
  /** Words of law and guidance, a text a document. */
  readonly law: readonly string[];
  /** Documents of the home, by the name that the draft has for each. */
  readonly own: ReadonlyMap<string, string>;
  /** What the facts of the home may be said to be: fixed sentences, and values of contradictions. */
  readonly facts: readonly string[];
  readonly home: string;
}

const fixedHeadings = new Set<string>([
  ...Object.values(draftHeadings),
  "Sources consulted",
  "Where the rights in this guide come from",
]);

/** Every heading, paragraph, item and row is accounted for; what is left is a sentence that nobody said. */
export function findUnsourced(markdown: string, sources: DraftSources): string[] {
  const law = sources.law.map(foldForQuotes);
  const own = new Map([...sources.own].map(([file, text]) => [file, foldForQuotes(text)]));
  const { pack } = sources;
  const titles = new Set([
    pack.title,
    ...[...pack.child, ...pack.sections].map(({ title }) => title),
  ]);
  const sayings = new Set(pack.child.flatMap(({ says }) => says.map(({ text }) => text)));
  const asides = [
    ...pack.sections.flatMap(({ note }) => note ?? []),
    ...pack.parts.flatMap(({ rows }) => rows.map(({ when }) => `${when?.says}.`)),
    ...pack.parts.flatMap(({ rows }) =>
      rows.map(({ source, item }) => `${source?.title}, item ${item}.`),
    ),
    "somebody else's, for the home to know.",
  ];
  let heading = "";
  return readBlocks(markdown).flatMap(({ kind, text: written }) => {
    const text = toPlainText(written);
    if (kind === "heading") {
      heading = text;
      return titles.has(text) || fixedHeadings.has(text) ? [] : [text];
    }
    if (ofDraftItself.has(heading) || marksDraft(text) || text === `Home: ${sources.home}`)
      return [];
    if (withoutDraftBlanks(text).trim() === "") return [];
    const line = readDraftLine(text);
    if (line === null)
      return sayings.has(text) || (heading === draftHeadings.conflicts && text.endsWith(":"))
        ? []
        : [text];
    const said = line.said.trim();
    const borne =
      line.kind === "law"
        ? law.some((one) => holdsQuote(one, said))
        : line.kind === "own"
          ? [...own].some(([file, one]) => text.includes(file) && holdsQuote(one, said))
          : line.kind === "fact"
            ? sources.facts.includes(said)
            : asides.some((aside) => text.endsWith(`: ${aside}`));
    return borne ? [] : [text];
  });
}

/** Their content is made from the rest of the draft, and compared with it where that is tested. */
const ofDraftItself = new Set<string>([
  draftHeadings.control,
  draftHeadings.changes,
  draftHeadings.blanks,
  draftHeadings.coverage,
  "Sources consulted",
]);
