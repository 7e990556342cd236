/** The clicks themselves are to blame, so that trying again could only fail again. Anything else may pass. */
export function isBeyondRecording(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return error instanceof SyntaxError || error instanceof RangeError || /^2[23]/.test(code);
}
