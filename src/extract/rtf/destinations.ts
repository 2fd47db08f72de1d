// Takes the word that opens a group of a rich text; gives what the group holds.
import { setOfWords } from "../../lists.ts";

/** What is done with the text of a group. */
export type Destination =
  | "text"
  | "skip"
  /** The number or bullet of a list, as printed. */
  | "number"
  | "fonts"
  | "styles"
  | "title"
  | "author"
  | "created"
  | "colours"
  | "property"
  | "propertyName"
  | "propertyValue"
  /** What a field is told to show. */
  | "instruction"
  /** Text for programs without Unicode; the same follows for the others. */
  | "old";

const known: ReadonlyMap<string, Destination> = new Map([
  ["listtext", "number"],
  ["pntext", "number"],
  ["fonttbl", "fonts"],
  ["stylesheet", "styles"],
  ["colortbl", "colours"],
  ["sp", "property"],
  ["sn", "propertyName"],
  ["sv", "propertyValue"],
  ["title", "title"],
  ["author", "author"],
  ["creatim", "created"],
  ["fldinst", "instruction"],
  ["upr", "old"],
]);

/** Groups that hold no text that is shown; whatever begins with `\*` and is not known holds none either. */
const skipped = setOfWords(
  "listtable listoverridetable revtbl rsidtbl filetbl pict shprslt nonshppict nonesttables objdata objclass objname objalias xe tc rxe pn pnseclvl ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn atnid atnauthor atntime atnicn atndate atnref atnparent annotation operator company category manager keywords subject comment doccomm hlinkbase buptim revtim printim datafield fldtype formfield bkmkstart bkmkend mmathPict stextflow themedata colorschememapping datastore latentstyles template generator background private",
);

/** Groups that begin with `\*` and hold text all the same. */
const shown = setOfWords("shpinst do nesttableprops");

/** Words that begin a text of its own. */
export const ownTexts = {
  running: setOfWords("header headerl headerr headerf footer footerl footerr footerf"),
  note: setOfWords("footnote"),
  box: setOfWords("shptxt dptxbxtext"),
};

/** @returns undefined where the word opens no destination, and the group goes on with what is around it */
export function destinationOf(name: string, starred: boolean): Destination | undefined {
  if (skipped.has(name)) return "skip";
  const destination = known.get(name);
  if (destination) return destination;
  return starred && !shown.has(name) && !ownTexts.note.has(name) && !ownTexts.box.has(name)
    ? "skip"
    : undefined;
}
