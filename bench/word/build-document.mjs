// Builds one made-up Word document block by block; keeps beside the XML what Word shows of each block.
import { writeInstances } from "./numbering.mjs";
import { makeWords } from "./words.mjs";
import { box, escape, field, para, run, writeDocx } from "./write-docx.mjs";

/**
 * @typedef {object} Shown a line that Word shows
 * @property {"heading" | "title" | "text" | "item" | "row" | "box" | "note" | "running" | "label"} kind
 * @property {string} text
 * @property {string | null} number
 * @property {string} [typed] a number that somebody typed before it
 * @property {readonly string[]} [cells]
 * @property {string | null} under text of the heading above
 * @typedef {{ lines: Shown[], gone: string[] }} Truth
 */

const bold = "<w:b/>";
const looks = {
  bold,
  underline: '<w:u w:val="single"/>',
  large: '<w:b/><w:sz w:val="28"/>',
  style: "",
};
const list = (id, level) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
const change = (kind, text, tag) =>
  `<w:${kind} w:id="1" w:author="A" w:date="2025-01-01T00:00:00Z"><w:r><w:${tag} xml:space="preserve">${escape(text)}</w:${tag}></w:r></w:${kind}>`;
const styles = (numbered) =>
  [1, 2]
    .map(
      (level) =>
        `<w:style w:type="paragraph" w:styleId="H${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/>${numbered ? list(1, level - 1) : ""}<w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="${36 - 4 * level}"/></w:rPr></w:style>`,
    )
    .join("") +
  '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/><w:basedOn w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="TOCHeading"><w:name w:val="TOC Heading"/><w:basedOn w:val="Normal"/><w:rPr><w:b/></w:rPr></w:style>';

/**
 * @param {number} seed
 * @param {boolean} accepted the tracked changes are accepted: what Word shows is the same
 */
export function makeBuilder(seed, accepted) {
  const words = makeWords(seed);
  const blocks = [];
  /** @type {Truth} */
  const truth = { lines: [], gone: [] };
  const definitions = new Set();
  const instances = [];
  const notes = [];
  const parts = { header: "", footer: "" };
  let under = null;
  let numbered = false;
  let houseStyle = false;
  let boxes = 0;
  const show = (kind, text, more = {}) => {
    truth.lines.push({ kind, text, number: null, under, ...more });
    if (kind === "heading") under = text;
  };
  const count = ({ definition, instance, startAt }, level) =>
    definition.count(instance, level, level === 0 ? startAt : undefined);
  const cell = (content, properties = "") =>
    `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/>${properties}</w:tcPr>${content}</w:tc>`;
  const plain = (text, look = "") => cell(para(run(text, look)));
  const table = (rows, columns) =>
    `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${["top", "left", "bottom", "right", "insideH", "insideV"].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`).join("")}</w:tblBorders></w:tblPr><w:tblGrid>${`<w:gridCol w:w="${Math.floor(9000 / columns)}"/>`.repeat(columns)}</w:tblGrid>${rows.join("")}</w:tbl>`;
  const row = (cells, isHeader = false) =>
    `<w:tr>${isHeader ? "<w:trPr><w:tblHeader/></w:trPr>" : ""}${cells.join("")}</w:tr>`;
  const showRow = (cells) => show("row", cells.filter(Boolean).join(" "), { cells });

  const builder = {
    chance: words.chance,
    title: words.title,
    list: (definition, { startAt, style = false, linked } = {}) => {
      for (const each of linked ? [definition, linked] : [definition]) definitions.add(each);
      numbered ||= style;
      if (linked) {
        houseStyle = true;
        instances.push({ definition: 0 }, { definition: 1 });
        return { definition, instance: 2, startAt };
      }
      instances.push({ definition: [...definitions].indexOf(definition), startAt });
      return { definition, instance: instances.length, startAt };
    },
    cover: () => {
      const text = `Policy on ${words.name()}`;
      blocks.push(para(run(text, '<w:b/><w:sz w:val="40"/>')));
      show("title", text);
      builder.text();
    },
    heading: (text, level, { look, list: of }) => {
      const number = of ? count(of, level - 1) : null;
      const style = look === "style" ? `<w:pStyle w:val="H${level}"/>` : "";
      const inList = of && !(look === "style" && numbered) ? list(of.instance, level - 1) : "";
      blocks.push(para(run(text, looks[look]), style + inList));
      show("heading", text, { number });
    },
    runIn: (text) => {
      const sentence = words.sentence();
      blocks.push(para(`${run(text, bold)}<w:r><w:br/></w:r>${run(sentence)}`));
      show("heading", text);
      show("text", sentence);
    },
    text: ({ before = "" } = {}) => {
      const sentences = [words.sentence(), ...(words.chance(0.5) ? [words.sentence()] : [])];
      const text = sentences.join(" ");
      if (words.chance(0.2)) blocks.push(para(""));
      blocks.push(para(run(before + text)));
      show("text", text, { typed: before.trim() });
    },
    labelled: () => {
      const text = `Remember: ${words.sentence()}`;
      blocks.push(para(run("Remember:", bold) + run(text.slice(9))));
      show("text", text);
    },
    bullet: () => {
      const text = words.phrase();
      blocks.push(para(run(`• ${text}`)));
      show("item", text);
    },
    item: (of, level) => {
      const text = words.sentence();
      blocks.push(para(run(text), list(of.instance, level)));
      show("item", text, { number: count(of, level) });
    },
    deletedItem: (of, level) => {
      const text = words.sentence();
      const mark = '<w:rPr><w:del w:id="9" w:author="A" w:date="2025-01-01T00:00:00Z"/></w:rPr>';
      if (!accepted)
        blocks.push(para(change("del", text, "delText"), list(of.instance, level) + mark));
      truth.gone.push(text);
    },
    changed: () => {
      const [first, old, fresh, last] = [
        words.sentence(),
        words.sentence(),
        words.sentence(),
        words.sentence(),
      ];
      blocks.push(
        para(
          run(`${first} `) +
            (accepted
              ? run(`${fresh} `)
              : change("del", `${old} `, "delText") + change("ins", `${fresh} `, "t")) +
            run(last),
        ),
      );
      truth.gone.push(old);
      show("text", [first, fresh, last].join(" "));
    },
    hidden: () => {
      const [secret, struck, open] = [words.sentence(), words.sentence(), words.sentence()];
      blocks.push(para(run(secret, "<w:vanish/>") + run(open) + run(` ${struck}`, "<w:strike/>")));
      truth.gone.push(secret);
      truth.gone.push(struck);
      show("text", open);
    },
    fielded: () => {
      const [page, name] = [String(2 + Math.floor(seed % 7)), words.name()];
      const simple = `<w:fldSimple w:instr=" QUOTE &quot;${name}&quot; ">${run(name)}</w:fldSimple>`;
      blocks.push(
        para(
          run("See part ") +
            field(`QUOTE "${page}"`, run(page)) +
            run(" of the plan of ") +
            simple +
            run(" for more of this."),
        ),
      );
      show("text", `See part ${page} of the plan of ${name} for more of this.`);
    },
    contents: () => {
      const entries = ["One", "Two", "Three"].map((text, i) => `${text} ${words.name()}\t${i + 2}`);
      const entry = (text) =>
        run(text.split("\t")[0]) + "<w:r><w:tab/></w:r>" + run(text.split("\t")[1]);
      const begin =
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
      const toc = '<w:pStyle w:val="TOC1"/>';
      blocks.push(para(run("Contents"), '<w:pStyle w:val="TOCHeading"/>'));
      entries.forEach((text, i) => blocks.push(para((i === 0 ? begin : "") + entry(text), toc)));
      blocks.push(para('<w:r><w:fldChar w:fldCharType="end"/></w:r>'));
      truth.contents = ["Contents", ...entries];
    },
    noted: () => {
      const [text, note] = [words.sentence(), words.sentence()];
      notes.push(note);
      blocks.push(
        para(
          `${run(text)}<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${notes.length}"/></w:r>`,
        ),
      );
      show("text", text);
      show("note", note, { number: String(notes.length) });
    },
    box: () => {
      const [text, inside] = [words.sentence(), words.sentence()];
      boxes += 1;
      blocks.push(para(run(text) + box(boxes, para(run(inside)))));
      show("text", text);
      show("box", inside);
    },
    control: () => {
      const head = `${words.name()} Care Limited`;
      const foot = `Document number ${seed % 90} Version 3.1 Approved by ${words.name()}`;
      parts.header = para(run(head));
      parts.footer = para(run(foot)) + para(run("Page ") + field("PAGE", run("1")));
      show("running", head, { under: null });
      show("running", foot, { under: null });
    },
    table: ([height, width], { header = false } = {}) => {
      const rows = Array.from({ length: height }, (_, y) =>
        Array.from({ length: width }, () => (y === 0 ? words.name() : words.phrase())),
      );
      blocks.push(
        table(
          rows.map((cells, y) =>
            row(
              cells.map((text) => plain(text, header && y === 0 ? bold : "")),
              header && y === 0,
            ),
          ),
          width,
        ) + para(""),
      );
      rows.forEach(showRow);
    },
    pairs: () => {
      const rows = Array.from({ length: 4 }, () => [words.name(), words.phrase()]);
      blocks.push(
        table(
          rows.map((cells) => row(cells.map((text) => plain(text)))),
          2,
        ) + para(""),
      );
      rows.forEach(showRow);
    },
    spanned: () => {
      const [a, b, c, d] = [words.name(), words.name(), words.name(), words.name()];
      const texts = Array.from({ length: 6 }, words.phrase);
      const down = (text, first) =>
        cell(para(run(text)), `<w:vMerge${first ? ' w:val="restart"' : ""}/>`);
      const across = cell(para(run(texts[4])), '<w:gridSpan w:val="2"/>');
      blocks.push(
        table(
          [
            row(
              [a, b, c].map((text) => plain(text, bold)),
              true,
            ),
            row([down(d, true), plain(texts[0]), plain(texts[1])]),
            row([down("", false), plain(texts[2]), plain(texts[3])]),
            row([across, plain(texts[5])]),
          ],
          3,
        ) + para(""),
      );
      showRow([a, b, c]);
      showRow([d, texts[0], texts[1]]);
      show("row", `${texts[2]} ${texts[3]}`, { cells: [d, texts[2], texts[3]] });
      showRow([texts[4], "", texts[5]]);
    },
    listTable: (of) => {
      const rows = Array.from({ length: 3 }, () => [
        words.sentence(),
        words.phrase(),
        words.phrase(),
      ]);
      const xml = rows.map(([first, ...rest]) =>
        row([cell(para(run(first), list(of.instance, 0))), ...rest.map((text) => plain(text))]),
      );
      blocks.push(table(xml, 3) + para(""));
      for (const cells of rows) showRow([`${count(of, 0)} ${cells[0]}`, cells[1], cells[2]]);
    },
    signOff: () => {
      for (const label of ["Signed:", "Date:", "Name:"]) {
        blocks.push(para(run(label, bold)));
        show("label", label);
      }
    },
    finish: () => ({
      truth,
      bytes: writeDocx({
        body: blocks.join(""),
        styles:
          styles(numbered) +
          (houseStyle
            ? `<w:style w:type="numbering" w:styleId="House"><w:name w:val="House"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`
            : ""),
        numbering: [...definitions].map(({ xml }) => xml).join("") + writeInstances(instances),
        footnotes: notes
          .map(
            (text, i) =>
              `<w:footnote w:id="${i + 1}">${para(`<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>${run(` ${text}`)}`)}</w:footnote>`,
          )
          .join(""),
        ...parts,
      }),
    }),
  };
  return builder;
}
