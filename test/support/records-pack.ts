// A pack of a user's own for tests of drafts: two sections, on records and on complaints, asked for by the Regulations.

/** @param facts of the home that it states @param words in which plans speak of its rows */
export function recordsPack(facts: readonly string[], words: readonly string[]): string {
  const row = (id: string, place: string, requirement: string) =>
    `  - { id: ${id}, place: ${place}, requirement: ${requirement}, holder: registered-person, duty: must, when: null, expects: { arrangement: true }, plans-say: [${words.join(", ")}] }`;
  return [
    "name: our-records",
    "title: Our records policy",
    "about: how we keep records",
    "asked-by: [reg 36(1)]",
    `facts: [${facts.join(", ")}]`,
    "sections:",
    "  - { title: Keeping records, rows: [rec-1, rec-2] }",
    "  - { title: Complaints, rows: [rec-3] }",
    "rows:",
    row("rec-1", "reg 36(1)", "Each child has a case record that is kept up to date."),
    row("rec-2", "reg 36(2)(b)", "Records are kept until 75 years have passed since the birth."),
    row("rec-3", "reg 39(4)", "No child suffers for a complaint."),
  ].join("\n");
}
