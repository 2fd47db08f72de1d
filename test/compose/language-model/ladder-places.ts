// How statements about the made-up law of ladders are written and what they cite, by the names of places in a prompt.
import type { ReplyItem, ReplySource } from "../../../src/compose/language-model/reply.ts";

export const r7 = "Regulation 7";
export const r8 = "Regulation 8";
export const r9 = "Regulation 9";
export const r10 = "Regulation 10";
export const r11 = "Regulation 11";
export const r12 = "Regulation 12";
export const g4 = "Guide 3.4";
export const g5 = "Guide 3.5";
export const g6 = "Guide 3.6";
export const plan = "Plan, “Ladders”";
export const charter = "Charter, “Aims”";

export const from = (place: string, quote = ""): ReplySource => ({ key: place, quote });
export const say1 = (text: string, ...sources: ReplySource[]): ReplyItem => ({
  part: 1,
  kind: "requirement",
  text,
  sources,
});
