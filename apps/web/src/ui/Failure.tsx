import { useTranslation } from "react-i18next";
import { useErrorText } from "../lib/use-error-text.ts";

/** What went wrong, in the reader's language, and the way to try again. */
export function Failure({ error, retry }: { error: unknown; retry?: (() => void) | undefined }) {
  const { t } = useTranslation();
  const text = useErrorText();
  return (
    <div className="failure" role="alert">
      <p>{text(error)}</p>
      {retry ? (
        <button type="button" onClick={retry}>
          {t("state.retry")}
        </button>
      ) : null}
    </div>
  );
}
