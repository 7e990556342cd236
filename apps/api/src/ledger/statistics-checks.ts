import { ON_THE_BOARD } from "../leaderboard/counted-clicks.ts";
import type { LedgerCheck } from "./ledger-checks.ts";

const EARNINGS_SUM_DAYS: LedgerCheck = {
  name: "earnings kept for the statistics are the sums of their days",
  unit: "euros",
  sql: `
    select 'partner ' || c.partner_id as subject, 'earned in the ' || w.days || ' days up to ' || c.as_of as what,
      w.kept::text as found, coalesce(sum(d.earned), 0)::text as wanted
    from partner_clicks c
    cross join lateral (
      values (7, c.earned_7), (30, c.earned_30), (90, c.earned_90), (366, c.earned_366)) as w (days, kept)
    left join partner_days d on d.partner_id = c.partner_id and d.kind = 'click' and d.verdict = 'counted'
      and d.day > c.as_of - w.days and d.day <= c.as_of
    group by c.partner_id, c.as_of, w.days, w.kept
    having w.kept <> coalesce(sum(d.earned), 0)`,
};

const LAST_EARNED = `
  select partner_id, max(day) as day from partner_days
  where kind = 'click' and verdict = 'counted' and earned > 0 group by partner_id`;

const PARTNERS_LAST_EARNED: LedgerCheck = {
  name: "partners last earned on the last of their days with earnings",
  unit: "text",
  sql: `
    select 'partner ' || partner_id as subject, 'last earned on' as what,
      c.last_earned_on::text as found, coalesce(d.day, '-infinity')::text as wanted
    from partner_clicks c full join (${LAST_EARNED}) d using (partner_id)
    where c.last_earned_on is distinct from coalesce(d.day, '-infinity')`,
};

const programSums = (column: "events" | "earned" | "earners", wanted: string): string => `
  select 'program' as subject, '${column} of ' || verdict || ' ' || kind || 's on ' || day as what,
    coalesce(p.total, 0)::text as found, coalesce(d.total, 0)::text as wanted
  from (select day, kind, verdict, sum(${column}) as total from program_days group by day, kind, verdict) p
  full join (${wanted}) d using (day, kind, verdict)
  where coalesce(p.total, 0) <> coalesce(d.total, 0)`;

const sumsOfDays = (column: "events" | "earned") =>
  programSums(
    column,
    `select day, kind, verdict, sum(${column}) as total from partner_days group by day, kind, verdict`,
  );

const PROGRAM_COUNTS_DAYS: LedgerCheck = {
  name: "totals of the program count what those of its partners do",
  unit: "count",
  sql: sumsOfDays("events"),
};

const PROGRAM_SUMS_DAYS: LedgerCheck = {
  name: "totals of the program sum up what those of its partners do",
  unit: "euros",
  sql: sumsOfDays("earned"),
};

const PROGRAM_COUNTS_EARNERS: LedgerCheck = {
  name: "the program counts partners on the day that they last earned on",
  unit: "count",
  sql: programSums(
    "earners",
    `select day, 'click'::event_kind as kind, 'counted'::verdict as verdict, count(*) as total
     from (${LAST_EARNED}) e group by day`,
  ),
};

const PARTNERS_ARE_LISTED: LedgerCheck = {
  name: "clicks are listed whose partners are on the board",
  unit: "text",
  sql: `
    select 'partner ' || c.partner_id as subject, 'listed' as what, c.listed::text as found,
      coalesce(${ON_THE_BOARD}, false)::text as wanted
    from partner_clicks c left join partners p on p.id = c.partner_id
    where c.listed <> coalesce(${ON_THE_BOARD}, false)`,
};

const BOARDS_COUNT_PARTNERS: LedgerCheck = {
  name: "boards count the partners that stand at each number of clicks",
  unit: "count",
  sql: `
    select 'board of ' || days || ' days' as subject, 'partners at ' || standing as what,
      coalesce(b.partners, 0)::text as found, coalesce(c.partners, 0)::text as wanted
    from (select days, standing, sum(partners) as partners from board_counts group by days, standing) b
    full join (
      select w.days, w.standing, count(*) as partners
      from partner_clicks c
      cross join lateral (values (0, standing(c.clicks)), (7, standing(c.last_7)), (30, standing(c.last_30)),
        (90, standing(c.last_90))) as w (days, standing)
      where c.listed and w.standing > 0 group by w.days, w.standing
    ) c using (days, standing)
    where coalesce(b.partners, 0) <> coalesce(c.partners, 0)`,
};

export const STATISTICS_CHECKS: readonly LedgerCheck[] = [
  EARNINGS_SUM_DAYS,
  PARTNERS_LAST_EARNED,
  PROGRAM_COUNTS_DAYS,
  PROGRAM_SUMS_DAYS,
  PROGRAM_COUNTS_EARNERS,
  PARTNERS_ARE_LISTED,
  BOARDS_COUNT_PARTNERS,
];
