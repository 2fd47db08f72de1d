// Takes a colour as a web page writes it; gives its parts.

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [number, number, number];

const named: Readonly<Record<string, Colour>> = {
  white: [255, 255, 255],
  snow: [255, 250, 250],
  ivory: [255, 255, 240],
  whitesmoke: [245, 245, 245],
  ghostwhite: [248, 248, 255],
  floralwhite: [255, 250, 240],
  black: [0, 0, 0],
  windowtext: [0, 0, 0],
};

/**
 * @param behind what shows through where nothing is painted
 * @returns null for what is not known: other names, pictures, gradients
 */
export function readColour(text: string, behind: Colour | null): Colour | null {
  const value = text.trim().toLowerCase();
  if (/^(?:transparent|none|inherit|initial|unset|currentcolor|auto|)$/.test(value)) return behind;
  const hex = /^#?([\da-f]{3,8})$/.exec(value)?.[1];
  if (hex !== undefined) return readHex(hex, behind);
  const parts = /^rgba?\(([^)]*)\)$/
    .exec(value)?.[1]
    ?.split(/[\s,/]+/)
    .filter(Boolean);
  if (parts === undefined || parts.length < 3) return named[value] ?? null;
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    part.endsWith("%") ? Number.parseFloat(part) * 2.55 : Number.parseFloat(part),
  );
  return parts[3] !== undefined && Number.parseFloat(parts[3]) <= 0.05
    ? behind
    : [red, green, blue];
}

function readHex(hex: string, behind: Colour | null): Colour | null {
  const wide = hex.length < 6 ? [...hex].map((digit) => digit + digit).join("") : hex;
  if (wide.length !== 6 && wide.length !== 8) return null;
  if (wide.length === 8 && Number.parseInt(wide.slice(6), 16) <= 12) return behind;
  const part = (at: number) => Number.parseInt(wide.slice(at, at + 2), 16);
  return [part(0), part(2), part(4)];
}
