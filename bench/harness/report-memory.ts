// Loaded into a command before it runs: tells the benchmark the most memory that the process ever held.
process.once("beforeExit", tell);
process.once("exit", tell);
process.channel?.unref();

let told = false;
function tell(): void {
  if (told) return;
  told = true;
  // In kilobytes on every platform.
  process.send?.(process.resourceUsage().maxRSS * 1_024);
}
