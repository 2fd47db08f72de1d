// The finder of shared word runs, on made-up texts.
import { expect, it } from "vitest";
import { withoutNames } from "./allowed-names.ts";
import { collectRuns, findSharedRuns, toWords } from "./word-runs.ts";

it("sees through punctuation, capitals and list labels", () => {
  const known = collectRuns(toWords("The keeper must— (a) feed the owls; and (ii) count them."), 5);
  const ours = toWords("At dusk the keeper must feed the owls!");
  expect(findSharedRuns(ours, known, 5)).toEqual([
    "the keeper must feed the",
    "keeper must feed the owls",
  ]);
});

it("does not run across an allowed name", () => {
  const words = withoutNames(toWords("under the Care Standards Act 2000 owls"));
  expect(words).toEqual(["under", "the", "§name§", "owls"]);
});
