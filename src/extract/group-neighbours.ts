// Takes a list in order; gives it cut into the stretches that belong together.

/** Each item joins the group before it or opens the next; `joins` is given that group with its last item. */
export function groupNeighbours<T>(
  items: Iterable<T>,
  joins: (item: T, group: readonly [T, ...T[]], last: T) => boolean,
): [T, ...T[]][] {
  const groups: [T, ...T[]][] = [];
  for (const item of items) {
    const group = groups.at(-1);
    if (group && joins(item, group, group.at(-1) ?? group[0])) group.push(item);
    else groups.push([item]);
  }
  return groups;
}
