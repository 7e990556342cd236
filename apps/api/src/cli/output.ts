/** Where a command speaks: results on `out`, everything for the person watching on `err`. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
  /** Whether somebody watches: progress bars are for people only. */
  readonly interactive: boolean;
}

export const terminal: Output = {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  interactive: process.stderr.isTTY === true,
};
