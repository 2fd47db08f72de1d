// Takes a character of a symbol font; gives the letter or sign that it is drawn as.

/** Signs that forms and lists use, by their place in the font (Wingdings and Wingdings 2, Microsoft typography). */
const signs: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: {
    0x6c: "●",
    0x6e: "■",
    0x6f: "☐",
    0x71: "☐",
    0xa7: "▪",
    0xa8: "☐",
    0xd8: "➢",
    0xdf: "←",
    0xe0: "→",
    0xe1: "↑",
    0xe2: "↓",
    0xef: "←",
    0xf0: "→",
    0xfb: "✗",
    0xfc: "✓",
    0xfd: "☒",
    0xfe: "☑",
  },
  "wingdings 2": { 0x4f: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0xa3: "☐" },
  symbol: {
    0xb7: "•",
    0xae: "→",
    0xac: "←",
    0xb3: "≥",
    0xa3: "≤",
    0xb0: "°",
    0xb1: "±",
    0xb4: "×",
  },
};

/** Text typed in a font of symbols, as the signs that it is drawn as. */
export function inFont(text: string, font: string | null): string {
  if (font === null || !signs[font.toLowerCase()]) return text;
  return text.replace(/\S/gu, (sign) => symbolOf(font, sign.charCodeAt(0).toString(16)));
}

/**
 * @param code hexadecimal, as files have it; fonts of symbols are shifted to U+F000
 * @returns the sign; what is not known here as a replacement character, so that it is seen that something stood there
 */
export function symbolOf(font: string, code: string): string {
  const value = Number.parseInt(code, 16);
  if (!Number.isFinite(value)) return "";
  const place = value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value;
  const known = signs[font.toLowerCase()];
  if (known) return known[place] ?? "\uFFFD";
  return value >= 0xf000 && value <= 0xf8ff
    ? "\uFFFD"
    : String.fromCodePoint(Math.min(value, 0x10ffff));
}
