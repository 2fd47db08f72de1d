// Takes the text of a lock's file; gives the lock, or says what is wrong with it and what to do.
import { CharmError } from "../errors.ts";
import { groupBy } from "../lists.ts";
import {
  lockVersion,
  type Citation,
  type Lock,
  type LockedDocument,
  type LockedPlace,
  type LockedPolicy,
  type LockedReport,
  type Rest,
} from "./lock.ts";

/**
 * @param path how messages name the file
 * @throws CharmError `lock-conflict` for marks that git left, `lock-newer` for the lock of a newer charm,
 *   `lock-entry-twice` where two lines claim one entry, `lock-invalid` for anything else that is no lock
 */
export function readLock(text: string, path: string): Lock {
  const lines = text.split(/\r?\n/);
  refuseConflict(lines, path);
  const entries = parse(text, path);
  const version = entries["charm.lock"];
  if (typeof version === "number" && version > lockVersion) {
    throw new CharmError("lock-newer", `${path} was written by a newer charm (lock ${version}).`, {
      hint: `This one reads locks up to ${lockVersion}. Update charm; the file is left as it is.`,
    });
  }
  if (version !== lockVersion) throw invalid(path, "it does not begin with the version of a lock");
  refuseTwice(lines, path);
  return toLock(entries, path);
}

const mark = /^(?:<{7}|>{7}|={7}|\|{7})(?: |$)/;

function refuseConflict(lines: readonly string[], path: string): void {
  const marked = lines.flatMap((line, at) => (mark.test(line) ? [at + 1] : []));
  if (marked.length === 0) return;
  const shown = marked.slice(0, 12).join(", ");
  const more = marked.length > 12 ? ` and ${marked.length - 12} more` : "";
  throw new CharmError(
    "lock-conflict",
    `${path} holds conflict marks of git, in line${marked.length > 1 ? "s" : ""} ${shown}${more}.`,
    {
      hint:
        "Of each pair keep the lines of the side whose report you keep, delete the marks, and run charm refresh; " +
        "or take one side with `git checkout --ours` or `--theirs`, of the reports as well.",
    },
  );
}

function parse(text: string, path: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch (cause) {
    throw invalid(path, "it is no JSON", cause);
  }
  throw invalid(path, "it is no object");
}

function invalid(path: string, why: string, cause?: unknown): CharmError {
  return new CharmError("lock-invalid", `${path} is no lock of charm: ${why}.`, {
    hint: "Restore it from version control, or delete it and make its reports anew with charm ask -o.",
    cause,
  });
}

const entryLine = /^\s*"((?:report|policy|cite|rest|document|text) (?:[^"\\]|\\.)*)"\s*:/;

/** What JSON would take the last of without a word. */
function refuseTwice(lines: readonly string[], path: string): void {
  const keys = lines.flatMap((line, at) => {
    const key = entryLine.exec(line)?.[1];
    return key === undefined ? [] : [{ key, line: line.trim().replace(/,$/, ""), at: at + 1 }];
  });
  for (const [key, claims] of groupBy(keys, (one) => one.key)) {
    const [first, ...others] = claims;
    const other = others.find(({ line }) => line !== first?.line);
    if (first === undefined || other === undefined) continue;
    throw new CharmError(
      "lock-entry-twice",
      `${path} has two entries “${key}”, in lines ${first.at} and ${other.at}.`,
      {
        hint: "Keep the one of the report that you keep, delete the other, and run charm refresh.",
      },
    );
  }
}

type Entries = Record<string, unknown>;

function toLock(entries: Entries, path: string): Lock {
  const named = (kind: string) =>
    Object.keys(entries).flatMap((key) =>
      key.startsWith(`${kind} `) ? [key.slice(kind.length + 1)] : [],
    );
  const cited = namedUnder(entries, "cite", named("report"));
  const rested = namedUnder(entries, "rest", named("policy"));
  for (const kind of ["cite", "rest"] as const) {
    const owner = kind === "cite" ? cited : rested;
    const stray = named(kind).find((key) => !owner.known.has(key));
    if (stray !== undefined)
      throw invalid(path, `its entry “${kind} ${stray}” belongs to no report or policy in it`);
  }
  try {
    const reports = named("report").map((file): LockedReport => {
      const { settings, questions, ...report } = recordAt(entries, `report ${file}`);
      const citations = (cited.of.get(file) ?? []).map((key) => readCitation(entries, file, key));
      const read = { ...report, settings: settings ?? {}, questions } as Omit<LockedReport, "file">;
      if (!Array.isArray(questions)) throw new TypeError(`report ${file}`);
      return { ...read, file, citations };
    });
    const policies = named("policy").map((file): LockedPolicy => {
      const policy = recordAt(entries, `policy ${file}`) as unknown as Omit<LockedPolicy, "file">;
      const rests = (rested.of.get(file) ?? []).map((key) => readRest(entries, key));
      return { ...policy, file, rests };
    });
    return { reports, policies };
  } catch (cause) {
    if (cause instanceof TypeError)
      throw invalid(
        path,
        `its entry “${cause.message}” is missing or not as charm writes it`,
        cause,
      );
    throw cause;
  }
}

/** Keys of entries by the file they belong to; names of files may hold spaces, so that the longest that fits counts. */
function namedUnder(entries: Entries, kind: string, files: readonly string[]) {
  const byLength = files.toSorted((a, b) => b.length - a.length);
  const known = new Set<string>();
  const of = new Map<string, string[]>();
  const rest = kind === "cite" ? /^ \d{3,}\.\d{3,} / : /^ /;
  const names = new Set(files);
  for (const key of Object.keys(entries)) {
    if (!key.startsWith(`${kind} `)) continue;
    const own = key.slice(kind.length + 1);
    // Most names hold no space, or the number tells where one ends: a look at each cut before the list of all names.
    const numbered = / \d{3,}\.\d{3,} /.exec(own);
    const quick = numbered === null ? null : own.slice(0, numbered.index);
    const file =
      quick !== null && names.has(quick)
        ? quick
        : byLength.find((one) => own.startsWith(`${one} `) && rest.test(own.slice(one.length)));
    if (file === undefined) continue;
    known.add(own);
    of.set(file, [...(of.get(file) ?? []), key]);
  }
  return { known, of };
}

function readCitation(entries: Entries, file: string, key: string): Citation {
  const numbers = /^(\d+)\.(\d+) /.exec(key.slice(`cite ${file} `.length));
  const { quotes } = recordAt(entries, key);
  if (numbers === null || !Array.isArray(quotes)) throw new TypeError(key);
  const [, question, source] = numbers;
  const place = readPlace(entries, key);
  return { ...place, question: Number(question), source: Number(source), quotes };
}

function readRest(entries: Entries, key: string): Rest {
  const { by, sections } = recordAt(entries, key);
  if (!Array.isArray(sections) || typeof by !== "string") throw new TypeError(key);
  return { ...readPlace(entries, key), by, sections };
}

function readPlace(entries: Entries, key: string): LockedPlace {
  const { document, address, locator, page, text } = recordAt(entries, key);
  const held = entries[`text ${String(text)}`];
  if (typeof held !== "string") throw new TypeError(`text ${String(text)}`);
  return {
    document: recordAt(entries, `document ${String(document)}`) as unknown as LockedDocument,
    address: typeof address === "string" ? address : null,
    locator: typeof locator === "string" ? locator : null,
    page: typeof page === "number" ? page : null,
    text: held,
  };
}

/** @throws TypeError of the key */
function recordAt(entries: Entries, key: string): Record<string, unknown> {
  const value = entries[key];
  if (!isRecord(value)) throw new TypeError(key);
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
