// How servers and models reply: streams of every kind, and answers wrapped, cut and in the wrong form.
import { expect } from "vitest";
import { good, statement, writeJson, writeLines, type Behaviour } from "./behaviour.ts";
import {
  chunk,
  done,
  fail,
  hang,
  respond,
  say,
  sayEvents,
  sayRaw,
  type Reaction,
  type SeenRequest,
  madeFor,
} from "../scripted-server.ts";

const refuseSchema = fail(400, { message: "response_format is not supported" });
/** The whole good reply as one piece of a stream, and what comes around it. */
const streamed = (
  around: (piece: string) => readonly (string | number)[],
  end?: "close" | "break" | "stay",
): Reaction => madeFor((request) => sayEvents(around(chunk({ content: writeJson(request) })), end));
/** A reply that breaks off in the middle of its second item. */
const cutInSecond = (request: SeenRequest): string => {
  const second = { part: 1, kind: "advice", text: "Keep the ladder in a dry place.", sources: [] };
  const whole = writeJson(request, [second]);
  return whole.slice(0, whole.indexOf("dry place"));
};

export const streams: readonly Behaviour[] = [
  {
    name: "comments keep the line open for longer than the time of silence",
    script: [
      streamed((piece) => [
        ...Array.from({ length: 5 }, () => [": keep-alive\n\n", 450]).flat(),
        piece,
        chunk({}, "stop"),
        done,
      ]),
    ],
    ends: "model",
    calls: 1,
    waits: 2000,
  },
  {
    name: "a slow stream that takes longer than the time of silence",
    script: [say((request) => writeJson(request), { pause: 350 })],
    ends: "model",
    calls: 1,
    waits: 1800,
  },
  {
    name: "silence from the start",
    script: [hang],
    ends: "extractive",
    says: /nothing for 2 seconds/,
    calls: 1,
    waits: 1400,
  },
  {
    name: "silence in the middle",
    script: [sayEvents([chunk({ content: '{"items": [' })], "stay")],
    ends: "extractive",
    says: /nothing for 2 seconds/,
  },
  {
    name: "[DONE] without finish_reason",
    script: [streamed((piece) => [piece, done])],
    ends: "model",
    calls: 1,
  },
  {
    name: "finish_reason without [DONE]",
    script: [streamed((piece) => [piece, chunk({}, "stop")])],
    ends: "model",
    calls: 1,
  },
  {
    name: "neither, and the answer is whole",
    script: [streamed((piece) => [piece])],
    ends: "model",
    calls: 1,
  },
  {
    name: "[DONE], and the line stays open",
    script: [streamed((piece) => [piece, chunk({}, "stop"), done], "stay")],
    ends: "model",
    calls: 1,
  },
  {
    name: "the line breaks after finish_reason",
    script: [streamed((piece) => [piece, chunk({}, "stop")], "break")],
    ends: "model",
    calls: 1,
  },
  {
    name: "a stream that breaks once",
    script: [sayEvents([chunk({ content: '{"items": [' })], "break"), good],
    ends: "model",
    calls: 2,
  },
  {
    name: "a stream that breaks each time after a whole item: it is kept",
    script: [madeFor((request) => sayEvents([chunk({ content: cutInSecond(request) })], "break"))],
    ends: "model",
    calls: 3,
    finds: "reply-cut",
  },
  {
    name: "content as a list of parts, thoughts among them",
    script: [
      madeFor((request) =>
        sayEvents([
          chunk({ content: [{ type: "thinking", thinking: [{ type: "text", text: "{ hm }" }] }] }),
          chunk({ content: [{ type: "text", text: writeJson(request) }] }),
          chunk({}, "stop"),
          done,
        ]),
      ),
    ],
    ends: "model",
    calls: 1,
  },
  {
    name: "content as a list of parts, in one piece",
    script: [
      madeFor((request) =>
        respond(200, {
          choices: [
            {
              message: { content: [{ type: "text", text: writeJson(request) }] },
              finish_reason: "stop",
            },
          ],
        }),
      ),
    ],
    ends: "model",
    calls: 1,
  },
  {
    name: "reasoning_content beside the answer",
    script: [
      streamed((piece) => [
        chunk({ reasoning_content: '{"items": [{"part": 0}' }),
        chunk({ reasoning: "END", content: null }),
        piece,
        chunk({}, "stop"),
        done,
      ]),
    ],
    ends: "model",
    calls: 1,
  },
  {
    name: "message where a stream has delta",
    script: [
      madeFor((request) =>
        sayEvents([
          `data: ${JSON.stringify({ choices: [{ message: { content: writeJson(request) }, finish_reason: "stop" }] })}\n\n`,
          done,
        ]),
      ),
    ],
    ends: "model",
    calls: 1,
  },
  {
    name: "a stream that calls itself plain text",
    script: [
      madeFor((request) =>
        sayRaw(
          `${chunk({ content: writeJson(request) })}${chunk({}, "stop")}${done}`,
          "text/plain",
        ),
      ),
    ],
    ends: "model",
    calls: 1,
  },
  {
    name: "lines that end in CR LF, after a byte order mark",
    script: [
      madeFor((request) =>
        sayRaw(
          `\uFEFF${chunk({ content: writeJson(request) })}${chunk({}, "stop")}${done}`.replaceAll(
            "\n",
            "\r\n",
          ),
        ),
      ),
    ],
    ends: "model",
    calls: 1,
  },
  {
    name: "an answer in one piece though a stream was asked for",
    script: [say((request) => writeJson(request), { whole: true })],
    ends: "model",
    calls: 1,
  },
];

export const forms: readonly Behaviour[] = [
  {
    name: "thoughts with braces in them",
    script: [say((request) => `<think>{"items": [] } END</think>\n${writeJson(request)}`)],
    ends: "model",
    calls: 1,
  },
  {
    name: "thoughts whose beginning the template wrote",
    script: [say((request) => `Let me see. {"items": []}\n</think>\n${writeJson(request)}`)],
    ends: "model",
    calls: 1,
  },
  {
    name: "JSON in prose",
    script: [say((request) => `Here is {the answer}:\n${writeJson(request)}\nI hope it helps.`)],
    ends: "model",
    calls: 1,
  },
  {
    name: "JSON in a fence, with prose around it",
    script: [
      say((request) => `Sure!\n\n\`\`\`json\n${writeJson(request)}\n\`\`\`\n\nAnything else?`),
    ],
    ends: "model",
    calls: 1,
  },
  {
    name: "JSON inside another object",
    script: [say((request) => `{"answer": ${writeJson(request)}}`)],
    ends: "model",
    calls: 1,
  },
  {
    name: "an item of a kind there is not, beside a good one",
    script: [
      say((request) =>
        writeJson(request, [{ part: 1, kind: "summary", text: "Ladders", sources: null }]),
      ),
      say('{"revisions": []}'),
    ],
    ends: "model",
  },
  {
    name: "no room to end: more room, once",
    script: [say((request) => cutInSecond(request), { finish: "length" }), good],
    ends: "model",
    calls: 2,
    sent: ([first, second]) => {
      expect(second?.body.max_tokens).toBeGreaterThan((first?.body.max_tokens ?? 0) * 1.2);
    },
  },
  {
    name: "no room to end with more room either: the whole items are kept",
    script: [say((request) => cutInSecond(request), { finish: "length" })],
    ends: "model",
    calls: 2,
    finds: "reply-cut",
  },
  {
    name: "lines cut in the middle of one: the whole ones are kept",
    script: [
      refuseSchema,
      say((request) => `${writeLines(request)}\nPART 1\nA: Keep the lad`, { finish: "length" }),
    ],
    ends: "model",
    finds: "reply-cut",
  },
  {
    name: "lines without END",
    script: [refuseSchema, say((request) => writeLines(request))],
    ends: "model",
    calls: 2,
  },
  {
    name: "lines after prose",
    script: [refuseSchema, say((request) => `Here is the answer.\n\n${writeLines(request)}\nEND`)],
    ends: "model",
    calls: 2,
  },
  {
    name: "JSON where lines were asked for",
    script: [refuseSchema, say((request) => writeJson(request))],
    ends: "model",
    calls: 2,
  },
  {
    name: "lines where JSON was asked for",
    script: [say((request) => `${writeLines(request)}\nEND`)],
    ends: "model",
    calls: 1,
  },
  {
    name: "rubbish for good",
    script: [say("I am sorry, I cannot help with that.")],
    ends: "extractive",
    says: /does not keep to the form/,
  },
  {
    name: "nothing for good",
    script: [say("")],
    ends: "extractive",
    says: /does not keep to the form/,
  },
  {
    name: "a reply that the content filter stops",
    script: [say('{"items": [', { finish: "content_filter" })],
    ends: "extractive",
    says: /withheld/,
    calls: 1,
  },
  {
    name: "a reply stopped for safety, in another's words",
    script: [say("", { finish: "SAFETY" })],
    ends: "extractive",
    says: /withheld/,
    calls: 1,
  },
  {
    name: "a refusal in the field for it",
    script: [sayEvents([chunk({ refusal: "I cannot help." }), chunk({}, "stop"), done])],
    ends: "extractive",
    says: /withheld/,
    calls: 1,
  },
  {
    name: "a first answer that is good and a revision that fails",
    script: [
      say((request) =>
        writeJson(request, [
          { part: 1, kind: "requirement", text: `${statement} Daily.`, sources: [] },
        ]),
      ),
      respond(500, { error: { message: "out of memory" } }, { "retry-after-ms": "1" }),
    ],
    ends: "model",
    finds: "revision-not-made",
  },
];
