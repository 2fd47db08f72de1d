// Takes styled text and a width; gives its lines, each a list of same-styled pieces.

/**
 * Breaks between words only, never inside one.
 *
 * @param {{ text: string, bold: boolean, italic: boolean }[]} runs
 * @param {number} width in points
 * @param {(text: string, run: { bold: boolean, italic: boolean }) => number} measure in points
 * @returns {{ pieces: { text: string, bold: boolean, italic: boolean, width: number }[] }[]}
 */
export function breakLines(runs, width, measure) {
  const lines = [];
  let line = [];
  let used = 0;
  for (const word of splitWords(runs)) {
    const size = word.parts.reduce((sum, part) => sum + measure(part.text, part), 0);
    const gap = line.length === 0 ? 0 : measure(" ", word.parts[0]);
    if (line.length > 0 && used + gap + size > width) {
      lines.push(line);
      line = [];
      used = 0;
    }
    used += (line.length === 0 ? 0 : gap) + size;
    line.push(word);
  }
  if (line.length > 0) lines.push(line);
  return lines.map((words) => ({ pieces: joinWords(words, measure) }));
}

/** Words may change style in the middle: "**28(2)**," is one word of two parts. */
function splitWords(runs) {
  const words = [];
  let open = false;
  for (const run of runs) {
    for (const [index, text] of run.text.split(" ").entries()) {
      if (index > 0) open = false;
      if (text === "") continue;
      const part = { text, bold: run.bold, italic: run.italic };
      if (open) words[words.length - 1].parts.push(part);
      else words.push({ parts: [part] });
      open = true;
    }
  }
  return words;
}

function joinWords(words, measure) {
  const pieces = [];
  for (const [index, word] of words.entries()) {
    for (const [at, part] of word.parts.entries()) {
      const text = index > 0 && at === 0 ? ` ${part.text}` : part.text;
      const last = pieces.at(-1);
      if (last && last.bold === part.bold && last.italic === part.italic) last.text += text;
      else pieces.push({ ...part, text });
    }
  }
  return pieces.map((piece) => ({ ...piece, width: measure(piece.text, piece) }));
}
