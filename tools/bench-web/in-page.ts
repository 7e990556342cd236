/// <reference lib="dom" />

/** These run in the browser: they are handed over to it, and can use nothing from outside themselves. */

declare global {
  interface Window {
    /** What was noted so far, in milliseconds since the page was asked for; the shift has no unit. */
    noted: { firstPaint: number; largestPaint: number; shift: number; reacted: number | null };
  }
}

/** From the very start, notes when the most of the page is painted, and how much of it moves afterwards. */
export function inPageNotePaints(): void {
  window.noted = { firstPaint: 0, largestPaint: 0, shift: 0, reacted: null };
  const watch = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch("paint", ({ name, startTime }) => {
    if (name === "first-contentful-paint") window.noted.firstPaint = startTime;
  });
  watch("largest-contentful-paint", ({ startTime }) => {
    window.noted.largestPaint = startTime;
  });
  watch("layout-shift", (entry) => {
    if ("value" in entry && typeof entry.value === "number") window.noted.shift += entry.value;
  });
}

/**
 * From the very start, keeps sending the form with an address that is none, until the page objects: that is when it
 * would also have taken a good one.
 */
export function inPageNoteReaction({ address, objection }: { address: string; objection: string }): void {
  // As long as nobody listens, sending would lead away from the page.
  window.addEventListener("submit", (event) => event.preventDefault(), { capture: true });
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
  const timer = setInterval(() => {
    if (document.body?.textContent.includes(objection)) {
      window.noted.reacted = performance.now();
      clearInterval(timer);
      return;
    }
    const input = document.querySelector<HTMLInputElement>("form input[type=email]");
    if (!input) return;
    setValue?.call(input, address);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.form?.requestSubmit();
  }, 50);
}

/** Whether a text stands on the page now. */
export function inPageShows(text: string): boolean {
  return document.body.textContent.includes(text);
}

/** The moment at which a text is on screen, in milliseconds since 1970. */
export function inPageSees(text: string): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.body.textContent.includes(text)) return;
      observer.disconnect();
      requestAnimationFrame(() => resolve(Date.now()));
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    look();
  });
}
