// Kinds of made-up Word documents: how their headings are made, and what each has that the others have not.
import { makeDefinition } from "./numbering.mjs";

export const clauses = [
  { format: "decimal", text: "%1." },
  { format: "decimal", text: "%1.%2" },
  { format: "lowerLetter", text: "(%3)" },
  { format: "lowerRoman", text: "(%4)" },
];
const steps = [
  { format: "decimal", text: "%1." },
  { format: "lowerLetter", text: "%2)" },
];

/** Sections are this many times as many as each kind says: 2 to 8 pages. */
export const size = 3;

/** Sections of a policy: a heading, text, and whatever `each` adds to the n-th. */
export function sections(doc, count, heading, each) {
  for (let i = 0; i < count * size; i += 1) {
    heading(doc.title(), i);
    doc.text();
    each(i);
    if (doc.chance(0.5)) doc.text();
  }
}

export const kinds = {
  "clauses numbered in levels": (doc) => {
    const list = doc.list(makeDefinition(0, clauses));
    doc.cover();
    for (let i = 0; i < 6 * size; i += 1) {
      doc.heading(doc.title(), 1, { look: "bold", list });
      for (let j = 0; j < 3; j += 1) {
        doc.item(list, 1);
        if (doc.chance(0.5)) for (let k = 0; k < 3; k += 1) doc.item(list, 2);
      }
    }
  },
  "bold headings without styles": (doc) => {
    doc.cover();
    sections(
      doc,
      7,
      (text) => doc.heading(text, 1, { look: "bold" }),
      (i) => {
        if (i % 2) for (let k = 0; k < 4; k += 1) doc.bullet();
        if (i === 3) doc.labelled();
      },
    );
    doc.signOff();
  },
  "styles numbered by the style": (doc) => {
    const levels = [
      { format: "decimal", text: "%1", style: "H1" },
      { format: "decimal", text: "%1.%2", style: "H2" },
    ];
    const list = doc.list(makeDefinition(0, levels), { style: true });
    doc.cover();
    for (let i = 0; i < 4 * size; i += 1) {
      doc.heading(doc.title(), 1, { look: "style", list });
      doc.text();
      for (let j = 0; j < 2; j += 1) {
        doc.heading(doc.title(), 2, { look: "style", list });
        doc.text();
        doc.text();
      }
    }
  },
  "lists that go on, and start anew": (doc) => {
    const definition = makeDefinition(0, steps);
    const lists = [
      doc.list(definition),
      doc.list(definition),
      doc.list(definition, { startAt: 5 }),
    ];
    doc.cover();
    sections(
      doc,
      5,
      (text) => doc.heading(text, 1, { look: "underline" }),
      (i) => {
        const list = lists[i % 3];
        for (let k = 0; k < 3; k += 1) doc.item(list, 0);
        doc.text();
        doc.item(list, 0);
        doc.item(list, 1);
        doc.item(list, 1);
        doc.table([3, 2]);
        doc.item(list, 0);
      },
    );
  },
  "tables of all kinds": (doc) => {
    doc.cover();
    sections(
      doc,
      5,
      (text) => doc.heading(text, 1, { look: "large" }),
      (i) => {
        if (i % 3 === 0) doc.table([4, 4], { header: true });
        if (i % 3 === 1) doc.spanned();
        if (i % 3 === 2) doc.pairs();
      },
    );
  },
  "notes, boxes and document control": (doc) => {
    doc.cover();
    doc.control();
    sections(
      doc,
      6,
      (text) => doc.heading(text, 1, { look: "bold" }),
      (i) => {
        doc.noted();
        if (i % 2) doc.box();
      },
    );
  },
  "tracked changes and hidden words": (doc) => {
    const list = doc.list(makeDefinition(0, steps));
    doc.cover();
    sections(
      doc,
      5,
      (text) => doc.heading(text, 1, { look: "bold" }),
      () => {
        doc.changed();
        doc.item(list, 0);
        doc.deletedItem(list, 0);
        doc.item(list, 0);
        doc.hidden();
      },
    );
  },
  "fields and a contents list": (doc) => {
    doc.cover();
    doc.contents();
    sections(
      doc,
      6,
      (text) => doc.heading(text, 1, { look: "style" }),
      (i) => {
        doc.fielded();
        if (i % 2) {
          doc.heading(doc.title(), 2, { look: "style" });
          doc.text();
        }
      },
    );
  },
  "capital headings that Word numbers": (doc) => {
    const list = doc.list(
      makeDefinition(0, [
        { format: "upperRoman", text: "%1." },
        { format: "upperLetter", text: "%2." },
      ]),
    );
    doc.cover();
    sections(
      doc,
      5,
      (text) => doc.heading(text.toUpperCase(), 1, { look: "bold", list }),
      () => {
        doc.heading(doc.title(), 2, { look: "underline", list });
        doc.text();
      },
    );
  },
  "lists inside tables": (doc) => {
    const list = doc.list(makeDefinition(0, steps));
    doc.cover();
    sections(
      doc,
      4,
      (text) => doc.heading(text, 1, { look: "bold" }),
      () => doc.listTable(list),
    );
  },
  "a heading and its text in one paragraph": (doc) => {
    doc.cover();
    for (let i = 0; i < 7 * size; i += 1) {
      doc.runIn(doc.title());
      doc.text();
    }
    doc.control();
  },
  "typed numbers": (doc) => {
    doc.cover();
    for (let i = 1; i <= 5 * size; i += 1) {
      doc.heading(`${i}. ${doc.title()}`, 1, { look: "bold" });
      for (let j = 1; j <= 3; j += 1) doc.text({ before: `${i}.${j} ` });
    }
  },
};
