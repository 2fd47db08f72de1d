// Tells which statements a question should be answered with: those at an expected provision, or holding an expected quote.
import { readFileSync } from "node:fs";
import { fits, partsOf, readExpected } from "./score-answer.mjs";

/** Questions of either file format: JSON with expected provisions, or JSONL with quotes of the evidence. */
export function readQuestions(path) {
  const text = readFileSync(path, "utf8");
  if (!path.endsWith(".jsonl")) {
    const { questions } = JSON.parse(text);
    return questions.filter(({ answerable }) => answerable).map((each) => withProvisions(each));
  }
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines
    .map((line) => JSON.parse(line))
    .filter(({ evidence_all_of: evidence }) => evidence?.length > 0)
    .map((each) => withQuotes(each));
}

function withProvisions(question) {
  const wanted = question.expects.map(readExpected).map((each) => ({ ...each, page: null }));
  const answers = ({ evidence: { passage, document }, lines }) =>
    lines.some(({ start }) => {
      const locator = passage.spans.find(({ end }) => end > start)?.locator;
      if (!locator) return false;
      const have = { file: document.file, page: null, parts: partsOf(locator) };
      return wanted.some((want) => fits(want, have));
    });
  return { ...question, scored: true, answers };
}

/** A line holds a quote when this many characters of it do, or most of the line. */
const enough = 25;

function withQuotes(question) {
  const quotes = question.evidence_all_of.flat().map(({ quote }) => bare(quote ?? ""));
  const answers = ({ evidence: { passage }, lines }) => {
    const text = bare(passage.text);
    return quotes.some((quote) => {
      const at = text.indexOf(quote);
      const whole = quote.includes(text);
      if (quote === "" || (at < 0 && !whole)) return false;
      const [from, to] = whole ? [0, text.length] : [at, at + quote.length];
      return lines.some(({ start, end }) => {
        const first = bare(passage.text.slice(0, start)).length;
        const last = first + bare(passage.text.slice(start, end)).length;
        return Math.min(to, last) - Math.max(from, first) > Math.min(enough, 0.6 * (last - first));
      });
    });
  };
  return { id: question.id, question: question.question, scored: false, answers };
}

function bare(text) {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/[^a-z0-9]+/g, "");
}
