import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCreateLinkMutation } from "../../generated/hooks.ts";
import { useAction } from "../../lib/use-action.ts";
import { Failure } from "../../ui/Failure.tsx";
import { Field } from "../../ui/Field.tsx";
import { useDestination } from "./use-destination.ts";

/** Most characters of a title, here as in the API. */
const LONGEST_TITLE = 200;

/** Makes a link; `onCreated` is told its id once it stands in the list. */
export function CreateLinkForm({ onCreated }: { onCreated: (id: string) => void }) {
  const { t } = useTranslation();
  const destination = useDestination();
  const [title, setTitle] = useState("");
  const [createLink, { client }] = useCreateLinkMutation();
  const { busy, error, run, clear } = useAction();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { checked } = destination;
    if (checked.state !== "good") return destination.insist();
    run(async () => {
      const input = { destination: checked.href, title: title.trim() || null };
      const { data } = await createLink({ variables: { input } });
      // Whoever shows the list shows what keeps it away. Said here, it would have the same link made once more.
      await client.refetchQueries({ include: ["Links"] }).catch(() => undefined);
      destination.clear();
      setTitle("");
      if (data) onCreated(data.createLink.id);
    });
  };

  return (
    <form className="create-link" noValidate onSubmit={submit}>
      <Field
        label={t("links.destination")}
        hint={destination.hint}
        type="url"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        placeholder="https://"
        required
        value={destination.typed}
        onValue={(text) => {
          destination.change(text);
          clear();
        }}
        onBlur={destination.leave}
        problem={destination.problem}
      />
      <Field
        label={t("links.titleField")}
        hint={t("links.titleHint")}
        maxLength={LONGEST_TITLE}
        autoComplete="off"
        value={title}
        onValue={setTitle}
      />
      {error ? <Failure error={error} /> : null}
      <button type="submit" className="primary" disabled={busy} aria-busy={busy}>
        {t("links.create")}
      </button>
    </form>
  );
}
