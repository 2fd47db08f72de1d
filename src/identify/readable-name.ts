// Takes the name of a file; gives it as a person would write it.

/** `Guide_to_Children_s_Homes.pdf` → `Guide to Children's Homes`. */
export function readableName(file: string): string {
  const name = file.slice(file.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
  return (
    name
      .replace(/_s(?=_|$)/g, "'s")
      .replace(/[_\s]+|(?<=\p{L})-(?=\p{L})/gu, " ")
      .trim() || file
  );
}
