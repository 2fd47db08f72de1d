// The shapes of what the tools take and give, as clients are told them: the JSON contract of the command line (docs/cli.md).
import { z } from "zod";
import { checkedKinds } from "../check/document-kind.ts";
import { authorities } from "../document.ts";

/** No question, query or reference is longer, in characters. */
const longest = 4000;
/** Most of anything asked for at once. */
const most = 20;

const text = z.string().trim().min(1).max(longest);
const page = z.number().int().nullable();

export const searchInput = z.object({
  query: text.describe("words or a question, in everyday language"),
  k: z.number().int().min(1).max(50).default(8).describe("how many passages"),
  documents: z
    .array(text)
    .max(most)
    .default([])
    .describe("only these documents, by file or short name"),
});

/** Fields beside those named come along. */
const passage = z.looseObject({
  rank: z.number().int(),
  score: z.number(),
  file: z.string(),
  page,
  pageEnd: page,
  locator: z.string().nullable(),
  section: z.string(),
  text: z.string(),
});

export const searchOutput = z.object({ query: z.string(), results: z.array(passage) });

export const askInput = z.object({
  questions: z.array(text).min(1).max(most).describe("one or several; each is answered by itself"),
  brief: z.boolean().default(false).describe("the direct answer alone"),
  maxWords: z.number().int().min(1).max(100_000).optional().describe("at most so many words"),
});

const finding = z.looseObject({
  code: z.string(),
  severity: z.enum(["error", "warning", "note"]),
  message: z.string(),
});

const answer = z.looseObject({
  question: z.string(),
  status: z.enum(["answered", "partial", "declined"]),
  answer: z.string(),
  claims: z.array(
    z.looseObject({
      text: z.string(),
      authority: z.enum(authorities),
      citations: z.array(z.number().int()),
    }),
  ),
  sources: z.array(
    z.looseObject({
      n: z.number().int(),
      file: z.string(),
      title: z.string(),
      version: z.string().nullable(),
      sha256: z.string(),
      authority: z.enum(authorities),
      page,
      locators: z.array(z.string()),
      quotes: z.array(z.string()),
    }),
  ),
  missing: z.array(z.string()),
  findings: z.array(finding),
});

export const askOutput = z.object({ answers: z.array(answer) });

export const showInput = z.object({
  references: z
    .array(text)
    .min(1)
    .max(most)
    .describe(
      "as anyone writes them: “reg 28(2)(c)”, “Guide 10.13”, “Schedule 1 para 19”, “Guide page 53”",
    ),
});

const shown = z.looseObject({
  reference: z.string(),
  status: z.enum(["found", "ambiguous", "missing", "external"]),
  targets: z.array(
    z.looseObject({
      file: z.string(),
      locator: z.string().nullable(),
      page,
      pageEnd: page,
      text: z.string(),
    }),
  ),
  note: z.string().nullable(),
});

export const showOutput = z.object({ references: z.array(shown) });

export const checkInput = z.object({
  text: z.string().min(1).max(2_000_000).describe("a report or policy, in Markdown or plain text"),
  as: z.enum(checkedKinds).optional().describe("what it is; otherwise told by its form"),
});

export const checkOutput = z.object({ findings: z.array(finding) });

export const documentsInput = z.object({});

export const documentsOutput = z.object({
  documents: z.array(
    z.looseObject({
      file: z.string(),
      title: z.string(),
      short: z.string(),
      version: z.string().nullable(),
      date: z.string().nullable(),
      authority: z.enum(authorities),
      pages: page,
      sha256: z.string(),
    }),
  ),
});

export const gapInput = z.object({
  set: text.describe("name of a set of requirements, such as “schedule-1” or “missing”"),
  documents: z
    .array(text)
    .max(200)
    .default([])
    .describe("own documents of the library, by file; all of them when empty"),
});

export const gapOutput = z.looseObject({
  rows: z.array(
    z.looseObject({
      id: z.string(),
      verdict: z.enum(["met", "partly", "not_found", "not_applicable"]),
      requirement: z.string(),
    }),
  ),
});
