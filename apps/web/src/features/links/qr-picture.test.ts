import { describe, expect, it } from "vitest";
import { drawQr, qrPath, qrSvg } from "./qr-picture.ts";

const URL_OF_LINK = "https://partners.example.org/r/BCDFGHJ";

describe("the QR code of a link", () => {
  const picture = drawQr(URL_OF_LINK);

  it("is square and keeps four modules of white on every side", () => {
    expect(picture.data).toHaveLength(picture.size);
    const dark = picture.data.flatMap((row, y) => row.flatMap((on, x) => (on ? [[x, y]] : [])));
    const places = dark.flat();
    expect(Math.min(...places)).toBe(4);
    expect(Math.max(...places)).toBe(picture.size - 5);
  });

  it("is drawn module by module as it was encoded", () => {
    const drawn = Array.from({ length: picture.size }, () => Array<boolean>(picture.size).fill(false));
    for (const [, x, y, width] of qrPath(picture).matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
      drawn[Number(y)]?.fill(true, Number(x), Number(x) + Number(width));
    }
    expect(drawn).toEqual(picture.data);
  });

  it("is a picture file that needs nothing from outside", () => {
    const svg = qrSvg(picture);
    expect(svg).toContain(`viewBox="0 0 ${picture.size} ${picture.size}"`);
    expect(svg).not.toMatch(/style|script|href/);
  });
});
