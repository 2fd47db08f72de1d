// Takes a reply in the line protocol; gives what it holds.
import { MalformedReply, type ReadReply, type ReplyEnd } from "../../language-model/chat.ts";
import { atLevel, checkSize, readWritten, toReply, withoutThoughts } from "./clean-reply.ts";
import type { Reply, ReplyItem, ReplySource, Revision } from "./reply.ts";

const kinds = {
  S: "requirement",
  A: "advice",
  W: "draft",
  K: "question",
  X: "scenario",
  H: "heading",
  L: "link",
  P: "list",
  T: "table",
  C: "row",
} as const;
const marks = Object.keys(kinds).join("");

interface Line {
  /** Upper case: `PART`, `S`, `Q`, `R`, … */
  readonly mark: string;
  /** What stands between mark and colon: a part's number, a key, an id. */
  readonly name: string;
  /** Of `S>`, `S>>`: how many stand behind the mark. */
  readonly level: number;
  readonly text: string;
}

/**
 * Lines before the first mark are passed over. Without END a reply is whole only where the endpoint says that it ended;
 * otherwise its last line may be cut, and is left out.
 * @throws MalformedReply when no line has a mark
 */
export function parseLineReply(reply: string, end: ReplyEnd): ReadReply<Reply> {
  const { lines, whole } = readLines(reply, end);
  const items: ReplyItem[] = [];
  const missing: string[] = [];
  let part = 0;
  for (const entry of joinQuotes(lines, [...Object.keys(kinds), "R"])) {
    const { mark, name, level, text, quoted } = entry;
    if (mark === "PART") part = Number(name);
    else if (mark === "M") missing.push(text);
    // A requirement written as a revision is one all the same.
    else if (isKind(mark) || mark === "R") {
      const kind = isKind(mark) ? kinds[mark] : "requirement";
      items.push({ part, kind, ...atLevel(level), ...readWritten(text, quoted, kind) });
    }
  }
  return { value: toReply(items, missing), whole };
}

/** @throws MalformedReply as parseLineReply */
export function parseLineRevisions(reply: string, end: ReplyEnd): ReadReply<Revision[]> {
  const { lines, whole } = readLines(reply, end);
  const entries = joinQuotes(lines, ["R", "D"]).filter(({ mark }) => mark === "R" || mark === "D");
  if (lines.length > 0 && entries.length === 0) {
    throw new MalformedReply("none of its lines begins with R or D");
  }
  const revisions = entries.map(({ mark, name, text, quoted }) => ({
    id: name,
    ...readWritten(mark === "D" ? "" : text, quoted),
  }));
  checkSize(revisions);
  return { value: revisions, whole };
}

/** A line with the quotations under it, each by its key. */
interface Entry extends Line {
  readonly quoted: ReplySource[];
}

/** @param statements marks of the lines that quotations belong to; one under no such line is of nothing */
function joinQuotes(lines: readonly Line[], statements: readonly string[]): Entry[] {
  const entries: Entry[] = [];
  for (const line of lines) {
    if (line.mark !== "Q") {
      entries.push({ ...line, quoted: [] });
      continue;
    }
    const quote = line.text.replace(/^["“'‘]|["”'’]$/g, "").trim();
    const last = entries.findLast((entry) => statements.includes(entry.mark));
    last?.quoted.push({ key: line.name, quote });
  }
  return entries;
}

/** No answer has more. */
const mostLines = 1000;
const withName = /^(PART|Q|R|D)[ \t]+\[?([\w-]+)\]?\s*[:：]?\s*(.*)$/i;
const withoutName = new RegExp(String.raw`^([${marks}M])(>{0,4})\s*[:：]\s*(.*)$`, "i");
/** Models like to put their lines in a list, numbered or not, or in a quotation. */
const before = new RegExp(
  String.raw`^(?:[\s>*•-]|\d+[.)]\s)+(?=(?:PART|END|[${marks}MQRD])\b)`,
  "i",
);

/** Lines with a mark before END; one without a mark goes on from the line before it, unless a blank one is between. */
function readLines(
  reply: string,
  end: ReplyEnd,
): { readonly lines: readonly Line[]; readonly whole: boolean } {
  const lines: Line[] = [];
  let ended = false;
  let blank = false;
  for (const raw of withoutThoughts(reply).split(/\r?\n/)) {
    // And in bold, and all of them in a fence.
    const text = raw
      .replace(before, "")
      .replace(/^\*\*|\*\*$|^```\w*$/g, "")
      .trim();
    ended = /^END\b\W*$/i.test(text);
    if (ended) break;
    const line = readLine(text);
    const last = lines.at(-1);
    if (line) lines.push(line);
    if (lines.length > mostLines) throw new MalformedReply(`it has more than ${mostLines} lines`);
    if (!line && text !== "" && last && last.mark !== "PART" && !blank) {
      lines[lines.length - 1] = { ...last, text: `${last.text} ${text}` };
    }
    blank = text === "";
  }
  const whole = ended || end === "said";
  if (!whole) lines.pop();
  if (lines.length === 0 && !ended)
    throw new MalformedReply("none of its lines begins with a mark");
  return { lines, whole };
}

function readLine(text: string): Line | null {
  const named = withName.exec(text);
  if (named) {
    const [, mark = "", name = "", rest = ""] = named;
    const line = { mark: mark.toUpperCase(), name: name.toLowerCase(), level: 0, text: rest };
    if (line.mark !== "PART") return line;
    return /^\d{1,3}$/.test(name) ? line : null;
  }
  const [, mark, deeper = "", rest = ""] = withoutName.exec(text) ?? [];
  if (mark === undefined) return null;
  return { mark: mark.toUpperCase(), name: "", level: deeper.length, text: rest };
}

function isKind(mark: string): mark is keyof typeof kinds {
  return Object.hasOwn(kinds, mark);
}
