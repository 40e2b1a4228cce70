import type Database from 'better-sqlite3';
import { openDatabase } from '../../hall-server/store/database.ts';

/** One statement as it was run. */
interface Run {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}
/** What was written between BEGIN and COMMIT, command by command. */
export type Transaction = readonly (readonly Run[])[];

export interface Recording {
  /** Around each commit of the store. */
  readonly transaction: <Result>(commit: () => Result) => Result;
  readonly transactions: readonly Transaction[];
}

/** Writes down every row that statements prepared from now on write. A command ends with the row of its id. */
export function recordWrites(db: Database.Database): Recording {
  const transactions: Transaction[] = [];
  let commands: Run[][] = [];
  let runs: Run[] = [];
  const prepare = db.prepare.bind(db);
  db.prepare = ((sql: string) => {
    const statement = prepare(sql);
    const run = statement.run.bind(statement);
    statement.run = (...parameters: unknown[]) => {
      runs.push({ sql, parameters });
      if (sql.startsWith('INSERT INTO commands')) {
        commands.push(runs);
        runs = [];
      }
      return run(...parameters);
    };
    return statement;
  }) as typeof db.prepare;
  return {
    transactions,
    transaction(commit) {
      commands = [];
      runs = [];
      const result = commit();
      transactions.push(commands);
      return result;
    },
  };
}

/** The same rows again, by nothing but prepared statements, on a database just as durable. */
export function writeAgain(file: string, transactions: readonly Transaction[]): number {
  const { db, close } = openDatabase(file);
  const statements = new Map<string, Database.Statement>();
  const prepared = (sql: string) => {
    const statement = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  for (const { sql } of transactions.flat(2)) prepared(sql);
  const commit = db.transaction((commands: Transaction) => {
    for (const runs of commands) for (const { sql, parameters } of runs) prepared(sql).run(...parameters);
  });
  const before = performance.now();
  for (const commands of transactions) commit.immediate(commands);
  const ms = performance.now() - before;
  close();
  return ms;
}

/** The same commands, so many to a transaction. */
export function regroup(transactions: readonly Transaction[], size: number): readonly Transaction[] {
  const commands = transactions.flat();
  return Array.from({ length: Math.ceil(commands.length / size) }, (_, turn) =>
    commands.slice(turn * size, (turn + 1) * size),
  );
}
