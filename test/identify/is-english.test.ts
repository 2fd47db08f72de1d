import { describe, expect, it } from "vitest";
import { isEnglishPage, isEnglishQuestion } from "../../src/identify/is-english.ts";

describe("a question", () => {
  it.each([
    "How often must the independent person visit the home?",
    "staff files what goes in",
    "LADO, SOP, NMS, DBS or URN?",
    "safegaurding trainning for nite staff wot do we need",
    "Does Ms Wojciechowska need a DBS check before she starts?",
    "reg 44",
    "",
  ])("is English: %j", (text) => expect(isEnglishQuestion(text)).toBe(true));

  it.each([
    "Pa mor aml mae'n rhaid i'r person annibynnol ymweld â'r cartref?",
    "Beth sy'n digwydd pan fydd plentyn ar goll o'r cartref dros nos?",
    "Quelles qualifications le directeur du foyer doit-il avoir, et dans quel délai ?",
    "Jak często niezależna osoba musi odwiedzać dom dziecka?",
    "孩子失踪时必须通知谁",
    "كم مرة يجب على الشخص المستقل زيارة المنزل",
  ])("is not English: %j", (text) => expect(isEnglishQuestion(text)).toBe(false));
});

describe("a page", () => {
  const welsh =
    "Rhaid i'r person cofrestredig sicrhau bod staff yn cael eu goruchwylio'n rheolaidd a bod cofnodion yn cael eu cadw. ";

  it("is not English where its words are another language's", () => {
    expect(isEnglishPage(welsh.repeat(5))).toBe(false);
  });

  it("is English with names, abbreviations and numbers in it, and where it says too little to tell", () => {
    const rota = "Siân Llewelyn, Owain Gruffydd and Nia Prydderch work nights in Aberystwyth. ";
    const words = "They write down what they saw, and tell the manager in the morning. ";
    expect(isEnglishPage((rota + words).repeat(5))).toBe(true);
    expect(isEnglishPage(welsh)).toBe(true);
    expect(isEnglishPage("12 14 16 URN SC0001 ".repeat(40))).toBe(true);
  });
});
