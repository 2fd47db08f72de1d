// Which of the chosen statements open an answer, and that a list stays together.
import { describe, expect, it } from "vitest";
import { pickOpening } from "../../src/compose/pick-opening.ts";
import type { RankedStatement } from "../../src/score/rank-statements.ts";
import {
  describeDocument,
  fieldGuide,
  fieldLaw,
  fillWords,
  ownPlan,
  rankSpans,
} from "../support/made-up-evidence.ts";
import { quotationsOf } from "../support/made-up-law.ts";

const pick = (chosen: readonly RankedStatement[], source: RankedStatement | null = null) =>
  pickOpening(chosen, source, quotationsOf(chosen));

const framework = describeDocument({ id: "framework", authority: "inspection" });
const duties = rankSpans(fieldLaw, [
  ["7(2)", "(2) The keeper must ensure that the lamp—"],
  ["7(2)(a)", `(a) has ${fillWords(60, "a")};`],
  ["7(2)(b)", `(b) has ${fillWords(60, "b")}.`],
  ["7(3)", "(3) The horn must be sounded in fog."],
]);
const [first, second, horn] = duties;
const guidance = (score: number) =>
  rankSpans(fieldGuide, [["3.1", "The mate should polish the brass weekly."]], { score });

describe("pickOpening", () => {
  it("opens with all that was chosen of a paragraph of law, in whatever passages, and with no other", () => {
    const clause = rankSpans(fieldLaw, [["7(2)(c)", "(c) has a chimney that draws well."]], {
      ordinal: 1,
      score: 0.5,
    });
    expect(duties).toHaveLength(3);
    expect(pick([...duties, ...clause])).toEqual([first, second, ...clause]);
  });

  it("opens with law that matches nearly as well as the best, and else with the best", () => {
    const law = horn ? [horn] : [];
    const near = guidance(1.1);
    expect(pick([...near, ...law])).toEqual(law);
    const better = guidance(6);
    expect(pick([...better, ...law])).toEqual(better);
  });

  it("opens with what the inspectorate says of itself unless law matches as well", () => {
    const said = rankSpans(framework, [[null, "Inspectors look at the lamp before they judge."]], {
      score: 1.4,
      ordinal: 1,
    });
    expect(pick([...said, ...(horn ? [horn] : [])])).toEqual(said);
    const law = rankSpans(fieldLaw, [["8", "The lamp must be judged each year."]], { score: 1.3 });
    expect(pick([...said, ...law])).toEqual(law);
  });

  it("keeps what a sentence leads to with it", () => {
    const listed = rankSpans(framework, [
      [null, "The watch is likely to be judged poor if there is evidence of the following:"],
      [null, "The lamp goes out and nobody relights it before the next ship."],
    ]);
    expect(listed).toHaveLength(2);
    expect(pick(listed)).toEqual(listed);
  });

  it("opens with the best, though it came along with another and stands after it", () => {
    const [worse, better] = [
      guidance(2),
      rankSpans(fieldGuide, [["3.2", "The mate should sleep by day."]], { score: 3, ordinal: 1 }),
    ];
    expect(pick([...worse, ...better])).toEqual(better);
  });

  it("opens with the home's own document only where nothing that lays a duty on it answers", () => {
    const own = rankSpans(ownPlan, [[null, "Our boat takes stores out every Tuesday."]], {
      score: 9,
    });
    expect(pick(own)).toEqual(own);
    expect(pick([...own, ...guidance(1)])).toEqual(guidance(1));
  });

  it("opens with the law that leaves what is asked to a Schedule, where it was chosen", () => {
    const better = guidance(9);
    expect(horn && pick([...better, horn], horn)).toEqual([horn]);
    expect(horn && pick(better, horn)).toEqual(better);
  });

  it("opens with nothing where all is long, or nothing was chosen", () => {
    expect(pick([])).toEqual([]);
    const long = rankSpans(fieldGuide, [["3.1", `The mate should polish ${fillWords(120)}.`]]);
    expect(pick(long)).toEqual([]);
  });
});
