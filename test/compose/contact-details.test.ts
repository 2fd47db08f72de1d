import { describe, expect, it } from "vitest";
import { isContactDetail } from "../../src/compose/contact-details.ts";

describe("isContactDetail", () => {
  it.each([
    "Ring the lamp office on 0300 555 0123.",
    "The desk is open on (0161) 496-0000 until dusk.",
    "From abroad: +44 20 7946 0000.",
    "Children may call 0800 1111.",
    "The office stands in Store Lane, Saltmouth SM1 2XY.",
    "Letters reach us at PO Box 12.",
    "Reports can be sent to lamps@harbour.example.",
    "Oil keepers must write to Ann Keeper (ann.keeper@harbour.example).",
    "For advice contact Mrs Gull at the quay.",
  ])("tells that %j gives a number or an address", (text) => {
    expect(isContactDetail(text)).toBe(true);
  });

  it.each([
    "The keeper must notify the harbour master without delay.",
    "The keeper must notify the harbour office in writing (lamps@harbour.example).",
    "Copies should go to the panel (oil.reform@harbour.example) within 7 days.",
    "Each record holds the name, address and telephone number of the child's parents.",
    "Children must have a telephone on which to make calls in private.",
    "It applies from 01/04/2015 to DFE-00099-2015, 0.25 of a post, and SI 2015/541.",
    "Visits begin at 08:00 and end by 20:00; see regulation 22(3)(a) and SC025813.",
    "A report is due within 28 days, at least once in 12 months, for homes of 6 to 10 children.",
  ])("leaves %j alone", (text) => {
    expect(isContactDetail(text)).toBe(false);
  });
});
