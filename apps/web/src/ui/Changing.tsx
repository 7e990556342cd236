import { type ReactNode, useState } from "react";
import "./changing.css";

/** Something that changes by itself: each change of `of` glows for a moment, unless the reader wants nothing to move. */
export function Changing({ of, children }: { of: string | number; children: ReactNode }) {
  const [seen, setSeen] = useState({ of, times: 0 });
  if (seen.of !== of) setSeen({ of, times: seen.times + 1 });
  return (
    <span key={seen.times} className={seen.times > 0 ? "changed" : undefined}>
      {children}
    </span>
  );
}
