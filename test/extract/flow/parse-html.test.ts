import { parse } from "node-html-parser";
import { expect, it } from "vitest";
import { parseHtml } from "../../../src/extract/flow/parse-html.ts";
import { createRandom } from "../../support/seeded-random.ts";

const options = { comment: false, parseNoneClosedTags: true, closeAllByClosing: true };
const fragments =
  "<p>|</p>|<div>|</div>|<ul>|<li>|</li>|</ul>|<table>|<tr>|<td>|</td>|</table>|<b>|</b>|<br>|lamp |<!-- c -->|<h1>|</h2>".split(
    "|",
  );

it("gives the tree that the parser gives, of pages that close nothing too", () => {
  const random = createRandom(20261201);
  for (let i = 0; i < 1000; i += 1) {
    const parts = Array.from(
      { length: 1 + Math.floor(random() * 20) },
      () => fragments[Math.floor(random() * fragments.length)] ?? "",
    );
    const html = parts.join("");
    expect(parseHtml(html, options).toString()).toBe(parse(html, options).toString());
  }
});

it("takes a moment for 100,000 elements in one", () => {
  const page = parseHtml(`<p>${"<b>lamp</b> ".repeat(100_000)}</p>`, options);
  // Elements, and the spaces between them.
  expect(page.childNodes[0]?.childNodes).toHaveLength(200_000);
});
