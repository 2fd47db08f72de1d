import { describe, expect, it } from "vitest";
import {
  estimateSeconds,
  measurePace,
  steadyEstimate,
  type Estimate,
  type Pace,
  type TimedWork,
} from "../../../src/cli/progress/time-left.ts";

const work: TimedWork = {
  files: 4,
  bytes: 4000,
  filesRead: 0,
  shareOfCurrent: 0,
  filesDone: 0,
  bytesDone: 0,
  passagesDone: 0,
  passagesEmbedded: 0,
  passagesWaiting: 0,
};

const pace = (perSecond: number): Pace => ({ at: 0, passages: 0, perSecond });

describe("estimateSeconds", () => {
  it("says nothing before enough is read", () => {
    expect(estimateSeconds({ ...work, filesRead: 2 }, 2.9, null)).toBeNull();
    expect(estimateSeconds({ ...work, shareOfCurrent: 0.3 }, 60, null)).toBeNull();
    expect(estimateSeconds({ ...work, files: 0, bytes: 0 }, 60, null)).toBeNull();
  });

  it("counts the passages waiting when everything is read, at the pace of late", () => {
    const read = { ...work, filesRead: 4, passagesEmbedded: 100, passagesWaiting: 50 };
    expect(estimateSeconds(read, 10, pace(20))).toBeCloseTo(2.5);
    expect(estimateSeconds(read, 10, null)).toBeNull();
  });

  it("adds the rest of reading and the embedding that is left after it", () => {
    // Half is read in 10 s. 100 passages of 1000 bytes are stored, as many wait, and 2000 bytes will give 200.
    const half = {
      ...work,
      filesRead: 2,
      filesDone: 1,
      bytesDone: 1000,
      passagesDone: 100,
      passagesEmbedded: 100,
      passagesWaiting: 100,
    };
    expect(estimateSeconds(half, 10, pace(20))).toBeCloseTo(10 + (300 - 200) / 100);
    expect(estimateSeconds(half, 10, pace(200))).toBeCloseTo(10);
  });

  it("goes by the number of files before the first is stored", () => {
    const first = { ...work, filesRead: 1, passagesEmbedded: 50, passagesWaiting: 50 };
    expect(estimateSeconds(first, 5, null)).toBeCloseTo(15 + (50 + 300) / 100);
  });

  it("takes the share of the file being read into account", () => {
    const last = { ...work, filesRead: 3, shareOfCurrent: 0.5 };
    expect(estimateSeconds(last, 7, null)).toBeCloseTo(1);
  });

  it("is finite and not negative whatever the counts", () => {
    const odd = { ...work, files: 1, bytes: 0, filesRead: 3, filesDone: 2, bytesDone: 9 };
    expect(estimateSeconds(odd, 4, pace(5))).toBe(0);
  });
});

describe("measurePace", () => {
  it("measures every two seconds and leans towards the newer", () => {
    const first = measurePace(null, 32, 0);
    expect(first.perSecond).toBeNull();
    expect(measurePace(first, 64, 1000)).toBe(first);
    const second = measurePace(first, 132, 2000);
    expect(second).toEqual({ at: 2000, passages: 132, perSecond: 50 });
    expect(measurePace(second, 332, 4000).perSecond).toBeCloseTo(70);
  });
});

describe("steadyEstimate", () => {
  /** Shows `raw` every 100 ms for some seconds. */
  function watch(start: Estimate, raw: (second: number) => number, seconds: number): number[] {
    const shown: number[] = [];
    let estimate = start;
    for (let tick = 1; tick <= seconds * 10; tick += 1) {
      const now = start.at + tick * 100;
      estimate = steadyEstimate(estimate, raw(tick / 10), now);
      shown.push(estimate.seconds);
    }
    return shown;
  }

  it("takes the first value as it is, and then counts down with the clock", () => {
    const first = steadyEstimate(null, 40, 1000);
    expect(first).toEqual({ seconds: 40, at: 1000 });
    expect(watch(first, (second) => 40 - second, 30).at(-1)).toBeCloseTo(10);
  });

  it("never jumps: one second moves it by a tenth and a second or two at most", () => {
    const wild = (second: number) => (Math.floor(second * 3) % 2 === 0 ? 900 : 1);
    const shown = [60, ...watch({ seconds: 60, at: 0 }, wild, 60)];
    for (let i = 10; i < shown.length; i += 1) {
      const before = shown[i - 10] ?? 0;
      const after = shown[i] ?? 0;
      expect(Math.abs(after - before)).toBeLessThan(1.5 + before * 0.12);
    }
  });

  it("reaches a value that stays", () => {
    expect(watch({ seconds: 10, at: 0 }, () => 100, 90).at(-1)).toBeCloseTo(100, -1);
  });

  it("does not move when no time has passed, and is never negative", () => {
    expect(steadyEstimate({ seconds: 10, at: 5 }, 500, 5).seconds).toBe(10);
    expect(steadyEstimate({ seconds: 1, at: 0 }, 0, 60_000).seconds).toBe(0);
  });
});
