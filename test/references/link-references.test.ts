import { describe, expect, it } from "vitest";
import { linkReferences } from "../../src/references/link-references.ts";

describe("linkReferences", () => {
  it("gives canonical addresses once each, with the document where one is named", () => {
    const text =
      "See regulation 28(2)(c), regulations 4 to 14 and again regulation 28(2)(c); section 22G of the Children Act 1989.";
    const links = linkReferences(text);
    expect(links.slice(0, 2)).toEqual(["reg/28/2/c", "reg/4..14"]);
    expect(links).toHaveLength(3);
    expect(links[2]).toMatch(/Children Act 1989#s\/22G$/);
  });

  it("leaves out what only its place would make a reference", () => {
    expect(linkReferences("As paragraph (1) says, pay £10.13 by 1 April 2014 (10.13).")).toEqual(
      [],
    );
  });
});
