// Completes a reading that was found: amended text, page and heading checked, topic followed.
import type { Place } from "../place/place.ts";
import { familyOf, splitAddress } from "../place/address.ts";
import { topicWording } from "./field-facts.ts";
import { locatorOf, nameAddress } from "./nearest.ts";
import { headingFits } from "./heading-match.ts";
import { overlaps } from "./look-up.ts";
import { makeNote, type Note } from "./notes.ts";
import { type Reading, toPlace, writePages } from "./resolution.ts";
import { nameReading, type ReferenceSubject } from "./subject.ts";
import { findTopic } from "./topics.ts";

/** Notes on the places of a reading: text no longer law, a page that does not agree, another heading. */
export function checkReading(subject: ReferenceSubject, reading: Reading): readonly Note[] {
  return [
    ...reading.places.flatMap((place) => checkStanding(subject, reading, place)),
    ...checkPages(subject, reading),
    ...checkHeading(subject, reading),
  ];
}

function checkStanding(subject: ReferenceSubject, reading: Reading, place: Place): readonly Note[] {
  const row = subject.library.find(place.documentId, place.address);
  const around = row === null ? [] : subject.library.enclosing(row);
  const standing =
    place.standing === "current"
      ? (around.find((outer) => outer.standing !== "current")?.standing ?? "current")
      : place.standing;
  if (standing === "current") return [];
  return [makeNote(standing, { locator: locatorOf(place), document: nameReading(reading) })];
}

function checkPages(subject: ReferenceSubject, reading: Reading): readonly Note[] {
  const { pages } = subject.reference;
  if (pages === null || reading.address === null || familyOf(reading.address) === "page") return [];
  if (reading.places.length === 0) return [];
  if (reading.places.some((place) => overlaps(place, pages.from, pages.to))) return [];
  const first = reading.places[0] as Place;
  const last = reading.places.at(-1) as Place;
  const from = first.page ?? 0;
  const to = last.pageEnd ?? last.page ?? from;
  const args = {
    locator: locatorOf(first),
    pages: writePages(from, to),
    document: nameReading(reading),
    said: writePages(pages.from, pages.to),
  };
  return [makeNote("page-disagrees", args)];
}

/** The heading given with a regulation or section, against the one it has. */
function checkHeading(subject: ReferenceSubject, reading: Reading): readonly Note[] {
  const { title } = subject.reference;
  const [place] = reading.places;
  if (title === null || place === undefined || reading.places.length > 1) return [];
  const [first] = splitAddress(place.address);
  const unit = subject.library.find(place.documentId, `${first?.key}/${first?.label}`);
  if (unit === null || unit.title === null || !["reg", "s"].includes(first?.key ?? "")) return [];
  if (headingFits(unit.title, title)) return [];
  const args = { locator: locatorOf(place), is: unit.title, said: title };
  return [makeNote("heading-differs", args)];
}

/** The reading narrowed to the paragraph that the topic points to, with a note saying so. */
export function followTopic(
  subject: ReferenceSubject,
  reading: Reading,
): { readonly reading: Reading; readonly notes: readonly Note[] } {
  const { topic } = subject.reference;
  const { document, address } = reading;
  const whole = /^(?:reg|sch)\/[^/]+$/.test(address ?? "") && reading.to === null;
  if (topic === null || document === null || address === null || !whole)
    return { reading, notes: [] };
  const row = findTopic({ library: subject.library, document }, address, topic);
  if (row === null) return { reading, notes: [] };
  const place = toPlace(document, row);
  const args = {
    whole: nameAddress(address),
    locator: locatorOf(place),
    topic: topicWording[topic] === undefined ? topic : topic.toUpperCase(),
  };
  return {
    reading: { ...reading, address: row.address, places: [place] },
    notes: [makeNote("topic-found", args)],
  };
}
