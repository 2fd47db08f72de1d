// Takes the pieces of a policy; tells where it says of one of its appendices what is not in it.
import { makeFinding, type Finding } from "../../findings/finding.ts";
import { joinNames } from "../../references/notes.ts";
import { findSentences } from "../../text/sentences.ts";
import { contentStems } from "../../text/word-stems.ts";
import type { Piece } from "./policy.ts";

interface Appendix {
  /** "appendix 1", "annex b". */
  readonly name: string;
  readonly title: string;
  /** Stems of its title, of all up to the next heading like its own, and of all up to the next appendix. */
  readonly stems: Readonly<Record<"title" | "inside" | "behind", ReadonlySet<string>>>;
  readonly from: number;
}

const mention = /\b(Appendix|Annex)e?\s+(\d{1,2}|[A-Z])\b/g;
const opening = /^\s*(Appendix|Annex)e?\s+(\d{1,2}|[A-Z])\b\s*[.:)–—-]*\s*(.*)$/i;

export function checkAppendices(
  pieces: readonly Piece[],
): { readonly piece: number; readonly finding: Finding }[] {
  const appendices = readAppendices(pieces);
  if (appendices.length === 0) return [];
  const seen = new Set<string>();
  return pieces.flatMap(({ kind, text }, piece) => {
    // A list of contents names each as its heading does.
    const listed = appendices.some((one) => one.title !== "" && text.includes(one.title));
    if (kind === "heading" || kind === "running" || (listed && opening.test(text))) return [];
    return [...text.matchAll(mention)].flatMap((match) => {
      const sentence = sentenceAt(text, match.index);
      const found = judge(nameOf(match), sentence, appendices, tellsContent(text, match));
      const key = found === null ? "" : found.message;
      if (found === null || seen.has(key)) return [];
      seen.add(key);
      return [{ piece, finding: { ...found, reference: match[0] } }];
    });
  });
}

/** Headings "Appendix 1: …", each with what follows it to the next. */
function readAppendices(pieces: readonly Piece[]): Appendix[] {
  const starts = pieces.flatMap(({ kind, text, headings }, from) => {
    const found = kind === "heading" ? opening.exec(text) : null;
    if (found === null) return [];
    // A heading that is nothing but the number has its title below.
    const below = pieces[from + 1];
    const title = found[3] || (below === undefined ? "" : below.text.slice(0, 80));
    return [{ name: nameOf(found), title, from, depth: headings.length }];
  });
  return starts.map((start, at) => {
    const rest = pieces.slice(start.from + 1, starts[at + 1]?.from ?? pieces.length);
    const end = rest.findIndex(
      ({ kind, headings }) =>
        kind === "running" || (kind === "heading" && headings.length <= start.depth),
    );
    const inside = (end < 0 ? rest : rest.slice(0, end)).map(({ text }) => text);
    const stemsOf = (texts: readonly string[]): ReadonlySet<string> =>
      contentStems([start.title, ...texts].join(" "));
    const behind = rest.filter(({ kind }) => kind !== "running").map(({ text }) => text);
    const stems = { title: stemsOf([]), inside: stemsOf(inside), behind: stemsOf(behind) };
    return { ...start, stems };
  });
}

function sentenceAt(text: string, at: number): string {
  const range = findSentences(text).find(({ start, end }) => start <= at && at < end);
  return range === undefined ? text : text.slice(range.start, range.end);
}

function nameOf([, word = "", number = ""]: RegExpMatchArray | RegExpExecArray): string {
  return `${word.toLowerCase()} ${number.toUpperCase()}`;
}

/** Verbs that say what a text has in it, and forms in which one is pointed to for something. */
const content =
  /^[”"')\]]*\s+(?:also\s+|then\s+)?(?:contains?|covers?|defines?|describes?|details?|explains?|gives?|has|have|holds?|includes?|is (?:the|an?|our)|lists?|outlines?|provides?|says?|sets? out|shows?|states?|summarises?|tells?|for)\b/;
const pointed = /(?:\(|\bsee |\b(?:in|at) )(?:also |the )?$/i;

/** "Appendix 1 explains …", "… (Appendix 1)", and not "Appendix 1 is filled in". */
function tellsContent(text: string, { index, 0: { length } }: RegExpExecArray): boolean {
  return content.test(text.slice(index + length)) || pointed.test(text.slice(0, index));
}

/** @param telling whether the sentence says what is in the appendix */
function judge(
  named: string,
  sentence: string,
  appendices: readonly Appendix[],
  telling: boolean,
): Finding | null {
  const own = appendices.find(({ name }) => name === named);
  if (own === undefined) {
    // Of letters and numbers, annexes and appendices, the document may keep one kind apart.
    const alike = appendices.filter(({ name }) => kindOf(name) === kindOf(named));
    // The only one may be the only one that is printed with it.
    if (alike.length < 2) return null;
    const held = joinNames(alike.map(({ name }) => name));
    return makeFinding("appendix-differs", { variant: "absent", named, held });
  }
  const said = contentStems(sentence.replaceAll(mention, " "));
  if (said.size === 0 || own.title === "") return null;
  const shared = (stems: ReadonlySet<string>): number =>
    [...said].filter((stem) => stems.has(stem)).length;
  if (shared(own.stems.title) > 0) return null;
  // Where an appendix ends cannot always be told by its headings.
  if (shared(own.stems.behind) > 1) return null;
  // One word in common may be any; two, or the whole of a title, are what it is called.
  const isCalled = ({ stems: { title } }: Appendix): boolean =>
    shared(title) >= Math.min(2, title.size) && title.size > 0;
  const others = appendices.filter((one) => one !== own && isCalled(one));
  const [other] = others.toSorted((a, b) => shared(b.stems.title) - shared(a.stems.title));
  if (other !== undefined) {
    const args = {
      variant: "another",
      named: capital(named),
      title: own.title,
      meant: other.title,
    } as const;
    return makeFinding("appendix-differs", { ...args, other: other.name });
  }
  if (!telling || shared(own.stems.inside) > 0) return null;
  return makeFinding("appendix-differs", {
    variant: "unlike",
    named: capital(named),
    title: own.title,
  });
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function kindOf(name: string): string {
  return name.replace(/\d+$/, "0").replace(/ \p{L}$/u, " A");
}
