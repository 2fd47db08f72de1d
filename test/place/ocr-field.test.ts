// How sure OCR was of a place, and of a document.
import { expect, it } from "vitest";
import type { OcrReading } from "../../src/document.ts";
import { ocrField, sumReading } from "../../src/place/ocr-field.ts";

const ocr: OcrReading = {
  reader: "made up",
  pages: {
    2: { confidence: 0.9, words: 300, unsure: 4 },
    3: { confidence: 0.5, words: 100, unsure: 60 },
    10: { confidence: 0.7, words: 100, unsure: 9 },
  },
};

it("is that of the least sure of its pages, and left out where none was read so", () => {
  expect(ocrField(ocr, 2)).toEqual({ ocr: { confidence: 0.9 } });
  expect(ocrField(ocr, 1, 3)).toEqual({ ocr: { confidence: 0.5 } });
  expect(ocrField(ocr, 9, 11)).toEqual({ ocr: { confidence: 0.7 } });
  expect([ocrField(ocr, 1), ocrField(ocr, 4, 9), ocrField(ocr, null)]).toEqual([{}, {}, {}]);
  expect(ocrField(undefined, 2)).toEqual({});
});

it("is the mean over all words of a document, or of several", () => {
  expect(sumReading(ocr)).toEqual({ pages: 3, confidence: 0.78, lowest: 0.5 });
  expect(sumReading({ ...ocr, pages: {} })).toEqual({ pages: 0, confidence: 0, lowest: 0 });
  expect(sumReading(ocr, ocr).pages).toBe(6);
});
