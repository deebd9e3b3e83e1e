import { err, ok, type Result } from "@strideiq/engine";
import { ensureApplicationRole, urlForRole } from "./application-role.ts";
import { isReachable, openDatabase } from "./database.ts";
import { migrate } from "./migrate.ts";

export interface PrepareDatabaseOptions {
  /** The address with the user that owns the tables; used here and then never again. */
  readonly ownerUrl: string;
  readonly migrations: string;
  /** Lets others lay their own tables into the same database, each in a schema of its own. */
  readonly install: readonly { readonly schema: string; readonly run: (ownerUrl: string) => Promise<void> }[];
}

export interface PreparedDatabase {
  /** The address for everything that the application does. */
  readonly url: string;
  readonly secret: Buffer;
}

export type DatabaseProblem =
  { readonly type: "DatabaseDoesNotAnswer" } | { readonly type: "OwnerMayNotCreateRoles" };

/** Brings tables, rights and the application's role up to date. Several processes may do so at once. */
export async function prepareDatabase({
  ownerUrl,
  migrations,
  install,
}: PrepareDatabaseOptions): Promise<Result<PreparedDatabase, DatabaseProblem>> {
  const owner = openDatabase(ownerUrl);
  try {
    if (!(await isReachable(owner))) return err({ type: "DatabaseDoesNotAnswer" });
    await migrate(owner, migrations);
    for (const { run } of install) await run(ownerUrl);
    const role = await ensureApplicationRole(
      owner,
      install.map(({ schema }) => schema),
    );
    return ok({ url: urlForRole(ownerUrl, role), secret: role.secret });
  } catch (problem) {
    if (codeOf(problem) === INSUFFICIENT_PRIVILEGE) return err({ type: "OwnerMayNotCreateRoles" });
    throw problem;
  } finally {
    await owner.destroy();
  }
}

const INSUFFICIENT_PRIVILEGE = "42501";

const codeOf = (problem: unknown): unknown =>
  problem instanceof Error && "code" in problem ? problem.code : undefined;
