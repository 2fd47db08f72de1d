// Takes a lock; gives the text of its file: one line an entry, sorted, the same for the same lock.
import { compareText } from "../text/compare-text.ts";
import {
  lockVersion,
  type Citation,
  type Lock,
  type LockedDocument,
  type LockedEngine,
  type LockedPlace,
  type LockedPolicy,
  type LockedReport,
} from "./lock.ts";
import { hashText } from "./normal-text.ts";
import { hashOf } from "../text/hash-of.ts";

/**
 * JSON, an object whose every entry is one line with a comma at its end: two branches that add entries do not touch each
 * other's lines. Documents and texts stand once, whatever number of citations share them.
 */
export function writeLock({ reports, policies }: Lock): string {
  const entries = new Map<string, unknown>();
  for (const report of reports) addReport(report, entries);
  for (const policy of policies) addPolicy(policy, entries);
  const lines = [...entries]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)},\n`);
  return `{\n"charm.lock": ${lockVersion},\n${lines.join("")}"end": true\n}\n`;
}

type Entries = Map<string, unknown>;

function addReport(report: LockedReport, entries: Entries): void {
  const { file, sha256, settings, made, embedder, library, documents, questions } = report;
  const { brief, maxWords, write, engine, model, unverified, home, gap } = settings;
  // Fields in an order of their own, whatever order they were read in.
  entries.set(`report ${file}`, {
    sha256,
    settings: {
      brief,
      maxWords,
      write,
      engine,
      model,
      unverified,
      home,
      gap: gap && {
        set: gap.set,
        against: gap.against.map(({ given, path }) => ({ given, path })),
      },
    },
    made: writeEngine(made),
    embedder,
    library,
    documents,
    questions: questions.map((one) => ({
      question: one.question,
      ...writeEngine(one),
      evidence: one.evidence,
      sha256: one.sha256,
    })),
  });
  const at = (citation: Citation) => `${padded(citation.question)}.${padded(citation.source)}`;
  for (const citation of report.citations) {
    const { quotes } = citation;
    const key = `cite ${file} ${at(citation)} ${keyOfPlace(citation)}`;
    entries.set(key, { ...writePlace(citation, entries), quotes });
  }
}

function writeEngine({ engine, model, prompt }: LockedEngine): LockedEngine {
  return { engine, model, prompt };
}

function addPolicy({ file, sha256, text, rests }: LockedPolicy, entries: Entries): void {
  entries.set(`policy ${file}`, { sha256, text });
  for (const rest of rests) {
    const { by, sections } = rest;
    const key = `rest ${file} ${by} ${keyOfPlace(rest)}`;
    entries.set(key, { by, ...writePlace(rest, entries), sections });
  }
}

/** Three digits, so that entries stand in the order of their numbers. */
function padded(number: number): string {
  return String(number).padStart(3, "0");
}

function keyOfPlace({ document, address, text }: LockedPlace): string {
  return `${document.file} ${address ?? `“${hashText(text).slice(0, 12)}”`}`;
}

function writePlace(place: LockedPlace, entries: Entries) {
  const { document, address, locator, page } = place;
  return {
    document: addDocument(document, entries),
    address,
    locator,
    page,
    text: addText(place.text, entries),
  };
}

/** Of documents that differ in nothing that is kept of them there is one entry. */
function addDocument(document: LockedDocument, entries: Entries): string {
  const { file, title, short, version, date, authority, sha256, newer } = document;
  const kept = { file, title, short, version, date, authority, sha256, newer };
  const key = `${file} ${hashOf(JSON.stringify(kept)).slice(0, 12)}`;
  entries.set(`document ${key}`, kept);
  return key;
}

/** The key is that of the bare text; of two that differ in spaces alone the first by the alphabet stays. */
function addText(text: string, entries: Entries): string {
  const key = hashText(text);
  const held = entries.get(`text ${key}`);
  if (typeof held !== "string" || text < held) entries.set(`text ${key}`, text);
  return key;
}
