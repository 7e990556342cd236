/** Hands a file that was made here to the browser's downloads. */
export function downloadBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // The download holds what it needs from the moment it was started.
  URL.revokeObjectURL(url);
}
