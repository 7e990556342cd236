import { GraphiQL } from "graphiql";
import { EXAMPLES } from "./examples.ts";
import { createFetcher } from "./fetcher.ts";

const fetcher = createFetcher(window.location.origin);

// GraphiQL fills in the query of the first default tab, but not its variables. Later visits bring their own.
const [first] = EXAMPLES;
const isFirstVisit = window.localStorage.getItem("graphiql:tabState") === null;
const initial = isFirstVisit && first ? { initialVariables: first.variables } : {};

/** GraphiQL over this very API, with an example of every operation. The session is the one of the app. */
export function Sandbox() {
  return (
    <GraphiQL {...initial} fetcher={fetcher} defaultTabs={EXAMPLES} defaultEditorToolsVisibility="variables">
      <GraphiQL.Logo>ContentFlow Partners</GraphiQL.Logo>
    </GraphiQL>
  );
}
