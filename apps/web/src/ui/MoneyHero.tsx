import type { ReactNode } from "react";
import { useFormat } from "../lib/use-format.ts";
import { Changing } from "./Changing.tsx";
import { Skeletons } from "./Skeleton.tsx";
import "./money-hero.css";

/** The one amount that a page is about, what can be done with it, and the figures that belong to it. */
export function MoneyHero(props: {
  label: string;
  amount: string;
  note?: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
}) {
  const { money } = useFormat();
  return (
    <section className="money-hero" aria-label={props.label}>
      <div>
        <p className="money-hero-label">{props.label}</p>
        <p className="money-hero-amount">
          <Changing of={props.amount}>{money(props.amount)}</Changing>
        </p>
        {props.note ? <p className="note">{props.note}</p> : null}
      </div>
      {props.action ? <div className="money-hero-action">{props.action}</div> : null}
      {props.children}
    </section>
  );
}

/** As high as what comes. `figures` is how many stand under the amount: on a phone they take two a line. */
export function MoneyHeroLoading({ figures }: { figures: "few" | "many" }) {
  return (
    <div className={`money-hero-loading money-hero-${figures}`}>
      <Skeletons shape="chart" count={1} />
    </div>
  );
}
