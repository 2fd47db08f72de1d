// Takes a pattern of sources.yaml; gives a test for paths whose time grows with the product of the two lengths at most.

/**
 * `*` stands for any part of a name, `?` for one character, `**` for any folders, and at the end for all below. Letters
 * large and small are one.
 * @param pattern its parts between slashes
 */
export function matchPattern(pattern: readonly string[]): (path: string) => boolean {
  const parts = pattern.map((part) => (part === "**" ? null : charactersOf(part)));
  // At the end, something must stand where it stands.
  if (parts.at(-1) === null) parts.push(["*"]);
  return (path) =>
    matchList(
      path.split("/").map(charactersOf),
      parts,
      (part) => part === null,
      (name, part) => part !== null && matchName(name, part),
    );
}

function matchName(name: readonly string[], part: readonly string[]): boolean {
  return matchList(
    name,
    part,
    (sign) => sign === "*",
    (character, sign) => sign === "?" || sign === character,
  );
}

function charactersOf(text: string): string[] {
  return [...text.toLowerCase()];
}

/** Only the last wildcard need ever be tried further: what those before it took can stay as it is. */
function matchList<T, P>(
  list: readonly T[],
  pattern: readonly P[],
  isWild: (part: P) => boolean,
  fits: (one: T, part: P) => boolean,
): boolean {
  let at = 0;
  let part = 0;
  let wild = -1;
  let taken = 0;
  while (at < list.length) {
    if (part < pattern.length && isWild(pattern[part] as P)) {
      wild = part;
      taken = at;
      part += 1;
    } else if (part < pattern.length && fits(list[at] as T, pattern[part] as P)) {
      at += 1;
      part += 1;
    } else if (wild >= 0) {
      taken += 1;
      at = taken;
      part = wild + 1;
    } else return false;
  }
  return pattern.slice(part).every(isWild);
}
