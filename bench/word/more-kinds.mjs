// More kinds of made-up Word documents: those that the reader was not made by, and those that only Word shows so.
import { clauses, sections, size } from "./kinds.mjs";
import { makeDefinition } from "./numbering.mjs";

/** Not looked at while the reader was made. */
export const unseen = {
  "a list in a style of its own": (doc) => {
    const list = doc.list(makeDefinition(0, clauses, { styleLink: "House" }), {
      linked: makeDefinition(1, clauses, { numStyleLink: "House" }),
    });
    doc.cover();
    for (let i = 0; i < 5 * size; i += 1) {
      doc.heading(doc.title(), 1, { look: "bold", list });
      for (let j = 0; j < 4; j += 1) doc.item(list, 1);
    }
  },
  "parts in words, by the style": (doc) => {
    const levels = [
      { format: "upperRoman", text: "Part %1:", style: "H1" },
      { format: "lowerLetter", text: "%2.", style: "H2" },
    ];
    const list = doc.list(makeDefinition(0, levels), { style: true });
    doc.cover();
    doc.contents();
    for (let i = 0; i < 3 * size; i += 1) {
      doc.heading(doc.title(), 1, { look: "style", list });
      doc.noted();
      for (let j = 0; j < 2; j += 1) {
        doc.heading(doc.title(), 2, { look: "style", list });
        doc.changed();
        doc.table([3, 3]);
      }
    }
  },
  "two levels of bold and underlined headings": (doc) => {
    doc.cover();
    doc.control();
    sections(
      doc,
      5,
      (text) => doc.heading(text.toUpperCase(), 1, { look: "bold" }),
      (i) => {
        doc.heading(doc.title(), 2, { look: "underline" });
        doc.text();
        if (i % 2) doc.spanned();
        doc.heading(doc.title(), 2, { look: "underline" });
        doc.noted();
      },
    );
    doc.signOff();
  },
  "questions, boxes and lists with letters": (doc) => {
    const list = doc.list(makeDefinition(0, [{ format: "lowerLetter", text: "(%1)" }]));
    doc.cover();
    sections(
      doc,
      7,
      (text) => doc.heading(`${text}?`, 1, { look: "large" }),
      (i) => {
        if (i % 2) for (let k = 0; k < 3; k += 1) doc.item(list, 0);
        else doc.box();
      },
    );
  },
  "ordinals, zeros, and everything changed": (doc) => {
    const list = doc.list(
      makeDefinition(0, [
        { format: "ordinal", text: "%1" },
        { format: "decimalZero", text: "%2." },
      ]),
    );
    doc.cover();
    sections(
      doc,
      5,
      (text) => doc.heading(text, 1, { look: "bold" }),
      () => {
        doc.item(list, 0);
        doc.changed();
        doc.item(list, 1);
        doc.deletedItem(list, 1);
        doc.item(list, 1);
        doc.fielded();
      },
    );
  },
  "styles, tables and contents": (doc) => {
    doc.cover();
    doc.contents();
    doc.control();
    sections(
      doc,
      6,
      (text) => doc.heading(text, 1, { look: "style" }),
      (i) => {
        if (i % 2) doc.table([4, 3], { header: true });
        else doc.pairs();
        doc.noted();
      },
    );
  },
};

/** What LibreOffice prints otherwise: it knows neither legal numbering nor levels that go on. */
export const ofWordAlone = {
  "levels that are not started again": (doc) => {
    const levels = [
      { format: "upperRoman", text: "Part %1" },
      { format: "decimal", text: "%2.", restart: 0 },
    ];
    const list = doc.list(makeDefinition(0, levels));
    doc.cover();
    for (let i = 0; i < 4 * size; i += 1) {
      doc.heading(doc.title(), 1, { look: "large", list });
      for (let j = 0; j < 4; j += 1) doc.item(list, 1);
    }
  },
  "numbers of outer levels in figures": (doc) => {
    const levels = [
      { format: "upperLetter", text: "Part %1" },
      { format: "decimal", text: "%1.%2", legal: true },
    ];
    const list = doc.list(makeDefinition(0, levels));
    doc.cover();
    for (let i = 0; i < 4 * size; i += 1) {
      doc.heading(doc.title(), 1, { look: "large", list });
      for (let j = 0; j < 4; j += 1) doc.item(list, 1);
    }
  },
};
