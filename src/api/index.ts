// The package for programs: docs/library.md tells how it is used, and api-report.md lists every type of it.
// What stands here is kept from version to version as semver has it; what can be imported from elsewhere is not.
export { authorities, type Authority } from "../document.ts";
export { CharmError, exitCodes } from "../errors.ts";
export type { CheckedKind } from "../check/document-kind.ts";
export type { GapMatrix, GapRow } from "../gap/matrix.ts";
export type { Answer, AnswerBlock, AnswerClaim, AnswerSource } from "../report/answer.ts";
export { renderReport } from "../report/layout-report.ts";
export type { ShownOutline } from "../show/shown.ts";
export type {
  CheckedJson,
  DocumentJson,
  FindingJson,
  IndexedJson,
  IndexJson,
  SearchJson,
  ShownJson,
  TargetJson,
} from "./contracts.ts";
export type { ListedSet } from "../use-cases/find-gaps.ts";
export type { SearchResult } from "../use-cases/search-library.ts";
export type { CallOptions, ProgressEvent } from "./events.ts";
export type { Library } from "./library.ts";
export { openLibrary } from "./open-library.ts";
export type {
  AskOptions,
  CheckOptions,
  CheckTextOptions,
  GapOptions,
  IndexOptions,
  LibraryOptions,
  SearchOptions,
} from "./options.ts";
export { ask, check, gap, index, search, show } from "./single-calls.ts";
