// Lists for made-up documents: how they are written in a numbering part, and how Word counts them, said a second time and
// apart from charm's own code.

const letters = (n) =>
  String.fromCharCode(96 + ((n - 1) % 26) + 1).repeat(Math.floor((n - 1) / 26) + 1);
const romans = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(" ");
const formats = {
  decimal: String,
  decimalZero: (n) => String(n).padStart(2, "0"),
  lowerLetter: letters,
  upperLetter: (n) => letters(n).toUpperCase(),
  lowerRoman: (n) => romans[n - 1],
  upperRoman: (n) => romans[n - 1].toUpperCase(),
  ordinal: (n) => n + (["st", "nd", "rd"][n - 1] ?? (n === 21 ? "st" : "th")),
};

/**
 * @param {number} id of the definition
 * @param {readonly { format: keyof typeof formats | "bullet", text: string, start?: number, legal?: boolean,
 *   restart?: number, style?: string }[]} levels
 */
export function makeDefinition(id, levels, { styleLink = "", numStyleLink = "" } = {}) {
  const xml = levels.map(
    ({ format, text, start = 1, legal, restart, style }, at) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${restart === undefined ? "" : `<w:lvlRestart w:val="${restart}"/>`}${style ? `<w:pStyle w:val="${style}"/>` : ""}${legal ? "<w:isLgl/>" : ""}<w:suff w:val="tab"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${720 * (at + 1)}" w:hanging="720"/></w:pPr></w:lvl>`,
  );
  const links =
    (styleLink ? `<w:styleLink w:val="${styleLink}"/>` : "") +
    (numStyleLink ? `<w:numStyleLink w:val="${numStyleLink}"/>` : "");
  const counts = Array(levels.length).fill(null);
  const started = new Set();
  return {
    xml: `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${links}${numStyleLink ? "" : xml.join("")}</w:abstractNum>`,
    /** @param {number | undefined} startAt where this instance starts the level when it comes to it for the first time */
    count(instance, level, startAt) {
      const first = !started.has(`${instance}/${level}`);
      started.add(`${instance}/${level}`);
      if (first && startAt !== undefined) counts[level] = startAt;
      else counts[level] = counts[level] === null ? (levels[level].start ?? 1) : counts[level] + 1;
      for (let outer = 0; outer < level; outer += 1) counts[outer] ??= levels[outer].start ?? 1;
      for (let inner = level + 1; inner < levels.length; inner += 1) {
        const { restart = inner } = levels[inner];
        if (level < restart) counts[inner] = null;
      }
      const own = levels[level];
      if (own.format === "bullet") return null;
      return own.text.replace(/%(\d)/g, (_, digit) => {
        const at = Number(digit) - 1;
        return formats[own.legal && at < level ? "decimal" : levels[at].format](counts[at]);
      });
    },
  };
}

/** The instances of definitions; ids from 1. */
export function writeInstances(instances) {
  return instances
    .map(
      ({ definition, startAt }, at) =>
        `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${definition}"/>${startAt === undefined ? "" : `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${startAt}"/></w:lvlOverride>`}</w:num>`,
    )
    .join("");
}
