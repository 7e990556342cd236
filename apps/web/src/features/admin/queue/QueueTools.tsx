import { Download } from "lucide-react";
import { type KeyboardEvent, type RefObject, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { Field } from "../../../ui/Field.tsx";
import { SelectField } from "../../../ui/SelectField.tsx";
import { useLater } from "../use-later.ts";
import { csvAddress, METHODS, type QueueFilter, SORTS, usualSort, withFilter } from "./queue-filter.ts";

/** Long enough to type on, short enough not to wait. */
const TYPING_MS = 250;

/** Search, method, order and export: all of it in the address. */
export function QueueTools(props: {
  filter: QueueFilter;
  search: RefObject<HTMLInputElement | null>;
  /** Enter and Escape lead from the search to the list. */
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const { filter, search, onLeave } = props;
  const [, setParams] = useSearchParams();
  const [text, setText] = useState(filter.search);
  const change = (name: "method" | "q" | "sort", value: string | null) =>
    setParams((current) => withFilter(current, name, value), { preventScrollReset: true, replace: true });
  const searchFor = () => {
    if (text.trim() !== filter.search) change("q", text.trim());
  };
  const searchSoon = useLater(TYPING_MS, searchFor);
  useEffect(() => {
    // Going back to an earlier address brings its search back; who is typing knows better than the address.
    if (document.activeElement !== search.current) setText(filter.search);
  }, [filter.search, search]);
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    if (event.key === "Enter") searchFor();
    onLeave();
  };
  return (
    <search className="queue-tools">
      <Field
        label={t("queue.search")}
        placeholder={t("queue.searchHint")}
        type="search"
        ref={search}
        maxLength={254}
        autoComplete="off"
        value={text}
        onValue={(value) => {
          setText(value);
          searchSoon();
        }}
        onKeyDown={press}
      />
      <SelectField
        label={t("queue.method")}
        value={filter.method ?? "ALL"}
        options={[
          { value: "ALL" as const, label: t("queue.allMethods") },
          ...METHODS.map((value) => ({ value, label: t(`method.${value}`) })),
        ]}
        onValue={(value) => change("method", value === "ALL" ? null : value)}
      />
      <SelectField
        label={t("queue.sort")}
        value={filter.sort}
        options={SORTS.map((value) => ({ value, label: t(`queue.sorts.${value}`) }))}
        onValue={(value) => change("sort", value === usualSort(filter.status) ? null : value)}
      />
      <a className="button" href={csvAddress(filter)} download>
        <Download aria-hidden="true" size={16} />
        {t("queue.export")}
      </a>
    </search>
  );
}
