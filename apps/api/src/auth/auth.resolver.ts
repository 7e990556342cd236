import { DomainError } from "@contentflow/domain/errors";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { For } from "../graphql/audience.ts";
import { LocaleEnum } from "../graphql/enums.ts";
import { describeDevice } from "./describe-device.ts";
import { endSession } from "./end-session.ts";
import { listSessions, type Session } from "./list-sessions.ts";
import { MagicLinkSent } from "./magic-link-sent.type.ts";
import { previewSignIn } from "./preview-sign-in.ts";
import { requestMagicLink } from "./request-magic-link.ts";
import { SessionType } from "./session.type.ts";
import { sessionTokenIn } from "./session-cookie.ts";
import { setLocale } from "./set-locale.ts";
import { signIn } from "./sign-in.ts";
import { signOut } from "./sign-out.ts";
import { signedIn } from "./signed-in.ts";
import type { Viewer } from "./viewer.ts";
import { ViewerType } from "./viewer.type.ts";

@Resolver()
export class AuthResolver {
  @For("anyone")
  @Query(() => ViewerType, { nullable: true, description: "Who is signed in; null when nobody is." })
  async me(@Ctx() context: Context): Promise<Viewer | null> {
    const viewer = await context.viewer();
    return viewer?.suspended ? null : viewer;
  }

  @For("account")
  @Query(() => [SessionType], {
    description:
      "Where the signed-in person is signed in: this session first, then newest first; at most 100.",
  })
  async sessions(@Ctx() context: Context): Promise<Session[]> {
    return listSessions(context.app, await signedIn(context));
  }

  @For("anyone")
  @Query(() => String, {
    nullable: true,
    description:
      "The masked address that a mailed token would sign in; null when it no longer works. Spends nothing.",
  })
  signInAs(
    @Ctx() { app }: Context,
    @Arg("token", () => String, { description: "What follows `#token=` in the mailed link." }) token: string,
  ): Promise<string | null> {
    return previewSignIn(app, token);
  }

  @For("anyone")
  @Mutation(() => MagicLinkSent, {
    description:
      "Mails a link that signs in, works once and replaces earlier ones. RATE_LIMITED beyond 3 per address or 20 per " +
      "network in 15 minutes.",
  })
  requestMagicLink(
    @Ctx() { app, client }: Context,
    @Arg("email", () => String, { description: "One plain e-mail address, at most 254 characters." })
    email: string,
    @Arg("locale", () => LocaleEnum, {
      nullable: true,
      description: "Language of the mail, and of a new account; EN if absent.",
    })
    locale: Viewer["locale"] | null | undefined,
  ): Promise<MagicLinkSent> {
    return requestMagicLink(app, { email, locale: locale ?? "en", ip: client.ip });
  }

  @For("anyone")
  @Mutation(() => ViewerType, {
    description:
      "Exchanges a mailed token for a session cookie; the first time, this creates the account. Ends the session that " +
      "the browser had before. LINK_EXPIRED when the token is unknown, used, replaced or older than 15 minutes.",
  })
  async signIn(
    @Ctx() { app, client }: Context,
    @Arg("token", () => String, { description: "What follows `#token=` in the mailed link." }) token: string,
  ): Promise<Viewer> {
    // A WebSocket cannot hand out cookies: refused before the link is spent.
    if (!client.setSession) throw new DomainError("FORBIDDEN");
    const previousToken = sessionTokenIn(app, client.cookie);
    const session = await signIn(app, { token, device: describeDevice(client.userAgent), previousToken });
    client.setSession(session.token, session.maxAgeSeconds);
    return session.viewer;
  }

  @For("anyone")
  @Mutation(() => Boolean, { description: "Ends this session. True also when nobody was signed in." })
  async signOut(
    @Ctx() context: Context,
    @Arg("everywhere", () => Boolean, {
      defaultValue: false,
      description: "Whether all sessions of the person end.",
    })
    everywhere: boolean,
  ): Promise<boolean> {
    const viewer = await context.viewer();
    if (viewer) await signOut(context.app, viewer, everywhere);
    context.client.setSession?.(null, 0);
    return true;
  }

  @For("account")
  @Mutation(() => Boolean, {
    description: "Ends one session of the signed-in person; NOT_FOUND when it is not theirs.",
  })
  async endSession(
    @Ctx() context: Context,
    @Arg("id", () => ID, { description: "Of the session, as in `sessions`." }) id: string,
  ): Promise<boolean> {
    const viewer = await signedIn(context);
    await endSession(context.app, viewer, id);
    if (id.toLowerCase() === viewer.sessionId) context.client.setSession?.(null, 0);
    return true;
  }

  @For("account")
  @Mutation(() => ViewerType, {
    description: "Chooses the language of the signed-in person's pages and mails.",
  })
  async setLocale(
    @Ctx() context: Context,
    @Arg("locale", () => LocaleEnum, { description: "The language." }) locale: Viewer["locale"],
  ): Promise<Viewer> {
    return setLocale(context.app, await signedIn(context), locale);
  }
}
