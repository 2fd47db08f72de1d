// Takes runs of styled text; gives lines no wider than asked, broken between words.

/** A stretch of text in one style. `strong` labels what follows it, `marker` is a citation, `blank` is to be filled in. */
export interface Run {
  readonly text: string;
  readonly style: "plain" | "strong" | "marker" | "blank";
}

/**
 * Breaks at white space only: a word wider than the line stays whole.
 * @param width columns of a line, indentation not counted
 */
export function wrapRuns(runs: readonly Run[], width: number): Run[][] {
  const lines: Run[][] = [];
  let line: Run[] = [];
  let used = 0;
  for (const word of splitWords(runs)) {
    const wide = word.reduce((sum, run) => sum + measureText(run.text), 0);
    if (line.length > 0 && used + 1 + wide > width) {
      lines.push(joinRuns(line));
      [line, used] = [[], 0];
    }
    const before = line.at(-1)?.style;
    if (before !== undefined) {
      line.push({ text: " ", style: before === word[0]?.style ? before : "plain" });
      used += 1;
    }
    line.push(...word);
    used += wide;
  }
  if (line.length > 0) lines.push(joinRuns(line));
  return lines;
}

export function wrapText(text: string, width: number): string[] {
  return wrapRuns([{ text, style: "plain" }], width).map((line) =>
    line.map((run) => run.text).join(""),
  );
}

/** Each line behind `start`, and no line of fewer than 20 columns, however narrow the terminal. */
export function wrapIndented(
  text: string,
  start: string,
  { width }: { readonly width: number },
): string[] {
  return wrapText(text, Math.max(20, width - start.length)).map((line) => start + line);
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** Columns that text takes in a terminal: none for a combining mark, two for an ideograph or emoji. */
export function measureText(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (!/\p{Mn}/u.test(character)) columns += wide.test(character) ? 2 : 1;
  }
  return columns;
}

/** Runs that touch without white space between them are one word, whatever their styles. */
function splitWords(runs: readonly Run[]): Run[][] {
  const words: Run[][] = [];
  let open = false;
  for (const { text, style } of runs) {
    for (const piece of text.split(/(\s+)/)) {
      if (piece === "") continue;
      if (/^\s/.test(piece)) open = false;
      else if (open) words.at(-1)?.push({ text: piece, style });
      else {
        words.push([{ text: piece, style }]);
        open = true;
      }
    }
  }
  return words;
}

function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last?.style === run.style)
      joined[joined.length - 1] = { ...run, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}
