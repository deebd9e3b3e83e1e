import { accountMessages } from "../messages/account.ts";
import type { ApiProblem } from "../api/client.ts";
import type { FormErrors } from "../ui/use-form.ts";

export type AccountField = "name" | "email" | "password" | "newPassword";

interface Schema {
  readonly safeParse: (value: unknown) => {
    readonly error?: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] };
  };
}

const isField = (name: string): name is AccountField => Object.hasOwn(accountMessages.mend, name);

/** What the server's own schema says of the fields, in words that say how to mend it; null when all is right. */
export function check<Field extends AccountField>(
  schema: Schema,
  value: object,
  /** What a field of the form is called on the wire, where that is another name. */
  fieldOf: (name: string) => Field | undefined,
): FormErrors<Field> | null {
  const { error } = schema.safeParse(value);
  if (error === undefined) return null;
  const fields: Partial<Record<Field, string>> = {};
  for (const { path } of error.issues) {
    const field = fieldOf(String(path[0]));
    if (field !== undefined) fields[field] = accountMessages.mend[field];
  }
  return { fields, general: accountMessages.problems(Object.keys(fields).length) };
}

/** Field names as they are on the wire. */
export const sameName =
  <Field extends AccountField>(...names: readonly Field[]) =>
  (name: string): Field | undefined =>
    isField(name) ? names.find((candidate) => candidate === name) : undefined;

/** What the server answered, as a message for the whole form. */
export const refusedBy = ({ title, detail }: ApiProblem): FormErrors<never> => ({
  fields: {},
  general: `${title} ${detail}`.trim(),
});
