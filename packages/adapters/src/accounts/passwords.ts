import { hash, verify } from "@node-rs/argon2";

// The least that OWASP's password storage cheat sheet advises for argon2id: 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The library hashes with argon2id unless told otherwise. */
export const hashPassword = (password: string): Promise<string> => hash(password, COST);

export const verifyPassword = (stored: {
  readonly hash: string;
  readonly password: string;
}): Promise<boolean> => verify(stored.hash, stored.password);
