// Tables by their grid: what spans, what heads columns, what is only a box.
import { describe, expect, it } from "vitest";
import { item, para, run, style, stylesXml, table } from "./make-docx.ts";
import { linesOf, readDocx, shown } from "./read-docx.ts";

const cells = (body: string) => linesOf(readDocx(body)).map((line) => line.cells ?? line.text);
const across = (text: string, columns: number) =>
  [text, `<w:gridSpan w:val="${columns}"/>`] as const;
const down = (text: string) => [text, '<w:vMerge w:val="restart"/>'] as const;
const under = ["", "<w:vMerge/>"] as const;
const bold = (text: string) => para(run(text, "<w:b/>"));

describe("tables", () => {
  it("repeats a cell that spans rows in each of them", () => {
    expect(
      cells(
        table([
          ["Risk", "Who", "When"],
          [down("Missing"), "Leader", "at once"],
          [under, "Manager", "next day"],
          ["Fire", "Warden", "at once"],
        ]),
      ),
    ).toEqual([
      ["Risk", "Who", "When"],
      ["Missing", "Leader", "at once"],
      ["Missing", "Manager", "next day"],
      ["Fire", "Warden", "at once"],
    ]);
  });

  it("keeps cells in their columns behind one that spans several", () => {
    expect(
      cells(
        table([
          ["a", across("b", 2), "d"],
          ["1", "2", "3", "4"],
        ]),
      ),
    ).toEqual([
      ["a", "b", "", "d"],
      ["1", "2", "3", "4"],
    ]);
  });

  it("knows how older files say that a cell spans columns", () => {
    const part = ["", "<w:hMerge/>"] as const;
    const body = table([
      ["a", "b", "c"],
      [["both", '<w:hMerge w:val="restart"/>'], part, "d"],
    ]);
    expect(cells(body)[1]).toEqual(["both", "", "d"]);
  });

  it("names columns by two rows of heads", () => {
    const body = table([
      [down("Risk"), across("Who must act", 2)],
      [under, "Day", "Night"],
      ["Fire", "Warden", "Night worker"],
    ]);
    expect(cells(body)).toEqual([
      ["Risk", "Who must act: Day", "Who must act: Night"],
      ["Fire", "Warden", "Night worker"],
    ]);
  });

  it("leaves room where a row begins further in", () => {
    const body = `<w:tbl><w:tr><w:tc>${para("a")}</w:tc><w:tc>${para("b")}</w:tc><w:tc>${para("c")}</w:tc></w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc>${para("2")}</w:tc><w:tc>${para("3")}</w:tc></w:tr></w:tbl>`;
    expect(cells(body)[1]).toEqual(["", "2", "3"]);
  });

  it("reads labels and values in pairs", () => {
    expect(
      shown(
        readDocx(
          table([
            ["Registered manager", "Jo Bloggs"],
            ["Places:", "Four"],
            ["Is there a garden?", "Yes"],
          ]),
        ),
      ),
    ).toEqual(["Registered manager: Jo Bloggs", "Places: Four", "Is there a garden? Yes"]);
  });

  it("reads no pairs under a head, nor of sentences", () => {
    expect(
      shown(
        readDocx(
          table(
            [
              ["Role", "Hours"],
              ["Manager", "37"],
            ],
            1,
          ),
        ),
      ),
    ).toEqual(["Role | Hours", "Manager | 37"]);
    const long = "Staff ring the manager, the police and the placing authority within the hour.";
    expect(
      shown(
        readDocx(
          table([
            [long, "Yes"],
            [`${long} Again.`, "No"],
          ]),
        ),
      ),
    ).toEqual([`${long} | Yes`, `${long} Again. | No`]);
  });

  it("takes a first row in bold over plain ones as the head", () => {
    const lines = linesOf(
      readDocx(
        table([
          [bold("Role"), bold("Hours")],
          ["Manager", "37"],
          ["Worker", "40"],
        ]),
      ),
    );
    expect(lines.map(({ text, bold: set }) => [text, set])).toEqual([
      ["Role | Hours", true],
      ["Manager | 37", false],
      ["Worker | 40", false],
    ]);
  });

  it("takes the first row that the table's style sets in bold as the head", () => {
    const look = (first: string) =>
      `<w:tblPr><w:tblStyle w:val="Grid4"/><w:tblLook ${first}/></w:tblPr>`;
    const styles = stylesXml(
      style("Grid4", "Grid Table 4", '<w:basedOn w:val="Grid"/>', "table") +
        style(
          "Grid",
          "Grid",
          '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>',
          "table",
        ),
    );
    const rows = table([
      ["Role", "Hours"],
      ["Manager", "37"],
    ]);
    const read = (first: string) =>
      shown(
        readDocx(rows.replace("<w:tbl>", `<w:tbl>${look(first)}`), { "word/styles.xml": styles }),
      );
    expect(read('w:firstRow="1"')).toEqual(["Role | Hours", "Manager | 37"]);
    expect(read('w:val="04A0"')).toEqual(["Role | Hours", "Manager | 37"]);
    expect(read('w:val="0480"')).toEqual(["Role: Hours", "Manager: 37"]);
  });

  it("reads a table of one column as the text in it", () => {
    const lines = linesOf(
      readDocx(table([[bold("Remember") + item("Ring the manager.", 2)], ["Second"]])),
    );
    expect(lines.map(({ text, number, cells: of }) => [text, number, of])).toEqual([
      ["Remember", null, null],
      ["Ring the manager.", "1.", null],
      ["Second", null, null],
    ]);
  });

  it("reads a table in a cell behind the row", () => {
    const inner = table([
      ["x", "y", "z"],
      ["1", "2", "3"],
    ]);
    expect(
      shown(
        readDocx(
          table([
            ["a", para("b") + inner + para("c"), "d"],
            ["e", "f", "g"],
          ]),
        ),
      ),
    ).toEqual(["a | b c | d", "x | y | z", "1 | 2 | 3", "e | f | g"]);
  });

  it("reads rows and cells in content controls", () => {
    const body = `<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>${para("a")}</w:tc><w:sdt><w:sdtContent><w:tc>${para("b")}</w:tc></w:sdtContent></w:sdt><w:tc>${para("c")}</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>`;
    expect(shown(readDocx(body))).toEqual(["a | b | c"]);
  });

  it("bounds how wide a table may claim to be", () => {
    const body = table([
      [across("a", 999_999_999), "b"],
      ["c", "d"],
    ]);
    expect(shown(readDocx(body))[0]).toContain("a");
    expect(linesOf(readDocx(body))[0]?.cells?.length).toBeLessThan(250);
    const many = Array.from({ length: 5000 }, (_, i) => `cell ${i}`);
    expect(shown(readDocx(table([many]))).join(" ")).toContain("cell 4999");
  });
});
