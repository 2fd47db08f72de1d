// Scores one answer against the references and facts that a question expects.

/** Counts for one answer. */
export function scoreAnswer(question, answer) {
  const text = fold(answer.answer);
  const cited = answer.sources.flatMap(({ file, page, locators }) =>
    locators.map((locator) => ({ file, page, parts: partsOf(locator) })),
  );
  const wanted = question.expects.map(readExpected);
  const facts = question.fact_keys ?? [];
  return {
    facts: facts.filter((keys) => keys.some((key) => text.includes(fold(key)))).length,
    ofFacts: facts.length,
    references: wanted.filter((want) => cited.some((have) => fits(want, have))).length,
    ofReferences: wanted.length,
    onTopic: cited.filter((have) => wanted.some((want) => sameTopic(want, have))).length,
    cited: cited.length,
    words: text.split(" ").length,
  };
}

/** Shares over several answers, and words an answer. */
export function sumScores(scores) {
  const sum = (key) => scores.reduce((total, score) => total + score[key], 0);
  return {
    facts: sum("facts") / sum("ofFacts"),
    references: sum("references") / sum("ofReferences"),
    onTopic: sum("onTopic") / sum("cited"),
    words: sum("words") / scores.length,
  };
}

function fold(text) {
  return text.toLowerCase().replace(/[‘’]/g, "'").replace(/\s+/g, " ");
}

/** "reg 28(2)(a)" → ["28", "2", "a"]. */
export function partsOf(locator) {
  const parts =
    locator
      .toLowerCase()
      .replace(/schedule/g, "sch")
      .match(/[a-z]+|\d+[a-z]?/g) ?? [];
  return parts.filter(
    (part) => !["reg", "regulation", "para", "paragraph", "paragraphs"].includes(part),
  );
}

export function readExpected({ ref, page }) {
  const guide = /^guide\b/i.test(ref);
  const file = guide ? /guide_to_children/i : /regulations_2015/i;
  return { file, page: page ?? null, parts: partsOf(guide ? ref.replace(/^guide/i, "") : ref) };
}

/** A parent or child of what is wanted fits, but never a whole regulation for one of its paragraphs. */
export function fits(want, have) {
  const shared = Math.min(want.parts.length, have.parts.length);
  if (!want.file.test(have.file) || (want.page !== null && want.page !== have.page)) return false;
  if (shared < Math.min(2, want.parts.length)) return false;
  return want.parts.slice(0, shared).every((part, i) => part === have.parts[i]);
}

function sameTopic(want, have) {
  return want.file.test(have.file) && want.parts[0] === have.parts[0];
}
