// No word that Word does not show is text; what was taken out is reported with its words and place.
import { describe, expect, it } from "vitest";
import { para, run, style, stylesXml, table } from "./make-docx.ts";
import { readDocx, shown } from "./read-docx.ts";

const deleted = (text: string, tag = "w:del") =>
  `<${tag} w:id="1" w:author="A"><w:r><w:${tag === "w:del" ? "delText" : "t"} xml:space="preserve">${text}</w:${tag === "w:del" ? "delText" : "t"}></w:r></${tag}>`;
const styles = {
  "word/styles.xml": stylesXml(
    style("Secret", "Secret", "<w:rPr><w:vanish/></w:rPr>", "character") +
      style("Quiet", "Quiet", "<w:rPr><w:vanish/></w:rPr>") +
      style("Quieter", "Quieter", '<w:basedOn w:val="Quiet"/>') +
      style("Gone", "Gone", "<w:rPr><w:strike/></w:rPr>", "character") +
      style("heading1", "heading 1"),
  ),
};

describe("words that are not shown", () => {
  it.each([
    ["hidden", run("secret", "<w:vanish/>"), "hidden"],
    ["hidden by a character style", run("secret", '<w:rStyle w:val="Secret"/>'), "hidden"],
    ["struck", run("secret", "<w:strike/>"), "struck"],
    ["struck twice", run("secret", "<w:dstrike/>"), "struck"],
    ["struck by a style", run("secret", '<w:rStyle w:val="Gone"/>'), "struck"],
    ["deleted", deleted("secret"), "deleted"],
    ["moved away", deleted("secret", "w:moveFrom"), "deleted"],
    ["white", run("secret", '<w:color w:val="FFFFFF"/>'), "hidden"],
    ["of one point", run("secret", '<w:sz w:val="2"/>'), "hidden"],
  ])("%s", (_name, content, reason) => {
    const { leftOut, problems, ...rest } = readDocx(
      para(run("Before ") + content + run(" after")),
      styles,
    );
    expect(shown({ leftOut, problems, ...rest })).toEqual(["Before after"]);
    expect(leftOut).toEqual([{ page: null, text: "secret", reason }]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain("secret");
  });

  it.each([
    ["hidden", "<w:vanish/>", "hidden"],
    ["struck", "<w:strike/>", "struck"],
  ])("text boxes and notes in %s runs", (_name, look, reason) => {
    const within = (content: string) => `<w:r><w:rPr>${look}</w:rPr>${content}</w:r>`;
    const box = `<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${para(run("In a box."))}</w:txbxContent></v:textbox></v:shape></w:pict>`;
    const mark = '<w:footnoteReference w:id="2"/>';
    const extraction = readDocx(para(run("Open.") + within(box) + within(mark) + within(mark)));
    expect(shown(extraction)).toEqual(["Open."]);
    expect(extraction.pages.flatMap(({ footnotes }) => footnotes)).toEqual([]);
    expect(extraction.leftOut).toEqual([
      { page: null, text: "In a box.", reason },
      { page: null, text: "See the staff handbook.", reason },
    ]);
  });

  it("notes marked in a contents list", () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = "<w:r><w:instrText>TOC</w:instrText></w:r>";
    const mark = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const list = field("begin") + code + field("separate") + mark + field("end");
    expect(readDocx(para(run("Open.") + list)).leftOut).toEqual([
      { page: null, text: "See the staff handbook.", reason: "contents" },
    ]);
  });

  it("whole paragraphs of a hidden style, and what is based on it", () => {
    const body = ["Quiet", "Quieter"]
      .map((id) => para("secret", `<w:pStyle w:val="${id}"/>`))
      .join("");
    expect(shown(readDocx(body + para("open"), styles))).toEqual(["open"]);
  });

  it("shows text again where a second switch turns the first over, or a run says so", () => {
    const quiet = '<w:pStyle w:val="Quiet"/>';
    const body = para(
      run("both", '<w:rStyle w:val="Secret"/>') + run(" own", '<w:vanish w:val="0"/>'),
      quiet,
    );
    expect(shown(readDocx(body, styles))).toEqual(["both own"]);
  });

  it("keeps white text that stands on something dark", () => {
    const white = '<w:color w:val="FFFFFF"/>';
    const body =
      para(run("On a bar", white), '<w:shd w:val="clear" w:fill="1F3864"/>') +
      para(run("On a mark", `${white}<w:highlight w:val="black"/>`)) +
      table([
        [[para(run("In a cell", white)), '<w:shd w:val="clear" w:fill="000000"/>'], "x", "y"],
        ["a", "b", "c"],
      ]);
    expect(shown(readDocx(body))).toEqual([
      "On a bar",
      "On a mark",
      "In a cell | x | y",
      "a | b | c",
    ]);
  });

  it("rows that are hidden or deleted", () => {
    const row = (text: string, properties: string) =>
      `<w:tr><w:trPr>${properties}</w:trPr><w:tc>${para(text)}</w:tc><w:tc>${para("x")}</w:tc><w:tc>${para("y")}</w:tc></w:tr>`;
    const extraction = readDocx(
      `<w:tbl>${row("open", "")}${row("secret", "<w:hidden/>")}${row("gone", '<w:del w:id="1" w:author="A"/>')}</w:tbl>`,
    );
    expect(shown(extraction)).toEqual(["open | x | y"]);
    expect(extraction.problems.map(({ code }) => code)).toEqual([
      "tracked-deletion",
      "hidden-text",
    ]);
  });

  it("codes of fields, and text that a damaged file has in their place", () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const body = para(
      field("begin") +
        "<w:r><w:instrText>REF a</w:instrText></w:r>" +
        run("stray") +
        field("separate") +
        run("shown") +
        field("end"),
    );
    const { leftOut, ...rest } = readDocx(body);
    expect(shown({ leftOut, ...rest })).toEqual(["shown"]);
    expect(leftOut).toEqual([{ page: null, text: "stray", reason: "hidden" }]);
  });
});

it.each(["SET place", "ASK place", 'XE "rota"', 'TC "Rota"'])(
  "shows nothing of a field %s",
  (instruction) => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const content = `${run("Before")}${field("begin")}<w:r><w:instrText>${instruction.replaceAll('"', "&quot;")}</w:instrText></w:r>${field("separate")}${run("secret")}${field("end")}${run(" after")}`;
    expect(shown(readDocx(para(content)))).toEqual(["Before after"]);
  },
);

describe("contents", () => {
  const field = (type: string, inner = "") =>
    `<w:r><w:fldChar w:fldCharType="${type}"/>${inner}</w:r>`;
  const code = "<w:r><w:instrText>TOC \\o</w:instrText></w:r>";
  const heading = para("Purpose", '<w:pStyle w:val="heading1"/>');

  it("are no text, as a field over several paragraphs or as a part that Word keeps", () => {
    const list =
      para(field("begin") + code + field("separate") + run("Purpose 2")) +
      para("Scope 3") +
      para(field("end"));
    const kept = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${para("Contents")}${para("Purpose 2")}</w:sdtContent></w:sdt>`;
    for (const body of [list, kept]) {
      const extraction = readDocx(body + heading + para("Text."), styles);
      expect(shown(extraction)).toEqual(["Purpose", "Text."]);
      expect(extraction.leftOut.map(({ reason }) => reason)).toContain("contents");
    }
  });

  it("end where a heading begins, though the file never says so", () => {
    const open = para(field("begin") + code + field("separate") + run("Purpose 2"));
    expect(shown(readDocx(open + heading + para("Text."), styles))).toEqual(["Purpose", "Text."]);
  });

  it("are left out where they are typed, and telephone numbers are not", () => {
    const typed =
      para("Contents") +
      para("Purpose\t2") +
      para("Scope ........ 3") +
      para("Records 7") +
      para("Purpose") +
      para("Text.");
    expect(shown(readDocx(typed))).toEqual(["Purpose", "Text."]);
    const phones = para("Numbers") + para("Manager 204") + para("Police 101") + para("Gas 111");
    expect(shown(readDocx(phones))).toHaveLength(4);
  });

  it("are left out where they are typed without pages, as long as the text has what they name", () => {
    const typed = ["Contents", "1. Purpose", "2. Scope", "3. Records"].map((text) => para(text));
    const text = ["1. Purpose", "Text.", "2. Scope", "Text.", "3. Records", "Text."];
    const body = [...typed, ...text.map((each) => para(each))].join("");
    expect(shown(readDocx(body))).toEqual(text);
    const list = ["Contents", "a lamp", "a horn", "a boat", "Text."].map((each) => para(each));
    expect(shown(readDocx(list.join("")))).toHaveLength(5);
  });
});

describe("what is reported", () => {
  it("tells deletions, insertions and comments, with words, heading and page", () => {
    const body =
      para("Records", '<w:pStyle w:val="heading1"/>') +
      para(
        `<w:r><w:lastRenderedPageBreak/><w:t>Kept </w:t></w:r>${deleted("for ten years")}<w:ins w:id="3" w:author="A">${run("for ever")}</w:ins><w:r><w:commentReference w:id="0"/></w:r>`,
      );
    const { problems } = readDocx(body, styles);
    expect(problems.map(({ code, pages, message }) => [code, pages, message])).toEqual([
      [
        "tracked-deletion",
        [2],
        "1 tracked deletion is left out: under “Records”, page 2 as last saved (“for ten years”). Accept or reject the changes to settle it.",
      ],
      [
        "tracked-insertion",
        [2],
        "1 tracked insertion is taken as text: under “Records”, page 2 as last saved (“for ever”). Accept or reject the changes to settle it.",
      ],
      ["comment-not-read", [2], "1 comment is not read: under “Records”, page 2 as last saved."],
    ]);
  });

  it("names some places of many, and how many more there are", () => {
    const body = Array.from({ length: 8 }, (_, i) => para(run("x") + deleted(`old ${i}`))).join("");
    expect(readDocx(body).problems[0]?.message).toMatch(
      /^8 tracked deletions are left out: .*; and 3 more\./,
    );
  });

  it("says that a text of another format is put in", () => {
    const { problems } = readDocx(`${para("Text.")}<w:altChunk r:id="a"/>`);
    expect(problems.map(({ code }) => code)).toEqual(["embedded-text-not-read"]);
  });
});
