import { type ReactNode, useId } from "react";

/** Questions about one thing. */
export function AnswerGroup({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="answer-group" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div>{children}</div>
    </section>
  );
}
