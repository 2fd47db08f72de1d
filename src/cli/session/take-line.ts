// Takes a line typed in a session; gives what it asks for.

export type Line =
  | { readonly kind: "question"; readonly text: string }
  | { readonly kind: "show"; readonly what: string }
  | { readonly kind: "save"; readonly file: string }
  | { readonly kind: "sources" | "help" | "quit" | "nothing" }
  | { readonly kind: "unknown"; readonly name: string };

/** Commands with what they take. */
export const sessionCommands = ["/show", "/sources", "/save", "/help", "/quit"] as const;

export const sessionHelp = `A question, or one that goes on from the last ("and at night?").
  /show 3           what source [3] of the last answer is quoted for
  /show reg 44(1)   a provision
  /sources          the sources of the last answer
  /save FILE.md     everything asked so far, as a report
  /quit             ends (or Ctrl-D)
`;

/** A line that begins with a stroke is a command; one with # is a remark. */
export function takeLine(line: string): Line {
  const text = line.trim();
  if (text === "" || text.startsWith("#")) return { kind: "nothing" };
  if (!text.startsWith("/")) return { kind: "question", text };
  const [name = "", ...rest] = text.split(/\s+/);
  const what = rest.join(" ");
  switch (name.toLowerCase()) {
    case "/show":
      return { kind: "show", what };
    case "/save":
      return { kind: "save", file: what };
    case "/sources":
      return { kind: "sources" };
    case "/help":
    case "/?":
      return { kind: "help" };
    case "/quit":
    case "/exit":
      return { kind: "quit" };
    default:
      return { kind: "unknown", name };
  }
}
