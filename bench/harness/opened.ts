interface Closable {
  close(): Promise<unknown>;
}

const INTERRUPTED = "interrupted";

/** What has to be put away again, the last opened first, also when something fails or a person interrupts. */
export class Opened {
  readonly #opened: Promise<Closable>[] = [];
  #closing: Promise<void> | undefined;

  /** Opens something that is closed in the end, even if the end comes before it is open. */
  open<T extends Closable>(start: () => Promise<T>): Promise<T> {
    if (this.#closing !== undefined) throw new Error(INTERRUPTED);
    const one = start();
    this.#opened.push(one);
    return one;
  }

  /** Asked twice, by somebody who interrupts and by what fails because of it, both wait for the same end. */
  close(): Promise<void> {
    this.#closing ??= this.#closeAll();
    return this.#closing;
  }

  async #closeAll(): Promise<void> {
    for (const one of this.#opened.splice(0).reverse()) {
      // What failed to open has nothing to close, and whoever asked for it was told.
      const opened = await one.catch(() => null);
      await opened?.close();
    }
  }
}

const all = new Set<Opened>();
let interrupted = false;

/** Works, and puts everything away that was opened meanwhile. Once somebody has interrupted, nothing new is begun. */
export async function withOpened<T>(work: (opened: Opened) => Promise<T>): Promise<T> {
  if (interrupted) throw new Error(INTERRUPTED);
  const opened = new Opened();
  all.add(opened);
  const interrupt = () => {
    interrupted = true;
    void Promise.allSettled([...all].map((one) => one.close())).finally(() => process.exit(130));
  };
  process.once("SIGINT", interrupt);
  process.once("SIGTERM", interrupt);
  try {
    return await work(opened);
  } finally {
    await opened.close();
    all.delete(opened);
    process.off("SIGINT", interrupt);
    process.off("SIGTERM", interrupt);
  }
}
