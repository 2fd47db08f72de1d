// Takes the layouts, masters and themes of a presentation; reads each once, however many slides stand on it.
import { readTheme, type Theme } from "../office/colours.ts";
import type { Package } from "../office/open-package.ts";
import { type Element, isElement } from "../office/read-xml.ts";

interface Master {
  readonly master: Element | undefined;
  readonly theme: Theme;
}

/** What a slide stands on. */
export interface Backdrop extends Master {
  readonly layout: Element | undefined;
}

/** Characters kept in all: a file with more is made to waste memory and time, and pays for each reading. */
const mostKept = 2_000_000;
/** What an element takes beside its text, in characters. */
const elementShare = 10;

/** @returns the backdrop of a slide, by the name of its part */
export function openBackdrops(parts: Package): (slide: string) => Backdrop {
  let kept = 0;
  const mayKeep = (element: Element | undefined): boolean => {
    const size = sizeOf(element);
    if (kept + size > mostKept) return false;
    kept += size;
    return true;
  };
  const masters = new Map<string, Master>();
  const layouts = new Map<string, Backdrop>();
  const readMaster = (name: string): Master => {
    const master = parts.read(name);
    const theme = readTheme(parts.read(relatedPart(parts, name, "theme")));
    const read = { master, theme };
    if (mayKeep(master)) masters.set(name, read);
    return read;
  };
  const readLayout = (name: string): Backdrop => {
    const layout = parts.read(name);
    const part = relatedPart(parts, name, "slideMaster");
    const read = { ...(masters.get(part) ?? readMaster(part)), layout };
    // One that holds on to a master that is not kept is not kept either.
    if (masters.has(part) && mayKeep(layout)) layouts.set(name, read);
    return read;
  };
  return (slide) => {
    const name = relatedPart(parts, slide, "slideLayout");
    return layouts.get(name) ?? readLayout(name);
  };
}

function sizeOf(element: Element | undefined): number {
  return (element?.children ?? []).reduce<number>(
    (sum, child) => sum + (isElement(child) ? sizeOf(child) : child.length),
    elementShare,
  );
}

function relatedPart(parts: Package, part: string, type: string): string {
  return parts.relations(part).find((relation) => relation.type === type)?.target ?? "";
}
