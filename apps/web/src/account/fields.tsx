import { accountMessages } from "../messages/account.ts";
import { Field, TextInput } from "../ui/field.tsx";
import type { AccountField } from "./check.ts";

interface AccountInputProps {
  readonly field: AccountField;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

const KINDS = {
  name: { type: "text", autoComplete: "name", hint: accountMessages.fields.nameHint },
  email: { type: "email", autoComplete: "email", hint: undefined },
  password: { type: "password", autoComplete: "current-password", hint: undefined },
  newPassword: {
    type: "password",
    autoComplete: "new-password",
    hint: accountMessages.fields.passwordHint,
  },
} as const;

/** A field of an account, with what browsers need to fill it in. */
export const AccountInput = ({ field, value, error, onChange }: AccountInputProps) => {
  const { hint, ...kind } = KINDS[field];
  return (
    <Field label={accountMessages.fields[field]} hint={hint} error={error}>
      {(input) => <TextInput {...input} {...kind} value={value} onChange={onChange} />}
    </Field>
  );
};
