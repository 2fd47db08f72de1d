// Asks questions and prints each statement with where it stands: node examples/ask.mjs "How soon must we tell Ofsted?"
import { CharmError, openLibrary } from "charm";

const questions = process.argv.slice(2);
const stop = new AbortController();
process.once("SIGINT", () => stop.abort());

try {
  // The corpus in this folder; it is read by the first call, and again where it changes.
  const library = await openLibrary({ offline: true });
  try {
    const options = { brief: true, signal: stop.signal, onEvent: tell };
    for await (const answer of library.askEach(questions, options)) {
      console.log(`${answer.question} (${answer.status})`);
      for (const { text, citations } of answer.claims) {
        const places = answer.sources
          .filter(({ n }) => citations.includes(n))
          .map(({ short, page, locators }) => `${short} ${locators.join(", ")}, p. ${page}`);
        console.log(`- ${text} [${places.join("; ")}]`);
      }
    }
  } finally {
    await library.close();
  }
} catch (error) {
  if (!(error instanceof CharmError)) throw error;
  console.error(error.hint === null ? error.message : `${error.message}\n${error.hint}`);
  process.exitCode = error.exitCode;
}

/** @param {import("charm").ProgressEvent} event */
function tell(event) {
  if (event.kind === "reading") console.error(`Reading ${event.file}`);
}
