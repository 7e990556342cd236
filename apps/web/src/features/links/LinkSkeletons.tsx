import { useTranslation } from "react-i18next";
import { Skeleton } from "../../ui/Skeleton.tsx";

const CARDS = ["first", "second", "third"];

/** Cards to come. */
export function LinkSkeletons() {
  const { t } = useTranslation();
  return (
    <div className="link-list-cards" role="status">
      <span className="visually-hidden">{t("state.loading")}</span>
      {CARDS.map((card) => (
        <div key={card} className="link-card link-card-coming">
          <Skeleton />
          <Skeleton />
          <Skeleton shape="row" />
        </div>
      ))}
    </div>
  );
}

const CLICKS = ["first", "second", "third", "fourth", "fifth", "sixth"];

/** One link to come: what it brought, then its clicks. */
export function LinkPageSkeleton() {
  const { t } = useTranslation();
  return (
    <div className="link-coming" role="status">
      <span className="visually-hidden">{t("state.loading")}</span>
      <div className="panel">
        <Skeleton shape="figure" />
        <Skeleton shape="row" />
      </div>
      <div className="panel">
        {CLICKS.map((click) => (
          <Skeleton key={click} shape="row" />
        ))}
      </div>
    </div>
  );
}
