// What is made when it is first asked for, and kept.

/** What throws is tried again; what was made is given again, a rejected promise too. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/**
 * Made once for each key.
 * @param most keys of which it is kept; beyond, all are forgotten
 */
export function keep<Args extends readonly unknown[], Value>(
  make: (...args: Args) => Value,
  keyOf: (...args: Args) => string,
  most = Infinity,
): (...args: Args) => Value {
  const made = new Map<string, Value>();
  return (...args) => {
    const key = keyOf(...args);
    const held = made.get(key);
    if (held !== undefined || made.has(key)) return held as Value;
    const value = make(...args);
    if (made.size >= most) made.clear();
    made.set(key, value);
    return value;
  };
}
