import { useTranslation } from "react-i18next";

/** What the columns are, and the box that selects every row that can still be decided. */
export function GridHead(props: {
  showPartner: boolean;
  all: boolean;
  some: boolean;
  disabled: boolean;
  onAll: (all: boolean) => void;
}) {
  const { t } = useTranslation();
  const { all, some } = props;
  return (
    <thead>
      <tr className="request-head">
        <th scope="col" className="request-pick">
          <label className="request-check">
            <input
              type="checkbox"
              checked={all}
              disabled={props.disabled}
              ref={(box) => {
                if (box) box.indeterminate = some && !all;
              }}
              onChange={(event) => props.onAll(event.target.checked)}
            />
            <span className="request-check-text">{t("queue.selectAll")}</span>
          </label>
        </th>
        <th scope="col" className="request-amount">
          {t("queue.column.amount")}
        </th>
        {props.showPartner ? (
          <th scope="col" className="request-partner">
            {t("queue.column.partner")}
          </th>
        ) : null}
        <th scope="col" className="request-to">
          {t("queue.column.to")}
        </th>
        <th scope="col" className="request-when">
          {t("queue.column.when")}
        </th>
        <th scope="col" className="request-status">
          {t("queue.column.status")}
        </th>
        <th scope="col" className="request-actions">
          <span className="visually-hidden">{t("queue.column.actions")}</span>
        </th>
      </tr>
    </thead>
  );
}
