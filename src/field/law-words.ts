// What plans and policies call things that regulations have one name for: vocabulary to compare a sentence by; it says
// nothing of what holds, and nothing of it is printed. Sources: terms of SI 2015/541 beside those of policies.

// A line for each: words of a plan; the law's for them.
const table = `
  hold, holds, held, holding, restraint, restraints, physical intervention, physical interventions, safe hold, positive handling | measure of restraint
  sanction, sanctions, consequence, consequences | measure of control or discipline
  write-up, written account, account, log entry, incident form, incident report, write up, form | record
  debrief, debriefs, debriefing, talks it through, conversation | speaks
  independent visitor, regulation 44 visitor, reg 44 visitor, inspecting visitor | independent person
  files, file, case files, case file | case records
  location assessment, location review, area assessment | review of the appropriateness and suitability of the location of the premises
  serious incident, serious incidents, notifiable event, notifiable events | serious event notification
`;

const rows = table
  .trim()
  .split("\n")
  .map((row) => {
    const [plain = "", law = ""] = row.split("|");
    const names = plain
      .split(",")
      .map((name) => name.trim())
      .sort((a, b) => b.length - a.length);
    return { words: new RegExp(`\\b(?:${names.join("|")})\\b`, "gi"), law: law.trim() };
  });

/** A sentence in the law's words, as far as they are known; itself where none is. */
export function inLawWords(text: string): string {
  return rows.reduce((said, { words, law }) => said.replaceAll(words, law), text);
}
