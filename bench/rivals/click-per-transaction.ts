import { isBot } from "../../apps/api/src/clicks/bot.ts";
import { rivalPool, serveRedirects } from "./serve-redirects.ts";

/**
 * The same endpoint the usual way: every click is a transaction of its own, on a pool of 10. The rules for bots, 24
 * hours and speed, into the same tables with the same indexes and triggers, and the books prove it. As good as that gets: links from memory, and all of
 * it in one prepared statement, in one round trip.
 */
const RECORD_CLICK = `
  create or replace function rival_record_click(
    partner uuid, link uuid, who text, bot boolean, referrer text, rate bigint
  ) returns void language plpgsql as $$
  declare
    today constant date := (now() at time zone 'UTC')::date;
    within_ten_minutes int;
    within_hour int;
    within_day int;
    on_link boolean;
    decided verdict := 'counted';
    money bigint := rate;
  begin
    -- Clicks on one partner follow each other, so that each sees what the one before it counted.
    perform 1 from partner_balances where partner_id = partner for no key update;
    select count(*) filter (where occurred_at > now() - interval '10 minutes'),
      count(*) filter (where occurred_at > now() - interval '1 hour'),
      count(*), coalesce(bool_or(link_id = link), false)
      into within_ten_minutes, within_hour, within_day, on_link
      from (
        select visitor, partner_id, link_id, occurred_at from metric_events
        where hashtext(visitor) = hashtext(who) and verdict = 'counted' and kind = 'click'
          and occurred_at > now() - interval '1 day' and booked_on between today - 1 and today
        -- Leaves the planner no other index than the one by visitor, as our own statement does.
        offset 0
      ) visits
      where visitor = who and partner_id = partner;
    if bot then decided := 'bot';
    elsif on_link then decided := 'duplicate';
    elsif within_ten_minutes >= 3 or within_hour >= 10 or within_day >= 25 then decided := 'velocity';
    end if;
    if decided <> 'counted' then money := 0; end if;

    insert into metric_events (booked_on, occurred_at, epc, partner_id, link_id, kind, verdict, visitor, referrer_host)
      values (today, now(), rate, partner, link, 'click', decided, who, referrer);
    insert into partner_days as d (day, partner_id, kind, verdict, events, earned)
      values (today, partner, 'click', decided, 1, money)
      on conflict (partner_id, day, kind, verdict)
      do update set events = d.events + 1, earned = d.earned + excluded.earned;
    if decided = 'counted' then
      update links set clicks = clicks + 1, earned = earned + money where id = link;
      insert into ledger_entries as l (partner_id, kind, debit_account, credit_account, amount, booked_on, sealed)
        values (partner, 'accrual', 'program', 'available', money, today, false)
        on conflict (partner_id, booked_on, credit_account) where kind = 'accrual' and not sealed
        do update set amount = l.amount + excluded.amount;
    end if;
  end $$;
  select ensure_event_partition((now() at time zone 'UTC')::date)`;

/** Micro-euros: the demo's rate. */
const EPC = 200_000;

const pool = await rivalPool(RECORD_CLICK);
await serveRedirects(pool, ({ partnerId, linkId, visitor, userAgent }) =>
  pool.query({
    name: "record",
    text: "select rival_record_click($1, $2, $3, $4, $5, $6)",
    values: [partnerId, linkId, visitor, isBot(userAgent), null, EPC],
  }),
);
