// How text that was recognised in a picture is marked for readers.

/** "91% sure"; never more than is certain, since nothing that was read so is. */
export function writeSure(confidence: number): string {
  return `${Math.min(99, Math.round(confidence * 100))}% sure`;
}

/** "read by OCR, 91% sure". */
export function writeOcrMark(confidence: number): string {
  return `read by OCR, ${writeSure(confidence)}`;
}
