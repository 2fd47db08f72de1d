import { Chalk } from "chalk";
import { describe, expect, it } from "vitest";
import { renderSets } from "../../src/cli/render-sets.ts";
import { measureText } from "../../src/text/wrap.ts";

const sets = [
  { name: "lamps", title: "Lamps (regulation 3)", about: "who keeps the lamps, and when", rows: 1 },
  { name: "logs", title: "Logs \u001b[31mred", about: "what is written down", rows: 1200 },
];

describe("renderSets", () => {
  it("lists each set with its name, size, title and what it is about", () => {
    expect(renderSets(sets, { width: 60, style: new Chalk({ level: 0 }) })).toBe(
      [
        "lamps (1 requirement)",
        "  Lamps (regulation 3)",
        "  who keeps the lamps, and when",
        "",
        "logs (1,200 requirements)",
        "  Logs red",
        "  what is written down",
        "",
      ].join("\n"),
    );
  });

  it("keeps to a narrow terminal", () => {
    const text = renderSets(sets, { width: 40, style: new Chalk({ level: 0 }) });
    for (const line of text.split("\n")) expect(measureText(line)).toBeLessThanOrEqual(40);
  });
});
