// Answers to test with, in words of our own.
import type { Answer, AnswerBlock } from "../../src/report/answer.ts";

const blocks: readonly AnswerBlock[] = [
  { kind: "title", text: "Your own documents" },
  {
    kind: "statement",
    authority: "own",
    says: "statement",
    listed: true,
    unverified: false,
    lines: [
      {
        depth: 0,
        parts: [{ kind: "words", text: "A visitor signs the book." }],
        citations: [1],
        markers: [1],
      },
    ],
  },
];

export const answer: Answer = {
  question: "Who signs the book?",
  status: "answered",
  answer: "**Your own documents**\n\n- A visitor signs the book. [1]",
  blocks,
  claims: [{ text: "A visitor signs the book.", authority: "own", citations: [1] }],
  sources: [
    {
      n: 1,
      file: "Rules.pdf",
      title: "House rules",
      short: "Rules",
      version: "2",
      date: null,
      sha256: "00",
      authority: "own",
      page: 3,
      pageEnd: 3,
      section: null,
      locators: ["2.1"],
      places: [{ locator: "2.1", address: "para/2.1" }],
      quotes: ["A visitor signs the book."],
    },
  ],
  missing: [],
  findings: [],
  engine: { name: "extractive", model: null },
  library: { fingerprint: "0123456789abcdef0123", documents: 1 },
};

export const declined: Answer = {
  ...answer,
  question: "What is the capital of Peru?",
  status: "declined",
  answer: "**Not found in the corpus**\n\n- What is the capital of Peru?",
  blocks: [
    { kind: "title", text: "Not found in the corpus" },
    { kind: "list", items: ["What is the capital of Peru?"] },
  ],
  claims: [],
  sources: [],
  missing: ["What is the capital of Peru?"],
};
