// Takes a judged report with its text; gives it with pages set right and stale questions answered again, to be written.
import type { DocumentInfo } from "../document.ts";
import { firstOfEach } from "../lists.ts";
import { lockSources, toLocked, type Held, type LockableSource } from "../lock/lock-sources.ts";
import { lockQuestion } from "../lock/lock-report.ts";
import type { Citation, LockedEngine, LockedReport, LockedSettings } from "../lock/lock.ts";
import { hashOf } from "../text/hash-of.ts";
import { carryCitations, planRefresh, type RefreshPlan } from "../lock/refresh-plan.ts";
import { repointSection } from "../lock/repoint.ts";
import type { Answer } from "../report/answer.ts";
import type { HeadAnswer } from "../report/layout-header.ts";
import {
  joinParts,
  renderFoot,
  renderHead,
  renderSection,
  splitReport,
} from "../report/report-parts.ts";
import type { JudgedReport } from "./status.ts";

export interface RefreshDeps {
  /** Answers in the order of the questions. */
  readonly answer: (
    questions: readonly string[],
    settings: LockedSettings,
  ) => Promise<readonly Answer[]>;
  readonly held: (source: LockableSource) => Promise<Held>;
  readonly newerOf: (file: string) => string | null;
  readonly library: HeadAnswer["library"];
  /** What settings lead to now. */
  readonly madeNow: (settings: LockedSettings) => Promise<LockedEngine>;
  readonly embedder: string;
}

export interface RefreshedReport {
  /** As it is to be written. */
  readonly content: string;
  readonly report: LockedReport;
  /** Numbers of the questions that were answered again. */
  readonly answered: readonly number[];
  /** How many sources were re-pointed. */
  readonly repointed: number;
}

interface Part {
  readonly section: string;
  readonly question: LockedReport["questions"][number];
  readonly citations: readonly Citation[];
}

/**
 * Only what is stale is answered again; what a person changed in other sections stays as they wrote it.
 * @param text of the report as it is now
 */
export async function refreshReport(
  { report, changes, states }: JudgedReport,
  text: string,
  deps: RefreshDeps,
): Promise<RefreshedReport> {
  const split = splitReport(text);
  const whole = split !== null && split.sections.length === report.questions.length ? split : null;
  const all = whole === null || states.includes("settings");
  const plan = planRefresh(report, changes, all);
  const sections = repointAll(whole?.sections ?? [], plan);
  // Where a list of sources is not as charm wrote it, only a new answer sets it right.
  const answered = report.questions.flatMap((_, at) =>
    plan.answer.has(at + 1) || sections[at] === null ? [at + 1] : [],
  );
  const questions = answered.map((number) => report.questions[number - 1]?.question ?? "");
  const fresh = questions.length === 0 ? [] : await deps.answer(questions, report.settings);
  const carried = carryCitations(report.citations, changes, (info: DocumentInfo) =>
    toLocked(info, deps.newerOf(info.file)),
  );
  const parts: Part[] = [];
  for (const [at, question] of report.questions.entries()) {
    const answer = fresh[answered.indexOf(at + 1)];
    const section = sections[at];
    if (answer !== undefined) parts.push(await renew(answer, at + 1, deps));
    else if (typeof section === "string") {
      const untouched = hashOf(whole?.sections[at] ?? "") === question.sha256;
      const sha256 = untouched ? hashOf(section) : question.sha256;
      const citations = carried.filter((citation) => citation.question === at + 1);
      parts.push({ section, question: { ...question, sha256 }, citations });
    }
  }
  const repointed = [...plan.repoint].flatMap(([number, sources]) =>
    answered.includes(number) ? [] : sources,
  ).length;
  const made = await deps.madeNow(report.settings);
  const foot = whole?.foot ?? renderFoot(parts.length);
  return { ...assemble({ ...report, made }, { parts, foot }, deps), answered, repointed };
}

/** Null for a section whose sources are not found in it. */
function repointAll(sections: readonly string[], { repoint }: RefreshPlan): (string | null)[] {
  return sections.map((section, at) => {
    const sources = repoint.get(at + 1);
    return sources === undefined ? section : repointSection(section, sources);
  });
}

async function renew(answer: Answer, number: number, deps: RefreshDeps): Promise<Part> {
  const section = renderSection(answer);
  const held = new Map<LockableSource, Held>();
  for (const source of answer.sources) held.set(source, await deps.held(source));
  const none: Held = { texts: null, newer: null };
  const citations = lockSources(answer.sources, number, (source) => held.get(source) ?? none);
  return { section, question: lockQuestion(answer), citations };
}

function assemble(
  report: LockedReport,
  { parts, foot }: { readonly parts: readonly Part[]; readonly foot: string },
  { library, embedder }: RefreshDeps,
): Pick<RefreshedReport, "content" | "report"> {
  const head = renderHead(parts.map((part) => toHead(part, library)));
  const sections = parts.map(({ section }) => section);
  const content = joinParts({ head, sections, foot });
  return {
    content,
    report: {
      ...report,
      sha256: hashOf(content),
      embedder,
      library: library.fingerprint,
      documents: library.documents,
      questions: parts.map(({ question }) => question),
      citations: parts.flatMap(({ citations }) => citations),
    },
  };
}

function toHead({ question, citations }: Part, library: HeadAnswer["library"]): HeadAnswer {
  const { engine: name, model, prompt, evidence } = question;
  const engine = {
    name,
    model,
    ...(prompt === null ? {} : { prompt }),
    ...(evidence === null ? {} : { evidence }),
  };
  const sources = firstOfEach(
    citations.map(({ document }) => document),
    ({ file }) => file,
  );
  return { engine, library, sources };
}
