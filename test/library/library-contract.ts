// What every implementation of the library must do, run over each of them.
import { afterEach, describe } from "vitest";
import type { WriteOptions } from "../../src/library/lance/lance-writer.ts";
import type { Library } from "../../src/library/library.ts";
import { describeCrashes } from "./contract-crashes.ts";
import { describeChanging, describeReading } from "./contract-reading.ts";
import { describeMentions } from "./contract-mentions.ts";
import { describeSearching } from "./contract-searching.ts";
import type { Place } from "./contract-setting.ts";

export function describeLibrary(name: string, makePlace: () => Promise<Place>): void {
  describe(`library: ${name}`, () => {
    let place: Place;
    const places: Place[] = [];
    const start = async (options?: WriteOptions) => {
      place = await makePlace();
      places.push(place);
      return place.create(options);
    };
    afterEach(async () => {
      for (const used of places.splice(0)) await used.clean();
    });

    /** The library as a fresh reader sees it. */
    const look = async (library: Library) => (await place.open?.()) ?? library;

    describeReading(start, look);
    describeChanging(start, look);
    describeSearching(start);
    describeMentions(start, look);
    describeCrashes(start, () => place);
  });
}
