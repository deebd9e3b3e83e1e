import { hkdfSync } from "node:crypto";
import {
  type Copies,
  createAccountRecords,
  createAccountRegister,
  createApiKeys,
  createAuditLog,
  createCompletions,
  createConsents,
  createGoals,
  createInvitations,
  createQuestionnaires,
  createRemovePerson,
  createTakeOverGuest,
  createAccounts,
  createAnswerStore,
  createAthletes,
  createFindSignedIn,
  createMailOutbox,
  createOneTimeSecrets,
  createOwnDataReader,
  createSignUpKeys,
  type JobQueue,
  type MailOutboxDeps,
  newUuidV7,
  type RemovePersonDeps,
  SESSION_FRESH_SECONDS,
  type SignedInDeps,
  uuidV7Of,
} from "@strideiq/adapters";
import {
  type Athletes,
  type Clock,
  createFindVisitor,
  createInviteCoach,
  createNameGuest,
  createSignIn,
  createSignUp,
  createSignUpAdmin,
  createSignUpOnce,
  createWelcomeGuest,
  type PostMail,
} from "@strideiq/application";
import { createDoorman } from "../http/athlete.ts";
import { createGuestCookie } from "../http/guest-cookie.ts";
import { createNewIdFor } from "../http/retries.ts";
import type { Store } from "./store.ts";

const KEY_BYTES = 32;
const newId = newUuidV7;

/** Each use has a key of its own, all from the one secret of the installation. */
const keyFor = (secret: Buffer, use: string): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "", use, KEY_BYTES));

type SignUpDeps = Omit<
  Parameters<typeof createSignUpAdmin>[0] & Parameters<typeof createSignUpOnce>[0],
  "newId"
>;

export type People = ReturnType<typeof composePeople>;

export interface PeopleDeps extends Pick<MailOutboxDeps, "enqueue" | "handOver"> {
  readonly store: Store;
  readonly copies: Pick<Copies, "findVisitor">;
  readonly now: Clock["now"];
  readonly publicUrl: () => string;
  /** Whether people come by https. */
  readonly isSecure: boolean;
  readonly confirmsEmail: boolean;
  /** Gives the queue's jobs of one athlete to another. */
  readonly handOverJobs: JobQueue["handOver"];
  readonly forgetJobs: RemovePersonDeps["forgetJobs"];
  readonly forgetLetters: RemovePersonDeps["forgetLetters"];
}

/** Accounts, guests, and who is asking. */
export function composePeople(deps: PeopleDeps) {
  const { store, now, publicUrl, isSecure, confirmsEmail, enqueue, handOver } = deps;
  const { db, secret } = store;
  const athletes = createAthletes(db);
  const secrets = createOneTimeSecrets(db, newId, now);
  const outbox = createMailOutbox({ db, newId, enqueue, handOver });
  const records = createAccountRecords(db, now);
  const audit = createAuditLog(db);
  const apiKeys = createApiKeys(db, now);
  const sessionSecret = keyFor(secret, "sessions").toString("base64url");
  const accounts = createAccounts({
    ...records,
    onPasswordChanged: (id) => audit.write(passwordChanged({ kind: "account", id })),
    database: { db, type: "postgres" },
    secret: sessionSecret,
    publicUrl,
    isSecure,
    confirmsEmail,
    newId,
    postMail: outbox.post,
  });
  const guestCookie = createGuestCookie(keyFor(secret, "guest cookie"), isSecure);
  const doorman = createDoorman({
    findVisitor: deps.copies.findVisitor(
      createFindVisitor({ accounts, ...signedInBy(sessionSecret, { db, now }), athletes, apiKeys, newId }),
    ),
    ...composeGuests(athletes, now),
    guestCookie,
    now,
  });
  return {
    accounts,
    athletes,
    secrets,
    outbox,
    records,
    audit,
    apiKeys,
    goals: createGoals(db),
    completions: createCompletions(db),
    consents: createConsents(db),
    questionnaires: createQuestionnaires(db),
    ...composeCoaching(deps, outbox.post),
    register: createAccountRegister(db),
    guestCookie,
    doorman,
    ...composeSignUp({ accounts, athletes, secrets, keys: createSignUpKeys(db, now) }),
    signIn: createSignIn({
      accounts,
      athletes,
      takeOver: createTakeOverGuest({ db, handOver: deps.handOverJobs }),
      newId,
    }),
    removePerson: createRemovePerson({ ...deps, db }),
    ownData: createOwnDataReader(db),
    answers: createAnswerStore(db, keyFor(secret, "kept answers"), now),
    newIdFor: createNewIdFor(newId, uuidV7Of),
  };
}

const signedInBy = (secret: string, deps: Pick<SignedInDeps, "db" | "now">) => ({
  findSignedIn: createFindSignedIn({ ...deps, secret, freshSeconds: SESSION_FRESH_SECONDS }),
});

const passwordChanged = (account: { readonly kind: "account"; readonly id: string }) => ({
  actor: account,
  action: "password.changed" as const,
  subject: account,
});

const composeSignUp = (deps: SignUpDeps) => ({
  signUp: createSignUp({ ...deps, newId }),
  signUpAdmin: createSignUpAdmin({ ...deps, newId }),
  signUpOnce: createSignUpOnce({ ...deps, newId }),
});

function composeGuests(athletes: Athletes, now: Clock["now"]) {
  const nameGuest = createNameGuest({ newId, now });
  return { nameGuest, welcomeGuest: createWelcomeGuest({ athletes, nameGuest }) };
}

function composeCoaching({ store, now, publicUrl }: PeopleDeps, postMail: PostMail) {
  const invitations = createInvitations(store.db, now);
  return { invitations, inviteCoach: createInviteCoach({ invitations, postMail, publicUrl }) };
}
