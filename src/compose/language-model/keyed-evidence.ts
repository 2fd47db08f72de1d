// Takes evidence; gives it with keys to cite it by, a fingerprint of it all, and a mark to delimit it with.
import { createHash } from "node:crypto";
import type { Evidence } from "../../retrieve/evidence.ts";
import { attachedLeadIn } from "../../verify/read-evidence.ts";

export interface KeyedEvidence {
  /** `k`, a figure and three or more letters and figures made from the content: it says nothing of rank, page or place. */
  readonly key: string;
  readonly evidence: Evidence;
  /** What the passage hangs from where it begins inside a provision: "The registered person must—". */
  readonly leadIn: string | null;
}

/** Letters and figures that are not mistaken for one another. */
const figures = "23456789";
const alphabet = `${figures}abcdefghjkmnpqrstvwxyz`;
const shortest = 4;

/**
 * The same passage has the same key whatever else is given, unless another's begins like it: both are longer then. What
 * else its document holds does not count, so that a reply to it is found again when that changes.
 */
export function keyEvidence(evidence: readonly Evidence[]): KeyedEvidence[] {
  const spelt = digestEach(evidence).map(spell);
  return evidence.map((one, index) => {
    const own = spelt[index] ?? "";
    let length = shortest;
    const isShared = (other: string, at: number) =>
      at !== index && other.startsWith(own.slice(0, length));
    while (length < own.length && spelt.some(isShared)) length += 1;
    return { key: `k${own.slice(0, length)}`, evidence: one, leadIn: attachedLeadIn(one) };
  });
}

/** First 16 hexadecimal digits of the SHA-256 over every piece in order: what the answer could rest on. */
export function fingerprintEvidence(evidence: readonly Evidence[]): string {
  const hash = createHash("sha256");
  for (const digest of digestEach(evidence)) hash.update(digest);
  return hash.digest("hex").slice(0, 16);
}

/** A mark that stands in none of the texts, and that no text can hold because it is made from them all. */
export function chooseMark(question: string, evidence: readonly Evidence[]): string {
  const texts = [question, ...evidence.map(({ passage }) => passage.text)];
  for (let attempt = 0; ; attempt += 1) {
    const hash = createHash("sha256").update(`${attempt}`);
    for (const text of texts) hash.update(text).update("\0");
    for (const one of evidence) hash.update(contentDigest(one));
    const mark = `evidence-${hash.digest("hex").slice(0, 16)}`;
    if (!texts.some((text) => text.includes(mark))) return mark;
  }
}

/** Passages alike in all that counts are told apart by their order. */
function digestEach(evidence: readonly Evidence[]): Buffer[] {
  const seen = new Map<string, number>();
  return evidence.map((one) => {
    const digest = contentDigest(one);
    const before = seen.get(digest.toString("hex")) ?? 0;
    seen.set(digest.toString("hex"), before + 1);
    return before === 0 ? digest : createHash("sha256").update(`${before}`).update(digest).digest();
  });
}

function contentDigest({ passage, document }: Evidence): Buffer {
  const { title, version, date, authority } = document;
  const content = [title, version, date, authority, passage.locators, passage.trail, passage.text];
  return createHash("sha256").update(JSON.stringify(content)).digest();
}

/** A figure first, so that no key is a word. */
function spell(digest: Buffer): string {
  const spelt = [...digest].map((byte, index) => {
    const from = index === 0 ? figures : alphabet;
    return from[byte % from.length];
  });
  return spelt.join("");
}
