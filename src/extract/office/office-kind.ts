// A kind of office file, as messages name it.

export interface OfficeKind {
  /** `Word document`. */
  readonly name: string;
  /** `.docx`. */
  readonly extension: string;
}
