// Takes a drawing of a Word document; gives the pictures in it, with the words that stand for them where the file has some.
import { tidyText } from "../../text/clean-text.ts";
import { childrenOf, descendantsOf, type Element } from "../office/read-xml.ts";

export interface Picture {
  readonly kind: "picture" | "chart" | "object";
  /** What it is: `picture`, `chart`, `diagram`, `embedded object`. */
  readonly label: string;
  /** What its writer put in its place for those who cannot see it; null where nobody wrote anything. */
  readonly text: string | null;
}

/** Programs describe pictures by guess, or by the name of their file: nobody's words. */
const guessed =
  /\bdescription automatically generated\b|^(?:picture|image|graphic|logo|photo|icon|shape|diagram|chart|img|screenshot)[\s_-]*\d*$|^[\w.()\s-]+\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg)$|^https?:/i;

export function picturesIn(drawing: Element): Picture[] {
  const label = labelOf(drawing);
  if (label === null) return [];
  const described = [
    ...descendantsOf(drawing, "wp:docPr"),
    ...descendantsOf(drawing, "pic:cNvPr"),
  ].flatMap(({ attributes }) => [attributes.get("descr"), attributes.get("title")]);
  const drawn = shapesWithImages(drawing).flatMap(({ attributes }) => [attributes.get("alt")]);
  const text = [...described, ...drawn]
    .map((words) => tidyText(words ?? ""))
    .find((words) => /\p{L}{3}/u.test(words) && !guessed.test(words));
  return [{ kind: kinds.get(label) ?? "picture", label, text: text ?? null }];
}

const kinds: ReadonlyMap<string, Picture["kind"]> = new Map([
  ["chart", "chart"],
  ["embedded object", "object"],
]);

function labelOf(drawing: Element): string | null {
  if (drawing.name === "w:object") return "embedded object";
  if (descendantsOf(drawing, "c:chart").length > 0) return "chart";
  if (descendantsOf(drawing, "dgm:relIds").length > 0) return "diagram";
  const blips = descendantsOf(drawing, "a:blip").some(
    ({ attributes }) => attributes.has("r:embed") || attributes.has("r:link"),
  );
  return blips || shapesWithImages(drawing).length > 0 ? "picture" : null;
}

/** Shapes of the older drawing language that show a picture. */
function shapesWithImages(drawing: Element): Element[] {
  return [
    drawing,
    ...descendantsOf(drawing, "v:shape"),
    ...descendantsOf(drawing, "v:rect"),
  ].filter((shape) => childrenOf(shape, "v:imagedata").length > 0);
}
