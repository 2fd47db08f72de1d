// Takes a query as typed; gives the texts to search for: the whole, and each thing it asks about or lists.
import { planQuestion } from "./plan-question.ts";

/** More things listed than this are an enumeration to match as a whole. */
const mostItems = 6;
const mostItemWords = 8;

/** The query itself first, its parts after it; only itself when it asks one thing. */
export function planSearch(query: string): string[] {
  const text = query.replace(/\s+/g, " ").trim();
  const parts = planQuestion(text).parts.map((part) => part.query);
  const asked = parts.length > 1 ? parts : [];
  return [...new Set([text, ...asked, ...splitItems(text)])];
}

/**
 * "What must be done after a restraint, including talking to the child and advocacy?" asks three things: what must be
 * done, talking to the child after a restraint, advocacy after a restraint. Each item is searched for with what stands
 * before the list.
 */
function splitItems(text: string): string[] {
  const plain = text.replace(/[.?!]+$/, "");
  const match = /^(.{12,}?)(:|,?\s+(?:including|such as|for example|covering)\b)\s+(.{5,})$/i.exec(
    plain,
  );
  const [head, joint, list] = [match?.[1], match?.[2], match?.[3]];
  if (head === undefined || list === undefined) return [];
  const items = list
    .split(/\s*[,;]\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+/i)
    .map((item) => item.trim())
    .filter((item) => item !== "");
  const short = items.every((item) => item.split(" ").length <= mostItemWords);
  if (items.length < 2 || items.length > mostItems || !short) return [];
  // What a colon announces are subjects of their own; what "including" adds belongs to what stands before.
  const lone = joint === ":";
  return lone ? items : [head, ...items.map((item) => `${head}: ${item}`)];
}
