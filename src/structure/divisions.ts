// Recognises the lines that open a Part, Chapter or Schedule of legislation.

export interface Division {
  readonly kind: "part" | "chapter" | "schedule" | "schedules" | "note";
  readonly number: string;
  readonly title: string;
}

export function readDivision(text: string): Division | null {
  const words = text.replace(/\s*\|.*$/, "").trim();
  const line = /^(?:[A-Z] )+[A-Z]$/.test(words) ? words.replaceAll(" ", "") : words;
  if (/^SCHEDULES$/.test(line)) return { kind: "schedules", number: "", title: line };
  if (/^EXPLANATORY NOTES?$/i.test(line) && line === line.toUpperCase())
    return { kind: "note", number: "", title: "Explanatory note" };
  const schedule = /^SCHEDULE(?:\s+(\d+[A-Z]*|[A-Z]{1,2}\d*))?$/.exec(line);
  if (schedule) return { kind: "schedule", number: schedule[1] ?? "", title: "" };
  const other = /^(PART|CHAPTER|Part|Chapter)\s+(\d+[A-Z]*|[IVXLC]+[A-Z]?)$/.exec(line);
  if (!other) return null;
  const kind = other[1]?.toLowerCase() === "part" ? "part" : "chapter";
  return { kind, number: other[2] ?? "", title: "" };
}
