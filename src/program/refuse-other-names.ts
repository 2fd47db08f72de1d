// Takes the text of a job and its home; refuses to let it go out with the name of another home in it.
import { CharmError } from "../errors.ts";
import { findHomeName } from "../homes/find-name.ts";
import type { Home, Homes } from "../homes/homes.ts";

/**
 * The walls keep documents of others out. What belongs to all homes may still name one of them, and the file is for
 * the people of another.
 * @throws CharmError `other-home-in-output`
 */
export function refuseOtherNames(text: string, home: Home | null, { list }: Homes): void {
  if (home === null) return;
  const own = placesOf(text, home);
  for (const other of list) {
    if (other === home) continue;
    // "Oak Tree House" does not name the home Oak where it is what this one is called.
    const place = placesOf(text, other).find(
      ({ start, end }) => !own.some((ours) => ours.start <= start && end <= ours.end),
    );
    if (place === undefined) continue;
    const around = text.slice(text.lastIndexOf("\n", place.start) + 1, place.end);
    throw new CharmError(
      "other-home-in-output",
      `What was made for ${home.name} names another home, ${other.name}: “…${around.slice(-80)}”. It is not written.`,
      {
        hint: "Take that name out of the document that belongs to all homes, or put the document into the folder of its home.",
      },
    );
  }
}

function placesOf(text: string, { name, aliases }: Home) {
  return [name, ...aliases].flatMap((each) => findHomeName(each)(text));
}
