import { ChevronDown } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useLocation } from "react-router";

/** A question that opens to its answer. The address names the one that was opened last, so that it can be passed on. */
export function Answer({
  slug,
  question,
  children,
}: {
  slug: string;
  question: string;
  children: ReactNode;
}) {
  const { hash } = useLocation();
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const target = document.getElementById(hash.slice(1));
    if (!target || !details.current?.contains(target)) return;
    details.current.open = true;
    target.scrollIntoView();
  }, [hash]);
  const toggled = () => {
    if (details.current?.open) window.history.replaceState(window.history.state, "", `#${slug}`);
  };
  return (
    <details className="answer" id={slug} ref={details} onToggle={toggled}>
      <summary>
        <h3 className="answer-question">{question}</h3>
        <ChevronDown className="answer-sign" aria-hidden="true" size={20} />
      </summary>
      <div className="answer-body">{children}</div>
    </details>
  );
}
