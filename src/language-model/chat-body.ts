// Takes one prompt and what its endpoint offers; gives the body of the call, but for the name of the protocol's stream.
import type { Message, ReplySchema } from "./chat.ts";
import type { Extras } from "./extras.ts";

export interface BodyOptions {
  readonly model: string;
  readonly messages: readonly Message[];
  /** Sent only with structured output. */
  readonly schema: ReplySchema | null;
  readonly extras: Extras;
  /** Most tokens of the reply. */
  readonly room: number;
}

/** The same question gets the same answer wherever the endpoint honours it. */
const seed = 1;

/** All of the call beside model, messages and schema. */
export function toParameters({ extras, room }: Pick<BodyOptions, "extras" | "room">) {
  const { stream, streamOptions, temperature, lengthNames, mostReply } = extras;
  const [lengthName] = lengthNames;
  return {
    stream,
    ...(stream && streamOptions ? { stream_options: { include_usage: true } } : {}),
    ...(temperature ? { temperature: 0 } : {}),
    ...(extras.seed ? { seed } : {}),
    ...(lengthName === undefined ? {} : { [lengthName]: Math.min(room, mostReply ?? room) }),
  };
}

export function toBody(options: BodyOptions) {
  const { model, messages, schema, extras } = options;
  return {
    model,
    messages: (extras.system ? messages : foldSystem(messages)).map((message) => ({ ...message })),
    ...toParameters(options),
    ...(schema === null
      ? {}
      : {
          response_format: {
            type: "json_schema" as const,
            json_schema: { name: schema.name, strict: true, schema: { ...schema.schema } },
          },
        }),
  };
}

/** For templates that know no system role: its rules stand before the question. */
function foldSystem(messages: readonly Message[]): Message[] {
  const rules = messages.filter(({ role }) => role === "system").map(({ content }) => content);
  const others = messages.filter(({ role }) => role !== "system");
  return others.map((message, i) =>
    i === 0 ? { ...message, content: [...rules, message.content].join("\n\n") } : message,
  );
}
