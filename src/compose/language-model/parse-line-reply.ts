// Takes a reply in the line protocol; gives what it holds.
import { MalformedReply } from "../../language-model/malformed-reply.ts";
import { checkSize, cleanText, joinSources, unwrap } from "./clean-reply.ts";
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
  for (const line of readLines(reply)) {
    if (line.mark === "PART") part = Number(line.name);
    else if (line.mark === "Q") addQuote(items, line);
    else if (line.mark === "M") missing.push(cleanText(line.text).text);
    else if (isKind(line.mark)) {
      const { text, keys } = cleanText(line.text);
      items.push({ part, kind: kinds[line.mark], text, sources: joinSources(keys, []) });
    } else
      throw new MalformedReply(
        `line ${line.number} begins with ${line.mark}, which has no meaning here`,
      );
  }
  checkSize([...items, ...missing.map((line) => ({ text: line }))]);
  return { items, missing: missing.filter((line) => line !== "") };
}

/** @throws MalformedReply */
export function parseLineRevisions(reply: string): Revision[] {
  const revisions: Revision[] = [];
  for (const line of readLines(reply)) {
    if (line.mark === "D") revisions.push({ id: line.name, text: "", sources: [] });
    else if (line.mark === "Q") addQuote(revisions, line);
    else if (line.mark === "R") {
      const { text, keys } = cleanText(line.text);
      revisions.push({ id: line.name, text, sources: joinSources(keys, []) });
    } else
      throw new MalformedReply(
        `line ${line.number} begins with ${line.mark}, which has no meaning here`,
      );
  }
  checkSize(revisions);
  return revisions;
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

/** Puts a quotation with the last statement, under its key; a key that the statement lacks is added. */
function addQuote(items: { readonly sources: readonly ReplySource[] }[], line: Line): void {
  const last = items.at(-1);
  if (!last) throw new MalformedReply(`line ${line.number} quotes before there is a statement`);
  const quote = line.text.replace(/^["“'‘]|["”'’]$/g, "").trim();
  const keys = last.sources.map(({ key }) => key);
  const beside = [
    ...last.sources.filter((source) => source.quote !== ""),
    { key: line.name, quote },
  ];
  items[items.length - 1] = { ...last, sources: joinSources(keys, beside) };
}

function isKind(mark: string): mark is keyof typeof kinds {
  return Object.hasOwn(kinds, mark);
}
