// The library's contract: a writer that is stopped anywhere leaves a library that can be read and finished.
import { expect, it } from "vitest";
import { makeVector } from "./fixtures.ts";
import { describeHits, fill, guide, newGuide, plan, regulations } from "./contract-setting.ts";
import type { Place, Start } from "./contract-setting.ts";

export function describeCrashes(start: Start, getPlace: () => Place): void {
  const steps = ["appended", "committed", "rewritten", "finished"] as const;
  it.each(steps)(
    "is usable after a stop at %s, and the next run finishes the work",
    async (stop) => {
      const untouched = await describeHits(
        await fill(await start(), [newGuide, regulations, plan]),
      );
      await getPlace().clean();

      let armed = false;
      const onStep = (step: string) => {
        if (armed && step === stop) throw new Error("stopped");
      };
      let library = await fill(await start({ onStep }), [guide, regulations]);
      const writer = await library.write();
      armed = true;
      const run = async () => {
        await writer.put(newGuide);
        await writer.put(plan);
        await writer.finish();
      };
      await expect(run()).rejects.toThrow("stopped");
      await getPlace().forgetLock();
      armed = false;

      const { open } = getPlace();
      if (open !== null) library = (await open()) ?? library;
      const before = stop === "appended" || open === null;
      expect(library.finished).toBe(before || stop === "finished");
      const held = before ? guide : newGuide;
      expect(library.documents.map((each) => each.id)).toContain(held.info.id);
      const hits = await library.searchVector(makeVector("x"), 50);
      const live = new Set(library.documents.map((each) => each.id));
      expect(hits.every((hit) => live.has(hit.documentId))).toBe(true);
      expect(hits).toHaveLength(
        library.documents.reduce((sum, each) => sum + each.passageCount, 0),
      );
      const found = await library.searchText("managers", 50);
      expect(new Set(found.map((hit) => hit.id)).size).toBe(found.length);
      expect(found.every((hit) => live.has(hit.documentId))).toBe(true);

      const finished = await fill(library, [newGuide, plan]);
      expect(finished.finished).toBe(true);
      expect(await describeHits(finished)).toEqual(untouched);
    },
  );

  it("keeps what was put when a writer is closed early", async () => {
    const library = await start();
    const writer = await library.write();
    await writer.put(guide);
    await writer.put(regulations);
    await writer.close();
    const { open } = getPlace();
    if (open === null) return;
    const found = await open();
    expect(found?.finished).toBe(false);
    expect(found?.documents).toHaveLength(2);
    expect(await found?.searchText("managers", 9)).toHaveLength(3);
  });
}
