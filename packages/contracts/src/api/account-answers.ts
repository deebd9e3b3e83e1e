import { z } from "zod";
import { PersonName } from "../plain-text.ts";

const Email = z.email().max(320);
/** Length is what makes a password hard to guess; nothing else is asked of it. Spaces around it are no length. */
const NewPassword = z
  .string()
  .min(10)
  .max(128)
  .refine(
    (password) => password.length < 10 || password.trim().length >= 10,
    "at least 10 characters without the spaces around it",
  );

export const SignUpBody = z
  .strictObject({ name: PersonName, email: Email, password: NewPassword })
  .meta({ examples: [{ name: "Ada", email: "ada@example.org", password: "correct horse battery" }] });
export const AdminSignUpBody = SignUpBody.extend({
  secret: z
    .string()
    .min(20)
    .max(200)
    .meta({ description: "From the link that the first start wrote to a file." }),
}).meta({
  examples: [
    {
      name: "Ada",
      email: "ada@example.org",
      password: "correct horse battery",
      secret: "from-the-file-admin-link.txt",
    },
  ],
});
export const SignInBody = z
  .strictObject({ email: Email, password: z.string().min(1).max(128) })
  .meta({ examples: [{ email: "ada@example.org", password: "correct horse battery" }] });
export const ResetRequestBody = z
  .strictObject({ email: Email })
  .meta({ examples: [{ email: "ada@example.org" }] });
export const ResetBody = z
  .strictObject({ token: z.string().min(10).max(200), password: NewPassword })
  .meta({ examples: [{ token: "from-the-letter", password: "a new long password" }] });

export const ConfirmBody = z
  .strictObject({ token: z.string().min(10).max(1000) })
  .meta({ examples: [{ token: "from-the-letter" }] });

export const AccountAnswer = z.strictObject({
  athleteId: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.enum(["athlete", "coach", "admin"]),
});
export type AccountAnswer = z.infer<typeof AccountAnswer>;

/** Who the server takes one for. */
export const MeAnswer = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("nobody") }),
  z.strictObject({ kind: z.literal("guest"), athleteId: z.uuid() }),
  AccountAnswer.extend({ kind: z.literal("account") }),
  z.strictObject({
    kind: z.literal("api_key"),
    athleteId: z.uuid(),
    scopes: z.array(z.enum(["read", "write", "evaluate_flags"])),
  }),
]);
export type MeAnswer = z.infer<typeof MeAnswer>;

const File = z
  .strictObject({ encoding: z.enum(["base64", "base64 of gzip"]), content: z.string() })
  .meta({ description: "A file, or a piece of one, as text; some were kept gzipped." });

/** A run as its watch recorded it, and the file that it came in. */
const Recording = z.strictObject({
  activity_id: z.string(),
  speeds: z.array(z.unknown()).meta({ description: "Seconds at each speed." }),
  track: z.record(z.string(), z.unknown()).nullable().meta({ description: "Every point that is kept." }),
  original: File.nullable(),
});

/** Everything that is kept of an athlete, table by table, as it is kept. */
export const ExportAnswer = z.strictObject({
  schema: z.literal("strideiq.export/1"),
  account: z.record(z.string(), z.unknown()).nullable(),
  tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
  recordings: z.array(Recording).meta({ description: "Of each of the activities, as they are now." }),
  uploads: z
    .array(z.strictObject({ import_id: z.string(), position: z.int(), piece: z.int(), content: File }))
    .meta({ description: "What was sent and is not read yet, piece by piece." }),
});

export const Accepted = z.strictObject({ status: z.literal("accepted") });
/** No body: the reader has it already. */
export const NotModified = z.null().meta({ description: "It is as it was known already." });
export const Done = z.strictObject({ status: z.literal("done") });
