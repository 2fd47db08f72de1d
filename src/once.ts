// What is made when it is first asked for, and kept.

/** What throws is tried again; what was made is given again, a rejected promise too. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** The same for each name. */
export function onceEach<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, () => T>();
  return (name) => {
    const held = made.get(name) ?? once(() => make(name));
    made.set(name, held);
    return held();
  };
}
