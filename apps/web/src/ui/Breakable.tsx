import { Fragment } from "react";
import { addressPieces } from "../lib/address-pieces.ts";

/** A sentence whose e-mail addresses break after the @ and the points, if they have to break. */
export function Breakable({ text }: { text: string }) {
  return addressPieces(text).map((piece) => (
    <Fragment key={piece.at}>
      {piece.mayBreak ? <wbr /> : null}
      {piece.text}
    </Fragment>
  ));
}
