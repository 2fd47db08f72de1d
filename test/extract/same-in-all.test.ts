// A policy written in each format that flows makes the same tree: heading, numbered items, and a table under its head.
import { expect, it } from "vitest";
import { extract } from "../../src/extract/extract.ts";
import { readStructure } from "../../src/structure/structure.ts";
import { printTree } from "../structure/print-tree.ts";
import { h, list, makeOdt, p } from "./open-document/make-odt.ts";
import { docxParts, makeZip, paragraph } from "./word/make-docx.ts";

const title = "If a child is missing";
const lead = "The shift leader does these:";
const steps = ["Search the house", "Ring the police", "Tell the manager"];
const table = [
  ["Who", "Number"],
  ["Police", "101"],
  ["Manager", "204"],
];

const rows = (
  cell: (text: string, isHead: boolean) => string,
  wrap: (cells: string, isHead: boolean) => string,
) =>
  table.map((row, at) => wrap(row.map((text) => cell(text, at === 0)).join(""), at === 0)).join("");

const docx = makeZip(
  docxParts(
    paragraph(title, { style: "heading1" }) +
      paragraph(lead) +
      steps.map((step) => paragraph(step, { list: 2 })).join("") +
      `<w:tbl>${rows(
        (text) => `<w:tc>${paragraph(text)}</w:tc>`,
        (cells, isHead) =>
          `<w:tr>${isHead ? "<w:trPr><w:tblHeader/></w:trPr>" : ""}${cells}</w:tr>`,
      )}</w:tbl>`,
  ),
);
const numbers = `<text:list-style style:name="D"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style>`;
const odtRow = rows(
  (text) => `<table:table-cell>${p(text)}</table:table-cell>`,
  (cells, isHead) => {
    const row = `<table:table-row>${cells}</table:table-row>`;
    return isHead ? `<table:table-header-rows>${row}</table:table-header-rows>` : row;
  },
);
const odt = makeOdt(
  h(1, title) +
    p(lead) +
    list('text:style-name="D"', ...steps.map((step) => p(step))) +
    `<table:table>${odtRow}</table:table>`,
  { outline: numbers },
);
const rtf = String.raw`{\rtf1\ansi{\stylesheet{\s1\outlinelevel0 heading 1;}}\pard\s1 ${title}\par\pard ${lead}\par${steps
  .map((step, at) => String.raw`{\listtext ${at + 1}.\tab}\pard\ls1 ${step}\par`)
  .join("")}${rows(
  (text) => String.raw`\pard\intbl ${text}\cell`,
  (cells, isHead) =>
    String.raw`\trowd${isHead ? String.raw`\trhdr` : ""}\cellx2000\cellx4000 ${cells}\row `,
)}\pard}`;
const html = `<html><body><h1>${title}</h1><p>${lead}</p><ol>${steps.map((step) => `<li>${step}</li>`).join("")}</ol><table>${rows(
  (text, isHead) => (isHead ? `<th>${text}</th>` : `<td>${text}</td>`),
  (cells) => `<tr>${cells}</tr>`,
)}</table></body></html>`;
const md = [
  `# ${title}`,
  lead,
  steps.map((step, at) => `${at + 1}. ${step}`).join("\n"),
  [table[0], ["---", "---"], ...table.slice(1)].map((row) => `| ${row?.join(" | ")} |`).join("\n"),
].join("\n\n");

it.each<[string, string | Uint8Array]>([
  ["docx", docx],
  ["odt", odt],
  ["rtf", rtf],
  ["html", html],
  ["md", md],
])("a policy as .%s", async (extension, content) => {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const { provisions } = readStructure(await extract({ file: `a.${extension}` }, bytes));
  expect(printTree(provisions)).toEqual([
    "head/if-a-child-is-missing [If a child is missing] The shift leader does these: / 1. Search the house / 2. Ring the police / 3. Tell the manager / Who | Number / Police | 101 / Manager | 204",
  ]);
  const kinds = provisions.flatMap(({ content: items }) =>
    items.flatMap((item) => ("child" in item ? [] : [item.kind])),
  );
  expect(kinds).toEqual(["text", "bullet", "bullet", "bullet", "head", "row", "row"]);
});
