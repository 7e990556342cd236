import { encode } from "uqr";

/** White around it, in modules: scanners need it to find the code on any ground. */
const QUIET_ZONE = 4;
/** At least this many pixels wide: enough for a hand-sized print. */
const PNG_PIXELS = 1_024;

export interface QrPicture {
  /** Modules along one side, with the quiet zone. */
  readonly size: number;
  /** `data[row][column]` is true where it is dark. */
  readonly data: readonly (readonly boolean[])[];
}

/** A code that still scans with 15 % of it covered or worn. */
export function drawQr(text: string): QrPicture {
  const { size, data } = encode(text, { ecc: "M", border: QUIET_ZONE });
  return { size, data };
}

/** The dark modules as one SVG path, a run of neighbours in one stroke: 1 is a module. */
export function qrPath({ data }: QrPicture): string {
  return data.map((row, y) => rowPath(row, y)).join("");
}

function rowPath(row: readonly boolean[], y: number): string {
  let path = "";
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue;
    const from = x;
    while (row[x + 1]) x += 1;
    path += `M${from} ${y}h${x + 1 - from}v1h-${x + 1 - from}z`;
  }
  return path;
}

/** A file of its own: it brings its colours, and its size is the viewer's choice. */
export function qrSvg(picture: QrPicture): string {
  const { size } = picture;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${qrPath(picture)}"/></svg>`
  );
}

/** The same in pixels, each module a whole number of them: a blurred edge scans badly. Null when it can't be drawn. */
export function qrPng({ size, data }: QrPicture): Promise<Blob | null> {
  const scale = Math.ceil(PNG_PIXELS / size);
  const canvas = document.createElement("canvas");
  canvas.width = size * scale;
  canvas.height = size * scale;
  const context = canvas.getContext("2d");
  if (!context) return Promise.resolve(null);
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = "#000";
  for (const [y, row] of data.entries()) {
    for (const [x, dark] of row.entries()) if (dark) context.fillRect(x * scale, y * scale, scale, scale);
  }
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}
