import { Info, Target } from "lucide-react";
import type { ReactNode } from "react";
import { calendarLeaf } from "../../lib/calendar-leaf.ts";
import { useLanguage } from "../../lib/use-language.ts";

/** One line with its leaf of the calendar, or a sign where there is no day to it. */
export function AgendaRow(props: {
  tone: "bad" | "good" | "calm" | "warm" | "goal";
  /** Instant or day. */
  at?: string;
  note?: string;
  children: ReactNode;
}) {
  const Sign = props.tone === "goal" ? Target : Info;
  return (
    <li className={`agenda-row agenda-${props.tone}`}>
      {props.at === undefined ? (
        <span className="agenda-leaf" aria-hidden="true">
          <Sign size={20} />
        </span>
      ) : (
        <Leaf at={props.at} />
      )}
      <div>
        <div className="agenda-text">{props.children}</div>
        {props.note ? <p className="note">{props.note}</p> : null}
      </div>
    </li>
  );
}

function Leaf({ at }: { at: string }) {
  const { language } = useLanguage();
  const { day, month } = calendarLeaf(at, language);
  return (
    <time className="agenda-leaf" dateTime={at}>
      <b>{day}</b>
      <span>{month}</span>
    </time>
  );
}
