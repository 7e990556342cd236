/**
 * Who may stand on the board: not those who chose to stay off it, nor the suspended, who include the erased. `p` is the
 * partner; what is kept of their clicks says the same in `listed`.
 */
export const ON_THE_BOARD = "p.status = 'active' and p.on_leaderboard";

/** SQL for the kept total of `c`, which must not be of days after $2, without the days that have left the period since. */
export const clicksOf = (days: number) => `
  case when c.as_of = $2::date then c.last_${days}
    when c.as_of <= $2::date - ${days} then 0
    else c.last_${days} - (${clicksBetween(`c.as_of - ${days}`, `$2::date - ${days}`)}) end`;

/** SQL for the clicks of `c` in the period up to $2, without what is kept. */
export const addedUpClicks = (days: number) => clicksBetween(`$2::date - ${days}`, "$2::date");

/** The clicks of `c` in the days after the first and up to the last. */
const clicksBetween = (after: string, last: string) => `
  select coalesce(sum(d.events), 0)::bigint from partner_days d
  where d.partner_id = c.partner_id and d.kind = 'click' and d.verdict = 'counted'
    and d.day > ${after} and d.day <= ${last}`;
