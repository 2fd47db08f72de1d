// Numbers that look random and come again with their seed.

/** Seeded, 0 to 1: mulberry32. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Another seed in each run, printed so that what failed can be run again with it: `TEST_SEED=7 npx vitest run …`. */
export function takeSeed(what: string): number {
  const given = Number(process.env["TEST_SEED"] ?? Number.NaN);
  const seed = Number.isInteger(given) ? given : Date.now() % 1_000_000;
  console.log(`${what}: TEST_SEED=${seed}`);
  return seed;
}
