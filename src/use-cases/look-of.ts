// Takes a file as it was listed; gives what the library notes to know it again, and whose it is.
import type { SourceFile } from "../discover/source-file.ts";
import type { FileLook } from "../library/library.ts";

export function lookOf({ bytes, modified, stamp, home }: SourceFile): FileLook {
  return {
    fileBytes: bytes,
    modified,
    ...(stamp === undefined ? {} : { stamp }),
    ...(home === undefined ? {} : { home }),
  };
}
