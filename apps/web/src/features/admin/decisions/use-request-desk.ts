import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RequestGridRowFragment } from "../../../generated/graphql.ts";
import { useAdminWithdrawalChangedSubscription } from "../../../generated/hooks.ts";
import { useErrorText } from "../../../lib/use-error-text.ts";
import { useFormat } from "../../../lib/use-format.ts";
import { type Decision, type DecisionKind, decided, outcomeOf } from "./decision.ts";
import { runTogether } from "./run-together.ts";
import { ShownStates } from "./shown-states.ts";
import { type Outcome, useDecide } from "./use-decide.ts";

/** What stands beside a request: how its decision ended, or what somebody else did with it. */
export interface Note {
  readonly tone: "done" | "refused" | "news";
  readonly text: string;
}

export interface Progress {
  readonly kind: DecisionKind;
  readonly over: number;
  readonly total: number;
}

export interface RequestDesk {
  readonly notes: ReadonlyMap<string, Note>;
  readonly busy: ReadonlySet<string>;
  /** Of several decided at once; null when none are. */
  readonly progress: Progress | null;
  /** What a screen reader is told. */
  readonly announcement: string;
  say(text: string): void;
  decide(request: RequestGridRowFragment, decision: Decision): Promise<Outcome>;
  /** `leftOut` are those that were meant too, but have changed since: they are told so, and not touched. */
  decideAll(
    requests: readonly RequestGridRowFragment[],
    decision: Decision,
    leftOut?: readonly RequestGridRowFragment[],
  ): Promise<void>;
  /** Whether it has been on screen long enough to be what the admin means. */
  isSettled(request: RequestGridRowFragment): boolean;
  /** Says of requests that they have changed, and that nothing was done to them. */
  leave(requests: readonly RequestGridRowFragment[]): void;
}

/** Under way at once when several are decided: quick enough, and no burst. */
const WIDTH = 3;

interface DeskOptions {
  requests: readonly RequestGridRowFragment[];
  /** A request that is not among them changed, or is new. */
  onStranger?: (request: RequestGridRowFragment) => void;
  /** Something was decided, here or elsewhere. */
  onChange: () => void;
}

/** Decides on requests, remembers how it ended for each, and hears what colleagues do with them. */
export function useRequestDesk({ requests, onStranger, onChange }: DeskOptions): RequestDesk {
  const { t } = useTranslation();
  const format = useFormat();
  const errorText = useErrorText();
  const send = useDecide();
  const [notes, setNotes] = useState<ReadonlyMap<string, Note>>(new Map());
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [progress, setProgress] = useState<Progress | null>(null);
  const [announcement, say] = useState("");
  // Two presses of a key come faster than a render: what is under way has to be known at once.
  const underWay = useRef(new Set<string>());
  const known = useRef(new Map<string, number>());

  const [shown] = useState(() => new ShownStates());

  useEffect(() => {
    shown.show(requests, performance.now());
    for (const { id, version } of requests) if (!known.current.has(id)) known.current.set(id, version);
  }, [requests, shown]);

  const name = (request: RequestGridRowFragment) =>
    t("queue.named", { amount: format.money(request.amount), email: request.partner.email });
  const note = (id: string, text: Note) => setNotes((before) => new Map(before).set(id, text));
  const isNews = ({ id, version }: RequestGridRowFragment) => version > (known.current.get(id) ?? 0);
  const tell = (request: RequestGridRowFragment, tone: Note["tone"], text: string) => {
    note(request.id, { tone, text });
    say(`${name(request)}: ${text}`);
  };

  useAdminWithdrawalChangedSubscription({
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      const request = data?.withdrawalChanged;
      if (!request || !isNews(request)) return;
      if (known.current.has(request.id)) {
        known.current.set(request.id, request.version);
        tell(request, "news", t(`queue.meanwhile.${request.status}`));
      } else onStranger?.(request);
      onChange();
    },
  });

  const attempt = async (request: RequestGridRowFragment, decision: Decision): Promise<Outcome> => {
    const { id, version } = request;
    underWay.current.add(id);
    setBusy(new Set(underWay.current));
    known.current.set(id, version + 1);
    shown.expect(request, decided(request, decision));
    try {
      const outcome = await send(request, decision);
      if (outcome.kind === "failed") known.current.set(id, version);
      if (outcome.kind === "overtaken" && outcome.now) known.current.set(id, outcome.now.version);
      return outcome;
    } finally {
      underWay.current.delete(id);
      setBusy(new Set(underWay.current));
    }
  };
  const untouched = ({ status }: RequestGridRowFragment) =>
    t("queue.untouched", { what: t(`queue.meanwhile.${status}`) });
  const words = (outcome: Exclude<Outcome, { kind: "done" }>) =>
    outcome.kind === "overtaken" && outcome.now ? untouched(outcome.now) : errorText(outcome.error);

  const decide = async (request: RequestGridRowFragment, decision: Decision): Promise<Outcome> => {
    if (underWay.current.has(request.id)) return { kind: "done" };
    setNotes((before) => without(before, request.id));
    say(t(`queue.said.${outcomeOf(decision.kind)}`, { name: name(request) }));
    const outcome = await attempt(request, decision);
    if (outcome.kind !== "done") tell(request, "refused", words(outcome));
    onChange();
    return outcome;
  };

  const leave = (requests: readonly RequestGridRowFragment[]) => {
    for (const request of requests) tell(request, "refused", untouched(request));
  };

  const decideAll: RequestDesk["decideAll"] = async (chosen, decision, leftOut = []) => {
    leave(leftOut);
    const open = chosen.filter(({ id }) => !underWay.current.has(id));
    const { kind } = decision;
    let done = 0;
    setProgress({ kind, over: 0, total: open.length });
    const one = async (request: RequestGridRowFragment) => {
      const outcome = await attempt(request, decision);
      if (outcome.kind === "done") done += 1;
      const text = outcome.kind === "done" ? t(`queue.result.${outcomeOf(kind)}`) : words(outcome);
      note(request.id, { tone: outcome.kind === "done" ? "done" : "refused", text });
    };
    await runTogether(open, WIDTH, one, (over) => setProgress({ kind, over, total: open.length }));
    setProgress(null);
    const refused = open.length - done + leftOut.length;
    say(
      refused === 0
        ? t("queue.allDone", { count: done })
        : t("queue.someDone", { done: format.integer(done), refused: format.integer(refused) }),
    );
    onChange();
  };

  return {
    notes,
    busy,
    progress,
    announcement,
    say: useCallback((text: string) => say(text), []),
    decide,
    decideAll,
    isSettled: (request) => shown.isSettled(request, performance.now()),
    leave,
  };
}

function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
