// Names of what charm writes into the output folder beside the outputs.

export const journalName = ".charm-batch.jsonl";
export const lockName = ".charm-batch.lock";
export const summaryNames = {
  md: "summary.md",
  json: "summary.json",
  xlsx: "summary.xlsx",
} as const;

export const ownFiles: readonly string[] = [journalName, lockName, ...Object.values(summaryNames)];
