// Takes bytes and the code page that a rich text names for them; gives their characters.
import { decodeWindows1252 } from "../flow/decode-text.ts";

/** Code pages of the charsets that fonts have (RTF 1.9.1, `\\fcharset`). */
const ofCharset: ReadonlyMap<number, number> = new Map([
  [0, 1252],
  [77, 10_000],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
  [254, 437],
  [255, 850],
]);
/** Fonts of pictures, such as Wingdings. */
export const symbolCharset = 2;

const names: ReadonlyMap<number, string> = new Map([
  [866, "ibm866"],
  [874, "windows-874"],
  [932, "shift_jis"],
  [936, "gbk"],
  [949, "euc-kr"],
  [950, "big5"],
  [10_000, "macintosh"],
  [10_007, "x-mac-cyrillic"],
  [20_866, "koi8-r"],
  [65_001, "utf-8"],
  ...[1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258].map(
    (page) => [page, `windows-${page}`] as const,
  ),
]);

/** What code pages of DOS have at 0x80 to 0xFF; no decoder of the platform knows them. */
const dos: ReadonlyMap<number, string> = new Map([
  [
    437,
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0",
  ],
  [
    850,
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0",
  ],
]);

export function codePageOf(charset: number): number | undefined {
  return ofCharset.get(charset);
}

/** Bytes of a page that is not known are read as windows-1252, as Word does. */
export function decodeBytes(bytes: Uint8Array, codePage: number): string {
  if (bytes.every((byte) => byte < 0x80)) return Buffer.from(bytes).toString("latin1");
  const upper = dos.get(codePage);
  if (upper) {
    const char = (byte: number) =>
      byte < 0x80 ? String.fromCharCode(byte) : (upper[byte - 0x80] ?? "");
    return [...bytes].map(char).join("");
  }
  const name = names.get(codePage);
  return name ? new TextDecoder(name).decode(bytes) : decodeWindows1252(bytes);
}
