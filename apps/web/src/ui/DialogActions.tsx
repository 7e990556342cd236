import { useTranslation } from "react-i18next";

/** The two ways out of a dialog that holds a form: back, or on with it. */
export function DialogActions(props: {
  /** Undefined when there is nothing to go on with. */
  submit: string | undefined;
  busy: boolean;
  danger?: boolean;
  onCancel: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="dialog-actions">
      <button type="button" className="quiet" onClick={props.onCancel}>
        {t("state.cancel")}
      </button>
      {props.submit === undefined ? null : (
        <button
          type="submit"
          className={props.danger ? "danger" : "primary"}
          disabled={props.busy}
          aria-busy={props.busy}
        >
          {props.submit}
        </button>
      )}
    </div>
  );
}
