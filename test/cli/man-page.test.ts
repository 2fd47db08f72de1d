import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
// @ts-expect-error: plain JavaScript, without declarations.
import { renderManPage } from "../../scripts/man/man-page.mjs";
// @ts-expect-error: plain JavaScript, without declarations.
import { escapeLine, escapeMarkdown, escapeUsage } from "../../scripts/man/roff.mjs";
import { makeProgram } from "../support/cli-program.ts";

const read = (name: string) => readFile(new URL(`../../${name}`, import.meta.url), "utf8");

describe("man/charm.1", () => {
  it("is what the commands say of themselves (npm run build && node scripts/write-man.mjs)", async () => {
    const { version } = JSON.parse(await read("package.json")) as { version: string };
    const page = renderManPage(makeProgram, { version, guide: await read("docs/cli.md") });
    expect(await read("man/charm.1")).toBe(page);
  });

  it("has every command, exit code and no day", async () => {
    const { exitCodes } = await import("../../src/errors.ts");
    const page = await read("man/charm.1");
    for (const { name } of makeProgram().program.commands.map((one) => ({ name: one.name() })))
      expect(page).toContain(`.SS "charm ${name}"`);
    for (const code of Object.values(exitCodes)) expect(page).toContain(`\\fB${code}\\fP`);
    expect(page).toContain('.TH CHARM 1 "" ');
  });
});

describe("text for roff", () => {
  it.each([
    [".hidden", "\\&.hidden"],
    ["'quoted'", "\\(aqquoted\\(aq"],
    ["--all-homes", "\\-\\-all\\-homes"],
    ['a\\nb "c" `d` ^ ~', "a\\enb \\(dqc\\(dq \\(gad\\(ga \\(ha \\(ti"],
    ["“Guide” – 10.13 €", "\\[u201C]Guide\\[u201D] \\[u2013] 10.13 \\[u20AC]"],
    ["two\n lines", "two lines"],
  ])("%s is %s", (text, roff) => {
    expect(escapeLine(text)).toBe(roff);
  });

  it("sets off what is typed from what it stands for", () => {
    expect(escapeUsage("charm ask [options] <question...>")).toBe(
      "\\fBcharm\\fP \\fBask\\fP \\fI[options]\\fP \\fI<question...>\\fP",
    );
    expect(escapeMarkdown("done; `charm index` too")).toBe("done; \\fBcharm index\\fP too");
  });
});
