/** A piece of a text: where it starts, and whether a line may end right before it. */
export interface Piece {
  readonly at: number;
  readonly text: string;
  readonly mayBreak: boolean;
}

const ADDRESS = /\S+@\S+/g;
const AFTER_A_SIGN = /(?<=[@.])(?=.)/;

/** A text in pieces, so that its e-mail addresses break after the @ and the points, and nowhere else. */
export function addressPieces(text: string): Piece[] {
  const breaks = [...text.matchAll(ADDRESS)].flatMap(({ 0: address, index }) => {
    const lengths = address.split(AFTER_A_SIGN).map((part) => part.length);
    return lengths.slice(0, -1).map((_, part) => index + sum(lengths.slice(0, part + 1)));
  });
  return [0, ...breaks].map((at, n) => ({ at, text: text.slice(at, breaks[n]), mayBreak: n > 0 }));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
