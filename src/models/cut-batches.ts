// Takes a list; gives it in pieces of so many items, the last of which may have fewer.

export function cutBatches<T>(items: readonly T[], length: number): (readonly T[])[] {
  const count = Math.ceil(items.length / length);
  return Array.from({ length: count }, (_, i) => items.slice(i * length, (i + 1) * length));
}
