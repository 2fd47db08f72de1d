import { describe, expect, it } from "vitest";
import { extract } from "../../../src/extract/extract.ts";
import { extractRtf } from "../../../src/extract/rtf/extract-rtf.ts";
import { flowLines, shownLines } from "../flow/flow-lines.ts";

const fonts = String.raw`{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fnil\fcharset2 Symbol;}{\f2\fnil\fcharset204 Cyr;}{\f3\fnil\fcharset128 Mincho;}}`;
const styles = String.raw`{\stylesheet{\ql \snext0 Normal;}{\s1\outlinelevel0\sbasedon0 heading 1;}{\s2\sbasedon1 Ours;}{\s3\sbasedon3 Round;}{\s4 heading 2;}{\s5 toc 1;}{\*\cs6\b strong;}{\s7 Title;}}`;
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const make = (body: string, head = String.raw`\ansi\ansicpg1252\deff0`) =>
  bytesOf(String.raw`{\rtf1${head}${fonts}${styles}${body}}`);
const read = (body: string, head?: string) => extractRtf(make(body, head));
const textsOf = (body: string, head?: string) => shownLines(read(body, head));

describe("words that nobody sees", () => {
  const colours = String.raw`{\colortbl;\red255\green255\blue255;\red0\green0\blue0;\red0\green32\blue96;\red250\green250\blue250;}`;
  const sheet = String.raw`{\stylesheet{\s0 Normal;}{\s11\v Gone;}{\s12\sbasedon11 Too;}{\*\cs13\additive\v Sign;}{\s14\cf1 Pale;}}`;
  const split = (body: string) => {
    const extraction = read(
      String.raw`${colours}${sheet}\pard Ring.\par ${body}\pard\plain Wait.\par`,
    );
    return {
      lines: shownLines(extraction).slice(1, -1),
      left: extraction.leftOut.map(({ reason, text }) => `${reason}: ${text}`),
    };
  };
  it.each([
    ["white", String.raw`{\cf1 Words.}\par`],
    ["near white", String.raw`{\cf4 Words.}\par`],
    ["in the colour of their marking", String.raw`{\cf2\highlight2 Words.}\par`],
    ["in the colour of the paragraph", String.raw`\pard\cbpat3{\cf3 Words.}\par`],
    ["of two points", String.raw`{\fs4 Words.}\par`],
    [
      "in the code of a field",
      String.raw`{\field{\*\fldinst IF {\field{\*\fldinst REF a}{\fldrslt Words.}} = 1}{\fldrslt }}\par`,
    ],
    [
      "in a hidden shape",
      String.raw`{\shp{\*\shpinst{\sp{\sn fHidden}{\sv 1}}{\shptxt Words.\par}}}\par`,
    ],
    [
      "in a shape off the page",
      String.raw`{\shp{\*\shpinst\shpleft-9000\shpright-1000{\shptxt Words.\par}}}\par`,
    ],
    ["in a hidden style", String.raw`\pard\s11 Words.\par`],
    ["in a style based on one", String.raw`\pard\s12 Words.\par`],
    ["in a hidden style of characters", String.raw`{\cs13 Words.}\par`],
    ["in a white style", String.raw`\pard\s14 Words.\par`],
    [
      "white in a cell",
      String.raw`\trowd\cellx900\cellx1800\pard\intbl{\cf1 Words.}\cell\cell\row`,
    ],
  ])("are left out %s", (_, body) => {
    expect(split(body)).toEqual({ lines: [], left: ["hidden: Words."] });
  });

  it("are left out where they were moved away", () => {
    expect(split(String.raw`{\mvf Words.}\par`)).toEqual({ lines: [], left: ["deleted: Words."] });
  });

  it.each([
    ["white on dark marking", String.raw`{\cf1\highlight3 Words.}\par`],
    ["white on a dark paragraph", String.raw`\pard\cbpat3{\cf1 Words.}\par`],
    [
      "white in a dark cell",
      String.raw`\trowd\clcbpat3\cellx1800\pard\intbl{\cf1 Words.}\cell\row`,
    ],
    [
      "white in a box",
      String.raw`{\shp{\*\shpinst{\sp{\sn fHidden}{\sv 0}}{\sp{\sn fillColor}{\sv 1}}{\shptxt{\cf1 Words.}\par}}}\par`,
    ],
    ["in the program's own colour", String.raw`{\cf0\highlight2 Words.}\par`],
    ["of six points", String.raw`{\fs12 Words.}\par`],
    ["shown against their style", String.raw`\pard\s11{\v0 Words.}\par`],
    ["moved here", String.raw`{\mvt Words.}\par`],
    ["as the result of a field", String.raw`{\field{\*\fldinst REF a}{\fldrslt Words.}}\par`],
  ])("are none %s", (_, body) => {
    expect(split(body)).toEqual({ lines: ["Words."], left: [] });
  });
});

describe("extractRtf", () => {
  it("knows headings by outline level and by style", () => {
    const extraction = read(
      String.raw`{\info{\title Fire {\b policy}}{\author A. Writer}{\creatim\yr2025\mo3\dy4\hr10}}` +
        String.raw`\pard\s7 The policy\par\pard\s1 One\par\pard\s2 By base\par\pard\s4 By name\par` +
        String.raw`\pard\outlinelevel2 By itself\par\pard\s1\outlinelevel9 No heading\par\pard\s3 Round\par{\b Bold}\par\pard Plain`,
    );
    expect(flowLines(extraction).map(({ text, heading, bold }) => [text, heading, bold])).toEqual([
      ["The policy", 0, false],
      ["One", 1, false],
      ["By base", 1, false],
      ["By name", 2, false],
      ["By itself", 3, false],
      ["No heading", null, false],
      ["Round", null, false],
      ["Bold", null, true],
      ["Plain", null, false],
    ]);
    expect(extraction.info).toMatchObject({
      title: "Fire policy",
      author: "A. Writer",
      created: "2025-03-04",
    });
  });

  it.each([
    ["Word's", String.raw`{\listtext\pard\plain\f0 2.1\tab}\pard\ls1 Call\par`, "2.1 Call"],
    ["a letter", String.raw`{\listtext (a)\tab}Call\par`, "(a) Call"],
    [
      "that of old programs",
      String.raw`{\pntext\f0 3.\tab}{\*\pn\pnlvlbody{\pntxta .}}Call\par`,
      "3. Call",
    ],
    ["a bullet in a font of pictures", String.raw`{\listtext\f1\'b7\tab}Call\par`, "Call"],
    ["a letter in such a font", String.raw`{\listtext\f1 q\tab}Call\par`, "Call"],
    ["a bullet by its code", String.raw`{\listtext\u8226\'95\tab}Call\par`, "Call"],
    ["Word's second bullet", String.raw`{\listtext o\tab}Call\par`, "Call"],
  ])("takes the number of a list as it stands in the file: %s", (_, body, text) => {
    const extraction = read(body);
    expect(shownLines(extraction)).toEqual([text]);
    expect(flowLines(extraction)[0]?.place).not.toBeNull();
  });

  it.each([
    ["windows-1252", String.raw`caf\'e9 \'93x\'94 \'80`, "café “x” €"],
    ["raw bytes", "caf\u00e9 \u0096", "café –"],
    ["the charset of a font", String.raw`{\f2 \'cf\'f0\'e8} \'e9`, "При é"],
    ["characters of two bytes", String.raw`{\f3 \'93\'fa\'96\'7b} {\f3 \'83A}`, "日本 ア"],
    ["Unicode with its fallback", String.raw`\u8212?x\uc2\u233 ab\uc0\u252 y`, "—xéüy"],
    ["a fallback in codes", String.raw`a\uc1\u8217\'92s`, "a’s"],
    ["characters of two halves", String.raw`\u-10179?\u-8704?\uc0\u55357\uc1\u56832\'3f`, "😀😀"],
    ["a fallback cut off by a group", String.raw`{\u8212}x`, "—x"],
    ["both kinds of text", String.raw`{\upr{Gel?scht}{\*\ud{Gel\u246?scht}}}`, "Gelöscht"],
    [
      "words for characters",
      String.raw`a\emdash b\lquote c\rquote\~d\_e\-f\{g\}\\`,
      "a—b‘c’ d‑ef{g}\\",
    ],
  ])("decodes %s", (_, body, text) => {
    expect(textsOf(body)).toEqual([text]);
  });

  it("decodes code pages of DOS", () => {
    expect(textsOf(String.raw`\f9 \'9c5 caf\'82`, String.raw`\pca`)).toEqual(["£5 café"]);
  });

  it("leaves hidden, struck and deleted text out, with its words", () => {
    const extraction = read(
      String.raw`Money is {\strike may be }{\deleted one day}{\v not }never{\v0 \strike0  withheld}.\par\v all of it\par\v one more\par\plain Shown.` +
        String.raw`\par\pard{\field{\*\fldinst{ TOC \\o}}{\fldrslt Drills\tab 4\par Alarms\tab 5}}\par\pard\s5 Old list\tab 6\par`,
    );
    expect(extraction.pages[0]?.lines.map((line) => line.text)).toEqual([
      "Money is never withheld.",
      "Shown.",
    ]);
    expect(extraction.leftOut.map(({ reason, text }) => [reason, text])).toEqual([
      ["struck", "may be"],
      ["deleted", "one day"],
      ["hidden", "not"],
      ["hidden", "all of it"],
      ["hidden", "one more"],
      ["contents", "Drills 4"],
      ["contents", "Alarms 5"],
      ["contents", "Old list 6"],
    ]);
    expect(extraction.problems.map(({ code }) => code)).toEqual([
      "tracked-deletion",
      "hidden-text",
      "struck-text",
    ]);
  });

  it("lifts notes out, and gives running lines apart", () => {
    const extraction = read(
      String.raw`\aftnnrlc{\header\pard Elm House\par}{\footer Page {\field{\*\fldinst PAGE}{\fldrslt 3}}\par}` +
        String.raw`Staff{\super\chftn{\footnote\pard\plain{\super\chftn} See the {\b handbook}.}} are vetted{\super\chftn}{\footnote Twice.} and{\chftn{\footnote\ftnalt At the end.}} *{\footnote * By hand.} go.\par`,
    );
    const [page] = extraction.pages;
    expect(page?.lines.map((line) => line.text)).toEqual(["Staff are vetted and * go."]);
    expect(page?.lines[0]?.marks.map(({ at, label }) => [at, label])).toEqual([
      [5, "1"],
      [16, "2"],
      [20, "i"],
    ]);
    expect(page?.footnotes.map(({ label, lines }) => [label, lines[0]?.text])).toEqual([
      ["1", "See the handbook."],
      ["2", "Twice."],
      ["i", "At the end."],
      ["*", "* By hand."],
    ]);
    expect(extraction.running).toEqual(["Elm House", "Page 3"]);
  });

  it("keeps every cell in its column where cells are merged", () => {
    const row = (form: string, ...cells: readonly string[]) =>
      String.raw`\trowd\trleft0 ${form}\pard\intbl ` +
      cells.map((cell) => String.raw`${cell}\cell `).join("") +
      String.raw`\row `;
    const three = String.raw`\cellx1000\cellx2000\cellx3000`;
    const table =
      row(String.raw`\trhdr\clvmgf\cellx1000\cellx3000`, "Risk", "Who") +
      row(String.raw`\trhdr\clvmrg\cellx1000\cellx2010\cellx3000`, "", "Day", "Night") +
      row(
        String.raw`\clvmgf\cellx1000\cellx2000\cellx3000`,
        "Missing",
        String.raw`Leader\par or deputy`,
        "Worker",
      ) +
      row(String.raw`\clvmrg\cellx1000\cellx2000\cellx3000`, "", "Manager", "On call") +
      row(String.raw`\clmgf\cellx1000\clmrg\cellx2000\cellx3000`, "Both", "", "Last") +
      row(
        three,
        String.raw`a\itap2 b\nestcell c\nestcell{\*\nesttableprops\trowd\cellx9\nestrow}{\nonesttables\par}\pard\intbl d`,
        "e",
        "f",
      );
    expect(textsOf(String.raw`Before\par ${table}\pard After\par`)).toEqual([
      "Before",
      ["Risk", "Who: Day", "Who: Night"],
      ["Missing", "Leader or deputy", "Worker"],
      ["Missing", "Manager", "On call"],
      ["Both", "", "Last"],
      ["d", "e", "f"],
      ["ab", "c"],
      "After",
    ]);
  });

  it("reads boxes once and results of fields, and counts what it passes over", () => {
    const extraction = read(
      String.raw`The{\shp{\*\shpinst{\sp{\sn fLine}{\sv 0}}{\shptxt\pard In the box.\par}}{\shprslt{\*\do{\dptxbxtext In the box.\par}}}} door` +
        String.raw` {\field{\*\fldinst HYPERLINK "http://x.example"}{\fldrslt {\ul link}}}` +
        String.raw`{\*\shppict{\pict\pngblip 89504e}}{\nonshppict{\pict\wmetafile8 0100}}{\pict\bin7 }}}{{{\b}` +
        String.raw`{\object\objemb{\*\objdata 0105}{\result shown}}{\*\annotation Why?}{\*\unknown gone}.\par`,
    );
    expect(extraction.pages[0]?.lines.map((line) => line.text)).toEqual([
      "The door linkshown.",
      "In the box.",
    ]);
    expect(extraction.problems.map(({ message }) => message)).toEqual([
      "1 comment is not read: before any heading.",
      "2 pictures are not read: before any heading. Write out what it says; in Word, an alternative text will do.",
      "1 embedded object is not read: before any heading. Write out what it says; in Word, an alternative text will do.",
    ]);
  });

  it.each([
    ["no words", () => make(""), "no-text", /no text/],
    ["bytes of another kind", () => bytesOf("PK\u0003\u0004"), "unreadable", /no rich text/],
    ["a plain text", () => bytesOf("Fire policy"), "unreadable", /no rich text/],
    [
      "a file cut short",
      () => make(String.raw`Text {\b bold text`).slice(0, -1),
      "unreadable",
      /cut short/,
    ],
    ["groups 10,000 deep", () => make("{".repeat(10_000)), "unreadable", /too deep/],
    [
      "picture bytes beyond its end",
      () => make(String.raw`Text{\pict\bin2000000000 x}`),
      "unreadable",
      /cut short/,
    ],
  ])("refuses %s with a message", async (_, build, code, message) => {
    await expect(extract({ file: "a.rtf" }, build())).rejects.toMatchObject({
      name: "CharmError",
      code,
      message: expect.stringMatching(message),
    });
  });

  it("passes over a mark of UTF-8 before it", () => {
    const { pages } = extractRtf(Buffer.concat([Buffer.from("\uFEFF"), make("Text")]));
    expect(pages[0]?.lines.map(({ text }) => text)).toEqual(["Text"]);
  });

  it("forgives a missing last brace, and numbers beyond all sense", () => {
    expect(
      extractRtf(
        make(String.raw`\uc999999999\s-5\cellx99999999999\u99999999 x\par Text\uc1`).slice(0, -1),
      ).pages,
    ).toHaveLength(1);
  });

  it("says that text stands after its end", () => {
    const codesOf = (more: string) =>
      extractRtf(Buffer.concat([make("Text"), bytesOf(more)])).problems.map(({ code }) => code);
    expect(codesOf(String.raw` \par more}`)).toEqual(["text-after-end"]);
    expect(codesOf("\r\n\0\0")).toEqual([]);
  });

  it("is not slowed down by a table that is nothing but edges", () => {
    const row = (at: number) => String.raw`\trowd\cellx${at * 100}\pard\intbl x\cell\row `;
    const rows = Array.from({ length: 5000 }, (_, at) => row(at + 1)).join("");
    expect(read(rows).pages).toHaveLength(1);
  });
});
