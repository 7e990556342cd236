import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCreateLinkMutation } from "../../generated/hooks.ts";
import { useAction } from "../../lib/use-action.ts";
import { Failure } from "../../ui/Failure.tsx";
import { Field } from "../../ui/Field.tsx";
import { isWebAddress } from "./is-web-address.ts";

export function CreateLinkForm() {
  const { t } = useTranslation();
  const [destination, setDestination] = useState("");
  const [title, setTitle] = useState("");
  const [malformed, setMalformed] = useState(false);
  const [createLink, { data }] = useCreateLinkMutation({
    refetchQueries: ["Links"],
    awaitRefetchQueries: true,
  });
  const { busy, error, run } = useAction();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const address = destination.trim();
    if (!isWebAddress(address)) return setMalformed(true);
    run(async () => {
      await createLink({ variables: { input: { destination: address, title: title.trim() || null } } });
      setDestination("");
      setTitle("");
    });
  };

  return (
    <form className="stack" noValidate onSubmit={submit}>
      <Field
        label={t("links.destination")}
        hint={t("links.destinationHint")}
        type="url"
        inputMode="url"
        required
        value={destination}
        onValue={(value) => {
          setDestination(value);
          setMalformed(false);
        }}
        problem={malformed ? t("links.malformed") : undefined}
      />
      <Field label={t("links.titleField")} maxLength={100} value={title} onValue={setTitle} />
      {error ? <Failure error={error} /> : null}
      <button type="submit" className="primary" disabled={busy} aria-busy={busy}>
        {t("links.create")}
      </button>
      <p role="status">{data && !busy && !error ? t("links.created", { url: data.createLink.url }) : null}</p>
    </form>
  );
}
