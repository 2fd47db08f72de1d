import { marked, Parser } from "marked";
import { expect, it } from "vitest";
import { LinearLexer } from "../../src/text/linear-lexer.ts";
import { createRandom } from "../support/seeded-random.ts";

const render = (text: string) => Parser.parse(new LinearLexer().lex(text));

const fragments =
  "<!--|-->|<!-- c -->|<![CDATA[|]]>|<?|?>|<?p ?>|<b>|</b>|[a](http://x.example)|[|](|*|**|_|`|``|lamp|\n|\n\n|# |- |> |&amp;|\\|![".split(
    "|",
  );

it("gives what marked gives, whatever is opened and not closed", () => {
  const random = createRandom(20261201);
  for (let i = 0; i < 2000; i += 1) {
    const length = 1 + Math.floor(random() * 12);
    const parts = Array.from(
      { length },
      () => fragments[Math.floor(random() * fragments.length)] ?? "",
    );
    const text = parts.join(random() < 0.5 ? " " : "");
    expect(render(text)).toBe(marked.parse(text));
  }
});

it.each(["<!-- ", "<![CDATA[ ", "<? "])("takes a moment for 200,000 times %j", (mark) => {
  // By the square of their number it would be a minute.
  expect(render(`The lamp. ${mark.repeat(200_000)}`).length).toBeGreaterThan(200_000);
});
