import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { DestinationChoiceFragment } from "../../generated/graphql.ts";
import type { PayoutMethod } from "../../generated/schema.ts";
import { Choice } from "../../ui/Choice.tsx";
import { When } from "../../ui/When.tsx";
import type { Draft, DraftField } from "./check-draft.ts";
import { DestinationFields } from "./DestinationFields.tsx";

interface DestinationChoiceProps {
  saved: readonly DestinationChoiceFragment[];
  /** Of the one that the last request went to in vain. */
  refusedId: string | undefined;
  methods: readonly PayoutMethod[];
  draft: Draft;
  onDraft: (draft: Draft) => void;
  change: (field: DraftField) => (value: string) => void;
  leave: (field: DraftField) => () => void;
  problem: (field: DraftField) => string | undefined;
}

/** Where the money goes: where it went before, or somewhere else. */
export function DestinationChoice(props: DestinationChoiceProps) {
  const { t } = useTranslation();
  const name = useId();
  const { saved, refusedId, methods, draft, onDraft } = props;
  const elsewhere = (
    <>
      <Choice
        legend={t("withdraw.method")}
        options={methods.map((value) => ({ value, label: t(`method.${value}`) }))}
        value={draft.method}
        onValue={(method) => onDraft({ ...draft, method })}
      />
      <DestinationFields draft={draft} change={props.change} leave={props.leave} problem={props.problem} />
    </>
  );
  if (saved.length === 0) return elsewhere;
  return (
    <>
      <fieldset className="destinations">
        <legend>{t("withdraw.to")}</legend>
        {saved.map(({ id, method, destination, lastUsedAt }) => (
          <label key={id} className="destination">
            <input
              type="radio"
              name={name}
              checked={draft.savedId === id}
              onChange={() => onDraft({ ...draft, savedId: id, method })}
            />
            <span>
              <b className="break">{destination}</b>
              <span className="note">
                {t(`method.${method}`)} ·{" "}
                {id === refusedId ? (
                  t("withdraw.lastRefused")
                ) : (
                  <>
                    {t("withdraw.lastUsed")} <When at={lastUsedAt} />
                  </>
                )}
              </span>
            </span>
          </label>
        ))}
        <label className="destination">
          <input
            type="radio"
            name={name}
            checked={draft.savedId === null}
            onChange={() => onDraft({ ...draft, savedId: null })}
          />
          <b>{t("withdraw.elsewhere")}</b>
        </label>
      </fieldset>
      {draft.savedId === null ? elsewhere : null}
    </>
  );
}
