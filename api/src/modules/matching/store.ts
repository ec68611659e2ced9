import { sql } from "kysely";
import type { Window } from "../../kernel/page.ts";
import { columnsOf } from "../../platform/columns.ts";
import type { Context } from "../../platform/context.ts";
import { row, rows } from "../../platform/database.ts";
import { seqOnBoard } from "../../platform/events.ts";
import type { Tx } from "../../platform/transaction.ts";
import { type MatchRunRow, MatchRunSchema, type RunPolicy, type RunStats } from "./match-run.ts";
import { type ProposalRow, ProposalSchema } from "./proposal.ts";
import type { MatchRunState, ProposalKind, ProposalState } from "./states.ts";

const runColumns = sql`${columnsOf(MatchRunSchema, "r")}, ${seqOnBoard("run", "r")}`;
const proposalColumns = columnsOf(ProposalSchema, "d");

export async function runsById(ctx: Context, ids: readonly string[]): Promise<Map<string, MatchRunRow>> {
  const found = await rows<MatchRunRow>(ctx, sql`select ${runColumns} from match_run r where r.id = any(${ids})`);
  return new Map(found.map((run) => [run.id, run]));
}

export const lockRun = (tx: Tx, id: string): Promise<MatchRunRow | undefined> =>
  row(tx, sql`select ${runColumns} from match_run r where r.id = ${id} for update`);

/** Runs of a district (null: of the whole city), newest first; up to one more than the window asks for. */
export function runsOf(
  ctx: Context,
  districtId: number | null,
  { limit, backward, from }: Window,
): Promise<MatchRunRow[]> {
  const beyond =
    from === null
      ? sql``
      : sql`and (r.started_at, r.id) ${sql.raw(backward ? ">" : "<")} (${from[0]}::timestamptz, ${from[1]}::uuid)`;
  return rows(
    ctx,
    sql`select ${runColumns} from match_run r where coalesce(r.district_id, 0) = ${districtId ?? 0} ${beyond}
        order by ${sql.raw(backward ? "r.started_at, r.id" : "r.started_at desc, r.id desc")} limit ${limit + 1}`,
  );
}

/** Refused by `match_run_one_at_a_time` while another one of the same scope is queued or running. */
export async function insertRun(
  tx: Tx,
  given: { id: string; districtId: number | null; seed: number; policy: RunPolicy; startedBy: string },
): Promise<MatchRunRow> {
  const made = await row<MatchRunRow>(
    tx,
    sql`insert into match_run as r (id, district_id, state, seed, policy, started_by, started_at)
        values (${given.id}, ${given.districtId}, 'queued', ${given.seed}, ${JSON.stringify(given.policy)}::jsonb, ${given.startedBy}, ${tx.now()})
        returning ${runColumns}`,
  );
  return made!;
}

/** Takes a queued run up; undefined when it is not queued any more. */
export const takeUp = (tx: Tx, id: string): Promise<MatchRunRow | undefined> =>
  row(
    tx,
    sql`update match_run r set state = 'running', tries = r.tries + 1, progress = 0, beat_at = ${tx.now()}, version = r.version + 1
        where r.id = ${id} and r.state = 'queued' returning ${runColumns}`,
  );

/**
 * A sign of life. Undefined when the run is not this worker's any more: stopped, or given to another one. The version stays,
 * so that whoever stops the run need not catch it between two steps.
 */
export const beat = (
  tx: Tx,
  id: string,
  tries: number,
  progress: number,
): Promise<(MatchRunRow & { before: number }) | undefined> =>
  row(
    tx,
    sql`with before as materialized (select id, progress from match_run where id = ${id} and state = 'running' and tries = ${tries} for update)
        update match_run r set beat_at = ${tx.now()}, progress = greatest(before.progress, ${progress}::int)
        from before where r.id = before.id returning ${runColumns}, before.progress as before`,
  );

/** Moves a run that the caller holds; the table of legal moves is states.ts. */
export async function moveRun(
  tx: Tx,
  id: string,
  to: MatchRunState,
  failure: string | null = null,
): Promise<MatchRunRow> {
  const moved = await row<MatchRunRow>(
    tx,
    sql`update match_run r set state = ${to}, failure = ${failure}, version = r.version + 1,
          finished_at = case when ${to} = 'queued' then null else coalesce(r.finished_at, ${tx.now()}::timestamptz) end
        where r.id = ${id} returning ${runColumns}`,
  );
  return moved!;
}

export async function keepResult(
  tx: Tx,
  id: string,
  result: { stats: RunStats; objective: number; dual: number },
): Promise<MatchRunRow> {
  const kept = await row<MatchRunRow>(
    tx,
    sql`update match_run r set state = 'ready', progress = 100, finished_at = ${tx.now()}, version = r.version + 1,
          stats = ${JSON.stringify(result.stats)}::jsonb, objective = ${result.objective}::bigint, dual = ${result.dual}::bigint
        where r.id = ${id} returning ${runColumns}`,
  );
  return kept!;
}

/** Runs whose worker has not been heard of since. */
export const silentRuns = (ctx: Context, since: Date): Promise<MatchRunRow[]> =>
  rows(
    ctx,
    sql`select ${runColumns} from match_run r where r.state = 'running' and r.beat_at < ${since} order by r.id limit 50`,
  );

/** Writes proposals that are JSON already: a large text costs the event loop nothing, ten thousand objects do. */
export const insertProposals = (tx: Tx, json: string): Promise<unknown> =>
  rows(
    tx,
    sql`insert into proposal (id, run_id, position, kind, request_id, person_id, work_version, person_version, weekly, cost, parts, price, explanation)
        select * from jsonb_to_recordset(${json}::jsonb) as n (id uuid, run_id uuid, position int, kind text, request_id uuid, person_id uuid,
          work_version int, person_version int, weekly int4multirange, cost int, parts jsonb, price int, explanation jsonb)`,
  );

/** Proposals of a run in their own order; up to one more than the window asks for. */
export function proposalsOf(
  ctx: Context,
  runId: string,
  kind: ProposalKind | null,
  { limit, backward, from }: Window,
): Promise<ProposalRow[]> {
  const beyond = from === null ? sql`` : sql`and d.position ${sql.raw(backward ? "<" : ">")} ${from[0]}::int`;
  return rows(
    ctx,
    sql`select ${proposalColumns} from proposal d
        where d.run_id = ${runId} and (${kind}::text is null or d.kind = ${kind}) ${beyond}
        order by d.position ${sql.raw(backward ? "desc" : "asc")} limit ${limit + 1}`,
  );
}

export async function proposalsById(ctx: Context, ids: readonly string[]): Promise<Map<string, ProposalRow>> {
  const found = await rows<ProposalRow>(ctx, sql`select ${proposalColumns} from proposal d where d.id = any(${ids})`);
  return new Map(found.map((proposal) => [proposal.id, proposal]));
}

/** Holds the requests and then the people of proposals until the transaction ends, each in the order of their ids. */
export async function lockWorkAndPeople(tx: Tx, proposals: readonly ProposalRow[]): Promise<void> {
  const requests = proposals.map(({ requestId }) => requestId);
  const people = proposals.map(({ personId }) => personId);
  await rows(tx, sql`select 1 from request where id = any(${requests}) order by id for update`);
  await rows(tx, sql`select 1 from person where id = any(${people}) order by id for update`);
}

export interface Settled {
  readonly id: string;
  readonly state: ProposalState;
  readonly staleReason: string | null;
  readonly assignmentId: string | null;
}

/** Says what became of each proposal that somebody asked for; whatever else is still open was left out. */
export async function settleProposals(tx: Tx, runId: string, settled: readonly Settled[]): Promise<void> {
  await rows(
    tx,
    sql`update proposal d set state = s.state, stale_reason = s."staleReason", assignment_id = s."assignmentId"
        from jsonb_to_recordset(${JSON.stringify(settled)}::jsonb) as s (id uuid, state text, "staleReason" text, "assignmentId" uuid)
        where d.id = s.id and d.run_id = ${runId}`,
  );
  await rows(tx, sql`update proposal set state = 'skipped' where run_id = ${runId} and state = 'open'`);
}
