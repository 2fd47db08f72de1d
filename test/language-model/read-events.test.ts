// Event streams, cut wherever a network cuts them: the same events come of them.
import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { readEvents, type StreamEvent } from "../../src/language-model/read-events.ts";

async function read(pieces: readonly string[]): Promise<StreamEvent[]> {
  const events: StreamEvent[] = [];
  for await (const event of readEvents(Readable.from(pieces))) events.push(event);
  return events;
}

const stream = [
  ": a comment\n",
  "data: one\n\n",
  "event: error\ndata:two\ndata:  three: four\n\n",
  "id: 7\nretry: 3\n\n",
  "data\n\n",
  'error: {"message": "no"}\n\n',
  "data: [DONE]",
].join("");
const events = [
  { name: null, data: "one" },
  { name: "error", data: "two\n three: four" },
  { name: null, data: "" },
  { name: "error", data: '{"message": "no"}' },
  { name: null, data: "[DONE]" },
];

describe("readEvents", () => {
  test.each([
    ["line feeds", stream],
    ["carriage returns with line feeds", stream.replaceAll("\n", "\r\n")],
    ["carriage returns", stream.replaceAll("\n", "\r")],
  ])("with %s", async (_, text) => {
    expect(await read([text])).toEqual(events);
    expect(await read(text.split(""))).toEqual(events);
    for (let at = 1; at < text.length; at += 1) {
      expect(await read([text.slice(0, at), text.slice(at)])).toEqual(events);
    }
  });
});
