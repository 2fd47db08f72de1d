// Takes the text of an event stream as it comes in; gives its events (WHATWG HTML, server-sent events).

export interface StreamEvent {
  /** Its name; null where it has none. */
  readonly name: string | null;
  readonly data: string;
}

/** A last event without the blank line after it counts: not every server ends its stream properly. */
export async function* readEvents(pieces: AsyncIterable<string>): AsyncGenerator<StreamEvent> {
  let name: string | null = null;
  let data: string[] = [];
  const take = (): StreamEvent | null => {
    const event = data.length === 0 ? null : { name, data: data.join("\n") };
    name = null;
    data = [];
    return event;
  };
  for await (const line of readLines(pieces)) {
    if (line === "") {
      const event = take();
      if (event) yield event;
      continue;
    }
    // A line that begins with a colon is a comment, which keeps the line open.
    const [, field = "", value = ""] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === "event") name = value;
    else if (field === "data") data.push(value);
    else if (field === "error") {
      // No field of the standard's, but of llama.cpp's.
      name = "error";
      data.push(value);
    }
  }
  const last = take();
  if (last) yield last;
}

async function* readLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const piece of pieces) {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest.replace(/\r$/, "");
}
