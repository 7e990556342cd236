import { useTranslation } from "react-i18next";

/**
 * Stands where something will be, in its shape, so that nothing moves when it comes. It only shows after a moment,
 * or quick answers would flicker. Decoration: what is read out is the word of `Skeletons`.
 */
export function Skeleton({ shape = "text" }: { shape?: "text" | "figure" | "row" | "chart" }) {
  return <span className={`skeleton skeleton-${shape}`} aria-hidden="true" />;
}

/** Several of one shape, and the word for those who cannot see them. */
export function Skeletons(props: { shape: "text" | "figure" | "row" | "chart"; count: number }) {
  const { t } = useTranslation();
  return (
    <div className={`skeletons skeletons-${props.shape}`} role="status">
      <span className="visually-hidden">{t("state.loading")}</span>
      {Array.from({ length: props.count }, (_, index) => `${props.shape}-${index}`).map((key) => (
        <Skeleton key={key} shape={props.shape} />
      ))}
    </div>
  );
}
