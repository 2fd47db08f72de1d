// Takes which fact of the home is asked for, its home.yaml and what own documents say; gives the answer with the fact in it.
import type { OwnAnswer, OwnComparison, OwnFinding } from "../compose/own/own-answer.ts";
import { agesTold, capacityTold, readAges, readCapacity } from "../gap/conflicts/children.ts";
import { nameTold, providerTold, readNames, readProvider } from "../gap/conflicts/posts.ts";
import type { ToldFact } from "../gap/conflicts/told-fact.ts";
import type { OwnUnit } from "../gap/own-unit.ts";
import type { HomePerson } from "../homes/facts.ts";
import { describeSheet, passageOf, type FactSheet } from "../homes/fact-lines.ts";
import { groupBy } from "../lists.ts";
import type { FactAsked } from "../plan/fact-asked.ts";
import { answeredFrom, type RankedStatement } from "../score/rank-statements.ts";
import { textOfLines } from "../score/statements.ts";
import type { YamlPath } from "../settings/read-yaml.ts";
import { findBlanks } from "../text/blanks.ts";
import type { TextRange } from "../text/sentences.ts";

/** A fact that is what is asked for answers, whatever documents say near it. */
const certain = answeredFrom + 4;
/** Where the fact is blank, documents that are not compared stand in for it if they surely say it (logarithm of odds). */
const sure = answeredFrom + 1;
/** Documents that stand beside a fact, of each so many statements. */
const beside = { documents: 3, statements: 2 };

/**
 * Null where home.yaml has no word of it.
 * @param ranked statements of own documents, those first that say it best
 */
export function answerByFact(
  asked: FactAsked,
  sheet: FactSheet,
  ranked: readonly RankedStatement[],
): OwnAnswer | null {
  const written = findWritten(asked, sheet);
  if (written === null) return null;
  const { range, told, isBlank } = written;
  const fact = toFinding(sheet, range, isBlank);
  const documents = [...groupBy(ranked, ({ evidence }) => evidence.document.id).values()]
    .flatMap((statements) => tellSame(statements, written))
    .slice(0, beside.documents);
  const others = documents.flatMap(({ finding, values }) =>
    values.map((one) => ({ document: finding.document, ...one })),
  );
  const differing = told === null ? undefined : others.find(({ value }) => value !== told.value);
  const comparison: OwnComparison | null =
    told === null || differing === undefined
      ? null
      : {
          same: false,
          facts: [
            { document: fact.document, words: `“${told.says}”` },
            { document: differing.document, words: `“${differing.says}”` },
          ],
        };
  const findings = [...documents.map(({ finding }) => finding), fact];
  return { findings, named: false, placed: true, others: [], unread: [], comparison };
}

interface Written {
  readonly range: TextRange;
  readonly isBlank: boolean;
  /** Null where it is blank, or is of no kind that documents could be compared by. */
  readonly told: ToldFact | null;
  /** What a document would be compared by. */
  readonly kind: Pick<ToldFact, "kind" | "key"> | null;
}

function findWritten(asked: FactAsked, sheet: FactSheet): Written | null {
  const { facts } = sheet;
  const at = (path: YamlPath) => sheet.linesOf(path);
  if (asked.field === "person") {
    const index = facts.people.findIndex(
      ({ post, until }) => post === asked.post && until === null,
    );
    const person = facts.people[index];
    const range = at(["people", index]);
    if (person === undefined || range === null) return null;
    const { name } = person;
    if (asked.reached && !isReached(person)) return null;
    const key = asked.post.replaceAll("-", " ");
    const told = name === null ? null : nameTold(key, name, null);
    return { range, isBlank: name === null, told, kind: { kind: "name", key } };
  }
  const range = at([asked.field]);
  if (range === null) return null;
  switch (asked.field) {
    case "capacity": {
      const told = facts.capacity === null ? null : capacityTold(facts.capacity, null);
      return { range, isBlank: told === null, told, kind: { kind: "capacity", key: "home" } };
    }
    case "ages": {
      const { from, to } = facts.ages;
      const told = from === null || to === null ? null : agesTold(from, to, null);
      return { range, isBlank: told === null, told, kind: { kind: "ages", key: "home" } };
    }
    case "provider": {
      const { name } = facts.provider;
      const told = name === null ? null : providerTold(name, null);
      const kind = { kind: "name", key: "registered provider" } as const;
      return { range, isBlank: told === null, told, kind };
    }
    case "placingAuthorities":
      return { range, isBlank: facts.placingAuthorities.length === 0, told: null, kind: null };
    default:
      return { range, isBlank: facts[asked.field] === null, told: null, kind: null };
  }
}

function isReached({ telephone, email }: HomePerson): boolean {
  return telephone !== null || email !== null;
}

/** What a document's statements tell of the same kind of fact, and how; none where they tell nothing of it. */
function tellSame(
  statements: readonly RankedStatement[],
  { kind, isBlank }: Written,
): { readonly finding: OwnFinding; readonly values: readonly ToldFact[] }[] {
  const telling = statements
    .map((statement) => ({ statement, values: kind === null ? [] : readTold(statement, kind) }))
    .filter(({ statement, values }) =>
      kind === null ? isBlank && statement.score >= sure : values.length > 0,
    )
    .slice(0, beside.statements);
  const document = telling[0]?.statement.evidence.document;
  if (document === undefined) return [];
  const said = telling.map(({ statement }) => statement);
  const finding: OwnFinding = {
    document,
    verdict: "says",
    statements: said,
    blank: null,
    nearest: null,
  };
  return [{ finding, values: telling.flatMap(({ values }) => values) }];
}

function readTold(
  statement: RankedStatement,
  wanted: NonNullable<Written["kind"]>,
): readonly ToldFact[] {
  const { evidence } = statement;
  const unit: OwnUnit = {
    file: evidence.document.file,
    at: 0,
    kind: "sentence",
    text: textOfLines(statement, evidence.passage.text),
    headings: evidence.passage.trail,
    section: evidence.passage.trail.at(-1) ?? null,
    page: null,
    lead: "",
    piece: 0,
    start: 0,
  };
  return [readNames, readCapacity, readAges, readProvider]
    .flatMap((read) => read(unit))
    .filter(({ kind, key }) => kind === wanted.kind && key === wanted.key);
}

/** As what an own document says, with the lines of the file for a passage. */
function toFinding(sheet: FactSheet, { start, end }: TextRange, isBlank: boolean): OwnFinding {
  const document = describeSheet(sheet);
  const passage = passageOf(sheet, { start, end });
  const { text } = passage;
  const statement: RankedStatement = {
    lines: [{ start: 0, end: text.length, depth: 0, isItem: false }],
    words: text.split(/\s+/).length,
    evidence: { passage, document, score: 1, signals: {}, similarity: 1 },
    unit: `${document.id}#${start}`,
    holds: true,
    score: certain,
  };
  const mark = findBlanks(text).find(({ kind }) => kind !== "brackets");
  const blank = isBlank ? (mark === undefined ? text : text.slice(mark.start, mark.end)) : null;
  const verdict = isBlank ? "blank" : "says";
  return { document, verdict, statements: [statement], blank, nearest: null };
}
