import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import type { App } from "../app.ts";
import type { Context } from "../context.ts";
import { formatGraphqlError } from "../errors.ts";
import { currentRequestId } from "../http/request-id.ts";
import { MAX_TOKENS } from "./limits/limits.ts";

/** Apollo over our schema: errors are coded and masked, and an unavailable database is HTTP 503. */
export function createApollo(app: App, schema: GraphQLSchema): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection: app.config.sandbox,
    includeStacktraceInErrorResponses: false,
    // Operations are known by hash before Apollo sees them, and nobody can teach it others.
    persistedQueries: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    // The caller owns the life of the process and its signals.
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      // Nothing may keep an answer, whatever is in it: working that out field by field would cost a tenth of a request.
      ApolloServerPluginCacheControlDisabled(),
      statusAndMetrics(app),
    ],
    formatError: (formatted, error) => formatGraphqlError(formatted, error, currentRequestId(), app.log),
  });
}

function statusAndMetrics(app: App): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response }) {
          if (response.body.kind !== "single") return;
          for (const { extensions } of response.body.singleResult.errors ?? []) {
            const code = String(extensions?.["code"]);
            app.metrics.graphqlErrors.inc({ code });
            if (code !== "SERVICE_UNAVAILABLE") continue;
            response.http.status = 503;
            response.http.headers.set("retry-after", "2");
          }
        },
      };
    },
  };
}
