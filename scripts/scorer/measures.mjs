// Figures of likelihoods against what things were worth.

/** Share of pairs, of one that belongs and one that does not, in which the first is thought likelier. */
export function area(rows) {
  const sorted = rows.toSorted((a, b) => a.likelihood - b.likelihood);
  let [below, sum, belonging] = [0, 0, 0];
  for (let at = 0; at < sorted.length;) {
    let end = at;
    while (end < sorted.length && sorted[end].likelihood === sorted[at].likelihood) end += 1;
    const same = sorted.slice(at, end);
    const ones = same.filter(({ value }) => value > 0).length;
    sum += ones * (below + (same.length - ones) / 2);
    below += same.length - ones;
    belonging += ones;
    at = end;
  }
  return sum / (belonging * below);
}

/** Mean over lists with something that belongs. */
export function averagePrecision(lists) {
  const each = lists
    .filter((rows) => rows.some(({ value }) => value > 0))
    .map((rows) => {
      let [found, sum] = [0, 0];
      rows
        .toSorted((a, b) => b.likelihood - a.likelihood)
        .forEach(({ value }, rank) => {
          if (value > 0) sum += (found += 1) / (rank + 1);
        });
      return sum / found;
    });
  return each.reduce((sum, value) => sum + value, 0) / each.length;
}

/** By tenths of likelihood: the mean likelihood, what they were worth on average, and how many there are. */
export function calibration(rows) {
  const mean = (list, of) => list.reduce((sum, row) => sum + of(row), 0) / list.length;
  return Array.from({ length: 10 }, (_, i) =>
    rows.filter(({ likelihood }) => Math.min(9, Math.floor(likelihood * 10)) === i),
  )
    .filter((some) => some.length > 0)
    .map(
      (some) =>
        `${mean(some, (row) => row.likelihood).toFixed(2)}→${mean(some, (row) => row.value).toFixed(2)} (${some.length})`,
    )
    .join(", ");
}
