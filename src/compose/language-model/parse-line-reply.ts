// Takes a reply in the line protocol; gives what it holds.
import { MalformedReply } from "../../language-model/chat.ts";
import { checkSize, readWritten, toReply, unwrap } from "./clean-reply.ts";
import type { Reply, ReplyItem, ReplySource, Revision } from "./reply.ts";

const kinds = { S: "requirement", A: "advice", H: "heading", L: "link" } as const;

interface Line {
  /** Upper case: `PART`, `S`, `Q`, `R`, … */
  readonly mark: string;
  /** What stands between mark and colon: a part's number, a key, an id. */
  readonly name: string;
  readonly text: string;
  readonly number: number;
}

/** @throws MalformedReply naming the line at fault; a reply without its END was cut off */
export function parseLineReply(reply: string): Reply {
  const items: ReplyItem[] = [];
  const missing: string[] = [];
  let part = 0;
  const others = ["PART", "M"];
  for (const { mark, name, text, quoted } of readEntries(reply, Object.keys(kinds), others)) {
    if (mark === "PART") part = Number(name);
    else if (mark === "M") missing.push(text);
    else if (isKind(mark)) items.push({ part, kind: kinds[mark], ...readWritten(text, quoted) });
  }
  return toReply(items, missing);
}

/** @throws MalformedReply */
export function parseLineRevisions(reply: string): Revision[] {
  const revisions = readEntries(reply, ["R", "D"]).map(({ mark, name, text, quoted }) => ({
    id: name,
    ...readWritten(mark === "D" ? "" : text, quoted),
  }));
  checkSize(revisions);
  return revisions;
}

/** A line with the quotations under it, each by its key. */
interface Entry extends Line {
  readonly quoted: ReplySource[];
}

/** @param statements marks of the lines that quotations belong to; `others` have none */
function readEntries(
  reply: string,
  statements: readonly string[],
  others: readonly string[] = [],
): Entry[] {
  const entries: Entry[] = [];
  for (const line of readLines(reply)) {
    const { mark, name, number } = line;
    if (mark === "Q") {
      const last = entries.findLast((entry) => statements.includes(entry.mark));
      if (!last) throw new MalformedReply(`line ${number} quotes before there is a statement`);
      const quote = line.text.replace(/^["“'‘]|["”'’]$/g, "").trim();
      last.quoted.push({ key: name, quote });
    } else if (statements.includes(mark) || others.includes(mark)) {
      entries.push({ ...line, quoted: [] });
    } else {
      throw new MalformedReply(`line ${number} begins with ${mark}, which has no meaning here`);
    }
  }
  return entries;
}

const withName = /^(PART|Q|R|D)[ \t]+\[?([\w-]+)\]?\s*:?\s*(.*)$/i;
const withoutName = /^(S|A|H|L|M)\s*:\s*(.*)$/i;

/** Lines with a mark before END; one without a mark goes on from the line before it. */
function readLines(reply: string): Line[] {
  const lines: Line[] = [];
  for (const [index, raw] of unwrap(reply).split(/\r?\n/).entries()) {
    // Models like to put their lines in bold or in a list.
    const text = raw
      .replace(/^[\s>*•-]+(?=(?:PART|END|[SAHLMQRD])\b)/i, "")
      .replace(/^\*\*|\*\*$/g, "")
      .trim();
    if (text === "") continue;
    if (/^END\b\W*$/i.test(text)) return lines;
    const line = readLine(text, index + 1);
    const before = lines.at(-1);
    if (line) lines.push(line);
    else if (before && before.mark !== "PART") {
      lines[lines.length - 1] = { ...before, text: `${before.text} ${text}` };
    } else throw new MalformedReply(`line ${index + 1} has no mark`);
  }
  throw new MalformedReply("it has no END");
}

function readLine(text: string, number: number): Line | null {
  const named = withName.exec(text);
  if (named) {
    const [, mark = "", name = "", rest = ""] = named;
    const line = { mark: mark.toUpperCase(), name: name.toLowerCase(), text: rest, number };
    if (line.mark !== "PART") return line;
    return /^\d{1,3}$/.test(name) ? line : null;
  }
  const [, mark, rest = ""] = withoutName.exec(text) ?? [];
  return mark === undefined ? null : { mark: mark.toUpperCase(), name: "", text: rest, number };
}

function isKind(mark: string): mark is keyof typeof kinds {
  return Object.hasOwn(kinds, mark);
}
