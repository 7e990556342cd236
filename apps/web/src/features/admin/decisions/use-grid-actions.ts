import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { RequestGridRowFragment } from "../../../generated/graphql.ts";
import { canDecide, type Decision, type DecisionKind } from "./decision.ts";
import type { GridCommand } from "./grid-keys.ts";
import { type Cursor, useCursor } from "./use-cursor.ts";
import type { RequestDesk } from "./use-request-desk.ts";
import { type Selection, useSelection } from "./use-selection.ts";

/** A question that has to be answered first, about requests as they were when it was put. */
type Question =
  | { readonly kind: "keys" }
  | { readonly kind: "pay"; readonly request: RequestGridRowFragment }
  | {
      readonly kind: "reject";
      readonly requests: readonly RequestGridRowFragment[];
      /** Were selected with them, and have changed since. */
      readonly leftOut?: readonly RequestGridRowFragment[];
    };

export interface GridActions {
  readonly cursor: Cursor;
  readonly selection: Selection<RequestGridRowFragment>;
  readonly selected: readonly RequestGridRowFragment[];
  readonly question: Question | null;
  ask(question: Question): void;
  select(request: RequestGridRowFragment): void;
  selectAll(all: boolean): void;
  close(): void;
  /** One row's buttons. */
  decide(request: RequestGridRowFragment, kind: DecisionKind): void;
  decideSelected(kind: "approve" | "reject"): void;
  /** The answer to a question. Rejects with what keeps it open. */
  answer(
    requests: readonly RequestGridRowFragment[],
    decision: Decision,
    leftOut?: readonly RequestGridRowFragment[],
  ): Promise<void>;
  obey(command: GridCommand): void;
}

/** What keys and buttons do in a list of requests: with what is selected, else with the row that has the focus. */
export function useGridActions(
  requests: readonly RequestGridRowFragment[],
  desk: RequestDesk,
  onSearch?: () => void,
): GridActions {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const cursor = useCursor(requests.map(({ id }) => id));
  const selection = useSelection(requests);
  const [question, ask] = useState<Question | null>(null);
  const selected = requests.filter(({ id }) => selection.ids.has(id));
  const current = requests.find(({ id }) => id === cursor.current);

  const several = (kind: "approve" | "reject") => {
    const leftOut = selection.overtaken;
    const open = selected.filter(({ status }) => canDecide(status, kind));
    if (open.length === 0) {
      if (leftOut.length === 0) return desk.say(t("queue.cannot"));
      desk.leave(leftOut);
      return selection.clear();
    }
    if (kind === "reject") return ask({ kind: "reject", requests: open, leftOut });
    selection.clear();
    void desk.decideAll(open, { kind }, leftOut);
  };
  const decide = (request: RequestGridRowFragment, kind: DecisionKind) => {
    // The press was meant for what stood there before.
    if (!desk.isSettled(request)) return desk.leave([request]);
    if (!canDecide(request.status, kind)) return desk.say(t("queue.cannot"));
    // The button that was pressed goes with the decision; the row stays, and the focus comes back to it.
    cursor.focus(request.id);
    if (kind === "pay") return ask({ kind: "pay", request });
    if (kind === "reject") return ask({ kind: "reject", requests: [request] });
    selection.drop(request.id);
    void desk.decide(request, { kind });
    if (cursor.current === request.id) cursor.move("next");
  };
  const answer: GridActions["answer"] = async (asked, decision, leftOut = []) => {
    const [only] = asked;
    if (asked.length === 1 && only && leftOut.length === 0) {
      selection.drop(only.id);
      const outcome = await desk.decide(only, decision);
      if (outcome.kind === "failed") throw outcome.error;
      return;
    }
    selection.clear();
    // Goes on beneath, where each row says how it ended; the dialog has nothing more to say.
    void desk.decideAll(asked, decision, leftOut);
  };
  const select = (request: RequestGridRowFragment) => {
    if (!canDecide(request.status, "reject")) return;
    if (selection.ids.has(request.id) || desk.isSettled(request)) selection.toggle(request);
    else desk.leave([request]);
  };
  const selectAll = (all: boolean) => {
    const open = requests.filter((request) => canDecide(request.status, "reject") && desk.isSettled(request));
    selection.set(all ? open : []);
  };
  const obey = (command: GridCommand) => {
    if (command === "help") return ask({ kind: "keys" });
    if (command === "search") return onSearch?.();
    if (command === "clear") return selection.clear();
    if (!current) return;
    if (command === "open") return void navigate(`/admin/partners/${current.partner.id}`);
    if (command === "select") return select(current);
    if (command === "pay") return decide(current, "pay");
    if (command === "approve" || command === "reject") {
      // A selection that has been overtaken is no order for the row that happens to have the focus.
      const some = selected.length + selection.overtaken.length > 0;
      return some ? several(command) : decide(current, command);
    }
    cursor.move(command);
  };
  return {
    cursor,
    selection,
    selected,
    question,
    ask,
    select,
    selectAll,
    close: () => ask(null),
    decide,
    decideSelected: (kind) => {
      // The bar goes with the selection.
      cursor.focus();
      several(kind);
    },
    answer,
    obey,
  };
}
