import fastify from "fastify";
import pg from "pg";
import { createSecrets } from "../../apps/api/src/security/secrets.ts";

/**
 * The balance without GraphQL, framework or rules: who asks and their money in one prepared statement, as JSON. It reads
 * what ContentFlow reads, with a statement for each request, where ContentFlow lets requests of the same moment share one.
 */
const READ = `
  select p.id, p.email, p.locale, p.on_leaderboard, s.id as session_id,
    b.available, b.reserved, b.paid_out, b.debt, b.earned, b.oldest_on::text, b.oldest_left,
    coalesce((
      select (c.last_90 + case when c.as_of - 90 >= current_date - 90
        then coalesce((
          select sum(d.events) from partner_days d
          where d.partner_id = b.partner_id and d.kind = 'click' and d.verdict = 'counted'
            and d.day >= current_date - 90 and d.day <= c.as_of - 90), 0)
        else -coalesce((
          select sum(d.events) from partner_days d
          where d.partner_id = b.partner_id and d.kind = 'click' and d.verdict = 'counted'
            and d.day > c.as_of - 90 and d.day < current_date - 90), 0) end)::float8
      from partner_clicks c where c.partner_id = b.partner_id), 0) as clicks
  from sessions s
    join partners p on p.id = s.partner_id
    join partner_balances b on b.partner_id = p.id
  where s.token_hmac = $1 and s.revoked_at is null and s.expires_at > now() and p.status = 'active'`;

const secrets = createSecrets(process.env["APP_SECRET"] ?? "");
const pool = new pg.Pool({ ...JSON.parse(process.env["CONNECTION"] ?? "{}"), ssl: false, max: 10 });
pool.on("error", () => {});

const http = fastify();
http.get("/readyz", () => ({ status: "ok" }));
http.post("/balance", async (request, reply) => {
  const token = /(?:^|; )session=([^;]+)/.exec(request.headers.cookie ?? "")?.[1] ?? "";
  const { rows } = await pool.query({
    name: "balance",
    text: READ,
    values: [secrets.hmac("session", token)],
  });
  if (!rows[0]) return reply.code(401).send();
  return rows[0];
});
await http.listen({ port: Number(process.env["PORT"]) });
process.once("SIGTERM", () => void http.close().then(() => pool.end()));
