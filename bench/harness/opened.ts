type Close = () => Promise<unknown>;

/** What has to be put away again, the last opened first, also when something fails or a person interrupts. */
export class Opened {
  readonly #closes: Close[] = [];
  #closing: Promise<void> | undefined;

  /** Puts `close` on the list and hands its owner through. */
  add<T extends { close: Close }>(one: T): T {
    this.#closes.push(() => one.close());
    return one;
  }

  /** Asked twice, by somebody who interrupts and by what fails because of it, both wait for the same end. */
  close(): Promise<void> {
    this.#closing ??= this.#closeAll();
    return this.#closing;
  }

  async #closeAll(): Promise<void> {
    for (const close of this.#closes.splice(0).reverse()) await close();
  }
}

/** Works, and puts everything away that was opened meanwhile. */
export async function withOpened<T>(work: (opened: Opened) => Promise<T>): Promise<T> {
  const opened = new Opened();
  const interrupt = () => void opened.close().finally(() => process.exit(130));
  process.once("SIGINT", interrupt);
  process.once("SIGTERM", interrupt);
  try {
    return await work(opened);
  } finally {
    process.off("SIGINT", interrupt);
    process.off("SIGTERM", interrupt);
    await opened.close();
  }
}
