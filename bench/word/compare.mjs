// Holds what charm read of a made-up document against what Word shows of it.

/** @typedef {{ right: number, all: number }} Share */

const wordsOf = (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const fold = (text) => text.replace(/\s+/g, " ").trim();

function countWords(texts) {
  const counts = new Map();
  for (const word of texts.flatMap(wordsOf)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Words that one has more often than the other. */
function missingFrom(whole, part) {
  return [...whole].flatMap(([word, count]) =>
    Array(Math.max(0, count - (part.get(word) ?? 0))).fill(word),
  );
}

/** Texts of a tree of provisions, in order, each once; the number of a paragraph or clause before it. */
export function textsOf(provisions) {
  return provisions.flatMap(({ title, content }) => [
    ...(title === null ? [] : [title]),
    ...content.flatMap((block) => ("text" in block ? [block.text] : [])),
  ]);
}

/** The heading right above each block, in the order of the text. */
function headedTexts(provisions) {
  const headOf = (provision) => {
    for (let at = provision; at; at = provisions[at.parent]) if (at.title !== null) return at.title;
    return null;
  };
  return provisions.flatMap((provision) =>
    provision.content.flatMap((block) =>
      "text" in block ? [{ text: block.text, under: headOf(provision) }] : [],
    ),
  );
}

/**
 * @param {import("./build-document.mjs").Truth} truth
 * @param extraction what charm's reader gives
 * @param provisions what structure makes of it
 */
export function compare(truth, extraction, provisions) {
  const lines = extraction.pages.flatMap((page) => page.lines);
  const share = (of, isRight) => ({
    right: of.filter(isRight).length,
    all: of.length,
    wrong: of.filter((one) => !isRight(one)),
  });
  const shownAs = (kinds) => truth.lines.filter(({ kind }) => kinds.includes(kind));
  const numbered = shownAs(["heading", "item"]).filter(({ number }) => number !== null);
  const numberOf = ({ text, number }) =>
    lines.some((line) => line.text === text && line.number === number);
  const heads = provisions.filter(
    ({ kind, title }) => title !== null && ["heading", "annex"].includes(kind),
  );
  const titles = new Set(heads.map(({ title }) => title));
  const printed = ({ number, text }) => (number === null ? text : `${number} ${text}`);
  const real = new Set(shownAs(["heading", "title"]).map(printed));
  const headed = headedTexts(provisions);
  const notes = new Map(
    extraction.pages
      .flatMap(({ footnotes }) => footnotes)
      .map((note) => [note.label, note.lines.map(({ text }) => text).join(" ")]),
  );
  const rows = new Set(lines.flatMap(({ cells }) => (cells ? [cells.map(fold).join("|")] : [])));
  const above = new Map(shownAs(["heading"]).map((line) => [line.text, printed(line)]));
  // The same text may stand several times: whichever stands under the right heading will do.
  const underRight = ({ text, under }) =>
    headed.some((one) => one.text.includes(text) && one.under === (above.get(under) ?? one.under));
  const visible = truth.lines.flatMap(({ kind, text, cells, number, typed = "" }) => [
    cells ? cells.join(" ") : text,
    typed,
    ...(number !== null && kind !== "note" ? [number] : []),
  ]);
  const got = [
    ...lines.flatMap(({ text, number }) => [text, number ?? ""]),
    ...notes.values(),
    ...extraction.running,
  ];
  return {
    numbers: share(numbered, numberOf),
    headings: share(shownAs(["heading"]), (line) => titles.has(printed(line))),
    falseHeadings: heads
      .filter(({ title }) => !real.has(title) && title !== "Header and footer")
      .map(({ title }) => title),
    sections: share(
      shownAs(["text", "item", "box"]).filter(({ under }) => under !== null),
      underRight,
    ),
    rows: share(shownAs(["row"]), ({ cells }) => rows.has(cells.map(fold).join("|"))),
    notes: share(shownAs(["note"]), ({ number, text }) => notes.get(number) === text),
    lost: missingFrom(countWords(visible), countWords(got)),
    invented: missingFrom(countWords(got), countWords(visible)),
    gone: truth.gone.filter((text) => got.some((each) => each.includes(text))),
  };
}
