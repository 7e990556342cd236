import { signInByHttp } from "./sign-in-by-http.ts";
import { answer } from "./withdrawal-requests.ts";

interface Decided {
  readonly id: string;
  readonly version: number;
}

export interface AdminByHttp {
  /** Of the newest request of all. */
  reject(reason: string): Promise<void>;
  /** Approves the newest request of all and marks it as paid. */
  pay(reference: string): Promise<void>;
}

/** An admin who decides without a browser, for journeys that are about the partner. */
export async function adminByHttp(origin: string, email: string): Promise<AdminByHttp> {
  const { session } = await signInByHttp(origin, email);
  const run = <T>(query: string, variables: Record<string, unknown> = {}) =>
    answer<T>(origin, query, variables, session);
  const newest = async (): Promise<Decided> => {
    const { admin } = await run<{ admin: { withdrawals: { edges: { node: Decided }[] } } }>(
      "{ admin { withdrawals(first: 1, sort: NEWEST) { edges { node { id version } } } } }",
    );
    const [edge] = admin.withdrawals.edges;
    if (!edge) throw new Error("there is no request to decide on");
    return edge.node;
  };
  return {
    async reject(reason) {
      const mutation =
        "mutation ($id: ID!, $version: Int!, $reason: String!) { rejectWithdrawal(id: $id, version: $version, reason: $reason) { id } }";
      await run(mutation, { ...(await newest()), reason });
    },
    async pay(reference) {
      const approve =
        "mutation ($id: ID!, $version: Int!) { approveWithdrawal(id: $id, version: $version) { id } }";
      await run(approve, { ...(await newest()) });
      const pay =
        "mutation ($id: ID!, $version: Int!, $reference: String!) { markWithdrawalPaid(id: $id, version: $version, reference: $reference) { id } }";
      await run(pay, { ...(await newest()), reference });
    },
  };
}
