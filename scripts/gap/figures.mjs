// Takes rows with the verdict of a reader and the one given; gives figures in words.
import { confidenceOf } from "../../dist/gap/confidence.js";

const verdicts = ["met", "partly", "not_found"];

export function figuresOf(rows) {
  const share = (some, of) => (some.length === 0 ? 0 : some.filter(of).length / some.length);
  const right = ({ verdict, got }) => verdict === got.verdict;
  const chance = verdicts.reduce(
    (sum, one) =>
      sum +
      share(rows, ({ verdict }) => verdict === one) * share(rows, ({ got }) => got.verdict === one),
    0,
  );
  const agree = share(rows, right);
  const falseMet = share(
    rows.filter(({ verdict }) => verdict !== "met"),
    ({ got }) => got.verdict === "met",
  );
  const falseMetOfAll = share(
    rows,
    ({ verdict, got }) => verdict !== "met" && got.verdict === "met",
  );
  const falseNone = share(
    rows.filter(({ verdict }) => verdict !== "not_found"),
    ({ got }) => got.verdict === "not_found",
  );
  const shown = rows.filter(({ places, got }) => places.length > 0 && got.evidence.length > 0);
  const place = share(shown, ({ places, got }) =>
    got.evidence.some(({ text, section }) =>
      places.some((one) => text.includes(one) || section === one),
    ),
  );
  const two = (value) => value.toFixed(3);
  return `${rows.length} rows, agree ${two(agree)}, kappa ${two((agree - chance) / (1 - chance || 1))}, false met ${two(falseMet)} (of all rows ${two(falseMetOfAll)}), false not-found ${two(falseNone)}, place ${two(place)}; right by confidence ${byConfidence(rows)}`;
}

function byConfidence(rows) {
  const parts = [0, 0.5, 0.6, 0.7, 0.8, 0.9].map((from, i, all) => {
    const some = rows.filter(
      ({ got }) => confidenceOf(got) >= from && confidenceOf(got) < (all[i + 1] ?? 1.01),
    );
    const right = some.filter(({ verdict, got }) => verdict === got.verdict).length;
    return `${from}: ${some.length === 0 ? "-" : (right / some.length).toFixed(2)} (${some.length})`;
  });
  return parts.join(", ");
}

/** A line for each verdict of the reader, a column for each that was given. */
export function confusion(rows) {
  const lines = verdicts.map((one) =>
    [
      one,
      ...verdicts.map(
        (other) =>
          rows.filter(({ verdict, got }) => verdict === one && got.verdict === other).length,
      ),
    ].join("\t"),
  );
  return [["", ...verdicts].join("\t"), ...lines].join("\n");
}
