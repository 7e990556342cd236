/**
 * Works through a list with at most `width` under way at a time, in order. `onDone` hears how many are over, also those
 * that failed. Rejects with the first error once all have been tried.
 */
export async function runTogether<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
  onDone: (count: number) => void,
): Promise<void> {
  const waiting = items.values();
  const errors: unknown[] = [];
  let over = 0;
  const lane = async () => {
    for (const item of waiting) {
      try {
        await work(item);
      } catch (error) {
        errors.push(error);
      }
      over += 1;
      onDone(over);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
  if (errors.length > 0) throw errors[0];
}
