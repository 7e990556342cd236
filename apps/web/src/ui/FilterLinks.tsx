import { Link, useSearchParams } from "react-router";

/** A filter whose choice is part of the address, so that it can be shared, reloaded and gone back from. */
export function FilterLinks(props: {
  label: string;
  param: string;
  options: readonly { value: string; label: string }[];
  value: string;
}) {
  const [params] = useSearchParams();
  const search = (value: string) => {
    const next = new URLSearchParams(params);
    next.set(props.param, value);
    return `?${next}`;
  };
  return (
    <nav className="filter" aria-label={props.label}>
      {props.options.map(({ value, label }) => (
        <Link
          key={value}
          to={search(value)}
          preventScrollReset
          aria-current={value === props.value ? "true" : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
