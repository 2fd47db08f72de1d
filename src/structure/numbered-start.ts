// The number that a line opens a paragraph with.

export interface NumberedStart {
  /** As printed, without a final full stop: `10.13`, `104`. */
  readonly number: string;
  /** Characters of the line taken up by the number and the space after it. */
  readonly length: number;
  /** Its address when the number is another instrument's; null when it is the document's own. */
  readonly address: string | null;
}
