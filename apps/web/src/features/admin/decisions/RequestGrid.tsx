import { type KeyboardEvent, useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { RequestGridRowFragment } from "../../../generated/graphql.ts";
import { canDecide } from "./decision.ts";
import { GridHead } from "./GridHead.tsx";
import { GridQuestion } from "./GridQuestion.tsx";
import { commandOf } from "./grid-keys.ts";
import { RequestGridRow } from "./RequestGridRow.tsx";
import { SelectionBar } from "./SelectionBar.tsx";
import { useGridActions } from "./use-grid-actions.ts";
import type { RequestDesk } from "./use-request-desk.ts";
import "./requests.css";
import "./request-tools.css";

/** A table whose rows take the focus and can be selected: what ARIA calls a grid. */
const GRID = { role: "grid", "aria-multiselectable": true } as const;

interface RequestGridProps {
  label: string;
  requests: readonly RequestGridRowFragment[];
  desk: RequestDesk;
  showPartner?: boolean;
  /** Whether a request is still what the list was asked for. */
  belongs?: (request: RequestGridRowFragment) => boolean;
  onSearch?: () => void;
  /** The focus comes to the list whenever this grows. */
  focusCalls?: number;
}

/**
 * Requests, to be worked through by hand or by keys. The keys are those of the row that has the focus: nothing happens
 * to who types elsewhere.
 */
export function RequestGrid(props: RequestGridProps) {
  const { t } = useTranslation();
  const { requests, desk, showPartner = true, belongs = () => true, focusCalls = 0 } = props;
  const actions = useGridActions(requests, desk, props.onSearch);
  const { cursor, selection } = actions;
  const { grid } = cursor;
  const selectable = requests.filter(({ status }) => canDecide(status, "reject"));

  useEffect(() => {
    if (focusCalls > 0) grid.current?.querySelector<HTMLElement>("tr[tabindex='0']")?.focus();
  }, [focusCalls, grid]);

  const press = (event: KeyboardEvent<HTMLElement>) => {
    const command = commandOf(event);
    const { target } = event;
    // Nothing happens to a row that does not have the focus.
    if (!command || !(target instanceof Element) || target.closest("[data-row]") === null) return;
    // On a button, a link or a box these two are its own.
    if (!(target instanceof HTMLTableRowElement) && (event.key === "Enter" || event.key === " ")) return;
    event.preventDefault();
    actions.obey(command);
  };
  return (
    <div className="requests">
      <table
        ref={grid}
        {...GRID}
        className={showPartner ? "request-grid" : "request-grid request-grid-own"}
        aria-label={props.label}
        onKeyDown={press}
      >
        <GridHead
          showPartner={showPartner}
          all={selectable.length > 0 && selection.ids.size === selectable.length}
          some={selection.ids.size > 0}
          disabled={selectable.length === 0}
          onAll={actions.selectAll}
        />
        <tbody>
          {requests.map((request) => (
            <RequestGridRow
              key={request.id}
              request={request}
              showPartner={showPartner}
              current={cursor.current === request.id}
              selected={selection.ids.has(request.id)}
              left={!belongs(request)}
              busy={desk.busy.has(request.id)}
              note={desk.notes.get(request.id)}
              onCurrent={() => cursor.set(request.id)}
              onSelect={() => actions.select(request)}
              onDecide={(kind) => actions.decide(request, kind)}
            />
          ))}
        </tbody>
      </table>
      <SelectionBar
        selected={actions.selected}
        leftOut={selection.overtaken.length}
        progress={desk.progress}
        onDecide={actions.decideSelected}
        onClear={() => {
          selection.clear();
          cursor.focus();
        }}
      />
      <div className="grid-foot">
        <button type="button" className="quiet" onClick={() => actions.ask({ kind: "keys" })}>
          {t("keys.title")} <kbd>?</kbd>
        </button>
      </div>
      <p className="visually-hidden" role="status">
        {desk.announcement}
      </p>
      <GridQuestion actions={actions} />
    </div>
  );
}
