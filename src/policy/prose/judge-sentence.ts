// Takes a sentence of a model's and the evidence of its section; gives it as a part of the draft, or why it may not stand.
import type { CheckWritten } from "../../compose/language-model/check-written.ts";
import { groundItem } from "../../compose/language-model/ground.ts";
import type { ReplySource } from "../../compose/language-model/reply.ts";
import type { FindingArgs } from "../../findings/codes.ts";
import { makeFinding, type Finding } from "../../findings/finding.ts";
import type { MeasureNearness } from "../../score/nearness.ts";
import { readQuantities } from "../../text/quantities.ts";
import { contentWords, readWords } from "../../text/word-stems.ts";
import { isGeneral } from "../../verify/general-words.ts";
import { nameSupports } from "../../verify/name-supports.ts";
import { toSupport } from "../../verify/read-evidence.ts";
import type { ProseRun, ProseSentence } from "../policy-draft.ts";
import { isLabel, tellsAsDone } from "./voice.ts";
import { saysNoMore } from "./own-words.ts";
import type { ProseSection, SectionPiece } from "./section-evidence.ts";

export interface SentenceJudge {
  readonly check: CheckWritten;
  /** Evidence of meaning, beside the words. */
  readonly nearness: MeasureNearness;
  /** Words of the title of the whole and the name of the home: any section may have them. */
  readonly about: string;
}

export interface WrittenSentence {
  readonly text: string;
  readonly sources: readonly ReplySource[];
}

/** Below this a word is another than any of the sources'. */
const nearWord = 0.54;

/** @returns the sentence as it stands in the draft, or what is wrong with it */
export async function judgeSentence(
  written: WrittenSentence,
  section: ProseSection,
  judge: SentenceJudge,
): Promise<ProseSentence | Finding> {
  const runs = readRuns(written.text);
  for (const run of runs) {
    const wrong = run.kind === "blank" ? checkBlank(run, section, judge) : null;
    if (wrong !== null) return wrong;
  }
  const cited = section.pieces.filter(({ key }) => written.sources.some((one) => one.key === key));
  const wrong = await checkWords(runs, { ...written, cited }, section, judge);
  const numbers = cited.flatMap(({ part }) => ("cited" in part ? part.cited : []));
  return wrong ?? { runs, cited: [...new Set(numbers)] };
}

/** What stands beside the places to complete: a lead to one, a link, what law asks for, or what the home does. */
async function checkWords(
  runs: readonly ProseRun[],
  { sources, cited }: WrittenSentence & { readonly cited: readonly SectionPiece[] },
  section: ProseSection,
  judge: SentenceJudge,
): Promise<Finding | null> {
  const text = runs.map((run) => (run.kind === "words" ? run.text : gap)).join(" ");
  if (runs.some(({ kind }) => kind === "blank") && isLabel(text))
    return checkLabel(text, section, judge);
  if (cited.length === 0) return checkLink(text, section, judge, sources);
  const own = cited.filter(({ part }) => part.kind !== "law");
  const law = cited.filter(({ part }) => part.kind === "law");
  if (own.length > 0 && law.length > 0) return refuse({ variant: "mixed" });
  const found = await ground({ text, sources }, cited, judge);
  if (found !== null) return found;
  return law.length > 0 ? checkLaw(text, law, judge) : checkOwn(text, own);
}

/** Stands for a place to complete where the words around it are read. */
const gap = "…";

/** A place to complete is set apart from the words around it. */
function readRuns(text: string): ProseRun[] {
  return text
    .split(/\[to (?:complete|be completed):?\s*([^[\]]*)\]/i)
    .flatMap((piece, i): ProseRun[] => {
      const bare = piece.trim();
      if (bare === "") return [];
      return [{ kind: i % 2 === 0 ? "words" : "blank", text: bare }];
    });
}

function refuse(args: FindingArgs<"arrangement-unsourced">): Finding {
  return makeFinding("arrangement-unsourced", args);
}

/** As any statement of a model is verified; what would be shown with a mark elsewhere is not shown here. */
async function ground(
  { text, sources }: WrittenSentence,
  cited: readonly SectionPiece[],
  { check }: SentenceJudge,
): Promise<Finding | null> {
  const keys = new Set(cited.map(({ key }) => key));
  const item = {
    part: 1,
    kind: "requirement",
    text,
    sources: sources.filter(({ key }) => keys.has(key)),
  } as const;
  const { findings } = await groundItem(
    { id: "s1", item, over: null, formal: false, lent: false, lead: "" },
    { pieces: cited, check },
  );
  return findings.find(({ severity }) => severity !== "note") ?? null;
}

/** What the law asks for is said as asked for, and with nothing beside it. */
async function checkLaw(
  text: string,
  law: readonly SectionPiece[],
  { nearness }: SentenceJudge,
): Promise<Finding | null> {
  const supports = law.map(({ evidence }) => toSupport(evidence));
  if (tellsAsDone(text)) return refuse({ variant: "law-as-done", sources: nameSupports(supports) });
  const texts = law.map(({ evidence, leadIn }) => `${leadIn ?? ""} ${evidence.passage.text}`);
  const held = new Set(contentWords(texts.join(" ")).map(({ stem }) => stem));
  const strange: string[] = [];
  for (const word of contentWords(text)) {
    if (held.has(word.stem) || isGeneral(word.text)) continue;
    const near = Math.max(...(await nearness(text, texts, word)));
    if (near < nearWord) strange.push(word.text);
  }
  return strange.length === 0 ? null : refuse({ variant: "words", words: quoteAll(strange) });
}

/** What the home does is what its sources say that it does, in their words. */
function checkOwn(text: string, own: readonly SectionPiece[]): Finding | null {
  if (/^\W*(?:it|its|they|their|this|these|those|that|he|his|she|her|such)\b/i.test(text))
    return refuse({ variant: "unnamed" });
  const words = own.map(({ part }) => part.text);
  return saysNoMore(text.replaceAll("…", " "), words) ? null : refuse({ variant: "otherwise" });
}

/** What leads to a place to complete names what stands there in words of its section. */
function checkLabel(text: string, section: ProseSection, judge: SentenceJudge): Finding | null {
  const strange = strangeWords(text, [...wordsOf(section), ...section.blanks], judge);
  if (tellsAsDone(text, { label: true })) return refuse({ variant: "otherwise" });
  return strange.length === 0 ? null : refuse({ variant: "words", words: quoteAll(strange) });
}

/** Words for what is filled in, and for a document itself: closed classes. */
const ofForms =
  "name names date dates address telephone number email post posts role person persons people contact details signature time times how who whom when where which what why whether home";
const ofDocuments =
  "section sections policy procedure document draft text chapter page part follows follow following below above sets set out tells tell describes describe explains explain covers cover says say purpose";
/** It is the text that is spoken of, and not what is done by it. */
const ofText =
  /^\W*(?:(?:in|under) )?(?:this|the (?:following|next)|what follows|below|here|the (?:section|policy|procedure|document|text)|these (?:sections|pages|paragraphs))\b/i;

/** What leads on says nothing that could be looked up: its words are those of the document and of its titles. */
function checkLink(
  text: string,
  section: ProseSection,
  judge: SentenceJudge,
  sources: readonly ReplySource[],
): Finding | null {
  const [stray] = sources;
  if (stray !== undefined)
    return makeFinding("key-unknown", { key: stray.key }, { reference: stray.key });
  const known = [section.title, judge.about, ofDocuments];
  const strange = namesNothing(text, known);
  const speaksOfText =
    ofText.test(text) && readWords(text).some(({ stem }) => documentStems.has(stem));
  const limits = readQuantities(text).length > 0 || /\b(?:not|no|never|n['’]t)\b/i.test(text);
  return strange.length === 0 && speaksOfText && !limits
    ? null
    : makeFinding("statement-uncited", { variant: "of-model" }, { reference: text });
}

const documentStems = new Set(readWords(ofDocuments).map(({ stem }) => stem));

/** Words that stand in none of the texts, general ones too. */
function namesNothing(text: string, known: readonly string[]): string[] {
  const held = new Set(contentWords(known.join(" ")).map(({ stem }) => stem));
  return contentWords(text).flatMap((word) => (held.has(word.stem) ? [] : [word.text]));
}

/** What has to be filled in is asked for, and not told: no figure, and nothing that its section does not speak of. */
function checkBlank(
  { text }: ProseRun,
  section: ProseSection,
  judge: SentenceJudge,
): Finding | null {
  const said = [...wordsOf(section), ...section.blanks];
  if (section.blanks.some((asked) => fold(asked) === fold(text))) return null;
  const figures = readQuantities(text).filter(
    ({ key }) => !said.some((one) => readQuantities(one).some((other) => other.key === key)),
  );
  const tells = /\b(?:confirm|check|that)\b/i.exec(text);
  const words = [
    ...figures.map((one) => one.words),
    ...(tells === null ? [] : [tells[0]]),
    ...strangeWords(text, said, judge),
  ];
  return words.length === 0 ? null : refuse({ variant: "blank", words: quoteAll(words) });
}

function fold(text: string): string {
  return readWords(text)
    .map((word) => word.text)
    .join(" ");
}

function strangeWords(text: string, said: readonly string[], { about }: SentenceJudge): string[] {
  const bare = text.replaceAll("…", " ");
  return namesNothing(bare, [...said, about, ofForms]).filter((word) => !isGeneral(word));
}

function wordsOf({ pieces, title }: ProseSection): string[] {
  return [
    title,
    ...pieces.flatMap(({ evidence, leadIn }) => [leadIn ?? "", evidence.passage.text]),
  ];
}

function quoteAll(words: readonly string[]): string {
  return [...new Set(words)]
    .slice(0, 3)
    .map((word) => `“${word}”`)
    .join(", ");
}
