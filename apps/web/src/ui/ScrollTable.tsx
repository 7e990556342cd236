import { ScrollArea } from "@base-ui/react/scroll-area";
import type { ReactNode } from "react";

interface Column {
  title: string;
  /** Numbers stand to the right, and so does what they are called. */
  number?: boolean;
}

/** A table wider than a phone: it scrolls by itself, also with the keyboard, and the page stays put. */
export function ScrollTable(props: { label: string; columns: readonly Column[]; children: ReactNode }) {
  return (
    <ScrollArea.Root>
      <ScrollArea.Viewport className="scroll-table" role="group" aria-label={props.label}>
        <table>
          <thead>
            <tr>
              {props.columns.map(({ title, number }) => (
                <th key={title} scope="col" className={number ? "number" : undefined}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{props.children}</tbody>
        </table>
      </ScrollArea.Viewport>
    </ScrollArea.Root>
  );
}
