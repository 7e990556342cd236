/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Schema from './schema.ts';

import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type LandingQueryVariables = Exact<{ [key: string]: never; }>;


export type LandingQuery = { readonly me: { readonly id: string, readonly email: string, readonly role: Schema.Role, readonly locale: Schema.Locale } | null, readonly program: { readonly minimumWithdrawal: string, readonly methods: ReadonlyArray<Schema.PayoutMethod>, readonly epc: string, readonly earningsWindowDays: number }, readonly leaderboard: ReadonlyArray<{ readonly rank: number, readonly name: string, readonly clicks: number }> };

export type SetLocaleMutationVariables = Exact<{
  locale: Schema.Locale;
}>;


export type SetLocaleMutation = { readonly setLocale: { readonly id: string, readonly locale: Schema.Locale } };

export type SignOutMutationVariables = Exact<{
  everywhere: boolean;
}>;


export type SignOutMutation = { readonly signOut: boolean };

export type RequestMagicLinkMutationVariables = Exact<{
  email: string;
  locale?: Schema.Locale | null | undefined;
}>;


export type RequestMagicLinkMutation = { readonly requestMagicLink: { readonly email: string, readonly expiresInMinutes: number } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const LandingDocument = new TypedDocumentString(`
    query Landing {
  me {
    id
    email
    role
    locale
  }
  program {
    minimumWithdrawal
    methods
    epc
    earningsWindowDays
  }
  leaderboard(period: LAST_30_DAYS) {
    rank
    name
    clicks
  }
}
    `) as unknown as TypedDocumentString<LandingQuery, LandingQueryVariables>;
export const SetLocaleDocument = new TypedDocumentString(`
    mutation SetLocale($locale: Locale!) {
  setLocale(locale: $locale) {
    id
    locale
  }
}
    `) as unknown as TypedDocumentString<SetLocaleMutation, SetLocaleMutationVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut($everywhere: Boolean!) {
  signOut(everywhere: $everywhere)
}
    `) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const RequestMagicLinkDocument = new TypedDocumentString(`
    mutation RequestMagicLink($email: String!, $locale: Locale) {
  requestMagicLink(email: $email, locale: $locale) {
    email
    expiresInMinutes
  }
}
    `) as unknown as TypedDocumentString<RequestMagicLinkMutation, RequestMagicLinkMutationVariables>;