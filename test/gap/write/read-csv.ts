// Takes comma-separated values; gives the cells of each record, by RFC 4180 and not by how charm writes them.

export function readCsv(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i] ?? "";
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ",") {
      record.push(cell);
      cell = "";
    } else if (character === "\r" && text[i + 1] === "\n") {
      records.push([...record, cell]);
      [record, cell] = [[], ""];
      i += 1;
    } else cell += character;
  }
  return records;
}
