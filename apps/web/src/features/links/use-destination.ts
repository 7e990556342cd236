import type { LinkDestinationProblem } from "@contentflow/domain/link-destination";
import { MAX_LINK_DESTINATION } from "@contentflow/domain/link-destination";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useProgramQuery } from "../../generated/hooks.ts";
import { useFormat } from "../../lib/use-format.ts";
import { checkDestination } from "./check-destination.ts";

const PAUSE_MS = 700;

/**
 * The address being typed and what there is to say about it. What is not yet an address may become one: that is only
 * said once the field was left. Everything else is said as soon as the typing pauses.
 */
export function useDestination() {
  const { t } = useTranslation();
  const { integer, list } = useFormat();
  const [typed, setTyped] = useState("");
  const [left, setLeft] = useState(false);
  const paused = usePaused(typed);
  const { data } = useProgramQuery();
  // Until the rules are here, the server alone applies them.
  const linkHosts = data?.program.linkHosts ?? ["*"];
  const checked = checkDestination(typed, { linkHosts, ownHost: window.location.hostname });
  const anywhere = linkHosts.includes("*");
  const hosts = list(linkHosts);

  const sayable = checked.state === "bad" && (left || (paused && checked.problem !== "not_an_address"));
  const word = (problem: LinkDestinationProblem, host: string) =>
    t(`links.problem.${problem}`, { host, hosts, max: integer(MAX_LINK_DESTINATION) });
  return {
    typed,
    checked,
    hint: hintOf(),
    problem: sayable ? word(checked.problem, checked.host) : blankProblem(),
    change: (text: string) => {
      setTyped(text);
      if (text === "") setLeft(false);
    },
    leave: () => setLeft(typed.trim() !== ""),
    /** From now on every problem is said, also that nothing was typed. */
    insist: () => setLeft(true),
    clear: () => {
      setTyped("");
      setLeft(false);
    },
  };

  function hintOf(): string | undefined {
    // The problem says the same.
    if (sayable && checked.problem === "host_not_allowed") return undefined;
    if (checked.state === "good" && checked.completed) {
      return t("links.leadsToAddress", { address: checked.href });
    }
    return anywhere ? t("links.destinationHintAny") : t("links.destinationHint", { hosts });
  }

  function blankProblem(): string | undefined {
    return left && checked.state === "blank" ? word("not_an_address", "") : undefined;
  }
}

/** Whether the text has not changed for a moment. */
function usePaused(text: string): boolean {
  const [still, setStill] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setStill(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return still === text;
}
