// Takes a picture and the environment; gives what shows it in a terminal that can, written by charm from bytes alone.
import type { Environment } from "./abilities.ts";

/** How a terminal takes pictures; null where it takes none, or a multiplexer stands between. */
export type PictureProtocol = "kitty" | "iterm" | null;

/** Characters of one sequence of kitty's protocol, as it prescribes. */
const longestPiece = 4096;

export function findProtocol(env: Environment): PictureProtocol {
  if (env["TMUX"] || env["STY"]) return null;
  const program = env["TERM_PROGRAM"];
  if (env["KITTY_WINDOW_ID"] || env["TERM"] === "xterm-kitty" || program === "ghostty")
    return "kitty";
  return program === "iTerm.app" || program === "WezTerm" ? "iterm" : null;
}

/** @param columns how wide it is shown, in characters */
export function writePicture(
  png: Uint8Array,
  protocol: NonNullable<PictureProtocol>,
  columns: number,
): string {
  const data = Buffer.from(png).toString("base64");
  if (protocol === "iterm") {
    const options = `inline=1;size=${png.length};width=${columns};preserveAspectRatio=1`;
    return `\u001B]1337;File=${options}:${data}\u0007\n`;
  }
  const pieces = data.match(new RegExp(`.{1,${longestPiece}}`, "g")) ?? [];
  const written = pieces.map((piece, at) => {
    const first = at === 0 ? `a=T,f=100,q=2,c=${columns},` : "";
    return `\u001B_G${first}m=${at + 1 < pieces.length ? 1 : 0};${piece}\u001B\\`;
  });
  return `${written.join("")}\n`;
}
