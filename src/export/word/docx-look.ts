// How a Word file that charm writes is set: its styles, lists, page and borders, in the units of the docx package.
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  type ILevelsOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
} from "docx";

const font = "Calibri";
const dark = "1F3864";
const grey = "595959";

/** In 240ths of a line. LibreOffice sets lines of an inherited height exactly, unless they say that they may grow. */
const lines = { line: 264, lineRule: LineRuleType.AUTO };
const closeLines = { line: 240, lineRule: LineRuleType.AUTO };

/** Sizes are in half points, spaces in twentieths of a point. */
const styles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: 22, language: { value: "en-GB" } },
      paragraph: { spacing: { after: 120, ...lines } },
    },
    heading1: heading(36, 0, 160),
    heading2: heading(28, 320, 120),
    heading3: heading(24, 240, 80),
    heading4: heading(22, 200, 60),
    heading5: heading(22, 160, 60),
    heading6: heading(22, 160, 60),
    footnoteText: { run: { size: 18 }, paragraph: { spacing: { after: 20, ...closeLines } } },
    footnoteReference: { run: { superScript: true, color: dark } },
    hyperlink: { run: { color: dark, underline: {} } },
  },
  paragraphStyles: [
    {
      id: "Quote",
      name: "Quote",
      basedOn: "Normal",
      quickFormat: true,
      paragraph: {
        indent: { left: 284 },
        border: { left: { style: BorderStyle.SINGLE, size: 18, color: "8EA9DB", space: 8 } },
      },
    },
    {
      id: "TableText",
      name: "Table Text",
      basedOn: "Normal",
      run: { size: 18 },
      paragraph: { spacing: { after: 40, ...closeLines } },
    },
    {
      id: "SmallTableText",
      name: "Small Table Text",
      basedOn: "Normal",
      run: { size: 16 },
      paragraph: { spacing: { after: 40, ...closeLines } },
    },
    {
      id: "Header",
      name: "header",
      basedOn: "Normal",
      run: { size: 18, color: grey },
      paragraph: { spacing: { after: 0, ...closeLines } },
    },
    {
      id: "Footer",
      name: "footer",
      basedOn: "Normal",
      run: { size: 18, color: grey },
      paragraph: { spacing: { after: 0, ...closeLines } },
    },
    {
      id: "TOCHeading",
      name: "TOC Heading",
      basedOn: "Normal",
      run: { bold: true, size: 24, color: dark },
      paragraph: { spacing: { before: 120, after: 80 }, keepNext: true },
    },
  ],
};

/** @param first level of the headings that the contents begin with: those of that level are not indented */
export function stylesOf(first: number): IStylesOptions {
  const contents = [1, 2, 3].map((level) => ({
    id: `TOC${level}`,
    name: `toc ${level}`,
    basedOn: "Normal",
    next: "Normal",
    paragraph: {
      spacing: { after: 40, ...closeLines },
      indent: { left: Math.max(0, level - first) * 284 },
    },
  }));
  return { ...styles, paragraphStyles: [...(styles.paragraphStyles ?? []), ...contents] };
}

function heading(size: number, before: number, after: number) {
  return {
    run: { font, size, bold: true, color: dark },
    paragraph: { spacing: { before, after, ...lines }, keepNext: true, keepLines: true },
  };
}

/** Depths beyond these are set as the last. */
export const deepestList = 8;

const indentOf = (level: number) => ({ left: 360 * (level + 1), hanging: 360 });

export const bullets = "bullets";
const signs = ["\u2022", "\u25e6", "\u25aa"];

export function bulletLevels(): ILevelsOptions[] {
  return Array.from({ length: deepestList + 1 }, (_, level) => ({
    level,
    format: LevelFormat.BULLET,
    text: signs[level % signs.length] ?? "\u2022",
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: indentOf(level), spacing: { after: 60 } } },
  }));
}

/** @param start number of the first item */
export function numberLevels(start: number): ILevelsOptions[] {
  return Array.from({ length: deepestList + 1 }, (_, level) => ({
    level,
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    start,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: indentOf(level), spacing: { after: 60 } } },
  }));
}

const margin = convertMillimetersToTwip(20);
const [shortSide, longSide] = [convertMillimetersToTwip(210), convertMillimetersToTwip(297)];

/** Between the lines of header and footer and the text. */
const headRoom = convertMillimetersToTwip(8);

/** More than the margin, for a footer of two lines. */
const footRoom = convertMillimetersToTwip(4);

export const page = { margin, headRoom, footRoom, shortSide, longSide };

/** Between the margins, in twentieths of a point. */
export function textWidth(landscape: boolean): number {
  return (landscape ? longSide : shortSide) - 2 * margin;
}

const line = { style: BorderStyle.SINGLE, size: 4, color: "BFBFBF" };
export const tableBorders = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
};
/** Room of letters of 9 and 8 points in bold, in twentieths of a point. */
export const letters = { letter: 112, around: 180 };
export const smallLetters = { letter: 100, around: 180 };

export const headShade = { fill: "E7ECF5", color: "auto" };
