// Tells whether the id of a row is meant by a pattern.

/** An id, or the beginning of ids with a star behind it. */
export function fits(id: string, pattern: string): boolean {
  return pattern.endsWith("*") ? id.startsWith(pattern.slice(0, -1)) : id === pattern;
}
