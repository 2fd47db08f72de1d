// How statements about the made-up law of ladders are written and what they cite, by the names of places in a prompt.
import type { ReplyItem, ReplySource } from "../../../src/compose/language-model/reply.ts";

export const r7 = "Regulations, regulation 7";
export const r8 = "Regulations, regulation 8";
export const r9 = "Regulations, regulation 9";
export const r10 = "Regulations, regulation 10";
export const r11 = "Regulations, regulation 11";
export const r12 = "Regulations, regulation 12";
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
