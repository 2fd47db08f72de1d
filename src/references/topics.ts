// Uses the noun after a reference: old names ("Regulation 33 visit"), customary sections, the paragraph it points to.
import { customarySections, type FormerName, formerNames, topicWording } from "./field-facts.ts";
import { knownByKey, type KnownInstrument } from "./known-instruments.ts";
import type { HeldDocument, LibraryProvision } from "./reference-library.ts";

/** The old name that a number with this topic is, when its instrument goes by such names; null otherwise. */
export function findFormerName(address: string, topic: string | null): FormerName | null {
  return (
    formerNames.find((entry) => entry.address === address && isAmong(entry.topics, topic)) ?? null
  );
}

/** The Act that a section number with this topic belongs to by custom: "section 47 enquiry". */
export function findCustomaryAct(address: string, topic: string | null): KnownInstrument | null {
  const match = customarySections.find(
    (entry) => entry.section === address && isAmong(entry.topics, topic),
  );
  return match === undefined ? null : knownByKey(match.instrument);
}

function isAmong(topics: readonly string[], topic: string | null): boolean {
  return topic !== null && topic.split(" ").some((word) => topics.includes(word));
}

/**
 * The part of a whole regulation or Schedule that a topic points to ("the Reg 45 report"): its first paragraph that
 * speaks of it. Null when the title covers the topic, when no text is at hand, or when no paragraph speaks of it.
 */
export function findTopic(
  { library, document }: HeldDocument,
  address: string,
  topic: string,
): LibraryProvision | null {
  const whole = library.find(document.documentId, address);
  if (whole === null) return null;
  const phrases = topicWording[topic] ?? [topic.split(" ").at(-1) ?? topic];
  const stems = phrases.map((phrase) => phrase.replace(/s$/, ""));
  const speaks = (text: string | null): boolean => {
    const lower = text?.toLowerCase() ?? "";
    return stems.some((stem) => lower.includes(stem));
  };
  if (speaks(whole.title)) return null;
  return (
    library.children(document.documentId, address).find((row) => speaks(library.textOf(row))) ??
    null
  );
}
