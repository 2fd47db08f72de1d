// Whether a sentence says that something is not so.
import { expect, it } from "vitest";
import { denies } from "../../src/facts/denial.ts";

it.each([
  ["The mate does not trim the lamp.", true],
  ["Nobody is let off the watch.", true],
  ["Relief keepers are exempt from the drill.", false],
  ["A keeper who does not come is replaced.", false],
  ["Keepers who come from the sister light serve at once and do no drill.", true],
  ["When a pane breaks and nobody owns up, the tower is shut.", false],
  ["The log is made no later than noon.", false],
  ["The harbour hears without delay.", false],
  ["A guest may choose not to climb.", false],
  ["The lamp burns all night.", false],
])("%s %s", (text, is) => {
  expect(denies(text)).toBe(is);
});
