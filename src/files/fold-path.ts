// Takes a path; gives the one way of writing by which paths are compared that some disk takes for the same.

/** Without regard to capitals, and to accents written as one letter or two. */
export function foldPath(path: string): string {
  return path.normalize("NFC").toUpperCase().toLowerCase().normalize("NFC");
}
