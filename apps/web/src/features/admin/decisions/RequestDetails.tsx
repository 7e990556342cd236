import { useTranslation } from "react-i18next";
import type { RequestGridRowFragment } from "../../../generated/graphql.ts";
import type { Note } from "./use-request-desk.ts";
import "./request-note.css";

/** Where the money goes, why it did not, and what has just happened. */
export function RequestDetails({
  request,
  note,
}: {
  request: RequestGridRowFragment;
  note: Note | undefined;
}) {
  const { t } = useTranslation();
  const { method, destination, reason, reference } = request;
  return (
    <>
      <span className="request-method">{t(`method.${method}`)}</span> {destination}
      {reference ? <p className="note">{t("queue.withReference", { reference })}</p> : null}
      {reason ? <p className="note">{t("queue.withReason", { reason })}</p> : null}
      {note ? <p className={`request-note request-note-${note.tone}`}>{note.text}</p> : null}
    </>
  );
}
