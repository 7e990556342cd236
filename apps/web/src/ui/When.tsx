import { useFormat } from "../lib/use-format.ts";
import { useNow } from "../lib/use-now.ts";

/** An instant: how long ago to read, the exact time to point at and for machines. */
export function When({ at }: { at: string }) {
  const format = useFormat();
  const now = useNow();
  return (
    <time dateTime={at} title={format.instant(at)}>
      {format.relative(at, now)}
    </time>
  );
}
