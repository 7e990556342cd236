import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { LandingQuery } from "../../generated/asked.ts";
import { useFormat } from "../../lib/use-format.ts";
import { Skeleton } from "../../ui/Skeleton.tsx";

/** The terms of the program as they are in force now. */
export function Terms({ program }: { program: LandingQuery["program"] | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const never = program?.earningsWindowDays === 0;
  return (
    <section className="terms" aria-labelledby="terms">
      <h2 id="terms" className="visually-hidden">
        {t("landing.termsTitle")}
      </h2>
      <dl aria-busy={!program}>
        <Term label={t("landing.epc")} note={t("landing.epcNote")}>
          {program ? format.money(program.epc) : null}
        </Term>
        <Term
          label={t("landing.minimum")}
          note={program ? format.list(program.methods.map((method) => t(`methodInText.${method}`))) : null}
        >
          {program ? format.money(program.minimumWithdrawal) : null}
        </Term>
        <Term
          label={t("landing.window")}
          note={never ? t("landing.windowNeverNote") : t("landing.windowNote")}
        >
          {program
            ? never
              ? t("landing.windowNever")
              : t("landing.days", { count: program.earningsWindowDays })
            : null}
        </Term>
      </dl>
    </section>
  );
}

function Term(props: { label: string; note: string | null; children: ReactNode }) {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd className="term-value">{props.children ?? <Skeleton />}</dd>
      <dd className="note">{props.note ?? <Skeleton />}</dd>
    </div>
  );
}
