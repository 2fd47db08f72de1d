// Pictures are written for the terminals that take them, as bytes in base64 and nothing else.
import { describe, expect, it } from "vitest";
import { findProtocol, writePicture } from "../../../src/cli/terminal/picture.ts";

describe("pictures in a terminal", () => {
  it("are known to be taken by what the terminal says of itself", () => {
    expect(findProtocol({ TERM: "xterm-kitty" })).toBe("kitty");
    expect(findProtocol({ TERM_PROGRAM: "iTerm.app" })).toBe("iterm");
    expect(findProtocol({ TERM: "xterm-256color" })).toBeNull();
    expect(findProtocol({ TERM: "xterm-kitty", TMUX: "/tmp/tmux" })).toBeNull();
  });

  it("come in pieces for kitty, the last of which says so", () => {
    const png = new Uint8Array(4000).fill(27);
    const pieces = writePicture(png, "kitty", 80)
      .trimEnd()
      .split("\u001B\\")
      .slice(0, -1)
      .map((piece) => piece.replace("\u001B", "ESC"));
    expect(pieces).toHaveLength(2);
    expect(pieces[0]).toMatch(/^ESC_Ga=T,f=100,q=2,c=80,m=1;[\w+/=]{4096}$/);
    expect(pieces[1]).toMatch(/^ESC_Gm=0;[\w+/=]+$/);
  });

  it("come whole for iTerm", () => {
    const written = writePicture(new Uint8Array([1, 2, 3]), "iterm", 60);
    expect(written).toBe(
      "\u001B]1337;File=inline=1;size=3;width=60;preserveAspectRatio=1:AQID\u0007\n",
    );
  });
});
