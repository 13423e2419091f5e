/** A DuckDB of the bench's own: what is generated and what is compared must not depend on the code that is measured. */
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

const SETTINGS = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  allow_community_extensions: 'false',
};

/**
 * Runs `work` on a fresh in-memory database.
 * @param temp where large intermediate results may go
 */
export async function withDuckDb<T>(
  temp: string,
  work: (connection: DuckDBConnection) => Promise<T>,
  settings: Readonly<Record<string, string>> = {},
): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', { ...SETTINGS, temp_directory: temp, ...settings });
  const connection = await instance.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** A text as it stands in SQL. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A list of texts as it stands in SQL. */
export const listOf = (texts: readonly string[]): string => `[${texts.map(quoted).join(', ')}]`;

/** Parquet files as one table. */
export const parquetSql = (files: readonly string[]): string => `read_parquet(${listOf(files)})`;
