/** Colour in linear light, red, green, blue from 0 to 1. */
export type Light = readonly [number, number, number];
type Matrix = readonly [Light, Light, Light];

const GREY: Light = [0.2126, 0.7152, 0.0722];

/** Full dichromacy after Machado, Oliveira and Fernandes (2009), and what is left on grey paper. */
export const VISIONS: Readonly<Record<string, Matrix>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
  grey: [GREY, GREY, GREY],
};

/** `#b83311` in linear light. */
export function lightOf(hex: string): Light {
  const channel = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const product = (row: Light, light: Light) => row[0] * light[0] + row[1] * light[1] + row[2] * light[2];

export function seenBy(vision: Matrix, light: Light): Light {
  const part = (row: Light) => Math.min(1, Math.max(0, product(row, light)));
  return [part(vision[0]), part(vision[1]), part(vision[2])];
}

/** How far apart two colours look (CIE 1976): about 2 is just seen side by side, 10 is told apart at a glance. */
export function distance(a: Light, b: Light): number {
  const [one, other] = [labOf(a), labOf(b)];
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

/** The contrast of two colours as WCAG 2.2 has it. */
export function contrast(a: Light, b: Light): number {
  const [dark = 0, bright = 0] = [product(GREY, a), product(GREY, b)].toSorted((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
}

function labOf([red, green, blue]: Light): Light {
  const root = (value: number) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  const x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
  const y = root(product(GREY, [red, green, blue]));
  const z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
