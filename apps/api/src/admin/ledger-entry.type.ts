import type { Day } from "@contentflow/domain/day";
import type { MicroEuros } from "@contentflow/domain/money";
import { Field, ID, ObjectType } from "type-graphql";
import { connectionTypes } from "../graphql/connection.type.ts";
import { AccountEnum, LedgerKindEnum } from "../graphql/enums.ts";
import { Euros, LocalDate } from "../graphql/scalars.ts";
import type { LedgerEntry } from "../ledger/ledger-entry.entity.ts";

@ObjectType("LedgerEntry", {
  description: "One movement of a partner's money. Never changed, never deleted.",
})
export class LedgerEntryType {
  @Field(() => ID, { description: "Id of the entry; later entries have greater ones." })
  id!: string;

  @Field(() => LedgerKindEnum, { description: "Why money moved." })
  kind!: LedgerEntry["kind"];

  @Field(() => AccountEnum, { description: "Where it came from." })
  debitAccount!: LedgerEntry["debitAccount"];

  @Field(() => AccountEnum, { description: "Where it went." })
  creditAccount!: LedgerEntry["creditAccount"];

  @Field(() => Euros, { description: "How much, in euros; more than 0. Today's accrual still grows." })
  amount!: MicroEuros;

  @Field(() => LocalDate, { description: "UTC day that it is booked on." })
  bookedOn!: Day;

  @Field(() => String, { nullable: true, description: "Why, in an admin's words; of clawbacks and bonuses." })
  reason!: string | null | undefined;

  @Field(() => ID, {
    nullable: true,
    description: "The withdrawal behind it: reserves, settlements and returns.",
  })
  withdrawalId!: string | null | undefined;
}

export const { Connection: LedgerEntryConnection } = connectionTypes("LedgerEntry", LedgerEntryType);
export type LedgerEntryConnection = InstanceType<typeof LedgerEntryConnection>;
